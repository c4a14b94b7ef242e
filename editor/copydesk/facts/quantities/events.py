"""Distances that are events (the 100-meter final) and sizes that are names of things (a 9 mm pistol)."""

from __future__ import annotations

from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.text import lexicon

_HYPHENS = frozenset("-‐‑")
_RACES = frozenset((60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10_000))
_DETERMINED = frozenset("the her his over and at".split())
_RUN_BEFORE = frozenset(("the",)), frozenset("run ran won wins win in at over".split())
_NO_RACE = frozenset(
    "long wide tall high deep thick away apart above below from off of up down north south east west".split()
)
_TELESCOPES = frozenset(("telescope", "telescopes"))
_PITCH = frozenset("line lines box out".split())


def _is_exact_adjective(at: Surroundings) -> bool:
    """Whether it is an adjective to a tenth, as the size of an engine is: a new 2.0-liter."""
    return at.number.step < 1 and at.number.value < 10 and at.words[at.unit_span.start - 1] in _HYPHENS


def is_race(at: Surroundings) -> bool:
    """Return whether it is the distance of a race: the 800m and 1500m."""
    attached = at.unit_words == "m" and at.words[at.unit_span.start - 1].isdigit()
    if not attached or at.number.value not in _RACES or at.title_case or at.later(0) in _NO_RACE:
        return False
    return at.earlier(1) in _DETERMINED or at.earlier(1) in ("'s", "s'")


def is_event(at: Surroundings) -> bool:
    """Return whether a distance is a race, a shot or a pass."""
    if at.is_before("race", skip=3) or _is_free_kick(at):
        return True
    if at.unit.name in ("meter", "yard") and at.later(0) != "of" and _is_run(at):
        return at.number.value >= 50
    if is_race(at):
        return True
    if at.unit.name == "yard" and at.later(0) in _PITCH:
        return True
    sporting = at.unit.name == "yard" or (at.unit.name == "meter" and at.earlier(1) == "from")
    return sporting and at.is_after("shot")


def _is_free_kick(at: Surroundings) -> bool:
    return (at.later(0) == "field" and at.later(1) == "goal") or (at.later(0) == "time" and at.later(1) == "trial")


def _is_run(at: Surroundings) -> bool:
    """Whether whose race it is, or that it was run, is before a distance: the men's 200, 4 x 100, won the 400."""
    before = at.earlier(1)
    if before in lexicon("race_before") or before in ("x", "×") or (before in ("'s", "'") and _runners(at)):
        return True
    return before in _RUN_BEFORE[0] and at.earlier(2) in _RUN_BEFORE[1]


def _runners(at: Surroundings) -> bool:
    return at.earlier(2) in lexicon("race_before")


_PRODUCTS = {
    "inch": ("screen", 3),
    "millimeter": ("weapon", 3),
    "foot": ("container", 1),
    "ounce": ("poured", 3),
    "fluid_ounce": ("poured", 3),
    "pint": ("poured", 3),
    "quart": ("bottled", 3),
    "gallon": ("bottled", 3),
    "milliliter": ("bottled", 3),
    "centiliter": ("bottled", 3),
    "liter": ("bottled", 3),
    "pound": ("bomb", 1),
    "kilogram": ("bomb", 1),
}


def is_product(at: Surroundings) -> bool:
    """Return whether a size is the name of a thing: a 9 mm pistol, a 2-liter engine, a 2,000-pound bomb."""
    name = at.unit.name
    if name in _PRODUCTS and at.is_before(_PRODUCTS[name][0], skip=_PRODUCTS[name][1]):
        return True
    if name in ("liter", "cubic_centimeter", "cubic_inch"):
        engine = at.unit_words in ("cc", "ccs") or (name == "liter" and _is_exact_adjective(at))
        return at.is_before("engine", skip=3) or (engine and at.later(0) != "of")
    if name == "meter":
        return not _TELESCOPES.isdisjoint((at.later(0), at.later(1), at.later(2)))
    if name in ("mile_per_hour", "kilometer_per_hour"):
        return at.number.value == 0  # an acceleration: 0-60 mph
    if name == "kilowatt":
        return at.is_before("charging", skip=5)
    if name == "ounce" and at.later(0) == "of" and lexicon("bullion") & {at.later(on) for on in (1, 2, 3)}:
        return True  # troy ounces, by which metal is sold
    return at.unit.kind == "mass" and at.is_before("weight_class", skip=3)
