"""When a figure holds: the words of time that are nearest in its clause, else in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from copydesk.text import Analysis, lexicon
from copydesk.text.tables import table

_DAYS = frozenset("yesterday today tonight tomorrow overnight now".split())
_DURING = frozenset("during over in".split())
_AGO = frozenset("ago earlier before previously later".split())
_NEAR = 6  # words of time before a figure that are looked at
_PARTS = frozenset("early late mid fiscal financial".split())


class When(NamedTuple):
    """Words of time, as tokens."""

    first: int
    past: int


@lru_cache(maxsize=64)
def times_in(text: Analysis, sentence: int) -> tuple[When, ...]:
    """Return the words of time of a sentence, in order."""
    return tuple(_times(text, sentence))


def _times(text: Analysis, sentence: int) -> Iterator[When]:
    first, past = text.phrases.bounds(sentence)
    tags, tokens = text.phrases.tags(sentence), text.tokens
    at = first
    while at < past:
        end = at
        while end < past and tags[end - first] == "T":
            end += 1
        if end == at and tokens.lower(at) in _DAYS and (at == first or tokens.text(at).islower()):
            end = at + 1
        elif end == at and tokens.lower(at) == "so" and tokens.lower(at + 1) == "far":
            end = at + 2
        elif end == at and tokens.lower(at) in _DURING:
            end = _during(text, at)
        elif end == at:
            end = _ago(text, at)
        if end > at and tokens.lower(at) not in ("each", "every") and not _is_of_saying(text, at, end):
            yield When(_widened(text, at), end)
        at = max(end, at + 1)


def _is_of_saying(text: Analysis, first: int, past: int) -> bool:
    """Whether words of time say when something was said: a jury heard on Monday; told the court on Sunday that."""
    lower = text.tokens.lower
    before = first - 2 if lower(first - 1) == "on" else first - 1
    return lower(before) in lexicon("speech") | {"heard"} or lower(past) == "that"


def _during(text: Analysis, at: int) -> int:
    """Return the token past “during the month” or “over two years” that begins with one; `at` if none does."""
    lower = text.tokens.lower
    if lower(at) == "over" and any(value.kind == "duration" for value in text.values.starting.get(at + 1, ())):
        return max(value.past for value in text.values.starting[at + 1])
    behind = at + 2 if lower(at + 1) == "the" else at
    behind += lower(behind) in ("first", "second", "whole")
    if behind > at and (lower(behind) in table("calendar")["spans"] or lower(behind) in ("half", "season")):
        return behind + 1
    return at


def _ago(text: Analysis, at: int) -> int:
    """Return the token past “a year earlier” or “three weeks ago” that begins with one; `at` if none does."""
    if text.tokens.lower(at) == "the" and text.tokens.lower(at + 2) in _AGO:
        return at + 3 if text.tokens.lower(at + 1) in table("calendar")["spans"] else at
    for value in text.values.starting.get(at, ()):
        if value.kind == "duration" and text.tokens.lower(value.past) in _AGO:
            return value.past + 1
    return at


def _widened(text: Analysis, first: int) -> int:
    while text.tokens.lower(first - 1) in _PARTS:
        first -= 1
    return first


def time_of(text: Analysis, first: int, past: int) -> When | None:
    """Return the words of time that tokens of a figure go with: behind it in its clause, else before it.

    “A year earlier” goes with the figure that it is right behind, other words with all of a clause.
    """
    times = times_in(text, text.phrases.sentence_at(first))
    if not times:
        return None
    clause = text.phrases.clause_at(first)
    place = bisect_left(times, past, key=lambda when: when.first)  # the first behind the figure
    behind = next((when for when in times[place : place + 1] if when.first < clause.past), None)
    between = range(past, behind.first) if behind is not None else ()
    comma = any(text.tokens.text_at(one) == "," for one in between)
    if behind is not None and not comma and not any(one in text.values.inside_numbers for one in between):
        return behind
    for when in reversed(times[max(place - _NEAR, 0) : place]):
        if when.past <= first and when.first >= clause.first and not _is_relative(text, when):
            return when
    best = comma and text.tokens.lower(behind.first - 1) == "since" if behind is not None else False
    parted = best or (comma and any(one in text.values.inside_numbers for one in between))
    if behind is not None and not parted:
        return behind if not _is_relative(text, behind) else None
    if text.phrases.tag(clause.past - 1) == "c" and clause.past < len(text.tokens):
        joined = text.phrases.clause_at(clause.past)  # 31 died and 58 were missing on Monday
        return next((when for when in times[place : place + 1] if when.first < joined.past), None)
    opening = text.phrases.clauses(text.phrases.sentence_at(first))[0]
    leads = times[0].past <= first and times[0].past <= opening.past
    leads = leads and (times[0].first < opening.verb or opening.verb < 0)
    return times[0] if leads and not _is_relative(text, times[0]) else None


def _is_relative(text: Analysis, when: When) -> bool:
    return text.tokens.lower(when.past - 1) in ("now", "far", "earlier", "ago", "before", "previously", "later")
