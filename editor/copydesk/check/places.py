"""Which part of an article a place in its text belongs to, where the place itself is not read: markup, comments."""

from __future__ import annotations

import re
from bisect import bisect_left

from copydesk.article import Article, Part, Span
from copydesk.article.readers import reader_for

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SEEN_AT_MOST = 2_000  # code points of markup between a place and its part


class Places:
    """Finds the parts of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts = [part.span.start for part in article.parts]
        self._is_html = ".html" in reader_for(article.source.name).suffixes

    def part_of(self, span: Span) -> Part | None:
        """Return the part that a place stands in, or whose block it begins or ends; None if it is in no block."""
        return self.part_behind(span) or self._joined(span.end, self.following(span))

    def part_behind(self, span: Span) -> Part | None:
        """Return the part that a place stands in, or whose block it ends."""
        part = self._article.part_at(span.start)
        if part is not None:
            return part
        index = bisect_left(self._starts, span.start)
        before = self._article.parts[index - 1] if index else None
        return before if before and not self._has_edge(before.span.end, span.start) else None

    def following(self, span: Span) -> Part | None:
        """Return the next part that begins behind a place."""
        index = bisect_left(self._starts, span.end)
        return self._article.parts[index] if index < len(self._starts) else None

    def _joined(self, position: int, part: Part | None) -> Part | None:
        return part if part and not self._has_edge(position, part.span.start) else None

    def _has_edge(self, start: int, end: int) -> bool:
        """Whether one block ends, or another begins, between two places without copy between them."""
        if end - start > _SEEN_AT_MOST:
            return True
        between = _COMMENT.sub("", self._article.text[start:end])
        if self._is_html:
            # Front matter, which some generators want above a page, has no tags but lines.
            edges = "\n---" in between or "\n+++" in between
        else:
            edges = any(character in between for character in "\r\n|")  # a bar parts the cells of a table
        if edges or "<" not in between:
            return edges
        from copydesk.article.html.roles import BLOCKS

        return any(match[1].lower() in BLOCKS for match in _TAG.finditer(between))
