"""Whose a figure is: the possessor, the group with at, of or in, else the subject."""

from __future__ import annotations

from copydesk.facts.figures.nouns import Counted
from copydesk.text import Amount, Analysis, NounGroup

_HANGING = ("of", "at", "in", "across", "within")
_OWNING = frozenset("its their his her our my".split())


def owner_of(text: Analysis, amount: Amount, what: Counted) -> NounGroup | int | None:
    """Return the group that owns a figure, or the token of a pronoun that does; None if none is said."""
    phrases = text.phrases
    own = phrases.group_at(amount.first)
    for group in dict.fromkeys(filter(None, (what.group, own))):
        if (possessor := phrases.possessor(group)) is not None:
            return possessor
        if text.tokens.lower(group.first) in _OWNING:
            return group.first
        hanging = phrases.of_group(group, *_HANGING)
        if hanging is not None and hanging != what.group and _may_own(text, hanging):
            return hanging
    clause = phrases.clause_at(amount.first)
    subject = clause.subject
    if subject is None or subject in (what.group, own):
        return None
    if phrases.tag(subject.head) == "o":
        return subject.head
    return subject


def _may_own(text: Analysis, group: NounGroup) -> bool:
    return not text.phrases.is_time(group) and text.phrases.tag(group.head) != "#"


def words_of(text: Analysis, group: NounGroup | int) -> str:
    """Return a group's words without its determiner, or just the name where it has one; a pronoun as it is."""
    phrases = text.phrases
    if isinstance(group, int):
        return text.tokens.lower(group)
    if (name := phrases.name(group)) is not None:
        return text.words(*name)
    first = group.first
    while first < group.head and phrases.tag(first) in "dq":
        first += 1
    return text.words(first, group.past)
