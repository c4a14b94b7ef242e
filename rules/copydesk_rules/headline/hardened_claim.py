"""A headline that states as fact what the article only reports as said by somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from copydesk.facts.claims.deeds import ALLEGED, CLAIMED, CULPRITS, SETTLED, deeds
from copydesk.facts.claims.headlines import Reading, readings
from copydesk.facts.claims.verbs import forms, stem
from copydesk.rules import Article, Bad, Finding, Fix, Good, Options, Part, Related, Rule, Span, change_to, pattern
from copydesk_rules.headline._plans import only_planned
from copydesk_rules.headline._sentences import content
from copydesk_rules.headline._style import in_style

_CULPRIT = pattern(
    rf"\baccused\s+(?P<mod>(?:[\w-]+\s)?)(?P<noun>{'|'.join(CULPRITS)})(?P<plural>s?)\b", re.IGNORECASE
)
_WORD = pattern(r"[^\W\d_][\w’'-]{2,}")
_SPEAKER = pattern(
    r"\b((?:[A-Z][\w’'-]+\s){0,3}[A-Z][\w’'-]+|(?:[Tt]he|[Aa])\s(?:\w+\s){0,2}\w+)\s+(?:has\s|have\s|had\s|also\s)?(?:claim|assert|contend|insist|boast)\w*"
)
_NAMES_A_CHARGE = pattern(r"(?:accus|charg|suspect)", re.IGNORECASE)
_RELATIVE = pattern(r"\b(?:that|which|who)\b")
_MOST_TELLINGS = 3


class _Telling(NamedTuple):
    """A sentence of the body, in the text, that tells of the deed, and the words that make it a charge or a claim."""

    sentence: Span
    mark: str


@dataclass(frozen=True)
class ClaimOptions(Options):
    """`marks`: further words by which a story leaves it to others to vouch for a thing: “reckons”.

    `crimes` and `battles`: further deeds, by their verbs, with nouns for them behind a slash: "poach / poaching".
    """

    marks: tuple[str, ...] = ()
    crimes: tuple[str, ...] = ()
    battles: tuple[str, ...] = ()


class HardenedClaim(Rule):
    """The headline states as fact what the story only reports as a charge, or as the claim of one side.

    Nobody is a thief before a court says so, and no bridge is destroyed because one army says so; the headline is
    what is sued over and what is shared. The rule looks at crimes and at acts of war that the headline tells in
    the active (“Teacher stole $40,000”), and speaks up where every sentence of the story that tells of it says
    “accused of”, “allegedly”, “charged with” or “claimed”. Quotation marks, a colon, a question, a passive, *over*,
    *after*, and every word of saying in the headline are distance enough. Where there was a conviction, a
    confession, a witness or a film, it is silent; so it is on official facts and counts. “Accused killer” and its
    kin are reported always: they call the accused a killer. And where the headline has done (“Bank cuts 200 jobs”)
    what every sentence of the story has as planned or possible (“may cut”), the rule says so.

    Source: AP Stylebook, “accused”, “allege”; Guardian style guide, “allegedly”; BBC Editorial Guidelines, 11 and 18.
    """

    name = "Headline.HardenedClaim"
    severity = "warning"
    options: ClaimOptions = ClaimOptions()
    examples = [
        Bad(
            "A teacher is accused of stealing $40,000 from a school fund in Leeds. She denies the charge.",
            headline="Teacher stole $40,000 from school fund",
            found="stole",
            fixed_headline="Teacher accused of stealing $40,000 from school fund",
        ),
        Bad(
            "The Northern army claimed on Monday to have destroyed a railway bridge near Osk. The South did not "
            "comment.",
            headline="Northern army destroys railway bridge",
            found="destroys",
            fixed_headline="Northern army claims to have destroyed railway bridge",
        ),
        Bad(
            "Police charged Lee Marsh with murder on Friday. He has not entered a plea.",
            headline="Accused killer Marsh in court",
            found="Accused killer",
            fixed_headline="Murder suspect Marsh in court",
        ),
        Bad(
            "The bank may cut 200 jobs in Leeds, two people said on Monday. It declined to comment.",
            headline="Bank cuts 200 jobs in Leeds",
            found="cuts",
            fixed_headline="Bank may cut 200 jobs in Leeds",
        ),
        Good("The bank will cut 200 jobs in Leeds, it said.", headline="Bank cuts 200 jobs in Leeds"),
        Good(
            "A teacher was convicted on Monday of stealing $40,000. She had been accused in May.",
            headline="Teacher stole $40,000 from school fund",
        ),
        Good(
            "A teacher is accused of stealing $40,000 from a school fund.",
            headline="Teacher accused of stealing from school fund",
        ),
        Good("He allegedly stole a boat in Hull.", headline="Man held over boat theft"),
        Good("A man allegedly stole a boat in Hull.", headline="Police: Man stole boat"),
        Good("The army claimed that it had destroyed the bridge.", headline="Army 'destroys bridge'"),
        Good("The army destroyed the bridge on Monday, photographs show.", headline="Army destroys bridge"),
        Good("The quake destroyed 300 houses, officials said.", headline="Quake destroys 300 houses"),
        Good("Three men were killed when a wall fell. A builder is accused of neglect.", headline="Wall kills three"),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None or not article.body:
            return
        for match in _CULPRIT.finditer(headline.words):
            yield _culprit(article, headline, match)
        yield from only_planned(article, headline)
        for kind, further in (("crime", self.options.crimes), ("battle", self.options.battles)):
            known = deeds(kind, further)
            for reading in readings(headline, _bases(kind, further)):
                if reading.asserted and not reading.passive and reading.object:
                    finding = _hardened(article, headline, reading, known[reading.base][1], kind, self.options.marks)
                    if finding is not None:
                        yield finding
                        return


@cache
def _bases(kind: str, further: tuple[str, ...]) -> dict[str, str]:
    return {form: base for form, (base, _) in deeds(kind, further).items()}


def _hardened(
    article: Article, headline: Part, reading: Reading, words: frozenset[str], kind: str, further: Sequence[str]
) -> Finding | None:
    """Return that every sentence which tells of the deed leaves it to somebody to vouch for it."""
    verb, base = reading.verb, reading.base
    wanted = content(headline.words) - {stem(base)}
    marks = [ALLEGED, CLAIMED] if kind == "crime" else [CLAIMED]
    if further:
        marks.append(pattern(rf"\b(?:{'|'.join(map(re.escape, further))})\b", re.IGNORECASE))
    told: list[_Telling] = []
    for part in article.parts:
        if part is headline or part.vocabulary.isdisjoint(words):
            continue
        for sentence in part.sentences:
            text = part.words[sentence.start : sentence.end]
            found = {word.lower() for word in _WORD.findall(text)}
            if found.isdisjoint(words):
                continue
            mark = next((match for mark in marks if (match := mark.search(text))), None)
            if mark is not None and _NAMES_A_CHARGE.match(mark[0]) and _in_a_relative_clause(text, mark.end(), words):
                return None
            if len(wanted & content(text)) < min(2, len(wanted)):
                if mark is None:
                    return None  # it may be the same deed in other words
                continue
            if mark is None:
                return None
            told.append(_Telling(part.text_span(*sentence), mark.group()))
    if not told or any(SETTLED.search(part.words) for part in article.parts if part is not headline):
        return None
    return _finding(article, headline, verb, base, told, kind)


def _in_a_relative_clause(text: str, start: int, words: frozenset[str]) -> bool:
    """Whether the deed is a fact behind a charge of something else: “accused of the attack that killed two”."""
    deed = next((m.start() for m in _WORD.finditer(text, start) if m.group().lower() in words), -1)
    return deed > 0 and _RELATIVE.search(text[start:deed].removeprefix(" that")) is not None


def _finding(article: Article, headline: Part, verb: Span, base: str, told: Sequence[_Telling], kind: str) -> Finding:
    said = headline.words[verb.start : verb.end]
    span = headline.text_span(*verb)
    instead = f"accused of {forms(base).ing}" if kind == "crime" else None
    if kind == "battle" and _claimed_by_subject(article, headline, verb, told[0]):
        plural = said.lower() == base
        instead = f"{'claim' if plural else 'claims'} to have {forms(base).participle}"
    fixes: tuple[Fix, ...] = () if instead is None else (change_to(span, in_style(instead, headline.words)),)
    return Finding(
        span,
        f"The headline states as fact what the article only reports: “{told[0].mark}”.",
        related=tuple(Related(one.sentence) for one in told[:_MOST_TELLINGS]),
        fixes=fixes,
        confidence=0.7,
        evidence="every sentence that tells of it has a mark of doubt; no verdict, admission or witness is reported",
    )


def _claimed_by_subject(article: Article, headline: Part, verb: Span, told: _Telling) -> bool:
    speaker = _SPEAKER.search(article.words_at(told.sentence))
    if speaker is None:
        return False
    return not content(headline.words[: verb.start]).isdisjoint(content(speaker[1]))


def _culprit(article: Article, headline: Part, match: re.Match[str]) -> Finding:
    span = headline.text_span(*match.span())
    words = f"{match['mod']}{CULPRITS[match['noun'].lower()]} suspect{match['plural']}"
    opens = match.start() == 0
    return Finding(
        span,
        f"“{match[0]}” calls somebody {_with_article(match['noun'].lower())} who is only accused of it.",
        related=tuple(_accusations(article, headline)),
        fixes=(change_to(span, in_style(words, headline.words, opens=opens)),),
        confidence=0.9,
        evidence="AP Stylebook, “accused”",
    )


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _accusations(article: Article, headline: Part) -> Iterator[Related]:
    for part in article.body:
        for sentence in part.sentences:
            if ALLEGED.search(part.words, *sentence):
                yield Related(part.text_span(*sentence))
                return
