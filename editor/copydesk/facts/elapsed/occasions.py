"""Anniversaries, and the year or month that something is in: “its 40th anniversary”, “now in its 15th month”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from copydesk.facts.elapsed.moments import Placed
from copydesk.facts.elapsed.records import Beginning, Counted, Elapsed, Running
from copydesk.text import Amount, Analysis, lexicon
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
    for first, values in text.values.starting_of(Amount).items():
        ordinals = [value for value in values if value.kind == "ordinal"]
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
    for at in tokens.places(whole):
        yield Occasion(at, at + 1, Decimal(whole[tokens.lower(at)]), "year", is_day=True)


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


def beginnings_in(text: Analysis, placed: Sequence[Placed]) -> Iterator[Beginning]:
    """Yield the beginnings of a text, each with the nouns of its own clause."""
    for one in placed:
        start = text.tokens.sentence(one.first)[0]
        if one.moment.year or (one.moment.day and one.moment.day.date and one.moment.day.date.year):
            at = _beginning_before(text, one, start)
            if at is not None and (nouns := nouns_of(text, max(start, at - _NEAR), at)):
                yield Beginning(one.moment, nouns)


def open_occasions(text: Analysis, placed: Sequence[Placed]) -> Iterator[Running]:
    """Yield the occasions in whose sentence nothing says what they are counted from."""
    for occasion in occasions_in(text):
        start, stop = text.tokens.sentence(occasion.first)
        if any(start <= one.first < stop for one in placed) or text.tokens.lower(occasion.past) in ("of", "since"):
            continue
        nouns = nouns_of(text, occasion.past, min(stop, occasion.past + _NEAR // 2))
        nouns |= nouns_of(text, max(start, occasion.first - _NEAR // 2), occasion.first)
        if nouns:
            yield Running(_elapsed(text, occasion, None, None, (start, stop)), nouns)


def nouns_of(text: Analysis, first: int, past: int) -> frozenset[str]:
    """Return the words between two tokens that may name what begins, in small letters, without the commonest."""
    words = (text.tokens.lower(index) for index in range(first, past))
    return frozenset(word for word in words if len(word) > 2 and word.isalpha() and not _is_common(word))


@cache
def _common() -> frozenset[str]:
    calendar = table("calendar")
    of_time = (*calendar["months"], *calendar["weekdays"], *calendar["spans"])
    return frozenset((*of_time, *_ALSO, *_PAST, *_COMING)) | _beginnings()


def _is_common(word: str) -> bool:
    return word in _common() or bool(_function_words() & {word})


@cache
def _function_words() -> frozenset[str]:
    return lexicon("determiner") | lexicon("auxiliary") | lexicon("conjunction") | lexicon("preposition")


_ALSO = "now its his her their year years month months first new said says also who which that".split()


def _elapsed(
    text: Analysis, occasion: Occasion, begin: Placed | None, end: Placed | None, sentence: tuple[int, int]
) -> Elapsed:
    words = {text.tokens.lower(index) for index in range(*sentence)}
    shift = (0, 0) if end else (-1 if words & _PAST else 0, 1 if words & _COMING else 0)
    span = text.tokens.span(occasion.first, occasion.past)
    counted: Counted = "anniversary" if occasion.is_day else "running"
    first, last = begin.moment if begin else None, end.moment if end else None
    return Elapsed(span, occasion.number, occasion.unit, "", counted, first, last, shift=shift)


_PAST = frozenset("last marked celebrated had".split())
_COMING = frozenset(
    "next upcoming will ahead mark plan plans planned planning prepare prepares preparing soon".split()
)


def _is_beginning(text: Analysis, one: Placed, start: int) -> bool:
    """Whether a moment is that of a beginning: “founded in 1987”, “the 2003 invasion”, “of the war in 1939”."""
    return _beginning_before(text, one, start) is not None


def _beginning_before(text: Analysis, one: Placed, start: int) -> int | None:
    """Return the token of the beginning that a moment is of."""
    tokens = text.tokens
    for at in range(one.first - 1, max(start, one.first - _NEAR) - 1, -1):
        word = tokens.lower(at)
        if word in _BREAKS or tokens.kinds[at : at + 1] == b"0":
            return None
        if word in _beginnings() or (word == "of" and tokens.lower(at + 1) in ("the", "its")):
            return at
    return None


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
