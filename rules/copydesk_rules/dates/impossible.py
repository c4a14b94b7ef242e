"""Dates.Impossible."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator
from datetime import date
from string import digits

from msgspec.structs import replace

from copydesk.facts import article_day, days
from copydesk.facts.article_day import day_of
from copydesk.facts.calendars import is_leap, weekdays_of
from copydesk.facts.days import CalendarDate, NamedDay
from copydesk.facts.writing_days import with_day
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Rule

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Impossible(Rule):
    """A date that no calendar has: 31 April, 29 February 2023.

    Nobody can know which day was meant, so there is a fix only where the weekday beside the date leaves one: the last
    day of the month, or a day with a digit changed or taken out.

    Source: the Gregorian calendar, and the Julian where a date may be by it: that has a 29 February 1700 (Explanatory
    Supplement to the Astronomical Almanac, 3rd edition, 15.1).
    """

    name = "Dates.Impossible"
    severity = "error"
    in_quotations = True
    examples = [
        Bad("The deadline is 31 April.", found="31 April"),
        Bad("He was born on Feb. 29, 2023.", found="Feb. 29, 2023"),
        Bad(
            "They met on Thursday, 30 February 2024, in the town hall.",
            found="30 February 2024",
            fixed="They met on Thursday, 29 February 2024, in the town hall.",
        ),
        Bad("Sales open on September 31st, 2025.", found="September 31st, 2025"),
        Good("The deadline is 30 April; he was born on Feb. 29, 2024, or on 29 February 2000."),
        Good("The Tsar’s court met on 29 February 1900, that of London on 29 February 1700."),
        Good("In May 32 people came, and in June 40. The leap day is Feb. 29."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        written = article.facts(article_day)
        for one in article.facts(days):
            if (
                one.date is None
                or one.date.day <= (last := _last_day(article, one.date))
                or _counts(article, one.date)
            ):
                continue
            yield _finding(article, one.date, last, _meant(article, one, last, written.day if written else None))


def _last_day(article: Article, found: CalendarDate) -> int:
    """Return the last day of a date's month; in a February without a year, of a leap year's."""
    if found.month == 2 and found.year and not is_leap(found.year, article):
        return 28
    return _LENGTHS[found.month - 1]


def _meant(article: Article, one: NamedDay, last: int, written: date | None) -> int | None:
    """Return the only day of the month that may have been meant and falls on the weekday beside the date."""
    if one.date is None or one.weekday is None:
        return None
    meant = {
        day
        for number in _slips(str(one.date.day)) | {last}
        if (day := day_of(replace(one.date, day=number), written)) and weekdays_of(day, article) == (one.weekday.day,)
    }
    return meant.pop().day if len(meant) == 1 else None


def _slips(figure: str) -> set[int]:
    """Return the days that differ from a figure in one digit, or have one less."""
    changed = {figure[:at] + digit + figure[at + 1 :] for at in range(len(figure)) for digit in ("", *digits)}
    return {int(each) for each in changed if each} - {int(figure)}


def _counts(article: Article, found: CalendarDate) -> bool:
    """Whether the number counts what comes next: “in June 31 people came”."""
    words = article.words_at(found.span)
    if found.year or not words[-1:].isdigit():
        return False
    before = article.text[max(0, found.span.start - 4) : found.span.start].lower()
    behind = article.text[found.span.end : found.span.end + 2]
    return before.endswith("in ") or (behind[:1] == " " and behind[1:].islower() and not before.endswith("on "))


def _finding(article: Article, found: CalendarDate, last: int, meant: int | None) -> Finding:
    words, month = article.words_at(found.span), month_name[found.month]
    whole = f"{month} {found.year}" if found.month == 2 and found.year else month
    fixes: tuple[Fix, ...] = ()
    if meant is not None and (change := with_day(words, found, meant)):
        (start, end), figure = change
        edit = Edit(found.span.start + start, found.span.start + end, figure)
        fixes = (Fix(f"Change to “{words[:start]}{figure}{words[end:]}”", (edit,)),)
    return Finding(found.span, f"{whole} has {last} days.", fixes=fixes, confidence=0.95)
