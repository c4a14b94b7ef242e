"""Days: weekdays and how copy refers to them, calendar dates, and spans of time that place an event.

`article.facts(dates)` holds them in the order of the text. A weekday in a name (Black Friday, the Sunday Times,
Sheffield Wednesday) is not a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts.writing_numbers import ordinal_ending
from copydesk.patterns import pattern

Reference = Literal["", "last", "next", "this", "earlier"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Weekday(msgspec.Struct, frozen=True):
    """A weekday. `span` takes in the word before it that says which one (last, next, this, earlier on).

    `recurring` says that no single day is meant: every Monday, on Sundays, the last Friday of the month.
    `dated` says that its date stands beside it: Wednesday, Aug. 14.
    """

    span: Span
    day: int
    reference: Reference = ""
    recurring: bool = False
    dated: bool = False


class CalendarDate(msgspec.Struct, frozen=True):
    """A day of the calendar: Aug. 14, 14 August 2024, 2024-08-14. `year` is 0 where none is given."""

    span: Span
    month: int
    day: int
    year: int = 0


class Interval(msgspec.Struct, frozen=True):
    """A span of time that places an event beside another or the day of writing: “less than a week after”.

    `longest` is the most days it may stand for.
    """

    span: Span
    longest: int


class Dates(msgspec.Struct, frozen=True):
    """All that places events in an article in time."""

    weekdays: tuple[Weekday, ...] = ()
    dates: tuple[CalendarDate, ...] = ()
    intervals: tuple[Interval, ...] = ()


_DAY = r"(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
# What the patterns look for, as words in small letters: a quick look.
WEEKDAY_WORDS = frozenset(f"{day.lower()}{s}" for day in WEEKDAYS for s in ("", "s"))
MONTH_WORDS = frozenset(
    """jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october
    nov november dec december""".split()
)
_UNITS = frozenset("day days week weeks fortnight fortnights".split())
_WAYS = frozenset("after before ago earlier later since into".split())
# Each looks for its first letter first, which is quick to say no.
_WEEKDAY = pattern(
    rf"(?=[EeLlNnTtPpCcMWFS])\b(?:(?P<earlier>[Ee]arlier|[Ll]ate(?:r)?|[Ee]arly)\s(?:on\s)?"
    rf"|(?P<which>(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\s))?\b{_DAY}(?P<plural>s)?\b"
)
# “This past Friday” and “this coming Friday” say which one they mean.
_REFERENCES: dict[str, Reference] = {"last": "last", "next": "next", "this": "this", "past": "this", "coming": "this"}
_NAMED_BEFORE = pattern(
    r"(?:\b(?:Black|Good|Easter|Palm|Cyber|Ash|Holy|Maundy|Bloody|Shrove|Super|Fat|Giving|Ruby|Sheffield|Freaky|Casual"
    r"|Whit|Spy|Boxing|the|The)\s)$"
)
_NAMED_BEHIND = pattern(
    r"\s(?:Times|Telegraph|Mirror|Mail|Express|People|Post|Herald|Night\sLive|Night\sFootball|World|Review|Club|Agreement"
    r"|School|Island|Addams|Mass)\b|[-‐‑]\w|['’]s\s(?:Child|Grave)"
)
_RECURRING_BEFORE = pattern(
    r"\b(?:every|each|most|some|on\s+the|the|a|an|any|one)\s(?:other\s|first\s|second\s|third\s)?$", re.I
)
_RECURRING_BEHIND = pattern(
    rf"\s(?:of|in)\s(?:(?:the|each|every|this|last|next)\s)?(?:{_MONTH}\b|month|year|season|\d{{4}})"
)
_DATE_BEHIND = pattern(
    rf"(?:,?\s|\s?[—–-]\s?)(?:the\s)?(?:{_MONTH}\s\d|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)\b)|\s\("
)
_DATE = pattern(
    rf"(?=[JFMASOND\d])\b(?:(?P<month>{_MONTH})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<y>\d{{4}})\b)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{_MONTH})(?!\w)(?:,?\s(?P<y2>\d{{4}})\b)?"
    rf"|(?P<y3>\d{{4}})-(?P<m3>\d\d)-(?P<d3>\d\d)\b)"
)
_ISO_DATE = pattern(r"-(?<=\d-)\d")
_SMALL = "one two three four five six seven eight nine ten".split()
_INTERVAL = pattern(
    rf"(?=[lmwanotfse\d])\b(?:(?:less|more)\sthan\s|within\s|about\s|almost\s|nearly\s|over\s)?(?P<count>an?|{'|'.join(_SMALL)}|\d{{1,2}})\s"
    r"(?P<unit>days?|weeks?|fortnights?)\s(?:after|before|ago|earlier|later|since|into)\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def local(part: Part) -> Dates:
    """Return the days of a part, spans relative to it."""
    words, vocabulary = part.words, part.vocabulary
    weekdays: tuple[Weekday, ...] = ()
    found_dates: tuple[CalendarDate, ...] = ()
    intervals: tuple[Interval, ...] = ()
    if not WEEKDAY_WORDS.isdisjoint(vocabulary):
        weekdays = tuple(filter(None, map(_weekday, _WEEKDAY.finditer(words))))
    if not MONTH_WORDS.isdisjoint(vocabulary) or ("-" in words and _ISO_DATE.search(words)):
        found_dates = dates_in(words)
    if not _UNITS.isdisjoint(vocabulary) and not _WAYS.isdisjoint(vocabulary):
        intervals = tuple(map(_interval, _INTERVAL.finditer(words)))
    return Dates(weekdays, found_dates, intervals)


def combine(article: Article, locals_: Sequence[Dates]) -> Dates:
    """Return the days of the article, spans in its text."""
    weekdays: list[Weekday] = []
    found_dates: list[CalendarDate] = []
    intervals: list[Interval] = []
    for part, here in zip(article.parts, locals_, strict=True):
        weekdays += (replace(found, span=part.text_span(*found.span)) for found in here.weekdays)
        found_dates += (replace(found, span=part.text_span(*found.span)) for found in here.dates)
        intervals += (replace(found, span=part.text_span(*found.span)) for found in here.intervals)
    return Dates(tuple(weekdays), tuple(found_dates), tuple(intervals))


def dates_in(words: str) -> tuple[CalendarDate, ...]:
    """Return the calendar dates of a text in order; spans count code points of `words`."""
    return tuple(filter(None, map(_date, _DATE.finditer(words))))


_DIGITS = pattern(r"(?P<day>\d+)(?P<ending>(?:st|nd|rd|th)\b)?")


def with_day(words: str, named: CalendarDate, day: int) -> tuple[Span, str] | None:
    """Return where the words of a date have their day, and another day of that month as they would write it.

    None where the words, which may have markup in them, have that number twice. The span is relative to the words.
    """
    found = [match for match in _DIGITS.finditer(words) if int(match["day"]) == named.day]
    if len(found) != 1 and not (found and _ISO.fullmatch(words)):
        return None
    old = found[-1]
    figure = str(day).zfill(len(old["day"])) if old["day"].startswith("0") or _ISO.fullmatch(words) else str(day)
    return Span(*old.span()), figure + (ordinal_ending(day) if old["ending"] else "")


_ISO = pattern(r"\d{4}-\d\d-\d\d")


def _weekday(match: re.Match[str]) -> Weekday | None:
    words = match.string
    which = (match["which"] or "").strip().lower()
    before = words[max(0, match.start() - 20) : match.start()]
    if _NAMED_BEHIND.match(words, match.end()) or (
        not which and not match["earlier"] and _NAMED_BEFORE.search(before)
    ):
        return None
    recurring = bool(
        match["plural"]
        or _RECURRING_BEFORE.search(before)
        or (which in ("last", "next") and _RECURRING_BEHIND.match(words, match.end()))
    )
    reference: Reference = _REFERENCES[which] if which else "earlier" if match["earlier"] else ""
    day = next(index for index, name in enumerate(WEEKDAYS) if name.startswith(match["day"]))
    dated = _DATE_BEHIND.match(words, match.end()) is not None
    return Weekday(Span(*match.span()), day, reference, recurring, dated)


def _date(match: re.Match[str]) -> CalendarDate | None:
    if match["y3"]:
        month, day, year = int(match["m3"]), int(match["d3"]), int(match["y3"])
    else:
        name = (match["month"] or match["month2"])[:3].lower()
        month, day = _MONTHS.index(name) + 1, int(match["d"] or match["d2"])
        year = int(match["y"] or match["y2"] or 0)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return CalendarDate(Span(*match.span()), month, day, year)


def _interval(match: re.Match[str]) -> Interval:
    count = match["count"].lower()
    number = 1 if count in ("a", "an") else int(count) if count.isdigit() else _SMALL.index(count) + 1
    return Interval(Span(*match.span()), number * _DAYS[match["unit"].lower().removesuffix("s")])
