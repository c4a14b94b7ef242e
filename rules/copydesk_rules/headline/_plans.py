"""A headline that has done what the story only plans or holds possible."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from copydesk.facts.claims.headlines import Reading, readings
from copydesk.facts.claims.lexicon import ACT_FORMS
from copydesk.facts.claims.opposites import opposed
from copydesk.facts.claims.verbs import forms
from copydesk.rules import Article, Finding, Part, Related, Span, change_to, pattern
from copydesk_rules.headline._sentences import content, told_in
from copydesk_rules.headline._style import in_style

_POSSIBLE = pattern(
    r"\b(?:may|might|could)\s+(?:also\s+|soon\s+)?$|\bconsider\w*\s+(?:whether\s+to\s+)?$", re.IGNORECASE
)
_PLANNED = pattern(
    r"\b(?:plan|intend|propos|hop|want|seek|aim|threaten|wish|prepar)\w*\s+(?:to\s+)?$|\bproposals?\s+to\s+$",
    re.IGNORECASE,
)
_SHARED = 2  # words of weight that headline and sentence must have in common, besides the verb
_MOST_TELLINGS = 3


def only_planned(article: Article, headline: Part) -> Iterator[Finding]:
    """Yield an act that the headline states, where every sentence which tells of it has it planned or possible.

    Acts of the lexicon of claims are left out: the tense of those is compared elsewhere.
    """
    for reading in readings(headline, _other_verbs()):
        if reading.asserted and not reading.passive:
            told, possible = _told(article, headline, reading)
            if told:
                yield _finding(headline, reading, told, possible)
                return


@cache
def _other_verbs() -> dict[str, str]:
    return {form: verb for form, verb in opposed().items() if form not in ACT_FORMS}


def _told(article: Article, headline: Part, reading: Reading) -> tuple[list[tuple[Span, str]], bool]:
    """Return the sentences, with the words that open the act, and whether one of them has it only possible."""
    wanted = content(headline.words[: reading.verb.start]) | content(headline.words[reading.verb.end :])
    told: list[tuple[Span, str]] = []
    possible = False
    body = [part for part in article.parts if part is not headline]
    for part, sentence, at in told_in(body, frozenset(forms(reading.base))):
        text = part.words[sentence.start : sentence.end]
        before = text[: at.start]
        match = _POSSIBLE.search(before) or _PLANNED.search(before)
        if match is None:
            return [], False
        if len(wanted & content(text)) >= min(_SHARED, len(wanted)):
            possible = possible or _POSSIBLE.search(before) is not None
            told.append((part.text_span(*sentence), f"{match.group().strip()} {text[at.start : at.end]}"))
    return told, possible


def _finding(headline: Part, reading: Reading, told: Sequence[tuple[Span, str]], possible: bool) -> Finding:
    span = headline.text_span(*reading.verb)
    said = headline.words[reading.verb.start : reading.verb.end]
    return Finding(
        span,
        f"The headline has “{said}”; the article only “{told[0][1]}”.",
        related=tuple(Related(place) for place, _ in told[:_MOST_TELLINGS]),
        fixes=(change_to(span, in_style(f"{'may' if possible else 'to'} {reading.base}", headline.words)),),
        confidence=0.7,
        evidence="every sentence that tells of it has it planned or possible",
    )
