"""Places of a country whose names are one slip from a word."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import OSA

from copydesk.facts.gazetteer import fold

METROPOLIS = 500  # thousands of people
_DATA = Path(__file__).parent / "data" / "places.txt"


class NearPlace(NamedTuple):
    """A place with its usual English name, its country's code, and its population in thousands."""

    name: str
    country: str
    thousands: int


@cache
def _lines() -> dict[str, str]:
    lines = _DATA.read_text(encoding="utf-8").splitlines()
    return {line[:2]: line[3:] for line in lines if not line.startswith("#")}


@cache
def _places(country: str) -> tuple[tuple[str, NearPlace], ...]:
    """Return a country's places with their names in small plain letters, the largest first."""
    found = []
    for entry in _lines().get(country, "").split():
        name, _, thousands = entry.partition(":")
        found.append((fold(name), NearPlace(name, country, int(thousands))))
    return tuple(found)


@cache
def _metropolises() -> tuple[tuple[str, NearPlace], ...]:
    every = (place for country in _lines() for place in _places(country))
    return tuple(place for place in every if place[1].thousands >= METROPOLIS)


def nearest(word: str, country: str = "") -> NearPlace | None:
    """Return the only place of a country that is one slip from `word` and begins with the same letter, if one is.

    Without a country, of the metropolises of the world.
    """
    folded = fold(word)
    near = [
        place
        for name, place in (_places(country) if country else _metropolises())
        if name[0] == folded[0]
        and abs(len(name) - len(folded)) <= 1
        and OSA.distance(name, folded, score_cutoff=1) == 1
    ]
    return near[0] if len(near) == 1 else None
