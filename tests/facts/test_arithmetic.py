"""Factors are pint's, and pint is asked only for what the table lacks."""

import runpy
from pathlib import Path

import pytest

from copydesk.facts.quantities import factors
from copydesk.facts.quantities.arithmetic import converted, factor
from copydesk.facts.quantities.by_pint import UnknownUnit, measured
from copydesk.text.units import known

TOOL = runpy.run_path(str(Path(__file__).parents[2] / "tools" / "build_units.py"))


def test_the_table_of_factors_is_what_pint_makes() -> None:
    made: str = TOOL["source"]()
    assert Path(factors.__file__).read_text(encoding="utf-8") == made


@pytest.mark.parametrize("meaning", [m for unit in known() if unit.origin == "rare" for m in unit.meanings])
def test_pint_knows_every_rare_unit_and_the_table_does_not(meaning: str) -> None:
    assert meaning not in factors.FACTORS
    assert factor(meaning) > 0


@pytest.mark.parametrize(
    ("value", "given", "wanted", "right"),
    [
        (1, "220 yard", "meter", 201.168),
        (1, "hand", "centimeter", 10.16),
        (1, "4840 yard ** 2 * foot", "meter**3", 1233.482),
        (3, "7140 meter ** 2", "meter**2", 21_420),
        (1, "carat", "gram", 0.2),
        (1, "acre", "meter**2", 4046.856),
    ],
)
def test_rare_units_and_definitions_are_converted_like_others(
    value: float, given: str, wanted: str, right: float
) -> None:
    assert converted(value, given, wanted) == pytest.approx(right, rel=1e-6)


@pytest.mark.parametrize(
    "definition",
    [
        "7140 meterz",
        "",
        "3",
        "-2 meter",
        "0 meter",
        "meter / 0",
        "7,140 meter",
        "meter **",
        "9**9**9 meter",
        "9**9² meter",
        "9²²²² meter",
        "9**(9**9) meter",
        "((((9**9)**9)**9)**9)**9 meter",
        "1e999999999 meter",
        "9" * 300 + " meter",
        "__import__('os')",
    ],
)
def test_what_is_no_amount_of_a_unit_is_refused(definition: str) -> None:
    with pytest.raises(UnknownUnit) as caught:
        measured(definition)
    assert "\n" not in str(caught.value)


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
