"""What is written two ways in an article, and which way to keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from copydesk.facts import quotations
from copydesk.rules import Article, Edit, Finding, Related, Span, Stretches, change_all, change_to

_MOST = 3  # places of the rarer way that are reported
MOST_WORDS = 200  # words of an article that are looked for in all of it; no story writes a tenth of them two ways


class Place(NamedTuple):
    """Where something is written, in which of the ways, and how it would be written in the other."""

    way: str
    span: Span
    otherwise: str


def in_own_words(article: Article, places: Iterable[Place]) -> list[Place]:
    """Return the places that are not in quotations: those are other people's, written as they were."""
    quoted = Stretches(quotation.span for quotation in article.facts(quotations))
    return sorted((place for place in places if not quoted.overlap(place.span)), key=lambda place: place.span)


def two_ways(article: Article, places: Sequence[Place], *, evidence: str, usual: str = "") -> Iterator[Finding]:
    """Yield the places that are written in the rarer of two ways; of two as frequent, not in the `usual` one."""
    counts = Counter(place.way for place in places)
    if len(counts) != 2:
        return
    (kept, many), (odd, few) = counts.most_common()
    if many == few and odd == usual:
        kept, odd = odd, kept
    wrong = [place for place in places if place.way == odd]
    model = next(place for place in places if place.way == kept)
    shown = article.words_at(model.span).strip()
    everywhere = change_all([Edit(*place.span, place.otherwise) for place in wrong], shown)
    for place in wrong[:_MOST]:
        yield Finding(
            place.span,
            f"“{article.words_at(place.span).strip()}” is written “{place.otherwise.strip()}” elsewhere.",
            related=(Related(model.span, f"“{shown}” here"),),
            fixes=(change_to(place.span, place.otherwise), *everywhere),
            confidence=0.7,
            evidence=f"{evidence}: {counts[kept]}× against {counts[odd]}×",
        )
