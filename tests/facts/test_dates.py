"""Weekdays, calendar dates and spans of time."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk.facts import dates
from copydesk.facts.dates import Dates


def dates_of(body: str) -> Dates:
    return read(Source.from_text(f"A headline\n\n{body}\n", "a.txt")).facts(dates)


@pytest.mark.parametrize(
    ("words", "day", "reference"),
    [
        ("on Wednesday", 2, ""),
        ("last Wednesday", 2, "last"),
        ("next Friday", 4, "next"),
        ("this Sunday", 6, "this"),
        ("this past Friday", 4, "this"),
        ("earlier on Monday", 0, "earlier"),
    ],
)
def test_weekdays(words: str, day: int, reference: str) -> None:
    (found,) = dates_of(f"They met {words} in town.").weekdays
    assert (found.day, found.reference, found.recurring) == (day, reference, False)


@pytest.mark.parametrize(
    "words", ["every Monday", "on Sundays", "on the last Friday of the month", "last Friday in May"]
)
def test_recurring(words: str) -> None:
    (found,) = dates_of(f"They meet {words}.").weekdays
    assert found.recurring


@pytest.mark.parametrize("words", ["Black Friday", "the Sunday Times", "Good Friday", "Sheffield Wednesday"])
def test_names_are_no_days(words: str) -> None:
    assert dates_of(f"They read of {words} then.").weekdays == ()


def test_calendar_dates() -> None:
    found = dates_of("On Aug. 14, 2024, then 3 May, then December 1st, then 2024-08-14, and May 45.").dates
    assert [(date.month, date.day, date.year) for date in found] == [
        (8, 14, 2024),
        (5, 3, 0),
        (12, 1, 0),
        (8, 14, 2024),
    ]


def test_a_weekday_with_its_date() -> None:
    found = dates_of("It began last Friday, Aug. 9, and ended last Monday.").weekdays
    assert [day.dated for day in found] == [True, False]


def test_intervals() -> None:
    found = dates_of("It came less than a week after the vote and three days before the flood.").intervals
    assert [interval.longest for interval in found] == [7, 3]
