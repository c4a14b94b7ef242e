"""Dates of the past, which may be by another calendar than Python's."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.facts.calendars import is_leap, is_one_calendar, julian_weekday, weekdays_of
from copydesk.facts.days import WEEKDAYS
from copydesk.rules.testing import heard
from copydesk_rules.dates.impossible import Impossible
from copydesk_rules.dates.weekday_mismatch import WeekdayMismatch


def _article(body: str) -> Article:
    return read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))


HERE = _article("The court in Paris met.")
RUSSIA = _article("The court in Petrograd met.")


@pytest.mark.parametrize(
    ("day", "weekday"),
    [
        (date(1066, 10, 14), "Saturday"),
        (date(1307, 10, 13), "Friday"),
        (date(1582, 10, 4), "Thursday"),  # the day before Friday, 15 October 1582, by the new one
        (date(1752, 9, 2), "Wednesday"),  # the day before Thursday, 14 September 1752
        (date(1917, 10, 25), "Wednesday"),
        (date(1918, 1, 31), "Wednesday"),  # the day before Thursday, 14 February 1918
    ],
)
def test_weekdays_of_the_julian_calendar(day: date, weekday: str) -> None:
    assert WEEKDAYS[julian_weekday(day)] == weekday


@given(st.dates(date(1000, 1, 1), date(2100, 12, 31)))
def test_a_week_has_seven_days_in_both_calendars(day: date) -> None:
    following = day + timedelta(days=1)
    if following.month != 3 or following.day != 1:  # 29 February 1700 was a day of one of them
        assert julian_weekday(following) == (julian_weekday(day) + 1) % 7
    assert (day.weekday() in weekdays_of(day, RUSSIA)) == (day >= date(1582, 10, 15))


def test_which_calendar_a_date_may_be_by() -> None:
    assert weekdays_of(date(1500, 1, 1), HERE) == ()
    assert len(weekdays_of(date(1700, 1, 1), HERE)) == 2
    assert len(weekdays_of(date(1917, 1, 1), HERE)) == 1
    assert len(weekdays_of(date(1917, 1, 1), RUSSIA)) == 2
    assert len(weekdays_of(date(1925, 1, 1), RUSSIA)) == 1
    assert (is_leap(1900, HERE), is_leap(1900, RUSSIA), is_leap(1700, HERE), is_leap(2000, HERE)) == (
        (False, True, True, True)
    )
    assert not is_one_calendar(date(1752, 9, 2), date(1752, 9, 14))
    assert is_one_calendar(date(1752, 9, 14), date(1752, 9, 20))


@given(
    st.dates(date(1000, 1, 1), date(1918, 2, 13)),
    st.sampled_from(["Russia", "the Tsar’s lands", "Moscow", "Kyiv", "the town, by the Old Style,"]),
)
def test_a_date_of_the_past_may_fall_on_the_weekday_of_either_calendar(day: date, land: str) -> None:
    for weekday in (julian_weekday(day), day.weekday()):
        said = f"In {land} the shop opened on {WEEKDAYS[weekday]}, {day.day} {day:%B} {day.year}."
        assert heard(WeekdayMismatch(), _article(said)) == []


@given(st.dates(date(1754, 1, 1), date(2100, 12, 31)), st.integers(1, 6))
def test_elsewhere_the_gregorian_calendar_holds(day: date, off: int) -> None:
    said = f"In Paris the shop opened on {WEEKDAYS[(day.weekday() + off) % 7]}, {day.day} {day:%B} {day.year}."
    (finding,) = heard(WeekdayMismatch(), _article(said))
    assert finding.fixes[0].title == f"Change to “{WEEKDAYS[day.weekday()]}”"


def test_a_weekday_that_no_calendar_has_gets_those_of_both() -> None:
    (finding,) = heard(WeekdayMismatch(), _article("In Petrograd it was Monday, 25 October 1917."))
    assert [fix.title for fix in finding.fixes] == ["Change to “Thursday”", "Change to “Wednesday”"]
    assert finding.message == "25 October 1917 was a Thursday, by the Julian calendar a Wednesday."


def test_29_february_of_1900_is_no_day_but_in_lands_of_the_julian_calendar() -> None:
    assert len(heard(Impossible(), _article("In Paris they met on 29 February 1900."))) == 1
    assert heard(Impossible(), _article("In Petrograd they met on 29 February 1900.")) == []
