"""What the places where two look-alike spellings stand tell of whether they are one."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.facts.names.fame import fame, is_place
from copydesk.facts.names.lexicon import NOT_NAMES, PLACE_PREPOSITIONS, given_names
from copydesk.facts.names.pairs import GENERIC, MOST, Pair
from copydesk.facts.names.spellings import Occurrence, Spelling


def observations(pair: Pair) -> Iterator[str]:
    """Yield what the places of the two tell."""
    here, there = pair.one.occurrences[:MOST], pair.other.occurrences[:MOST]
    sentences = {(place.mention.part, place.mention.sentence) for place in here}
    if any((place.mention.part, place.mention.sentence) in sentences for place in there):
        yield "in one sentence"
    if any(place.mention is mine.mention for place in there for mine in here):
        yield "in one name"
    if any(_side_by_side(mine, place) for place in there for mine in here):
        yield "side by side"
    before = {_word_before(place) for place in here} - {""}
    if any(_word_before(place) in before for place in there):
        yield "same word before"
    after = {_word_after(place) for place in here} - {""}
    if any(_word_after(place) in after for place in there):
        yield "same word after"
    if {place.mention.title for place in here if place.mention.title} & {place.mention.title for place in there}:
        yield "same title"
    if _person_and_place(pair.one, pair.other) or _person_and_place(pair.other, pair.one):
        yield "a person and a place"


def _side_by_side(one: Occurrence, other: Occurrence) -> bool:
    """Whether two words stand as in a list: nobody writes one name twice there."""
    if one.mention.part != other.mention.part:
        return False
    (start, end), (other_start, other_end) = one.mention.span, other.mention.span
    return 0 < other_start - end <= 6 or 0 < start - other_end <= 6


def _person_and_place(one: Spelling, other: Spelling) -> bool:
    here, there = one.occurrences[:MOST], other.occurrences[:MOST]
    if not any(map(_of_person, here)) or any(map(_of_person, there)):
        return False
    return any(map(_of_place, there)) or (is_place(other.text) and fame(other.text) > GENERIC)


def _of_person(place: Occurrence) -> bool:
    if place.mention.title:
        return True
    return place.at > 0 and place.mention.words[0].text.lower() in given_names()


def _of_place(place: Occurrence) -> bool:
    before = place.mention.before.split()
    return len(place.mention.words) == 1 and bool(before) and before[-1] in ("in", "near", "at", "from", "to")


def _word_before(place: Occurrence) -> str:
    if place.at:
        return ""
    words = place.mention.before.split()
    return words[-1] if words and words[-1] not in NOT_NAMES and words[-1] not in PLACE_PREPOSITIONS else ""


def _word_after(place: Occurrence) -> str:
    if place.at < len(place.mention.words) - 1:
        return ""
    after = place.mention.after.lower()
    return after if after not in NOT_NAMES and after not in PLACE_PREPOSITIONS else ""
