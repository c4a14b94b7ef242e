"""The words of a headline, with what bears on their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.facts import marks
from copydesk.rules import Part, Span, pattern
from copydesk_rules.headline._capitals import TOKEN

_BEGINS_ANEW = pattern(r"(?:[:!?—–|…]|[a-z\d]{2}\.|\s-)[”\"’')\]]*\s*[“\"‘'(\[]*$")
_NO_WORD = pattern(r"(?:[@#/\d.]|www\.|https?:)$")
_FIGURE = pattern(r"\d\s$")
_LONGEST_UNIT = 3  # letters


class Word(NamedTuple):
    """A word of the headline. `anew` says that it stands first, or first behind a colon, a dash, a question mark.

    `quoted` says that it stands in quotation marks, where a title of a work has its own capitals; `numbered` that a
    figure follows: Category 3.
    """

    text: str
    span: Span
    anew: bool
    quoted: bool
    first: bool
    last: bool
    numbered: bool

    @property
    def shouted(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @property
    def has_inner_capital(self) -> bool:
        return any(piece[1:] != piece[1:].lower() for piece in self.text.split("-")) and not self.shouted


def words_of(part: Part) -> Iterator[Word]:
    """Yield the words of a headline, without handles, addresses and units."""
    text = part.words
    read = marks.read(text)
    quoted, cut = marks.outermost(read), {place + 1 for place in read.apostrophes}  # rock ’n’ roll
    found = [m for m in TOKEN.finditer(text) if m.start() not in cut and not _is_no_word(text, m)]
    for number, match in enumerate(found):
        span = Span(*match.span())
        first = number == 0 and not any(map(str.isalnum, text[: span.start]))
        yield Word(
            match.group(),
            span,
            first or _BEGINS_ANEW.search(text, max(0, span.start - 12), span.start) is not None,
            any(quotation.contains(span) for quotation in quoted),
            first,
            number == len(found) - 1 and not any(map(str.isalnum, text[span.end :])),
            text[span.end + 1 : span.end + 2].isdigit(),
        )


def _is_no_word(text: str, match: re.Match[str]) -> bool:
    """Whether this is a handle, an address or a unit (5 km, 3 pm)."""
    before = max(0, match.start() - 8)
    if _NO_WORD.search(text, before, match.start()) or text[match.end() : match.end() + 1] in ("/", "@"):
        return True
    short = len(match.group()) <= _LONGEST_UNIT and match.group().islower()
    return short and _FIGURE.search(text, before, match.start()) is not None


def in_capitals(words: Sequence[Word]) -> bool:
    """Whether a headline is in capitals throughout."""
    return len(words) > 2 and sum(word.text.isupper() for word in words) > 0.7 * len(words)


def capitalised(word: str) -> str:
    """Return a word with its first letter a capital."""
    first = word[0].upper()
    return (first if len(first) == 1 else word[0]) + word[1:]
