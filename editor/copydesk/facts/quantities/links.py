"""Which quantity converts which: brackets, slashes, “or”."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from copydesk.facts.quantities.records import Conversion, Quantity, Setting
from copydesk.facts.quantities.units import DEGREE, unit_named
from copydesk.patterns import pattern

_DIMENSION = (
    r"(?:[\s-](?:long|wide|tall|high|deep|thick|away|apart|across|square|each|offshore|inland|or so|or more"
    r"|in (?:length|width|height|depth|diameter|size|area|weight)"
    r"|of (?!it\b|which|them|that|this|the)[a-z]+(?: [a-z]+)?))?"
)
_HEDGES = (
    r"(?:(?:or|about|around|approximately|approx\.?|roughly|nearly|almost|over|just|under|more than|less than"
    r"|at least"
    r"|some|up to|circa|ca?\.|[~≈∼=]|equal to|equivalent to|equivalent of|the equivalent of|i\.e\.,?|between"
    r"|from)\s*)*"
)
_OPENS = pattern(rf"{_DIMENSION}\s?(?P<open>[(\[]){_HEDGES}")
_CLOSES = pattern(rf"{_DIMENSION}\s?(?:[)\]]|[,;/](?=\s?[\d.~a-z])|\sor\s)")
_NEXT = pattern(rf"\s?(?:[,;/]|,?\sor\s)\s?{_HEDGES}")
_SEMICOLON = pattern(rf";\s{_HEDGES}")
_SLASH = pattern(rf"\s?[/=]\s?{_HEDGES}")
_COMMA_OR = pattern(rf"{_DIMENSION},\s(?:or|i\.e\.,?|equivalent to)\s{_HEDGES}")
_OR = pattern(rf"\sor\s{_HEDGES}")
_OTHER_SCALE = {"celsius": "fahrenheit", "fahrenheit": "celsius"}


def conversions_in(words: str, found: Sequence[Quantity]) -> tuple[list[Conversion], list[Quantity]]:
    """Return the conversions among quantities that stand in order, and the quantities as conversions explain them.

    “40 degrees (104 F)” says which degrees are meant, and that 104 F is a temperature.
    """
    read, links = list(found), list[tuple[int, int, Setting]]()
    index = 0
    while index + 1 < len(read):
        setting = _setting(words, read[index], read[index + 1])
        if setting is None:
            index += 1
            continue
        last = index + 1
        while True:
            links.append((index, last, setting))
            read[index], read[last] = _explained(read[index], read[last])
            if last + 1 == len(read) or not _goes_on(words, read[last], read[last + 1]):
                break
            last += 1
            if not may_convert(read[index], read[last]):
                links.append((last - 1, last, setting))
                break
        index = last + 1
    if any(read[first].unit.kind == "temperature" for first, _, _ in links):
        read = [replace(q, use="measure") if q.unit.name in _OTHER_SCALE else q for q in read]  # so 20C is one, too
    return [Conversion(read[first], read[second], setting) for first, second, setting in links], read


def _setting(words: str, first: Quantity, second: Quantity) -> Setting | None:
    if not may_convert(first, second):
        return None
    between = words[first.span.end : second.span.start]
    if match := _OPENS.fullmatch(between):
        if not _CLOSES.match(words, second.span.end):
            return None
        return "square" if match["open"] == "[" else "brackets"
    if "doubtful" in (first.use, second.use) and first.unit.kind != "temperature":
        return None
    if _SEMICOLON.fullmatch(between) and _CLOSES.match(words, second.span.end):
        return "brackets"
    if _SLASH.fullmatch(between):
        return "slash"
    if _COMMA_OR.fullmatch(between):
        return "comma"
    return "or" if _OR.fullmatch(between) else None


def _goes_on(words: str, second: Quantity, third: Quantity) -> bool:
    """Whether a third unit follows: 20 knots (23 mph; 37 km/h), 6 hectares (15 acres; .06 square km)."""
    between = words[second.span.end : third.span.start]
    return (
        _NEXT.fullmatch(between) is not None
        and may_convert(second, third)
        and _CLOSES.match(words, third.span.end) is not None
    )


def may_convert(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities measure the same kind of thing in units of different systems."""
    if first.unit.kind != second.unit.kind or first.unit == second.unit:
        return False
    return first.unit.system != second.unit.system or first.unit.system == "either"


def _explained(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    if first.unit == DEGREE and second.unit.name in _OTHER_SCALE:
        first = replace(first, unit=unit_named(_OTHER_SCALE[second.unit.name]))
    elif second.unit == DEGREE and first.unit.name in _OTHER_SCALE:
        second = replace(second, unit=unit_named(_OTHER_SCALE[first.unit.name]))
    difference = first.difference if first.difference is not False else second.difference
    firm = [
        replace(q, use="measure" if q.use == "doubtful" else q.use, difference=difference) for q in (first, second)
    ]
    return firm[0], firm[1]
