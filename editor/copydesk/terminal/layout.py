"""Where the words stand on the page: lines broken into rows, with a way back from every cell to the text.

Pure: no screen. Offsets are code points of the text, always.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len

from copydesk.article import Span
from copydesk.session.work import Block
from copydesk.terminal.glyphs import visible

# A word with the blanks behind it, or a part of one up to a hyphen or dash inside. No-break spaces hold.
_BLANKS = r" \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_TOKEN = re.compile(rf"[^{_BLANKS}]+?(?:(?<=\w)[-–—](?=\w)|(?=[{_BLANKS}]|\Z))[{_BLANKS}]*|[{_BLANKS}]+")


def breaks(shown: str, width: int) -> list[int]:
    """Return where rows of at most `width` cells begin in `shown`; the first begins at 0.

    Rows end behind blanks, which may hang over the edge, or behind a hyphen; a word too long for a row is cut.
    """
    if len(shown) <= width and shown.isascii():
        return [0]
    ascii_only = shown.isascii()
    starts, column = [0], 0
    for match in _TOKEN.finditer(shown):
        token = match.group()
        word = token.rstrip()
        cells = len(word) if ascii_only else cell_len(word)
        if column and column + cells > width:
            starts.append(match.start())
            column = 0
        if cells > width:
            cuts, column = _cut(word, width)
            starts += (match.start() + cut for cut in cuts)
        else:
            column += cells
        column += len(token) - len(word)
    return starts


def _cut(word: str, width: int) -> tuple[list[int], int]:
    """Cut a word longer than a row; returns where, and how many cells the last piece takes."""
    cuts, column = [], 0
    for index, character in enumerate(word):
        cells = cell_len(character)
        if column + cells > width and column:
            cuts.append(index)
            column = 0
        column += cells
    return cuts, column


class Insertion(NamedTuple):
    """Words shown at a place of the text that are not in it: what a suggestion would put there."""

    offset: int
    words: str


class Run(NamedTuple):
    """Words in one row: of the text from `start` on, or inserted, where `start` is -1."""

    shown: str
    start: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the page. `line` counts from 0; `first` says that the line begins with it."""

    line: int
    first: bool
    runs: tuple[Run, ...]

    def offset_at(self, cell: int) -> int | None:
        """Return the text's offset under a cell of the row; None where there are no words of the text."""
        column = 0
        for run in self.runs:
            for index, character in enumerate(run.shown):
                column += cell_len(character)
                if cell < column:
                    return run.start + index if run.start >= 0 else None
        return None


class _Line(NamedTuple):
    """A line as it is shown: runs of text and insertions, and where its rows begin in the words shown."""

    start: int
    end: int
    rows: Sequence[int]
    spaced: bool  # a blank row follows


class Layout:
    """The page for one text, width and set of insertions.

    `spaced` puts an empty row between paragraphs that stand on neighbouring lines. `memory` keeps how lines
    were broken, over layouts of the same width.
    """

    def __init__(
        self,
        text: str,
        line_starts: Sequence[int],
        width: int,
        *,
        blocks: Sequence[Block] = (),
        insertions: Iterable[Insertion] = (),
        spaced: bool = True,
        memory: dict[str, Sequence[int]] | None = None,
    ) -> None:
        self.text = text
        self.width = max(8, width)
        self._starts = line_starts
        self._memory = {} if memory is None else memory
        self._insertions: dict[int, list[Insertion]] = {}
        for insertion in sorted(insertions):
            self._insertions.setdefault(self.line_of(insertion.offset), []).append(insertion)
        ends = {block.span.end for block in blocks} if spaced else set()
        self._lines: list[_Line] = []
        self._tops: list[int] = []  # the first row of each line
        top = 0
        for number, start in enumerate(line_starts):
            line = self._line(number, start, ends)
            self._lines.append(line)
            self._tops.append(top)
            top += len(line.rows) + line.spaced
        self.height = top

    def _line(self, number: int, start: int, ends: set[int]) -> _Line:
        following = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        words = self.text[start:following].rstrip("\r\n")
        end = start + len(words)
        if number in self._insertions:
            shown = "".join(run.shown for run in self._runs(number, start, end))
            rows: Sequence[int] = breaks(shown, self.width)
        else:
            known = self._memory.get(words)
            if known is None:
                known = self._memory[words] = breaks(visible(words), self.width)
            rows = known
        closes = start + len(words.rstrip()) in ends and following < len(self.text)
        return _Line(start, end, rows, closes and not self._is_blank(number + 1))

    def _is_blank(self, number: int) -> bool:
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return not self.text[start:end].strip()

    def _runs(self, number: int, start: int, end: int) -> Iterator[Run]:
        position = start
        for insertion in self._insertions.get(number, ()):
            if insertion.offset > position:
                yield Run(visible(self.text[position : insertion.offset]), position)
            yield Run(visible(insertion.words), -1)
            position = insertion.offset
        yield Run(visible(self.text[position:end]), position)

    def line_of(self, offset: int) -> int:
        """Return the line, from 0, that holds an offset."""
        return bisect_right(self._starts, offset) - 1

    def row_of(self, offset: int) -> int:
        """Return the row of the page on which an offset of the text is shown."""
        number = self.line_of(offset)
        line = self._lines[number]
        shown = offset - line.start
        # Words inserted before the offset push it on.
        shown += sum(len(i.words) for i in self._insertions.get(number, ()) if i.offset < offset)
        return self._tops[number] + max(0, bisect_right(line.rows, shown) - 1)

    def rows_of(self, span: Span) -> tuple[int, int]:
        """Return the first and the last row on which a span is shown."""
        return self.row_of(span.start), self.row_of(max(span.start, span.end - 1))

    def row(self, index: int) -> Row | None:
        """Return a row of the page; None for an empty one."""
        if not 0 <= index < self.height:
            return None
        number = bisect_right(self._tops, index) - 1
        line, nth = self._lines[number], index - self._tops[number]
        if nth >= len(line.rows):
            return None
        start = line.rows[nth]
        end = line.rows[nth + 1] if nth + 1 < len(line.rows) else None
        return Row(number, nth == 0, tuple(_sliced(self._runs(number, line.start, line.end), start, end)))


def _sliced(runs: Iterable[Run], start: int, end: int | None) -> Iterator[Run]:
    """Yield what lies between two offsets into the words shown."""
    position = 0
    for run in runs:
        low = max(0, start - position)
        high = len(run.shown) if end is None else min(len(run.shown), end - position)
        if low < high:
            yield Run(run.shown[low:high], run.start + low if run.start >= 0 else -1)
        position += len(run.shown)
