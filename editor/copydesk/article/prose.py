"""Prose: a part's words as a reader sees them, and where each of them stands in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.article.edits import Span
from copydesk.lazily import cached_property

Escapes = tuple[tuple[str, str], ...]


class Chunk(NamedTuple):
    """A run of prose and its place in the text.

    Where both have the same length they run in step; otherwise (`&#287;` read as ğ, a line end with
    indentation read as a space) the run is indivisible.
    """

    prose: int
    start: int
    end: int


@dataclass(frozen=True)
class Prose:
    """Words with a map to the text. `chunks` are in order, and the first begins at prose offset 0.

    Markup between chunks (`**`, tags) belongs to the text alone. `escapes` says how characters that would be
    markup here are written in the text: `'` as `''` in a quoted front-matter value.
    """

    words: str
    chunks: tuple[Chunk, ...]
    escapes: Escapes = ()

    @classmethod
    def verbatim(cls, text: str, start: int, end: int) -> Prose:
        """Prose that is the text from `start` to `end` itself."""
        return cls(text[start:end], (Chunk(0, start, end),))

    @classmethod
    def joined(cls, pieces: list[tuple[str, int, int]]) -> Prose:
        """Prose made of pieces: what the reader sees, and the text's span that shows it."""
        chunks, length = [], 0
        for seen, start, end in pieces:
            if seen:
                chunks.append(Chunk(length, start, end))
                length += len(seen)
        return cls("".join(seen for seen, _, _ in pieces), tuple(chunks))

    @cached_property
    def shift(self) -> int | None:
        """How much larger offsets into the text are, if it is the same everywhere, as in plain text."""
        if len(self.chunks) == 1 and self.chunks[0].end - self.chunks[0].start == len(self.words):
            return self.chunks[0].start
        return None

    @cached_property
    def _starts(self) -> list[int]:
        return [chunk.prose for chunk in self.chunks]

    @cached_property
    def _ends(self) -> list[int]:
        return [chunk.end for chunk in self.chunks]

    def _to_text(self, offset: int, *, end: bool) -> int:
        index = bisect_right(self._starts, offset) - 1
        chunk = self.chunks[index]
        following = self.chunks[index + 1].prose if index + 1 < len(self.chunks) else len(self.words)
        if following - chunk.prose == chunk.end - chunk.start:
            return chunk.start + (offset - chunk.prose) + (1 if end else 0)
        return chunk.end if end else chunk.start

    def span(self, start: int, end: int) -> Span:
        """Return the text's span of the prose from `start` to `end` (code points).

        An empty span is an insertion: it goes behind the words before it. Raises IndexError outside the prose.
        """
        if not 0 <= start <= end <= len(self.words):
            raise IndexError(f"{start}–{end} is outside a part of {len(self.words)} characters")
        if self.shift is not None:
            return Span(start + self.shift, end + self.shift)
        if not self.chunks:
            raise IndexError("the part is empty")
        if start == end:
            place = self._to_text(start - 1, end=True) if start else self._to_text(0, end=False)
            return Span(place, place)
        return Span(self._to_text(start, end=False), self._to_text(end - 1, end=True))

    def pieces(self, start: int, end: int) -> list[tuple[str, int, int]]:
        """Return the pieces that `joined` makes the prose from `start` to `end` of."""
        found = []
        limits = [*self._starts[1:], len(self.words)]
        first = max(0, bisect_right(self._starts, start) - 1)
        for chunk, limit in zip(self.chunks[first:], limits[first:], strict=True):
            if chunk.prose >= end:
                break
            low, high = max(chunk.prose, start), min(limit, end)
            if low < high:
                found.append((self.words[low:high], *self.span(low, high)))
        return found

    def shows(self, span: Span) -> bool:
        """Whether any of the text's code points in a span are prose."""
        index = bisect_right(self._ends, span.start)
        return index < len(self.chunks) and self.chunks[index].start < span.end

    @property
    def stretches(self) -> Iterator[tuple[Chunk, int]]:
        """The chunks, and where in the prose each of them ends."""
        return zip(self.chunks, (*self._starts[1:], len(self.words)), strict=True)

    def written(self, words: str) -> str:
        """Return words as they are written in the text at this place."""
        return words.translate({ord(mark): escape for mark, escape in self.escapes}) if self.escapes else words

    def offset(self, position: int) -> int:
        """Return the prose offset of the text's code point `position`, or of the next one that is prose."""
        if self.shift is not None:
            return min(max(position - self.shift, 0), len(self.words))
        index = bisect_right(self._ends, position)  # the first chunk that ends behind the position
        if index == len(self.chunks):
            return len(self.words)
        chunk = self.chunks[index]
        following = self.chunks[index + 1].prose if index + 1 < len(self.chunks) else len(self.words)
        if position <= chunk.start or following - chunk.prose != chunk.end - chunk.start:
            return chunk.prose
        return chunk.prose + position - chunk.start
