"""Dates.WeekdayMismatch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from copydesk.facts import article_day, days
from copydesk.facts.article_day import ArticleDay, day_of
from copydesk.facts.calendars import weekdays_of
from copydesk.facts.days import WEEKDAYS, CalendarDate, Weekday
from copydesk.facts.writing_days import weekday_like, with_day
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Related, Rule, change_to

_FAR = timedelta(days=90)
_MONTH = timedelta(days=31)
_HALF_A_YEAR = 6  # months
_ALL_CALENDARS = range(2000, 2028)  # years in which each weekday meets each date, in common years and leap years
_MOST = 12  # pairs that are held against each other


class WeekdayMismatch(Rule):
    """A weekday and the date beside it are not the same day: Monday, 3 March 2024 was a Sunday.

    Readers put appointments in their diaries from what we print. A date without a year is taken to be the nearest to
    the article's own date. In an article that has none, days are held against each other: if 3 March is a Monday,
    14 March is not a Thursday in any year.

    A date of the past may be by the Julian calendar: before 15 October 1582 every one is, and nothing is said of it;
    to 1753, as Britain and America changed in 1752, and later in an article about a land that changed later (Russia
    to February 1918, Greece to 1923, Turkey to 1926), a weekday that either calendar has is right.

    Source: the Gregorian calendar; for when each land took it up, Explanatory Supplement to the Astronomical
    Almanac, 3rd edition, 15.1, and the Calendar (New Style) Act 1750; AP Stylebook, “days of the week”; Reuters
    Handbook, “dates” (“check the calendar”).
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
        Bad(
            "The hearing began on Tuesday, February 11, 2025. It will end on Tuesday, March 13.",
            found="Tuesday",
            fixed="The hearing began on Tuesday, February 11, 2025. It will end on Thursday, March 13.",
        ),
        Bad(
            "Talks began on Monday, 3 March, and went on to Friday, 7 March. They resume on Thursday, 14 March.",
            found="Thursday",
            fixed="Talks began on Monday, 3 March, and went on to Friday, 7 March. They resume on Friday, 14 March.",
        ),
        Bad(
            "The Act held from Monday, 2 September 1752.",
            found="Monday",
            fixed="The Act held from Saturday, 2 September 1752.",
        ),
        Bad("In Paris the shop opened on Wednesday, 25 October 1917.", found="Wednesday"),
        Good("The battle was on Saturday, 14 October 1066, the arrests were on Friday, 13 October 1307."),
        Good("The old calendar ended on Wednesday, 2 September 1752. The king died on Thursday, 1 September 1715."),
        Good("They rose in St Petersburg on Monday, 14 December 1825, in London on Monday, 26 December 1825."),
        Good("The council meets on Sunday, 3 March 2024. The fair opens on Friday, Aug. 24, at noon."),
        Good("August 15, 2024\n\nThe fair opens on Saturday, Aug. 24, and the choir sings on Sunday, Sept. 1."),
        Good("Friday, January 4, 2019\n\nIt collapsed on Monday. On January 7 the mayor resigned."),
        Good("The hearing began on Tuesday, February 11, 2025, and will end on Thursday, March 13."),
        Good(
            "March 3, 2025\n\nIt closed on Sunday, June 30, last year. It was to open on Monday, June 30, this year."
        ),
        Good("Talks began on Monday, 30 December, and resumed on Thursday, 2 January."),
        Good("On Friday 14 people were hurt; on Monday, May, 32, was among them."),
        Good(
            "In the years since Bloody Sunday, 30 January 1972, the city has changed. Friday 13 March 2020 was quiet."
        ),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        written = article.facts(article_day)
        placed: list[Pair] = []
        for one in article.facts(days):
            weekday, named = one.weekday, one.date
            if weekday is None or named is None or weekday.recurring:
                continue
            day = day_of(named, written.day if written else None)
            if day is None:
                placed += [(weekday, named)] if not named.year else []
            elif not _falls_on(article, day, weekday) and not _fits_elsewhere(weekday, named, day, written):
                yield _finding(article, weekday, named, day, written)
        if written is None and len(placed) > 1:
            yield from _against_each_other(article, placed[:_MOST])


def _falls_on(article: Article, day: date, weekday: Weekday) -> bool:
    """Whether a day falls on its weekday by a calendar that it may be given by, or nobody can tell."""
    return weekday.day in (weekdays_of(day, article) or (weekday.day,))


def _fits_elsewhere(weekday: Weekday, named: CalendarDate, day: date, written: ArticleDay | None) -> bool:
    """Whether a date without a year, months away, falls on its weekday in the year before or after, or may."""
    if named.year or named.years_on is not None or written is None or abs(day - written.day) < _FAR:
        return False
    if not written.sure:
        return True
    others = (day_of(replace(named, year=day.year + years)) for years in (-1, 1))
    return any(other is not None and other.weekday() == weekday.day for other in others)


def _finding(
    article: Article, weekday: Weekday, named: CalendarDate, day: date, written: ArticleDay | None
) -> Finding:
    days_ = weekdays_of(day, article)
    right = f"a {WEEKDAYS[days_[0]]}" + (f", by the Julian calendar a {WEEKDAYS[days_[1]]}" if days_[1:] else "")
    tense = "is" if written is not None and day >= written.day else "was"
    words = article.words_at(named.span)
    sure = bool(named.year) or (written is not None and written.sure)
    related = [Related(named.span, "the date")]
    if not sure and written is not None and written.span is not None:
        related.append(Related(written.span, "the date that gives the year"))
    return Finding(
        weekday.span,
        f"{day.day} {day:%B} {day.year} {tense} {right}.",
        related=tuple(related),
        fixes=(
            *(_renamed(article, weekday, number) for number in days_),
            *(() if days_[1:] else _moved(article, weekday, named, day)),
        ),
        confidence=0.95 if named.year else 0.85 if sure else 0.75,
        evidence="" if named.year else f"taking the {words} that is nearest to the article’s own date",
        severity="error" if sure else "warning",
    )


def _renamed(article: Article, weekday: Weekday, number: int) -> Fix:
    return change_to(weekday.span, weekday_like(article.words_at(weekday.span), number))


def _moved(article: Article, weekday: Weekday, named: CalendarDate, day: date) -> Iterator[Fix]:
    """Yield the fix that keeps the weekday and takes the nearest date that falls on it."""
    words = article.words_at(named.span)
    moved = day + timedelta(days=(weekday.day - day.weekday() + 3) % 7 - 3)
    if moved.month == day.month and (change := with_day(words, named, moved.day)):
        (start, end), figure = change
        edit = Edit(named.span.start + start, named.span.start + end, figure)
        yield Fix(f"Change to “{words[:start]}{figure}{words[end:]}”", (edit,))


Pair = tuple[Weekday, CalendarDate]


def _against_each_other(article: Article, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield the one weekday that does not fit its date if all the others fit theirs in some year.

    Of two that do not fit nobody knows which is wrong: one finding names both and offers both.
    """
    if _years(pairs):
        return
    if len(pairs) == 2:
        first, second = pairs
        if _apart(first[1], second[1]) > _MONTH:
            return  # they may well be of two years
        yield from _odd(article, second, [first], fixes=_fixes(article, first, [second]))
        return
    rests = [[*pairs[:index], *pairs[index + 1 :]] for index in range(len(pairs))]
    odd = [index for index, rest in enumerate(rests) if _years(rest)]
    if len(odd) == 1 and _apart(pairs[odd[0]][1], rests[odd[0]][0][1]) < _FAR:
        yield from _odd(article, pairs[odd[0]], rests[odd[0]])


def _odd(article: Article, odd: Pair, others: Sequence[Pair], fixes: tuple[Fix, ...] = ()) -> Iterator[Finding]:
    weekday, named = odd
    known, there = article.words_at(others[0][1].span), WEEKDAYS[others[0][0].day]
    yield Finding(
        weekday.span,
        f"If {known} is a {there}, {article.words_at(named.span)} is no {WEEKDAYS[weekday.day]}.",
        related=tuple(Related(other[0].span, "the weekday of another date") for other in others),
        fixes=_fixes(article, odd, others) + fixes,
        confidence=0.8 if len(others) > 1 else 0.6,
        severity="error" if len(others) > 1 else "warning",
    )


def _fixes(article: Article, odd: Pair, others: Sequence[Pair]) -> tuple[Fix, ...]:
    """Return the fix that gives a date the weekday that it has in the years of the others, if there is but one."""
    found = {day.weekday() for year in _years(others) if (day := _day_in(year, odd[1], others[0][1]))}
    return tuple(_renamed(article, odd[0], number) for number in found) if len(found) == 1 else ()


def _apart(one: CalendarDate, other: CalendarDate) -> timedelta:
    """Return how far two dates without a year are apart, the shorter way."""
    days_ = abs((one.month - other.month) * 30 + one.day - other.day)
    return timedelta(days=min(days_, 365 - days_))


def _years(pairs: Sequence[Pair]) -> set[int]:
    """Return the years in which all dates fall on their weekdays."""
    first = pairs[0][1]
    days_of = {
        year: [(weekday.day, _day_in(year, named, first)) for weekday, named in pairs] for year in _ALL_CALENDARS
    }
    return {year for year, days_ in days_of.items() if all(day and day.weekday() == number for number, day in days_)}


def _day_in(year: int, named: CalendarDate, first: CalendarDate) -> date | None:
    """Return the day that a date is beside another of that year: 2 January after 30 December is in the next year."""
    months = named.month - first.month
    year += (months < -_HALF_A_YEAR) - (months > _HALF_A_YEAR)
    return day_of(replace(named, year=year))
