"""What pint says of a unit: what one of it is in SI units, exactly. For the units that the table of factors lacks.

Importing pint takes longer than checking an article, so it is imported when it is first asked.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import UnitRegistry

LONGEST = 200  # code points of a definition
# Definitions are data that come from outside: no power or exponent may make a number that fills the memory.
_WORDS = re.compile(r"[\w\s.*/^()+%°µ²³-]+")
_POWER = re.compile(r"\*\*|\^|[²³]")
_SMALL_POWER = re.compile(r"(?:(?:\*\*|\^)\s*(?:-?[1-9]|\(-?[1-9]\))|[²³])(?!\w|\s*(?:[.^]|\*\*))")
_MOST_POWERS = 4
_LARGE_EXPONENT = re.compile(r"\d\.?e[+-]?\d{3}", re.IGNORECASE)


class UnknownUnit(ValueError):
    """What pint cannot read, or what is no amount of a unit. The message says why, as the end of a sentence."""


@cache
def _registry() -> UnitRegistry[Fraction]:
    from pint import UnitRegistry

    return UnitRegistry(non_int_type=Fraction)


@cache
def measured(definition: str) -> tuple[Fraction, str]:
    """Return what a unit in pint's syntax (“furlong”, “7140 meter ** 2”) is in SI units, and its dimension.

    The dimension is in pint's words, each with its power: “[length]1 [time]-1”. Raises UnknownUnit.
    """
    _refuse_hostile(definition)
    try:
        base = _registry().Quantity(definition).to_base_units()
        amount = Fraction(base.magnitude)
        dimension = " ".join(f"{name}{power}" for name, power in sorted(base.dimensionality.items()))
    except Exception as error:  # its parser lets errors of many kinds through
        reason = " ".join(str(error).split()) or type(error).__name__
        raise UnknownUnit(f"pint cannot read it: {reason}") from None
    if not dimension:
        raise UnknownUnit("it is a number without a unit")
    if amount <= 0:
        raise UnknownUnit("it is not more than nothing")
    return amount, dimension


def is_named(word: str) -> bool:
    """Return whether pint has a unit of that name, in singular or plural: “second”, “seconds”. Not of a symbol."""
    readings = _registry().parse_unit_name(word)
    return any(not prefix and word in (unit, f"{unit}s") for prefix, unit, _ in readings)


def _refuse_hostile(definition: str) -> None:
    if len(definition) > LONGEST:
        raise UnknownUnit(f"it is longer than {LONGEST} characters")
    if not _WORDS.fullmatch(definition):
        raise UnknownUnit("it must be numbers, units, and the signs for times, divided by and to the power of")
    powers = len(_POWER.findall(definition))
    if powers > _MOST_POWERS or powers != len(_SMALL_POWER.findall(definition)):
        raise UnknownUnit(f"it may have no more than {_MOST_POWERS} powers, each of one digit")
    if _LARGE_EXPONENT.search(definition):
        raise UnknownUnit("it has too large an exponent")


def zero_of(scale: str) -> Fraction:
    """Return how many kelvins the zero of a thermometer's scale is (“degree_Celsius”), exactly."""
    return Fraction(_registry().Quantity(Fraction(0), scale).to("kelvin").magnitude)
