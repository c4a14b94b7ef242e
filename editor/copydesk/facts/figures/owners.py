"""Whose a figure is: the possessor, the group with “of”, “at” or “in”, else the subject."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from copydesk.article import Span
from copydesk.facts.figures.nouns import Counted
from copydesk.text import Amount, Analysis, Clause, NounGroup, lexicon
from copydesk.text.parts_of_speech import is_known

_PLACES = ("at", "in", "across", "within")
_FAR = 8  # clauses back, in which a pronoun has its subject
_OWNING = frozenset("its their his her our my".split())


class Owner(NamedTuple):
    """Who or what owns a figure: the words that name it, and the span that says so, which may be of a pronoun."""

    words: str
    span: Span


def owner_of(text: Analysis, amount: Amount, what: Counted) -> Owner | None:
    """Return whose a figure is; None if that is not said."""
    found = _owner(text, amount, what)
    if found is None:
        return None
    pronoun = isinstance(found, int) or text.phrases.tag(found.head) == "o"
    if not pronoun and not isinstance(found, int):
        first, past = _named(text, found)
        return Owner(text.words(first, past), text.tokens.span(first, past))
    at = found if isinstance(found, int) else found.head
    meant = _antecedent(text, at)
    words = text.words(*_named(text, meant)) if meant else text.tokens.lower(at)
    return Owner(words, text.tokens.span(at, at + 1))


def _owner(text: Analysis, amount: Amount, what: Counted) -> NounGroup | int | None:
    """Return the group that owns a figure, or the token of a possessive pronoun that does."""
    phrases = text.phrases
    own = phrases.group_at(amount.core[0])
    groups = tuple(dict.fromkeys(filter(None, (what.group, own))))
    clause = phrases.clause_at(amount.first)
    subject = _subject(text, clause, groups)
    for group in groups:
        if (possessor := phrases.possessor(group)) is not None:
            return possessor
        if text.tokens.lower(group.first) in _OWNING:
            return group.first
        if (of := _hanging(text, group, what, "of")) is not None:
            return of
    for group in groups:
        place = _hanging(text, group, what, *_PLACES)
        if place is not None and (subject is None or group.past <= clause.verb):
            return place
    return subject


def _hanging(text: Analysis, group: NounGroup, what: Counted, *words: str) -> NounGroup | None:
    """Return the group that a preposition hangs on one, if it may own something."""
    phrases = text.phrases
    found = phrases.of_group(group, *words)
    if found is not None and phrases.tag(found.head) == "o":
        found = phrases.of_group(found, "of", *_PLACES)  # 54 of them in Leeds
    if found is None or found == what.group or phrases.is_time(found) or phrases.tag(found.head) in "#oqd":
        return None
    return found


def _subject(text: Analysis, clause: Clause, groups: tuple[NounGroup, ...]) -> NounGroup | None:
    """Return the subject of a figure's clause, if it is not what is counted; then who said so, if that is named."""
    phrases, subject = text.phrases, clause.subject
    if subject is None:
        return None
    if phrases.tag(subject.head) == "o":
        return subject if text.tokens.lower(subject.head) not in ("there", "who", "which") else None
    chain: NounGroup | None = subject
    while chain is not None:
        if chain in groups:
            return _speaker(text, clause)
        chain = phrases.of_group(chain)
    return subject if phrases.tag(subject.head) in "NSP" else None


def _speaker(text: Analysis, clause: Clause) -> NounGroup | None:
    """Return the named subject of “said” right before a clause: Harrow Mills said profit rose."""
    before = text.phrases.clause_at(clause.first - 1)
    if before.past != clause.first or before.verb < 0 or before.subject is None:
        return None
    says = text.tokens.lower(before.verb) in lexicon("speech")
    return before.subject if says and text.phrases.name(before.subject) else None


def _named(text: Analysis, group: NounGroup) -> tuple[int, int]:
    """Return first and past of a group without its determiner, or of just the name where it has one."""
    phrases = text.phrases
    of = phrases.of_group(group)
    if of is not None and phrases.name(of) and phrases.singular(group.head) in lexicon("of_places"):
        group, of = of, phrases.of_group(of)  # the coastal province of Maren
    if (name := phrases.name(group)) is not None:
        joined = of is not None and phrases.name(of) and is_known(text.tokens.lower(group.head))
        return name[0], of.past if of is not None and joined else name[1]  # the University of Leeds
    first = group.first
    while first < group.head and phrases.tag(first) in "dqR#" and text.tokens.space(first + 1):
        first += 1
    return first, group.past


def _antecedent(text: Analysis, at: int) -> NounGroup | None:
    """Return what a pronoun means as far as the subjects before it say, in its sentence and the one before."""
    phrases, lower = text.phrases, text.tokens.lower(at)
    wanted = "SP" if lower in ("they", "their") else "P" if lower in ("he", "she", "his", "her") else "NP"
    sentence = phrases.sentence_at(at)
    for number in (sentence, sentence - 1)[: sentence + 1]:
        clauses = phrases.clauses(number)
        past = bisect_left(clauses, at, key=lambda clause: clause.first)
        for clause in reversed(clauses[max(past - _FAR, 0) : past]):
            subject = clause.subject
            if subject is not None and subject.past <= at and phrases.tag(subject.head) in wanted:
                return subject
    return None
