"""Many spans of a text, asked at once: whether one of them holds a place, or touches it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from copydesk.article.edits import Span


class Stretches:
    """Some spans of a text, in whatever order; they may overlap. Each question takes a search in a sorted list."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        # Of all that begin up to here, how far the one goes that goes farthest.
        self._reach = list(accumulate((span.end for span in ordered), max))

    def contain(self, span: Span) -> bool:
        """Whether one of them contains a span."""
        index = bisect_right(self._starts, span.start)
        return index > 0 and self._reach[index - 1] >= span.end

    def overlap(self, span: Span) -> bool:
        """Whether one of them overlaps a span."""
        index = bisect_left(self._starts, span.end)
        return index > 0 and self._reach[index - 1] > span.start

    def hold(self, position: int) -> bool:
        """Whether the code point at a position is in one of them."""
        index = bisect_right(self._starts, position)
        return index > 0 and self._reach[index - 1] > position
