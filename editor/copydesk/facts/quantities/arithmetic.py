"""Arithmetic with units: exact factors, so that no library has to be imported for a handful of multiplications.

pint is the authority, and a test holds every factor against its own; importing it takes 150 ms, more than all
the rest of a check without a grammar engine.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

_FOOT = Fraction(3048, 10_000)
_POUND = Fraction(45_359_237, 100_000_000)
_US_GALLON = 231 * (_FOOT / 12) ** 3
_IMPERIAL_GALLON = Fraction(454_609, 100_000_000)

# What one of each is in meters, square meters, cubic meters, kilograms or seconds: the international yard and
# pound (1959), US and imperial gallons by their statutes, troy ounce of 480 grains (NIST Special Publication 811).
_FACTORS: dict[str, Fraction] = {
    "meter": Fraction(1),
    "kilometer": Fraction(1000),
    "centimeter": Fraction(1, 100),
    "millimeter": Fraction(1, 1000),
    "foot": _FOOT,
    "inch": _FOOT / 12,
    "yard": _FOOT * 3,
    "mile": _FOOT * 5280,
    "nautical_mile": Fraction(1852),
    "second": Fraction(1),
    "hour": Fraction(3600),
    "knot": Fraction(1852, 3600),
    "hectare": Fraction(10_000),
    "acre": 4840 * (_FOOT * 3) ** 2,
    "liter": Fraction(1, 1000),
    "milliliter": Fraction(1, 1_000_000),
    "us_gallon": _US_GALLON,
    "us_quart": _US_GALLON / 4,
    "us_pint": _US_GALLON / 8,
    "us_fluid_ounce": _US_GALLON / 128,
    "imperial_gallon": _IMPERIAL_GALLON,
    "imperial_quart": _IMPERIAL_GALLON / 4,
    "imperial_pint": _IMPERIAL_GALLON / 8,
    "imperial_fluid_ounce": _IMPERIAL_GALLON / 160,
    "oil_barrel": _US_GALLON * 42,
    "kilogram": Fraction(1),
    "gram": Fraction(1, 1000),
    "milligram": Fraction(1, 1_000_000),
    "tonne": Fraction(1000),
    "pound": _POUND,
    "ounce": _POUND / 16,
    "troy_ounce": _POUND * 480 / 7000,
    "stone": _POUND * 14,
    "short_ton": _POUND * 2000,
    "long_ton": _POUND * 2240,
    "degree_Celsius": Fraction(1),
    "degree_Fahrenheit": Fraction(5, 9),
}
# Readings of a thermometer do not begin at the same zero: kelvins at 0 °C and 0 °F.
_ZEROS = {"degree_Celsius": Fraction(27_315, 100), "degree_Fahrenheit": Fraction(45_967, 180)}


@cache
def factor(meaning: str) -> Fraction:
    """Return what one of a unit is in SI units. `meaning` is a name, “mile**2” or “mile/hour”.

    Raises KeyError for a unit that is not known.
    """
    above, _, below = meaning.partition("/")
    name, _, power = above.partition("**")
    return _FACTORS[name] ** int(power or 1) / (_FACTORS[below] if below else 1)


@cache
def _line(given: str, wanted: str) -> tuple[float, float]:
    """Return factor and summand that turn a value in `given` into one in `wanted`."""
    zero = _ZEROS.get(given, Fraction(0)) - _ZEROS.get(wanted, Fraction(0))
    return float(factor(given) / factor(wanted)), float(zero / factor(wanted))


def converted(value: float, given: str, wanted: str, *, difference: bool = False) -> float:
    """Return `value` of the unit `given` in the unit `wanted`, two units of one kind, named as in `Unit.meanings`.

    `difference` says that a temperature is one between two readings: five degrees warmer.
    """
    multiplier, summand = _line(given, wanted)
    return value * multiplier if difference else value * multiplier + summand
