"""Writing a quantity the way an article writes its own: spelling, abbreviations, brackets, thousands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from copydesk.article import Article
from copydesk.facts.numbers import Number
from copydesk.facts.quantities.records import Quantities, Quantity
from copydesk.facts.quantities.units import Unit, unit_named
from copydesk.patterns import pattern

_BRITISH = pattern(r"\b(?:kilo|centi|milli|square\s)?(?:metre|litre)s?\b|\btonnes?\b", re.IGNORECASE)
_AMERICAN = pattern(r"\b(?:kilo|centi|milli|square\s)?(?:meter|liter)s?\b", re.IGNORECASE)
_PLAIN_JOINT = pattern(r"-?\s(?:to|and|or|by)\s|\s?[-–—x×]\s?")
_WORDS = "zero one two three four five six seven eight nine".split()
# Their abbreviations are words of their own, or hardly seen in running copy.
_SPELT_OUT = frozenset(("mile", "inch", "acre", "hectare", "tonne", "ton", "gallon", "liter", "stone"))

_TARGETS = {
    "kilometer": "mile",
    "meter": "foot",
    "centimeter": "inch",
    "millimeter": "inch",
    "mile": "kilometer",
    "yard": "meter",
    "foot": "meter",
    "inch": "centimeter",
    "square_kilometer": "square_mile",
    "square_meter": "square_foot",
    "square_centimeter": "square_inch",
    "square_mile": "square_kilometer",
    "square_yard": "square_meter",
    "square_foot": "square_meter",
    "square_inch": "square_centimeter",
    "hectare": "acre",
    "acre": "hectare",
    "cubic_kilometer": "cubic_mile",
    "cubic_meter": "cubic_foot",
    "cubic_mile": "cubic_kilometer",
    "cubic_foot": "cubic_meter",
    "cubic_yard": "cubic_meter",
    "kilogram": "pound",
    "gram": "ounce",
    "pound": "kilogram",
    "ounce": "gram",
    "stone": "kilogram",
    "liter": "gallon",
    "gallon": "liter",
    "kilometer_per_hour": "mile_per_hour",
    "mile_per_hour": "kilometer_per_hour",
    "celsius": "fahrenheit",
    "fahrenheit": "celsius",
}


class Habits(msgspec.Struct, frozen=True):
    """How an article writes quantities. `units` are the words it uses for a unit in its conversions."""

    british: bool
    square: bool
    thousands: str
    units: dict[str, tuple[bool, str]]
    targets: dict[str, Unit]
    words: bool


def habits_of(article: Article, found: Quantities) -> Habits:
    """Return how the article writes what it converts."""
    text = article.text
    british, american = (sum(1 for _ in pattern.finditer(text)) for pattern in (_BRITISH, _AMERICAN))
    seconds = [conversion.second for conversion in found.conversions]
    settings = Counter(conversion.setting for conversion in found.conversions)
    in_words = [c for c in found.conversions if c.first.amounts[0].form == "words" and _small(c.second)]
    spelt = sum(c.second.amounts[0].form == "words" for c in in_words)
    return Habits(
        british=british > american
        or (british == american and article.language in ("en-GB", "en-AU", "en-IE", "en-NZ")),
        square=settings["square"] > settings["brackets"],
        thousands=_thousands(article, found),
        units={q.unit.name: (q.is_short, q.unit_words) for q in (*found.all, *seconds) if not q.compound},
        targets={conversion.first.unit.name: conversion.second.unit for conversion in found.conversions},
        words=spelt > len(in_words) - spelt,
    )


def _small(quantity: Quantity) -> bool:
    return all(number.value < 10 and number.step >= 1 for number in quantity.amounts)


def _thousands(article: Article, found: Quantities) -> str:
    """Return what stands between thousands: a comma, unless the article leaves it out or puts a space."""
    marks: Counter[str] = Counter()
    for quantity in found.all:
        for number in quantity.amounts:
            written = article.text[slice(*number.span)]
            if mark := re.search(r"\d([,\u00a0\u2009\u202f])\d{3}", written):
                marks[mark[1]] += 1
            elif re.fullmatch(r"\d{4}", written):
                marks[""] += 1
    return max(marks, key=lambda mark: marks[mark]) if marks else ","


def target_of(quantity: Quantity, habits: Habits, value: float) -> Unit | None:
    """Return the unit to convert a quantity into; None for units that copy rarely converts, or that say too little.

    `value` is its greatest amount. An article that turns feet into centimeters elsewhere is followed.
    """
    name = quantity.unit.name
    if name in habits.targets and name in _TARGETS:
        return habits.targets[name]
    if name == "gallon" and habits.british:
        return None  # a British gallon is a fifth larger, and rarely meant
    if name == "liter" and habits.british:
        return None
    if name == "foot" and value < 3:
        return unit_named("centimeter")
    if name == "pound" and value < 1:
        return unit_named("gram")
    target = _TARGETS.get(name)
    return unit_named(target) if target else None


def written(quantity: Quantity, unit: Unit, amounts: Sequence[Number], habits: Habits) -> str:
    """Return `amounts` in `unit` as the article would write them beside `quantity`, without brackets."""
    figures = [number_written(number, habits) for number in amounts]
    if len(figures) > 1 and figures[0] != figures[-1]:
        joint = quantity.between if _PLAIN_JOINT.fullmatch(quantity.between) else f" {quantity.joint} "
        figures = [joint.join(figures)]
    return figures[-1] + _unit_written(quantity, unit, amounts[-1], habits)


def _unit_written(quantity: Quantity, unit: Unit, number: Number, habits: Habits) -> str:
    if unit.kind == "temperature":
        return quantity.gap + _degrees(quantity.unit_words, unit)
    is_short, own = habits.units.get(unit.name, (quantity.is_short and unit.name not in _SPELT_OUT, ""))
    if is_short:
        word = own or unit.short
        if unit.name == "square_mile" and not own and number.value != 1:
            word += "s"
        gap = "-" if quantity.hyphenated else quantity.gap if quantity.is_short else " "
        return gap + word
    word = unit.singular if quantity.hyphenated or number.value == 1 else unit.plural
    if habits.british:
        word = word.replace("meter", "metre").replace("liter", "litre")
    return "-" + word.replace(" ", "-") if quantity.hyphenated else " " + word


def _degrees(beside: str, unit: Unit) -> str:
    """Name the other scale as the first is named: degrees Celsius → degrees Fahrenheit, °C → °F, C → F."""
    name, letter = unit.singular.rpartition(" ")[2], unit.short[-1]
    if re.search(r"celsius|fahrenheit|centigrade", beside, re.IGNORECASE):
        return re.sub(r"celsius|fahrenheit|centigrade", name, beside, flags=re.IGNORECASE)
    return beside[:-1] + letter


def number_written(number: Number, habits: Habits, *, to_last_place: bool = False) -> str:
    """Return a number as the article writes numbers: 444, 1,290, 93 million, -7.5; 8.0 only `to_last_place`."""
    value = number.value
    if abs(value) >= 1_000_000:
        for name, scale in (("billion", Decimal(10**9)), ("million", Decimal(10**6))):
            if abs(value) >= scale:
                return f"{(value / scale).normalize():f} {name}"
    if habits.words and number.form == "words" and 0 <= value < 10 and number.step >= 1:
        return _WORDS[int(value)]
    places = max(0, -int(number.step.normalize().as_tuple().exponent))
    if value == value.to_integral_value() and not to_last_place:
        places = 0
    figures = f"{value:,.{places}f}"
    if abs(value) < 10_000 or habits.thousands:
        figures = figures.replace(",", habits.thousands)
    return figures
