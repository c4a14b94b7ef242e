"""Claims: who says or does what, and how firmly the article puts it.

Every verb of saying with its speaker makes one claim (“Zelensky has claimed that …”, “… , police said”), and so
does a sentence that attributes what it says to nobody. A claim holds the acts in its statement: captured, resigned,
bought, with who acts and whether it is done, going on, ahead or only possible. Acts are few and chosen
(`lexicon`): this is no grammar of English, and what is not understood is left out. With a house's own verbs, `Claims`
is a fact like the module itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts.claims.lexicon import ALSO_NOUNS, ActForm, Firmness, Groups, Lexicon, SayingForm, lexicon
from copydesk.patterns import pattern

Form = Literal["done", "present", "ahead", "possible"]

__all__ = ["Act", "Claim", "Claims", "Firmness", "Form", "combine", "local"]


class Act(msgspec.Struct, frozen=True):
    """Something done, by a verb of the lexicon.

    `span` is the verb with its auxiliaries and particle (“had taken control of”), `words` the same as read.
    `kind` is shared by verbs that mean much the same. `agent` is who acts, as written (“his forces”); it is empty
    where that is not said, or where the speaker acts (“Acme plans to buy”).
    `perfect` says that the verb is in the perfect or past perfect.
    """

    span: Span
    words: str
    verb: str
    particle: str
    kind: str
    form: Form
    perfect: bool = False
    passive: bool = False
    negated: bool = False
    agent: str = ""


class Claim(msgspec.Struct, frozen=True):
    """A statement and who makes it. `saying` is the verb that says so (“has claimed”), None for the article itself.

    `verb` is that verb's base form; `speaker` is as written; `span` is the sentence.
    """

    span: Span
    statement: Span
    firmness: Firmness
    acts: tuple[Act, ...]
    speaker: str = ""
    saying: Span | None = None
    verb: str = ""


_LONGEST = 5_000  # code points: no sentence of an article is longer
_LOOK_BACK = 120  # code points: where a speaker or an agent begins before its verb

_AUXILIARIES = frozenset(
    """has have had having is are was were be been being will would shall should can could may might must to
    did do does not never n't also since already now finally just then later earlier recently again""".split()
)
_NAME = r"(?:(?!(?:The|An?|Her|His|Their|Its|This|That|These|Those|Many|Some|Such|Both|All)\b)[A-Z][\w.’'-]*)"
_PRONOUN = r"(?:he|she|they|it|we|I|who)"
# It looks for a first letter first, which is quick to say no.
_SPEAKER = pattern(
    rf"(?=[A-Z]|\b[a-z])(?:(?P<name>(?:{_NAME}\s+(?:(?:of|de|la|van|von|bin|al|and|the)\s+){{0,2}}){{0,6}}{_NAME})|"
    rf"\b(?P<pronoun>(?i:{_PRONOUN}))|"
    r"\b(?P<noun>(?i:the|a|an|his|her|its|their|one|two|some|many|several|local|state)\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+)|"
    r"\b(?P<bare>(?i:police|officials|prosecutors|authorities|experts|scientists|researchers|critics|residents)))"
    r"(?P<between>(?i:\s+(?:has|have|had|also|later|then|earlier|repeatedly|never|\w+ly))*)\s+$"
)
_IMPERSONAL = pattern(
    r"\b(?:it|he|she|they)\s+(?:is|was|are|were|has been|have been)\s+(?:widely\s+)?$", re.IGNORECASE
)
# What may stand between a verb of saying and what is said: when, where and to whom.
_BETWEEN = pattern(
    r"(?:,?\s+(?:on|in|at|to|during|late|early|earlier|last|this)?\s*(?:(?:the|a|an|his|her|its)\s+)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|statement|interview|speech|address|tweet|post|report|"
    r"news conference|press conference|week|month|year|today|yesterday|morning|afternoon|evening|reporters|"
    r"parliament|Congress)\b){0,3}(?:,)?\s*(?P<that>that\s+)?"
)
_TO_WHOM = pattern(r"\s+(?:[\w.’'-]+\s+){1,9}?(?=that\s)")
_INFINITIVE = pattern(r"\s*to\s+(?:have\s+)?\w+", re.IGNORECASE)
# “Claims”, “reports”, “plans” are nouns as often as verbs; as verbs they have a clause behind them.
_CLAUSE_FOLLOWS = pattern(
    r"\s+(?:(?:that|the|an?|his|her|its|their|he|she|it|they|we|I|there|this|these|no)\b|\d|[“\"]|[A-Z])"
)
_TRAILING = pattern(r",[”\"’']?\s+(?:[\w.’'-]+\s+){0,8}$")
_NOT_IN_A_CLAIM = pattern(r"\b(?:allegedly|reportedly|purportedly|supposedly)\b", re.IGNORECASE)
_DETERMINER = frozenset(
    "a an the this that these those of his her its their our my your no any some for by with".split()
)
_AGENT = pattern(
    r"(?:^|[\s“\"(])(?P<agent>(?:(?:the|a|an|his|her|its|their|our|my)\s+)?(?:[\w’'-]+\s+){0,3}?[\w’'-]+)\s*$",
    re.IGNORECASE,
)
_CLAUSE = pattern(
    r"[,;:—–(“\"]|\b(?:that|and|but|because|after|before|when|while|as|since|if|although|whether|which|where|said|says|"
    r"claimed|claims|say|told)\s",
    re.IGNORECASE,
)


class Claims(msgspec.Struct, frozen=True):
    """The fact, as it is read with the words of a lexicon; two are one if their house's own words are the same."""

    saying: Groups = ()
    acts: Groups = ()

    def local(self, part: Part) -> tuple[Claim, ...]:
        """Return the claims of a part, spans relative to the part."""
        known = lexicon(self.saying, self.acts)
        if part.kind in ("byline", "dateline", "caption") or known.small_words.isdisjoint(part.vocabulary):
            return ()
        sentences = (sentence for sentence in part.sentences if sentence.end - sentence.start <= _LONGEST)
        return tuple(claim for sentence in sentences for claim in _claims(part, sentence, known))

    def combine(self, article: Article, locals_: Sequence[tuple[Claim, ...]]) -> tuple[Claim, ...]:
        """Return all claims of the article in order, the headline's first, spans in the text."""
        parts = zip(article.parts, locals_, strict=True)
        return tuple(_in_text(part, claim) for part, found in parts for claim in found)


_AS_THEY_COME = Claims()
local, combine = _AS_THEY_COME.local, _AS_THEY_COME.combine


def _in_text(part: Part, claim: Claim) -> Claim:
    return replace(
        claim,
        span=part.text_span(*claim.span),
        statement=part.text_span(*claim.statement),
        saying=None if claim.saying is None else part.text_span(*claim.saying),
        acts=tuple(replace(act, span=part.text_span(*act.span)) for act in claim.acts),
    )


def _claims(part: Part, sentence: Span, known: Lexicon) -> Iterator[Claim]:
    first, last = (bisect_left(part.tokens, (place,)) for place in sentence)
    tokens = part.tokens[first:last]
    lowered = [part.words[token.start : token.end].lower().replace("’", "'") for token in tokens]
    if known.saying.keys().isdisjoint(lowered) and known.acts.keys().isdisjoint(lowered):
        return
    acts = list(_acts(part.words, sentence, tokens, lowered, known))
    claims = list(_attributed(part.words, sentence, tokens, lowered, known))
    left = acts
    for claim in reversed(claims):  # an act belongs to the innermost claim, the one that begins last
        inside = [act for act in left if claim.statement.contains(act.span)]
        left = [act for act in left if act not in inside]
        if inside and inside[0].span.start == claim.statement.start:
            inside[0] = replace(inside[0], agent="")  # “Acme plans to buy”: the speaker acts
        yield replace(claim, acts=tuple(inside))
    if left:
        firmness: Firmness = "alleged" if _NOT_IN_A_CLAIM.search(part.words, *sentence) else "fact"
        yield Claim(sentence, sentence, firmness, tuple(left))


def _attributed(
    words: str, sentence: Span, tokens: Sequence[Span], lowered: Sequence[str], known: Lexicon
) -> Iterator[Claim]:
    for token, word in zip(tokens, lowered, strict=True):
        form = known.saying.get(word)
        if form is None:
            continue
        statement = _statement(words, sentence, token, form)
        if statement is None:
            continue
        before = max(sentence.start, token.start - _LOOK_BACK)
        if _IMPERSONAL.search(words, before, token.start):  # “it is believed that”: said by nobody
            yield Claim(sentence, statement, "alleged", (), "", token, form.verb)
            continue
        speaker = _SPEAKER.search(words, before, token.start)
        if speaker is None:
            continue
        name = next(group for group in speaker.group("name", "pronoun", "noun", "bare") if group)
        start = speaker.start("between") + 1 if speaker["between"] else token.start
        yield Claim(sentence, statement, form.firmness, (), name, Span(start, token.end), form.verb)


def _statement(words: str, sentence: Span, verb: Span, form: SayingForm) -> Span | None:
    """Return what is said: behind the verb, or before it where the sentence ends with its speaker."""
    if words.endswith(("to ", "been ", "being ", "be "), 0, verb.start):
        return None  # “the first to confirm that”: who says so cannot be told from here
    if _INFINITIVE.match(words, verb.end, sentence.end):
        return Span(verb.end + 1, sentence.end)
    if form.firmness == "planned":
        return None  # “promised reform”, “offers”: nothing that could be compared
    to_whom = _TO_WHOM.match(words, verb.end, sentence.end) if form.verb == "tell" else None
    between = _BETWEEN.match(words, to_whom.end() if to_whom else verb.end, sentence.end)
    start = between.end() if between else verb.end
    present = not words.endswith("ed", 0, verb.end)
    if present and form.verb in ALSO_NOUNS and not _CLAUSE_FOLLOWS.match(words, verb.end, sentence.end):
        return None
    rest = words[start : min(sentence.end, start + 200)].strip(" .,;!?”\"’'")
    if rest and not rest.startswith((",", ".")):
        return Span(start, sentence.end)
    if _TRAILING.search(words, max(sentence.start, verb.start - _LOOK_BACK), verb.start):
        comma = words.rfind(",", sentence.start, verb.start)
        return Span(sentence.start, comma)
    return None


def _acts(
    words: str, sentence: Span, tokens: Sequence[Span], lowered: Sequence[str], known: Lexicon
) -> Iterator[Act]:
    for index, word in enumerate(lowered):
        for form in known.acts.get(word, ()):
            if tuple(lowered[index + 1 : index + 1 + len(form.particle)]) == form.particle:
                act = _act(words, sentence, tokens, lowered, index, form)
                if act is not None:
                    yield act
                break


def _act(
    words: str, sentence: Span, tokens: Sequence[Span], lowered: Sequence[str], index: int, form: ActForm
) -> Act | None:
    """Return the act of the verb at `index`, or None if it is a noun or a modifier there."""
    first = index
    while first and (lowered[first - 1] in _AUXILIARIES or lowered[first - 1].endswith("n't")):
        first -= 1
    auxiliaries = lowered[first:index]
    before = lowered[first - 1] if first else ""
    kind = _form(auxiliaries, form, before, first == 0)
    following = lowered[index + 1 : index + 2]
    passive = (
        bool({"was", "were", "is", "are", "been", "be", "being"} & set(auxiliaries)) and "ing" not in form.fields
    )
    if kind is None or (not auxiliaries and following == ["by"]):
        return None
    span = Span(tokens[first].start, tokens[index + len(form.particle)].end)
    return Act(
        span,
        words[span.start : span.end],
        form.verb,
        " ".join(form.particle),
        form.kind,
        kind,
        perfect=bool({"has", "have", "had"} & set(auxiliaries)),
        passive=passive,
        negated=any(word in ("not", "never") or word.endswith("n't") for word in auxiliaries),
        agent="" if passive else _agent(words, sentence, tokens[first].start),
    )


def _form(auxiliaries: Sequence[str], form: ActForm, before: str, opens: bool) -> Form | None:
    found = set(auxiliaries)
    if found & {"can", "could", "may", "might", "should", "must", "would"}:
        return "possible"
    if found & {"will", "shall"}:
        return "ahead"
    if "to" in found:
        return "done" if "have" in found else "ahead"
    if "participle" in form.fields and found & {
        "has",
        "have",
        "had",
        "was",
        "were",
        "been",
        "is",
        "are",
        "be",
        "being",
    }:
        return "done"
    if "base" in form.fields and found & {"did", "does", "do"}:
        return "done"
    if before in _DETERMINER or opens:
        return None
    if "past" in form.fields and "base" not in form.fields:
        return "done"
    if "ing" in form.fields:
        return "present" if found & {"is", "are", "was", "were", "been", "be"} else None
    return "present"


def _agent(words: str, sentence: Span, end: int) -> str:
    """Return the noun group straight before `end`, back to where its clause begins."""
    start = max(sentence.start, end - _LOOK_BACK)
    for boundary in _CLAUSE.finditer(words, start, end):
        start = boundary.end()
    group = words[start:end].strip()
    match = _AGENT.search(group)
    return match["agent"] if match and len(group.split()) <= 6 else ""
