"""What is too large to be copy: endless words, paragraphs as long as a story, more than a book.

No patience is enough for what a machine can write, and rules look at words, paragraphs, headlines and articles as
people write them. What is beyond any of these is left out of the check or read in pieces, and a notice says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from copydesk.article.article import Article, Part
from copydesk.article.edits import Span
from copydesk.article.pieces import PLACEHOLDER, part_of
from copydesk.article.prose import Prose
from copydesk.article.source import Source, UnreadableSource
from copydesk.patterns import pattern

LONGEST_WORD = 1_000  # code points without a blank: a very long address, say
LONGEST_HEADLINE = 100  # words
LONGEST_PARAGRAPH = 10_000  # code points
LONGEST_ARTICLE = 1_000_000  # code points of prose: a long book
MOST_PARTS = 10_000  # paragraphs, cells of tables, captions: a long book has no more
# What reading takes grows with the lines of plain text, with Markdown's length, with the tags of HTML: of so many it
# takes most of a gigabyte.
_MOST = {"text": (1_000_000, "lines"), "markdown": (1_500_000, "characters"), "html": (600_000, "tags")}
_LONGEST_BLANK = 100  # code points
_ENDLESS = pattern(rf"\S{{{LONGEST_WORD + 1},}}|\s{{{_LONGEST_BLANK + 1},}}")


def refuse_shelf(source: Source, kind: str) -> None:
    """Raise UnreadableSource if a source has more than any article, so that reading it would take all memory.

    `kind` is “html”, “markdown” or “text”; of others nothing is known.
    """
    text = source.text
    counts = {"text": len(source.line_starts), "markdown": len(text), "html": text.count("<")}
    most, what = _MOST.get(kind, (0, ""))
    if most and counts[kind] > most:
        raise UnreadableSource(
            f"{source.name}: has {counts[kind]:,} {what}, more than any article (at most {most:,}); split it up"
        )


@dataclass
class _Noticed:
    """Something that was too large: where it was first, how long there, and how often it was."""

    say: Callable[[int], str]
    places: list[Span] = field(default_factory=list)

    def notices(self, article: Article) -> Iterator[str]:
        if self.places:
            line, _ = article.source.locate(self.places[0].start)
            others = len(self.places) - 1
            more = f" (and in {others:,} other place{'s' if others > 1 else ''})" if others else ""
            yield f"{article.source.name}:{line}: {self.say(self.places[0].end - self.places[0].start)}{more}"


class _Bounds:
    def __init__(self) -> None:
        self._words = _Noticed(
            lambda length: (
                f"{length:,} characters without a blank are no word (at most {LONGEST_WORD:,}): not checked"
            )
        )
        self._headlines = _Noticed(
            lambda length: f"a headline of more than {LONGEST_HEADLINE} words was checked as a paragraph"
        )
        self._paragraphs = _Noticed(
            lambda length: (
                f"a paragraph of {length:,} characters was checked in pieces of at most {LONGEST_PARAGRAPH:,}"
            )
        )
        self._rest = _Noticed(
            lambda length: (
                f"an article is checked as far as a long book goes ({LONGEST_ARTICLE:,} characters, {MOST_PARTS:,} "
                "paragraphs or cells): nothing was checked from here on"
            )
        )

    def parts(self, article: Article) -> Iterator[Part]:
        length = number = 0
        for part in article.parts:
            for piece in self._pieces(part):
                length += len(piece.words)
                number += 1
                if length > LONGEST_ARTICLE or number > MOST_PARTS:
                    self._rest.places.append(piece.span)
                    return
                yield piece

    def _pieces(self, part: Part) -> Iterator[Part]:
        """Yield a part, or in its place what can be checked of it."""
        bounded = part if len(part.words) <= _LONGEST_BLANK else self._without_endless(part)
        if bounded is None:
            return
        if bounded.kind == "headline" and len(bounded.words.split()) > LONGEST_HEADLINE:
            self._headlines.places.append(bounded.span)
            bounded = replace(bounded, kind="paragraph", level=0)
        if len(bounded.words) <= LONGEST_PARAGRAPH:
            yield bounded
            return
        self._paragraphs.places.append(bounded.span)
        for start, end in _cuts(bounded):
            prose = replace(Prose.joined(bounded.prose.pieces(start, end)), escapes=bounded.prose.escapes)
            yield part_of(bounded.kind, prose, bounded.level)

    def _without_endless(self, part: Part) -> Part | None:
        """Return a part with a placeholder for each endless word, and a space for each endless blank."""
        pieces: list[tuple[str, int, int]] = []
        position = 0
        for match in _ENDLESS.finditer(part.words):
            span = part.text_span(*match.span())
            blank = match.group().isspace()
            if not blank:
                self._words.places.append(span)
            pieces += part.prose.pieces(position, match.start())
            pieces.append((" " if blank else PLACEHOLDER, *span))
            position = match.end()
        if not position:
            return part
        pieces += part.prose.pieces(position, len(part.words))
        prose = replace(Prose.joined(pieces), escapes=part.prose.escapes)
        return replace(part, prose=prose) if prose.words.strip(f" {PLACEHOLDER}") else None

    def notices(self, article: Article) -> Iterator[str]:
        for noticed in (self._words, self._headlines, self._paragraphs):
            yield from noticed.notices(article)

    def unchecked(self, article: Article) -> Iterator[str]:
        """Yield the notice of copy that was not read."""
        yield from self._rest.notices(article)


def bounded(article: Article) -> Article:
    """Return the article without what is too large to be copy, and with notices of that if there is any."""
    bounds = _Bounds()
    parts = tuple(bounds.parts(article))
    unchecked = tuple(bounds.unchecked(article))
    notices = (*bounds.notices(article), *unchecked)
    if not notices and parts == article.parts:
        return article
    return replace(article, parts=parts, notices=(*article.notices, *notices), unchecked=unchecked)


def _cuts(part: Part) -> Iterable[Span]:
    """Yield where to cut a part: behind the last sentence that fits in, else at the last blank."""
    words, ends = part.words, iter(part.sentences)
    start, fits = 0, 0
    sentence = next(ends, None)
    while len(words) - start > LONGEST_PARAGRAPH:
        limit = start + LONGEST_PARAGRAPH
        while sentence is not None and sentence.end <= limit:
            fits = sentence.end
            sentence = next(ends, None)
        end = fits if fits > start else start + len(words[start:limit].rsplit(None, 1)[0])
        yield Span(start, end)
        start = len(words) - len(words[end:].lstrip())
    yield Span(start, len(words))
