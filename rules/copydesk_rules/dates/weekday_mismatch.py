"""Dates.WeekdayMismatch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from copydesk.facts import dates
from copydesk.facts.dates import WEEKDAYS, CalendarDate, Weekday, with_day
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Related, Rule, change_to, pattern
from copydesk_rules.dates._when import day_of, written_on

_DAY_THEN_DATE = pattern(r"(?:,?\s(?:the\s|on\s)?|\s?[(—–]|\s-\s)")
_DATE_THEN_DAY = pattern(r"(?:,\s(?:a\s|which\s(?:is|was|falls\son)\sa\s)?|\s\(|\s(?:is|was|falls\son)\sa\s)")


class WeekdayMismatch(Rule):
    """A weekday and the date beside it are not the same day: Monday, 3 March 2024 was a Sunday.

    Readers put appointments in their diaries from what we print. A date without a year is taken to be the nearest to
    the article's own date, and left alone in an article that has none.

    Source: the Gregorian calendar; AP Stylebook, “days of the week”; Reuters Handbook, “dates” (“check the
    calendar”).
    """

    name = "Dates.WeekdayMismatch"
    severity = "error"
    in_quotations = True
    examples = [
        Bad(
            "The council meets on Monday, 3 March 2024, in the town hall.",
            found="Monday",
            fixed="The council meets on Sunday, 3 March 2024, in the town hall.",
        ),
        Bad(
            "August 15, 2024\n\nThe fair opens on Friday, Aug. 24, at noon.",
            found="Friday",
            fixed="August 15, 2024\n\nThe fair opens on Saturday, Aug. 24, at noon.",
        ),
        Bad("The treaty was signed on 11 November 1918, a Tuesday.", found="Tuesday"),
        Bad("Thursday, January 4, 2019\n\nA building collapsed in the city.", found="Thursday"),
        Good("The council meets on Sunday, 3 March 2024. The fair opens on Friday, Aug. 24, at noon."),
        Good("August 15, 2024\n\nThe fair opens on Saturday, Aug. 24, and the choir sings on Sunday, Sept. 1."),
        Good("Friday, January 4, 2019\n\nIt collapsed on Monday. On January 7 the mayor resigned."),
        Good("On Friday 14 people were hurt; on Monday, May, 32, was among them."),
        Good(
            "In the years since Bloody Sunday, 30 January 1972, the city has changed. Friday 13 March 2020 was quiet."
        ),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(dates)
        if not found.weekdays or not found.dates:
            return
        written = written_on(article)
        for weekday, named in pairs(article):
            day = day_of(named, written)
            if day is not None and day.weekday() != weekday.day and not _fits_elsewhere(weekday, named, day, written):
                yield _finding(article, weekday, named, day)


_FAR = timedelta(days=90)


def _fits_elsewhere(weekday: Weekday, named: CalendarDate, day: date, written: date | None) -> bool:
    """Whether a date without a year, months away, falls on its weekday in the year before or after."""
    if named.year or written is None or abs(day - written) < _FAR:
        return False
    others = (day_of(replace(named, year=day.year + years)) for years in (-1, 1))
    return any(other is not None and other.weekday() == weekday.day for other in others)


def pairs(article: Article) -> Iterator[tuple[Weekday, CalendarDate]]:
    """Yield each weekday with the date that stands right beside it."""
    found = article.facts(dates)
    ends = {day.span.end: day for day in found.weekdays if not day.recurring}
    starts = {day.span.start: day for day in found.weekdays}
    for named in found.dates:
        before = article.text[max(0, named.span.start - 8) : named.span.start]
        for length in range(1, len(before) + 1):
            if _DAY_THEN_DATE.fullmatch(before, len(before) - length) and named.span.start - length in ends:
                yield ends[named.span.start - length], named
                break
        else:
            behind = _DATE_THEN_DAY.match(article.text, named.span.end)
            if behind is not None and (day := starts.get(behind.end())) is not None and not day.reference:
                follows = article.text[day.span.end : day.span.end + 1]
                if follows in (")", ".", ",", "") or behind.group().endswith("a "):
                    yield day, named


def _finding(article: Article, weekday: Weekday, named: CalendarDate, day: date) -> Finding:
    right = WEEKDAYS[day.weekday()]
    tense = "is" if (written := written_on(article)) is not None and day >= written else "was"
    place = weekday.span._replace(start=weekday.span.end - len(WEEKDAYS[weekday.day]))
    fixes = [change_to(place, right)]
    moved = day + timedelta(days=(weekday.day - day.weekday() + 3) % 7 - 3)
    words = article.words_at(named.span)
    if moved.month == day.month and (change := with_day(words, named, moved.day)):
        (start, end), figure = change
        edit = Edit(named.span.start + start, named.span.start + end, figure)
        fixes.append(Fix(f"Change to “{words[:start]}{figure}{words[end:]}”", (edit,)))
    return Finding(
        place,
        f"{day.day} {day:%B} {day.year} {tense} a {right}.",
        related=(Related(named.span, "the date"),),
        fixes=tuple(fixes),
        confidence=0.95 if named.year else 0.85,
        evidence="" if named.year else f"taking the {words} that is nearest to the article’s own date",
    )
