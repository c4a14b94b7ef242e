"""An article's parts as the texts that LanguageTool is sent, and its places in them as places in the parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from copydesk.article import Part, Span

_BETWEEN = "\n\n"  # what LanguageTool takes for the end of a paragraph
_MOST = 10_000  # characters sent at once: what comes back, and is read again after a change, in a tenth of a second
_LONGEST_SENTENCE = 6_000  # characters; LanguageTool's time grows with the square of it


@dataclass(frozen=True)
class Piece:
    """A text to send. `starts` are where its parts begin in it, `first` the number of the first of them."""

    text: str
    first: int
    starts: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, Span] | None:
        """Return the number of the part that a span (code points) is in, and the span in it; None if in no one."""
        index = bisect_right(self.starts, start) - 1
        behind = self.starts[index + 1] - len(_BETWEEN) if index + 1 < len(self.starts) else len(self.text)
        begins = self.starts[index]
        return (self.first + index, Span(start - begins, end - begins)) if end <= behind else None


def grouped(parts: Sequence[Part]) -> list[Sequence[Part]]:
    """Return neighbouring parts in groups, each as long as may be sent at once."""
    groups: list[list[Part]] = []
    length = 0
    for part in parts:
        if not groups or length + len(part.words) > _MOST:
            groups.append([])
            length = 0
        groups[-1].append(part)
        length += len(part.words) + len(_BETWEEN)
    return list(groups)


def pieces(parts: Sequence[Part]) -> tuple[list[Piece], list[str]]:
    """Return what to send for some parts, and a line for each sentence that is too long to send whole."""
    found: list[Piece] = []
    notices: list[str] = []
    first = 0
    for group in grouped(parts):
        cut = [cut_to_size(part) for part in group]
        notices += (
            f"a sentence of {length:,} characters was cut: grammar was checked in the first {_LONGEST_SENTENCE:,}"
            for _, lost in cut
            for length in lost
        )
        found.append(_piece([words for words, _ in cut], first))
        first += len(group)
    return found, notices


def cut_to_size(part: Part) -> tuple[str, list[int]]:
    """Return a part's words, those of endless sentences blanked out past the first, and how long these are.

    What is taken out leaves line ends of the same length, so that all places stay.
    """
    words = part.words
    if len(words) <= _LONGEST_SENTENCE:
        return words, []
    kept: list[str] = []
    lost: list[int] = []
    at = 0
    for start, end in part.sentences:
        if end - start > _LONGEST_SENTENCE:
            stop = words.rfind(" ", start, start + _LONGEST_SENTENCE)
            stop = stop if stop > start else start + _LONGEST_SENTENCE
            kept += (words[at:stop], "\n" * (end - stop))
            lost.append(end - start)
            at = end
    return "".join((*kept, words[at:])), lost


def _piece(texts: Sequence[str], first: int) -> Piece:
    starts = accumulate((len(text) + len(_BETWEEN) for text in texts[:-1]), initial=0)
    return Piece(_BETWEEN.join(texts), first, tuple(starts))


class Units:
    """Converts offsets that count UTF-16 units, as Java does, to code points."""

    def __init__(self, text: str) -> None:
        # Code points from 0x10000 on take two units; `_astral` are the units that each of them begins at.
        places = [] if text.isascii() else [index for index, letter in enumerate(text) if letter > "\uffff"]
        self._astral = [index + number for number, index in enumerate(places)]

    def points(self, units: int) -> int:
        """Return the code point that begins at, or holds, a unit."""
        return units - bisect_left(self._astral, units)

    def units(self, points: int) -> int:
        """Return the unit that a code point begins at."""
        units = points
        for astral in self._astral:
            if astral >= units:
                break
            units += 1
        return units
