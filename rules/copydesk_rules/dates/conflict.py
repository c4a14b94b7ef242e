"""Dates.Conflict."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from copydesk.facts import dates
from copydesk.facts.dates import WEEKDAYS, CalendarDate, Interval, Weekday
from copydesk.rules import Article, Bad, Finding, Fix, Good, Part, Related, Rule, Span, change_to, pattern
from copydesk_rules.dates._when import day_of, written_on

_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?)"
_MOMENT = rf"(?:{_DAYS}|{_DATE})"
_COUNT = (
    r"(?P<hedge>less\sthan\s|under\s|within\s)?(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|an?|the"
    r"|\d{1,2})\s(?P<unit>days?|weeks?)"
)
_NEAR = r"(?:(?!\b(?:said|says|told|that|would|will|when|who|which|but|and)\b)[^.,;:!?()]){0,50}?"
# “on Monday, two days after Saturday's attack”; “Friday came three days before the vote on Monday”
_BETWEEN = pattern(
    rf"\b(?P<a>{_MOMENT})(?:['’]s\b)?(?:,|\s?[—–]|\s-)?\s(?:[a-z]+\s){{0,2}}?(?:just\s|only\s"
    rf"|exactly\s)?{_COUNT}\s(?P<way>after|before)\s{_NEAR}\b(?P<b>{_MOMENT})\b"
)
# “on Saturday … two days later, on Monday”
_LATER = pattern(
    rf"\b(?P<a>{_MOMENT})\b{_NEAR}(?:,|\sand|;)?\s{_NEAR}{_COUNT}\s(?P<way>later|earlier|before"
    rf"|afterwards),?\s(?:on\s)?(?P<b>{_MOMENT})\b"
)
_RELATIVE = pattern(
    rf"\b(?P<when>[Yy]esterday|[Tt]oday|[Tt]omorrow)(?:,\s(?:on\s)?|\s\()(?P<b>{_MOMENT})(?=[,.;)])|\b"
    rf"(?P<b2>{_DAYS})\s?[,(]\s?(?P<when2>yesterday|today|tomorrow)[),.]"
)
_NUMBERS = "zero one two three four five six seven eight nine ten".split()
# What the patterns look for, as words in small letters: a quick look.
_MOMENTS = dates.WEEKDAY_WORDS | dates.MONTH_WORDS
_UNITS = frozenset("day days week weeks".split())
_WAYS = {_BETWEEN: frozenset("after before".split()), _LATER: frozenset("later earlier before afterwards".split())}
_BY_TODAY = frozenset("yesterday today tomorrow".split())
_SAID = pattern(r"\b(?:said|told|announced|confirmed|claimed|reported|added|says)\s(?:[a-z]+\s){0,3}?(?:on\s)?$")
_LIMIT = pattern(r"(?:less\sthan|under|within)\s", re.I)
_SINCE = pattern(r"\b(?:since|from)\s$")
_MOST = 12  # of a kind that are compared
_NEXT_PARTS = 2  # paragraphs in which the other time may stand


class Conflict(Rule):
    """Days and spans of time that cannot all hold: on Monday, two days after Friday's attack.

    The rule counts from day to day where the words tie them together, looks up “yesterday, Wednesday” against the
    article's own date, and knows that forces which have been in a town “since last Wednesday”, eight days before a
    Thursday, did not take it “less than a week after” crossing the border.

    Source: AP Stylebook, “time element”; Reuters Handbook, “dates and times” (“make sure the chronology works”).
    """

    name = "Dates.Conflict"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "Police held two men on Monday, two days after Friday's attack.",
            found="two",
            fixed="Police held two men on Monday, three days after Friday's attack.",
        ),
        Bad("The bridge fell on 3 June, five days after it was closed on 27 May.", found="five"),
        Bad("He left on Saturday and came back four days later, on Tuesday.", found="four"),
        Bad(
            "Friday, January 4, 2019\n\nThe house rose yesterday, "
            "Wednesday, after a long debate."
        , found="Wednesday"),
        Bad(
            "The mayor said Thursday that his men took the town less than a week after they crossed the river.\n\n"
            "They have been there since last Wednesday.",
            found="less than a week after",
        ),
        Good(
            "Police held two men on Monday, three days after Friday's attack, and a third two days later, on "
            "Wednesday."
        ),
        Good("Friday, January 4, 2019\n\nThe house rose yesterday, Thursday, after a long debate."),
        Good("He said on Monday, two days after the attack, that the trial would begin on Friday."),
        Good("The mayor said Thursday that his men took the town less than a week after they crossed the river."),
        Good("They met on Tuesday, a week after the Tuesday vote, and on Friday, less than a week after Saturday's."),
    ]  # fmt: skip

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(dates)
        if not found.weekdays and not found.dates:
            return
        written = written_on(article)
        for part in article.parts:
            if _MOMENTS.isdisjoint(part.vocabulary):
                continue
            if not _UNITS.isdisjoint(part.vocabulary):
                yield from _counted(part, written)
            if written is not None and not _BY_TODAY.isdisjoint(part.vocabulary):
                yield from _relative(part, written)
        yield from _since(article)


def _counted(part: Part, written: date | None) -> Iterator[Finding]:
    for wanted, ways in _WAYS.items():
        for match in wanted.finditer(part.words) if not ways.isdisjoint(part.vocabulary) else ():
            # How many days the second is after the first: “two days before Monday” counts forward from the first.
            ahead = match["way"] == "before" if wanted is _BETWEEN else match["way"] in ("later", "afterwards")
            gap = _gap(match["b"], match["a"], written) if ahead else _gap(match["a"], match["b"], written)
            if gap is None:
                continue
            days, weekly = gap
            finding = _compared(part, match, days % 7 if weekly else days, weekly)
            if finding is not None:
                yield finding


def _gap(later: str, earlier: str, written: date | None) -> tuple[int, bool] | None:
    """Return how many days the first is after the second, and whether weeks may be added to that.

    None if their years cannot be told.
    """
    if later in WEEKDAYS and earlier in WEEKDAYS:
        return WEEKDAYS.index(later) - WEEKDAYS.index(earlier), True
    ends, begins = dates.dates_in(later), dates.dates_in(earlier)
    if not ends or not begins:
        return None
    end, begin = ends[0], begins[0]
    if end.year or begin.year or written is not None:
        days = _days_between(end, begin, written)
    else:  # in any year: a leap year, the years around it, and a common one
        found = {_days_between(end, begin, date(year, 7, 1)) for year in (2023, 2024, 2025)}
        days = found.pop() if len(found) == 1 else None
    return None if days is None else (days, False)


def _days_between(end: CalendarDate, begin: CalendarDate, written: date | None) -> int | None:
    """Return how many days two dates are apart; one without a year takes the one nearest to the other.

    None if a date whose year is not written is then on the wrong side of the other.
    """
    if begin.year and not end.year:
        first = day_of(begin)
        last = day_of(end, first)
    else:
        last = day_of(end, written)
        first = day_of(begin, last)
    if first is None or last is None:
        return None
    days = (last - first).days
    return days if days >= 0 or (end.year and begin.year) else None


def _named(words: str, written: date) -> date | None:
    found = dates.dates_in(words)
    return day_of(found[0], written) if found else None


def _compared(part: Part, match: re.Match[str], days: int, weekly: bool) -> Finding | None:
    word = match["n"].lower()
    count = 1 if word in ("a", "an", "the") else int(word) if word.isdigit() else _NUMBERS.index(word)
    if match["unit"].startswith("week"):
        count *= 7
    if match["hedge"]:
        least = days or (7 if weekly else 0)
        if least < count or (least == count and match["hedge"].startswith("within")) or (days < 0 and not weekly):
            return None
        right = least
    elif (count - days) % 7 == 0 if weekly else count == abs(days):
        return None
    else:
        right = days if weekly else abs(days)
    if not right:
        return None
    return Finding(
        part.text_span(*match.span("n")),
        f"From {match['b']} to {match['a']} is {_in_days(right)}."
        if match["way"] == "after"
        else f"Between {match['a']} and {match['b']} there {'is' if right == 1 else 'are'} {_in_days(right)}.",
        related=(Related(part.text_span(*match.span("a"))), Related(part.text_span(*match.span("b")))),
        fixes=_fix(part, match, right),
        confidence=0.7,
    )


def _in_days(days: int) -> str:
    return "one day" if days == 1 else f"{_NUMBERS[days] if days <= 10 else days} days"


def _fix(part: Part, match: re.Match[str], right: int) -> tuple[Fix, ...]:
    if match["unit"] != "days" or match["hedge"] or right == 1:
        return ()
    new = str(right) if match["n"].isdigit() or right > 10 else _NUMBERS[right]
    return (change_to(part.text_span(*match.span("n")), new),)


def _relative(part: Part, written: date) -> Iterator[Finding]:
    for match in _RELATIVE.finditer(part.words):
        group = "b" if match["b"] else "b2"
        said = (match["when"] or match["when2"]).lower()
        meant = written + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[said])
        words = match[group]
        named = _named(words, written)
        if (
            (words in WEEKDAYS and words == WEEKDAYS[meant.weekday()])
            or named == meant
            or (words not in WEEKDAYS and not named)
        ):
            continue
        span = part.text_span(*match.span(group))
        right = WEEKDAYS[meant.weekday()]
        yield Finding(
            span,
            f"{said.capitalize()} is {right}, {meant.day} {meant:%B}, by the article’s own date.",
            fixes=(change_to(span, right),) if words in WEEKDAYS else (),
            confidence=0.8,
        )


def _since(article: Article) -> Iterator[Finding]:
    """Yield “less than a week after” where what is said on a Thursday has lasted since last week’s Wednesday."""
    found = article.facts(dates)
    lasting = [
        day
        for day in found.weekdays
        if day.reference == "last" and _SINCE.search(article.text, max(0, day.span.start - 8), day.span.start)
    ]
    if not lasting:
        return
    limits = (one for one in found.intervals if _limits(article.prose_at(one.span)))
    for interval in islice(limits, _MOST):
        part = article.part_at(interval.span.start)
        said = _said_on(article, found.weekdays, part)
        for day in lasting[:_MOST]:
            back = (said.day - day.day) % 7 + 7 if said is not None else 0
            if said is not None and part is not None and back > interval.longest and _is_near(article, part, day):
                yield _conflicting(article, interval, said, day, back)
                break


def _limits(words: str) -> bool:
    return _LIMIT.match(words) is not None and words.endswith(("after", "since"))


def _said_on(article: Article, weekdays: tuple[Weekday, ...], part: Part | None) -> Weekday | None:
    if part is None:
        return None
    return next(
        (
            day
            for day in weekdays[bisect_left(weekdays, part.span, key=lambda day: day.span) :][:_MOST]
            if part.span.contains(day.span)
            and _SAID.search(article.text, max(part.span.start, day.span.start - 60), day.span.start)
        ),
        None,
    )


def _is_near(article: Article, part: Part, day: Weekday) -> bool:
    other = article.part_at(day.span.start)
    return other is not None and 0 <= article.number_of(other) - article.number_of(part) <= _NEXT_PARTS


def _conflicting(article: Article, interval: Interval, said: Weekday, day: Weekday, back: int) -> Finding:
    span = Span(*interval.span)
    return Finding(
        span,
        f"“{article.prose_at(day.span)}” may be {back} days before {WEEKDAYS[said.day]}: then this cannot hold.",
        related=tuple(
            sorted((Related(said.span, "said on"), Related(day.span, "lasting since")), key=lambda one: one.span)
        ),
        confidence=0.5,
        severity="suggestion",
    )
