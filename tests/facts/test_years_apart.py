"""Counts of years beside years."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk.facts import years_apart


def found(text: str) -> list[tuple[int, str, list[int], bool]]:
    article = read(Source.from_text(f"The headline of it\n\n{text}\n", "a.txt"))
    return [
        (one.number, article.words_at(one.span), [year for year, _ in one.years], one.until_now)
        for one in article.facts(years_apart)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened in 1998. It closed in 2019 after 21 years.", (21, "21", [1998, 2019], False)),
        ("Opened in 1963, it has stood for sixty-two years.", (62, "sixty-two", [1963], True)),
        ("First played in 1902, it had its centenary in 2002.", (100, "centenary", [1902, 2002], False)),
    ],
)
def test_counts_and_the_years_around_them(text: str, expected: tuple[int, str, list[int], bool]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He was jailed for 14 years in 2004.",
        "A 99-year lease was signed in 1930.",
        "In 2004 a 21-year-old man and 10 to 19 year olds were asked.",
        "It took 21 years.",
        "It began in 2004, five years before.",
    ],
)
def test_what_is_not_counted_between_years(text: str) -> None:
    assert found(text) == []
