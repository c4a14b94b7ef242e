"""Amounts in two units: six feet two, 11st 5lb, 5'10"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

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
_BARE_INCHES = pattern(
    r"[-\s](?P<inches>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b(?![\d.,]\d|[-\s]?%)"
)
_BARE_POUNDS = pattern(r"\s(?P<pounds>1[0-3]|[1-9])\b(?=[.,;:)\]”\"]|$|\sand\b)(?![.,]\d)")  # 11 stone 4
_PRIMES = pattern(
    r"(?P<feet>[1-9])(?<![\w.,].)\s?['’′]\s?(?P<inches>\d{1,2}(?:\.\d)?)\s?(?:[\"”″]|''|’’|(?=[\s,.;)]))"
)


def in_primes(words: str) -> dict[int, Quantity]:
    """Return the heights that are written with marks (5'10"), by where they begin."""
    if "'" not in words and "’" not in words and "′" not in words:
        return {}
    return {match.start(): _in_primes(match) for match in _PRIMES.finditer(words)}


def _in_primes(match: re.Match[str]) -> Quantity:
    step = Decimal(1) / _PARTS["foot"]
    amount = Number(Span(*match.span()), Decimal(match["feet"]) + Decimal(match["inches"]) / _PARTS["foot"], step)
    return Quantity(amount.span, (amount,), unit_named("foot"), amount.span, is_short=True, compound=True)


def compound(
    words: str, following: Sequence[Number], form: UnitForm, unit_span: Span, amounts: tuple[Number, ...]
) -> tuple[tuple[Number, ...], Span, bool]:
    """Take in the second unit of “6 feet 2 inches”, “11st 5lb”, “6-foot-2”."""
    if len(amounts) > 1:
        return amounts, unit_span, False
    first = amounts[0]
    if form.unit.name == "foot" and words[unit_span.start : unit_span.end].lower() in ("foot", "ft"):
        bare = _BARE_INCHES.match(words, unit_span.end)
        if bare and unit_at(words, bare.end()) is None and words[unit_span.end] == words[first.span.end]:
            inches = numbers_in(bare["inches"])[0]
            if inches.value < _PARTS["foot"]:
                return (_sum(first, inches, _PARTS["foot"]),), Span(unit_span.start, bare.end()), True
    if form.unit.name == "stone" and (bare := _BARE_POUNDS.match(words, unit_span.end)):
        (pounds,) = numbers_in(bare["pounds"])
        return (_sum(first, pounds, _PARTS["stone"]),), Span(unit_span.start, bare.end()), True
    if following and _LINK.match(words[unit_span.end : following[0].span.start]):
        second = unit_at(words, following[0].span.end)
        if second and (form.unit.name, second[0].unit.name) in _COMPOUNDS:
            ratio = _PARTS[form.unit.name]
            if 0 <= following[0].value < ratio:
                return (_sum(first, following[0], ratio),), Span(unit_span.start, second[1].end), True
    return amounts, unit_span, False


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
