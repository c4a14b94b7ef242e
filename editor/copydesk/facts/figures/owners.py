"""Whose a figure is: the possessor, the group with “of”, “at” or “in”, else the subject."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.article import Span
from copydesk.facts.figures.nouns import Counted
from copydesk.facts.figures.pronouns import antecedent
from copydesk.text import Amount, Analysis, Clause, NounGroup, lexicon
from copydesk.text.parts_of_speech import is_known

_PLACES = ("at", "in", "across", "within")
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
    if not isinstance(found, int) and text.phrases.tag(found.head) != "o":
        first, past = _named(text, found)
        return Owner(text.words(first, past), text.tokens.span(first, past))
    at = found if isinstance(found, int) else found.head
    pronoun = text.tokens.span(at, at + 1)
    if (meant := antecedent(text, at)) is None:
        return Owner(text.tokens.lower(at), pronoun)
    named = _named(text, meant)
    here = text.tokens.sentence_of[meant.first] == text.tokens.sentence_of[at]
    return Owner(text.words(*named), text.tokens.span(*named) if here else pronoun)


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
    if (holder := _holder(text, own)) is not None:
        return holder
    for group in groups:
        place = _hanging(text, group, what, *_PLACES)
        if place is not None and (subject is None or group.past <= clause.verb):
            return place
    return subject


def _holder(text: Analysis, own: NounGroup | None) -> NounGroup | None:
    """Return the group before “with” or “of” that has what a figure counts: a plant with 340 workers."""
    phrases, lower = text.phrases, text.tokens.lower
    if own is None or phrases.tag(own.head) not in "NS" or lower(own.first - 1) not in ("with", "of"):
        return None
    holder = phrases.group_at(own.first - 2)
    if holder is None or holder.past != own.first - 1 or phrases.tag(holder.head) not in "NSP":
        return None
    if lower(own.first - 1) == "with" and lower(holder.first) not in ("a", "an"):
        return None  # led the search with four boats
    return None if lower(holder.head) in lexicon("size") else holder


def _hanging(text: Analysis, group: NounGroup, what: Counted, *words: str) -> NounGroup | None:
    """Return the group that a preposition hangs on one, if it may own something."""
    phrases = text.phrases
    found = phrases.of_group(group, *words)
    if found is not None and phrases.tag(found.head) == "o":
        found = phrases.of_group(found, "of", *_PLACES)  # 54 of them in Leeds
    if found is not None and text.tokens.lower(found.first - 1) == "in" and not _is_definite(text, found):
        return None
    if found is None or found == what.group or phrases.is_time(found) or phrases.tag(found.head) in "#oqd":
        return None
    return found


def _is_definite(text: Analysis, group: NounGroup) -> bool:
    """Whether a group is a place or a thing that is known: in Leeds, in the city, not in favour."""
    if text.phrases.tag(group.head) == "P":
        return True
    return text.phrases.tags_of(group)[0] in "d#" and text.tokens.lower(group.first) not in ("a", "an")


def _subject(text: Analysis, clause: Clause, groups: tuple[NounGroup, ...]) -> NounGroup | None:
    """Return the subject of a figure's clause, if it is not what is counted; then who said so, if that is named."""
    phrases, subject = text.phrases, clause.subject
    if subject is None:
        return None
    if phrases.tag(subject.head) == "o":
        return subject if text.tokens.lower(subject.head) not in ("there", "who", "which") else None
    chain: NounGroup | None = subject
    while chain is not None:
        if chain in groups or text.tokens.lower(chain.head) in lexicon("size"):
            return _speaker(text, clause) or _opening(text, clause, subject)
        chain = phrases.of_group(chain)
    return subject if phrases.tag(subject.head) in "NSP" else None


def _opening(text: Analysis, clause: Clause, subject: NounGroup) -> NounGroup | None:
    """Return the place that a clause begins with: In the Eastmoor district the figure is 71 per cent."""
    if text.tokens.lower(clause.first) not in _PLACES:
        return None
    place = text.phrases.group_at(clause.first + 1)
    if place is None or place.past > subject.first or text.phrases.is_time(place) or not _is_definite(text, place):
        return None
    return place


def _speaker(text: Analysis, clause: Clause) -> NounGroup | None:
    """Return the named subject of “said” right before a clause: Harrow Mills said profit rose."""
    if not clause.first:
        return None
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
    other = phrases.apposition(group)
    if other is not None and (name := phrases.name(other)) is not None:
        return name  # the ferry's owner, Avel Lines,
    first = group.first
    while first < group.head and phrases.tag(first) in "dqR#" and text.tokens.space(first + 1):
        first += 1
    return first, group.past
