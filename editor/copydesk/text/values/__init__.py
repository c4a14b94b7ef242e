"""The values of a text: every number, amount, day and time, with all its readings.

>>> [value.kind for value in values_of(tokens_of("It rose 5-4 per cent."))]
['number', 'score', ...]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from copydesk.lazily import cached_property
from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.values.amounts import amounts_of, article_durations, hedged, ordinals_at
from copydesk.text.values.calendar import days_at, times_at, years_at
from copydesk.text.values.numbers import numbers_at
from copydesk.text.values.pairs import pairs_of
from copydesk.text.values.records import Amount, Day, Hedge, Kind, Pair, Time, Value
from copydesk.text.words import DIGITS, FRACTION

__all__ = ["Amount", "Day", "Hedge", "Kind", "Pair", "Time", "Value", "Values", "values_of"]


@dataclass(frozen=True, eq=False)
class Values:
    """The values of one text; `starting` and `ending` file them by first token and by the one past the last."""

    all: tuple[Value, ...]

    def __iter__(self) -> Iterator[Value]:
        return iter(self.all)

    @cached_property
    def starting(self) -> dict[int, list[Value]]:
        found: dict[int, list[Value]] = {}
        for value in self.all:
            found.setdefault(value.first, []).append(value)
        return found

    @cached_property
    def ending(self) -> dict[int, list[Value]]:
        found: dict[int, list[Value]] = {}
        for value in self.all:
            found.setdefault(value.past, []).append(value)
        return found

    @cached_property
    def inside_numbers(self) -> frozenset[int]:
        """The tokens that are in numbers."""
        numbers = (value for value in self.all if value.kind in ("number", "fraction"))
        return frozenset(index for value in numbers for index in range(value.first, value.past))


def values_of(tokens: Tokens) -> Values:
    """Return the values of a text in the order in which they begin; at one place the shorter first."""
    starting: dict[int, list[Value]] = {}
    inside = 0  # up to where the tokens are inside a number that was read: “half” of “two and a half”
    for first in _places(tokens):
        if first < inside:
            continue
        for value in _at(tokens, first):
            starting.setdefault(value.first, []).append(value)
            if isinstance(value, Amount) and value.kind in ("number", "fraction") and not _is_grouped(tokens, value):
                inside = max(inside, value.core[1])
    found = [value for values in starting.values() for value in values]
    found += [pair for value in found if isinstance(value, Amount) for pair in pairs_of(tokens, value, starting)]
    return Values(tuple(sorted(found, key=lambda value: (value.first, value.past))))


def _is_grouped(tokens: Tokens, value: Amount) -> bool:
    """Whether a number is figures in groups with spaces between, “1 520”, which may be two numbers as well."""
    return value.core[1] - value.core[0] > 1 and tokens.kinds[value.core[0] : value.core[0] + 2] == DIGITS * 2


def _at(tokens: Tokens, first: int) -> Iterator[Value]:
    """Yield the values that a token begins; of money with its sign before it, the sign is first."""
    for number in numbers_at(tokens, first):
        yield hedged(tokens, number)
        for amount in amounts_of(tokens, number):
            yield hedged(tokens, amount)
    yield from ordinals_at(tokens, first)
    yield from years_at(tokens, first)
    yield from days_at(tokens, first)
    yield from times_at(tokens, first)
    if tokens.lower(first) in ("a", "an", "half"):
        for duration in article_durations(tokens, first):
            yield hedged(tokens, duration)


def _places(tokens: Tokens) -> Iterator[int]:
    """Yield the tokens that may begin a value; an article only before what it may count, a sign before a figure."""
    beginnings, counted = _beginnings(), _counted()
    kinds, lower, ids = tokens.kinds, tokens.table.lower, tokens.ids
    figures = DIGITS + FRACTION
    for index, kind in enumerate(kinds):
        if kind in figures:
            yield index
        elif (word := lower[ids[index]]) in beginnings:
            following = lower[ids[index + 1]] if index + 1 < len(ids) else ""
            if word in ("a", "an"):
                if following in counted:
                    yield index
            elif word not in _SIGNS or following[:1].isdigit() or following[:1] in ".½¼¾":
                yield index


_SIGNS = frozenset("'‘-−–")


@cache
def _beginnings() -> frozenset[str]:
    calendar, numerals = table("calendar"), table("numerals")
    plurals = (f"{day}s" for day in calendar["weekdays"] if len(day) > 5)
    numeral_words = (word for kind in ("small", "tens", "scales", "ordinals") for word in numerals[kind])
    words = ("half", "quarter", "couple", "a", "an", "minus", "negative")
    return _SIGNS.union(calendar["months"], calendar["weekdays"], calendar["moments"], plurals, numeral_words, words)


@cache
def _counted() -> frozenset[str]:
    """The words that make a value of an article before them: a dozen, a third, a year."""
    calendar, numerals = table("calendar"), table("numerals")
    parts = (*numerals["parts"], *numerals["ordinals"], *numerals["tens"])
    return frozenset((*numerals["scales"], *parts, *calendar["spans"], "half", "couple"))
