"""Verbs that say the opposite of each other, and verbs that a headline can get the wrong way round.

They are data (`data/opposites.yaml`), with their source.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from copydesk.facts.claims.verbs import Forms, forms
from copydesk.facts.lexicons import lines, words

_LEXICON = Path(__file__).parent / "data" / "opposites.yaml"


class Opposite(NamedTuple):
    """One side of a pair: all forms of its verbs, those of the other side that mean nothing else, its first verb."""

    same: frozenset[str]
    other: frozenset[str]
    offered: Forms


@cache
def opposites() -> dict[str, tuple[Opposite, ...]]:
    """Return the opposites of each verb that has any, by its base form."""
    found: dict[str, list[Opposite]] = {}
    ambiguous = frozenset(words(_LEXICON, "ambiguous"))
    for line in lines(_LEXICON, "pairs"):
        sides = [side.split() for side in line.split("/")]
        for one, other in (sides, sides[::-1]):
            same = frozenset(form for verb in one for form in forms(verb))
            against = frozenset(form for verb in other for form in forms(verb)) - ambiguous
            opposite = Opposite(same, against, forms(other[0]))
            for verb in one:
                found.setdefault(verb, []).append(opposite)
    return {verb: tuple(pairs) for verb, pairs in found.items()}


@cache
def opposed() -> dict[str, str]:
    """Return the base form of each form of a verb that has an opposite."""
    return {form: verb for verb in opposites() for form in forms(verb)}


@cache
def directed() -> dict[str, Forms]:
    """Return the forms of verbs that go from one to another, with all the forms of their verb."""
    return {form: forms(verb) for verb in words(_LEXICON, "directed") for form in forms(verb)}
