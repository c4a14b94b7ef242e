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
from copydesk.facts.names.lexicon import given_names, ordinary_words
from copydesk.facts.nicknames import is_initial, may_be_one
from copydesk.rules import Article
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._people import RELATIVES, sentence_of
from copydesk_rules.names._well_known import is_well_known

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
            alike = _are_alike(one.given[0], other.given[0])
            if (alike or _may_be_one_person(one, other)) and not _is_spelt_two_ways(article, one, other):
                yield from _slip(article, one, other, alike)


def _may_slip(introduced: Sequence[Introduced]) -> bool:
    """Whether people who are introduced with one surname have two given names."""
    return len({one.given[0] for one in introduced if one.given}) > 1


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


def _may_be_one_person(one: Person, other: Person) -> bool:
    """Whether two given names that are no way alike may be one person's, though one of them is wrong."""
    first, second = one.given[0], other.given[0]
    if is_initial(first) or is_initial(second) or may_be_one(fold(first), fold(second)):
        return False
    known = {fold(first), fold(second)} <= given_names() and one.surname.lower() not in ordinary_words()
    return known and (not one.sex or not other.sex or one.sex == other.sex)


def _slip(article: Article, one: Person, other: Person, alike: bool) -> Iterator[GivenSlip]:
    kept, odd = sorted((one, other), key=lambda person: (-_times_named(person), person.first.span))
    if _times_named(odd) != 1 or not _is_person(kept):
        return
    mention = next(mention for mention in odd.mentions if mention.named)
    if mention.age or mention.kin or mention.roles or not _stands_alone(article, kept, mention):
        return
    if alike or _is_meant(article, kept, mention):
        yield GivenSlip(kept, mention)


def _is_meant(article: Article, kept: Person, odd: Mention) -> bool:
    """Whether a name with another given name can only be meant for somebody who is spoken of by surname around it."""
    titles = {one.title for one in kept.mentions}
    before, behind = article.text[max(odd.span.start - 4, 0) : odd.span.start], article.text[odd.span.end :][:4]
    part = article.parts[odd.part]
    return (
        odd.span > kept.first.span
        and _times_named(kept) > 1
        and (not odd.title or odd.title in titles)
        and not before.endswith(("and ", "& ", ", "))
        and behind != " and"
        and RELATIVES.isdisjoint(part.vocabulary)
        and not is_well_known(odd.bare)
    )


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
