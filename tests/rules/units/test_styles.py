"""One style for a unit, and units that can hardly be right."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk_rules.units.inconsistent_unit_style import InconsistentUnitStyle
from copydesk_rules.units.unlikely_unit import UnlikelyUnit


def odd_in(body: str, rule: InconsistentUnitStyle | UnlikelyUnit) -> list[str]:
    article = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))
    return [article.words_at(finding.span) for finding in rule.check(article)]


@pytest.mark.parametrize(
    ("body", "odd"),
    [
        ("It is 12 km off, 30 km wide. The road is 45 kilometers long.", ["45 kilometers"]),
        ("It is 12 kilometers off, 30 kilometers wide. The road is 45 km long; the pass 50 kilometers.", ["45 km"]),
        ("It is 12 kilometers off. The road is 45 km long.", []),  # in full first
        ("It was 120 km/h, then 95 kph and 80 km/h.", ["95 kph"]),
        ("It is 60 metres tall, 12 metres wide and 4 kilometers off.", ["4 kilometers"]),
        ("It held 5 liters, then 6 litres, then 7 liters.", ["6 litres"]),
        ("It is 50 sq km, 60 sq km and 70 km².", ["70 km²"]),
        ("It weighs 5 lb, then 6 lbs.", []),
        ("It is 5 km. off, 6 km wide.", []),
        ("It is 12 km off. A five-kilometer run, a 10-kilometer walk and six kilometers of road.", []),
    ],
)
def test_one_style_for_a_unit(body: str, odd: list[str]) -> None:
    assert odd_in(body, InconsistentUnitStyle()) == odd


@pytest.mark.parametrize(
    ("body", "odd"),
    [
        ("It brought winds of 110 mph. By noon, winds of 110 km/h blew.", ["110 km/h"]),
        ("It brought winds of 110 mph. By noon, winds of 110 km/h (68 mph) blew.", ["110 mph"]),
        ("It brought winds of 110 mph (177 km/h). By noon, winds of 110 km/h (68 mph) blew.", []),
        ("It brought winds of 110 mph. The train goes at 110 km/h.", []),
        ("The wall is 100 feet long. The wall was once 100 meters long.", []),  # round numbers meet by chance
        ("The forest covers 1,150 acres. Fires in the forest burnt 1,150 hectares.", ["1,150 hectares"]),
        ("Temperatures hit 104 C on Monday, the hottest day of summer.", ["104 C"]),
        ("Temperatures hit 54 C on Monday, the hottest day of summer.", []),
        ("The oven reached temperatures of 204 C in the summer heat.", []),
        ("Temperatures were 60 degrees Celsius higher than in winter.", []),
    ],
)
def test_units_that_can_hardly_be_right(body: str, odd: list[str]) -> None:
    assert odd_in(body, UnlikelyUnit()) == odd
