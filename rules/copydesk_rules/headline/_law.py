"""A headline that is a step of the law ahead of the story: guilty, where somebody is only accused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.facts.claims.deeds import Step, steps
from copydesk.rules import Article, Finding, Fix, Part, Span, change_to, pattern
from copydesk_rules.headline._citing import cited
from copydesk_rules.headline._style import in_style

_OTHER_SENSE = pattern(r"\b(?:not|plead\w*|pled|if|may|could|fees?|\$|£|€|batter\w*|extra)\b", re.IGNORECASE)
_VERDICTS = frozenset(("guilty", "convicted"))
_BEHIND = pattern(r"\s+(?:with|over|in|for|of|after|by|on|at)\b|\s*$", re.IGNORECASE)
_PARTICIPLE = pattern(
    r"\b(?:accused|charged|arrested|detained|questioned|suspected|indicted|interviewed|wanted|sought)\b",
    re.IGNORECASE,
)


def beyond_the_law(article: Article, headline: Part) -> Iterator[Finding]:
    """Yield where a headline has somebody convicted, charged or arrested and the story knows only of less."""
    words = headline.words
    if _OTHER_SENSE.search(words):
        return
    for token in headline.tokens:
        step = steps().get(words[token.start : token.end].lower())
        if step is None or not token.start or not _BEHIND.match(words, token.end):
            continue
        body = [part for part in article.parts if part is not headline]
        if _any(body, step.borne_out):
            continue
        place = _short(article, body, step)
        if place is not None:
            yield _finding(article, headline, token, place)


def _any(parts: Sequence[Part], stems: Sequence[str]) -> bool:
    """Whether any word begins so. Who pleads not guilty is not guilty."""
    return any(
        word.startswith(tuple(stems)) and before != "not"
        for part in parts
        for before, word in pairwise(("", *part.small_words))
    )


def _short(article: Article, parts: Sequence[Part], step: Step) -> Span | None:
    """Return the first word of the story, in the text, that falls short of the step."""
    for part in parts:
        for token in part.tokens:
            if part.words[token.start : token.end].lower().startswith(step.short):
                return part.text_span(*token)
    return None


def _finding(article: Article, headline: Part, token: Span, place: Span) -> Finding:
    span = headline.text_span(*token)
    said, instead = headline.words[token.start : token.end], article.words_at(place)
    fixes: tuple[Fix, ...] = ()
    if _PARTICIPLE.fullmatch(instead):
        fixes = (change_to(span, in_style(instead.lower(), headline.words)),)
    elif said.lower() in _VERDICTS:
        fixes = (change_to(span, in_style("accused", headline.words)),)  # whoever is on trial is that
    return Finding(
        span,
        f"The headline has “{said}”; the article goes no further than “{instead}”.",
        related=cited(article, place),
        fixes=fixes,
        confidence=0.8,
        evidence="no word of a later step of the law stands in the article",
    )
