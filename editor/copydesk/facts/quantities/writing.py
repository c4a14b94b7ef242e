"""Writing a quantity the way an article writes its own: spelling, abbreviations, brackets, thousands."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from copydesk.article import Article
from copydesk.facts.numbers import Number
from copydesk.facts.quantities.arithmetic import factor
from copydesk.facts.quantities.compounds import recomposed
from copydesk.facts.quantities.nations import Nation, nation_of, spells_british, usual_in
from copydesk.facts.quantities.records import Conversion, Quantities, Quantity
from copydesk.facts.quantities.rounding import in_unit
from copydesk.facts.writing_numbers import in_digits, in_words
from copydesk.patterns import pattern
from copydesk.text.units import Kind, Unit, british, unit_named

_PEOPLE = {"foot": 8, "stone": 40, "pound": 15}  # what of them is given in two units: heights, weights
_PLAIN_JOINT = pattern(r"-?\s(?:to|and|or|by)\s|-(?:to|and|or|by)-|\s?[-–—x×]\s?")
_SCALES = (("trillion", Decimal(10**12)), ("billion", Decimal(10**9)), ("million", Decimal(10**6)))
_MOST_PLACES = 2  # decimals before “million”
# Their abbreviations are words of their own, or hardly seen in running copy.
_SPELT_OUT = frozenset(
    (
        "mile",
        "inch",
        "acre",
        "hectare",
        "tonne",
        "ton",
        "gallon",
        "pint",
        "liter",
        "stone",
        "short_ton",
        "barrel",
        "knot",
    )
)

_ALIKE = 10  # times larger or smaller, and an amount takes the same unit as another one

# What copy converts, and into what.
_TARGETS = {
    "kilometer": "mile",
    "meter": "foot",
    "centimeter": "inch",
    "millimeter": "inch",
    "mile": "kilometer",
    "yard": "meter",
    "foot": "meter",
    "inch": "centimeter",
    "nautical_mile": "kilometer",
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
    "us_gallon": "liter",
    "imperial_gallon": "liter",
    "kilometer_per_hour": "mile_per_hour",
    "mile_per_hour": "kilometer_per_hour",
    "meter_per_second": "mile_per_hour",
    "foot_per_second": "meter_per_second",
    "knot": "kilometer_per_hour",
    "celsius": "fahrenheit",
    "fahrenheit": "celsius",
}
# The same for amounts from one size to another.
_BY_SIZE = (
    ("foot", 0, 3, "centimeter"),
    ("inch", 100, math.inf, "meter"),
    ("pound", 0, 1, "gram"),
    ("acre", 100_000, math.inf, "square_kilometer"),
)
# What is converted only where the article converts its like, or the house wants all: readers take these as they come.
_RARE = {
    "tonne": "short_ton",
    "ton": "tonne",
    "short_ton": "tonne",
    "long_ton": "tonne",
    "barrel": "liter",
    "pint": "liter",
    "us_pint": "liter",
    "imperial_pint": "liter",
    "quart": "liter",
    "fluid_ounce": "milliliter",
    "milliliter": "fluid_ounce",
    "cubic_centimeter": "cubic_inch",
    "cubic_inch": "cubic_centimeter",
    "psi": "kilopascal",
    "kilopascal": "psi",
    "bar": "psi",
    "inch_of_mercury": "hectopascal",
    "hectopascal": "inch_of_mercury",
    "millibar": "inch_of_mercury",
    "horsepower": "kilowatt",
    "kilowatt": "horsepower",
    "calorie": "kilojoule",
    "kilocalorie": "kilojoule",
    "kilojoule": "calorie",
    "miles_per_gallon": "liters_per_100_kilometers",
    "liters_per_100_kilometers": "miles_per_gallon",
}

# What a rare unit, or one of the house's, is converted into: from how many SI units on, metric or customary.
_LADDERS: dict[Kind, tuple[tuple[float, str, str], ...]] = {
    "length": ((1000, "kilometer", "mile"), (1, "meter", "foot"), (0, "centimeter", "inch")),
    "area": ((1e6, "square_kilometer", "square_mile"), (1e5, "hectare", "acre"), (0, "square_meter", "square_foot")),
    "volume": ((10, "cubic_meter", "cubic_foot"), (1e-3, "liter", "gallon"), (0, "milliliter", "fluid_ounce")),
    "mass": ((1000, "tonne", "short_ton"), (1, "kilogram", "pound"), (0, "gram", "ounce")),
    "speed": ((0, "kilometer_per_hour", "mile_per_hour"),),
    "pressure": ((0, "kilopascal", "psi"),),
    "energy": ((0, "kilojoule", "british_thermal_unit"),),
    "power": ((0, "kilowatt", "horsepower"),),
}


class Habits(msgspec.Struct, frozen=True):
    """How an article writes quantities. `units` are the words it uses for a unit in its conversions."""

    british: bool
    square: bool
    thousands: str
    units: dict[str, tuple[bool, str]]
    targets: dict[str, list[tuple[float, Unit]]]
    words: bool
    compounds: dict[str, str]
    gap: str
    nation: Nation
    shorts: dict[str, bool]  # whether the first amount that is converted into a unit has a short form


def habits_of(article: Article, found: Quantities) -> Habits:
    """Return how the article writes what it converts."""
    seconds = [conversion.second for conversion in found.conversions]
    firm = [c for c in found.conversions if c.crosses and c.setting != "equivalence"]
    settings = Counter(conversion.setting for conversion in found.conversions)
    in_words = [c for c in found.conversions if c.first.amounts[0].form == "words" and _small(c.second)]
    spelt = sum(c.second.amounts[0].form == "words" for c in in_words)
    shorts = {_TARGETS.get(q.unit.name, ""): q.is_short for q in reversed(found.all)}
    gaps = Counter(q.gap for q in found.all if q.is_short and q.gap in ("", " ") and not q.compound)
    return Habits(
        british=spells_british(article),
        square=settings["square"] > settings["brackets"],
        thousands=_thousands(article, found),
        units={q.unit.name: (q.is_short, q.unit_words) for q in (*found.all, *seconds) if not q.compound},
        targets=_targets(firm),
        words=spelt > len(in_words) - spelt,
        compounds={c.second.unit.name: article.words_at(c.second.span) for c in firm if c.second.compound},
        gap=max(gaps, key=lambda gap: gaps[gap]) if gaps else " ",
        nation=nation_of(article),
        shorts=shorts,
    )


def _targets(conversions: Sequence[Conversion]) -> dict[str, list[tuple[float, Unit]]]:
    targets: dict[str, list[tuple[float, Unit]]] = {}
    for conversion in conversions:
        value = abs(float(conversion.first.amounts[-1].value)) or 1.0
        targets.setdefault(conversion.first.unit.name, []).append((value, conversion.second.unit))
    return targets


def _small(quantity: Quantity) -> bool:
    return all(number.value < 10 and number.step >= 1 for number in quantity.amounts)


def _thousands(article: Article, found: Quantities) -> str:
    """Return what is between thousands: a comma, unless the article leaves it out or puts a space."""
    marks: Counter[str] = Counter()
    for quantity in found.all:
        for number in quantity.amounts:
            written = article.text[slice(*number.span)]
            if mark := re.search(r"\d([,\u00a0\u2009\u202f])\d{3}", written):
                marks[mark[1]] += 1
            elif re.fullmatch(r"\d{4}", written):
                marks[""] += 1
    return max(marks, key=lambda mark: marks[mark]) if marks else ","


def target_of(
    quantity: Quantity, habits: Habits, value: float, *, always: bool = False, into: str = "metric"
) -> Unit | None:
    """Return the unit to convert a quantity into; None for units that copy rarely converts, or that say too little.

    `value` is its greatest amount. An article that turns feet into centimeters elsewhere is followed, for amounts of
    that size: who gives one foot as 30 cm gives 12 feet in meters. `always` says that units are converted too that
    mostly are not (barrels, horsepower). `into` is the system in which a unit of the house's is given.
    """
    name = quantity.unit.name
    if own := _own_target(name, habits.targets.get(name, ()), value):
        return usual_in(habits.nation, own)
    origin = quantity.unit.origin
    if origin == "house" or (origin == "rare" and always):
        customary = origin == "house" and into == "customary"
        return usual_in(habits.nation, _by_size(quantity, value, customary=customary))
    for given, least, below, wanted in _BY_SIZE:
        if name == given and least <= value < below:
            return unit_named(wanted)
    if always and name.endswith("pint") and value < 2:
        return unit_named("milliliter")
    if name == "liter" and habits.nation == "imperial" and not always:
        return None  # who writes litres does without gallons
    target = _TARGETS.get(name) or (_RARE.get(name) if always else None)
    if name == "tonne" and habits.nation == "imperial":
        return None  # a long ton is as good as a tonne
    return usual_in(habits.nation, unit_named(target)) if target else None


def _by_size(quantity: Quantity, value: float, *, customary: bool) -> Unit:
    size = value * float(factor(quantity.unit.meanings[0]))
    names = next(names for least, *names in _LADDERS[quantity.unit.kind] if size >= least)
    return unit_named(names[customary])


def _own_target(name: str, given: Sequence[tuple[float, Unit]], value: float) -> Unit | None:
    """Return the unit that the article itself takes for amounts of about this size, or of any for rare units."""
    if not given:
        return None
    size = abs(value) or 1.0
    near, unit = min(given, key=lambda one: max(one[0] / size, size / one[0]))
    return unit if name not in _TARGETS or max(near / size, size / near) <= _ALIKE else None


def written(quantity: Quantity, unit: Unit, amounts: Sequence[Number], habits: Habits) -> str | None:
    """Return `amounts` in `unit` as the article would write them beside `quantity`, without brackets.

    Where it writes the height of people in feet and inches, so does this. None for what no copy would have.
    """
    exact, like = next(in_unit(quantity, unit)), habits.compounds.get(unit.name, "")
    if len(exact) == 1 and exact[0] < _PEOPLE.get(unit.name, 0) and (words := recomposed(like, unit, exact[0])):
        return words
    figures = numbers_written(amounts, habits)
    if not figures:
        return None
    if len(figures) > 1 and figures[0] != figures[-1]:
        joint = quantity.between if _PLAIN_JOINT.fullmatch(quantity.between) else f" {quantity.joint} "
        figures = [joint.join(figures)]
    word = _unit_written(quantity, unit, amounts[-1], habits)
    runs_on = figures[-1][-1].isalpha() and word[0].isalpha()  # million, km
    return f"{figures[-1]} {word}" if runs_on else figures[-1] + word


def _unit_written(quantity: Quantity, unit: Unit, number: Number, habits: Habits) -> str:
    if unit.kind == "temperature":
        return quantity.gap + _degrees(quantity.unit_words, unit)
    short = habits.shorts.get(unit.name, quantity.is_short) and unit.name not in _SPELT_OUT
    is_short, own = habits.units.get(unit.name, (short, ""))
    if is_short:
        word = own or unit.short
        if unit.name == "square_mile" and not own and number.value != 1:
            word += "s"
        alike = quantity.is_short and quantity.unit_words
        gap = "-" if quantity.hyphenated else quantity.gap if alike else habits.gap
        if not gap and word in (unit.singular, unit.plural):
            gap = " "
        return gap + word
    word = unit.singular if quantity.hyphenated or number.value == 1 else unit.plural
    if habits.british:
        word = british(word).replace("metric ton", "tonne")
    return "-" + word.replace(" ", "-") if quantity.hyphenated else " " + word


def _degrees(beside: str, unit: Unit) -> str:
    """Name the other scale as the first is named: degrees Celsius → degrees Fahrenheit, °C → °F, C → F."""
    name, letter = unit.singular.rpartition(" ")[2], unit.short[-1]
    if re.search(r"celsius|fahrenheit|centigrade", beside, re.IGNORECASE):
        return re.sub(r"celsius|fahrenheit|centigrade", name, beside, flags=re.IGNORECASE)
    return beside.removesuffix(".")[:-1] + letter


def numbers_written(amounts: Sequence[Number], habits: Habits, *, to_last_place: bool = False) -> list[str]:
    """Return amounts as the article writes numbers; none if there is one that no copy would have."""
    figures = [figure for one in amounts if (figure := number_written(one, habits, to_last_place=to_last_place))]
    return figures if len(figures) == len(amounts) else []


def number_written(number: Number, habits: Habits, *, to_last_place: bool = False) -> str | None:
    """Return a number as the article writes numbers: 444, 1,290, 93 million, -7.5; 8.0 only `to_last_place`.

    None for one that no copy would have.
    """
    value = number.value
    for name, scale in _SCALES:
        if abs(value) >= scale:
            amount = (value / scale).normalize()
            places = _places(amount)
            if places > _MOST_PLACES:
                break  # 1,234,567 is not 1.234567 million
            figure = in_digits(amount, places, habits.thousands)
            return figure and f"{figure} {name}"
    if habits.words and number.form == "words" and 0 <= value < 10 and number.step >= 1:
        return in_words(int(value))
    if value == value.to_integral_value() and not to_last_place:
        return in_digits(value, 0, habits.thousands)
    step = number.step.normalize()
    places = min(_places(step), 1 - step.adjusted())  # a third, or a twelfth, has no last decimal
    return in_digits(value, max(0, places), habits.thousands)


def _places(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))
