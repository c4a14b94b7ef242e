"""What everybody knows: how well known a word or name is, and whether it is the name of a place."""

from __future__ import annotations

from functools import lru_cache

from copydesk.facts.gazetteer import gazetteer
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.similarity import plain

WELL_KNOWN = 20_000  # people; a smaller place is not one that everybody knows
_OF_A_PLACE = 2.5  # the fame of a place at least
_KNOWN = 2.0
_RANKS = ((0.0, "unheard of"), (1.9, "rare"), (2.9, "known"), (9.0, "common"))


@lru_cache(maxsize=20_000)
def is_place(word: str) -> bool:
    """Whether `word` is the name of a country, a US state or a place of some size."""
    return any(
        place.kind != "city" or place.population >= WELL_KNOWN
        for place in gazetteer().lookup(word)
        if place.kind != "city" or not place.by_variant
    )


@lru_cache(maxsize=20_000)
def fame(word: str) -> float:
    """Return how well known a word or name is, on the scale of `frequency.zipf`."""
    known = zipf(plain(word))
    return max(known, _OF_A_PLACE) if known < _OF_A_PLACE and is_place(word) else known


def is_known(word: str) -> bool:
    """Whether `word` is a name or a word that many know, so that it is hardly a slip."""
    return fame(word) >= _KNOWN


def rank(word: str) -> str:
    """Return in one or two words how well known a word or name is."""
    known = fame(word)
    return next(name for limit, name in _RANKS if known <= limit)
