"""An article as it is read: the same parts in a text that has nothing but their words.

Rules look at what stands before and behind a place. In a text with markup that may be a tag, an address or an entity:
`**Monday,** 3 March` hides from them that a weekday stands beside a date. So they are shown the words alone.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from copydesk.article.article import Article, Part
from copydesk.article.edits import Span
from copydesk.article.prose import Chunk, Prose
from copydesk.article.source import Source

_APART = "\n\n"
_RAISED_ENDS = ("</sup>", "</sub>")


class AsRead:
    """An article's words alone, as an article, and the way back from its places to the text's."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._parts = article.parts
        self._starts: list[int] = []
        if _is_words_alone(article):
            self.article = article
            return
        pieces, parts, length = list[str](), list[Part](), 0
        gaps = [_gap(article.text[one.span.end : other.span.start]) for one, other in pairwise(article.parts)]
        for part, gap in zip(article.parts, (*gaps, "\n"), strict=False):  # an article may have no part at all
            self._starts.append(length)
            pieces += (part.words, gap)
            span = Span(length, length + len(part.words))
            parts.append(replace(part, span=span, prose=Prose(part.words, (Chunk(0, *span),))))
            length = span.end + len(gap)
        perhaps = article.perhaps_standfirst
        self.article = replace(
            article,
            source=Source.from_text("".join(pieces), article.source.name),
            parts=tuple(parts),
            perhaps_standfirst=parts[article.parts.index(perhaps)] if perhaps else None,
            _facts={},
        )

    def span(self, span: Span) -> Span:
        """Return where a span of the article of words alone stands in the text.

        An empty span is an insertion: behind the 2 of `km<sup>2</sup>` it goes behind the tag that ends it too.
        """
        if not self._starts:
            return span
        first, last = self._index(span.start), self._index(max(span.start, span.end - 1))
        if span.start == span.end:
            place = self._parts[first].text_span(*self._within(first, span)).end
            place += next((len(tag) for tag in _RAISED_ENDS if self._text.startswith(tag, place)), 0)
            return Span(place, place)
        if first == last:
            return self._parts[first].text_span(*self._within(first, span))
        start = self._parts[first].text_span(*self._within(first, Span(span.start, span.start + 1)))
        end = self._parts[last].text_span(*self._within(last, Span(span.end - 1, span.end)))
        return Span(start.start, end.end)

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _within(self, index: int, span: Span) -> Span:
        """Return a span relative to a part, as far as it is in it."""
        length = len(self._parts[index].words)
        return Span(*(min(max(0, offset - self._starts[index]), length) for offset in span))


def _is_words_alone(article: Article) -> bool:
    text, position = article.text, 0
    for part in article.parts:
        if text[slice(*part.span)] != part.words or text[position : part.span.start].strip():
            return False
        position = part.span.end
    return not text[position:].strip()


def _gap(between: str) -> str:
    """Return what separates two parts: a dateline and its paragraph are on one line."""
    return " " if between.strip(" ") == "" else _APART
