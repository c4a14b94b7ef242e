"""Days as copy names them: weekdays, calendar dates, and a weekday with its date.

`article.facts(days)` is a tuple of `NamedDay` in the order of the text. A weekday in a name (Black Friday, the Sunday
Times, Sheffield Wednesday) is not a day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts.calendars import LAST_IN_THE_WEST
from copydesk.text import Analysis, Day, Tokens, analysis_of
from copydesk.text.tables import table
from copydesk.text.words import LOWER

Reference = Literal["", "last", "next", "this", "earlier"]

Order = Literal["day", "month"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Weekday(msgspec.Struct, frozen=True):
    """A weekday; Monday is 0. `reference` is the word before it that says which one.

    `recurring` says that no single day is meant: every Monday, on Sundays, the last Friday of the month.
    """

    span: Span
    day: int
    reference: Reference = ""
    recurring: bool = False


class CalendarDate(msgspec.Struct, frozen=True):
    """A day of the calendar: Aug. 14, 14 August 2024, 2024-08-14. `year` is 0 where none is given.

    `years_on` is how many years after the article's it is, where the words say so (“30 June last year”: -1). `turned`
    says that in figures day and month may be meant the other way round (3/4/2024), and nothing in the article shows
    which. `order` is which of the two comes first in figures, where they or the rest of the article show it.
    """

    span: Span
    month: int
    day: int
    year: int = 0
    years_on: int | None = None
    turned: bool = False
    order: Order | None = None


class NamedDay(msgspec.Struct, frozen=True):
    """A weekday, a date, or both side by side: “last Friday”, “3 March”, “Monday (3 March)”, “3 March, a Monday”.

    `span` takes in all of it, with the word before the weekday that says which one.
    """

    span: Span
    weekday: Weekday | None = None
    date: CalendarDate | None = None


def local(part: Part) -> tuple[NamedDay, ...]:
    """Return the days of a part, spans relative to it."""
    if _day_words().isdisjoint(part.vocabulary) and not any(sign in part.words for sign in "/-."):
        return ()
    return days_in(analysis_of(part.words))


def combine(article: Article, locals_: Sequence[tuple[NamedDay, ...]]) -> tuple[NamedDay, ...]:
    """Return the days of the article, spans in its text.

    What other dates in figures of the article show, and the weekday beside a date, settles which is its day.
    """
    found = tuple(moved(one, part) for part, here in zip(article.parts, locals_, strict=True) for one in here)
    dates = [one.date for one in found if one.date and not one.date.turned]
    orders = {one.order for one in dates if one.order}
    in_words = {(one.year, one.month, one.day) for one in dates if one.year and not one.order}
    return tuple(_settled(one, orders, in_words) if one.date and one.date.turned else one for one in found)


def _settled(one: NamedDay, orders: Collection[Order], in_words: Collection[tuple[int, int, int]]) -> NamedDay:
    """Return a day whose figures may be read two ways as the article's other dates, or its weekday, show it.

    A date that the article has in words as well is that day. Where they do not agree it stays as it is.
    """
    if one.date is None or len(orders) > 1:
        return one
    day_first = replace(one.date, turned=False, order="day")
    month_first = replace(day_first, month=one.date.day, day=one.date.month, order="month")
    choices = [each for each in (day_first, month_first) if not orders or each.order in orders]
    if one.weekday is not None and one.date.year > LAST_IN_THE_WEST:
        weekday = one.weekday.day
        choices = [each for each in choices if date(each.year, each.month, each.day).weekday() == weekday]
    known = [each for each in choices if (each.year, each.month, each.day) in in_words]
    choices = known if len(known) == 1 else choices
    return replace(one, date=choices[0]) if len(choices) == 1 else one


def moved(one: NamedDay, part: Part) -> NamedDay:
    """Return a day of a part with spans in the text."""
    weekday, date = one.weekday, one.date
    return NamedDay(
        part.text_span(*one.span),
        weekday and replace(weekday, span=part.text_span(*weekday.span)),
        date and replace(date, span=part.text_span(*date.span)),
    )


@cache
def _day_words() -> frozenset[str]:
    calendar = table("calendar")
    plurals = (f"{day}s" for day in calendar["weekdays"] if len(day) > 5)
    return frozenset((*calendar["weekdays"], *plurals, *calendar["months"]))


@lru_cache(maxsize=200)
def days_in(text: Analysis) -> tuple[NamedDay, ...]:
    """Return the days of a text in order; spans count its code points."""
    return tuple(_days_in(text))


def _days_in(text: Analysis) -> Iterator[NamedDay]:
    past = 0
    for first, values in text.values.starting_of(Day).items():
        found = [value for value in values if value.day or value.weekday >= 0]
        if first < past or not found:
            continue
        longest = max(value.past for value in found)
        read = _named(text, [value for value in found if value.past == longest])
        past = longest
        if read is not None:
            joined, past = _joined(text, read, longest)
            yield joined


def _named(text: Analysis, readings: Sequence[Day]) -> NamedDay | None:
    """Return what the readings of one place mean; None if it is a name."""
    value, tokens = readings[0], text.tokens
    first, past = value.first, value.past
    if value.weekday < 0:
        return NamedDay(tokens.span(first, past), date=_date(text, first, readings))
    short = len(tokens.text(first)) <= _SHORT and tokens.text_at(first + 1) == "." and not tokens.space(first + 1)
    after = first + (2 if short else 1)
    reference, begin = _reference(tokens, first)
    if not value.day and not reference and _is_name(tokens, first, after):
        return None
    recurring = not value.day and _is_recurring(tokens, begin, after, reference)
    weekday = Weekday(tokens.span(first, after), value.weekday, reference, recurring)
    date = _date(text, after + (tokens.text_at(after) == ","), readings) if value.day else None
    return NamedDay(tokens.span(begin, past), weekday, date)


def _date(text: Analysis, first: int, readings: Sequence[Day]) -> CalendarDate:
    value = readings[0]
    turned = len({(each.month, each.day) for each in readings}) > 1
    years_on = None if value.year else _years_on(text.tokens, value.past)
    span = text.tokens.span(first, value.past)
    return CalendarDate(span, value.month, value.day, value.year, years_on, turned, _order(text.tokens, value, first))


def _order(tokens: Tokens, value: Day, first: int) -> Order | None:
    """Return which comes first in a date in figures that can be read one way only: 25/4/2024."""
    figure = tokens.text(first)
    if value.day <= _MONTHS or not figure.isdecimal() or tokens.text_at(first + 1) not in ("/", "-", "."):
        return None
    return "day" if int(figure) == value.day else "month" if int(figure) == value.month else None


_MONTHS = 12
_YEARS_ON = {"last": -1, "this": 0, "next": 1}


def _years_on(tokens: Tokens, past: int) -> int | None:
    """Return the year that the words after a date give it, counted from the article's: “30 June (of) last year”."""
    at = past + (tokens.text_at(past) == ",")
    at += tokens.lower(at) in ("of", "in")
    return _YEARS_ON.get(tokens.lower(at)) if tokens.lower(at + 1) == "year" else None


_REFERENCES: dict[str, Reference] = {"last": "last", "next": "next", "this": "this", "past": "this", "coming": "this"}
_SHORT = 5  # letters of a weekday cut short: Thurs.
_EARLIER = frozenset("earlier late later early".split())


def _reference(tokens: Tokens, first: int) -> tuple[Reference, int]:
    """Return which weekday the words before one say, and where they begin: last, next, this (past), earlier on."""
    before = tokens.lower(first - 1)
    if before in _REFERENCES:
        return _REFERENCES[before], first - (
            2 if before in ("past", "coming") and tokens.lower(first - 2) == "this" else 1
        )
    at = first - 1 - (before == "on")
    return ("earlier", at) if tokens.lower(at) in _EARLIER else ("", first)


def _is_name(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a weekday is part of a name: Black Friday, the Sunday Times, Sheffield Wednesday, Friday-night."""
    names = table("calendar")["names"]
    glued = (
        tokens.text_at(after) in ("-", "‐", "‑") and not tokens.space(after) and tokens.text_at(after + 1).isalpha()
    )
    owner = tokens.text_at(after).lower() in ("'s", "’s") and tokens.lower(after + 1) in names["owned"]
    named = tokens.kinds[after : after + 1] != LOWER and tokens.lower(after) in names["after"]
    return glued or owner or tokens.lower(first - 1) in names["before"] or named


_EACH = frozenset("every each most some the a an any one".split())
_ORDER = frozenset("other first second third".split())
_WITHIN = frozenset("month year season the each every this last next".split())


def _is_recurring(tokens: Tokens, begin: int, after: int, reference: Reference) -> bool:
    """Whether no single day is meant: Mondays, every Monday, the last Friday of the month."""
    if tokens.lower(after - 1).endswith("days"):
        return True
    before = tokens.lower(begin - 1)
    before = tokens.lower(begin - 2) if before in _ORDER else before
    if before in _EACH:
        return True
    if reference not in ("last", "next") or tokens.lower(after) not in ("of", "in"):
        return False
    following = tokens.lower(after + 1)
    return following in table("calendar")["months"] or following in _WITHIN or following.isdecimal()


_BETWEEN_DAY_AND_DATE = frozenset("( , — – - the on".split())
_SAYS = frozenset("is was falls fell".split())


def _joined(text: Analysis, read: NamedDay, past: int) -> tuple[NamedDay, int]:
    """Return a day with the other half if it is beside it, “3 March, a Monday”, and the token past both."""
    tokens = text.tokens
    if read.date is None and read.weekday is not None and not read.weekday.recurring:
        at = past
        while at < past + 2 and tokens.lower(at) in _BETWEEN_DAY_AND_DATE:
            at += 1
        date = next((value for value in _longest(text, at) if value.day and value.weekday < 0), None)
        if date is not None and at > past:
            whole = Span(read.span.start, tokens.span(at, date.past).end)
            return NamedDay(whole, read.weekday, _date(text, at, [date])), date.past
    elif read.weekday is None and (at := _weekday_after(tokens, past)):
        weekday = next((value for value in _longest(text, at) if value.weekday >= 0 and not value.day), None)
        if weekday is not None and _ends(tokens, at, weekday.past):
            whole = Span(read.span.start, text.span(weekday).end)
            return NamedDay(whole, Weekday(text.span(weekday), weekday.weekday), read.date), weekday.past
    return read, past


def _longest(text: Analysis, at: int) -> Iterator[Day]:
    values = (value for value in text.values.starting.get(at, ()) if isinstance(value, Day))
    yield from sorted(values, key=lambda value: -value.past)


def _weekday_after(tokens: Tokens, past: int) -> int:
    """Return where a weekday should begin that is said of a date before it, 0 where none can be."""
    lower = tokens.lower
    if lower(past) == "," and lower(past + 1) not in ("a", "which"):
        return past + 1
    at = past + (lower(past) == ",")
    at += lower(at) == "which"
    if lower(at) in _SAYS:
        at += 1 + (lower(at + 1) == "on")
        return at + 1 if lower(at) == "a" else 0
    if lower(past) == "," and lower(at) == "a":
        return at + 1
    return past + 1 if lower(past) == "(" else 0


def _ends(tokens: Tokens, at: int, after: int) -> bool:
    """Whether a weekday is said of the date before it alone: not in “on 3 March, Monday’s paper said”."""
    return tokens.lower(at - 1) == "a" or tokens.text_at(after) in ("", ")", ".", ",", ";")
