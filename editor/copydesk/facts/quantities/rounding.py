"""What rounding by a sensible writer does: how precise a conversion should be, and which one it explains.

A figure says how exact it is by its last digit, or, where it ends in noughts, by any digit from there up to
the last that is not one: 300 may be exact, or to the nearest 10, 50 or 100. A conversion is right if one of the
two values, converted and rounded in such a way, gives the other; or if thumb (1.6 kilometers to a mile) does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from msgspec.structs import replace

from copydesk.facts.numbers import Number
from copydesk.facts.quantities.arithmetic import converted
from copydesk.facts.quantities.records import Conversion, Quantity
from copydesk.text.units import Unit

_THUMB = 0.007  # 1.6 kilometers for 1.609 is a rounding of figures
_SHORT_THUMB = 0.0165  # so are 2.5 centimeters to an inch, 30 to a foot, 0.9 meters to a yard, 2.5 acres to a hectare
_SHORT = frozenset(("inch", "foot", "yard", "centimeter", "millimeter", "acre", "hectare"))
_COARSE = 0.1  # how far off rounding to tens and hundreds may go; further is an error
_GUSTY = 0.12  # the same for speeds: weather services give 14 mph as 25 km/h, rounded to fives
_FIVE = Decimal(5)
_NAUTICAL = {  # what storm centers work these out from
    "mile": "nautical_mile",
    "kilometer": "nautical_mile",
    "mile_per_hour": "knot",
    "kilometer_per_hour": "knot",
}
_GENEROUS_HALF = 0.55  # of the last digit of a small number: 12 km (eight miles), which is 7.46
_HEDGED = 0.12  # the same, for a value that is said to be rough: 90 meters (about 100 yards)
_ONE_SIDED = 0.2  # “more than 20 miles” for 21.7 (or 24), “nearly 25 miles” for 23
_FINER = 1000  # so many times more precise than what it was worked out from: 160.9 kilometers for 100 miles
_FINER_THAN_ABOUT = 150  # the same for “about 100 miles”, and for hundredths: 18.64 miles for 30 kilometers
_LOSES_LITTLE = 0.0075  # rounding an inserted value to noughts
_LOSES_SOME = 0.035  # rounding it to whole units: 5 kilometers (3 miles), 20 kilometers (12 miles)


def in_unit(quantity: Quantity, unit: Unit) -> Iterator[tuple[float, ...]]:
    """Yield the amounts of a quantity in another unit, once for every meaning that the units may have.

    A ton may be short, long or metric; degrees that may be a reading or a difference are taken for both.
    """
    differences = (False, True) if quantity.difference is None else (quantity.difference,)
    for given, wanted in _readings(quantity.unit, unit):
        for difference in differences:
            yield tuple(
                converted(float(number.value), given, wanted, difference=difference) for number in quantity.amounts
            )


def _other_nation(given: str, wanted: str) -> bool:
    """Whether one unit is of the United States and the other imperial: nobody means both at once."""
    return {given.partition("_")[0], wanted.partition("_")[0]} == {"us", "imperial"}


def is_explained(conversion: Conversion) -> bool:
    """Return whether rounding explains how the two quantities differ, or they cannot be compared."""
    return explanation_of(conversion) is not None


def explanation_of(conversion: Conversion) -> tuple[str, str] | None:
    """Return the meanings of the two units by which rounding explains how the quantities differ, or None.

    Meanings usual in the article's country come first. Quantities that cannot be compared are taken as explained.
    """
    first, second = conversion.first, conversion.second
    usual = "".join(first.unit.meanings[:1]), "".join(second.unit.meanings[:1])
    if not all(usual):
        return usual
    if len(first.amounts) != len(second.amounts):
        sides = "by" in (first.joint, second.joint)
        return usual if sides or _meets_range(first, second) else None
    for given, wanted in _readings(first.unit, second.unit):
        here = replace(first, unit=replace(first.unit, meanings=(given,)))
        there = replace(second, unit=replace(second.unit, meanings=(wanted,)))
        backwards = list(in_unit(there, here.unit))
        for forwards in in_unit(here, there.unit):
            if all(
                _agree(one, other, exact, first.unit, back)
                for one, other, exact, back in zip(
                    first.amounts, second.amounts, forwards, _nearest(backwards, first.amounts), strict=True
                )
            ):
                return given, wanted
    return None


def comes_from_nautical(conversion: Conversion) -> bool:
    """Return whether both values are rounded to fives from one in nautical miles or knots, as storm centers do.

    10 nautical miles are printed as 10 miles and 20 kilometers, 20 as 25 and 35 (National Hurricane Center).
    """
    sides = (conversion.first, conversion.second)
    if any(len(quantity.amounts) != 1 or quantity.unit.name not in _NAUTICAL for quantity in sides):
        return False
    factors = [converted(1, _NAUTICAL[quantity.unit.name], quantity.unit.meanings[0]) for quantity in sides]
    values = [quantity.amounts[0].value for quantity in sides]
    start = int(float(values[0]) / factors[0] // 5) * 5
    return any(
        all(rounded(n * factor, _FIVE) == value for factor, value in zip(factors, values, strict=True))
        for n in range(max(5, start - 5), start + 11, 5)
    )


def _meets_range(first: Quantity, second: Quantity) -> bool:
    """Whether one value lies in the range that it converts, or that converts it: 5 to 7 miles (about 10 km)."""
    values = [float(number.value) for number in second.amounts]
    slack = 0.0 if second.unit.kind != "temperature" else _COARSE * 40
    return any(
        min(exact) * (1 - _HEDGED) - slack <= max(values) and min(values) <= max(exact) * (1 + _HEDGED) + slack
        for exact in in_unit(first, second.unit)
    )


def _readings(first: Unit, second: Unit) -> Iterator[tuple[str, str]]:
    for given in first.meanings:
        for wanted in second.meanings:
            if not _other_nation(given, wanted):
                yield given, wanted


def _nearest(candidates: list[tuple[float, ...]], amounts: tuple[Number, ...]) -> tuple[float, ...]:
    return min(candidates, key=lambda values: abs(values[0] - float(amounts[0].value)))


def _agree(here: Number, there: Number, exact: float, unit: Unit, back: float) -> bool:
    """Whether `there` may stand for `exact`, which `here` is in its unit, or `here` for `back`."""
    temperature = unit.kind == "temperature"
    value = float(there.value)
    half = _GENEROUS_HALF if there.step == 1 and abs(value) < 10 else 0.5000001
    if abs(exact - value) <= float(there.step) * half:
        return True  # rounded to its own last digit
    error = abs(exact - value) / max(abs(exact), 1e-9)
    if temperature:
        error = abs(exact - value) / 40  # a relative error means nothing on a scale with a set zero
    elif error <= (_SHORT_THUMB if unit.name in _SHORT else _THUMB):
        return True
    if (there.hedge == "over" and exact > value) or (there.hedge == "under" and exact < value):
        return error <= _ONE_SIDED
    coarse = _HEDGED if there.hedge == "about" else _GUSTY if unit.kind == "speed" else _COARSE
    if error <= coarse and (_rounds_to(exact, there) or _rounds_to(back, here)):
        return True
    # Weather services measure in knots and round both speeds from those.
    return unit.kind == "speed" and abs(exact - value) <= float(there.step) / 2 + float(here.step) / 2 * abs(
        exact / float(here.value) if here.value else 1
    )


def _rounds_to(exact: float, number: Number) -> bool:
    return any(abs(exact - float(number.value)) <= step / 2 * 1.000001 for step in _steps(number))


def _steps(number: Number) -> Iterator[float]:
    """Yield the precisions to which a number may have been rounded: 1, 5, 10 and 50 for 250."""
    step = number.step
    yield float(step)
    while number.value and not number.value % (step * 5):
        yield float(step * 5)
        if step < 1 or number.value % (step * 10):
            return
        step *= 10
        yield float(step)


def fitting(quantity: Quantity, unit: Unit) -> tuple[Number, ...]:
    """Return the amounts of a quantity in `unit`, as precise as the quantity itself. Spans are the quantity's.

    35 kilometers give 22 miles, 116 feet 35.4 meters, 1,150 square kilometers 444 square miles.
    """
    exact = next(in_unit(quantity, unit))
    if unit.kind == "temperature":
        steps = (_degrees_step(quantity, exact),) * len(exact)
    else:
        steps = tuple(
            _step(value, value * float(_precision(number) / number.value) if number.value else 1.0)
            for value, number in zip(exact, quantity.amounts, strict=True)
        )
    return tuple(
        _number(value, step, number) for value, step, number in zip(exact, steps, quantity.amounts, strict=True)
    )


def _degrees_step(quantity: Quantity, exact: tuple[float, ...]) -> float:
    if quantity.difference:
        return 1.0 if all(_loses(value, 1.0) <= _LOSES_SOME for value in exact) else 0.1
    return 0.1 if any(number.step < 1 for number in quantity.amounts) else 1.0


def _precision(number: Number) -> Decimal:
    """How exact an amount is, as a power of ten; but 75 is not so exact as 76."""
    step = number.round_step
    if step == 1 and not number.value % 5:
        return Decimal(5)
    return step


def _step(exact: float, source: float) -> float:
    """Return to what `exact` is rounded, a power of ten, when what it was worked out from is exact to `source`."""
    power = math.floor(math.log10(source) + 0.4) if source else 0
    finest = 0 if abs(exact) >= 100 else -1 if abs(exact) >= 10 else -2
    while power > finest:
        loses = _LOSES_LITTLE if power > 0 else _LOSES_SOME
        if _loses(exact, 10.0**power) <= loses:
            break
        power -= 1
    return 10.0 ** max(power, finest)


def false_precision(conversion: Conversion) -> tuple[Number, ...]:
    """Return the converted amounts as precise as what they were worked out from, if they are far more precise.

    Returns nothing for a conversion that is not. 160.934 kilometers for 100 miles is; 42.195 kilometers for 26.2
    miles is not, since nobody gets it from that.
    """
    first, second = conversion.first, conversion.second
    if second.unit.kind == "temperature" or first.compound or second.compound or not second.unit.meanings:
        return ()
    if len(first.amounts) != len(second.amounts) or not first.unit.meanings:
        return ()
    pairs = zip(first.amounts, second.amounts, next(in_unit(first, second.unit)), strict=True)
    if not all(_is_too_fine(here, there, exact) for here, there, exact in pairs):
        return ()
    fit = fitting(first, second.unit)
    return tuple(replace(right, span=old.span, form=old.form) for right, old in zip(fit, second.amounts, strict=True))


def _is_too_fine(here: Number, there: Number, exact: float) -> bool:
    step = float(there.step)
    if there.step >= 1 or not here.value or abs(exact - float(there.value)) > step * 0.6:
        return False
    known = abs(exact) * float(_precision(here) / abs(here.value))
    if here.hedge == "about":
        return known / step >= _FINER_THAN_ABOUT
    return known / step >= (_FINER if there.step > Decimal("0.01") or exact < 10 else _FINER_THAN_ABOUT)


def as_exact_as(written: Quantity, quantity: Quantity) -> tuple[Number, ...]:
    """Return the amounts of `quantity` in the unit of `written`, as exact as `written` is where that loses little.

    Spans are those of `written` if both have as many amounts.
    """
    right = []
    fit = fitting(quantity, written.unit)
    exact = next(in_unit(quantity, written.unit))
    for value, number, old in zip(exact, fit, written.amounts, strict=False):
        if old.step < number.step or (old.step > number.step and _loses(value, float(old.step)) <= _LOSES_SOME):
            number = replace(number, value=rounded(value, old.step), step=old.step)
        right.append(replace(number, span=old.span, form=old.form))
    return tuple(right)


def _loses(exact: float, step: float) -> float:
    return abs(round(exact / step) * step - exact) / max(abs(exact), 1e-9)


def rounded(value: float, step: Decimal) -> Decimal:
    """Return `value` rounded to a multiple of `step`, halves away from zero, as people round."""
    return (Decimal(repr(value)) / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _number(value: float, step: float, origin: Number) -> Number:
    unit = Decimal(1).scaleb(round(math.log10(step)))
    return replace(origin, value=rounded(value, unit), step=min(unit, Decimal(1)))
