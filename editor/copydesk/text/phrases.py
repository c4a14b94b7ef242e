"""Phrases: noun groups with their heads, groups with “of”, lists, asides and plain clauses.

They are made for a sentence when one is asked for, from the tags of its words; nothing is kept for a token.

>>> text = analysis_of("The council's three new schools for 340 pupils opened.")
>>> [text.words(*group[:2]) for group in text.phrases.groups(0)]
['The council', 'three new schools', '340 pupils']
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from copydesk.text.clauses import Clause, NounGroup, clauses_of
from copydesk.text.parts_of_speech import singular_of
from copydesk.text.tables import table
from copydesk.text.tagging import tag
from copydesk.text.tokens import Tokens
from copydesk.text.values import Values


class Listing(NamedTuple):
    """Groups in a row, “a, b and c”. `joint` is its last link: “and”, “or”, "" """

    items: tuple[NounGroup, ...]
    joint: str


# Determiners, then a number with what is before it, then what describes, then nouns; or a pronoun.
_GROUP = re.compile(
    r"(?:q*d?q*(?:R{1,3}(?=[#J]))?(?:[JA]{0,6}#+)?(?:R(?=J))?"
    r"(?:[JAq](?=[JAGNSPq])|(?<=[dqJA#'])G(?=[JAGNSP])|(?<=d)T+(?=[JNSP])|[NSP]|(?<=P)c(?=P))*(?:(?<=[dq#])[JA]+)?)"
    r"(?<=[dqJ#NSPA])|o"
)
_ASIDE = re.compile(r"\([^()]*\)")
_MOST_ITEMS = 100
_HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, eq=False)
class Phrases:
    """The phrases of one text, by the number of the sentence, from 0."""

    tokens: Tokens
    values: Values
    _tags: dict[int, str] = field(default_factory=dict)
    _letters: dict[int, str] = field(default_factory=dict)  # by token, of the sentences that were tagged
    _groups: dict[int, tuple[NounGroup, ...]] = field(default_factory=dict)
    _group_at: dict[int, NounGroup] = field(default_factory=dict)
    _clauses: dict[int, tuple[Clause, ...]] = field(default_factory=dict)
    _clause_at: dict[int, Clause] = field(default_factory=dict)

    def tags(self, sentence: int) -> str:
        """Return the parts of speech of a sentence, a letter for each token (see `parts_of_speech`)."""
        if sentence not in self._tags:
            first, past = self.bounds(sentence)
            tags = self._tags[sentence] = tag(self.tokens, self.values, first, past)
            self._letters.update(zip(range(first, past), tags, strict=True))
        return self._tags[sentence]

    def bounds(self, sentence: int) -> tuple[int, int]:
        """Return the first token of a sentence and the one past its last."""
        starts = self.tokens.sentence_starts
        first = starts[sentence] if sentence else 0
        return first, starts[sentence + 1] if sentence + 1 < len(starts) else len(self.tokens)

    def sentence_at(self, index: int) -> int:
        """Return the number of the sentence that a token is in."""
        return self.tokens.sentence_of[index]

    def tag(self, index: int) -> str:
        """Return the part of speech of a token; "." outside the text."""
        if index in self._letters:
            return self._letters[index]
        if not 0 <= index < len(self.tokens):
            return "."
        self.tags(self.sentence_at(index))
        return self._letters[index]

    def groups(self, sentence: int) -> tuple[NounGroup, ...]:
        """Return the noun groups of a sentence, in order; they do not overlap."""
        if sentence not in self._groups:
            first, tags = self.bounds(sentence)[0], self.tags(sentence)
            found = (_group(tags, match.start(), match.end(), first) for match in _GROUP.finditer(tags))
            groups = self._groups[sentence] = tuple(group for group in found if group is not None)
            self._group_at.update((index, group) for group in groups for index in range(group.first, group.past))
        return self._groups[sentence]

    def tags_of(self, group: NounGroup) -> str:
        """Return the parts of speech of a group, a letter for each token."""
        sentence = self.sentence_at(group.first)
        first = self.bounds(sentence)[0]
        return self.tags(sentence)[group.first - first : group.past - first]

    def group_at(self, index: int) -> NounGroup | None:
        """Return the noun group that a token is in."""
        if index in self._group_at:
            return self._group_at[index]
        if not 0 <= index < len(self.tokens):
            return None
        self.groups(self.sentence_at(index))
        return self._group_at.get(index)

    def of_group(self, group: NounGroup, *words: str) -> NounGroup | None:
        """Return the group that “of”, or another of some words, hangs right on one: “pupils” of “half of pupils”."""
        if self.tokens.lower(group.past) not in (words or ("of",)):
            return None
        return self.group_at(group.past + 1)

    def possessor(self, group: NounGroup) -> NounGroup | None:
        """Return the group whose possessive is right before one: “the city” of “the city's budget”."""
        if self.tag(group.first - 1) != "'":
            return None
        return self.group_at(group.first - 2)

    def noun(self, group: NounGroup) -> str:
        """Return the head of a group in the singular and in lower case, a compound whole; "" if it is no noun."""
        if self.tag(group.head) not in "NSP":
            return ""
        first, tokens = group.head, self.tokens
        while first - 2 >= group.first and not tokens.space(first) and not tokens.space(first - 1):
            if tokens.text(first - 1) not in _HYPHENS:
                break
            first -= 2
        return tokens.words[tokens.start(first) : tokens.start(group.head)].lower() + self.singular(group.head)

    def singular(self, index: int) -> str:
        """Return a token in lower case and in the singular."""
        return singular_of(self.tokens.lower(index))

    def is_time(self, group: NounGroup) -> bool:
        """Whether a group says when: its noun is a date, or a unit of time."""
        return self.tag(group.head) == "T" or self.singular(group.head) in _times()

    def listing(self, group: NounGroup) -> Listing:
        """Return the list that begins with a group: it and those that commas, “and” or “or” add to it."""
        items, joint = [group], ""
        while len(items) < _MOST_ITEMS:
            at = items[-1].past
            at += self.tokens.text_at(at) in (",", ";")
            if self.tokens.lower(at) in ("and", "or", "&"):
                joint, at = self.tokens.lower(at), at + 1
            following = self.group_at(at)
            if at == items[-1].past or following is None or following.first != at:
                break
            items.append(following)
            if joint:
                break
        return Listing(tuple(items), joint)

    def name(self, group: NounGroup) -> tuple[int, int] | None:
        """Return first and past of the name that a group ends in: Ana Silva of “city councillor Ana Silva”."""
        if group.head != group.past - 1 or self.tag(group.head) != "P":
            return None
        first = group.head
        while first > group.first and self.tag(first - 1) in "Pc":
            first -= 1
        return first, group.past

    def apposition(self, group: NounGroup) -> NounGroup | None:
        """Return the group behind a comma that says who or what one is: “Ana Silva, the mayor,”."""
        if self.tokens.text_at(group.past) != ",":
            return None
        other = self.group_at(group.past + 1)
        if other is None or other.first != group.past + 1 or self.tag(other.head) == "#":
            return None
        named = self.name(group) is None, self.name(other) is None
        ends = self.tag(other.past) in ",.:;)-it" and len(self.listing(group).items) <= 2
        return other if ends and named[0] != named[1] else None

    def asides(self, sentence: int) -> tuple[tuple[int, int], ...]:
        """Return the tokens inside each pair of brackets of a sentence, as (first, past)."""
        first = self.bounds(sentence)[0]
        return tuple((first + one.start() + 1, first + one.end() - 1) for one in _ASIDE.finditer(self.tags(sentence)))

    def clauses(self, sentence: int) -> tuple[Clause, ...]:
        """Return the clauses of a sentence, each with its subject and finite verb where those are plain."""
        if sentence not in self._clauses:
            self._clauses[sentence] = tuple(clauses_of(self, sentence))
        return self._clauses[sentence]

    def clause_at(self, index: int) -> Clause:
        """Return the clause that a token is in."""
        if index not in self._clause_at:
            clauses = self.clauses(self.sentence_at(index))
            self._clause_at.update((at, clause) for clause in clauses for at in range(clause.first, clause.past))
        return self._clause_at[index]


@cache
def _times() -> frozenset[str]:
    return frozenset((*table("calendar")["spans"], "season", "night", "morning", "evening", "afternoon", "time"))


def _group(tags: str, start: int, end: int, first: int) -> NounGroup | None:
    if end <= start:
        return None
    noun = max(tags.rfind(kind, start, end) for kind in "NSP")
    head = noun if noun >= 0 else end - 1
    if tags[head] in "JA" and tags[start] not in "dq#":
        return None  # “has been successful”; “the injured” is a group
    return NounGroup(first + start, first + end, first + head)
