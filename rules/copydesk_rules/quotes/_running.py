"""Paragraphs in their order, with their marks: quotations that run over several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.facts import marks
from copydesk.facts.marks import DOUBLE, Marks
from copydesk.rules import Article, Part

PARTNERS = {"„": "”", "“": "”", "«": "»", '"': '"', "‘": "’", "'": "'", "‹": "›", "‚": "‘"}
_OPENERS = {closing: opening for opening, closing in PARTNERS.items()}
_TEXT = frozenset(("paragraph", "quote", "item"))
_AS_FAR = 8  # paragraphs that a quotation may run over without a mark


class Marked(NamedTuple):
    """A part and its marks."""

    part: Part
    marks: Marks

    @property
    def opens(self) -> bool:
        """Whether the part begins with a double mark, or with a bracket and a mark."""
        start = next((place for place, sign in enumerate(self.part.words[:3]) if sign not in "([ "), 0)
        found = self.marks
        return self.part.words[start : start + 1] in DOUBLE and (
            start in found.unclosed or any(pair.opening == start for pair in found.pairs)
        )

    @property
    def runs_on(self) -> int | None:
        """The place of a double mark that is open at the part's end, with no other pair behind it."""
        last = max((place for place in self.marks.unclosed if self.part.words[place] in DOUBLE), default=None)
        if last is None:
            return None
        if any(pair.opening > last and self.part.words[pair.opening] in DOUBLE for pair in self.marks.pairs):
            return None
        return last

    @property
    def ends_one(self) -> int | None:
        """The place of a double mark that closes what another paragraph opened: none of its kind stands before."""
        first = min((place for place in self.marks.unopened if self.part.words[place] in DOUBLE), default=None)
        if first is None or any(pair.opening < first and pair.depth == 0 for pair in self.marks.pairs):
            return None
        return first


def marked(article: Article) -> list[Marked]:
    """Return the parts with their marks; datelines, bylines, notes and cells have nothing to say here."""
    return [
        Marked(part, found)
        for part, found in zip(article.parts, article.facts(marks), strict=True)
        if part.kind not in ("byline", "dateline", "note", "cell")
    ]


def unmarked_run(parts: Sequence[Marked], start: int) -> list[int]:
    """Return the paragraphs behind `start` over which its open quotation goes on without opening again.

    The last of them closes it. Empty where no such end is in sight.
    """
    run: list[int] = []
    for number in following(parts, start):
        run.append(number)
        one = parts[number]
        if one.ends_one is not None:
            return run
        if one.marks.pairs or one.marks.unclosed or len(run) == _AS_FAR:
            break
    return []


def following(parts: Sequence[Marked], start: int) -> Iterator[int]:
    """Yield the numbers of the paragraphs behind `start`, without headings and captions between."""
    return (number for number in range(start + 1, len(parts)) if parts[number].part.kind in _TEXT)


def partner(mark: str) -> str:
    """Return the mark that closes or opens what `mark` opens or closes."""
    return PARTNERS.get(mark) or _OPENERS.get(mark, mark)
