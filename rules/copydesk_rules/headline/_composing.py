"""Composing a headline's verb from what the article says of an act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.facts.claims import Act, Claim
from copydesk.facts.claims.verbs import forms
from copydesk.rules import Article, Fix, Span, change_to
from copydesk_rules.headline._style import in_style

_OWN = frozenset("his her its their".split())
_ARTICLES = frozenset("the a an".split())
_PLURALS = frozenset("police people men women children troops media they".split())


class Telling(NamedTuple):
    """An act that the article tells of, and the claim that it is part of."""

    claim: Claim
    act: Act


def change(article: Article, span: Span, words: str) -> Fix:
    """Return the fix that puts `words` there as the headline would write them."""
    return change_to(span, in_style(words, article.headline.words if article.headline else ""))


def claim_fixes(article: Article, span: Span, claim: Claim, done: Sequence[Telling]) -> Iterator[Fix]:
    """Compose the headline's verb from the article: who acts by its shortest name, the act by its shortest verb.

    First with the most neutral verb of saying that the article has; then the first statement as it stands.
    """
    if not done:
        return
    first = done[0]
    neutral = any(one.claim.firmness == "said" for one in done)
    agent = next((one.act.agent for one in done if one.act.agent.split()[0].lower() in _OWN), first.act.agent)
    act = min((one.act for one in done), key=lambda act: len(act.particle))
    composed = ("say" if neutral else first.claim.verb, agent, act), (first.claim.verb, first.act.agent, first.act)
    seen: list[str] = []
    for verb, who, what in composed:
        words = f"{_agreeing(article, claim, verb)} {_done(who, what)}"
        if words not in seen:
            seen.append(words)
            yield change(article, span, words)


def _agreeing(article: Article, claim: Claim, verb: str) -> str:
    """Return the verb of saying in the number of the headline's own."""
    assert claim.saying is not None
    plural = article.words_at(claim.saying).lower() == claim.verb
    return verb if plural else forms(verb).third


def _done(agent: str, act: Act) -> str:
    """Return “forces have captured”: the agent without its article, the verb in the present perfect."""
    words = agent.split()
    if len(words) > 1 and words[0].lower() in _ARTICLES | _OWN:
        words = words[-1:]
    head = words[-1]
    plural = head.lower() in _PLURALS or (head[-1] == "s" and head[-2:] != "ss" and head[0].islower())
    participle = " ".join(filter(None, (forms(act.verb).participle, act.particle)))
    return f"{' '.join(words)} {'have' if plural else 'has'} {participle}"
