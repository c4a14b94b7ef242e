"""Edits: replacing spans of a text, all together or not at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, `start <= end`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point, or one is an empty span strictly inside the other."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points from `start` to `end` (exclusive) by `text`."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class OverlappingEdits(ValueError):
    """Two edits of one set touch the same words, or one lies outside the text."""


def ordered(edits: Iterable[Edit], length: int) -> list[Edit]:
    """Sort a set of edits by position.

    Two insertions at one place are kept in the order given; an edit may begin where another ends.
    Raises OverlappingEdits if two edits overlap or one lies outside a text of `length` code points.
    """
    result = sorted(edits, key=lambda edit: (edit.start, edit.end))
    position = 0
    for edit in result:
        if edit.start < position or edit.end < edit.start:
            raise OverlappingEdits(f"the edit at {edit.start} overlaps the one before it")
        position = edit.end
    if position > length:
        raise OverlappingEdits(f"the edit at {result[-1].start} lies outside the text ({length} characters)")
    return result


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with all edits made. Raises OverlappingEdits and then changes nothing."""
    pieces: list[str] = []
    position = 0
    for edit in ordered(edits, len(text)):
        pieces += (text[position : edit.start], edit.text)
        position = edit.end
    pieces.append(text[position:])
    return "".join(pieces)


def inverse(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits that turn `apply(text, edits)` back into `text`."""
    result: list[Edit] = []
    shift = 0
    for edit in ordered(edits, len(text)):
        start = edit.start + shift
        result.append(Edit(start, start + len(edit.text), text[edit.start : edit.end]))
        shift += len(edit.text) - (edit.end - edit.start)
    return result


class PositionMap:
    """Carries positions in a text over a set of edits to the text that they make."""

    def __init__(self, edits: Sequence[Edit], length: int) -> None:
        self._edits = ordered(edits, length)
        self._starts = [edit.start for edit in self._edits]
        self._shifts: list[int] = []  # how far text behind the edit of this index has moved
        shift = 0
        for edit in self._edits:
            shift += len(edit.text) - (edit.end - edit.start)
            self._shifts.append(shift)

    def position(self, offset: int, *, after: bool = False) -> int:
        """Map one offset. Inside replaced words it goes to their replacement's start, or end if `after`.

        At the very place of an insertion it stays before the inserted words unless `after`.
        """
        index = bisect_right(self._starts, offset) - 1
        while index >= 0:
            edit = self._edits[index]
            inside = edit.start <= offset < edit.end or offset == edit.start == edit.end
            if not inside:
                return offset + self._shifts[index]
            if offset == edit.start and not after:
                index -= 1  # right before this edit: only what stands earlier moves it
                continue
            moved = self._shifts[index] + edit.end
            return moved if after else moved - len(edit.text)
        return offset

    def span(self, span: Span) -> Span | None:
        """Map a span that no edit touches; None if its words were changed.

        An insertion right before or right behind leaves the span alone.
        """
        for edit in self._edits:
            if edit.span.overlaps(span) or edit.span == span:
                return None
        start = self.position(span.start, after=True)
        return Span(start, start + (span.end - span.start))
