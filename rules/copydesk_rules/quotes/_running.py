"""Paragraphs in their order, with their marks: quotations that run over several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.facts import marks
from copydesk.facts.marks import DOUBLE, SINGLE, Marks
from copydesk.rules import Article, Part

PARTNERS = {"„": "”", "“": "”", "«": "»", '"': '"', "‘": "’", "'": "'", "‹": "›", "‚": "‘"}
_OPENERS = {closing: opening for opening, closing in PARTNERS.items()}
_TEXT = frozenset(("paragraph", "quote", "item"))
_AS_FAR = 8  # paragraphs that a quotation may run over without a mark
_ASIDES = 8  # in a row, between two paragraphs of a quotation


class Marked(NamedTuple):
    """A part and its marks."""

    part: Part
    marks: Marks

    def goes_on(self, mark: str) -> bool:
        """Whether the part may go on with a quotation: it begins with an opening mark, or a bracket and one.

        A straight single mark is one before a capital only, as what nothing closes may be an apostrophe.
        """
        words = self.part.words
        start = next((place for place, sign in enumerate(words[:3]) if sign not in "([ "), 0)
        if words[start : start + 1] not in _level(mark):
            return False
        if words[start] == "'" and words[start + 1 : start + 2].isupper():
            return True
        return start in self.marks.unclosed or any(pair.opening == start for pair in self.marks.pairs)

    @property
    def runs_on(self) -> int | None:
        """The place of a mark that is open at the part's end, with no other pair of its level behind it."""
        last = max(self.marks.unclosed, default=None)
        if last is None:
            return None
        level = _level(self.part.words[last])
        if any(pair.opening > last and self.part.words[pair.opening] in level for pair in self.marks.pairs):
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


def is_continued(parts: Sequence[Marked], start: int, mark: str) -> bool:
    """Whether the paragraph behind `start` begins with a mark like the one that is open there.

    Captions, links and posts that stand between the two are passed over: they have no stop, as copy has, or come
    twice, for the picture and below it.
    """
    before = ""
    for asides, number in enumerate(following(parts, start)):
        part = parts[number].part
        if parts[number].goes_on(mark):
            return True
        after = parts[number + 1].part.words if number + 1 < len(parts) else ""
        if asides == _ASIDES or not (is_aside(part) or part.words in (before, after)):
            return False
        before = part.words
    return False


def is_aside(part: Part) -> bool:
    """Whether a paragraph may stand among others and be none of the copy: a caption, a link, a post, a label.

    Such a line has no stop at its end, or no letters.
    """
    words = part.words.rstrip("”’\"')] ")
    return words[-1:] not in tuple(".!?…:,;-–—") or not any(sign.isalpha() for sign in words)


def is_title(said: str, share: float = 0.5) -> bool:
    """Whether quoted words are the title of something, and nobody's speech: more than a share have a capital."""
    words = [word for word in said.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) > len(words) * share


def following(parts: Sequence[Marked], start: int) -> Iterator[int]:
    """Yield the numbers of the paragraphs behind `start`, without headings and captions between."""
    return (number for number in range(start + 1, len(parts)) if parts[number].part.kind in _TEXT)


def partner(mark: str) -> str:
    """Return the mark that closes or opens what `mark` opens or closes."""
    return PARTNERS.get(mark) or _OPENERS.get(mark, mark)


def _level(mark: str) -> frozenset[str]:
    return DOUBLE if mark in DOUBLE else SINGLE
