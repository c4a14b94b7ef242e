"""The article's own day, and the days that its dates mean."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.article import Source, read
from copydesk.facts import article_day, days
from copydesk.facts.article_day import ArticleDay, day_of


def day_in(text: str, name: str = "a.txt") -> ArticleDay | None:
    return read(Source.from_text(text, name)).facts(article_day)


@pytest.mark.parametrize(
    "body",
    [
        "March 3, 2025\n\nThe mill closed on Monday.",
        "LEEDS, March 3, 2025 (AP) — The mill closed on Monday.",
        "PORT SUDAN, Sudan, Monday, March 3, 2025 — The mill closed.",
        "KOTTAMALA (Kerala), March 3, 2025: The mill closed on Monday.",
        "WEXCOMBE, March 3, 2025. The mill closed.",
        "(Mar 3, 2025 7:53 AM) The mill closed on Monday.",
        "The mill closed on Monday.\n\nIt was old.\n\nPublished 3 March 2025",
    ],
)
def test_a_date_that_is_the_articles_own(body: str) -> None:
    found = day_in(f"A headline\n\n{body}\n")
    assert found is not None
    assert (found.day, found.sure) == (date(2025, 3, 3), True)


def test_front_matter_comes_first() -> None:
    found = day_in("---\ntitle: A headline\ndate: 2025-03-04\n---\n\nMarch 3, 2024\n\nThe mill closed.\n", "a.md")
    assert found == ArticleDay(date(2025, 3, 4), sure=True)


def test_the_last_full_date_with_its_weekday_is_a_guess() -> None:
    found = day_in("A headline\n\nThe mill, opened on Sunday, 3 March 2024, closed on Tuesday, February 11, 2025.\n")
    assert found is not None
    assert (found.day, found.sure) == (date(2025, 2, 11), False)


@pytest.mark.parametrize(
    "body",
    [
        "Ann Hill was born on 3 March 1934. The mill closed on Monday.",  # no event of the news
        "He was shot on Friday, November 22, 1963, and the tapes were found in 2010.",  # written much later
        "The mill closed on Monday.",
    ],
)
def test_nothing_else_fixes_it(body: str) -> None:
    assert day_in(f"A headline\n\n{body}\n") is None


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("30 December", date(2024, 12, 30)),
        ("2 April", date(2025, 4, 2)),
        ("2 April last year", date(2024, 4, 2)),
        ("2 April 1999", date(1999, 4, 2)),
        ("15 September", None),  # half a year off: of this year or of the last
        ("29 February", None),
        ("4/3/2025", None),
    ],
)
def test_the_day_that_a_date_means(words: str, meant: date | None) -> None:
    (found,) = read(Source.from_text(f"A headline\n\nIt was on {words} that it rained.\n", "a.txt")).facts(days)
    assert found.date is not None
    assert day_of(found.date, date(2025, 2, 20)) == meant
