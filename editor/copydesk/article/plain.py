"""Plain text as an article: the first line is the headline; paragraphs are lines, or blocks between blank lines.

Wire copy and drafts may come without one: a first paragraph too long for any headline opens the body.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from copydesk.article.article import Article, Part
from copydesk.article.edits import Span
from copydesk.article.kinds import copy_parts, date_of
from copydesk.article.pieces import part_of, refuse_endless
from copydesk.article.prose import Prose
from copydesk.article.sentences import sentence_spans
from copydesk.article.source import Source, UnreadableSource
from copydesk.patterns import pattern

# Columns: text that a program wrapped is narrower than a one-line paragraph usually is, and wider than a label.
_WRAP_AT_LEAST = 30
_WRAP_AT_MOST = 100
_STANDFIRST_AT_MOST = 220  # code points
_SMALL_WORDS = 3  # of a line that says something; names and titles (“Jane Smith, Political Editor”) have fewer
_HEADLINE_AT_MOST = 24  # words, of a sentence with its stop; published headlines have at most 22, without one

_ENDED = pattern(r"[.!?…:][”\"’')\]]*$")
_STOPPED = pattern(r"[.!?…:;,–—-][”\"’')\]]*$")  # a sentence, or what goes on in the next line
_FURNITURE = pattern(
    r"[^\w“‘\"'(£$€¥]|\d+[.)]\s|(?:By|Words by|Reporting by|Published|Updated|Posted|Photo(?:s|graphs?)?|Pictures?"
    r"|Images?|Credit|Source|Advertisement|Read (?:more|also|next)|See also|Related|Share|Sign up|Listen|Watch)\b",
    re.IGNORECASE,
)


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
        perhaps = _perhaps_standfirst(parts)
        if perhaps and _is_standfirst(*parts[1:3]):
            parts[1], perhaps = replace(perhaps, kind="standfirst"), None
        return Article(source, tuple(parts), dated, language, genre, perhaps_standfirst=perhaps)


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
    if not _WRAP_AT_LEAST <= margin <= _WRAP_AT_MOST:
        return False
    for line, following in itertools.pairwise(lines):
        first_word = text[following.start : following.end].split(maxsplit=1)[0]
        if line.end - line.start + 1 + len(first_word) <= margin:
            return False
    return not all(text[line.end - 1] in '.!?”"' for line in lines)


def _opens_body(words: str) -> bool:
    """Whether a first paragraph is no headline."""
    return words.rstrip("”\"’')").endswith((".", "?", "!")) and len(words.split()) > _HEADLINE_AT_MOST


def _perhaps_standfirst(parts: Sequence[Part]) -> Part | None:
    """Return the second part if it is one short sentence between the headline and the story."""
    if [part.kind for part in parts[:2]] != ["headline", "paragraph"]:
        return None
    words = parts[1].words
    story = any(part.kind == "paragraph" for part in parts[2:])
    return parts[1] if story and len(words) <= _STANDFIRST_AT_MOST and len(sentence_spans(words)) == 1 else None


def _is_standfirst(second: Part, third: Part) -> bool:
    """Whether what may be a standfirst is one for certain; else it is more often the story's first paragraph.

    It is if a byline or a dateline comes between it and the story, or if it is written as a headline is: without a
    full stop, while the paragraph below has one.
    """
    if third.kind in ("byline", "dateline"):
        return True
    small = [word for word in second.words.split() if word.islower()]
    says_something = len(small) >= _SMALL_WORDS and not _FURNITURE.match(second.words)
    return says_something and not _STOPPED.search(second.words) and bool(_ENDED.search(third.words))
