"""The blocks of a Markdown text, and where the lines of each stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from copydesk.article.article import Kind
from copydesk.article.edits import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"(?:[ \t]+#+)?[ \t]*\{[:#.][^{}\n]{0,200}\}[ \t]*$")  # “{#id .class}”, “{: .class}”
_NO_COPY = re.compile(r"\{:[^{}\n]*\}|:::.*|\[!\w+\]|\[TOC\]|\[\[toc\]\]")  # lines: attributes, fences of boxes
_TASK = re.compile(r"\[[ xX]\][ \t]+")


@dataclass(frozen=True)
class Block:
    """A block with copy in it. `lines` are the spans of its lines, without what belongs to blocks around it.

    `html` says that it is a piece of HTML, from its first line's start to its last one's end.
    """

    kind: Kind
    lines: tuple[Span, ...]
    level: int = 0
    html: bool = False

    @property
    def span(self) -> Span:
        return Span(self.lines[0].start, self.lines[-1].end)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin, inline=False, move_to_end=False)
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def blocks(text: str, line_starts: tuple[int, ...]) -> tuple[list[Block], Mapping[str, Any]]:
    """Return the blocks of `text`, which begins at the first of `line_starts`, and its reference definitions.

    `line_starts` are offsets into the text of the file, and so are the blocks' spans.
    """
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env)
    return list(_Walk(text, line_starts).blocks(tokens)), env.get("references", {})


class _Walk:
    def __init__(self, text: str, line_starts: tuple[int, ...]) -> None:
        self._text = text
        self._starts = line_starts
        self._cell = 0  # where in its row the last cell ended
        self._level = 0  # of the heading that is open

    def blocks(self, tokens: list[Token]) -> Iterator[Block]:
        around: list[str] = []
        for token in tokens:
            if token.nesting == 1:
                around.append(token.type)
                if token.type == "tr_open" and token.map:
                    self._cell = self._line(token.map[0]).start
                elif token.type == "heading_open":
                    self._level = int(token.tag[1])
            elif token.nesting == -1:
                around.pop()
            elif token.type == "inline" and token.content:
                yield from self._inline(token, around)
            elif token.type == "html_block" and token.map:
                first, last = self._line(token.map[0]), self._line(token.map[1] - 1)
                yield Block("paragraph", (Span(first.start, last.end),), html=True)

    def _inline(self, token: Token, around: list[str]) -> Iterator[Block]:
        assert token.map is not None
        quoted = "blockquote_open" in around
        if around[-1] in ("th_open", "td_open"):
            cell = self._cell_of(token.map[0], token.content)
            if cell:
                yield Block("quote" if quoted else "cell", (cell,))
        elif around[-1] == "heading_open":
            lines = self._lines(token)
            if lines and quoted:
                yield Block("quote", (*lines[:-1], self._without_attributes(lines[-1])))
            elif lines:
                yield Block("heading", (*lines[:-1], self._without_attributes(lines[-1])), self._level)
        else:
            kind: Kind = "paragraph"
            if "footnote_reference_open" in around:
                kind = "note"
            elif quoted:
                kind = "quote"
            elif "list_item_open" in around:
                kind = "item"
            yield from self._paragraphs(self._lines(token), kind)

    def _line(self, number: int) -> Span:
        """Return the span of a line, without its line end."""
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._starts[0] + len(self._text)
        line = self._slice(start, end)
        return Span(start, start + len(line.rstrip("\r\n")))

    def _slice(self, start: int, end: int) -> str:
        return self._text[start - self._starts[0] : end - self._starts[0]]

    def _lines(self, token: Token) -> list[Span]:
        """Return the spans of a token's lines.

        The parser strips the beginnings of lines (`> `, indentation, `## `) and of headings the ends; what it
        keeps stands in the line as it is.
        """
        assert token.map is not None
        found = []
        for number, kept in enumerate(token.content.split("\n"), token.map[0]):
            kept = kept.strip()
            whole = self._line(number)
            line = self._slice(*whole).replace("\0", "\ufffd")
            at = len(line.rstrip()) - len(kept)
            if line[at : at + len(kept)] != kept:
                at = line.rfind(kept)
            if kept and at >= 0:
                found.append(Span(whole.start + at, whole.start + at + len(kept)))
        return found

    def _cell_of(self, row: int, content: str) -> Span | None:
        """Return the span of a cell, the next in its row: between two cells with words are bars and blanks only."""
        line = self._line(row)
        written = content.replace("|", "\\|")
        begin = self._cell if line.start <= self._cell <= line.end else line.start
        at = self._slice(begin, line.end).find(written)
        if at < 0:
            return None
        self._cell = begin + at + len(written)
        return Span(begin + at, self._cell)

    def _without_attributes(self, line: Span) -> Span:
        attributes = _ATTRIBUTES.search(self._slice(*line))
        return Span(line.start, line.start + attributes.start()) if attributes else line

    def _paragraphs(self, lines: list[Span], kind: Kind) -> Iterator[Block]:
        """Yield a paragraph, without lines that are no copy."""
        gathered: list[Span] = []
        for line in lines:
            words = self._slice(*line)
            if kind == "item" and not gathered and (task := _TASK.match(words)):
                gathered.append(Span(line.start + task.end(), line.end))
            elif not _NO_COPY.fullmatch(words):
                gathered.append(line)
        if gathered:
            yield Block(kind, tuple(gathered))
