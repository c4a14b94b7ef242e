"""Which way things went: “infections fell”, “a rise in profit”, “the bank cut its forecast”.

`article.facts(directions)` is a tuple of `Direction` in the order of the text. What is denied, asked, or may or will
be is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.text import Analysis, analysis_of, lexicon, verb_forms
from copydesk.text.clauses import NounGroup

# They say too little of a way by themselves: a firm adds jobs, the gap narrows, police lose a suspect.
_VAGUE = frozenset(
    "add gain lose shed trim rally advance extend expand widen narrow ease contract cut close swell loss".split()
)
_DENIED = frozenset("not n't never no without if whether unless may might could would will should can".split())
_NEAR = 4  # tokens from “came” to “down”, from “rise” to “in”
_MOST_NOUNS = 8


class Direction(msgspec.Struct, frozen=True):
    """Something that rose or fell. `nouns` are the words for it in the singular and in lower case, the head too.

    `span` is the word that says so; `up` which way it is.
    """

    span: Span
    up: bool
    head: str
    nouns: frozenset[str]


def local(part: Part) -> tuple[Direction, ...]:
    """Return the directions of a part, spans relative to it."""
    if _ways().keys().isdisjoint(part.vocabulary):
        return ()
    words = _plain(part.words) if part.kind == "headline" else part.words
    return tuple(directions_in(analysis_of(words)))


def _plain(headline: str) -> str:
    """Return a headline in small letters if its words have capitals, which would make names of verbs."""
    letters = [word for word in headline.split() if word[:1].isalpha()]
    small = headline.lower()
    capitals = sum(word[0].isupper() for word in letters) * 3 > len(letters) * 2
    return small if capitals and len(small) == len(headline) else headline


def combine(article: Article, locals_: Sequence[tuple[Direction, ...]]) -> tuple[Direction, ...]:
    """Return the directions of the article, spans in its text."""
    return tuple(
        replace(one, span=part.text_span(*one.span))
        for part, here in zip(article.parts, locals_, strict=True)
        for one in here
    )


@cache
def _forms(name: str) -> frozenset[str]:
    vague = {form for verb in _VAGUE for form in (verb, *verb_forms(verb))}
    return lexicon(name) - vague


@cache
def _ways() -> dict[str, bool]:
    """Return the words for a way, True for up: verbs, nouns and particles."""
    up = _forms("rise.verbs") | _forms("rise.nouns") | _forms("raise.verbs") | {"up", "higher"}
    down = _forms("fall.verbs") | _forms("fall.nouns") | _forms("reduce.verbs") | {"down", "lower"}
    return {word: word in up for word in (up | down) - (up & down)}


def way_of(lower: str) -> bool | None:
    """Return whether a word says up (True) or down (False); None if it says neither."""
    return _ways().get(lower)


def directions_in(text: Analysis) -> Iterator[Direction]:
    """Yield the directions of a text; spans count its code points."""
    tokens, phrases = text.tokens, text.phrases
    last: Direction | None = None
    for at in tokens.places(_ways()):
        lower = tokens.lower(at)
        clause = phrases.clause_at(at)
        if any(tokens.lower(index) in _DENIED for index in range(clause.first, min(clause.past, at + 1))):
            continue
        group = _what(text, at, lower)
        if group is None:
            continue
        head, nouns = phrases.singular(group.head), _nouns(text, group)
        if last is not None and tokens.lower(group.head) in ("it", "they"):
            head, nouns = last.head, last.nouns  # “Profit fell in spring. It rose in summer.”
        if nouns:
            last = Direction(tokens.span(at, at + 1), _ways()[lower], head, nouns)
            yield last


def _what(text: Analysis, at: int, lower: str) -> NounGroup | None:
    """Return the group that went the way that a word says; None where that is not plain."""
    phrases = text.phrases
    clause = phrases.clause_at(at)
    tag = phrases.tag(at)
    if tag in "NSJ" and text.tokens.lower(at + 1) == "in" and lower in _nouns_of_ways():
        return phrases.group_at(at + 2)
    if tag in "NSP" and clause.verb < 0 and at > clause.first and lower.endswith("s"):
        return NounGroup(max(clause.first, at - _NEAR), at, at - 1)  # a headline's “Harrow profit slips”
    if tag in "NSP" and not _is_verb(text, at):
        return None
    if lower in ("up", "down", "higher", "lower"):
        before = {text.tokens.lower(index) for index in range(max(clause.first, at - _NEAR), at)}
        if clause.verb < 0:
            return phrases.group_at(at - 1)  # a headline's “beer sales down 4%”
        if not before & (lexicon("move") | _BE | _COME):
            return None
    if lower in _forms("raise.verbs") | _forms("reduce.verbs") and tag not in "AV":
        return phrases.group_at(at + 1)
    if _has_object(text, at) or (tag in "AV" and text.tokens.lower(at - 1) in _BE and lower not in _done_to()):
        return None  # a ship that was sunk went no way that counts
    if clause.subject is None:
        group = phrases.group_at(at - 1)  # “so that the rate of infection dropped”
        return group if group is not None and group.past == at else None
    return clause.subject if clause.subject.past <= at else None


def _has_object(text: Analysis, at: int) -> bool:
    """Whether a verb does something to somebody, as none does that says a way: “tumbles rivals”, not “fell 5%”."""
    group = text.phrases.group_at(at + 1)
    if group is None or group.first != at + 1 or text.phrases.is_time(group):
        return False
    return text.phrases.tag(group.head) in "NSP" and "#" not in text.phrases.tags_of(group)


@cache
def _done_to() -> frozenset[str]:
    """Return the verbs for a way that somebody may do to something."""
    either = {form for verb in ("increase", "decrease", "double", "halve") for form in verb_forms(verb)}
    return _forms("raise.verbs") | _forms("reduce.verbs") | either


_BE = frozenset("is are was were been be".split())
_COME = frozenset("come comes came coming close closes closed finish finished end ended trade traded".split())


@cache
def _nouns_of_ways() -> frozenset[str]:
    return _forms("rise.nouns") | _forms("fall.nouns")


def _is_verb(text: Analysis, at: int) -> bool:
    return text.phrases.clause_at(at).verb == at


def _nouns(text: Analysis, group: NounGroup) -> frozenset[str]:
    """Return the nouns of a group and of what “of”, “in”, “at” or “for” hang on it."""
    phrases, found = text.phrases, set[str]()
    one: NounGroup | None = group
    while one is not None and len(found) < _MOST_NOUNS:
        found |= {phrases.singular(index) for index in range(one.first, one.past) if phrases.tag(index) in "NSPJA"}
        one = phrases.of_group(one, "of", "in", "at", "for", "from")
    return frozenset(word for word in found if len(word) > 2)
