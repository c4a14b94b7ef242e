"""Markdown as an article: front matter, blocks, and within them the words as a reader sees them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from copydesk.article.article import Article, Part
from copydesk.article.edits import Span
from copydesk.article.front_matter import front_matter
from copydesk.article.html import beside, parts_between
from copydesk.article.kinds import copy_parts, date_of, language_of, notes_marked
from copydesk.article.markdown.blocks import Block, blocks
from copydesk.article.markdown.inline import Inline, Piece, escapes, normalised
from copydesk.article.pieces import PLACEHOLDER, Weaver, part_of, refuse_endless
from copydesk.article.prose import Escapes, Prose
from copydesk.article.readers import MARKDOWN
from copydesk.article.source import Source, UnreadableSource
from copydesk.article.templates import captions, masked, within

# What would be markup if a fix put it among the words as it is. In a cell of a table a bar too.
_ESCAPES = (*((mark, f"\\{mark}") for mark in "\\`*_~[]<"), ("&", "&amp;"))
_BAR = ("|", "\\|")


class Markdown:
    """Reader of CommonMark with tables and footnotes, and with front matter and templates' tags as sites use them."""

    suffixes = MARKDOWN

    def read(self, source: Source, *, language: str = "en-US", genre: str = "news") -> Article:
        """Return the article in `source`.

        Raises UnreadableSource if it is empty, its front matter is broken or a paragraph has no end.
        """
        head = front_matter(source)
        reading = _Reading(source, head.end, list(head.parts))
        reading.read()
        parts = tuple(notes_marked(reading.parts))
        if not parts:
            raise UnreadableSource(f"{source.name}: is empty: there is nothing to check")
        language = language_of(head.language, language) if head.language else language
        return Article(source, parts, head.date or reading.date, language, head.genre or genre)


class _Reading:
    """Collects the parts of a text from `begin` on, behind those that its front matter gave."""

    def __init__(self, source: Source, begin: int, parts: list[Part]) -> None:
        self.parts = parts
        self.date: date | None = None
        self._source = source
        self._begin = begin
        self._head = len(parts)
        self._tags: Sequence[Part] = ()
        self._titled = any(part.kind == "headline" for part in parts)

    def read(self) -> None:
        text = masked(self._source.text)
        starts = self._source.line_starts
        first = bisect_right(starts, self._begin) if self._begin else 0
        if first == len(starts):
            return  # the front matter is all there is
        found, references = blocks(text[starts[first] :], starts[first:])
        labels = frozenset(map(normalised, references))
        self._tags = captions(self._source.text) if PLACEHOLDER in text else ()
        for block in found:
            if block.html:
                self.parts += parts_between(self._source, text, *block.span)
            else:
                self._take(block, _Lines(text, block.lines), labels)

    def _take(self, block: Block, lines: _Lines, labels: Container[str]) -> None:
        """Add what a block is to the parts, and what is printed with the pictures beside its words."""
        before = len(self.parts)
        inline = Inline(lines.content, labels)
        prose = lines.prose(self._source.text, inline, (*_ESCAPES, _BAR) if block.kind == "cell" else _ESCAPES)
        refuse_endless(self._source, block.span.start, len(prose.words) if prose else 0)
        if prose is not None:
            self._take_words(block, prose, inline)
        pictures = [*_captions(self._source.text, lines, inline), *within(self._tags, block.span)]
        if pictures:
            self.parts[before:] = beside(self.parts[before:], pictures)

    def _take_words(self, block: Block, prose: Prose, inline: Inline) -> None:
        if block.kind == "heading":
            is_headline = not self._titled and (block.level == 1 or len(self.parts) == self._head)
            self._titled = self._titled or is_headline
            self.parts.append(part_of("headline", prose) if is_headline else part_of("heading", prose, block.level))
        elif block.kind != "paragraph":
            self.parts.append(part_of(block.kind, prose))
        elif inline.emphasised and inline.pictures:
            self.parts.append(part_of("caption", prose))
        else:
            self.date = self.date or date_of(prose.words)
            parts = list(copy_parts(prose, self.parts))
            after_headline = bool(self.parts) and self.parts[-1].kind == "headline" and len(self.parts) > self._head
            if inline.emphasised and after_headline and parts[0].kind == "paragraph":
                parts[0] = replace(parts[0], kind="standfirst")
            self.parts += parts


class _Lines:
    """The lines of a block as one string, and where its characters stand in the text."""

    def __init__(self, text: str, lines: tuple[Span, ...]) -> None:
        self.content = "\n".join([text[start:end] for start, end in lines])
        self._lines = lines
        self._begins = [0]
        for line in lines[:-1]:
            self._begins.append(self._begins[-1] + line.end - line.start + 1)

    def place(self, offset: int) -> int:
        """Return the text's offset of one of `content`."""
        line = bisect_right(self._begins, offset) - 1
        return self._lines[line].start + offset - self._begins[line]

    def prose(self, text: str, inline: Inline, escapes: Escapes) -> Prose | None:
        """Return what is seen, without pictures and templates' tags at both ends; None if there are no words."""
        pieces = self._pieces(inline)
        at_ends = {picture.start for picture in inline.pictures}
        first, last = 0, len(pieces)
        while first < last and self._is_trimmed(pieces[first], at_ends):
            first += 1
        while first < last and self._is_trimmed(pieces[last - 1], at_ends):
            last -= 1
        weaver = Weaver(text)
        for start, end, seen in pieces[first:last]:
            begins, ends = self.place(start), self.place(end)
            if seen is None:
                weaver.verbatim(begins, ends)
            elif seen == " ":
                weaver.blank(begins, ends)
            else:
                weaver.shown(seen, begins, ends)
        return weaver.prose(escapes)

    def _pieces(self, inline: Inline) -> list[tuple[int, int, str | None]]:
        """Return the whole content as pieces; what is seen as it stands has None."""
        pieces: list[tuple[int, int, str | None]] = []
        position = 0
        for piece in inline.pieces:
            if position < piece.start:
                pieces.append((position, piece.start, None))
            pieces.append(piece)
            position = piece.end
        if position < len(self.content):
            pieces.append((position, len(self.content), None))
        return pieces

    def _is_trimmed(self, piece: tuple[int, int, str | None], pictures: Container[int]) -> bool:
        start, end, seen = piece
        if seen is None:
            return self.content[start:end].isspace()
        return seen in ("", " ") or start in pictures or self.content[start] == PLACEHOLDER


def _captions(text: str, lines: _Lines, inline: Inline) -> Iterator[Part]:
    """Yield the alternative texts of pictures, and their titles, which are printed beneath them."""
    for picture in inline.pictures:
        if (prose := _woven(text, lines, picture.alternative, picture.pieces, "[]")) is not None:
            yield part_of("caption", prose)
        if picture.title:
            pieces = escapes(lines.content, *picture.title)
            mark = lines.content[picture.title[1]]
            if (prose := _woven(text, lines, picture.title, pieces, mark)) is not None:
                yield part_of("caption", prose)


def _woven(
    text: str, lines: _Lines, place: tuple[int, int], pieces: Iterable[Piece], escaped: Iterable[str]
) -> Prose | None:
    """Return the prose between two places of a block; None if there are no words."""
    weaver = Weaver(text)
    position, last = place
    for start, end, seen in pieces:
        weaver.verbatim(lines.place(position), lines.place(start))
        weave = weaver.blank if seen == " " else partial(weaver.shown, seen)
        weave(lines.place(start), lines.place(end))
        position = end
    weaver.verbatim(lines.place(position), lines.place(last))
    return weaver.prose((*((mark, f"\\{mark}") for mark in {"\\", *escaped}), ("&", "&amp;")))
