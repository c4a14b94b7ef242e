"""Weekdays, calendar dates, and the two side by side."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk.facts import days
from copydesk.facts.days import NamedDay
from copydesk.facts.writing_days import weekday_like


def days_of(body: str) -> tuple[NamedDay, ...]:
    return read(Source.from_text(f"A headline\n\n{body}\n", "a.txt")).facts(days)


@pytest.mark.parametrize(
    ("words", "day", "reference"),
    [
        ("on Wednesday", 2, ""),
        ("last Wednesday", 2, "last"),
        ("next Friday", 4, "next"),
        ("this Sunday", 6, "this"),
        ("this past Friday", 4, "this"),
        ("earlier on Monday", 0, "earlier"),
        ("on Thurs.", 3, ""),
    ],
)
def test_weekdays(words: str, day: int, reference: str) -> None:
    (found,) = days_of(f"They met {words} in town.")
    assert found.date is None
    assert found.weekday is not None
    assert (found.weekday.day, found.weekday.reference, found.weekday.recurring) == (day, reference, False)


@pytest.mark.parametrize(
    "words", ["every Monday", "on Sundays", "on the last Friday of the month", "last Friday in May", "some Mondays"]
)
def test_recurring(words: str) -> None:
    (found,) = days_of(f"They meet {words}.")
    assert found.weekday is not None
    assert found.weekday.recurring


@pytest.mark.parametrize(
    "words", ["Black Friday", "the Sunday Times", "Good Friday", "Sheffield Wednesday", "Friday-night drinks"]
)
def test_names_are_no_days(words: str) -> None:
    assert days_of(f"They read of {words} then.") == ()


def test_a_weekday_before_what_is_a_name_only_in_capitals() -> None:
    assert len(days_of("They met on Monday night, and on Sunday evening.")) == 2


def test_dates_in_every_form() -> None:
    found = days_of("On Aug. 14, 2024, then 3 May, then December 1st, then 2024-08-14, and May 45.")
    assert [(one.date.month, one.date.day, one.date.year) for one in found if one.date] == [
        (8, 14, 2024),
        (5, 3, 0),
        (12, 1, 0),
        (8, 14, 2024),
    ]


@pytest.mark.parametrize(
    ("words", "date_words"),
    [
        ("Tuesday, March 4, 2025", "March 4, 2025"),
        ("Tuesday 4 March", "4 March"),
        ("Tuesday the 4th of March", "4th of March"),
        ("Tuesday (March 4", "March 4"),
        ("March 4, a Tuesday", "March 4"),
        ("March 4, which was a Tuesday", "March 4"),
        ("4 March (Tuesday", "4 March"),
        ("Tues. 4 March", "4 March"),
    ],
)
def test_a_weekday_and_its_date_are_one(words: str, date_words: str) -> None:
    text = f"A headline\n\nThey met on {words}).\n"
    (found,) = read(Source.from_text(text, "a.txt")).facts(days)
    assert found.weekday is not None
    assert found.date is not None
    assert found.weekday.day == 1
    assert text[slice(*found.span)] == words
    assert text[slice(*found.date.span)] == date_words


def test_a_weekday_after_a_date_may_belong_to_the_next_words() -> None:
    assert len(days_of("On 3 March, Monday's paper said, it rained.")) == 2


@pytest.mark.parametrize(("words", "years"), [("last year", -1), (", of this year", 0), ("next year", 1), ("", None)])
def test_a_year_in_words(words: str, years: int | None) -> None:
    (found,) = days_of(f"It closed on 30 June {words}.")
    assert found.date is not None
    assert found.date.years_on == years


def test_a_date_in_figures_may_be_turned() -> None:
    turned, plain = days_of("It ran from 3/4/2024 to 13 May 2024.")
    assert turned.date is not None
    assert plain.date is not None
    assert (turned.date.turned, plain.date.turned) == (True, False)


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("3/4/2024. It reopens on 25/4/2024", (4, 3)),
        ("3/4/2024. It reopens on 4/25/2024", (3, 4)),
        ("3/4/2024. It reopens on 4/25/2024, or 25/4/2024", None),
        ("Wednesday 3/4/2024", (4, 3)),
        ("3/4/2024. It reopened on 3 April 2024", (4, 3)),
        ("3/4/2024. It reopened on March 4, 2024", (3, 4)),
        ("Monday, 3/4/2024", (3, 4)),
        ("Friday, 3/4/2024", None),
        ("Monday, 3/4/2024. It reopens on 25/4/2024", None),
    ],
)
def test_other_dates_and_weekdays_settle_which_figure_is_the_day(words: str, read_as: tuple[int, int] | None) -> None:
    date = days_of(f"It closes on {words}, they said.")[0].date
    assert date is not None
    assert date.turned == (read_as is None)
    assert read_as in (None, (date.month, date.day))


@pytest.mark.parametrize(
    ("words", "new"), [("Tuesday", "Friday"), ("TUESDAY", "FRIDAY"), ("Tues.", "Fri."), ("Tue", "Fri")]
)
def test_another_weekday_is_written_alike(words: str, new: str) -> None:
    assert weekday_like(words, 4) == new
