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

_GRAVITY = Fraction(980_665, 100_000)
_HORSEPOWER = 550 * _FOOT * _POUND * _GRAVITY
_BTU = Fraction(1_055_056, 1000)

# What one of each is in SI units (meters and its powers, kilograms, seconds, pascals, joules, watts): the
# international yard and pound (1959), US and imperial gallons by their statutes, troy ounce of 480 grains, the
# thermochemical calorie, conventional mercury (NIST Special Publication 811, appendix B).
_FACTORS: dict[str, Fraction] = {
    "meter": Fraction(1),
    "kilometer": Fraction(1000),
    "100kilometer": Fraction(100_000),
    "decimeter": Fraction(1, 10),
    "centimeter": Fraction(1, 100),
    "millimeter": Fraction(1, 1000),
    "micrometer": Fraction(1, 10**6),
    "nanometer": Fraction(1, 10**9),
    "picometer": Fraction(1, 10**12),
    "foot": _FOOT,
    "inch": _FOOT / 12,
    "yard": _FOOT * 3,
    "mile": _FOOT * 5280,
    "furlong": _FOOT * 660,
    "fathom": _FOOT * 6,
    "nautical_mile": Fraction(1852),
    "light_year": Fraction(9_460_730_472_580_800),
    "astronomical_unit": Fraction(149_597_870_700),
    "second": Fraction(1),
    "hour": Fraction(3600),
    "knot": Fraction(1852, 3600),
    "hectare": Fraction(10_000),
    "acre": 4840 * (_FOOT * 3) ** 2,
    "hectoliter": Fraction(1, 10),
    "liter": Fraction(1, 1000),
    "centiliter": Fraction(1, 100_000),
    "milliliter": Fraction(1, 1_000_000),
    "us_gallon": _US_GALLON,
    "us_quart": _US_GALLON / 4,
    "us_pint": _US_GALLON / 8,
    "us_cup": _US_GALLON / 16,
    "us_fluid_ounce": _US_GALLON / 128,
    "us_tablespoon": _US_GALLON / 256,
    "us_teaspoon": _US_GALLON / 768,
    "imperial_gallon": _IMPERIAL_GALLON,
    "imperial_quart": _IMPERIAL_GALLON / 4,
    "imperial_pint": _IMPERIAL_GALLON / 8,
    "imperial_fluid_ounce": _IMPERIAL_GALLON / 160,
    "oil_barrel": _US_GALLON * 42,
    "kilogram": Fraction(1),
    "gram": Fraction(1, 1000),
    "milligram": Fraction(1, 1_000_000),
    "microgram": Fraction(1, 1_000_000_000),
    "tonne": Fraction(1000),
    "pound": _POUND,
    "ounce": _POUND / 16,
    "troy_ounce": _POUND * 480 / 7000,
    "stone": _POUND * 14,
    "short_ton": _POUND * 2000,
    "long_ton": _POUND * 2240,
    "pascal": Fraction(1),
    "hectopascal": Fraction(100),
    "kilopascal": Fraction(1000),
    "megapascal": Fraction(10**6),
    "bar": Fraction(100_000),
    "millibar": Fraction(100),
    "atmosphere": Fraction(101_325),
    "psi": _POUND * _GRAVITY / (_FOOT / 12) ** 2,
    "inch_of_mercury": Fraction(135_951, 10) * _GRAVITY * _FOOT / 12,
    "millimeter_of_mercury": Fraction(135_951, 10) * _GRAVITY / 1000,
    "joule": Fraction(1),
    "kilojoule": Fraction(1000),
    "megajoule": Fraction(10**6),
    "calorie": Fraction(4184, 1000),
    "kilocalorie": Fraction(4184),
    "british_thermal_unit": _BTU,
    "watt_hour": Fraction(3600),
    "kilowatt_hour": Fraction(3_600_000),
    "megawatt_hour": Fraction(3_600_000_000),
    "gigawatt_hour": Fraction(3_600_000_000_000),
    "watt": Fraction(1),
    "kilowatt": Fraction(1000),
    "megawatt": Fraction(10**6),
    "gigawatt": Fraction(10**9),
    "horsepower": _HORSEPOWER,
    "metric_horsepower": 75 * _GRAVITY,
    "degree_Celsius": Fraction(1),
    "degree_Fahrenheit": Fraction(5, 9),
    "kelvin": Fraction(1),
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


def _is_inverse(meaning: str) -> bool:
    """Whether more of it means less of the others of its kind: liters per 100 kilometers beside miles per gallon."""
    return meaning.startswith("liter/")


def converted(value: float, given: str, wanted: str, *, difference: bool = False) -> float:
    """Return `value` of the unit `given` in the unit `wanted`, two units of one kind, named as in `Unit.meanings`.

    `difference` says that a temperature is one between two readings: five degrees warmer.
    """
    if _is_inverse(given) != _is_inverse(wanted):
        return float(1 / (factor(given) * factor(wanted))) / value if value else 0.0
    multiplier, summand = _line(given, wanted)
    return value * multiplier if difference else value * multiplier + summand
