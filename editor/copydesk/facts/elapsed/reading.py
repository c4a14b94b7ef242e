"""Counts of time between two moments, as copy gives them within a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from copydesk.facts.elapsed.counting import DAYS
from copydesk.facts.elapsed.moments import Placed, first_after, last_before, moments_in
from copydesk.facts.elapsed.occasions import counted_from
from copydesk.facts.elapsed.ranges import Range, lengths_in
from copydesk.facts.elapsed.records import Elapsed, Interval, Moment, Scale
from copydesk.text import Amount, Analysis

_SCALES: dict[str, frozenset[Scale]] = {
    **dict.fromkeys(("minute", "hour"), frozenset(("minute",))),
    **dict.fromkeys(("day", "night", "week", "fortnight"), frozenset(("day",))),
    **dict.fromkeys(("month", "quarter", "year", "decade", "century"), frozenset(("year", "month", "day"))),
}
_LATER, _EARLIER = frozenset("later afterwards afterward on".split()), frozenset("earlier before previously".split())
_AT = frozenset("at on in by".split())
_NEAR = 14  # tokens between a count and the moment that it is counted from
_DASHES = ("—", "–", "--", "-")
_OCCASION = 4  # words between “since” and its moment: since the election of 1988
_BACK = 40  # tokens before a count in which the other moment may be
# What a count is not carried over: somebody's words, another clause.
_STOPS = frozenset("said says told that would will when who which but and while although though".split())


def counted_in(text: Analysis, ranges: Sequence[Range]) -> Iterator[Elapsed]:
    """Yield the counts of a text whose two moments can be told; spans count its code points."""
    placed = moments_in(text)
    if not placed:
        return
    yield from lengths_in(text, ranges)
    yield from counted_from(text, placed)
    for duration in durations_in(text):
        if duration.unit in _SCALES:
            for found in _read(text, placed, duration):
                yield found
                # What something is counted from (Friday, in “three days after Friday's attack”) is not where the
                # story has got to, from which “two days later” is counted.
                far = found.begin if found.way and text.tokens.lower(duration.past) == "after" else None
                placed = tuple(one for one in placed if one.moment is not far)


def durations_in(text: Analysis) -> Iterator[Amount]:
    """Yield the durations of a text in order, the longest reading of each."""
    past = 0
    for first, values in text.values.starting.items():
        found = [value for value in values if isinstance(value, Amount) and value.kind == "duration"]
        if found and first >= past:
            longest = _with_more(text, max(found, key=lambda value: value.past))
            past = longest.past
            yield longest


_IN_SMALLER = {("hour", "minute"): 60, ("year", "month"): 12}


def _with_more(text: Analysis, duration: Amount) -> Amount:
    """Return a duration with the smaller units that “and” adds: “an hour and 45 minutes” is 105 minutes."""
    if text.tokens.lower(duration.past) != "and":
        return duration
    for more in text.values.starting.get(duration.past + 1, ()):
        if isinstance(more, Amount) and more.kind == "duration":
            times = _IN_SMALLER.get((duration.unit, more.unit))
            if times:
                number, core = duration.number * times + more.number, (duration.core[0], more.past)
                return replace(duration, number=number, unit=more.unit, past=more.past, core=core)
    return duration


_WAYS = frozenset("after before ago earlier later since into".split())
_MOST_DAYS = 70


def intervals_in(text: Analysis) -> Iterator[Interval]:
    """Yield the intervals of days and weeks that place an event beside another moment."""
    tokens = text.tokens
    for duration in durations_in(text):
        days = DAYS.get(duration.unit, 0) * duration.number
        if tokens.lower(duration.past) not in _WAYS or not 0 < days <= _MOST_DAYS or days != int(days):
            continue
        limit = _words_of_limit(text, duration.first)
        yield Interval(tokens.span(duration.first - limit, duration.past + 1), int(days), limit > 0)


def _words_of_limit(text: Analysis, first: int) -> int:
    """Return how many words before a duration say that it is less: “less than”, “within”."""
    before = text.tokens.lower(first - 1)
    if before == "than" and text.tokens.lower(first - 2) in ("less", "fewer"):
        return 2
    return 1 if before in ("within", "under") else 0


def _read(text: Analysis, placed: tuple[Placed, ...], count: Amount) -> Iterator[Elapsed]:
    tokens, past = text.tokens, count.past
    word = tokens.lower(past)
    if word in ("ago",):
        yield from _ago(text, placed, count)
    elif word in ("after", "before") and (found := _from_there(text, placed, count)) is not None:
        yield found
    elif "since" in (word, tokens.lower(past + 1)):
        yield from _since(text, placed, count)
    elif word in _LATER or word in _EARLIER:
        yield from _later(text, placed, count, forward=word in _LATER)


def _elapsed(text: Analysis, count: Amount, begin: Moment | None, end: Moment | None, way: int) -> Elapsed:
    figure = text.tokens.span(*count.core)
    way_span = text.tokens.span(way, way + 1)
    limit = _words_of_limit(text, count.first) > 0
    return Elapsed(figure, count.number, count.unit, count.hedge, "between", begin, end, way_span, limit=limit)


def _from_there(text: Analysis, placed: tuple[Placed, ...], count: Amount) -> Elapsed | None:
    """Read “on Monday, two days after Friday's attack”."""
    tokens, scales = text.tokens, _SCALES[count.unit]
    start, stop = tokens.sentence(count.first)
    there = first_after(placed, scales, count.past, min(stop, count.past + _NEAR))
    here = last_before(placed, scales, start, count.first)
    if there is None or here is None or _is_parted(text, here.past, count.first, 3):
        return None
    if any(tokens.lower(index) in _STOPS for index in range(count.past, there.first)):
        return None
    forward = tokens.lower(count.past) == "after"
    begin, end = (there, here) if forward else (here, there)
    return _elapsed(text, count, begin.moment, end.moment, count.past)


def _later(text: Analysis, placed: tuple[Placed, ...], count: Amount, *, forward: bool) -> Iterator[Elapsed]:
    """Read “designed in 1973, it opened three years later, in 1976”, and “in 1976, three years later, it opened”."""
    tokens, scales, past = text.tokens, _SCALES[count.unit], count.past
    start = tokens.sentence(count.first)[0]
    at = past + 1 + (tokens.text_at(past + 1) == ",")
    at += tokens.lower(at) in _AT
    here = first_after(placed, scales, at, at + 1)
    if here is None:
        here = last_before(placed, scales, start, count.first)
        if here is None or tokens.text_at(past + 1) not in (",", ".") or not _is_joined(text, here.past, count.first):
            return
        before = last_before(placed, scales, start, here.first)
    else:
        before = last_before(placed, scales, start, count.first)
    if before is None and start > 0:
        begins = tokens.sentence(start - 1)[0]
        before = last_before(placed, scales, max(begins, start - _BACK), start)
    if before is None or here.first - before.past > _BACK or before.moment.scale != here.moment.scale:
        return
    begin, end = (before, here) if forward else (here, before)
    yield _elapsed(text, count, begin.moment, end.moment, past)


def _ago(text: Analysis, placed: tuple[Placed, ...], count: Amount) -> Iterator[Elapsed]:
    """Read “three years ago, in 2011” and “in 2011, three years ago”."""
    tokens, scales, past = text.tokens, _SCALES[count.unit], count.past
    at = past + 1
    while tokens.text_at(at) in (",", "(", "—", "–") and at < past + 3:
        at += 1
    at += tokens.lower(at) == "back"
    at += tokens.lower(at) in _AT
    there = first_after(placed, scales, at, at + 1) if at > past + 1 else None
    if there is None:
        start, _ = tokens.sentence(count.first)
        there = last_before(placed, scales, start, count.first)
        if there is None or not _is_joined(text, there.past, count.first):
            return
    figure = tokens.span(*count.core)
    yield Elapsed(
        figure, count.number, count.unit, count.hedge, "ago", there.moment, None, tokens.span(past, past + 1)
    )


def _since(text: Analysis, placed: tuple[Placed, ...], count: Amount) -> Iterator[Elapsed]:
    """Read “held for 26 years, since the election of 1988” and “the 26 years since 1988”: until the day of writing.

    With another moment in the sentence, but for a dateline's, it may be until that.
    """
    tokens, scales, before = text.tokens, _SCALES[count.unit], text.tokens.lower(count.first - 1)
    comma = tokens.text_at(count.past) == ","
    at = count.past + comma
    if tokens.lower(at) != "since" or before not in (("for",) if comma else ("the",)):
        return
    start, stop = tokens.sentence(count.first)
    there = first_after(placed, scales, at + 1, min(stop, at + 1 + _NEAR))
    if there is None or _is_parted(text, at + 1, there.first, _OCCASION):
        return
    other = last_before(placed, scales, start, count.first)
    if (other and tokens.text_at(other.past) not in _DASHES) or first_after(placed, scales, there.past, stop):
        return
    figure = tokens.span(*count.core)
    yield Elapsed(figure, count.number, count.unit, count.hedge, "ago", there.moment, None, tokens.span(at, at + 1))


def _is_parted(text: Analysis, past: int, first: int, most: int) -> bool:
    """Whether more than a comma, a dash and so many words are between two tokens: “on Monday, just two days”."""
    between = [text.tokens.lower(index) for index in range(past, first)]
    words = [word for word in between if word[:1].isalpha()]
    return len(words) > most or any(word in (";", ":", "(", ")", '"', "“", "”") or word in _STOPS for word in between)


def _is_joined(text: Analysis, past: int, first: int) -> bool:
    """Whether but a comma or a dash is between two tokens."""
    return first - past == 1 and text.tokens.text(past) in (",", "—", "–", "-", "(")
