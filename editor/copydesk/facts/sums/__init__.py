"""Sums: a total and its parts, as far as the words say that the one is made up of the others.

“12 people: five men and six women”, “21 patients, including three of …”, “three of those 21 … the other 18”.
`article.facts(sums)` is a tuple of them in the order of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.article import Article, Part
from copydesk.facts.figures import TWO_AMOUNTS, figures_of, moved, sentences_of
from copydesk.facts.sums.reading import sums_in
from copydesk.facts.sums.records import Relation, Sum
from copydesk.facts.sums.wording import CUES

__all__ = ["Relation", "Sum", "combine", "local"]


def local(part: Part) -> tuple[Sum, ...]:
    """Return the sums of a part, spans relative to it."""
    if CUES.isdisjoint(part.vocabulary):
        return ()
    read = figures_of(part)
    if len(read.figures) < 2:
        return ()
    return tuple(
        found
        for sentence in sentences_of(read.text)
        if TWO_AMOUNTS.search(sentence)
        for found in sums_in(sentence, read)
    )


def combine(article: Article, locals_: Sequence[tuple[Sum, ...]]) -> tuple[Sum, ...]:
    """Return the sums of the article, spans in its text."""
    return tuple(
        Sum(
            tuple(moved(figure, part) for figure in one.parts),
            one.relation,
            one.total and moved(one.total, part),
            one.ones,
        )
        for part, found in zip(article.parts, locals_, strict=True)
        for one in found
    )
