"""The article's own day, how sure that is, and the day that a date of the article means.

`article.facts(article_day)` is an `ArticleDay`, or None where nothing fixes it. It is the day of the front matter;
else the full date of a dateline, a byline, a line of its own, or that the text begins with. Where there is none of
these it is the last of the full dates that have their weekday beside them (“on Tuesday, February 11, 2025”): news
events are given so. That is good enough to choose the year of a date without one, but it is not sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from copydesk.article import Article, Part, Span, Stretches
from copydesk.facts import days
from copydesk.facts.days import CalendarDate
from copydesk.patterns import pattern
from copydesk.text import Amount, analysis_of

_NEAREST = timedelta(days=150)  # dates without a year that are further off may be another year's
_OPENING = 2  # code points before a date that opens the first paragraph: “(Dec 27, 2013 7:53 AM)”
_LINE = 40  # code points of a line that has little but a date in it
_EDGE = 3  # parts of an article's beginning and end where such a line may be
_YEAR = pattern(r"\b\d{4}\b")
_AHEAD = 5  # years: copy looks so far ahead; one that names later years was not written in that of its last date


class ArticleDay(msgspec.Struct, frozen=True):
    """The day an article was written. `span` is the date that says so; None where front matter does."""

    day: date
    sure: bool
    span: Span | None = None


def local(part: Part) -> int:
    """Return the latest year that a part names without a day, 0 if it names none."""
    if _YEAR.search(part.words) is None:
        return 0
    values = (value for value in analysis_of(part.words).values if isinstance(value, Amount))
    return max((int(value.number) for value in values if value.kind == "year"), default=0)


def combine(article: Article, locals_: Sequence[int]) -> ArticleDay | None:
    """Return the day of the article."""
    if article.date is not None:
        return ArticleDay(article.date, sure=True)
    full = [(one, day) for one in article.facts(days) if one.date and one.date.year and (day := day_of(one.date))]
    if not full:
        return None
    lines = Stretches(_lines(article))
    for one, day in full:
        if lines.contain(one.span) or _opens(article, one.span):
            return ArticleDay(day, sure=True, span=one.span)
    events = [(day, one.span) for one, day in full if one.weekday and one.weekday.day == day.weekday()]
    day, span = max(events, default=(date.min, Span(0, 0)))
    return ArticleDay(day, sure=False, span=span) if events and max(locals_) <= day.year + _AHEAD else None


# A place in capitals, and what may be between it and the date: “LEEDS, England, March 3, 2025 (AP) —”.
_PLACE = pattern(r"[^\W\d_a-z]{3}(?:[^\W\d_a-z]|[ .’'-])*(?: ?\([\w .]{2,20}\))?(?:, ?[\w.’' -]+){0,2}, ?\(?")
_TO_THE_STORY = pattern(r"\s?(?:\([\w .]{2,20}\)\s?)?(?:--|[—–:-]|\.\s)|\s\([A-Z]")


def _opens(article: Article, span: Span) -> bool:
    """Whether the story begins with a date, after its place if there is one."""
    if not article.body or not article.body[0].span.contains(span):
        return False
    opening = article.body[0].span.start
    before = article.text[opening : span.start][: _LINE + 1]
    return len(before) <= _OPENING or (
        _PLACE.fullmatch(before) is not None and _TO_THE_STORY.match(article.text, span.end) is not None
    )


def _lines(article: Article) -> Iterator[Span]:
    """Yield where a date is the article's own: datelines, bylines, and lines of little else at either end."""
    yield from (part.span for part in article.parts if part.kind in ("dateline", "byline"))
    ends = (*article.parts[:_EDGE], *article.parts[-_EDGE:])
    yield from (part.span for part in ends if part.is_body and len(part.words) <= _LINE)


def day_of(found: CalendarDate, near: date | None = None) -> date | None:
    """Return the day that a date means; one that gives no year is the nearest to `near`, the article’s day.

    None if there is no such day, if it is too far from `near` to be sure, or if day and month may change places.
    """
    if found.turned:
        return None
    if found.year:
        return _day(found.year, found)
    if near is None:
        return None
    if found.years_on is not None:
        return _day(near.year + found.years_on, found)
    choices = [day for year in (near.year - 1, near.year, near.year + 1) if (day := _day(year, found))]
    nearest = min(choices, key=lambda day: abs(day - near), default=None)
    return nearest if nearest is not None and abs(nearest - near) < _NEAREST else None


def _day(year: int, found: CalendarDate) -> date | None:
    try:
        return date(year, found.month, found.day)
    except ValueError:
        return None
