"""People of one surname whose given names are so alike that one of them is a slip: Oluwaseun, Oluwatobi Adeyemi."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA, Postfix, Prefix

from copydesk.facts import Mention, Person, introductions, mentions, names
from copydesk.facts.gazetteer import fold
from copydesk.facts.introductions import Person as Introduced
from copydesk.facts.names.lexicon import given_names
from copydesk.facts.nicknames import is_initial, may_be_one
from copydesk.rules import Article
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._people import RELATIVES, sentence_of

_SHORTEST = 3  # letters
_MOST = 12  # people of one surname; more are a list of a family or a team
_ALIKE_AT_THE_START, _ALIKE_AT_AN_END = 3, 2  # letters


class GivenSlip(NamedTuple):
    """A person, and the only place that has another given name."""

    person: Person
    odd: Mention


def given_slips(article: Article) -> Iterator[GivenSlip]:
    """Yield the full names that stand once, with a given name like that of somebody who is introduced earlier.

    None where the odd one has an age, a role or a relation of its own, or relatives are spoken of.
    """
    if not any(map(_may_slip, article.facts(introductions).by_surname.values())):
        return
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in article.facts(mentions).people:
        if person.given and _full(person):
            bearers[person.surname].append(person)
    for people in bearers.values():
        for one, other in combinations(people, 2) if len(people) <= _MOST else ():
            if _are_alike(one.given[0], other.given[0]) and not _is_spelt_two_ways(article, one, other):
                yield from _slip(article, one, other)


def _may_slip(introduced: Sequence[Introduced]) -> bool:
    """Whether two people who are introduced with one surname have given names that look alike."""
    named = [one.given[0] for one in introduced if one.given]
    return any(_are_alike(one, other) for one, other in combinations(named, 2))


def _full(person: Person) -> list[Mention]:
    return [mention for mention in person.mentions if mention.form == "full"]


def _are_alike(one: str, other: str) -> bool:
    """Whether two given names look alike and cannot be one person's by right."""
    small, other_small = fold(one), fold(other)
    if min(len(small), len(other_small)) < _SHORTEST or small == other_small or small[0] != other_small[0]:
        return False
    if is_initial(one) or is_initial(other) or may_be_one(small, other_small):
        return False
    start, end = Prefix.similarity(small, other_small), Postfix.similarity(small, other_small)
    alike = start >= _ALIKE_AT_THE_START or min(start, end) >= _ALIKE_AT_AN_END
    return alike or OSA.distance(small, other_small, score_cutoff=1) <= 1


def _is_spelt_two_ways(article: Article, one: Person, other: Person) -> bool:
    """Whether the two given names are forms of one name, which another rule compares."""
    pair = {one.given[0], other.given[0]}
    return any(pair <= {spelling.text for spelling in group.spellings} for group in article.facts(names).variants)


def _slip(article: Article, one: Person, other: Person) -> Iterator[GivenSlip]:
    kept, odd = sorted((one, other), key=lambda person: (-_times_named(person), person.first.span))
    if _times_named(odd) != 1 or not _is_person(kept):
        return
    mention = next(mention for mention in odd.mentions if mention.named)
    if mention.age or mention.kin or mention.roles or not _stands_alone(article, kept, mention):
        return
    yield GivenSlip(kept, mention)


def _times_named(person: Person) -> int:
    return sum(mention.named for mention in person.mentions)


def _is_person(person: Person) -> bool:
    known = person.given[0].lower() in given_names()
    return known or bool(person.sex or person.ages or person.titles or person.pronouns)


def _stands_alone(article: Article, kept: Person, odd: Mention) -> bool:
    """Whether a name is in body or headline, in a sentence without the other person's name, and without relatives."""
    part = article.parts[odd.part]
    start = part.prose.offset(odd.span.start)
    if (
        not (part.is_body or part.kind == "headline")
        or part.kind == "heading"
        or is_left_alone(part, start, start + 1)
    ):
        return False
    if any(
        mention.named and (mention.part, mention.sentence) == (odd.part, odd.sentence) for mention in kept.mentions
    ):
        return False
    sentence = sentence_of(part, start)
    words = part.words[sentence.start : sentence.end].lower().replace(",", " ").replace(".", " ").split()
    return RELATIVES.isdisjoint(words)
