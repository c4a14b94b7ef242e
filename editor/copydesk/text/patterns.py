"""Patterns over tokens and values: sequences that read like the phrases they find.

    rise = pattern("rise", lexicon("rise.verbs"), gap(3), "from", amount("old"), gap(4), "to", amount("new"))

A string is words as they are, in lower case; a set is one word, any of them. `amount`, `value`, `gap`, `opt`,
`either`, `unless` and `named` make the other steps. A pattern is filed under the rarest thing that it cannot do
without, and tried only where that occurs; from there it is matched forwards and backwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from copydesk.article.edits import Span
from copydesk.text.analysis import Analysis
from copydesk.text.steps import (
    AnyOf,
    Captured,
    Captures,
    Gap,
    Other,
    Perhaps,
    Row,
    Step,
    Tagged,
    Then,
    Unless,
    ValueStep,
    Word,
)

Piece = str | frozenset[str] | Step

AMOUNTS = ("number", "fraction", "money", "percent", "points")


@dataclass(frozen=True, eq=False)
class Match:
    """Where a pattern was found, as tokens, and what it captured: values, or (first, past) of `named` steps."""

    pattern: Pattern
    text: Analysis
    first: int
    past: int
    captures: Captures

    def __getitem__(self, name: str) -> Any:
        return self.captures[name]

    def get(self, name: str) -> Any:
        return self.captures.get(name)

    @property
    def span(self) -> Span:
        return self.text.tokens.span(self.first, self.past)


@dataclass(frozen=True, eq=False)
class Pattern:
    """A sequence of steps with a name. `where` has the last word on what was captured."""

    name: str
    steps: tuple[Step, ...]
    where: Callable[[Captures], bool] | None
    anchor: int

    def words(self) -> frozenset[str]:
        return self.steps[self.anchor].words

    def kinds(self) -> frozenset[str]:
        return self.steps[self.anchor].kinds

    def compiled(self) -> Callable[[Analysis, int], Match | None]:
        """Return a function that tries the pattern with its anchor at a token."""
        bounds = [0, 0]

        def reached_start(text: Analysis, at: int, found: Captures) -> bool:
            bounds[0] = at
            return self.where is None or self.where(found)

        backwards: Then = reached_start
        for step in self.steps[: self.anchor]:
            backwards = step.backward(backwards)
        anchored = [0]

        def reached_end(text: Analysis, at: int, found: Captures) -> bool:
            bounds[1] = at
            return backwards(text, anchored[0], found)

        forwards = Row(self.steps[self.anchor :]).forward(reached_end)

        def tried(text: Analysis, at: int) -> Match | None:
            anchored[0] = at
            found: Captures = {}
            return Match(self, text, bounds[0], bounds[1], found) if forwards(text, at, found) else None

        return tried


def pattern(name: str, *pieces: Piece, where: Callable[[Captures], bool] | None = None) -> Pattern:
    """Return a pattern. Raises ValueError, with its name, where no step of it needs anything to be there."""
    steps = tuple(one for piece in pieces for one in _steps(piece))
    frequencies = [step.frequency for step in steps]
    if not steps or min(frequencies) == float("inf"):
        raise ValueError(f"the pattern “{name}” has no step that must be there: no word and no value")
    return Pattern(name, steps, where, frequencies.index(min(frequencies)))


def _steps(piece: Piece) -> Iterator[Step]:
    if isinstance(piece, str):
        yield from (Word(frozenset((word,))) for word in piece.split())
    else:
        yield Word(piece) if isinstance(piece, frozenset) else piece


def _one(pieces: Iterable[Piece]) -> Step:
    steps = tuple(one for piece in pieces for one in _steps(piece))
    return steps[0] if len(steps) == 1 else Row(steps)


def gap(most: int, but: Iterable[str] = (), *, across: bool = False) -> Step:
    """At most so many tokens of anything within the clause, none of them in `but`, nor a number unless `across`."""
    return Gap(most, frozenset(but), across)


def opt(*pieces: Piece) -> Step:
    """Steps that may be left out."""
    return Perhaps(_one(pieces))


def either(*ways: Piece) -> Step:
    """The first of some ways that leads on."""
    return AnyOf(tuple(_one((way,)) for way in ways))


def row(*pieces: Piece) -> Step:
    """Steps one after another, as one."""
    return _one(pieces)


def unless(*pieces: Piece) -> Step:
    """Steps that must not come next."""
    return Unless(_one(pieces))


def other(*words: str) -> Step:
    """One token that is none of these words."""
    return Other(frozenset(words))


def tagged(letters: str) -> Step:
    """One token with any of these parts of speech, by their letters."""
    return Tagged(letters)


def named(name: str, *pieces: Piece) -> Step:
    """Steps whose tokens are kept under a name."""
    return Captured(_one(pieces), name)


def value(name: str, *kinds: str, where: Callable[[Analysis, Any], bool] | None = None) -> Step:
    """A value of any of these kinds, kept under a name; `where` may refuse one by the words around it."""
    return ValueStep(frozenset(kinds), name, where)


def amount(name: str, where: Callable[[Analysis, Any], bool] | None = None) -> Step:
    """A number, a sum of money, a percentage or points, kept under a name."""
    return value(name, *AMOUNTS, where=where)


class Patterns:
    """Patterns filed under what each needs most; `matches` walks a text once for all of them."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_word: dict[str, list[Callable[[Analysis, int], Match | None]]] = {}
        self._by_kind: dict[str, list[Callable[[Analysis, int], Match | None]]] = {}
        for one in patterns:
            tried = one.compiled()
            for word in one.words():
                self._by_word.setdefault(word, []).append(tried)
            if not one.words():
                for kind in one.kinds():
                    self._by_kind.setdefault(kind, []).append(tried)

    def matches(self, text: Analysis, first: int = 0, past: int | None = None) -> Iterator[Match]:
        """Yield the matches, at most one for a pattern and a place of its anchor, between two tokens."""
        lower, by_word = text.tokens.table.lower, self._by_word
        past = len(text.tokens) if past is None else past
        for at, one in enumerate(text.tokens.ids[first:past], first):
            if lower[one] in by_word:
                yield from self._at(text, at, by_word[lower[one]])
        if not self._by_kind:
            return
        starting = text.values.starting
        for at in starting if past - first > len(starting) else range(first, past):
            if not (first <= at < past and at in starting):
                continue
            kinds = dict.fromkeys(value.kind for value in starting[at])
            tries = dict.fromkeys(tried for kind in kinds for tried in self._by_kind.get(kind, ()))
            yield from self._at(text, at, list(tries))

    def _at(self, text: Analysis, at: int, tries: list[Callable[[Analysis, int], Match | None]]) -> Iterator[Match]:
        for tried in tries:
            if match := tried(text, at):
                yield match
