"""What rounding explains, and how exact an inserted conversion is."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk.facts import quantities
from copydesk.facts.quantities.arithmetic import converted
from copydesk.facts.quantities.recognition import quantities_in
from copydesk.facts.quantities.rounding import false_precision, fitting, is_explained
from copydesk.text.units import unit_named


@pytest.mark.parametrize(
    ("value", "given", "wanted", "right"),
    [
        (1.0, "mile", "kilometer", 1.609344),
        (40.0, "degree_Celsius", "degree_Fahrenheit", 104.0),
        (1150.0, "kilometer**2", "mile**2", 444.0175),
        (1.0, "us_gallon", "liter", 3.785412),
        (1.0, "imperial_gallon", "liter", 4.54609),
        (1.0, "stone", "kilogram", 6.350293),
        (100.0, "knot", "kilometer/hour", 185.2),
        (1.0, "acre", "hectare", 0.4046856),
        (1.0, "oil_barrel", "liter", 158.98729),
    ],
)
def test_arithmetic(value: float, given: str, wanted: str, right: float) -> None:
    assert converted(value, given, wanted) == pytest.approx(right, rel=1e-6)


def test_a_difference_has_no_zero_point() -> None:
    assert converted(5.0, "degree_Celsius", "degree_Fahrenheit", difference=True) == pytest.approx(9.0)


@pytest.mark.parametrize(
    ("words", "unit", "values"),
    [
        ("35 km", "mile", ["22"]),
        ("105 km", "mile", ["65"]),
        ("1,150 square kilometers", "square_mile", ["444"]),
        ("2 km", "mile", ["1.2"]),
        ("116-foot", "meter", ["35.4"]),
        ("75 ft", "meter", ["23"]),
        ("439 feet", "meter", ["134"]),
        ("500 miles", "kilometer", ["800"]),
        ("42.195 km", "mile", ["26.2"]),
        ("150 million km", "mile", ["93000000"]),
        ("5 to 7 miles", "kilometer", ["8", "11"]),
        ("6 ft 2 in", "meter", ["1.88"]),
        ("450°F", "celsius", ["232"]),
        ("2 degrees Celsius warmer", "fahrenheit", ["3.6"]),
    ],
)
def test_fitting(words: str, unit: str, values: list[str]) -> None:
    (quantity,) = quantities_in(words)
    assert [f"{number.value.normalize():f}" for number in fitting(quantity, unit_named(unit))] == values


def explained(words: str) -> bool:
    article = read(Source.from_text(f"A headline\n\nIt was {words} there.\n", "a.txt"))
    (conversion,) = article.facts(quantities).conversions
    return is_explained(conversion)


@pytest.mark.parametrize(
    "words",
    [
        "105 kilometers (65 miles)",
        "35 kilometers (21.7 miles)",
        "120 miles (200 km)",
        "180 mph (285 kph)",  # both from knots
        "3 mph (6 kph)",
        "70 miles (112 km)",  # at 1.6
        "20 mph (31 kph)",
        "four to six feet (one to two meters)",
        "35 km (more than 20 miles)",
        "90 meters (about 100 yards)",
        "100 tons (91 tonnes)",
        "100 tons (102 tonnes)",
        "10 gallons (45 litres)",
        "30C (86F)",
        "40 degrees (104 F)",
        "5 to 7 miles (about 10 km)",
        "30 mpg (7.8 L/100 km)",
        "200 horsepower (149 kW)",
        "32 psi (2.2 bar)",
        "250 calories (1,046 kJ)",
        "5 pints (2.4 litres)",
        "5 pints (2.8 litres)",
        "6 feet (1.8 m)",
        "12 miles (19.3 km)",
    ],
)
def test_explained(words: str) -> None:
    assert explained(words)


@pytest.mark.parametrize(
    "words",
    [
        "90 km (50 miles)",
        "225 km (135 miles)",
        "10 miles (10 km)",
        "2 miles (4 km)",
        "26 km (26 miles)",
        "30 mpg (12 L/100 km)",
        "200 horsepower (200 kW)",
        "29.92 inches of mercury (980 hPa)",
        "5 miles (3 km)",
        "100 pounds (220 kg)",
        "40C (72F)",
        "1.5 degrees Celsius (34.7 degrees Fahrenheit) warmer than",
        "5 to 7 metres (16 to 32 feet)",
        "35 km (more than 30 miles)",
        "1,150 square kilometers (715 square miles)",  # by the factor of lengths
    ],
)
def test_not_explained(words: str) -> None:
    assert not explained(words)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("about 100 miles (160.934 km)", "160"),
        ("100 miles (160.9 km)", "160"),
        ("90 feet (27.43 meters)", "27"),
        ("about 100 miles (161 km)", ""),
        ("35 km (21.7 miles)", ""),
        ("26.2 miles (42.195 km)", ""),
        ("6 feet (1.83 meters)", ""),
        ("38 C (100.4 F)", ""),
    ],
)
def test_false_precision(words: str, right: str) -> None:
    article = read(Source.from_text(f"A headline\n\nIt was {words} there.\n", "a.txt"))
    (conversion,) = article.facts(quantities).conversions
    assert "".join(f"{number.value.normalize():f}" for number in false_precision(conversion)) == right
