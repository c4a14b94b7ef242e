"""Which quantity converts which: brackets, slashes, commas, dashes, “or”."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from copydesk.facts.quantities.joints import Joint
from copydesk.facts.quantities.records import Conversion, Quantity, Setting
from copydesk.facts.quantities.rounding import in_unit, is_explained
from copydesk.text.units import unit_named

_LOOSE: tuple[tuple[Setting, str], ...] = (("dash", "dash"), ("comma", "comma"), ("comma", "semicolon"))
_LONGEST_LINK = 60  # code points between two quantities of which one converts the other
_SHORTENED = {
    ("speed", "kilometer"): "kilometer_per_hour",
    ("speed", "mile"): "mile_per_hour",
    ("pressure", "inch"): "inch_of_mercury",
    ("pressure", "millimeter"): "millimeter_of_mercury",
}
_FAR = 12  # times that a value in brackets may be off and still be meant for the one before it
_NEAR = 2.5  # the same between dashes, and between commas behind “about”
_OTHER_SCALE = {"celsius": "fahrenheit", "fahrenheit": "celsius"}


def conversions_in(words: str, found: Sequence[Quantity]) -> tuple[list[Conversion], list[Quantity]]:
    """Return the conversions among quantities that stand in order, and the quantities as conversions explain them.

    “40 degrees (104 F)” says which degrees are meant, and that 104 F is a temperature.
    """
    read, links = list(found), list[tuple[int, int, Setting]]()
    index = 0
    while index + 1 < len(read):
        read[index + 1] = _completed(words, read[index], read[index + 1])
        setting = _setting(words, read[index], read[index + 1])
        if setting is None:
            index += 1
            continue
        last = index + 1
        while True:
            links.append((index, last, setting))
            read[index], read[last] = _explained(read[index], read[last])
            if last + 1 == len(read) or not _goes_on(words, read[index], *read[last : last + 2]):
                break
            last += 1
            if not may_convert(read[index], read[last]):
                links.append((last - 1, last, setting))
                break
        index = last + (not _opens_again(words, read, last))
    if any(read[first].unit.kind == "temperature" for first, _, _ in links):
        read = [replace(q, use="measure") if q.unit.name in _OTHER_SCALE else q for q in read]  # so 20C is one, too
    return [Conversion(read[first], read[second], setting) for first, second, setting in links], read


def _opens_again(words: str, found: Sequence[Quantity], last: int) -> bool:
    """Whether a bracket behind a conversion converts it in its turn: 50 tons, or 100,000 pounds (45,000 kg)."""
    if last + 1 == len(found):
        return False
    return Joint(words, found[last].span, found[last + 1].span).opens() != ""


def _setting(words: str, first: Quantity, second: Quantity) -> Setting | None:
    if second.span.start - first.span.end > _LONGEST_LINK:
        return None
    if not may_convert(first, second):
        return "brackets" if _is_restated(words, first, second) else None
    joint = Joint(words, first.span, second.span)
    if bracket := joint.opens():
        if not joint.closes():
            return None
        return "square" if bracket == "[" else "brackets"
    if _is_equivalence(joint, first, second):
        return "equivalence"
    if "doubtful" in (first.use, second.use) and first.unit.kind != "temperature":
        return None
    if joint.is_slash():
        return "slash"
    if joint.is_comma_or():
        return "comma"
    return "or" if joint.is_or() else _loose_setting(joint, first, second)


def _completed(words: str, first: Quantity, second: Quantity) -> Quantity:
    """Take the kilometers of “40 miles per hour (65 km)”, the inches of “980 millibars (28.94 inches)” as meant."""
    name = _SHORTENED.get((first.unit.kind, second.unit.name))
    if name in (None, first.unit.name) or not _is_all_of_a_bracket(words, first, second):
        return second
    meant = replace(second, unit=unit_named(name))
    return meant if _is_within(first, meant, _FAR) else second


def _is_all_of_a_bracket(words: str, first: Quantity, second: Quantity) -> bool:
    joint = Joint(words, first.span, second.span)
    return joint.opens(bare=True) != "" and joint.closes_bare()


def _is_restated(words: str, first: Quantity, second: Quantity) -> bool:
    """Whether a bracket gives a quantity in a larger or smaller unit: 26,000 acres (40 square miles).

    Two amounts that are far from one another are two things.
    """
    if first.unit.kind != second.unit.kind or first.unit == second.unit or first.compound or second.compound:
        return False
    if {first.use, second.use} != {"measure"} or len(first.amounts) + len(second.amounts) != 2:
        return False
    if not (first.unit.meanings and second.unit.meanings and first.amounts[0].value > 0):
        return False
    return _is_within(first, second, _FAR) and _is_all_of_a_bracket(words, first, second)


def _is_within(first: Quantity, second: Quantity, times: float) -> bool:
    """Whether the first amounts of two quantities are no more than so many times apart."""
    exact = next(in_unit(first, second.unit), (0.0,))[0]  # nobody means a US and an imperial unit at once
    return exact != 0 and 1 / times < float(second.amounts[0].value) / exact < times


def _loose_setting(joint: Joint, first: Quantity, second: Quantity) -> Setting | None:
    """Return “dash” or “comma” where such a mark is on both sides, and the two values agree.

    Where nothing else is between two dashes, or commas and an “about”, they need not agree.
    """
    if not (first.unit.meanings and second.unit.meanings):
        return None
    for setting, mark in _LOOSE:
        if joint.is_set_off(mark):
            if is_explained(Conversion(first, second, setting)):
                return setting
            return setting if joint.is_aside() and _is_within(first, second, _NEAR) else None
    return None


def _is_equivalence(joint: Joint, first: Quantity, second: Quantity) -> bool:
    """Whether it says what one unit is in another, of which readers can make their own conversions."""
    return len(first.amounts) == len(second.amounts) == 1 == first.amounts[0].value and joint.is_equation()


def _goes_on(words: str, first: Quantity, second: Quantity, third: Quantity) -> bool:
    """Whether a third unit follows: 20 knots (23 mph; 37 km/h), 6 hectares (15 acres; .06 square km)."""
    joint = Joint(words, second.span, third.span)
    return joint.goes_on() and (may_convert(second, third) or may_convert(first, third)) and joint.closes()


def may_convert(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities measure the same kind of thing in units of different systems."""
    if first.unit.kind != second.unit.kind or first.unit == second.unit:
        return False
    return first.unit.system != second.unit.system or first.unit.system == "either"


def _explained(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    if first.unit.name == "degree" and second.unit.name in _OTHER_SCALE:
        first = replace(first, unit=unit_named(_OTHER_SCALE[second.unit.name]))
    elif second.unit.name == "degree" and first.unit.name in _OTHER_SCALE:
        second = replace(second, unit=unit_named(_OTHER_SCALE[first.unit.name]))
    difference = first.difference if first.difference is not False else second.difference
    firm = [
        replace(q, use="measure" if q.use == "doubtful" else q.use, difference=difference) for q in (first, second)
    ]
    return firm[0], firm[1]
