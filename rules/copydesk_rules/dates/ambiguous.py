"""Dates.Ambiguous."""

from __future__ import annotations

from bisect import bisect_left
from calendar import month_name
from collections.abc import Iterator, Mapping, Sequence

from copydesk.facts import days, elapsed
from copydesk.facts.days import WEEKDAYS, NamedDay, Order, Reference, Weekday
from copydesk.facts.elapsed import Interval
from copydesk.rules import Article, Bad, Finding, Good, Part, Related, Rule, Span, change_to, pattern

_WEEK = 8  # days, the first and the last counted
_AMERICAN = ("EN", "EN-US")
_MONTH_FIRST = ("EN-US", "EN-PH")
_EITHER = ("EN", "EN-CA")  # where a date in figures may be meant either way
_PROVED = "The weekday beside it, or the article’s other dates in figures, show which is the day."
_THIS_CENTURY = 49  # a year of two figures up to this one is 2000 and some
_NEAR = 20  # weekdays, or spans of time, before and behind that are looked at


# 03/04/2024, 3.4.24 and the like, where neither figure can only be a day.
_FIGURES = pattern(
    r"(?<![\w/.,-])(?P<one>0?[1-9]|1[0-2])(?P<sign>[/.-])(?P<other>0?[1-9]|1[0-2])(?P=sign)(?P<year>(?:19"
    r"|20)\d\d|\d\d)(?![\w/-]|\.\d)"
)


class Ambiguous(Rule):
    """“Last Wednesday”, “next Friday” or 03/04/2024 where a reader cannot tell which day is meant.

    On a Thursday, last Wednesday is yesterday to some readers and eight days back to others. Where the article has
    no date, or names the same day in other words as well, nothing settles it: write the date, or “on Wednesday”,
    or “last week”. American style guides ask for that; in other English “last” and “next” are left alone. A date in
    figures (03/04/2024) is March to American readers and April to British ones; the rule offers what its weekday or
    the article's other dates prove (25/04/2024), else what it means in the article's own English first. Where none of
    them shows it, nothing is said.

    Source: ISO 8601 (why there is a standard); AP Stylebook, “time element” and “last”: use the day of the week
    within seven days of publication, and the date beyond; avoid “last” and “next” with a weekday.
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
        Bad("The law takes effect on 03/04/2024.", fixed="The law takes effect on March 4, 2024."),
        Bad(
            "The law takes effect on 03/04/2024. It was passed on 25/03/2024.",
            found="03/04/2024",
            fixed="The law takes effect on 3 April 2024. It was passed on 25/03/2024.",
        ),
        Bad(
            "The law takes effect on Wednesday, 03/04/2024.",
            fixed="The law takes effect on Wednesday, 3 April 2024.",
        ),
        Good("The law takes effect on 03/04/2024. It was passed on 25/03/2024 and published on 03/28/2024."),
        Good("The law takes effect on 13/04/2024, at odds of 3/4. The firm scored 03/03/2024 and version 1.2.24."),
        Good("The mayor said Thursday that the bridge had been closed since Wednesday."),
        Good("August 15, 2024\n\nThe mayor said Thursday that the bridge had been closed since last Friday."),
        Good("Talks broke down last Friday, Aug. 9. The two sides met again on Monday."),
        Good("The market is held on the last Sunday of every month, and the choir sings every Sunday."),
        Good("Sales on Black Friday fell, the Sunday Times said. Last Friday in May is a holiday."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        proved = {one.date.span: one.date.order for one in article.facts(days) if one.date and one.date.order}
        for part in article.parts:
            if "/" in part.words or ".20" in part.words or ".19" in part.words:
                yield from _in_figures(article, part, proved)
        if article.language.upper() not in _AMERICAN:
            return
        found = article.facts(days)
        weekdays = [(one, one.weekday) for one in found if one.weekday is not None and not one.weekday.recurring]
        references: dict[int, set[Reference]] = {}
        for _, weekday in weekdays:
            references.setdefault(weekday.day, set()).add(weekday.reference)
        placed = article.date is not None or _is_placed(article, found)
        intervals = article.facts(elapsed).intervals
        for index, (one, weekday) in enumerate(weekdays):
            if weekday.reference not in ("last", "next") or one.date is not None:
                continue
            if not placed or len(references[weekday.day]) > 1:
                near = weekdays[max(0, index - _NEAR) : index] + weekdays[index + 1 : index + _NEAR]
                yield _finding(article, one, weekday, near, _around(intervals, one))


def _is_placed(article: Article, found: Sequence[NamedDay]) -> bool:
    """Whether the article shows the day it was written: a date in its dateline or its first two paragraphs."""
    head = [part.span for part in article.parts if part.kind in ("dateline", "byline")]
    head += [part.span for part in article.body[:2]]
    return any(span.contains(one.span) for span in head for one in found if one.date)


Placed = tuple[NamedDay, Weekday]


def _finding(
    article: Article, one: NamedDay, weekday: Weekday, near: Sequence[Placed], around: Sequence[Interval]
) -> Finding:
    name = WEEKDAYS[weekday.day]
    past = weekday.reference == "last"
    week = f"“{weekday.reference} week”"
    missing = "" if article.date else "; the article has no date"
    limits = [each for each in around if past and each.longest < _WEEK and each.limit]
    limit = (
        f" That cannot hold beside “{article.prose_at(limits[0].span)}”, if it is eight days back." if limits else ""
    )
    return Finding(
        one.span,
        f"Which {name}? Write the date, “on {name}” or {week}{missing}.",
        related=tuple(_related(one, weekday, near, around)),
        confidence=0.6,
        evidence=f"To some readers “{weekday.reference} {name}” is the {'latest' if past else 'coming'} {name}, "
        f"to others the one of {week.strip('“”')}.{limit}",
    )


def _related(one: NamedDay, weekday: Weekday, near: Sequence[Placed], around: Sequence[Interval]) -> list[Related]:
    """Return what else places the event: the nearest other weekday, a span of a week at most, the same weekday."""
    others = [Related(other.span, "another day") for other, named in near if named.day != weekday.day]
    same = [Related(other.span, "the same weekday") for other, named in near if named.day == weekday.day]
    spans = [Related(each.span, "a time within the same days") for each in around if each.longest <= _WEEK]
    nearest = [
        min(places, key=lambda related: abs(related.span.start - one.span.start))
        for places in (others, spans, same)
        if places
    ]
    return sorted(nearest, key=lambda related: related.span)


def _around(intervals: Sequence[Interval], one: NamedDay) -> Sequence[Interval]:
    """Return the spans of time near a weekday."""
    place = bisect_left(intervals, one.span, key=lambda interval: interval.span)
    return intervals[max(0, place - _NEAR) : place + _NEAR]


def _in_figures(article: Article, part: Part, proved: Mapping[Span, Order]) -> Iterator[Finding]:
    for match in _FIGURES.finditer(part.words):
        one, other, year = int(match["one"]), int(match["other"]), match["year"]
        if one == other or (match["sign"] != "/" and len(year) == 2):
            continue
        if len(year) == 2:
            year = f"{19 if int(year) > _THIS_CENTURY else 20}{year}"
        span = part.text_span(*match.span())
        american, british = f"{month_name[one]} {other}, {year}", f"{one} {month_name[other]} {year}"
        order, why = _order(article, span, proved)
        if order is None:
            continue
        first, second = (american, british) if order == "month" else (british, american)
        yield Finding(
            span,
            f"{american} to American readers, {british} to British ones: write the month.",
            fixes=(change_to(span, first),) if why is _PROVED else (change_to(span, first), change_to(span, second)),
            confidence=0.7,
            evidence=why,
        )


def _order(article: Article, span: Span, proved: Mapping[Span, Order]) -> tuple[Order | None, str]:
    """Return which comes first in a date in figures, day or month, and what shows it; None where nothing does.

    `proved` are the dates in figures of which the article shows it.
    """
    if span in proved:
        return proved[span], _PROVED
    language = article.language.upper()
    if proved or language in _EITHER:
        return None, ""
    why = f"The first suggestion goes by the article’s language, {article.language}."
    return ("month" if language in _MONTH_FIRST else "day"), why
