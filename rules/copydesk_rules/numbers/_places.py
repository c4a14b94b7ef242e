"""Where the figures of an article are to each other."""

from __future__ import annotations

from copydesk.facts.figures import Figure
from copydesk.rules import Article


def in_one_sentence(article: Article, one: Figure, other: Figure) -> bool:
    """Whether two figures with spans in the text are in one sentence."""
    part = article.part_at(one.span.start)
    if part is None or not part.span.contains(other.span):
        return False
    first, last = sorted((part.prose.offset(one.span.start), part.prose.offset(other.span.start)))
    return any(sentence.start <= first and last < sentence.end for sentence in part.sentences)
