"""A superlative in the headline and nowhere in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.rules import Article, Bad, Finding, Good, Rule, pattern
from copydesk_rules.headline._citing import cited, closest_sentence
from copydesk_rules.headline._lexicon import SUPERLATIVES

_SUPERLATIVE = pattern(
    rf"(?<!\bat )\b(?:{'|'.join(SUPERLATIVES)})\b"
    r"(?!\s+(?:lady|minister|aid|class|floor|street|avenue|amendment|place|night|week|month|year|summer|days?)\b)",
    re.IGNORECASE,
)
_LIST = pattern(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s)?(?:best|worst|most|\w+est)\b", re.IGNORECASE
)


class Superlative(Rule):
    """The headline says first, largest, only or worst, and the story says so nowhere.

    Superlatives sell, and somebody always knows an earlier one. What the headline claims, the story must say, with
    who says so. The rule knows synonyms (largest, biggest) and is silent where the story has any superlative of the
    same sort. Off until asked for: many a “first” follows from what the story tells.

    Source: AP Stylebook, “first”, “headlines”; Guardian style guide, “first”.
    """

    name = "Headline.Superlative"
    severity = "suggestion"
    on = False
    examples = [
        Bad("The bridge opened on Monday. It is 4 km long.", headline="Longest bridge opens", found="Longest"),
        Bad("She landed on Sunday, the agency said.", headline="First woman lands on moon", found="First"),
        Good("The bridge, the longest in the state, opened on Monday.", headline="Longest bridge opens"),
        Good("The biggest plant in Ohio closed.", headline="Largest Ohio plant closes"),
        Good("No woman had landed there before; never in 60 years.", headline="First woman lands"),
        Good("The first lady spoke.", headline="First Lady speaks"),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None or not article.body or _LIST.search(headline.words):
            return
        for match in _SUPERLATIVE.finditer(headline.words):
            word = match.group().lower()
            same = SUPERLATIVES[word]
            body = [part for part in article.parts if part is not headline]
            if any(not part.vocabulary.isdisjoint(same) for part in body):
                continue
            yield Finding(
                headline.text_span(*match.span()),
                f"“{match.group()}” in the headline; the article says so nowhere.",
                related=cited(article, closest_sentence(article, headline.words)),
                confidence=0.5,
                evidence="sought with its synonyms",
            )
