"""Quantities: what is one, in which unit, and which converts which."""

from __future__ import annotations

import pytest

from copydesk.article import Article, Source, read
from copydesk.facts import quantities


def article_of(body: str) -> Article:
    return read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))


def found_in(body: str) -> list[tuple[str, str, list[float]]]:
    article = article_of(body)
    return [
        (article.words_at(q.span), q.unit.name, [round(float(number.value), 3) for number in q.amounts])
        for q in article.facts(quantities).all
    ]


def links_in(body: str) -> list[tuple[str, str]]:
    article = article_of(body)
    conversions = article.facts(quantities).conversions
    return [(article.words_at(c.first.span), article.words_at(c.second.span)) for c in conversions]


@pytest.mark.parametrize(
    ("words", "unit", "values"),
    [
        ("1,150 square kilometers", "square_kilometer", [1150]),
        ("50 sq. km", "square_kilometer", [50]),
        ("50km²", "square_kilometer", [50]),
        ("415 km2", "square_kilometer", [415]),
        ("120 kms", "kilometer", [120]),
        ("96 KM", "kilometer", [96]),
        ("35 kilometres", "kilometer", [35]),
        ("5-mile", "mile", [5]),
        ("5-square-mile", "square_mile", [5]),
        ("half a mile", "mile", [0.5]),
        ("two and a half miles", "mile", [2.5]),
        ("5- to 7-mile", "mile", [5, 7]),
        ("5–7 miles", "mile", [5, 7]),
        ("5 km to 7 km", "kilometer", [5, 7]),
        ("10 by 20 meters", "meter", [10, 20]),
        ("6 ft 2 in", "foot", [6.167]),
        ("6-foot-2", "foot", [6.167]),
        ("6'2\"", "foot", [6.167]),
        ("six feet two inches", "foot", [6.167]),
        ("11st 5lb", "stone", [11.357]),
        ("6 pounds, 11 ounces", "pound", [6.688]),
        ("75 miles per hour", "mile_per_hour", [75]),
        ("60 miles an hour", "mile_per_hour", [60]),
        ("120 kph", "kilometer_per_hour", [120]),
        ("8 m/s", "meter_per_second", [8]),
        ("450°F", "fahrenheit", [450]),
        ("minus 5 degrees Celsius", "celsius", [-5]),
        ("2 metric tons", "tonne", [2]),
        ("3 billion cubic feet", "cubic_foot", [3e9]),
        ("40 U.S. gallons", "us_gallon", [40]),
    ],
)
def test_quantities(words: str, unit: str, values: list[float]) -> None:
    assert found_in(f"It was {words} there.") == [(words, unit, values)]


@pytest.mark.parametrize(
    "body",
    [
        "The party is 2 feet away from victory.",
        "Some 5 m people voted and 5m users signed up.",
        "It cost £100m, then $5 m.",
        "Route 5 miles of text. Flight 90 feet.",
        "The car does 40 miles per gallon and the pump 5 liters a minute.",
        "Eminem starred in 8 Mile.",
        "It takes 5 in 10 voters, and 20 in all.",
        "He would not touch it with a 10-foot pole.",
        "It is a 30,000-foot view of an 800-pound gorilla.",
        "They paid 500 pounds for it.",
        "The bolt was set to 40 foot-pounds.",
        "A million miles away, he stood on his own two feet.",
    ],
)
def test_what_only_looks_like_a_quantity(body: str) -> None:
    assert found_in(body) == []


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("It is 105 kilometers (65 miles) off.", [("105 kilometers", "65 miles")]),
        ("It is 65 miles (105 km) off.", [("65 miles", "105 km")]),
        ("It is 35 kilometres [almost 22 miles] off.", [("35 kilometres", "22 miles")]),
        ("It is 30 miles, or about 48 kilometers, off.", [("30 miles", "48 kilometers")]),
        ("It was 450F/232C inside.", [("450F", "232C")]),
        ("It was 40 degrees (104 F) inside.", [("40 degrees", "104 F")]),
        ("He is 6-foot-2 (1.88 meters).", [("6-foot-2", "1.88 meters")]),
        ("It is 5 feet wide (1.5 m) inside.", [("5 feet", "1.5 m")]),
        ("Winds of 20 knots (23 mph; 37 km/h) blew.", [("20 knots", "23 mph"), ("20 knots", "37 km/h")]),
        ("It has 6 hectares (15 acres; .06 square km).", [("6 hectares", "15 acres"), ("15 acres", ".06 square km")]),
        ("It is 5 km to 7 km (3 to 4 miles) off.", [("5 km to 7 km", "3 to 4 miles")]),
        ("It is about a mile (1.6 kilometers) off.", [("a mile", "1.6 kilometers")]),
        ("It is 10 miles (the first 3 km were flat) long.", []),
        ("The 6-foot board (2 m of it painted) broke.", []),
        ("It is 10 miles long. (3 kilometers are paved.)", []),
        ("It weighs 10 kg (3 miles away).", []),
    ],
)
def test_links(body: str, links: list[tuple[str, str]]) -> None:
    assert links_in(body) == links


@pytest.mark.parametrize(
    ("body", "use"),
    [
        ("The 100-meter final is at noon.", "event"),
        ("She won the 200 metres.", "event"),
        ("A 35-yard field goal won it.", "event"),
        ("He carried a 9 mm pistol.", "product"),
        ("A 55-inch television fell.", "product"),
        ("He drank a 12-ounce can.", "product"),
        ("Gate 20C was shut.", None),
        ("They lost 20 pounds each.", "measure"),
        ("The road is 5 miles long.", "measure"),
    ],
)
def test_uses(body: str, use: str | None) -> None:
    found = [quantity.use for quantity in article_of(body).facts(quantities).all]
    assert found == ([] if use is None else [use])


def test_differences_of_temperature() -> None:
    body = "It was 1.5 degrees Celsius warmer, then 5 degrees Celsius. It rose 9 degrees Fahrenheit."
    assert [q.difference for q in article_of(body).facts(quantities).all] == [True, False, None]
