"""Arithmetic with units, with exact factors: those of the table, which is made from pint, else pint's own."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from copydesk.facts.quantities.factors import FACTORS, ZEROS

_INVERSE = "liter/100kilometer"  # more of it means less of the others of its kind, as miles per gallon


@cache
def factor(meaning: str) -> Fraction:
    """Return what one of a unit is in SI units. `meaning` is one of `Unit.meanings`, or a unit in pint's syntax.

    Raises ValueError for a unit that neither the table nor pint knows.
    """
    if meaning in FACTORS:
        return Fraction(*FACTORS[meaning])
    from copydesk.facts.quantities.by_pint import measured

    return measured(meaning)[0]


@cache
def _line(given: str, wanted: str) -> tuple[float, float]:
    """Return factor and summand that turn a value in `given` into one in `wanted`."""
    # Readings of a thermometer do not begin at the same zero.
    zero = Fraction(*ZEROS.get(given, (0,))) - Fraction(*ZEROS.get(wanted, (0,)))
    return float(factor(given) / factor(wanted)), float(zero / factor(wanted))


def converted(value: float, given: str, wanted: str, *, difference: bool = False) -> float:
    """Return `value` of the unit `given` in the unit `wanted`, two units of one kind, named as in `Unit.meanings`.

    `difference` says that a temperature is one between two readings: five degrees warmer.
    """
    if (given == _INVERSE) != (wanted == _INVERSE):
        return float(1 / (factor(given) * factor(wanted))) / value if value else 0.0
    multiplier, summand = _line(given, wanted)
    return value * multiplier if difference else value * multiplier + summand
