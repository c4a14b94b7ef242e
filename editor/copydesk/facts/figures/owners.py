"""Whose a figure is: the possessor, the group with “of”, “at” or “in”, else the subject."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.article import Span
from copydesk.facts.figures.nouns import Counted
from copydesk.facts.figures.pronouns import antecedent
from copydesk.text import Amount, Analysis, Clause, NounGroup, lexicon
from copydesk.text.parts_of_speech import is_known

_PLACES = ("at", "in", "across", "within")
_NEAR = 8  # tokens from an infinitive to its figure
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
    if not isinstance(found, int) and text.phrases.tag(found.head) not in "od":
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
    if text.tokens.lower(amount.past) in lexicon("dimension") and what.group is not None:
        return what.group
    if (told := _told_to(text, clause, amount)) is not None and told not in groups:
        return told
    subject = _subject(text, amount, clause, what, groups)
    for group in groups:
        if (possessor := phrases.possessor(group)) is not None:
            return possessor
        if text.tokens.lower(group.first) in _OWNING:
            return group.first
        if (of := _hanging(text, group, what, "of")) is not None:
            return of
    if (near := _beside(text, clause, own, subject)) is not None:
        return near
    if amount.kind == "quantity" and what.group is not None and _is_measured(text, amount, own, what.group):
        return what.group
    for group in groups:
        place = _hanging(text, group, what, *_PLACES)
        if place is not None and (subject is None or group.past <= clause.verb):
            return place
    return subject


def _beside(
    text: Analysis, clause: Clause, own: NounGroup | None, subject: NounGroup | None
) -> NounGroup | int | None:
    """Return what has or carries a count right behind it: a plant with 340 workers, a minibus carrying 14 pupils."""
    holder = _holder(text, own)
    if holder is None:
        return _carrier(text, own)
    if subject is not None and text.tokens.lower(clause.verb) in lexicon("lead"):
        return subject  # she leads a team of five
    own_word = holder.first if text.tokens.lower(holder.first) in _OWNING else holder
    return text.phrases.possessor(holder) or own_word


def _is_measured(text: Analysis, amount: Amount, own: NounGroup | None, what: NounGroup) -> bool:
    """Whether a measure is one of a thing itself: a 40mph zone, 26 miles of the old route."""
    if own == what:
        return what.head >= amount.past
    return what.first == amount.past + 1 and text.tokens.lower(what.first) in ("the", "this", "that")


def _carrier(text: Analysis, own: NounGroup | None) -> NounGroup | None:
    """Return the group that a participle joins to a count: a minibus carrying 14 pupils."""
    phrases = text.phrases
    if own is None:
        return None
    built = text.tokens.lower(own.first - 1) == "for" and text.tokens.lower(own.first - 2) in lexicon("fit")
    at = own.first - 2 if built else own.first - 1
    before = phrases.group_at(at - 1) if built or phrases.tag(at) == "G" else None
    return before if before is not None and before.past == at and phrases.tag(before.head) in "NSP" else None


def _holder(text: Analysis, own: NounGroup | None) -> NounGroup | None:
    """Return the group before “with” or “of” that has what a figure counts: a plant with 340 workers."""
    phrases, lower = text.phrases, text.tokens.lower
    if own is None or phrases.tag(own.head) not in "NS#" or lower(own.first - 1) not in ("with", "of"):
        return None
    holder = phrases.group_at(own.first - 2)
    if holder is None or holder.past != own.first - 1 or phrases.tag(holder.head) not in "NSP":
        return None
    if lower(own.first - 1) == "with":
        return holder if lower(holder.first) in ("a", "an") else None  # not: led the search with four boats
    return holder if lower(holder.head) in lexicon("collective") else None


def _hanging(text: Analysis, group: NounGroup, what: Counted, *words: str) -> NounGroup | None:
    """Return the group that a preposition hangs on one, if it may own something."""
    phrases = text.phrases
    found = phrases.of_group(group, *words)
    if found is not None and phrases.tag(found.head) == "o":
        found = phrases.of_group(found, "of", "by", *_PLACES)  # 54 of them in Leeds
    if found is not None and text.tokens.lower(found.first - 1) == "in" and not _is_definite(text, found):
        return None
    if found is None or found == what.group or phrases.is_time(found) or phrases.tag(found.head) not in "NSP":
        return None
    return found


def _told_to(text: Analysis, clause: Clause, amount: Amount) -> NounGroup | None:
    """Return who is to do something: the company, of “the court ordered the company to pay £4m”; surgeons do 35."""
    phrases = text.phrases
    for at in range(amount.first - 1, max(clause.verb, amount.first - _NEAR), -1):
        does = phrases.tag(at) == "B" or text.tokens.lower(at) == "do"
        if does and phrases.group_at(at) is None:
            before = at - 1 if phrases.tag(at - 1) == "t" else at
            group = phrases.group_at(before - 1)
            asked = group is not None and text.tokens.lower(group.first - 1) in lexicon("asking")
            return group if group is not None and asked and group.past == before else None
    return None


def _is_definite(text: Analysis, group: NounGroup) -> bool:
    """Whether a group is a place or a thing that is known: in Leeds, in the city, not in favour."""
    if text.phrases.tag(group.head) == "P":
        return True
    return text.phrases.tags_of(group)[0] in "d#" and text.tokens.lower(group.first) not in ("a", "an")


def _subject(
    text: Analysis, amount: Amount, clause: Clause, what: Counted, groups: tuple[NounGroup, ...]
) -> NounGroup | None:
    """Return the subject of a figure's clause, if it is not what is counted; then who said so, or where that is."""
    phrases, subject = text.phrases, clause.subject
    if subject is None:
        return None
    if phrases.tag(subject.head) == "o":
        if what.group is not None and what.group.past <= subject.first:
            return _opening(text, clause, subject)  # in the capital it reached 74 per cent
        return subject if text.tokens.lower(subject.head) not in ("there", "who", "which") else None
    if (bearer := _bearer(text, clause, amount)) is not None:
        return bearer
    if _costs(text, clause, amount) or text.tokens.lower(amount.past) in lexicon("dimension"):
        return subject
    if (subject.past <= clause.verb and amount.past <= clause.verb and subject not in groups) or (
        text.tokens.lower(clause.verb) in lexicon("including") | lexicon("account")
    ):
        return None  # observers from 32 countries said; with 97 per cent counted, they led
    chain: NounGroup | None = subject
    while chain is not None:
        if chain in groups or text.tokens.lower(chain.head) in lexicon("size"):
            speaks = amount.kind in ("money", "percent", "points") and text.tokens.lower(amount.past) != "of"
            speaker = _speaker(text, clause) if speaks else None
            return speaker or _opening(text, clause, subject) or _place(text, clause, chain)
        chain = phrases.of_group(chain)
    if what.carried and "#" in phrases.tags_of(subject):
        return None  # three climbers were killed and five injured
    return _possessor_of(text, clause, subject)


def _possessor_of(text: Analysis, clause: Clause, subject: NounGroup) -> NounGroup | None:
    """Return a subject, or who has it where the figure is what it amounts to: its order book stands at 11."""
    if text.tokens.lower(clause.verb) in lexicon("amount"):
        if text.tokens.lower(subject.first) in _OWNING:
            return NounGroup(subject.first, subject.first + 1, subject.first)
        if (possessor := text.phrases.possessor(subject)) is not None:
            return possessor
    return subject if text.phrases.tag(subject.head) in "NSP" else None


def _bearer(text: Analysis, clause: Clause, amount: Amount) -> NounGroup | None:
    """Return whom something costs so much: taxpayers, of “the claim would cost taxpayers £640m”."""
    group = text.phrases.group_at(amount.first - 1)
    if (
        amount.kind != "money"
        or group is None
        or group.first <= clause.verb
        or text.phrases.tag(group.head) not in "NSP"
    ):
        return None
    return group if text.tokens.lower(group.first - 1) in lexicon("cost") else None


def _costs(text: Analysis, clause: Clause, amount: Amount) -> bool:
    """Whether a figure is what the subject costs, weighs or covers."""
    verbs = (at for at in range(clause.verb, amount.first) if text.phrases.tag(at) in "EZXMVB")
    return amount.kind in ("money", "quantity") and any(text.tokens.lower(at) in lexicon("cost") for at in verbs)


def _opening(text: Analysis, clause: Clause, subject: NounGroup) -> NounGroup | None:
    """Return the place that a clause begins with: In the Eastmoor district the figure is 71 per cent."""
    if text.tokens.lower(clause.first) not in _PLACES:
        return None
    place = text.phrases.group_at(clause.first + 1)
    if place is None or place.past > subject.first or text.phrases.is_time(place) or not _is_definite(text, place):
        return None
    return place


def _place(text: Analysis, clause: Clause, what: NounGroup) -> NounGroup | None:
    """Return where what is counted is, further on in its clause: rain fell at Sarran, resigned in the district."""
    phrases, lower = text.phrases, text.tokens.lower
    for group in phrases.groups(phrases.sentence_at(what.first)):
        if group.first < what.past or group.past > clause.past or lower(group.first - 1) not in _PLACES:
            continue
        named = phrases.tag(group.head) == "P" and lower(group.first - 2) != "hospital"
        if (named or phrases.singular(group.head) in lexicon("of_places")) and "#" not in phrases.tags_of(group):
            return group
    return None


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
    if of is not None and (name := phrases.name(of)) is not None and phrases.tag(of.first) in "NS":
        return name  # Clerk of works Idris Penhale
    if of is not None and phrases.singular(group.head) in lexicon("of_bodies") and phrases.tag(of.first) in "NSJ":
        return _without_determiner(text, group), of.past
    if (name := phrases.name(group)) is not None:
        joined = of is not None and phrases.name(of) and is_known(text.tokens.lower(group.head))
        return name[0], of.past if of is not None and joined else name[1]  # the University of Leeds
    before = phrases.group_at(group.first - 2) if text.tokens.text_at(group.first - 1) == "," else None
    for one, other in ((group, phrases.apposition(group)), (before, before and phrases.apposition(before))):
        named = other if one == group else one
        if other is not None and named is not None and other in (named, group) and (name := phrases.name(named)):
            return name  # the ferry's owner, Avel Lines; Alpenpfad, a tour firm
    return _without_determiner(text, group), group.past


def _without_determiner(text: Analysis, group: NounGroup) -> int:
    first = group.first
    while first < group.head and text.phrases.tag(first) in "dqR#" and text.tokens.space(first + 1):
        first += 1
    return first
