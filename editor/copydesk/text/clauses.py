"""Clauses: where one begins and ends, its finite verb and its subject, as far as they are plain.

A relative clause has the group before it as its subject; what a clause of its own interrupts, or “and” adds, has the
subject from before: “The plan, which cost £4m, was dropped and forgotten.” Where more is needed, nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from copydesk.text.lexicons import lexicon

if TYPE_CHECKING:
    from copydesk.text.phrases import Phrases


class NounGroup(NamedTuple):
    """A noun with what belongs to it. Indexes are those of tokens, `past` as in a slice.

    `head` is the noun: of “three new schools” schools, of a name its last word, of “the 14” the number. A pronoun
    is a group of its own.
    """

    first: int
    past: int
    head: int


class Clause(NamedTuple):
    """A stretch with at most one finite verb. `verb` is a token, or -1.

    `subject` is None where none is plain; a stretch without a verb has that of the clause that it goes with.
    """

    first: int
    past: int
    verb: int
    subject: NounGroup | None


# A verb is finite by its form, or if it is a base right after a plural or a pronoun.
_FINITE = re.compile(r"[EZXM]|(?<=[Sow])B|(?<=[Sow]R)B|(?<=,)B")
_TO_COME = re.compile(r"(?<=[NSP]t)B")  # council tax to rise
_BREAK = re.compile(r",?[kw]|(?<=,)\"|\"(?=,)|[:;.]|,(?=[cRGA]|[EZXMB])|-(?![JNSPA#])|c(?=R?[EZXM])")

_NEAR = 6  # tokens from “who” to its verb


def clauses_of(phrases: Phrases, sentence: int) -> Iterator[Clause]:
    """Yield the clauses of a sentence, in order."""
    tags, first = phrases.tags(sentence), phrases.bounds(sentence)[0]
    groups = phrases.groups(sentence)
    told: NounGroup | None = None  # that of what somebody said: said traffic, which is heavy, would rise
    main: NounGroup | None = None  # the subject that a clause without one goes on with
    for start, end in pairwise((0, *_ends(phrases, tags, groups, first))):
        verb = _FINITE.search(tags, start, end) or _TO_COME.search(tags, start, end)
        subject = _subject(phrases, tags, groups, first, start, verb.start() if verb else end)
        if tags[start] in ';:."' or (tags[start] == "k" and not (verb and verb.start() <= start + 2)):
            main = None
        if tags[start : start + 2].lstrip(",").startswith("w"):
            subject = subject or _antecedent(phrases, groups, first + start, main)
            main, told = told or main, None
        elif verb:
            main = subject = subject or main
            told = _told(phrases, groups, first + verb.start())
        elif start and tags[start - 1] in "EZB" and phrases.tokens.lower(first + start - 1) in lexicon("speech"):
            main = subject = subject or main  # said two theatres, opened in June, were
        elif tags[start : start + 2].lstrip(",").startswith("c"):
            counts = subject is None or phrases.tag(subject.head) == "#"
            main = subject = main if counts else subject  # and the Dutch arm, Van Reest, made
        else:
            main = subject = main or subject
        yield Clause(first + start, first + end, first + verb.start() if verb else -1, subject)


def _ends(phrases: Phrases, tags: str, groups: tuple[NounGroup, ...], first: int) -> list[int]:
    """Return where clauses end: at breaks, and before a group with its own verb, “said | the mayor was …”."""
    ends = {match.start() for match in _BREAK.finditer(tags)} - {0}
    begins = {group.past - first: group.first - first for group in groups}
    verbs = [match.start() for match in _FINITE.finditer(tags)]
    for before, verb in pairwise(verbs):
        if _is_told(phrases, tags, first, before, verb):
            ends.add(before + 1)
            continue
        at = begins.get(verb, -1)
        while at > 1 and tags[at - 1] == "'" and at - 1 in begins:
            at = begins[at - 1]  # members' losses
        if at > before and _is_relative(tags, before):
            ends.add(verb)  # the reservoirs that serve the city | are full
        elif at == before + 1 or (at > before and tags[at - 1] in ",Roc"):
            ends.add(at)
    return [*sorted(ends), len(tags)]


def _is_told(phrases: Phrases, tags: str, first: int, verb: int, following: int) -> bool:
    """Whether what is said follows a verb without “that”: said | two theatres at the trust, opened in June, were."""
    if phrases.tokens.lower(first + verb) not in lexicon("speech") or tags[verb + 1] not in "dqNSPJ#RA'":
        return False
    if tags.rfind("w", max(verb - _NEAR, 0), verb) >= 0:
        return False  # which reported a profit last year, has
    between = tags[verb + 1 : following]
    return following - verb > 1 and tags[following - 1] not in "ckw" and not set(between) & set('kw:;"c')


def _is_relative(tags: str, verb: int) -> bool:
    """Whether a verb is that of a clause with “who” or “that” which no comma parts from its noun."""
    opening = tags.rfind("w", max(verb - _NEAR, 0), verb)
    return opening > 0 and tags[opening - 1] != "," and not set(tags[opening:verb]) & set(",:;kEZXM")


def _subject(
    phrases: Phrases, tags: str, groups: tuple[NounGroup, ...], first: int, start: int, verb: int
) -> NounGroup | None:
    """Return the first group between two places that neither preposition nor possessive is right before."""
    for place in range(_place(groups, first + start), len(groups)):
        group = groups[place]
        if group.past > first + verb:
            return None
        owned = tags[group.past - first : group.past - first + 1] == "'"
        if phrases.is_time(group):
            continue
        if not owned and (group.first == first or tags[group.first - first - 1] not in "it"):
            return group
    return None


def _told(phrases: Phrases, groups: tuple[NounGroup, ...], verb: int) -> NounGroup | None:
    """Return the group right behind a verb that what is said may follow."""
    place = _place(groups, verb + 1)
    follows = place < len(groups) and groups[place].first == verb + 1 and phrases.tokens.lower(verb) != "told"
    return groups[place] if follows and phrases.tokens.lower(verb) in lexicon("speech") else None


def _antecedent(phrases: Phrases, groups: tuple[NounGroup, ...], at: int, main: NounGroup | None) -> NounGroup | None:
    """Return what “which” at a place goes with: the group before it, or what that only belongs to."""
    place = _place(groups, at)
    if not place:
        return None
    nearest, lower = groups[place - 1], phrases.tokens.lower
    if lower(nearest.first - 1) in ("by", "of", "from"):
        return main or nearest
    inside = lower(nearest.first - 1) in ("in", "at") and phrases.tag(nearest.head) == "P" and place > 1
    return groups[place - 2] if inside and groups[place - 2].past >= nearest.first - 2 else nearest


def _place(groups: tuple[NounGroup, ...], at: int) -> int:
    return bisect_left(groups, at, key=lambda group: group.first)
