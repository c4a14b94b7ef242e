"""Headline grammar: who does what to whom in a headline, when, and who vouches for it.

Headlines drop articles and forms of “be”, put the past in the present (“Acme sues Bolt”) and the future in an
infinitive (“to close”, “set to close”), name their source before or behind a colon (“Fey: End in sight”, “Man stole
boat: police”), and keep words at a distance by quotation marks. “Man killed in crash” is a passive; “Dead” is died.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from copydesk.article import Part, Span
from copydesk.facts.claims import Form
from copydesk.facts.claims.deeds import DISTANCE
from copydesk.facts.claims.verbs import Forms, forms
from copydesk.patterns import pattern

_FUTURE = frozenset("to will shall set due poised expected likely about going".split())
_OPEN = frozenset(
    """may might could can would should must mulls mull weighs weigh eyes eye considers consider wants want seeks seek
    hopes hope urges urged threatens threaten""".split()
)
_BE = frozenset("is are was were be been being gets get got".split())
_NEGATIONS = frozenset("not never no cannot".split())
_HELPERS = _FUTURE | _OPEN | _BE | _NEGATIONS | frozenset("has have had did does do also".split())
# Behind a participle these show that nothing is acted upon: “Man killed in crash”, “Minister arrested over leak”.
_NO_OBJECT = frozenset(
    """by in at on near for with of as and but while when from during amid since until outside inside after before
    over under to into through against dead again twice""".split()
)
_DETERMINERS = frozenset("a an the this that these those his her its their our my your of".split())
_BOUNDARY = pattern(r"[,:](?!\d)|[;—–|]|\s-\s|\b(?:as|after|before|while|when|and|but)\s", re.IGNORECASE)
_SOURCE = pattern(r"(?P<before>[^:]{2,40}):\s+(?P<said>.+)")
_SOURCE_BEHIND = pattern(
    r"(?P<said>.+?)(?::\s+|\s[–—-]\s+|,\s+)(?P<source>[^:,–—]{2,40}?)(?:\s+(?:says?|said|claims?))?$", re.IGNORECASE
)
_MOST_SOURCE = 4  # words of a source: “Russian defence ministry”


class Reading(msgspec.Struct, frozen=True):
    """One verb of a headline and what goes with it; spans are relative to the part.

    `subject` and `object` are the words before and behind it, up to where their clause ends, without helpers; one
    that is not there is empty. `base` is the verb's. `source` is who says so, in the headline's words, or empty.
    `distance` is the word or mark by which the headline leaves it to others to vouch for what it says, or empty.
    """

    subject: Span
    verb: Span
    object: Span
    base: str
    form: Form
    passive: bool = False
    negated: bool = False
    source: str = ""
    distance: str = ""

    @property
    def asserted(self) -> bool:
        """Whether the headline itself states that it is so."""
        return not self.distance and not self.source and not self.negated and self.form in ("done", "present")


def readings(part: Part, verbs: Mapping[str, str]) -> Iterator[Reading]:
    """Yield how a headline uses verbs; `verbs` maps the forms to look for, in small letters, to their base forms."""
    if part.vocabulary.isdisjoint(verbs):
        return
    words = part.words
    tokens = [words[token.start : token.end].lower().replace("’", "'") for token in part.tokens]
    for index, token in enumerate(tokens):
        base = verbs.get(token)
        if base is not None and index and (reading := _reading(part, tokens, index, base)) is not None:
            yield reading


def _reading(part: Part, tokens: Sequence[str], index: int, base: str) -> Reading | None:
    first = index
    while first and (tokens[first - 1] in _HELPERS or tokens[first - 1].endswith("n't")):
        first -= 1
    helpers = tokens[first:index]
    if not first or (not helpers and tokens[index - 1] in _DETERMINERS):
        return None  # “the attack”, “a strike”: a noun
    known = forms(base)
    behind = tokens[index + 1] if index + 1 < len(tokens) else ""
    passive = tokens[index] == known.participle and (bool(_BE & set(helpers)) or not behind or behind in _NO_OBJECT)
    form = _form(tokens[index], helpers, known, tokens[first - 1])
    if form is None:
        return None
    verb, words = part.tokens[index], part.words
    start = max((match.end() for match in _BOUNDARY.finditer(words, 0, part.tokens[first].start)), default=0)
    end = next((match.start() for match in _BOUNDARY.finditer(words, verb.end)), len(words))
    distance = DISTANCE.search(words)
    return Reading(
        Span(start, part.tokens[first - 1].end),
        verb,
        Span(verb.end, end) if behind and behind not in _NO_OBJECT else Span(verb.end, verb.end),
        base,
        form,
        passive,
        any(word in _NEGATIONS or word.endswith("n't") for word in helpers),
        _source(words, verb),
        distance.group() if distance else "",
    )


def _form(token: str, helpers: Sequence[str], known: Forms, before: str) -> Form | None:
    """Say when it is, or None where the word is no verb here."""
    found = set(helpers)
    if found & _OPEN:
        return "possible"
    if found & _FUTURE:
        return "ahead"
    if token == known.ing:
        return "present" if found & _BE else None
    if token in (known.past, known.participle):
        return "done"
    if token == known.base and not found:
        return "present" if before.endswith("s") or before in ("police", "people", "troops") else None
    return "present"


def _source(words: str, verb: Span) -> str:
    """Return who says so: the short side of a colon or a dash that has not the verb, or behind a last comma."""
    match = _SOURCE.fullmatch(words)
    if match and match.start("said") <= verb.start and len(match["before"].split()) <= _MOST_SOURCE:
        return match["before"].strip()
    match = _SOURCE_BEHIND.fullmatch(words)
    if match and verb.end <= match.end("said") and len(match["source"].split()) <= _MOST_SOURCE:
        return match["source"].strip()
    return ""
