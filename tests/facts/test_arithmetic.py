"""Our factors are pint's."""

import re

import pint
import pytest

from copydesk.facts.quantities import units
from copydesk.facts.quantities.arithmetic import converted

# Where pint has another name for what we mean.
OTHERWISE = {
    "us_gallon": "gallon",
    "us_quart": "quart",
    "us_pint": "pint",
    "us_fluid_ounce": "fluid_ounce",
    "tonne": "metric_ton",
    "us_cup": "cup",
    "us_tablespoon": "tablespoon",
    "us_teaspoon": "teaspoon",
    "inch_of_mercury": "inch_Hg",
    "millimeter_of_mercury": "mmHg",
}
MEANINGS = sorted({m for unit in units.known() for m in unit.meanings if m != "liter/100kilometer"})
# pint's acre, fathom and furlong are the surveyor's, abolished in 2022: millionths larger than the others.
SURVEYED = {"acre", "fathom", "furlong"}


@pytest.fixture(scope="module")
def registry() -> "pint.UnitRegistry[float]":
    return pint.UnitRegistry(cache_folder=":auto:")


def theirs(meaning: str) -> str:
    return re.sub(r"[A-Za-z_]+", lambda match: OTHERWISE.get(match.group(), match.group()), meaning)


@pytest.mark.parametrize("given", MEANINGS)
def test_every_conversion_is_the_one_pint_makes(registry: "pint.UnitRegistry[float]", given: str) -> None:
    quantity = registry.Quantity(7.5, theirs(given))
    compared = 0
    for wanted in MEANINGS:
        if quantity.is_compatible_with(theirs(wanted)):
            expected = quantity.to(theirs(wanted)).magnitude
            tolerance = 1e-5 if {given, wanted} & SURVEYED else 1e-9
            assert converted(7.5, given, wanted) == pytest.approx(expected, rel=tolerance)
            compared += 1
    assert compared >= 2


def test_a_difference_of_temperatures_has_no_zero() -> None:
    assert converted(1.5, "degree_Celsius", "degree_Fahrenheit", difference=True) == pytest.approx(2.7)
    assert converted(1.5, "degree_Celsius", "degree_Fahrenheit") == pytest.approx(34.7)


@pytest.mark.parametrize(
    ("value", "given", "right"),
    [(30, "mile/us_gallon", 7.840), (30, "mile/imperial_gallon", 9.416), (20, "kilometer/liter", 5.0)],
)
def test_more_liters_are_fewer_miles_per_gallon(value: float, given: str, right: float) -> None:
    assert converted(value, given, "liter/100kilometer") == pytest.approx(right, rel=1e-3)
    assert converted(right, "liter/100kilometer", given) == pytest.approx(value, rel=1e-3)
