"""What rose or fell by the figures of a story, whatever verb it has: profit was £10.7m, against £9m."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from copydesk.facts import figures
from copydesk.facts.directions import Direction
from copydesk.facts.figures import Figure, moved
from copydesk.rules import Article, Part
from copydesk.text import analysis_of

_BEFORE = 8  # tokens before a level in which what it is of is named
_LEAST = 0.02  # of the old level: a smaller change is hardly one


def directions_of_levels(article: Article) -> Iterator[Direction]:
    """Yield the ways of what has an old and a new level side by side in the body, spans in the text."""
    for part, here in zip(article.parts, article.facts(figures), strict=True):
        if part.is_body and part.kind != "heading":
            for one, other in pairwise(here):
                if {one.role, other.role} == {"from", "to"} and _are_of_one(one, other):
                    yield from _direction(part, one, other)


def _are_of_one(one: Figure, other: Figure) -> bool:
    return one.kind == other.kind and one.unit_of == other.unit_of and one.noun == other.noun


def _direction(part: Part, one: Figure, other: Figure) -> Iterator[Direction]:
    old, new = (one, other) if one.role == "from" else (other, one)
    if abs(new.value - old.value) <= _LEAST * abs(old.value):
        return
    nouns = _nouns(part, one) | {one.noun} - {""}
    if nouns:
        head = one.noun or min(nouns)
        yield Direction(moved(new, part).span, new.value > old.value, head, frozenset(nouns))


def _nouns(part: Part, figure: Figure) -> set[str]:
    """Return the nouns before a figure in its sentence, in the singular: profit and tax, of “profit before tax”."""
    text = analysis_of(part.words)
    at = text.tokens.at(figure.span.start)
    first = max(text.tokens.sentence(at)[0], at - _BEFORE)
    return {text.phrases.singular(index) for index in range(first, at) if text.phrases.tag(index) in "NS"}
