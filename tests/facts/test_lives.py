"""Births, ages and deaths, and whose they are."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.article import Article, Source, read
from copydesk.facts import lives
from copydesk.facts.lives import Days, Life, births, meet

WRITTEN = date(2024, 3, 19)


def lives_in(body: str) -> tuple[Article, dict[str, Life]]:
    article = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))
    return article, {life.name: life for life in article.facts(lives)}


def said(article: Article, life: Life) -> list[tuple[str, str]]:
    return [(article.text[slice(*one.span)], one.said) for one in life.statements]


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("Ann Hill was born Ann Kappel in Ohio, in 1922.", Days(date(1922, 1, 1), date(1922, 12, 31))),
        ("Ann Hill was born on May 26, 1953, in Shelby.", Days(date(1953, 5, 26), date(1953, 5, 26))),
        ("Ann Hill (born March 1960) left.", Days(date(1960, 3, 1), date(1960, 3, 31))),
        ("Ann Hill, 70, left.", Days(date(1953, 3, 13), date(1954, 3, 19))),
        ("Ann Hill won in 1996, at the age of 34.", Days(date(1961, 1, 2), date(1962, 12, 31))),
        ("Ann Hill stood down at 75, in 2009.", Days(date(1933, 1, 2), date(1934, 12, 31))),
        ("Ann Hill came in 1956, when she was 24.", Days(date(1931, 1, 2), date(1932, 12, 31))),
        ("Ann Hill turned 58 last month.", Days(date(1966, 2, 1), date(1966, 2, 28))),
        ("Ann Hill turned 70 in 2024.", Days(date(1954, 1, 1), date(1954, 12, 31))),
        ("The 97-year-old Ann Hill sang.", Days(date(1926, 3, 13), date(1927, 3, 19))),
    ],
)
def test_between_which_days_somebody_was_born(words: str, years: Days) -> None:
    _, found = lives_in(f"{words} Ann Hill, 71, has a garden.")
    life = found["Ann Hill"]
    assert births(life, WRITTEN)[0] == years


def test_an_age_without_a_time_is_no_more_than_that_of_today() -> None:
    _, found = lives_in("Ann Hill spent her 48th birthday at home. Ann Hill was born in 1978.")
    birth, birthday = births(found["Ann Hill"], WRITTEN)
    assert birth is not None
    assert birthday is not None
    assert birthday.last.year == 1976
    assert meet([birth, birthday]) is None


def test_an_age_at_death_goes_by_the_death() -> None:
    _, found = lives_in("Ann Hill died in 2001 aged 51. Ann Hill was born in 1950.")
    one, other = (day for day in births(found["Ann Hill"], WRITTEN) if day is not None)
    assert meet([one, other]) is not None


@pytest.mark.parametrize(
    "body",
    [
        "Ann Hill was born in 1960. Her father, John Hill, 92, farms.",
        "Ann Hill was born in 1960. Hill's son, who is 12, watched.",
        "Ann Hill, who was born in 1960, came with her husband, aged 91.",
    ],
)
def test_what_is_anothers(body: str) -> None:
    _, found = lives_in(body)
    assert [life for life in found.values() if len(life.statements) > 1] == []


def test_a_surname_that_only_begins_sentences_is_somebody() -> None:
    article, found = lives_in("Hill was born in 1960. Hill, who turned 70 in 2024, retired.")
    assert [said(article, life) for life in found.values()] == [[("1960", "born"), ("70", "birthday")]]


def test_nothing_is_read_of_one_statement() -> None:
    assert lives_in("Ann Hill, 70, left.")[1] == {}
