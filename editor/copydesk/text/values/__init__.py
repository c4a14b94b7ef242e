"""The values of a text: every number, amount, day and time, with all its readings.

>>> [value.kind for value in values_of(tokens_of("It rose 5-4 per cent."))]
['number', 'score', ...]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import compress
from typing import Any, TypeVar

from copydesk.lazily import cached_property
from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.values.ages import ages_of
from copydesk.text.values.amounts import amounts_of, article_amounts, hedged, ordinals_at
from copydesk.text.values.calendar import days_at, decades_at, years_at
from copydesk.text.values.clocks import times_at
from copydesk.text.values.numbers import numbers_at
from copydesk.text.values.pairs import pairs_of
from copydesk.text.values.periods import periods_at
from copydesk.text.values.quantities import quantities_of, unit_words
from copydesk.text.values.records import Amount, Day, Hedge, Kind, Pair, Period, Time, Value
from copydesk.text.words import DIGITS, FRACTION, Words

__all__ = ["Amount", "Day", "Hedge", "Kind", "Pair", "Period", "Time", "Value", "Values", "values_of"]

OneKind = TypeVar("OneKind", Amount, Day, Pair, Period, Time)


@dataclass(frozen=True, eq=False)
class Values:
    """The values of one text; `starting` and `ending` file them by first token and by the one past the last.

    `joined` are the first tokens of values that a hyphen joins to a word, such as “3-point”.
    """

    all: tuple[Value, ...]
    joined: frozenset[int] = frozenset()

    def __iter__(self) -> Iterator[Value]:
        return iter(self.all)

    @cached_property
    def starting(self) -> dict[int, list[Value]]:
        found: dict[int, list[Value]] = {}
        for value in self.all:
            found.setdefault(value.first, []).append(value)
        return found

    def starting_of(self, kind: type[OneKind]) -> dict[int, list[OneKind]]:
        """Return the values of one class, filed by their first token, in order."""
        return self._by_class.get(kind, {})

    @cached_property
    def _by_class(self) -> dict[type, dict[int, list[Any]]]:
        found: dict[type, dict[int, list[Any]]] = {}
        for value in self.all:
            found.setdefault(type(value), {}).setdefault(value.first, []).append(value)
        return found

    @cached_property
    def ending(self) -> dict[int, list[Value]]:
        found: dict[int, list[Value]] = {}
        for value in self.all:
            found.setdefault(value.past, []).append(value)
        return found

    @cached_property
    def inside_numbers(self) -> frozenset[int]:
        """The tokens that are in numbers: not in years, nor in what is joined to a word, such as “3-point”."""
        years = {value.first for value in self.all if value.kind == "year"}
        numbers = (value for value in self.all if value.kind == "number" and value.first not in years | self.joined)
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
    joined = frozenset(
        value.first for value in found if tokens.text_at(value.past) in _HYPHENS and not tokens.space(value.past)
    )
    return Values(tuple(sorted(found, key=lambda value: (value.first, value.past))), joined)


_HYPHENS = frozenset("-‐‑")


def _is_grouped(tokens: Tokens, value: Amount) -> bool:
    """Whether a number is figures in groups with spaces between, “1 520”, which may be two numbers as well."""
    return value.core[1] - value.core[0] > 1 and tokens.kinds[value.core[0] : value.core[0] + 2] == DIGITS * 2


def _at(tokens: Tokens, first: int) -> Iterator[Value]:
    """Yield the values that a token begins; of money with its sign before it, the sign is first."""
    figure = tokens.kinds[first] in _FIGURES
    for reader in _OF_FIGURES if figure else _readers()[tokens.lower(first)]:
        yield from reader(tokens, first)


def _amounts_at(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Yield the numbers that a token begins, each with what it counts or measures."""
    for number in numbers_at(tokens, first):
        yield hedged(tokens, number)
        for read in (amounts_of, quantities_of, ages_of):
            for amount in read(tokens, number):
                yield hedged(tokens, amount)


def _article_amounts_at(tokens: Tokens, first: int) -> Iterator[Amount]:
    for amount in article_amounts(tokens, first):
        yield hedged(tokens, amount)


Reader = Callable[[Tokens, int], Iterator[Value]]

_FIGURES = DIGITS + FRACTION
_OF_FIGURES: tuple[Reader, ...] = (_amounts_at, ordinals_at, years_at, decades_at, days_at, times_at, periods_at)


def _places(tokens: Tokens) -> Iterator[int]:
    """Yield the tokens that may begin a value; an article only before what it may count, a sign before a figure."""
    counted, lower, kinds, ids = _counted(), tokens.table.lower, tokens.kinds, tokens.ids
    for index in compress(range(len(ids)), map(_beginning_forms(tokens.table).__getitem__, ids)):
        word = lower[ids[index]]
        if kinds[index] in _FIGURES:
            yield index
            continue
        following = lower[ids[index + 1]] if index + 1 < len(ids) else ""
        if word in ("a", "an", "another"):
            if following in counted:
                yield index
        elif word not in _SIGNS or following[:1].isdigit() or following[:1] in ".½¼¾":
            yield index


def _beginning_forms(forms: Words) -> bytearray:
    """Return for each form of a table whether it may begin a value."""
    flags, readers = forms.begins_value, _readers()
    for id_ in range(len(flags), len(forms.text)):
        flags.append(forms.kind[id_] in (DIGITS, FRACTION) or forms.lower[id_] in readers)
    return flags


_SIGNS = frozenset("'‘’-−–")


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """Return what may read a value that begins with a word or a sign."""
    calendar, numerals = table("calendar"), table("numerals")
    plurals = (f"{day}s" for day in calendar["weekdays"] if len(day) > 5)
    numeral_words = [word for kind in ("small", "tens", "scales") for word in numerals[kind]]
    words: tuple[tuple[Reader, Iterable[str]], ...] = (
        (_amounts_at, (*numeral_words, "half", "quarter", "couple", "a", "an", "minus", "negative", "-", "−", "–")),
        (ordinals_at, (*numeral_words, *numerals["ordinals"], "a", "an")),
        (years_at, ("'", "‘", "’")),
        (decades_at, calendar["decades"]),
        (days_at, (*calendar["months"], *calendar["weekdays"], *plurals, *numerals["ordinals"], *numerals["tens"])),
        (times_at, (*calendar["moments"], *numerals["small"], *numerals["tens"], "half", "quarter", "a")),
        (periods_at, (*calendar["seasons"], *numerals["ordinals"], "final", "q")),
        (_article_amounts_at, ("a", "an", "another", "half")),
    )
    found: dict[str, tuple[Reader, ...]] = {}
    for reader, beginnings in words:
        for word in beginnings:
            found[word] = (*found.get(word, ()), reader)
    return found


@cache
def _counted() -> frozenset[str]:
    """The words that make a value of an article before them: a dozen, a third, a year, a mile."""
    calendar, numerals = table("calendar"), table("numerals")
    parts = (*numerals["parts"], *numerals["ordinals"], *numerals["tens"])
    return frozenset((*numerals["scales"], *parts, *calendar["spans"], *unit_words(), "half", "couple"))
