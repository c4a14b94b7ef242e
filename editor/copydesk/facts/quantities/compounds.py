"""Amounts in two units: six feet two, 11st 5lb, 5'10"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec.structs import replace

from copydesk.article import Span
from copydesk.facts.numbers import Number, numbers_in
from copydesk.facts.quantities.arithmetic import factor
from copydesk.facts.quantities.records import Quantity
from copydesk.facts.quantities.units import Unit, UnitForm, unit_at, unit_named
from copydesk.patterns import pattern

# Units of which amounts are written with both.
_COMPOUNDS = (
    ("foot", "inch"),
    ("yard", "foot"),
    ("mile", "yard"),
    ("pound", "ounce"),
    ("stone", "pound"),
    ("meter", "centimeter"),
    ("kilometer", "meter"),
    ("kilogram", "gram"),
)
_PARTS = {first: int(factor(first) / factor(second)) for first, second in _COMPOUNDS}  # of the second in the first
_LARGEST = 1000  # what is larger is given in one unit
_FIGURE = pattern(r"\d+(?:\.\d+)?")
_LINK = pattern(r"(?:,?\s(?:and\s)?|-)$|^$")
_PLAIN_LINK = pattern(r"\s|-|^$")
# A second amount without its unit: 6-foot-2, 6 foot 2½, 11 stone 4, 1 metre 85; after 5ft only where a phrase ends.
_ENDS = r"(?=[.,;:)\]”\"]|$|\s(?:and|tall|high)\b)(?![.,]\d)"
_SMALL = r"\d{1,2}(?:\.5|½|¼|¾|\s[13]/[24])?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
_BARE = {
    "foot": pattern(rf"[-\s](?:(?:{_SMALL})\b(?![\d.,]\d|[-\s]?%)|\d{{1,2}}[½¼¾])"),
    "stone": pattern(rf"\s(?:1[0-3]|[1-9]){_ENDS}"),
    "meter": pattern(rf"\s\d\d{_ENDS}"),
}
_ENDED = pattern(rf"\s(?:{_SMALL}){_ENDS}")
_HYPHENED = pattern(r"[-‐‑](?P<figure>\d{1,3}(?:\.\d+|½|¼|¾)?|[a-z]+)(?=[-‐‑]?[a-z])")
_MEASURED = ("length", "mass", "volume")
_PRIMES = pattern(
    r"(?P<feet>[1-9])(?<![\w.,].)\s?['’′]\s?(?P<inches>\d{1,2}(?:\.\d|½|¼|¾|\s[13]/[24])?)"
    r"\s?(?:[\"”″]|''|’’|(?=[\s,.;)]))"
)


def in_primes(words: str) -> dict[int, Quantity]:
    """Return the heights that are written with marks (5'10"), by where they begin."""
    if "'" not in words and "’" not in words and "′" not in words:
        return {}
    return {match.start(): _in_primes(match) for match in _PRIMES.finditer(words)}


def _in_primes(match: re.Match[str]) -> Quantity:
    (feet,), (inches,) = numbers_in(match["feet"]), numbers_in(match["inches"])
    amount = replace(_sum(feet, inches, _PARTS["foot"]), span=Span(*match.span()))
    return Quantity(amount.span, (amount,), unit_named("foot"), amount.span, is_short=True, compound=True)


def compound(
    words: str, following: Sequence[Number], form: UnitForm, unit_span: Span, amounts: tuple[Number, ...]
) -> tuple[tuple[Number, ...], Span, bool]:
    """Take in the second unit of “6 feet 2 inches”, “11st 5lb”, “6-foot-2”, “5-foot-9-inch”."""
    if len(amounts) > 1 or form.unit.kind not in _MEASURED:
        return amounts, unit_span, False
    first, end = amounts[0], unit_span.end
    for second, between in _seconds(words, end, following):
        found = unit_at(words, second.span.end)
        if found is None:
            continue
        link = _LINK if (form.unit.name, found[0].unit.name) in _COMPOUNDS else _PLAIN_LINK
        if link.fullmatch(between) and 0 <= second.value < (parts := parts_of(form.unit, found[0].unit)):
            return (_sum(first, second, parts),), Span(unit_span.start, found[1].end), True
    bare = _BARE.get(form.unit.name)
    match = bare.match(words, end) if bare else None
    if match is None or unit_at(words, match.end()):
        return amounts, unit_span, False
    if form.unit.name == "foot" and not _may_be_bare(words, first, unit_span):
        return amounts, unit_span, False
    (second,) = numbers_in(match[0][1:])
    if second.value >= _PARTS[form.unit.name]:
        return amounts, unit_span, False
    return (_sum(first, second, _PARTS[form.unit.name]),), Span(unit_span.start, match.end()), True


def _seconds(words: str, end: int, following: Sequence[Number]) -> Iterator[tuple[Number, str]]:
    """Yield what may be the second amount, and what stands before it."""
    for number in following:
        yield number, words[end : number.span.start]
    if match := _HYPHENED.match(words, end):
        for number in numbers_in(match["figure"]):
            yield replace(number, span=Span(*match.span("figure"))), "-"


def _may_be_bare(words: str, first: Number, unit_span: Span) -> bool:
    """Whether inches may follow feet without a word of their own: 6-foot-2, 6 foot 2, but 5ft 9 only at an end."""
    if words[slice(*unit_span)].lower() not in ("foot", "ft"):
        return False
    return words[unit_span.end] == words[first.span.end] or _ENDED.match(words, unit_span.end) is not None


def parts_of(first: Unit, second: Unit) -> int:
    """Return how many of one unit make the other of the same system, 0 where that is no whole number."""
    if first.kind != second.kind or first.system != second.system or {first.origin, second.origin} != {"usual"}:
        return 0
    ratios = {factor(a) / factor(b) for a, b in zip(first.meanings, second.meanings, strict=False)}
    ratio = ratios.pop() if len(ratios) == 1 else Fraction(0)
    return int(ratio) if ratio.denominator == 1 else 0


def _sum(first: Number, second: Number, ratio: int) -> Number:
    return replace(first, value=first.value + second.value / ratio, step=second.step / ratio)


def recomposed(words: str, unit: Unit, value: float) -> str:
    """Return the words of a compound with another value, in `unit`, its first one: 5ft 9in → 6ft 5in.

    Returns nothing if they are not two figures, or it is no amount for two units: 0ft 1in, 3,280ft 10in.
    """
    figures = list(_FIGURE.finditer(words))
    parts = _PARTS.get(unit.name)
    if len(figures) != 2 or not parts:
        return ""
    whole, rest = divmod(round(value * parts), parts)
    if not 0 < whole < _LARGEST:
        return ""
    one, two = figures
    return f"{words[: one.start()]}{whole}{words[one.end() : two.start()]}{rest}{words[two.end() :]}"
