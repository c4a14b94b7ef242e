"""A headline that puts a claim or an act another way than the article does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.article import Fact
from copydesk.facts import claims
from copydesk.facts.claims import Act, Claim, Claims
from copydesk.facts.claims.lexicon import ANNOUNCED
from copydesk.facts.claims.verbs import forms, stem
from copydesk.rules import Article, Bad, Finding, Fix, Good, Options, Related, Rule, Span, pattern
from copydesk_rules.headline._composing import Telling, change, claim_fixes
from copydesk_rules.headline._law import beyond_the_law

_PRONOUNS = frozenset("he she it they".split())
_WORD = pattern(r"[^\W_][\w’'-]{2,}")
_NEEDS_NO_OBJECT = frozenset(["resign", "withdraw"])


@dataclass(frozen=True)
class MismatchOptions(Options):
    """`saying`: further verbs of saying, in groups that begin with how firmly they put it: ["claimed", "reckon"].

    That is “said”, “claimed”, “alleged”, “planned”, “denied” or “asked”. `acts`: further verbs of acting, in groups
    that mean much the same: ["mothball", "idle"].
    """

    saying: tuple[tuple[str, ...], ...] = ()
    acts: tuple[tuple[str, ...], ...] = ()


class ClaimMismatch(Rule):
    """The headline puts an act otherwise than the article: as going on, done or to come where the article does not.

    A headline is often written before the last version of the story, or by somebody who did not write it.
    Where it says “claims to occupy” and the article reports the claim that troops “have captured” the place,
    or “buys” where the article says “plans to buy”, the tense, who acts, or how firmly it is put has slipped.
    The rule compares only what is said of the same person or body about acts that mean much the same, and is
    silent where any sentence of the article bears the headline out.

    Source: AP Stylebook, “claim” (prefer “said”) and “headlines” (they must be borne out by the story); the
    Guardian style guide, “headlines”.
    """

    name = "Headline.ClaimMismatch"
    severity = "suggestion"
    options: MismatchOptions = MismatchOptions()
    examples = [
        Bad(
            "President Amara Keita has claimed that the national army has seized the border post. Keita said on "
            "Monday that his troops had seized it overnight.",
            headline="Keita claims to occupy border post",
            found="claims to occupy",
            fixed_headline="Keita says troops have seized border post",
        ),
        Bad(
            "Acme claimed on Tuesday that its lawyers had destroyed the files.",
            headline="Acme Claims to Demolish Secret Sales Files",
            found="Claims to Demolish",
            fixed_headline="Acme Claims Lawyers Have Destroyed Secret Sales Files",
        ),
        Bad(
            "Acme plans to buy Bolt, a rival, for $3m in cash. Shares in Bolt rose.",
            headline="Acme buys Bolt for $3m",
            found="buys",
            fixed_headline="Acme to buy Bolt for $3m",
        ),
        Bad(
            "Finance minister Jane Dover resigned on Friday after a week of protests.",
            headline="Finance minister Dover to quit",
            found="to quit",
            fixed_headline="Finance minister Dover quits",
        ),
        Bad(
            "A driver was charged on Monday with causing the crash near Leeds. The trial begins in May.",
            headline="Driver guilty of causing Leeds crash",
            found="guilty",
        ),
        Bad(
            "Acme may buy Bolt, a rival, two people said. Neither firm commented.",
            headline="Acme to buy Bolt",
            found="to buy",
            fixed_headline="Acme may buy Bolt",
        ),
        Good(
            "President Amara Keita claims to occupy the border post. Keita said his troops had seized it.",
            headline="Keita claims to occupy border post",
        ),
        Good(
            "President Amara Keita said that his troops had seized the border post.",
            headline="Keita claims to have seized border post",
        ),
        Good(
            "General Oumar Sow said that his troops had captured the port. Keita did not comment.",
            headline="Keita claims to occupy border post",
        ),
        Bad(
            "A man pleaded not guilty on Monday to taking 11 bicycles. His trial will begin in May.",
            headline="Courier guilty of taking 11 bicycles",
            found="guilty",
            fixed_headline="Courier accused of taking 11 bicycles",
        ),
        Good("Keita said his troops had captured the port.", headline="Keita claims to speak for all miners"),
        Good("Keita denied that his troops had captured the port.", headline="Keita claims to occupy port"),
        Good("Keita said his troops had not captured the port.", headline="Keita claims to occupy port"),
        Good("Dover said she will postpone the vote on Bolt.", headline="Dover delays vote on Bolt"),
        Good("Acme said it had bought Bolt for $3m.", headline="Acme buys Bolt for $3m"),
        Good("Acme plans to buy Nut next year, it said. A deal with Bolt is done.", headline="Acme buys Bolt"),
        Good("Acme plans to buy Bolt, it said. Acme bought Nut last year.", headline="Acme to buy Bolt"),
        Good("Dover resigned as leader in May. She will step down as a member on Monday.", headline="Dover to quit"),
        Good(
            "The union wants Dover to quit. Dover resigned from the board in May.",
            headline="Union wants Dover to quit",
        ),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None or re.search(r"[?:“‘\"]", headline.words):
            return
        yield from beyond_the_law(article, headline)
        fact: Fact[tuple[Claim, ...], tuple[Claim, ...]] = claims
        if self.options.saying or self.options.acts:
            fact = Claims(self.options.saying, self.options.acts)
        own = article.cache.get(fact, headline, fact.local)
        if not any(claim.acts for claim in own):
            return  # nearly every headline: spare the article's claims
        found = article.facts(fact)
        for claim in found:
            if not headline.span.contains(claim.span):
                break  # the headline's claims come first
            if len(claim.acts) == 1:
                finding = _compared(article, claim, claim.acts[0], found)
                if finding is not None:
                    yield finding


def _compared(article: Article, claim: Claim, act: Act, found: Sequence[Claim]) -> Finding | None:
    """Return what is to be said of one act of the headline, if the article tells of it otherwise."""
    if act.passive or act.negated or act.perfect:
        return None
    told = [
        Telling(one, other)
        for one in found
        if not _above(article, one) and one.firmness != "asked"
        for other in one.acts
        if other.kind == act.kind
    ]
    governed = claim.saying is not None and claim.statement.start == act.span.start
    if not told or any(one.claim.firmness == "denied" or one.act.negated for one in told):
        return None
    if claim.verb == "claim" and governed and act.form == "ahead":
        return _claimed(article, claim, act, told)
    if claim.saying is None and act.form == "present":
        return _asserted(article, act, told)
    if act.form == "ahead" and (claim.saying is None or (governed and claim.firmness == "planned")):
        return _announced(article, claim, act, told)
    return None


def _claimed(article: Article, claim: Claim, act: Act, told: Sequence[Telling]) -> Finding | None:
    """“Claims to occupy”, where the same speaker claims that it has been done."""
    assert claim.saying is not None
    surname = _surname(claim.speaker)
    same = [one for one in told if one.claim.saying and _surname(one.claim.speaker) == surname]
    if not same or any(one.act.form != "done" for one in same):
        return None
    span = Span(claim.saying.start, act.span.end)
    fixes = claim_fixes(article, span, claim, [one for one in same if not one.act.passive and one.act.agent])
    return _finding(article, span, same, "it is done", tuple(fixes))


def _asserted(article: Article, act: Act, told: Sequence[Telling]) -> Finding | None:
    """“Buys”, where the article knows only of a plan to."""
    same = _by_same_agent(article, act.agent, act, told)
    if not same or any(one.act.form in ("done", "present") for one in told):
        return None
    if act.kind in ANNOUNCED and any(one.act.form == "ahead" and one.claim.firmness != "planned" for one in told):
        return None  # “Envoy delays trip”: she will delay it, she said
    open_ = all(one.act.form == "possible" for one in told)
    words = " ".join(filter(None, ("may" if open_ else "to", act.verb, act.particle)))
    how = "it is only possible" if open_ else "it is still to come"
    return _finding(article, act.span, same, how, (change(article, act.span, words),))


def _announced(article: Article, claim: Claim, act: Act, told: Sequence[Telling]) -> Finding | None:
    """“To quit” or “vows to quit”, where the article has it as done."""
    same = _by_same_agent(article, claim.speaker or act.agent, act, told)
    if same and claim.saying is None and all(one.act.form == "possible" for one in told):
        words = " ".join(filter(None, ("may", act.verb, act.particle)))
        return _finding(article, act.span, same, "it is only possible", (change(article, act.span, words),))
    if not same or any(one.act.form != "done" or one.claim.firmness not in ("fact", "said") for one in told):
        return None
    span = Span(claim.saying.start if claim.saying else act.span.start, act.span.end)
    plural = claim.saying is not None and article.words_at(claim.saying).lower() == claim.verb
    verb = act.verb if plural else forms(act.verb).third
    words = " ".join(filter(None, (verb, act.particle)))
    return _finding(article, span, same, "it is done", (change(article, span, words),))


def _above(article: Article, claim: Claim) -> bool:
    part = article.part_at(claim.span.start)
    return part is not None and part.kind in ("headline", "standfirst")


def _by_same_agent(article: Article, agent: str, act: Act, told: Sequence[Telling]) -> list[Telling]:
    """Return the tellings whose agent bears the same name, and whose object shares a word with the headline's."""
    name = _surname(agent)
    if not name or not agent.split()[-1][0].isupper():
        return []
    words = _objects(article, act)
    found = []
    for one in told:
        who = one.act.agent
        if not who or who.lower() in _PRONOUNS:
            who = one.claim.speaker
        if _surname(who) == name and (act.kind in _NEEDS_NO_OBJECT or words & _objects(article, one.act)):
            found.append(one)
    return found


def _objects(article: Article, act: Act) -> set[str]:
    part = article.part_at(act.span.start)
    if part is None:
        return set()
    rest = re.split(r"[.!?](?:\s|$)", article.text[act.span.end : part.span.end], maxsplit=1)[0]
    return {stem(word) for word in _WORD.findall(rest)[:12]}


def _surname(speaker: str) -> str:
    words = speaker.split()
    return words[-1].casefold().removesuffix("’s").removesuffix("'s") if words else ""


def _finding(article: Article, span: Span, told: Sequence[Telling], how: str, fixes: tuple[Fix, ...]) -> Finding:
    return Finding(
        span,
        f"The headline has “{article.words_at(span)}”; in the article {how}: “{told[0].act.words}”.",
        related=tuple(
            Related(Span(one.claim.saying.start if one.claim.saying else one.act.span.start, one.act.span.end))
            if one.claim.saying and one.claim.saying.start < one.act.span.start
            else Related(one.act.span)
            for one in told[:3]
        ),
        fixes=fixes,
        confidence=0.7,
        evidence="the same speaker or agent, an act of the same kind, another tense",
    )
