"""The house's own units: found in copy, and refused where they cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copydesk.article import Article, PartCache, Source, read
from copydesk.facts import quantities
from copydesk.facts.quantities.house import BadUnit, forms_with

UNITS = (
    ("football pitch", "7140 meter ** 2"),
    ("London bus", "11.23 meter"),
    ("Olympic-size pool", "2500 meter**3"),
    ("bus", "5 meter"),
    ("square dance floor", "100 meter**2"),
)


def article_of(body: str, units: tuple[tuple[str, str], ...] = UNITS) -> Article:
    return replace(read(Source.from_text(f"A headline\n\n{body}\n", "a.txt")), units=units)


def found_in(article: Article) -> list[tuple[str, str]]:
    return [(article.words_at(q.span), q.unit.name) for q in article.facts(quantities).all]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("three football pitches", "football pitch"),
        ("1.5 football pitches", "football pitch"),
        ("12-football-pitch", "football pitch"),
        ("10 London buses", "London bus"),
        ("two Olympic-size pools", "Olympic-size pool"),
        ("three buses", "bus"),
        ("two square dance floors", "square dance floor"),
        ("5 miles", "mile"),
    ],
)
def test_they_are_found_in_singular_and_plural(words: str, unit: str) -> None:
    assert found_in(article_of(f"The site is as large as {words} now.")) == [(words, unit)]


def test_an_article_counts_as_one_before_a_conversion() -> None:
    article = article_of("The site is the size of a football pitch (7,140 square metres).")
    (conversion,) = article.facts(quantities).conversions
    assert article.words_at(conversion.first.span) == "a football pitch"


def test_another_house_does_not_have_them() -> None:
    cache = PartCache()
    body = "The site is the size of three football pitches."
    ours, theirs = (replace(article_of(body, units), cache=cache) for units in (UNITS, ()))
    assert len(found_in(ours)) == 1
    assert found_in(theirs) == []


@pytest.mark.parametrize(
    "name",
    ["mile", "furlong", "hand", "square kilometer", "degree Celsius", "stone", "second", "years", "imperial gallon"],
)
def test_a_name_that_is_a_unit_already_is_refused(name: str) -> None:
    for shadow in (name, name.upper(), name.replace(" ", "-")):
        with pytest.raises(BadUnit, match="is known already"):
            forms_with(((shadow, "3 meter"),))


@pytest.mark.parametrize(
    ("units", "message"),
    [
        ((("football pitch", "7140 meterz"),), "“football pitch” = “7140 meterz” is no unit: pint cannot read it"),
        ((("parliament", "5 year"),), "measures nothing that is converted"),
        ((("hot day", "3 kelvin"),), "measures nothing that is converted"),
        ((("pitch (large)", "3 meter"),), "must be words"),
        ((("", "3 meter"),), "must be words"),
        ((("pitch", "3 meter"), ("Pitches", "4 meter")), "are the same word"),
    ],
)
def test_what_cannot_be_a_unit_is_refused(units: tuple[tuple[str, str], ...], message: str) -> None:
    with pytest.raises(BadUnit, match=message):
        forms_with(units)
