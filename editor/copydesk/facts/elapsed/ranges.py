"""Spans from one moment to another, and how long they are said to be: “eight years as mayor, from 2008 to 2016”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from copydesk.facts.elapsed.moments import Placed
from copydesk.facts.elapsed.records import Elapsed
from copydesk.text import Amount, Analysis

_TO = frozenset("to till until through and".split())
_DASHES = frozenset("-‐‑–—")
_LONG_UNITS = frozenset("month year decade".split())
_BEFORE_LENGTHS = frozenset(
    "for of in over during after spent spanning served lasted the a his her its their ran serving".split()
)
_BEGAN = frozenset("began begun started ran lasted served".split())
_NEAR = 14  # tokens before a range in which its length may be
_PARTS = frozenset("and but later ago after before old".split())  # words that take a length away from the range


class Range(NamedTuple):
    """Two moments and the tokens from the first of them to the last."""

    first: Placed
    last: Placed


def ranges_in(text: Analysis, placed: Sequence[Placed]) -> Iterator[Range]:
    """Yield the spans “from 2008 to 2016”, “between May 2008 and June 2016”, “2008–2016”."""
    for first, last in pairwise(placed):
        if first.moment.year and last.moment.year and _is_range(text, first, last):
            yield Range(first, last)


def _is_range(text: Analysis, first: Placed, last: Placed) -> bool:
    between = [text.tokens.lower(index) for index in range(first.past, last.first)]
    if len(between) == 1 and between[0] in _DASHES:
        return True
    opens = {text.tokens.lower(index) for index in range(max(0, first.first - 3), first.first)}
    if opens & _BEGAN and len(between) < _NEAR and between[-1] in ("until", "till", "to"):
        return not any(word in (".", ";", ":") for word in between)  # “began in May 2019 and went on until May 2023”
    if not opens & {"from", "between"} or not between or between[0] not in _TO:
        return False
    return len(between) == 1 or (between[0] == "until" and len(between) < _NEAR // 2 and between[-1].isalpha())


def lengths_in(text: Analysis, ranges: Sequence[Range]) -> Iterator[Elapsed]:
    """Yield the length that a sentence gives its range, or its ranges one after another."""
    for sentence in _by_sentence(text, ranges):
        first, last = sentence[0].first, sentence[-1].last
        before = _length_before(text, first.first - 1)
        length = before or _length_after(text, last.past)
        if length is None or (before is not None and len(sentence) > 1):
            continue
        figure = text.tokens.span(*length.core)
        yield Elapsed(figure, length.number, length.unit, length.hedge, "between", first.moment, last.moment)


def _by_sentence(text: Analysis, ranges: Sequence[Range]) -> Iterator[list[Range]]:
    found: dict[int, list[Range]] = {}
    for one in ranges:
        found.setdefault(text.tokens.sentence_of[one.first.first], []).append(one)
    yield from found.values()


def _length_before(text: Analysis, past: int) -> Amount | None:
    """Return the last length in the clause before a token: “served eight years as mayor, [from]”."""
    start = max(text.tokens.sentence(past)[0], past - _NEAR)
    for at in range(past, start, -1):
        if (length := _length_at(text, at)) is not None and length.past <= past:
            between = {text.tokens.lower(index) for index in range(length.past, past)}
            opened = {text.tokens.lower(index) for index in range(max(0, at - 3), at)}
            parted = between & (_PARTS | {";", ":", "."}) or any(word.isdecimal() for word in between)
            return length if not parted and opened & _BEFORE_LENGTHS else None
    return None


def _length_after(text: Analysis, past: int) -> Amount | None:
    """Return the length right after a token: “1987–2017; for 37 years”, “(1987–1996), a span of nine years”."""
    lower = text.tokens.lower
    if lower(past) not in (",", "—", "–", "(", ":", ";", "for"):
        return None
    at = past
    while at < past + 5 and lower(at) in _AFTER_RANGES:
        at += 1
    return _length_at(text, at) if at > past else None


_AFTER_RANGES = frozenset(", — – ( : ; for a span period stretch total of some".split())


def _length_at(text: Analysis, at: int) -> Amount | None:
    values = (value for value in text.values.starting.get(at, ()) if isinstance(value, Amount))
    lengths = [value for value in values if value.kind == "duration" and value.unit in _LONG_UNITS]
    return max(lengths, key=lambda value: value.past, default=None)
