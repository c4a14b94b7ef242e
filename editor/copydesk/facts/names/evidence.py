"""Weighing whether two look-alike spellings are meant for one name.

Every observation that holds of a pair has a weight in WEIGHTS; their sum is the log-odds that the two are one
name spelt two ways. The weights were fitted on pairs from published news and then rounded.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from copydesk.facts.gazetteer import gazetteer
from copydesk.facts.names.lexicon import NOT_NAMES, given_names, known_names, ordinary_words
from copydesk.facts.names.similarity import Likeness, derived, gendered, likeness, plain
from copydesk.facts.names.spellings import Occurrence, Spelling

WEIGHTS: dict[str, float] = {
    # where it starts
    "bias": -0.3,
    # how much they differ (the costs are those of `similarity.COST`), and in what
    "cost > 2.0": -2.0,
    "cost ≤ 0.36": 1.5,
    "cost ≤ 0.6": 1.5,
    "cost ≤ 0.8": 1.0,
    "cost ≤ 1.0": 0.8,
    "cost ≤ 1.4": -0.5,
    "cost ≤ 2.0": -1.1,
    "romanised": -0.5,
    "doubled": -0.4,
    "swapped": -0.4,
    "vowel": -0.7,
    "vowel-dropped": -1.3,
    "h": -0.4,
    "near": -1.2,
    "key": -0.5,
    "dropped": -0.6,
    "other": -1.8,
    "first letter differs": -1.5,
    "last letter differs": -1.8,
    "derived": -3.0,
    "gendered": -1.0,
    # letters of the shorter one: long names do not look alike by chance
    "length > 9": 0.3,
    "length ≤ 4": -2.2,
    "length ≤ 5": -0.3,
    "length ≤ 6": -0.5,
    "length ≤ 7": 1.1,
    "length ≤ 9": 1.1,
    # what everybody knows, and how often they stand
    "both known": -2.3,
    "both known, hardly different, and only one has a full name": 1.2,
    "one known": 0.4,
    "neither known": 2.6,
    "the unknown one stands once": 0.6,
    "the known one stands more often": 0.5,
    "once each": -0.5,
    "once against several": 1.0,
    "both several times": -1.1,
    # the other words of the names that they stand in
    "one bare, the other in a full name": -0.2,
    "one bare, the other ends a full name": 0.6,
    "shared company": 1.2,
    "other company": -0.7,
    "neither ever alone": -1.1,
    "each ends another name": -0.5,
    "each begins another name": -0.5,
    # their places
    "same title": 0.4,
    "same word before": 0.3,
    "same word after": 0.8,
    "in one sentence": -0.4,
    "side by side": -1.0,
    "in one name": -1.0,
}
DOUBTFUL = 0.8  # a pair that is less likely to be one name than this is left alone
WELL_KNOWN = 20_000  # people; a smaller place is not one that everybody knows

LIGHT = 0.6  # the cost of a difference that a careless ear or hand makes

PLACE_PREPOSITIONS = frozenset("in at near from to into of around outside toward towards across through over".split())


class Verdict(msgspec.Struct, frozen=True):
    """How likely two spellings are one name, and the observations that say so."""

    confidence: float
    observations: tuple[str, ...]


@lru_cache(maxsize=20_000)
def is_place(word: str) -> bool:
    """Whether `word` is the name of a country, a US state or a place of some size."""
    return any(
        place.kind != "city" or place.population >= WELL_KNOWN
        for place in gazetteer().lookup(word)
        if place.kind != "city" or not place.by_variant
    )


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether `word` is a name or a word that everybody knows, so that it is hardly a slip."""
    small = word.lower()
    return small in known_names() or small in given_names() or small in ordinary_words() or is_place(word)


def judge(one: Spelling, other: Spelling) -> Verdict | None:
    """Weigh two spellings; None if they are too far apart to ask. `one` comes first in the text."""
    alike = likeness(one.plain, other.plain)
    if alike is None:
        return None
    seen = tuple(observations(one, other, alike))
    odds = sum(WEIGHTS.get(name, 0.0) for name in seen)
    return Verdict(round(1 / (1 + math.exp(-odds)), 3), seen)


def observations(one: Spelling, other: Spelling, alike: Likeness) -> Iterator[str]:
    """Yield what holds of two spellings that bears on whether they are one name."""
    yield "bias"
    yield from _of_form(one, other, alike)
    yield from _of_knowledge(one, other)
    yield from _of_company(one, other)
    yield from _of_places(one, other)
    if alike.cost <= LIGHT and is_known(one.text) and is_known(other.text) and _introduces(one, other):
        yield "both known, hardly different, and only one has a full name"


def _of_form(one: Spelling, other: Spelling, alike: Likeness) -> Iterator[str]:
    yield f"cost {_step(alike.cost, (0.36, 0.6, 0.8, 1.0, 1.4, 2.0))}"
    yield f"length {_step(alike.length, (4, 5, 6, 7, 9))}"
    for kind in sorted({difference.kind for difference in alike.differences}):
        yield f"{kind}"
    if any(_at_start(difference.at, difference.kind) for difference in alike.differences):
        yield "first letter differs"
    if _at_end(alike, one.plain, other.plain):
        yield "last letter differs"
    if derived(one.plain, other.plain):
        yield "derived"
    if gendered(one.plain, other.plain):
        yield "gendered"


def _at_start(at: int, kind: str) -> bool:
    return at == 0 and kind not in ("romanised", "swapped")


def _at_end(alike: Likeness, one: str, other: str) -> bool:
    last = alike.differences[-1] if alike.differences else None
    return one[-1] != other[-1] and last is not None and last.kind not in ("romanised", "swapped")


def _step(value: float, limits: tuple[float, ...]) -> str:
    for limit in limits:
        if value <= limit:
            return f"≤ {limit}"
    return f"> {limits[-1]}"


def _of_knowledge(one: Spelling, other: Spelling) -> Iterator[str]:
    known = (is_known(one.text), is_known(other.text))
    fewer, more = (one, other) if one.count <= other.count else (other, one)
    if all(known):
        yield "both known"
    elif any(known):
        rarer = other if known[0] else one
        yield "one known"
        if rarer.count == 1:
            yield "the unknown one stands once"
        if rarer is fewer and more.count > 1:
            yield "the known one stands more often"
    else:
        yield "neither known"
    if fewer.count == 1 and more.count >= 3:
        yield "once against several"
    if fewer.count >= 3:
        yield "both several times"
    if fewer.count == more.count == 1:
        yield "once each"


def _introduces(one: Spelling, other: Spelling) -> bool:
    """Whether one stands alone only, and the other ends a full name: a surname that was introduced."""
    if bool(one.full) == bool(other.full):
        return False
    bare, introduced = (other, one) if one.full else (one, other)
    surname = any(place.at == len(place.mention.words) - 1 for place in introduced.full)
    return surname and not is_place(bare.text) and not is_place(introduced.text)


def _of_company(one: Spelling, other: Spelling) -> Iterator[str]:
    """Compare the other words of the names that the two stand in."""
    if not one.full and not other.full:
        yield "both alone"
    elif not one.full or not other.full:
        introduced = other if not one.full else one
        yield "one bare, the other in a full name"
        if any(place.at == len(place.mention.words) - 1 for place in introduced.full):
            yield "one bare, the other ends a full name"
    else:
        if _share_company(one, other):
            yield "shared company"
        else:
            yield "other company"
            yield from _of_persons(one, other)


def _share_company(one: Spelling, other: Spelling) -> bool:
    return any(_agree(here, there) for here in one.full[:8] for there in other.full[:8])


def _of_persons(one: Spelling, other: Spelling) -> Iterator[str]:
    """Compare two words that stand in names with nothing in common."""
    if len(one.full) == one.count and len(other.full) == other.count:
        yield "neither ever alone"
    if all(_ends_name(place) for place in (*one.full[:4], *other.full[:4])):
        yield "each ends another name"
    if all(place.at == 0 for place in (*one.full[:4], *other.full[:4])):
        yield "each begins another name"


def _ends_name(place: Occurrence) -> bool:
    return 0 < place.at == len(place.mention.words) - 1


def _agree(here: Occurrence, there: Occurrence) -> bool:
    """Whether two full names have the word next to the one in question in common, or nearly so."""
    for step in (-1, 1):
        mine, yours = _neighbour(here, step), _neighbour(there, step)
        if mine and yours and (mine == yours or _initial_of(mine, yours) or _initial_of(yours, mine)):
            return True
        if len(mine) > 3 and len(yours) > 3:
            alike = likeness(mine, yours)
            if alike is not None and alike.cost <= 0.7:
                return True
    return False


def _neighbour(place: Occurrence, step: int) -> str:
    index = place.at + step
    words = place.mention.words
    return plain(words[index].text) if 0 <= index < len(words) else ""


def _initial_of(initial: str, name: str) -> bool:
    return len(initial) == 1 and name.startswith(initial)


def _of_places(one: Spelling, other: Spelling) -> Iterator[str]:
    here, there = one.occurrences[:12], other.occurrences[:12]
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


def _side_by_side(one: Occurrence, other: Occurrence) -> bool:
    """Whether two words stand as in a list: nobody writes one name twice there."""
    if one.mention.part != other.mention.part:
        return False
    (start, end), (other_start, other_end) = one.mention.span, other.mention.span
    return 0 < other_start - end <= 6 or 0 < start - other_end <= 6


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
