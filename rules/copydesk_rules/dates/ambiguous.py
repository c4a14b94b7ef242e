"""Dates.Ambiguous."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from copydesk.facts import dates
from copydesk.facts.dates import WEEKDAYS, Dates, Reference, Weekday
from copydesk.rules import Article, Bad, Finding, Good, Related, Rule

_WEEK = 8  # days, the first and the last counted
_NEAR = 20  # weekdays, or spans of time, before and behind that are looked at


class Ambiguous(Rule):
    """“Last Wednesday” or “next Friday” where a reader cannot tell which one is meant.

    On a Thursday, last Wednesday is yesterday to some readers and eight days back to others. Where the article has
    no date, or names the same day in other words as well, nothing settles it: write the date, or “on Wednesday”,
    or “last week”.

    Source: AP Stylebook, “time element” and “last”: use the day of the week within seven days of publication, and
    the date beyond; avoid “last” and “next” with a weekday.
    """

    name = "Dates.Ambiguous"
    severity = "suggestion"
    examples = [
        Bad(
            "The mayor said Thursday that the bridge would stay shut. It has been closed since last Wednesday, "
            "less than a week after it opened. Earlier on Wednesday, divers had seen cracks.",
            found="last Wednesday",
        ),
        Bad("Talks broke down last Friday. The two sides met again on Monday.", found="last Friday"),
        Bad("The court will rule next Tuesday, its clerk said on Wednesday.", found="next Tuesday"),
        Good("The mayor said Thursday that the bridge had been closed since Wednesday."),
        Good("August 15, 2024\n\nThe mayor said Thursday that the bridge had been closed since last Friday."),
        Good("Talks broke down last Friday, Aug. 9. The two sides met again on Monday."),
        Good("The market is held on the last Sunday of every month, and the choir sings every Sunday."),
        Good("Sales on Black Friday fell, the Sunday Times said. Last Friday in May is a holiday."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(dates)
        days = [day for day in found.weekdays if not day.recurring]
        references: dict[int, set[Reference]] = {}
        for day in days:
            references.setdefault(day.day, set()).add(day.reference)
        placed = article.date is not None or _is_placed(article, found)
        for index, day in enumerate(days):
            if day.reference not in ("last", "next") or day.dated:
                continue
            if not placed or len(references[day.day]) > 1:
                yield _finding(article, found, index, days)


def _is_placed(article: Article, found: Dates) -> bool:
    """Whether the article shows the day it was written: a date in its dateline or its first two paragraphs."""
    head = [part.span for part in article.parts if part.kind in ("dateline", "byline")]
    head += [part.span for part in article.body[:2]]
    return any(span.contains(date.span) for span in head for date in found.dates)


def _finding(article: Article, found: Dates, index: int, days: list[Weekday]) -> Finding:
    day = days[index]
    name = WEEKDAYS[day.day]
    past = day.reference == "last"
    week = f"“{day.reference} week”"
    missing = "" if article.date else "; the article has no date"
    return Finding(
        day.span,
        f"Which {name}? Write the date, “on {name}” or {week}{missing}.",
        related=tuple(_related(found, index, days)),
        confidence=0.6,
        evidence=f"To some readers “{day.reference} {name}” is the {'latest' if past else 'coming'} {name}, "
        f"to others the one of {week.strip('“”')}.",
    )


def _related(found: Dates, index: int, days: list[Weekday]) -> list[Related]:
    """Return what else places the event: the nearest other weekday, a span of a week at most, the same weekday."""
    day = days[index]
    near = days[max(0, index - _NEAR) : index] + days[index + 1 : index + _NEAR]
    others = [Related(other.span, "another day") for other in near if other.day != day.day]
    same = [Related(other.span, "the same weekday") for other in near if other.day == day.day]
    place = bisect_left(found.intervals, day.span, key=lambda interval: interval.span)
    around = found.intervals[max(0, place - _NEAR) : place + _NEAR]
    spans = [
        Related(interval.span, "a time within the same days") for interval in around if interval.longest <= _WEEK
    ]
    nearest = [
        min(places, key=lambda related: abs(related.span.start - day.span.start))
        for places in (others, spans, same)
        if places
    ]
    return sorted(nearest, key=lambda related: related.span)
