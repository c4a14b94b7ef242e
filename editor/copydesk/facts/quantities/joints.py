"""What is between two quantities of which one may convert the other: brackets, commas, dashes, “or”, and hedges."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.article import Span
from copydesk.text import Tokens, analysis_of, lexicon

_HYPHENS, _DASHES = frozenset("-‐‑"), frozenset("-–—")
_OPENED, _CLOSED = frozenset("(["), frozenset(")]")
_COMPASS = frozenset("north south east west northeast northwest southeast southwest".split())
_SIZES = frozenset("length width height depth diameter size area weight".split())
_NO_THINGS = frozenset("it which them that this the".split())
_EQUALS = frozenset("= ≈ is are equals equal being".split())
_CLOSES_EQUALS = frozenset((*".,;:)]", "", "and", "or", "so", "in"))
_HEDGES = frozenset(
    "or about around approximately approx roughly nearly almost over just under exactly some circa c ca ~ ≈ ∼ = "
    "i.e between from".split()
)
_SHORTENED = frozenset(("approx", "ca", "c", "e", "i.e"))  # which a full stop may follow, or a comma
_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "slightly more than|slightly less than|the equivalent of|more than|less than|at least|an estimated|well over"
        "|well under|close to|up to|equal to|equivalent to|equivalent of|as much as|as many as|as little as|as far as"
        "|as high as|as low as|the same as|i . e"
    ).split("|")
)


class Joint:
    """The tokens between two quantities, and behind the second."""

    def __init__(self, words: str, first: Span, second: Span) -> None:
        self.tokens: Tokens = analysis_of(words).tokens
        self.at = self.tokens.at(first.end - 1) + 1
        self.second = self.tokens.at(second.start)
        self.past = self.tokens.at(second.end - 1) + 1

    def opens(self, *, bare: bool = False) -> str:
        """Return the bracket in which the second is, with no more than hedges; "" if it is in none."""
        for at in (self.at,) if bare else self._past_dimensions(self.at):
            at += self.tokens.text_at(at) in _HYPHENS and not self.tokens.space(at)
            if self.tokens.text_at(at) in _OPENED and self._is_hedge(at + 1):
                return self.tokens.text(at)
        return ""

    def closes(self) -> bool:
        """Whether the second is all there is in a bracket, or something like it follows: 5 km), 5 km wide; 3 or."""
        for at in self._past_dimensions(self.past):
            if self._closes_at(at) or self.tokens.lower(at) == "or":
                return True
            following = self.tokens.text_at(at + 1)[:1]
            if self.tokens.text_at(at) in (",", ";", "/") and (following.isalnum() or following in (".", "~")):
                return not following.isupper()
        return False

    def closes_bare(self) -> bool:
        """Whether a bracket closes right behind the second."""
        return self._closes_at(self.past)

    def _closes_at(self, at: int) -> bool:
        at += self.tokens.text_at(at) in _HYPHENS and not self.tokens.space(at)
        return self.tokens.text_at(at) in _CLOSED

    def is_slash(self) -> bool:
        """Whether a slash is between them: 450F/232C."""
        return self.tokens.text_at(self.at) in ("/", "=") and self._is_hedge(self.at + 1)

    def is_or(self) -> bool:
        return self.tokens.lower(self.at) == "or" and self._is_hedge(self.at + 1)

    def is_comma_or(self) -> bool:
        """Whether “, or” is between them, or “, i.e.”."""
        for at in self._past_dimensions(self.at):
            said = self.tokens.lower(at + 1)
            if self.tokens.text_at(at) == "," and said in ("or", "i.e", "i.e.", "i", "equivalent"):
                return self._is_hedge(at + 1)
        return False

    def goes_on(self) -> bool:
        """Whether a comma, a semicolon, a slash or “or” is between them, as in a bracket with several units."""
        comma = self.tokens.text_at(self.at) in (",", ";", "/")
        return (comma or self.tokens.lower(self.at) == "or") and self._is_hedge(self.at + 1)

    def is_set_off(self, mark: str) -> bool:
        """Whether a mark is on both sides of the second: “dash”, “comma”, or “semicolon”."""
        if mark == "semicolon":
            return self.tokens.text_at(self.at) == ";" and self._is_hedge(self.at + 1) and self.closes()
        past = self._past_dash if mark == "dash" else self._past_comma
        opened = any((after := past(at)) and self._is_hedge(after) for at in self._past_dimensions(self.at))
        if not opened:
            return False
        if mark == "dash":
            return any(self._past_dash(at) for at in self._past_dimensions(self.past))
        return any(self._ends_at(at) for at in self._past_dimensions(self.past))

    def is_aside(self) -> bool:
        """Whether nothing else is between two dashes, or between commas and an “about”."""
        if after := self._past_dash(self.at):
            words = range(after, self.second)
            said = len(words) <= 3 and all(self.tokens.text(at).islower() for at in words)
        else:
            about = frozenset(("about", "around", "approximately", "roughly", "some"))
            said = self.tokens.text_at(self.at) == "," and self.second == self.at + 2
            said = said and self.tokens.lower(self.at + 1) in about
        return said and (self._past_dash(self.past) > 0 or self.tokens.text_at(self.past) == ",")

    def is_equation(self) -> bool:
        """Whether it says that one is the other: a mile is 1.6 kilometers."""
        if self.tokens.lower(self.at) not in _EQUALS or self.tokens.lower(self.past) not in _CLOSES_EQUALS:
            return False
        return self._is_hedge(self.at + 1)

    def _ends_at(self, at: int) -> bool:
        stopped = at + (self.tokens.text_at(at) in (",", ";", "."))
        return at >= len(self.tokens) or stopped >= len(self.tokens) or self.tokens.space(stopped) > 0

    def _past_comma(self, at: int) -> int:
        return at + 1 if self.tokens.text_at(at) == "," else 0

    def _past_dash(self, at: int) -> int:
        """Return the index past a dash that parts thoughts: spaced, long, or of two hyphens; 0 if there is none."""
        text = self.tokens.text_at(at)
        if text not in _DASHES:
            return 0
        doubled = self.tokens.text_at(at + 1) in _DASHES and not self.tokens.space(at + 1)
        after = at + 1 + doubled
        spaced = self.tokens.space(at) > 0 and self.tokens.space(after) > 0
        return after if spaced or doubled or text == "—" else 0

    def _is_hedge(self, at: int) -> bool:
        """Whether nothing but hedges is from a token to the second quantity: about, or more than."""
        while at < self.second:
            lower = self.tokens.lower
            phrase = next((p for p in _PHRASES if all(lower(at + i) == word for i, word in enumerate(p))), ())
            if phrase:
                at += len(phrase)
            elif lower(at).rstrip(".") in _HEDGES:
                at += 1
            else:
                return False
            if lower(at - 1).rstrip(".") in _SHORTENED and self.tokens.text_at(at) in (".", ","):
                at += 1
        return at == self.second

    def _past_dimensions(self, at: int) -> Iterator[int]:
        """Yield an index, and those past what says which way it lies: long, in width, north of Kyiv, of ore."""
        yield at
        tokens = self.tokens
        at += tokens.text_at(at) in _HYPHENS and not tokens.space(at)
        lower, following = tokens.lower(at), tokens.lower(at + 1)
        if lower in lexicon("direction"):
            yield at + 1
        elif (lower == "or" and following in ("so", "more")) or (lower == "in" and following in _SIZES):
            yield at + 2
        elif lower == "of" and following.isalpha() and following not in _NO_THINGS and tokens.text(at + 1).islower():
            yield at + 2
            if tokens.text_at(at + 2).islower():
                yield at + 3
        else:
            yield from self._past_compass(at + 2 if (lower, following) == ("to", "the") else at)

    def _past_compass(self, at: int) -> Iterator[int]:
        """Yield the indexes past “south-southwest of Mossel Bay”."""
        tokens, begins = self.tokens, at
        while tokens.lower(at) in _COMPASS or (at > begins and tokens.text_at(at) in _HYPHENS):
            at += 1
        if at == begins:
            return
        yield at
        if tokens.lower(at) == "of":
            yield from range(at + 2, at + 6)
