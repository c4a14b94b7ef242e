"""Values: ages, and quantities with their units."""

from __future__ import annotations

from decimal import Decimal

import pint
import pytest

from copydesk.text.tables import table
from copydesk.text.tokens import tokens_of
from copydesk.text.units import Row, rows
from copydesk.text.values import Amount, values_of


def found(text: str, kind: str) -> dict[str, Amount]:
    """Return the amounts of a kind by the words that they are."""
    tokens = tokens_of(text)
    return {
        text[slice(*tokens.span(value.first, value.past))]: value
        for value in values_of(tokens)
        if value.kind == kind and isinstance(value, Amount)
    }


@pytest.mark.parametrize(
    ("text", "words", "number", "unit"),
    [
        ("a man aged 34 was", "aged 34", "34", "year"),
        ("died at age 34 of", "age 34", "34", "year"),
        ("a 34-year-old said", "34-year-old", "34", "year"),
        ("two 34-year-olds", "34-year-olds", "34", "year"),
        ("is 34 years old", "34 years old", "34", "year"),
        ("a six-and-a-half-year-old girl", "six-and-a-half-year-old", "6.5", "year"),
        ("a baby of three months of age", "three months of age", "3", "month"),
        ("hardly a year old", "a year old", "1", "year"),
        ("twins aged 18 months", "aged 18 months", "18", "month"),
        ("a church 900 years old", "900 years old", "900", "year"),
    ],
)
def test_ages(text: str, words: str, number: str, unit: str) -> None:
    age = found(text, "age")[words]
    assert (age.number, age.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    "text", ["34 years ago", "aged well, 34 of them", "the page 34", "the old 34 years", "aged 2,000 casks"]
)
def test_what_is_no_age(text: str) -> None:
    assert not found(text, "age")


@pytest.mark.parametrize(
    ("text", "words", "number", "unit"),
    [
        ("some 40 km away", "40 km", "40", "kilometer"),
        ("a 3-inch nail", "3-inch", "3", "inch"),
        ("ten miles long", "ten miles", "10", "mile"),
        ("about 10 1/2 miles", "10 1/2 miles", "10.5", "mile"),
        ("half a mile on", "half a mile", "0.5", "mile"),
        ("a mile and a half on", "a mile and a half", "1.5", "mile"),
        ("660 square metres of", "660 square metres", "660", "square_meter"),
        ("12 sq km of", "12 sq km", "12", "square_kilometer"),
        ("190 km² of", "190 km²", "190", "square_kilometer"),
        ("0.9 trillion cubic feet", "0.9 trillion cubic feet", "900000000000", "cubic_foot"),
        ("16,000 metric tons", "16,000 metric tons", "16000", "tonne"),
        ("is 5 feet 2 inches tall", "5 feet 2 inches", "62", "inch"),
        ("is 6ft 4in tall", "6ft 4in", "76", "inch"),
        ("is 5ft 10 tall", "5ft 10", "70", "inch"),
        ("the 6-foot-4 guard", "6-foot-4", "76", "inch"),
        ("at 11st 4lb he", "11st 4lb", "158", "pound"),
        ("12 stone 4 pounds", "12 stone 4 pounds", "172", "pound"),
        ("at 188 miles an hour", "188 miles an hour", "188", "mile_per_hour"),
        ("at 50 mph on", "50 mph", "50", "mile_per_hour"),
        ("at 10km/h on", "10km/h", "10", "kilometer_per_hour"),
        ("two light-years off", "two light-years", "2", "light_year"),
        ("weighs 200lbs now", "200lbs", "200", "pound"),
        ("it was −5°C then", "−5°C", "-5", "celsius"),
        ("98.6 degrees Fahrenheit", "98.6 degrees Fahrenheit", "98.6", "fahrenheit"),
        ("it hit 30C today", "30C", "30", "celsius"),
        ("up 5 degrees in", "5 degrees", "5", "degree"),
    ],
)
def test_quantities(text: str, words: str, number: str, unit: str) -> None:
    quantity = found(text, "quantity")[words]
    assert (quantity.number, quantity.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    "text",
    [
        "12 in 2004",
        "5 a side",
        "a 5G mast",
        "the 2 per cent",
        "10 c and d",
        "at 5 pm",
        "the 21st",
        "paid £5m",
        "7 Marks",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert not found(text, "quantity")


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.unit.name)
def test_every_unit_is_read_in_all_its_forms(row: Row) -> None:
    for written in {*row.words, *row.signs, *row.exact} - row.unsure:
        gap = "" if written in row.glued else " "
        units = {value.unit for value in found(f"some 7{gap}{written} of it", "quantity").values()}
        assert row.unit.name in units, written


def test_forms_that_mostly_mean_other_things_are_no_values() -> None:
    for row in rows():
        for written in row.unsure:
            units = {value.unit for value in found(f"some 7 {written} of it", "quantity").values()}
            assert row.unit.name not in units, written


def test_units_have_names_that_pint_knows() -> None:
    registry = pint.UnitRegistry()
    for unit in (row.unit for row in rows() if not row.unit.system):
        registry.parse_units(unit.name)  # raises what it does not know


def test_units_that_go_together_agree_with_their_factors() -> None:
    registry = pint.UnitRegistry()
    for one, smaller in table("units")["together"].items():
        for unit, parts in smaller.items():
            names = (name.replace("tonne", "metric_ton") for name in (one, unit))
            large, small = (registry.Quantity(1, name) for name in names)
            assert (large / small).to_base_units().magnitude == pytest.approx(parts)
