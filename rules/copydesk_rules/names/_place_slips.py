"""Places whose names are one slip from a name of several words, or have two letters of it in another order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

from copydesk.facts.gazetteer import Place, fold, gazetteer
from copydesk_rules.names._near_places import NearPlace

_DATA = Path(__file__).parent / "data" / "places_of_many_words.txt"
_SHORTEST = 4  # letters of the word that has the slip
_LONGEST_WAYS = {"on": "upon", "upon": "on"}


def nearest_of_many(name: str) -> NearPlace | None:
    """Return the only larger place whose name of several words is one slip, in one of the words, from `name`.

    A form that GeoNames lists for that place may have a letter doubled or two in another order, no more: it may be
    another romanization.
    """
    words = tuple(fold(name).split())
    if len(words) < 2:
        return None
    found = {
        place
        for at in range(len(words))
        for word, place in _of_many().get((*words[:at], "", *words[at + 1 :]), ())
        if _one_slip(words[at], word)
    }
    if len(found) != 1:
        return None
    place = found.pop()
    listed = gazetteer().lookup(name)
    if any(not one.by_variant for one in listed) or (
        listed and not _only_letters_moved(fold(name), fold(place.name))
    ):
        return None
    return place


def of_river(name: str) -> Place | None:
    """Return the place that is on or upon its river, if `name` has the other of the two words: Berwick-on-Tweed."""
    pieces = name.split("-")
    if len(pieces) != 3 or pieces[1] not in _LONGEST_WAYS:
        return None
    right = "-".join((pieces[0], _LONGEST_WAYS[pieces[1]], pieces[2]))
    known = gazetteer()
    if any(not place.by_variant for place in known.lookup(name)):
        return None
    return next((place for place in known.lookup(right) if "-" in place.name and not place.by_variant), None)


@lru_cache(maxsize=5_000)
def with_letters_moved(word: str) -> tuple[Place, ...]:
    """Return the places that are called as `word` is, but for two neighbouring letters that changed places."""
    found = {
        place
        for at in range(1, len(word) - 1)
        if word[at] != word[at + 1]
        for place in gazetteer().lookup(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
        if place.kind == "city" and not place.by_variant
    }
    return tuple(sorted(found, key=lambda place: -place.population))


def _one_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0]:
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def _only_letters_moved(one: str, other: str) -> bool:
    """Whether two names differ by a doubled letter, or by two letters in another order."""
    return _undoubled(one) == _undoubled(other) or sorted(one) == sorted(other)


def _undoubled(word: str) -> str:
    return "".join(letter for at, letter in enumerate(word) if at == 0 or word[at - 1] != letter)


@cache
def _of_many() -> Mapping[tuple[str, ...], list[tuple[str, NearPlace]]]:
    """Return the larger places of several words under their names with one word left out, and that word."""
    found: dict[tuple[str, ...], list[tuple[str, NearPlace]]] = defaultdict(list)
    for place in _read():
        words = tuple(fold(place.name).split())
        for at, word in enumerate(words):
            found[(*words[:at], "", *words[at + 1 :])].append((word, place))
    return found


def _read() -> Iterator[NearPlace]:
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, country, thousands = line.split(":")
            yield NearPlace(name, country, int(thousands))
