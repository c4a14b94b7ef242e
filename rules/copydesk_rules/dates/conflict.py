"""Dates.Conflict."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from copydesk.facts import article_day, days, elapsed
from copydesk.facts.article_day import day_of
from copydesk.facts.days import WEEKDAYS, NamedDay
from copydesk.facts.elapsed import DAYS, Elapsed, Gap, Interval
from copydesk.facts.writing_days import weekday_like
from copydesk.facts.writing_numbers import in_words
from copydesk.rules import Article, Bad, Finding, Fix, Good, Part, Related, Rule, change_to, pattern
from copydesk_rules.dates._counts import mends, misfit

_RELATIVE = {"yesterday": -1, "today": 0, "tomorrow": 1}
_THEN_DAY = pattern(r"(?P<when>[Yy]esterday|[Tt]oday|[Tt]omorrow)(?:,\s(?:on\s)?|\s\()$")
_THEN_WHEN = pattern(r"\s?[,(]\s?(?P<when>yesterday|today|tomorrow)[),.]")
_ENDS = ("", ",", ".", ";", ")")
_SAID = pattern(r"\b(?:said|told|announced|confirmed|claimed|reported|added|says)\s(?:[a-z]+\s){0,3}?(?:on\s)?$")
_SINCE = pattern(r"\b(?:since|from)\s$")
_IN_WORDS = 10
_MOST = 12  # of a kind that are compared
_NEXT_PARTS = 2  # paragraphs in which the other time may be


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
        found = article.facts(days)
        if not found:
            return
        written = article.facts(article_day)
        times = article.facts(elapsed)
        for count in times.counts:
            if count.unit in DAYS and (wrong := misfit(count, written.day if written else None)) is not None:
                yield from _miscounted(article, count, wrong)
        if written is not None and written.sure:
            for one in found:
                yield from _relative(article, one, written.day)
        yield from _since(article, found, times.intervals)


def _miscounted(article: Article, count: Elapsed, wrong: Gap) -> Iterator[Finding]:
    """Yield a count of days that does not fit its two ends; weekdays may be so many weeks apart."""
    right = wrong.best or wrong.every
    number = right * DAYS[count.unit]
    if number != int(number) or count.begin is None or count.end is None:
        return
    first, last = count.begin.span, count.end.span
    size = "one day" if number == 1 else f"{in_words(int(number)) if number <= _IN_WORDS else number} days"
    yield Finding(
        count.span,
        f"From {article.words_at(first)} to {article.words_at(last)} is {size}.",
        related=tuple(sorted((Related(first), Related(last)), key=lambda place: place.span)),
        fixes=tuple(mends(article, count, wrong._replace(best=right))) if not count.limit else (),
        confidence=0.7,
    )


def _relative(article: Article, one: NamedDay, written: date) -> Iterator[Finding]:
    """Yield a day that “yesterday”, “today” or “tomorrow” beside it cannot be."""
    text = article.text
    before = _THEN_DAY.search(text, max(0, one.span.start - 15), one.span.start)
    after = _THEN_WHEN.match(text, one.span.end)
    if before is not None and text[one.span.end : one.span.end + 1] not in _ENDS:
        before = None
    match = before or after
    if match is None or (one.weekday is None and one.date is None):
        return
    said = match["when"].lower()
    meant = written + timedelta(days=_RELATIVE[said])
    if _is(one, meant, written):
        return
    span = one.weekday.span if one.weekday else one.span
    fixes: tuple[Fix, ...] = ()
    if one.weekday is not None and one.date is None:
        fixes = (change_to(span, weekday_like(article.words_at(span), meant.weekday())),)
    yield Finding(
        span,
        f"{said.capitalize()} is {WEEKDAYS[meant.weekday()]}, {meant.day} {meant:%B}, by the article’s own date.",
        fixes=fixes,
        confidence=0.8,
    )


def _is(one: NamedDay, meant: date, written: date) -> bool:
    """Whether a day may be that of the calendar."""
    if one.date is not None:
        day = day_of(one.date, written)
        return day is None or day == meant
    return one.weekday is not None and one.weekday.day == meant.weekday()


def _since(article: Article, found: Sequence[NamedDay], intervals: Sequence[Interval]) -> Iterator[Finding]:
    """Yield “less than a week after” where what is said on a Thursday has lasted since last week’s Wednesday."""
    lasting = [
        one
        for one in found
        if one.weekday is not None
        and one.weekday.reference == "last"
        and _SINCE.search(article.text, max(0, one.span.start - 8), one.span.start)
    ]
    if not lasting:
        return
    limits = (one for one in intervals if one.limit and article.prose_at(one.span).endswith(("after", "since")))
    for interval in islice(limits, _MOST):
        part = article.part_at(interval.span.start)
        said = _said_on(article, found, part)
        if part is None or said is None or said.weekday is None:
            continue
        for one in lasting[:_MOST]:
            assert one.weekday is not None
            back = (said.weekday.day - one.weekday.day) % 7 + 7
            if back > interval.longest and _is_near(article, part, one):
                yield _conflicting(article, interval, said, one, back)
                break


def _said_on(article: Article, found: Sequence[NamedDay], part: Part | None) -> NamedDay | None:
    """Return the weekday of a part on which something was said."""
    if part is None:
        return None
    first = bisect_left(found, part.span.start, key=lambda one: one.span.start)
    return next(
        (
            one
            for one in found[first:][:_MOST]
            if one.weekday is not None
            and part.span.contains(one.span)
            and _SAID.search(article.text, max(part.span.start, one.span.start - 60), one.span.start)
        ),
        None,
    )


def _is_near(article: Article, part: Part, one: NamedDay) -> bool:
    other = article.part_at(one.span.start)
    return other is not None and 0 <= article.number_of(other) - article.number_of(part) <= _NEXT_PARTS


def _conflicting(article: Article, interval: Interval, said: NamedDay, one: NamedDay, back: int) -> Finding:
    assert said.weekday is not None
    there = WEEKDAYS[said.weekday.day]
    places = (Related(said.span, "said on"), Related(one.span, "lasting since"))
    return Finding(
        interval.span,
        f"“{article.prose_at(one.span)}” may be {back} days before {there}: then this cannot hold.",
        related=tuple(sorted(places, key=lambda place: place.span)),
        confidence=0.5,
        severity="suggestion",
    )
