"""Which calendar a date of the past is by: the Julian one, or the Gregorian that Python reckons by.

The Gregorian calendar began on 15 October 1582, in Catholic countries; Britain and its colonies took it up on
14 September 1752, the last others of Western Europe in 1753. Lands of the Orthodox church and Turkey kept the Julian
one into the 20th century: `[julian]` of `calendar.toml` has them, with the last year of each.

Sources: Explanatory Supplement to the Astronomical Almanac, 3rd edition, 15.1 (P. K. Seidelmann and others);
Calendar (New Style) Act 1750, for Britain and America.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from copydesk.article import Article
from copydesk.text.tables import table

_FIRST = date(1582, 10, 15)  # of the Gregorian calendar
_CHANGES = (_FIRST, date(1752, 9, 14))
LAST_IN_THE_WEST = 1753  # when Sweden changed too


def is_before_gregorian(day: date) -> bool:
    """Whether there was no Gregorian calendar yet: copy gives such a day by the Julian one, or reckons it back."""
    return day < _FIRST


def may_be_julian(year: int, article: Article) -> bool:
    """Whether a date of that year may be by the Julian calendar, by the lands that the article names."""
    if year <= LAST_IN_THE_WEST:
        return True
    return any(year <= last and names.search(article.text) for last, names in _lands())


@cache
def _lands() -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Return the last Julian years, and what names the lands that had them."""
    rows = table("calendar")["julian"]
    return tuple(
        (int(year), re.compile(rf"\b(?:{'|'.join(row.split()).replace('_', ' ')})")) for year, row in rows.items()
    )


def julian_weekday(day: date) -> int:
    """Return the weekday, Monday being 0, of a date that is written as `day` is but by the Julian calendar."""
    year = day.year - (day.month <= 2)
    return (day.weekday() + year // 100 - year // 400 - 2) % 7


def weekdays_of(day: date, article: Article) -> tuple[int, ...]:
    """Return the weekdays, Monday being 0, that a date may have had, the Gregorian first; none if nobody can tell."""
    if is_before_gregorian(day):
        return ()
    return (day.weekday(), julian_weekday(day)) if may_be_julian(day.year, article) else (day.weekday(),)


def is_leap(year: int, article: Article) -> bool:
    """Whether a year may have had a 29 February: by the Julian calendar 1700, 1800 and 1900 had."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0 or may_be_julian(year, article))


def is_one_calendar(first: date, last: date) -> bool:
    """Whether no change of calendars is between two days, which dropped ten or eleven."""
    return not any(first < change <= last for change in _CHANGES)
