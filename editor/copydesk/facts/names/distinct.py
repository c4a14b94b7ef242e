"""Whether an article shows that two look-alike spellings are two names, whatever else speaks for one."""

from __future__ import annotations

from copydesk.facts.gazetteer import gazetteer
from copydesk.facts.names.lexicon import SETTLEMENTS
from copydesk.facts.names.pairs import MOST
from copydesk.facts.names.spellings import Occurrence, Spelling

_AND = frozenset(("and", "or", "nor", "vs", "versus"))
_WIDEST_AND = len(" versus ")


def are_two(one: Spelling, other: Spelling) -> bool:
    """Whether the two are listed side by side (El Ninos and La Ninas), or one is part of a place's longer name.

    So are two known places that are called by different nouns: the town of Gombi, the city of Gombe.

    Saudi Arabia has nothing to do with al-Arabiya, unless that stands behind “Saudi” too.
    """
    if _side_by_side(one, other) or _side_by_side(other, one) or _settled_apart(one, other):
        return True
    return _in_places(one, other) or _in_places(other, one)


def _side_by_side(one: Spelling, other: Spelling) -> bool:
    starts = {place.mention.span.start for place in other.occurrences}
    return any(
        place.mention.after in _AND and not starts.isdisjoint(range(end + 1, end + _WIDEST_AND + 1))
        for place in one.occurrences
        for end in (place.mention.span.end,)
    )


def _settled_apart(one: Spelling, other: Spelling) -> bool:
    nouns, others = _nouns(one), _nouns(other)
    if not nouns or not others or nouns & others:
        return False
    mine, yours = (
        {place.number for place in gazetteer().lookup(text) if place.name == text} for text in (one.text, other.text)
    )
    return bool(mine) and bool(yours) and mine.isdisjoint(yours)


def _nouns(spelling: Spelling) -> set[str]:
    """Return what kinds of settlement an article calls a place: town of, city of."""
    before = (place.mention.before.split() for place in spelling.occurrences[:MOST])
    return {words[0] for words in before if len(words) == 2 and words[1] == "of" and words[0] in SETTLEMENTS}


def _in_places(one: Spelling, other: Spelling) -> bool:
    """Whether one stands only in longer names of places, and the other beside none of their words."""
    if len(one.full) < one.count or not all(map(_is_place, one.occurrences[:MOST])):
        return False
    around = {word.text for place in one.full[:MOST] for word in place.mention.words}
    return not any(word.text in around for place in other.full[:MOST] for word in place.mention.words)


def _is_place(place: Occurrence) -> bool:
    return gazetteer().knows(" ".join(place.mention.key))
