"""When somebody was born, by each thing that is said of their years: a stretch of days that it leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from copydesk.facts.elapsed.counting import days_of
from copydesk.facts.lives.records import Days, Life, Statement

_SLACK = timedelta(days=7)  # between the day that something happened and the day of writing
_SOON = timedelta(days=60)  # a birthday that copy speaks of before it comes


def births(life: Life, written: date | None) -> list[Days | None]:
    """Return for each statement between which days the person was born; None where it does not say."""
    deaths = [one for one in life.statements if one.said == "died"]
    death = _moment(deaths[0], written, None) if deaths else None
    return [_birth(one, written, death) for one in life.statements]


def is_open(one: Statement) -> bool:
    """Whether a statement does not say when it held: at some time up to the day of writing, or soon after it."""
    return one.moment is None and one.when == "then"


def _birth(one: Statement, written: date | None, death: Days | None) -> Days | None:
    if is_open(one):
        return Days(date.min, back(written + _SOON, one.years)) if written else None
    when = _moment(one, written, death)
    if when is None or one.said == "died":
        return None
    if one.said == "born":
        return when
    if one.said == "birthday":
        return Days(back(when.first, one.years), back(when.last, one.years))
    return Days(back(when.first, one.years + 1) + timedelta(days=1), back(when.last, one.years))


def _moment(one: Statement, written: date | None, death: Days | None) -> Days | None:
    """Return the days on which a statement may hold."""
    if one.moment is not None:
        found = days_of(one.moment, written)
        return Days(*found) if found else None
    if one.when == "death" and death is not None:
        return death
    if written is None or one.when == "then":
        return None
    if one.when in ("now", "death"):
        return Days(written - _SLACK, written)
    which, unit = one.when.split()
    shift = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return Days(date(written.year + shift, 1, 1), date(written.year + shift, 12, 31))
    months = written.year * 12 + written.month - 1 + shift
    first = date(months // 12, months % 12 + 1, 1)
    return Days(first, date((months + 1) // 12, (months + 1) % 12 + 1, 1) - timedelta(days=1))


def back(day: date, years: int) -> date:
    """Return the day so many years before; of 29 February, 28 February. Nobody is older than the calendar."""
    return date(max(1, day.year - years), day.month, min(day.day, 28) if day.month == 2 else day.day)


def ages(one: Statement, birth: Days, written: date | None, life: Life) -> list[int]:
    """Return the ages that a statement may give somebody born on one of some days, the lowest first."""
    deaths = [each for each in life.statements if each.said == "died"]
    if is_open(one):
        return list(range(1, _age(birth.first, written + _SOON) + 1)) if written else []
    when = _moment(one, written, _moment(deaths[0], written, None) if deaths else None)
    if when is None:
        return []
    return list(range(_age(birth.last, when.first), _age(birth.first, when.last) + 1))


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def meet(all_days: Sequence[Days]) -> Days | None:
    """Return the days that are in all stretches; None if there are none."""
    first, last = max(one.first for one in all_days), min(one.last for one in all_days)
    return Days(first, last) if first <= last else None
