"""Births, deaths, ages and birthdays of a part's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.article import Span
from copydesk.facts.elapsed.moments import Placed, first_after, last_before, moments_in
from copydesk.facts.elapsed.records import Moment, Scale
from copydesk.facts.lives.records import Statement, When
from copydesk.text import Amount, Analysis

CUES = frozenset("born b aged age old olds turned turns turning birthday died dies dead when death".split())
_WITH_YEAR: frozenset[Scale] = frozenset(("year", "month", "day"))
_FAR = 18  # tokens after “born” in which the date may be
_NEAR = 6  # tokens between an age and the year of it
_OLDEST = 125
_BIRTH = frozenset("born b".split())
_DEATH = frozenset("die dies died dead".split())
_AFTER_AGES = frozenset("in when and after on at last this from following yesterday today years".split())
_PARTED = frozenset('; ( ) : “ ” "'.split())


def statements_in(text: Analysis) -> Iterator[Statement]:
    """Yield the statements of a text, births first; spans count its code points."""
    placed = moments_in(text)
    tokens = text.tokens
    for at in tokens.places(_BIRTH | _DEATH):
        lower = tokens.lower(at)
        if lower == "born" or (lower == "b" and tokens.text_at(at + 1) == "."):
            yield from _birth(text, placed, at)
        elif lower in _DEATH:
            yield from _death(text, placed, at)
    yield from _lives_in_brackets(text, placed)
    for value in _ages(text):
        yield from _age(text, placed, value)


def _sentence(text: Analysis, at: int) -> tuple[int, int, Span]:
    first, past = text.tokens.sentence(at)
    return first, past, text.tokens.span(first, past)


def _birth(text: Analysis, placed: Sequence[Placed], at: int) -> Iterator[Statement]:
    first, past, sentence = _sentence(text, at)
    found = first_after(placed, _WITH_YEAR, at + 1, min(past, at + _FAR))
    if found is None or not _has_year(found.moment):
        return
    between = {text.tokens.lower(index) for index in range(at + 1, found.first)}
    if between & {"and", ";", "(", ")"} or any(word.isdecimal() for word in between):
        return  # “born there and moved in 1990”
    near = text.tokens.start(at)
    yield Statement(found.moment.span, "born", sentence, near, moment=found.moment, follows=at - first < 2)


def _death(text: Analysis, placed: Sequence[Placed], at: int) -> Iterator[Statement]:
    _, past, sentence = _sentence(text, at)
    found = first_after(placed, _WITH_YEAR, at + 1, min(past, at + 10))
    if found is None or not _has_year(found.moment):
        return
    if any(text.tokens.lower(index) in _PARTED | {"and", "after"} for index in range(at + 1, found.first)):
        return
    yield Statement(found.moment.span, "died", sentence, text.tokens.start(at), moment=found.moment)


def _has_year(moment: Moment) -> bool:
    return bool(moment.year or (moment.day and moment.day.date and moment.day.date.year))


def _lives_in_brackets(text: Analysis, placed: Sequence[Placed]) -> Iterator[Statement]:
    """Yield both ends of “(1922–2019)”."""
    for born, died in pairwise(placed):
        dash = born.past + 1 == died.first and text.tokens.text(born.past) in ("-", "–", "—")
        if dash and text.tokens.text_at(born.first - 1) == "(" and text.tokens.text_at(died.past) == ")":
            near, (_, _, sentence) = text.tokens.start(born.first - 1), _sentence(text, born.first)
            if born.moment.scale == died.moment.scale == "year":
                yield Statement(born.moment.span, "born", sentence, near, moment=born.moment)
                yield Statement(died.moment.span, "died", sentence, near, moment=died.moment)


def _ages(text: Analysis) -> Iterator[Amount]:
    """Yield the whole numbers and ordinals that may be an age."""
    past = 0
    for first, values in text.values.starting.items():
        if first < past:
            continue
        amounts = [value for value in values if isinstance(value, Amount)]
        ages = [value for value in amounts if value.kind == "age" and value.unit == "year"]
        ordinals = [value for value in amounts if value.kind == "ordinal"]
        numbers = [value for value in amounts if value.kind == "number" and not value.hedge]
        longest = max(values, key=lambda value: value.past)
        value = next(iter(ages or ordinals or numbers), None)
        if value is None or (value.kind == "number" and (longest.past > value.past or longest.kind == "year")):
            past = longest.past
            continue
        past = value.past
        if value.number == int(value.number) and 0 < value.number <= _OLDEST:
            yield value


def _age(text: Analysis, placed: Sequence[Placed], value: Amount) -> Iterator[Statement]:
    tokens, first, past = text.tokens, value.first, value.past
    start, stop, sentence = _sentence(text, first)
    span = tokens.span(*value.core)
    lower = tokens.lower
    if value.kind == "ordinal":
        if lower(past) == "birthday":
            yield from _birthday(text, placed, value, past + 1)
        return
    if value.kind == "number" and lower(first - 1) in ("turned", "turns", "turning"):
        yield from _birthday(text, placed, value, past)
        return
    near = tokens.start(first)
    when = _when(text, value, past)
    if when is None:
        return
    moment = _moment_of(text, placed, first, past, start, stop)
    follows = value.kind == "age" and lower(past - 1) == "old" and tokens.text(past - 2) in ("-", "‐", "‑")
    follows = follows and not (lower(first - 1) in ("a", "an") and lower(first - 2) == ",")
    yield Statement(span, "age", sentence, near, int(value.number), moment, "then" if moment else when, follows)


def _when(text: Analysis, value: Amount, past: int) -> When | None:
    """Return what an age goes by if no moment is said; None if the number is no age."""
    lower, first = text.tokens.lower, value.first
    before = [lower(first - 3), lower(first - 2), lower(first - 1)]
    if value.kind == "age":
        dying = any(lower(index) in _DEATH for index in range(max(0, first - 12), first))
        if lower(first) in ("aged", "age"):
            named = before[1:] in (["the", "of"], ["at", "the"]) or before[2] in ("at", "the")
            return "death" if dying else "then" if named else "now"
        then = lower(past) in ("when", "then") or before[1:] in (["as", "a"], ["as", "an"])
        return "then" if then else "now"
    if not _ends(text, past):
        return None
    if before[1:] == ["age", "of"]:
        dying = any(lower(index) in _DEATH for index in range(max(0, first - 8), first))
        return "death" if dying else "then"
    if before[2] == "at" and any(word in _DEATH for word in before[:2]):
        return "death"
    if before[1] in ("he", "she") and before[2] in ("was", "is") and before[0] == "when":
        return "then"
    if before[2] == "at" and text.tokens.text_at(past) == ",":
        return "then"
    in_commas = text.tokens.text_at(first - 1) == "," and text.tokens.text_at(past) == ","
    if in_commas and text.tokens.text_at(first - 2)[:1].isalpha() and not lower(past + 1).isdecimal():
        return "now" if lower(past + 1) != "when" else "then"
    if before[1] in ("is", "now") and before[2] in ("now", "is"):
        return "now"
    return None


def _ends(text: Analysis, past: int) -> bool:
    """Whether a number counts nothing: a comma, a stop, or a word such as “when” comes next."""
    following = text.tokens.lower(past)
    return (not following[:1].isalnum() and following not in ("%", "-", "–", "/")) or following in _AFTER_AGES


def _moment_of(
    text: Analysis, placed: Sequence[Placed], first: int, past: int, start: int, stop: int
) -> Moment | None:
    """Return the moment of an age: “won at 34, in 1996”, “in 1996, at the age of 34”, “in 1996, when he was 34”."""
    lower = text.tokens.lower
    after = first_after(placed, _WITH_YEAR, past, min(stop, past + 4))
    if after is not None and _has_year(after.moment) and lower(after.first - 1) in ("in", "on"):
        return after.moment
    before = last_before(placed, _WITH_YEAR, max(start, first - _NEAR - 2), first)
    if before is not None and _has_year(before.moment):
        between = {lower(index) for index in range(before.past, first)}
        if not between & (_PARTED | {"and", "but"}):
            return before.moment
    return None


_TIMES: dict[tuple[str, str], When] = {
    ("last", "month"): "last month", ("last", "year"): "last year", ("this", "year"): "this year",
    ("next", "month"): "next month", ("next", "year"): "next year",
}  # fmt: skip


def _birthday(text: Analysis, placed: Sequence[Placed], value: Amount, past: int) -> Iterator[Statement]:
    """Yield “turned 58 last month”, “her 48th birthday in 2024”; one whose time is not said has been, or soon is."""
    tokens, lower = text.tokens, text.tokens.lower
    _, stop, sentence = _sentence(text, value.first)
    at = past + (tokens.text_at(past) == ",")
    when = _TIMES.get((lower(at), lower(at + 1)))
    after = first_after(placed, _WITH_YEAR, past, min(stop, past + 3))
    moment = after.moment if after is not None and lower(after.first - 1) in ("in", "on") else None
    if moment is not None and not _has_year(moment) and moment.scale != "day":
        moment = None
    near = tokens.start(value.first)
    span = tokens.span(*value.core) if value.kind == "number" else tokens.span(value.first, value.past)
    yield Statement(span, "birthday", sentence, near, int(value.number), moment, when or "then")
