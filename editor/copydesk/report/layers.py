"""Marks on words that overlap in any way, as layers that nest, which is all that HTML can say."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

DEEPEST = 3  # marks of one kind over the same words; more would be no plainer, and cost time without end

Kind = Literal["finding", "cut"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of words to be marked; `key` tells whose it is. A cut is what a correction takes out."""

    start: int
    end: int
    key: int
    kind: Kind = "finding"


class Point(NamedTuple):
    """Something that stands between two words: a note's number, an insertion."""

    at: int
    html: str


class Step(NamedTuple):
    """One step of writing marked words: text, a point, or the beginning or end of a mark."""

    do: Literal["text", "point", "open", "close"]
    text: str = ""
    mark: Mark | None = None


def steps(words: str, marks: Sequence[Mark], points: Sequence[Point]) -> Iterator[Step]:
    """Yield how to write `words` with marks and points on them.

    Marks nest properly: one that crosses another is closed and opened again at the other's end. An empty mark
    is not written. Points come behind the marks that end at their place and before those that begin there; points
    at one place keep their order.
    """
    starting = sorted(
        (mark for mark in marks if mark.start < mark.end), key=lambda m: (m.start, -m.end, m.kind == "cut")
    )
    between = sorted(points, key=lambda point: point.at)
    places = sorted({at for mark in starting for at in (mark.start, mark.end)} | {point.at for point in between})
    opened: list[Mark] = []
    position = next_mark = next_point = 0
    for place in places:
        if place > position:
            yield Step("text", words[position:place])
            position = place
        still = yield from _close(opened, place)
        while next_point < len(between) and between[next_point].at == place:
            yield Step("point", between[next_point].html)
            next_point += 1
        while next_mark < len(starting) and starting[next_mark].start == place:
            mark = starting[next_mark]
            if sum(other.kind == mark.kind for other in (*opened, *still)) < (
                DEEPEST if mark.kind == "finding" else 1
            ):
                still.append(mark)
            next_mark += 1
        opened += still
        yield from (Step("open", mark=mark) for mark in still)
    if position < len(words):
        yield Step("text", words[position:])


def _close(opened: list[Mark], place: int) -> Generator[Step, None, list[Mark]]:
    """Close what ends at `place` and what stands on it; return what must be opened again."""
    first = next((index for index, mark in enumerate(opened) if mark.end <= place), len(opened))
    above = opened[first:]
    del opened[first:]
    yield from (Step("close", mark=mark) for mark in reversed(above))
    return [mark for mark in above if mark.end > place]
