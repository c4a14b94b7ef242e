"""Graphemes: what a reader takes for one character, however many code points it is written with."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk.patterns import pattern

if TYPE_CHECKING:
    import regex

# Code points that never join one another: Latin, Greek, Cyrillic, punctuation, signs, Chinese, Japanese.
_ALONE = pattern(
    r"[\x00-\x0c\x0e-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf"
    r"\u2100-\u2bff\u3000-\u3029\u3041-\u3098\u30a0-\u30ff\u3400-\u9fff]*"
)

# Code points before a border that are looked at. UAX #15, “Stream-Safe Text Format”, allows 30 marks on one letter;
# to look back over a run of thousands at each place in it would take the square of their number.
_LONGEST = 128


def is_border(text: str, offset: int) -> bool:
    """Whether a grapheme ends, or none has begun, at a code point of a text."""
    if not 0 < offset < len(text) or _joins_none(text, offset):
        return True
    start = offset - 1
    while start > offset - _LONGEST and start and not _joins_none(text, start):
        start -= 1
    for grapheme in _graphemes().finditer(text, start, offset + 1):
        if grapheme.end() >= offset:
            return grapheme.end() == offset
    return True


def graphemes(text: str) -> list[str]:
    """Return the graphemes of a text, in order."""
    return _graphemes().findall(text)


def outwards(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span that holds whole graphemes: all those that the one given holds something of."""
    if start < end:
        while not is_border(text, start):
            start -= 1
        while not is_border(text, end):
            end += 1
    return start, end


def _joins_none(text: str, offset: int) -> bool:
    return _ALONE.fullmatch(text, offset - 1, offset + 1) is not None


@cache
def _graphemes() -> regex.Pattern[str]:
    import regex  # late: hardly any article needs it

    return regex.compile(r"\X")
