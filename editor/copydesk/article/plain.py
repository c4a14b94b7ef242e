"""Plain text as an article: the first line is the headline; paragraphs are lines, or blocks between blank lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date, datetime

from copydesk.article.article import Article, Kind, Part
from copydesk.article.edits import Span
from copydesk.article.prose import Prose
from copydesk.article.sentences import sentence_spans
from copydesk.article.source import Source, UnreadableSource

LONGEST_PART = 100_000  # code points; longer than any paragraph, and grammar engines stall beyond it
_WRAP_AT_MOST = 100  # columns; text wrapped by a program is narrower, a one-line paragraph usually wider
_STANDFIRST_AT_MOST = 220  # code points

_LINE = re.compile(r"[^\r\n]*")
_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE_LINE = re.compile(
    rf"(?:{_WEEKDAY},?\s+)?(?:({_MONTH})\.?\s+(\d{{1,2}})|(\d{{1,2}})\s+({_MONTH})),?\s+(\d{{4}})\.?"
)
# “KYIV, Ukraine (AP) — ”, “LONDON (Reuters) - ”: a place in capitals, perhaps a country and an agency, a dash.
_DATELINE = re.compile(
    r"[A-Z][A-Z.’' -]{2,30}[A-Z](?:, [A-Z][\w.’ ]{1,30}|, [A-Z][a-z]{2,9}\.? \d{1,2})*"
    r"(?: \([A-Z][\w ./]{1,30}\))?\s*(?:—|–|--?)\s+(?=\S)"
)
_BYLINE = re.compile(r"(?:By|Words by|Reporting by)\s+(?:[A-Z][\w.’'-]*|and|in|,|\s)+", re.ASCII)
_NOTE = re.compile(
    r"(?:\W*)(?:Correction|Corrections and clarifications|Clarification|Editor[’']s note|This (?:article|story) "
    r"(?:was|has been) (?:amended|corrected|updated))\b",
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
            dated = dated or _date_of(block.words)
            parts += _classified(block, parts)
        if not parts:
            raise UnreadableSource(f"{source.name}: is empty: there is nothing to check")
        _mark_standfirst(parts)
        return Article(source, tuple(parts), dated, language, genre)


def paragraphs(source: Source) -> Iterator[Prose]:
    """Yield the paragraphs of plain text, the headline among them, without the blank space around."""
    block: list[Span] = []
    for match in _lines(source):
        stripped = _stripped(source.text, match)
        if stripped.start < stripped.end:
            _refuse_endless(source, stripped)
            block.append(stripped)
        elif block:
            yield from _block(source.text, block)
            block = []
    if block:
        yield from _block(source.text, block)


def _lines(source: Source) -> Iterator[Span]:
    starts = source.line_starts
    for start in starts:
        line = _LINE.match(source.text, start)
        yield Span(start, line.end() if line else start)


def _stripped(text: str, span: Span) -> Span:
    line = text[span.start : span.end]
    start = span.start + len(line) - len(line.lstrip())
    return Span(start, start + len(line.strip()))


def _refuse_endless(source: Source, span: Span) -> None:
    length = span.end - span.start
    if length > LONGEST_PART:
        line, _ = source.locate(span.start)
        raise UnreadableSource(
            f"{source.name}:{line}: this line has {length:,} characters, more than any paragraph "
            f"(at most {LONGEST_PART:,}); break it into paragraphs"
        )


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


def _part(kind: Kind, prose: Prose) -> Part:
    return Part(kind, Span(prose.chunks[0].start, prose.chunks[-1].end), prose)


def _classified(prose: Prose, before: list[Part]) -> list[Part]:
    """Say what a paragraph is, given the parts before it; a dateline within a paragraph becomes its own part."""
    words = prose.words
    if not before:
        return [_part("headline", prose)]
    if _DATE_LINE.fullmatch(words):
        return [_part("dateline", prose)]
    if len(words) < 120 and _BYLINE.fullmatch(words) and len(before) <= 3:
        return [_part("byline", prose)]
    if _NOTE.match(words):
        return [_part("note", prose)]
    if dateline := _DATELINE.match(words):
        return list(_split(prose, len(dateline.group().rstrip()), dateline.end()))
    return [_part("paragraph", prose)]


def _split(prose: Prose, end: int, start: int) -> Iterator[Part]:
    """Make a dateline of the prose before `end` and a paragraph of the prose from `start`."""
    chunks = list(prose.chunks)
    limits = [*(chunk.prose for chunk in chunks[1:]), len(prose.words)]
    for kind, first, last in (("dateline", 0, end), ("paragraph", start, len(prose.words))):
        pieces = []
        for chunk, limit in zip(chunks, limits, strict=True):
            low, high = max(chunk.prose, first), min(limit, last)
            if low < high:
                pieces.append((prose.words[low:high], *prose.span(low, high)))
        yield _part("dateline" if kind == "dateline" else "paragraph", Prose.joined(pieces))


def _mark_standfirst(parts: list[Part]) -> None:
    """Read the second part as a standfirst if it is one short sentence and at least two paragraphs follow."""
    body = [index for index, part in enumerate(parts) if part.kind == "paragraph"]
    if len(body) < 3 or body[0] != 1:
        return
    second = parts[1]
    if len(second.words) <= _STANDFIRST_AT_MOST and len(sentence_spans(second.words)) == 1:
        parts[1] = Part("standfirst", second.span, second.prose)


def _date_of(words: str) -> date | None:
    match = _DATE_LINE.fullmatch(words)
    if match is None:
        return None
    month, day = (match[1], match[2]) if match[1] else (match[4], match[3])
    try:
        return datetime.strptime(f"{day} {month[:3]} {match[5]}", "%d %b %Y").date()
    except ValueError:
        return None
