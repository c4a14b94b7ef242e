"""The steps that a pattern is made of: words, values, gaps, and what may or may not be there.

Each step compiles to a closure that goes on to the next, forwards or backwards, and comes back to try another way
where that fails. `Then` is what follows: it takes the analysis, the place it has come to, and what was captured.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.text.analysis import Analysis
from copydesk.text.values import Value
from copydesk.text.words import STOP

Captures = dict[str, Any]
Then = Callable[[Analysis, int, Captures], bool]

# How often, in a thousand words of news, something occurs that a pattern can be filed under. Only the order matters.
_COMMON = {
    "the": 60, "of": 28, "to": 27, "a": 24, "in": 22, "and": 25, "for": 10, "on": 9, "that": 10, "is": 9, "was": 9,
    "with": 7, "by": 7, "at": 6, "from": 5, "as": 6, "an": 4, "be": 5, "are": 4, "has": 4, "have": 4, "it": 8,
    "or": 3, "but": 4, "not": 3, "its": 3, "his": 3, "their": 3, "than": 2, ",": 55, ".": 45, "(": 4, "-": 12,
    "more": 2, "up": 1.5, "over": 1, "after": 2, "about": 1.5, "one": 2, "two": 1.5, "years": 1, "year": 1.5,
}  # fmt: skip
_RARE = 0.05
_KINDS = {"number": 25.0, "money": 3.0, "percent": 2.0, "points": 0.1, "year": 4.0, "date": 2.0, "duration": 4.0}


@dataclass(frozen=True, eq=False)
class Step(ABC):
    """One step. `words` or `kinds` is what it cannot do without, where there is something."""

    @property
    def words(self) -> frozenset[str]:
        return frozenset()

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset()

    @property
    def frequency(self) -> float:
        """How often in a thousand words it may begin to match; infinite where it needs nothing."""
        if self.words:
            return sum(_COMMON.get(word, _RARE) for word in self.words)
        return sum(_KINDS.get(kind, 0.5) for kind in self.kinds) or float("inf")

    @abstractmethod
    def forward(self, then: Then) -> Then: ...

    @abstractmethod
    def backward(self, then: Then) -> Then: ...


@dataclass(frozen=True, eq=False)
class Word(Step):
    """One token that is any of some words, in lower case."""

    any_of: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        return self.any_of

    def forward(self, then: Then) -> Then:
        wanted = self.any_of

        def go(text: Analysis, at: int, found: Captures) -> bool:
            return text.tokens.lower(at) in wanted and then(text, at + 1, found)

        return go

    def backward(self, then: Then) -> Then:
        wanted = self.any_of

        def go(text: Analysis, at: int, found: Captures) -> bool:
            return text.tokens.lower(at - 1) in wanted and then(text, at - 1, found)

        return go


@dataclass(frozen=True, eq=False)
class Other(Step):
    """One token that is none of some words, or the edge of the text."""

    none_of: frozenset[str]

    def forward(self, then: Then) -> Then:
        def go(text: Analysis, at: int, found: Captures) -> bool:
            return text.tokens.lower(at) not in self.none_of and then(text, at + 1, found)

        return go

    def backward(self, then: Then) -> Then:
        def go(text: Analysis, at: int, found: Captures) -> bool:
            return text.tokens.lower(at - 1) not in self.none_of and then(text, at - 1, found)

        return go


@dataclass(frozen=True, eq=False)
class Tagged(Step):
    """One token whose part of speech is one of some letters (see `parts_of_speech`); "." at the edge of the text."""

    letters: str

    def forward(self, then: Then) -> Then:
        def go(text: Analysis, at: int, found: Captures) -> bool:
            return text.phrases.tag(at) in self.letters and then(text, at + 1, found)

        return go

    def backward(self, then: Then) -> Then:
        def go(text: Analysis, at: int, found: Captures) -> bool:
            return text.phrases.tag(at - 1) in self.letters and then(text, at - 1, found)

        return go


@dataclass(frozen=True, eq=False)
class ValueStep(Step):
    """A value of some kinds, kept under a name; the longest reading is tried first."""

    any_kind: frozenset[str]
    name: str = ""
    where: Callable[[Analysis, Any], bool] | None = None

    @property
    def kinds(self) -> frozenset[str]:
        return self.any_kind

    def _takes(self, text: Analysis, value: Value) -> bool:
        return value.kind in self.any_kind and (self.where is None or self.where(text, value))

    def forward(self, then: Then) -> Then:
        def go(text: Analysis, at: int, found: Captures) -> bool:
            for value in reversed(text.values.starting.get(at, ())):
                if self._takes(text, value) and _with(found, self.name, value, then, text, value.past):
                    return True
            return False

        return go

    def backward(self, then: Then) -> Then:
        def go(text: Analysis, at: int, found: Captures) -> bool:
            for value in text.values.ending.get(at, ()):
                if self._takes(text, value) and _with(found, self.name, value, then, text, value.first):
                    return True
            return False

        return go


def _with(found: Captures, name: str, what: Any, then: Then, text: Analysis, at: int) -> bool:
    """Go on with something captured, and forget it again where that fails."""
    if not name:
        return then(text, at, found)
    before = found.get(name)
    found[name] = what
    if then(text, at, found):
        return True
    if before is None:
        del found[name]
    else:
        found[name] = before
    return False


@dataclass(frozen=True, eq=False)
class Gap(Step):
    """At most `most` tokens of anything within the clause: no stop, colon, semicolon or bracket, nor `but` words.

    Nor does it pass over a number, unless it may go `across` them.
    """

    most: int
    but: frozenset[str] = frozenset()
    across: bool = False

    def forward(self, then: Then) -> Then:
        def go(text: Analysis, at: int, found: Captures) -> bool:
            last = min(at + self.most, len(text.tokens))
            while not then(text, at, found):
                if at >= last or self._breaks(text, at):
                    return False
                at += 1
            return True

        return go

    def backward(self, then: Then) -> Then:
        def go(text: Analysis, at: int, found: Captures) -> bool:
            last = max(at - self.most, 0)
            while not then(text, at, found):
                if at <= last or self._breaks(text, at - 1):
                    return False
                at -= 1
            return True

        return go

    def _breaks(self, text: Analysis, at: int) -> bool:
        lower = text.tokens.lower(at)
        if not self.across and at in text.values.inside_numbers:
            return True
        return lower in _BREAKS or lower in self.but or (text.tokens.kinds[at] == STOP[0] and len(lower) == 1)


_BREAKS = frozenset(";:()[]…—") | {"...", '"', "“", "”"}


@dataclass(frozen=True, eq=False)
class Row(Step):
    """Steps one after another."""

    steps: tuple[Step, ...]

    def forward(self, then: Then) -> Then:
        for step in reversed(self.steps):
            then = step.forward(then)
        return then

    def backward(self, then: Then) -> Then:
        for step in self.steps:
            then = step.backward(then)
        return then


@dataclass(frozen=True, eq=False)
class AnyOf(Step):
    """The first of several ways that leads on."""

    ways: tuple[Step, ...]

    @property
    def words(self) -> frozenset[str]:
        return (
            frozenset().union(*(way.words for way in self.ways))
            if all(way.words for way in self.ways)
            else frozenset()
        )

    def forward(self, then: Then) -> Then:
        return _any([way.forward(then) for way in self.ways])

    def backward(self, then: Then) -> Then:
        return _any([way.backward(then) for way in self.ways])


def _any(ways: Sequence[Then]) -> Then:
    def go(text: Analysis, at: int, found: Captures) -> bool:
        return any(way(text, at, found) for way in ways)

    return go


@dataclass(frozen=True, eq=False)
class Perhaps(Step):
    """A step that may be left out; it is tried with it first."""

    step: Step

    def forward(self, then: Then) -> Then:
        return _any([self.step.forward(then), then])

    def backward(self, then: Then) -> Then:
        return _any([self.step.backward(then), then])


@dataclass(frozen=True, eq=False)
class Unless(Step):
    """What must not come next; in itself it takes no room."""

    step: Step

    def forward(self, then: Then) -> Then:
        there = self.step.forward(_reached)

        def go(text: Analysis, at: int, found: Captures) -> bool:
            return not there(text, at, {}) and then(text, at, found)

        return go

    backward = forward  # it looks ahead, whichever way the pattern is walked


def _reached(text: Analysis, at: int, found: Captures) -> bool:
    return True


@dataclass(frozen=True, eq=False)
class Captured(Step):
    """A step whose tokens are kept under a name, as (first, past)."""

    step: Step
    name: str

    @property
    def words(self) -> frozenset[str]:
        return self.step.words

    @property
    def kinds(self) -> frozenset[str]:
        return self.step.kinds

    def forward(self, then: Then) -> Then:
        def go(text: Analysis, first: int, found: Captures) -> bool:
            def keep(text: Analysis, past: int, found: Captures) -> bool:
                return _with(found, self.name, (first, past), then, text, past)

            return self.step.forward(keep)(text, first, found)

        return go

    def backward(self, then: Then) -> Then:
        def go(text: Analysis, past: int, found: Captures) -> bool:
            def keep(text: Analysis, first: int, found: Captures) -> bool:
                return _with(found, self.name, (first, past), then, text, first)

            return self.step.backward(keep)(text, past, found)

        return go
