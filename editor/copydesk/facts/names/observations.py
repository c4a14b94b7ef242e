"""What holds of two look-alike spellings that bears on whether they are meant for one name.

Each observation is a phrase that `weights.WEIGHTS` gives a weight. This module looks at the spellings themselves and
at what the world knows of them; `company` at the names that they stand in, and `surroundings` at their places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from copydesk.facts.names import company, surroundings
from copydesk.facts.names.derivation import derived, gendered
from copydesk.facts.names.fame import fame, rank
from copydesk.facts.names.lexicon import given_names, ordinary_words
from copydesk.facts.names.pairs import Pair

_ROMANISED = frozenset(("romanised", "doubled", "h"))


def observations(pair: Pair) -> Iterator[str]:
    """Yield what holds of a pair that bears on whether they are one name."""
    yield from of_words(pair)
    yield from of_places(pair)


def of_words(pair: Pair) -> Iterator[str]:
    """Yield what the two words themselves tell, and how often they stand in the article."""
    yield "bias"
    yield from _of_form(pair)
    yield from _of_fame(pair)
    yield from _of_counts(pair)


def of_places(pair: Pair) -> Iterator[str]:
    """Yield what the names and the sentences tell in which the two stand."""
    yield from company.observations(pair)
    yield from surroundings.observations(pair)


def _of_form(pair: Pair) -> Iterator[str]:
    one, other, alike = pair.one.plain, pair.other.plain, pair.alike
    yield f"edits {_step(min(OSA.distance(one, other), len(alike.differences)), (1, 2, 3))}"
    yield f"cost {_step(alike.cost, (0.36, 0.6, 0.8, 1.0, 1.4, 2.0))}"
    yield f"length {_step(alike.length, (4, 5, 6, 7, 9))}"
    kinds = sorted({difference.kind for difference in alike.differences})
    yield from kinds
    if len(alike.differences) > 1:
        yield "several differences"
        if _ROMANISED.issuperset(kinds):
            yield "several, all romanised"
    if one[0] != other[0]:
        light = any(change.at == 0 and change.kind in ("romanised", "swapped") for change in alike.differences)
        yield "first letter romanised" if light else "first letter differs"
    if sum(change.kind == "other" for change in alike.differences) > 1:
        yield "several unlike letters"
    if one.startswith(other) or other.startswith(one):
        yield "one is the other and more"
    elif _ends_in_words(one, other):
        yield "they end in two English words"
    if _inner_capital(pair.one.text) != _inner_capital(pair.other.text):
        yield "only one has a capital inside"
    if one[-1] != other[-1] and alike.differences and alike.differences[-1].kind not in ("romanised", "swapped"):
        yield "last letter differs"
    if derived(one, other):
        yield "derived"
    if gendered(one, other):
        yield "gendered"
    if pair.minor.plain in (pair.major.plain + "s", pair.major.plain + "es") and not pair.minor.full:
        yield "a plural"


def _ends_in_words(one: str, other: str) -> bool:
    """Whether both have an English word after what they have in common: Equibank and Equimark."""
    shared = next((index for index, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours), 0)
    tails = one[shared:], other[shared:]
    return shared > 2 and min(map(len, tails)) > 3 and all(tail in ordinary_words() for tail in tails)


def _inner_capital(word: str) -> bool:
    return any(letter.isupper() for letter in word[1:])


def _step(value: float, limits: Sequence[float]) -> str:
    for limit in limits:
        if value <= limit:
            return f"≤ {limit}"
    return f"> {limits[-1]}"


def _of_fame(pair: Pair) -> Iterator[str]:
    minor, major = fame(pair.minor.text), fame(pair.major.text)
    less, more = sorted((pair.minor, pair.major), key=lambda spelling: fame(spelling.text))
    yield f"{rank(less.text)} beside {rank(more.text)}"
    if minor > major + 0.7:
        yield "the rarer here is better known"
    if less.text.lower() not in ordinary_words() and fame(less.text):
        gap = abs(minor - major)
        yield f"known apart {_step(gap, (0.5, 1.0, 1.5, 2.0, 2.5))}"
    if less.text.lower() in ordinary_words():
        yield "both English words" if more.text.lower() in ordinary_words() else "the less known is an English word"
    elif more.text.lower() in ordinary_words():
        yield "the better known is an English word"
    if less.text.lower() in given_names() and more.text.lower() in given_names():
        yield "both given names"


def _of_counts(pair: Pair) -> Iterator[str]:
    fewer, more = pair.minor.count, pair.major.count
    if more == 1:
        yield "once each"
    elif fewer == 1:
        yield "once beside twice" if more == 2 else f"once beside {'several' if more < 6 else 'many'}"
    else:
        yield "both twice" if fewer == 2 else "both several times"
