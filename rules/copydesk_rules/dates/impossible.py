"""Dates.Impossible."""

from __future__ import annotations

from calendar import isleap, month_name
from collections.abc import Iterator

from copydesk.facts import dates
from copydesk.facts.dates import CalendarDate, with_day
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Rule

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Impossible(Rule):
    """A date that no calendar has: 31 April, 29 February 2023.

    Source: the Gregorian calendar.
    """

    name = "Dates.Impossible"
    severity = "error"
    in_quotations = True
    examples = [
        Bad("The deadline is 31 April.", found="31 April", fixed="The deadline is 30 April."),
        Bad("He was born on Feb. 29, 2023.", found="Feb. 29, 2023", fixed="He was born on Feb. 28, 2023."),
        Bad("Sales open on September 31st, 2025.", found="September 31st, 2025"),
        Good("The deadline is 30 April; he was born on Feb. 29, 2024, or on 29 February 2000."),
        Good("In May 32 people came, and in June 40. The leap day is Feb. 29."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        for found in article.facts(dates).dates:
            last = _LENGTHS[found.month - 1]
            if found.month == 2 and found.year and not isleap(found.year):
                last = 28
            if found.day > last and not _counts(article, found):
                yield _finding(article, found, last)


def _counts(article: Article, found: CalendarDate) -> bool:
    """Whether the number counts what comes next: “in June 31 people came”."""
    words = article.words_at(found.span)
    if found.year or not words[-1:].isdigit():
        return False
    before = article.text[max(0, found.span.start - 4) : found.span.start].lower()
    behind = article.text[found.span.end : found.span.end + 2]
    return before.endswith("in ") or (behind[:1] == " " and behind[1:].islower() and not before.endswith("on "))


def _finding(article: Article, found: CalendarDate, last: int) -> Finding:
    words, month = article.words_at(found.span), month_name[found.month]
    whole = f"{month} {found.year}" if found.month == 2 and found.year else month
    fixes: tuple[Fix, ...] = ()
    if change := with_day(words, found, last):
        (start, end), figure = change
        edit = Edit(found.span.start + start, found.span.start + end, figure)
        fixes = (Fix(f"Change to “{words[:start]}{figure}{words[end:]}”", (edit,)),)
    return Finding(found.span, f"{whole} has {last} days.", fixes=fixes, confidence=0.95)
