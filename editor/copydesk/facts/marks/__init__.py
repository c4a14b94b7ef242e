"""Quotation marks: told from apostrophes and primes, paired, and those that have no partner.

What stands beside a mark says whether it may open (behind a blank or a bracket, before a word) or close (behind a
word or a stop); curly and angled ones mostly say so themselves. Marks nest, so what is open is kept on a stack.
A straight single mark is an apostrophe until a partner is found: '90s, rock 'n' roll, the boys' coats. A mark
behind a figure is feet, inches, minutes or seconds (6'2", a 12" record) unless it closes something.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from copydesk.article import Article, Part, Span
from copydesk.facts.marks.reading import Reader
from copydesk.facts.marks.records import CURLY, DOUBLE, SINGLE, STRAIGHT, Marks, Pair
from copydesk.patterns import pattern

__all__ = ["CURLY", "DOUBLE", "SINGLE", "STRAIGHT", "Marks", "Pair", "combine", "local", "outermost", "read"]

_APOSTROPHES = frozenset("'‘’")
_MARK = pattern("[\"“”„«»'‘’‚‹›]")
_NONE = Marks()


def local(part: Part) -> Marks:
    """Return the part's quotation marks, places counted from the part's beginning."""
    return read(part.words)


def combine(article: Article, locals_: Sequence[Marks]) -> tuple[Marks, ...]:
    """Return the marks of each of the article's parts, places counted from the part's beginning."""
    return tuple(locals_)


@lru_cache(maxsize=2048)  # quotations are read from the marks, right after them
def read(words: str) -> Marks:
    """Return the quotation marks of a paragraph; places are code points."""
    places = [match.start() for match in _MARK.finditer(words)]
    if not places or '"""' in words:  # no copy: code
        return _NONE
    # Two apostrophes side by side are markup, or one mark typed as two.
    doubled = {
        place for place in places if words[place] in _APOSTROPHES and words[place + 1 : place + 2] in _APOSTROPHES
    }
    if doubled:
        places = [place for place in places if place not in doubled and place - 1 not in doubled]
    return Reader(words, places).read()


def outermost(marks: Marks) -> list[Span]:
    """Return the spans from mark to mark that lie in no other, in order."""
    return [Span(pair.opening, pair.closing + 1) for pair in marks.pairs if pair.depth == 0]
