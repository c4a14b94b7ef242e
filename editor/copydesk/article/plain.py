"""Plain text as an article: the first line is the headline; paragraphs are lines, or blocks between blank lines.

Wire copy and drafts may come without one: a first paragraph too long for any headline opens the body.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date

from copydesk.article.article import Article, Part
from copydesk.article.edits import Span
from copydesk.article.kinds import copy_parts, date_of
from copydesk.article.pieces import part_of, refuse_endless
from copydesk.article.prose import Prose
from copydesk.article.sentences import sentence_spans
from copydesk.article.source import Source, UnreadableSource

_WRAP_AT_MOST = 100  # columns; text wrapped by a program is narrower, a one-line paragraph usually wider
_STANDFIRST_AT_MOST = 220  # code points
_HEADLINE_AT_MOST = 24  # words, of a sentence with its stop; published headlines have at most 22, without one


class PlainText:
    """Reader of `.txt` files, and of any file that no other reader claims."""

    suffixes = (".txt", ".text", "")

    def read(self, source: Source, *, language: str = "en-US", genre: str = "news") -> Article:
        """Return the article in `source`. Raises UnreadableSource if it is empty or a line has no end."""
        parts: list[Part] = []
        dated: date | None = None
        for block in paragraphs(source):
            dated = dated or date_of(block.words)
            parts += copy_parts(block, parts) if parts or _opens_body(block.words) else [part_of("headline", block)]
        if not parts:
            raise UnreadableSource(f"{source.name}: is empty: there is nothing to check")
        _mark_standfirst(parts)
        return Article(source, tuple(parts), dated, language, genre)


def paragraphs(source: Source) -> Iterator[Prose]:
    """Yield the paragraphs of plain text, the headline among them, without the blank space around."""
    text, starts = source.text, source.line_starts
    block: list[Span] = []
    for start, end in itertools.pairwise((*starts, len(text))):
        line = text[start:end].strip()
        if line:
            refuse_endless(source, start, len(line), "line")
            first = text.index(line[0], start)
            block.append(Span(first, first + len(line)))
        elif block:
            yield from _block(text, block)
            block = []
    if block:
        yield from _block(text, block)


def _block(text: str, lines: list[Span]) -> Iterator[Prose]:
    if len(lines) > 1 and _is_wrapped(text, lines):
        pieces = [(text[lines[0].start : lines[0].end], *lines[0])]
        for before, line in itertools.pairwise(lines):
            pieces += [(" ", before.end, line.start), (text[line.start : line.end], *line)]
        yield Prose.joined(pieces)
    else:
        for line in lines:
            yield Prose.verbatim(text, *line)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the lines of a block are one paragraph that a program broke at a right margin.

    They are if no line could have taken the first word of the next one within the margin.
    """
    margin = max(line.end - line.start for line in lines)
    if margin > _WRAP_AT_MOST:
        return False
    for line, following in itertools.pairwise(lines):
        first_word = text[following.start : following.end].split(maxsplit=1)[0]
        if line.end - line.start + 1 + len(first_word) <= margin:
            return False
    return not all(text[line.end - 1] in '.!?”"' for line in lines)


def _opens_body(words: str) -> bool:
    """Whether a first paragraph is no headline."""
    return words.rstrip("”\"’')").endswith((".", "?", "!")) and len(words.split()) > _HEADLINE_AT_MOST


def _mark_standfirst(parts: list[Part]) -> None:
    """Read the second part as a standfirst if it is one short sentence and at least two paragraphs follow."""
    body = [index for index, part in enumerate(parts) if part.kind == "paragraph"]
    if len(body) < 3 or body[0] != 1:
        return
    second = parts[1]
    if len(second.words) <= _STANDFIRST_AT_MOST and len(sentence_spans(second.words)) == 1:
        parts[1] = Part("standfirst", second.span, second.prose)
