"""How much time there is between two moments, in the unit of a count."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from msgspec.structs import replace

from copydesk.facts.article_day import day_of
from copydesk.facts.calendars import is_one_calendar
from copydesk.facts.days import CalendarDate
from copydesk.facts.elapsed.records import Elapsed, Moment

_MINUTES = {"minute": 1, "hour": 60}
DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1_200}
_HALF_A_DAY = 720
_WEEK = 7


class Gap(NamedTuple):
    """What a count may be: from `low` to `high`, most likely `best`, and any number of times `every` more."""

    low: Decimal
    high: Decimal
    best: Decimal
    every: Decimal = Decimal(0)


def gap(elapsed: Elapsed, written: date | None) -> Gap | None:
    """Return what the count may be, in its own unit; None where the moments do not say."""
    begin, end = elapsed.begin, elapsed.end
    if begin is None:
        return None
    if elapsed.unit in _MINUTES:
        return _in_minutes(begin, end, Decimal(_MINUTES[elapsed.unit]))
    if elapsed.unit in DAYS:
        return _in_days(begin, end, written, Decimal(DAYS[elapsed.unit]))
    return _in_months(elapsed, begin, end, written) if elapsed.unit in _MONTHS else None


def _in_minutes(begin: Moment, end: Moment | None, unit: Decimal) -> Gap | None:
    if begin.time is None or end is None or end.time is None or begin.time.zone != end.time.zone:
        return None
    minutes = (end.time.hour - begin.time.hour) * 60 + end.time.minute - begin.time.minute
    around = _HALF_A_DAY if not (begin.time.half and end.time.half) else 2 * _HALF_A_DAY
    exact = Decimal(minutes) / unit
    return Gap(exact, exact, exact, Decimal(around) / unit)


def _in_days(begin: Moment, end: Moment | None, written: date | None, unit: Decimal) -> Gap | None:
    if begin.day is None or (end is not None and end.day is None):
        return None
    first, last = begin.day, end.day if end else None
    if last is not None and (first.date is None or last.date is None):
        if first.weekday is None or last.weekday is None:
            return None
        around = Decimal((last.weekday.day - first.weekday.day) % _WEEK) / unit
        return Gap(around, around, around, _WEEK / unit)
    if first.date is None or (last is not None and last.date is None):
        return None
    days: Decimal | None
    if last is None or last.date is None:
        found = written and day_of(first.date, written)
        days = Decimal((written - found).days) if written and found else None
    else:
        days = _between(first.date, last.date, written)
    return None if days is None else Gap(days / unit, days / unit, days / unit)


def _between(begin: CalendarDate, end: CalendarDate, written: date | None) -> Decimal | None:
    """Return how many days two dates are apart; None if their years cannot be told, or change it."""
    if begin.year or end.year or written is not None:
        return _days_near(begin, end, written)
    # In any year: a leap year, the years around it, and a common one.
    found = {_days_near(replace(begin, year=year), end, None) for year in (2023, 2024, 2025)}
    return found.pop() if len(found) == 1 else None


def _days_near(begin: CalendarDate, end: CalendarDate, written: date | None) -> Decimal | None:
    """Return how many days two dates are apart; one without a year takes the one nearest to the other.

    None if a date whose year is not written is then on the wrong side of the other, or the calendar changed between.
    """
    if begin.year and not end.year:
        first = day_of(begin)
        last = day_of(end, first)
    else:
        last = day_of(end, written)
        first = day_of(begin, last)
    if first is None or last is None or not is_one_calendar(first, last):
        return None
    days = (last - first).days
    return Decimal(days) if days >= 0 or (end.year and begin.year) else None


def _in_months(elapsed: Elapsed, begin: Moment, end: Moment | None, written: date | None) -> Gap | None:
    """Return the months or years between two moments, each of which may be any day of what is written."""
    first, last = days_of(begin, written), days_of(end, written) if end else None
    if end is None and written is not None:
        last = (_years_on(written, elapsed.shift[0]), _years_on(written, elapsed.shift[1]))
    if first is None or last is None:
        return None
    if elapsed.counted == "anniversary":
        years = [Decimal(day.year - first[0].year) for day in last]
        return Gap(
            min(years), max(years), Decimal((written or last[0] if end is None else last[0]).year - first[0].year)
        )
    size = Decimal(_MONTHS[elapsed.unit])
    low, high = _months(first[1], last[0]) / size, _months(first[0], last[1]) / size
    if elapsed.counted == "running":
        return Gap(_floor(low) + 1, _floor(high) + 1, _floor((low + high) / 2) + 1)
    years_apart = Decimal(last[0].year - first[0].year) * 12 / size
    best = years_apart if begin.scale == "year" and (end is None or end.scale == "year") else (low + high) / 2
    return Gap(low, high, best.quantize(Decimal(1)))


def _floor(value: Decimal) -> Decimal:
    return value.to_integral_value(ROUND_FLOOR)


def days_of(moment: Moment, written: date | None) -> tuple[date, date] | None:
    """Return the first and the last day that a moment may be."""
    if moment.day is not None:
        day = day_of(moment.day.date, written) if moment.day.date else None
        return (day, day) if day else None
    if not moment.year:
        return None
    if moment.month:
        following = date(moment.year + moment.month // 12, moment.month % 12 + 1, 1)
        return date(moment.year, moment.month, 1), following - timedelta(days=1)
    return date(moment.year, 1, 1), date(moment.year, 12, 31)


def _months(first: date, last: date) -> Decimal:
    """Return how many months one day is after another, parts of a month in days of thirty."""
    return Decimal((last.year - first.year) * 12 + last.month - first.month) + Decimal(last.day - first.day) / 30


def _years_on(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28))


def fits(elapsed: Elapsed, found: Gap) -> bool:
    """Whether a count, as exact as its words are, is one that it may be."""
    count = elapsed.count
    if elapsed.limit:
        return bool(found.every) or found.low < count
    if found.every:
        count = found.low + (count - found.low) % found.every
        if elapsed.hedge and found.low <= elapsed.count:
            return True
    low, high = _floor(found.low), found.high.to_integral_value(ROUND_CEILING)
    leeway = round(abs(found.best) * _LEEWAY) + 1 if elapsed.hedge else 0
    low -= leeway if elapsed.hedge in ("about", "over") else 0
    high += leeway if elapsed.hedge in ("about", "under") else 0
    return low <= count <= high


_LEEWAY = Decimal("0.12")  # of a count with a hedge: “about 20 years” may be 18
