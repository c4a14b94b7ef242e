"""The day an article was written, and the day that a date without a year means there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from copydesk.facts import dates
from copydesk.facts.dates import CalendarDate
from copydesk.rules import Article, Part, Stretches

_HALF_A_YEAR = timedelta(days=200)
_OPENING = 2  # code points before a date that opens the first paragraph: “(Dec 27, 2013 7:53 AM)”


def written_on(article: Article) -> date | None:
    """Return the day an article is dated: by front matter, dateline or a full date that its text begins with."""
    return article.facts(_WRITTEN)


class _Written:
    """The fact that `written_on` returns: rules ask for it at every date."""

    def local(self, part: Part, /) -> None:
        return None

    def combine(self, article: Article, locals_: Sequence[None], /) -> date | None:
        if article.date is not None:
            return article.date
        heads = Stretches(part.span for part in article.parts if part.kind in ("dateline", "byline"))
        opening = article.body[0].span.start if article.body else 0
        for found in article.facts(dates).dates:
            if found.year and (0 <= found.span.start - opening <= _OPENING or heads.contain(found.span)):
                return day_of(found)
        return None


_WRITTEN = _Written()


def day_of(found: CalendarDate, near: date | None = None) -> date | None:
    """Return the day that a date means; one without a year is the nearest to `near`. None if there is no such day."""
    if found.year:
        return _day(found.year, found)
    if near is None:
        return None
    days = [day for year in (near.year - 1, near.year, near.year + 1) if (day := _day(year, found))]
    if not days:
        return None
    nearest = min(days, key=lambda day: abs(day - near))
    return nearest if abs(nearest - near) < _HALF_A_YEAR else None


def _day(year: int, found: CalendarDate) -> date | None:
    try:
        return date(year, found.month, found.day)
    except ValueError:
        return None
