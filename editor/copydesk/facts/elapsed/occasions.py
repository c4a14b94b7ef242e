"""Anniversaries, and the year or month that something is in: “its 40th anniversary”, “now in its 15th month”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from copydesk.facts.elapsed.moments import Placed
from copydesk.facts.elapsed.records import Counted, Elapsed
from copydesk.text import Amount, Analysis
from copydesk.text.inflection import verb_forms
from copydesk.text.tables import table

_DAY_WORDS = frozenset("anniversary birthday".split())
_RUNNING = frozenset("year month week".split())
_KINDS_OF_DAY = frozenset("wedding birth founding".split())
_NEAR = 9  # tokens between a beginning and its moment


class Occasion(NamedTuple):
    """An anniversary, or a running year or month, and its tokens."""

    first: int
    past: int
    number: Decimal
    unit: str
    is_day: bool


def occasions_in(text: Analysis) -> Iterator[Occasion]:
    """Yield the anniversaries and running years or months of a text in order."""
    tokens, whole = text.tokens, table("calendar")["anniversaries"]
    for first, values in sorted(text.values.starting.items()):
        ordinals = [value for value in values if isinstance(value, Amount) and value.kind == "ordinal"]
        if not ordinals:
            continue
        ordinal = max(ordinals, key=lambda value: value.past)
        at = ordinal.past + (tokens.text_at(ordinal.past) in ("-", "‐", "‑"))
        at += tokens.lower(at) in _KINDS_OF_DAY
        word = tokens.lower(at)
        if word in _DAY_WORDS:
            yield Occasion(first, at + 1, ordinal.number, "year", is_day=True)
        elif word in _RUNNING and tokens.lower(first - 1) in _ITS:
            yield Occasion(first, at + 1, ordinal.number, word, is_day=False)
    for at in range(len(tokens)):
        if (years := whole.get(tokens.lower(at))) is not None:
            yield Occasion(at, at + 1, Decimal(years), "year", is_day=True)


_ITS = frozenset("its his her their the a".split())


@cache
def _beginnings() -> frozenset[str]:
    """Return the words for a beginning that an anniversary may be counted from."""
    held = table("calendar")["beginnings"]
    forms = {form for verb in held["verbs"].split() for form in verb_forms(verb)}
    return frozenset(forms | set(held["words"].split()))


def counted_from(text: Analysis, placed: Sequence[Placed]) -> Iterator[Elapsed]:
    """Yield the occasions whose beginning is in their own sentence."""
    for occasion in occasions_in(text):
        start, stop = text.tokens.sentence(occasion.first)
        near = [one for one in placed if start <= one.first < stop and one.moment.year]
        begins = [one for one in near if _is_beginning(text, one, start) and _belongs(text, occasion, one)]
        if len(begins) != 1:
            continue
        others = [one for one in near if one is not begins[0]]
        if len(others) > 1:
            continue
        yield _elapsed(text, occasion, begins[0], others[0] if others else None, (start, stop))


def _elapsed(
    text: Analysis, occasion: Occasion, begin: Placed, end: Placed | None, sentence: tuple[int, int]
) -> Elapsed:
    words = {text.tokens.lower(index) for index in range(*sentence)}
    shift = (0, 0) if end else (-1 if words & _PAST else 0, 1 if words & _COMING else 0)
    span = text.tokens.span(occasion.first, occasion.past)
    counted: Counted = "anniversary" if occasion.is_day else "running"
    return Elapsed(
        span, occasion.number, occasion.unit, "", counted, begin.moment, end.moment if end else None, shift=shift
    )


_PAST = frozenset("last marked celebrated had".split())
_COMING = frozenset(
    "next upcoming will ahead mark plan plans planned planning prepare prepares preparing soon".split()
)


def _is_beginning(text: Analysis, one: Placed, start: int) -> bool:
    """Whether a moment is that of a beginning: “founded in 1987”, “the 2003 invasion”, “of the war in 1939”."""
    tokens = text.tokens
    for at in range(one.first - 1, max(start, one.first - _NEAR) - 1, -1):
        word = tokens.lower(at)
        if word in _BREAKS or tokens.kinds[at : at + 1] == b"0":
            return False
        if word in _beginnings() or (word == "of" and tokens.lower(at + 1) in ("the", "its")):
            return True
    return False


def _belongs(text: Analysis, occasion: Occasion, begin: Placed) -> bool:
    """Whether an occasion is counted from a beginning.

    Before it the beginning is the subject's (“the club, founded in 1987, marks its 40th anniversary”), unless the
    anniversary is of something else; after it, it must be what the anniversary is of.
    """
    tokens = text.tokens
    if begin.first < occasion.first:
        following = tokens.lower(occasion.past)
        if following == "of":
            return tokens.lower(occasion.past + 1) in _ITSELF
        with_the = tokens.lower(occasion.past + 1) in ("the", "its", "a")
        return not following[:1].isalpha() or (following in _GOES_ON and not (with_the and following == "in"))
    between = [tokens.lower(index) for index in range(occasion.past, begin.first)]
    return len(between) <= _NEAR and between[:1] in (["of"], ["since"]) and not _BREAKS & set(between)


_BREAKS = frozenset(";:().—–")
_ITSELF = frozenset("publication operation business existence service its".split())
_GOES_ON = frozenset("in this next last with on by and".split())
