"""Weaving prose out of a text with markup: what is seen, piece by piece, with the blanks a reader sees as one."""

from __future__ import annotations

import re

from copydesk.article.article import Kind, Part
from copydesk.article.edits import Span
from copydesk.article.prose import Chunk, Prose
from copydesk.article.source import Source, UnreadableSource

LONGEST_PART = 100_000  # code points; longer than any paragraph, and grammar engines stall beyond it

# Stands in prose for what is seen there and is nobody's copy: code, a template's tag. It is no letter, so rules
# that look at words pass over it, and yet the words on both its sides do not meet.
PLACEHOLDER = "\ufffc"

# The blanks that markup languages read as one space; others (no-break spaces) are characters like any.
_ODD_BLANK = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")


def collapsed(words: str) -> str:
    """Return words with their blanks as a reader of markup sees them: one space each, none at the ends."""
    return _ODD_BLANK.sub(" ", words).strip(" ")


class Weaver:
    """Collects the prose of one part from stretches of `text` in their order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen: list[str] = []
        self._chunks: list[Chunk] = []
        self._length = 0
        self._in_step = False  # whether the last chunk is as long in prose as in the text, and so may grow
        self._ends_blank = True  # blanks at the very beginning are not seen

    def verbatim(self, start: int, end: int) -> None:
        """Add the text from `start` to `end` as it stands, runs of blanks as one space."""
        position = start
        for blank in _ODD_BLANK.finditer(self._text, start, end):
            self._run(position, blank.start())
            self.blank(*blank.span())
            position = blank.end()
        self._run(position, end)

    def _run(self, start: int, end: int) -> None:
        if start < end and self._ends_blank and self._text[start] == " ":
            start += 1
        if start < end:
            self._add(self._text[start:end], start, end)

    def blank(self, start: int, end: int) -> None:
        """Add what is seen as a space, unless one is there already."""
        if not self._ends_blank:
            self._add(" ", start, end)

    def shown(self, seen: str, start: int, end: int) -> None:
        """Add what the text from `start` to `end` shows: `&amp;` as &."""
        if seen:
            self._add(seen, start, end)

    def _add(self, seen: str, start: int, end: int) -> None:
        in_step = len(seen) == end - start
        if in_step and self._in_step and self._chunks[-1].end == start:
            self._chunks[-1] = self._chunks[-1]._replace(end=end)
        else:
            self._chunks.append(Chunk(self._length, start, end))
            self._in_step = in_step
        self._seen.append(seen)
        self._length += len(seen)
        self._ends_blank = seen[-1] == " "

    def prose(self, escapes: tuple[tuple[str, str], ...] = ()) -> Prose | None:
        """Return what was woven, without a space at its end; None if there are no words in it."""
        words = "".join(self._seen)
        if not words.strip(f" \xa0{PLACEHOLDER}"):
            return None
        chunks = self._chunks
        if self._ends_blank:
            words = words[:-1]
            last = chunks.pop()
            if last.prose < len(words):
                chunks.append(last._replace(end=last.end - 1))
        return Prose(words, tuple(chunks), escapes)


def part_of(kind: Kind, prose: Prose, level: int = 0) -> Part:
    """Return the part that some prose is; its span goes from its first word to its last."""
    return Part(kind, Span(prose.chunks[0].start, prose.chunks[-1].end), prose, level)


def refuse_endless(source: Source, start: int, length: int, what: str = "paragraph") -> None:
    """Raise UnreadableSource if what begins at `start` is longer than any paragraph can be."""
    if length > LONGEST_PART:
        line, _ = source.locate(start)
        raise UnreadableSource(
            f"{source.name}:{line}: this {what} has {length:,} characters, more than any paragraph "
            f"(at most {LONGEST_PART:,}); break it into paragraphs"
        )
