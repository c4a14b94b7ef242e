"""A headline that has the opposite of what the article has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.facts.claims.headlines import readings
from copydesk.facts.claims.opposites import Opposite, opposed, opposites
from copydesk.facts.claims.verbs import forms
from copydesk.rules import Article, Bad, Finding, Good, Options, Part, Related, Rule, Span, change_to, pattern
from copydesk_rules.headline._sentences import content, told_in
from copydesk_rules.headline._style import in_style

_NOT = pattern(
    r"\b(?:not|never|no|n[’']t|without|fail\w*|refus\w*|den(?:y|ies|ied)|nearly|almost|may|might|could)\b|n[’']t\b",
    re.IGNORECASE,
)
_SHARED = 2  # words besides the verb that headline and sentence must have in common


@dataclass(frozen=True)
class OppositeOptions(Options):
    """`opposites`: further pairs of verbs that say the opposite of each other: ["promote", "relegate"]."""

    opposites: tuple[tuple[str, ...], ...] = ()


class Contradiction(Rule):
    """The headline says the opposite of the story: rises where it falls, approves where it rejects.

    One slip turns the news round. The rule looks at pairs of opposite verbs, and speaks up where the story tells of
    the same subject and object with the opposite verb, and nowhere with the headline’s own. Off until asked for: such
    slips are so rare in published copy that its precision on real ones could not be measured.

    Source: AP Stylebook, “headlines” (they must be borne out by the story); the opposites are WordNet’s.
    """

    name = "Headline.Contradiction"
    severity = "warning"
    on = False
    options: OppositeOptions = OppositeOptions()
    examples = [
        Bad(
            "Profit at Acme fell by a tenth in the spring, the carmaker said.",
            headline="Profit at Acme rises by a tenth",
            found="rises",
            fixed_headline="Profit at Acme falls by a tenth",
        ),
        Bad(
            "The senate rejected the harbour bill by two votes on Monday night.",
            headline="Senate Approves Harbour Bill",
            found="Approves",
            fixed_headline="Senate Rejects Harbour Bill",
        ),
        Good("Profit at Acme fell in spring. It rose in summer.", headline="Profit at Acme rises in summer"),
        Good("Police must side with the left wing of Acme.", headline="Police of Acme join march"),
        Good("Shares in Bolt fell. Nut, a rival, was upbeat.", headline="Nut rises"),
        Good("The senate rejected the road bill.", headline="House approves harbour bill"),
        Good("The court did not reject the appeal by Acme.", headline="Court accepts appeal by Acme"),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None or "?" in headline.words:
            return
        own = {form: verb for pair in self.options.opposites for verb in pair for form in forms(verb)}
        for reading in readings(headline, opposed() | own):
            if reading.negated or reading.form == "possible":
                continue
            pairs = opposites().get(reading.base, ())
            for pair in (*pairs, *_further(reading.base, self.options.opposites)):
                place = _told_otherwise(article, headline, reading.verb, pair)
                if place is not None:
                    yield _finding(article, headline, reading.verb, pair, place)
                    return


def _further(base: str, pairs: Sequence[Sequence[str]]) -> Iterator[Opposite]:
    """Yield a house's own opposites of a verb."""
    for pair in pairs:
        if base in pair and len(pair) == 2:
            other = pair[1 - pair.index(base)]
            yield Opposite(frozenset(forms(base)), frozenset(forms(other)), forms(other))


def _told_otherwise(article: Article, headline: Part, verb: Span, pair: Opposite) -> Span | None:
    """Return the sentence that tells of the same with the opposite verb, if none has the headline's own."""
    body = [part for part in article.parts if part is not headline]
    if any(part.vocabulary & pair.same for part in body) or _NOT.search(headline.words):
        return None
    if headline.vocabulary & pair.other:
        return None  # “Joins march, leaves early”
    subject, rest = content(headline.words[: verb.start]), content(headline.words[verb.end :])
    for part, sentence, at in told_in(body, pair.other):
        text = part.words[sentence.start : sentence.end]
        if _NOT.search(text):
            continue
        clause = max(text.rfind(mark, 0, at.start) for mark in ",;:—–") + 1
        before, behind = content(text[clause : at.start]), content(text[at.end :])
        if subject & before and len(subject & before) + len(rest & behind) >= min(_SHARED, len(subject) + len(rest)):
            return part.text_span(*sentence)
    return None


def _finding(article: Article, headline: Part, verb: Span, pair: Opposite, place: Span) -> Finding:
    said = headline.words[verb.start : verb.end]
    span = headline.text_span(*verb)
    forms_ = pair.offered
    instead = forms_.third if said.lower().endswith("s") else forms_.base
    if said.lower().endswith("ed"):
        instead = forms_.past
    if said.lower().endswith("ing"):
        instead = forms_.ing
    return Finding(
        span,
        f"The headline has “{said}”; the article says the opposite.",
        related=(Related(place),),
        fixes=(change_to(span, in_style(instead, headline.words)),),
        confidence=0.6,
        evidence="same subject and object, the opposite verb, and the headline's own nowhere in the article",
    )
