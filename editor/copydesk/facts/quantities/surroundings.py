"""A number with a unit, and the words around it that show what it is."""

from __future__ import annotations

import msgspec

from copydesk.article import Span
from copydesk.facts.numbers import Number
from copydesk.text import Analysis, Tokens, lexicon
from copydesk.text.units import Unit, UnitForm

_NEAR = 14  # tokens that are looked at before and after
_HYPHENS = frozenset("-‐‑")
_OPENED = frozenset("([")


class Surroundings(msgspec.Struct, frozen=True):
    """A candidate for a quantity and the words before and after it.

    `first` and `past` are the tokens of the number right before the unit, the last one of a range.
    """

    text: Analysis
    number: Number
    form: UnitForm
    span: Span
    unit_span: Span
    first: int
    past: int
    title_case: bool = False
    compound: bool = False

    @property
    def unit(self) -> Unit:
        return self.form.unit

    @property
    def tokens(self) -> Tokens:
        return self.text.tokens

    @property
    def words(self) -> str:
        return self.text.tokens.words

    @property
    def unit_words(self) -> str:
        return self.words[self.unit_span.start : self.unit_span.end]

    @property
    def begins(self) -> int:
        """The index of its first token."""
        return self.tokens.at(self.span.start)

    @property
    def ends(self) -> int:
        """The index past its last token, and past a hyphen there."""
        past = self.tokens.at(self.span.end - 1) + 1
        return past + 1 if self.tokens.text_at(past) in _HYPHENS and not self.tokens.space(past) else past

    def earlier(self, back: int) -> str:
        """Return the token so many before it, in lower case: 1 is the one right before."""
        return self.tokens.lower(self.begins - back)

    def later(self, on: int) -> str:
        """Return the token so many after it, in lower case: 0 is the one right behind it or its hyphen."""
        return self.tokens.lower(self.ends + on)

    def is_before(self, name: str, *, skip: int = 0) -> bool:
        """Whether the next word is of a lexicon, or one after up to `skip` other words, without punctuation."""
        wanted, at = lexicon(name), self.ends
        for _ in range(skip + 1):
            lower = self.tokens.lower(at)
            if lower in wanted:
                return True
            if not lower[:1].isalnum():
                return False
            at += 1
            while self.tokens.text_at(at) in _HYPHENS or self.tokens.lower(at) == "'s":
                at += 1
        return False

    def opens_bracket(self, skip: int) -> bool:
        """Whether a bracket with a figure follows, after so many tokens: (about 1.5 m)."""
        at = self.ends + skip
        at += self.tokens.text_at(at) == "."
        if self.tokens.text_at(at) not in _OPENED:
            return False
        figure = self.tokens.text_at(at + 2 if self.tokens.lower(at + 1) == "about" else at + 1)
        return figure[:1].isdigit() or figure[:1] == "."

    def is_after(self, name: str, *, within: int = _NEAR, stops: str = "") -> bool:
        """Whether a word of a lexicon is among so many tokens before it, none of the `stops` between."""
        return self._any(name, range(self.begins - 1, self.begins - 1 - within, -1), stops)

    def is_near(self, name: str) -> bool:
        """Whether a word of a lexicon is beside it, on either side."""
        return self.is_after(name) or self._any(name, range(self.ends, self.ends + _NEAR), "")

    def _any(self, name: str, places: range, stops: str) -> bool:
        wanted = lexicon(name)
        for at in places:
            lower = self.tokens.lower(at)
            if lower in wanted:
                return True
            if not lower or lower in stops:
                return False
        return False
