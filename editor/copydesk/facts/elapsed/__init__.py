"""Time as copy counts it: “eight years, from 2008 to 2016”, “two days after Friday's attack”, “its 40th anniversary”.

`article.facts(elapsed)` is a `Times`: the counts that can be worked out again, and more that places events in time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts.days import moved as moved_day
from copydesk.facts.elapsed.counting import DAYS, Gap, fits, gap
from copydesk.facts.elapsed.moments import moments_in
from copydesk.facts.elapsed.occasions import beginnings_in, open_occasions
from copydesk.facts.elapsed.ranges import ranges_in
from copydesk.facts.elapsed.reading import counted_in, intervals_in
from copydesk.facts.elapsed.records import Beginning, Elapsed, Interval, Moment, Running, Stretch, Times
from copydesk.text import analysis_of

__all__ = [
    "DAYS",
    "Elapsed",
    "Gap",
    "Interval",
    "Moment",
    "Stretch",
    "Times",
    "combine",
    "fits",
    "gap",
    "local",
    "moved",
]


def local(part: Part) -> Times:
    """Return the times of a part, spans relative to it."""
    text = analysis_of(part.words)
    placed = moments_in(text)
    ranges = list(ranges_in(text, placed))
    stretches = (
        Stretch(Span(first.moment.span.start, last.moment.span.end), first.moment, last.moment)
        for first, last in ranges
    )
    return Times(
        tuple(counted_in(text, ranges)),
        tuple(stretches),
        tuple(intervals_in(text)),
        tuple(beginnings_in(text, placed)),
        tuple(open_occasions(text, placed)),
    )


def combine(article: Article, locals_: Sequence[Times]) -> Times:
    """Return the times of the article, spans in its text."""
    counts: list[Elapsed] = []
    stretches: list[Stretch] = []
    intervals: list[Interval] = []
    beginnings: list[Beginning] = []
    running: list[Running] = []
    for part, here in zip(article.parts, locals_, strict=True):
        counts += (_moved(one, part) for one in here.counts)
        stretches += (
            Stretch(part.text_span(*one.span), moved(one.begin, part), moved(one.end, part)) for one in here.stretches
        )
        intervals += (replace(one, span=part.text_span(*one.span)) for one in here.intervals)
        beginnings += (Beginning(moved(one.moment, part), one.nouns) for one in here.beginnings)
        running += (Running(_moved(one.count, part), one.nouns) for one in here.running)
    counts += _begun_elsewhere(beginnings, running)
    return Times(tuple(sorted(counts, key=lambda one: one.span)), tuple(stretches), tuple(intervals))


def _begun_elsewhere(beginnings: Sequence[Beginning], running: Sequence[Running]) -> Iterator[Elapsed]:
    """Yield what runs with the only beginning that shares a noun with it (“the war”)."""
    by_noun: dict[str, list[Beginning]] = {}
    for one in beginnings:
        for noun in one.nouns:
            by_noun.setdefault(noun, []).append(one)
    for each in running:
        found = {id(one): one for noun in each.nouns for one in by_noun.get(noun, [])[:2]}
        if len(found) == 1:
            yield replace(each.count, begin=next(iter(found.values())).moment, far=True)


def _moved(one: Elapsed, part: Part) -> Elapsed:
    return replace(
        one,
        span=part.text_span(*one.span),
        way=one.way and part.text_span(*one.way),
        begin=one.begin and moved(one.begin, part),
        end=one.end and moved(one.end, part),
    )


def moved(moment: Moment, part: Part) -> Moment:
    """Return a moment of a part with spans in the text."""
    return replace(moment, span=part.text_span(*moment.span), day=moment.day and moved_day(moment.day, part))
