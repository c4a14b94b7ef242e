"""What is too large to be copy: endless words, a headline as long as a story, more than a book.

No patience is enough for what a machine can write, and rules look at words, headlines and articles as people write
them. What is beyond any of these is left out of the check, and a notice says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from copydesk.article.article import Article, Part
from copydesk.article.edits import Span
from copydesk.article.pieces import PLACEHOLDER
from copydesk.article.prose import Prose
from copydesk.article.source import Source
from copydesk.patterns import pattern

LONGEST_WORD = 1_000  # code points without a blank: a very long address, say
LONGEST_HEADLINE = 100  # words
LONGEST_ARTICLE = 1_000_000  # code points of prose: a long book
_SMALLEST_PART = 100  # code points that any part counts for: it has its cost however short it is
_ENDLESS = pattern(rf"\S{{{LONGEST_WORD + 1},}}")


def bounded(article: Article) -> Article:
    """Return the article without what is too large to be copy, and with a notice of that if there is any."""
    left_out: list[Span] = []
    parts = list(_without_endless_words(article.parts, left_out))
    notices = []
    if left_out:
        more = f", and in {len(left_out) - 1:,} other places" if len(left_out) > 1 else ""
        notices.append(
            f"{_place(article.source, left_out[0].start)}: {left_out[0].end - left_out[0].start:,} characters "
            f"without a blank are no word and were not checked{more} (at most {LONGEST_WORD:,} are)"
        )
    long = [part for part in parts if part.kind == "headline" and _is_long(part)]
    if long:
        parts = [replace(part, kind="paragraph", level=0) if part in long else part for part in parts]
        notices.append(
            f"{_place(article.source, long[0].span.start)}: the headline is longer than any (at most "
            f"{LONGEST_HEADLINE} words) and was checked as a paragraph"
        )
    end = _end(parts)
    if end < len(parts):
        notices.append(
            f"{_place(article.source, parts[end].span.start)}: nothing was checked from here on: the article is "
            f"longer than a book (at most {LONGEST_ARTICLE:,} characters); split it up"
        )
    if not notices:
        return article
    return replace(article, parts=tuple(parts[:end]), notices=(*article.notices, *notices))


def _place(source: Source, offset: int) -> str:
    return f"{source.name}:{source.locate(offset)[0]}"


def _without_endless_words(parts: Iterable[Part], left_out: list[Span]) -> Iterator[Part]:
    for part in parts:
        found = [Span(*match.span()) for match in _ENDLESS.finditer(part.words)] if _may_have_one(part) else []
        left_out += (part.text_span(*span) for span in found)
        if not found:
            yield part
        elif (prose := _without(part.prose, found)).words.strip(f" {PLACEHOLDER}"):
            yield replace(part, prose=prose)


def _may_have_one(part: Part) -> bool:
    return len(part.words) > LONGEST_WORD and max(map(len, part.words.split())) > LONGEST_WORD


def _without(prose: Prose, spans: Iterable[Span]) -> Prose:
    """Return the prose with a placeholder for each of some stretches, which are in order."""
    pieces: list[tuple[str, int, int]] = []
    position = 0
    for start, end in spans:
        pieces += prose.pieces(position, start)
        pieces.append((PLACEHOLDER, *prose.span(start, end)))
        position = end
    pieces += prose.pieces(position, len(prose.words))
    return replace(Prose.joined(pieces), escapes=prose.escapes)


def _is_long(part: Part) -> bool:
    return len(part.words) > LONGEST_HEADLINE and len(part.words.split()) > LONGEST_HEADLINE


def _end(parts: Iterable[Part]) -> int:
    """Return how many of the parts are together no longer than any article."""
    length, number = 0, 0
    for part in parts:
        length += max(len(part.words), _SMALLEST_PART)
        if length > LONGEST_ARTICLE:
            break
        number += 1
    return number
