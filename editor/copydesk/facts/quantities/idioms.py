"""Numbers with units that measure nothing: names (Route 5, 8 Mile) and figures of speech (two feet from victory)."""

from __future__ import annotations

from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.text import lexicon

_LIMB = frozenset("on both own his her their its left right bare cold".split())
_SAID = frozenset("whole like feel felt feels give gives gave budge budges budged proverbial".split())
_OVERSEEN = frozenset("view overview perspective gorilla hat".split())
_OF = frozenset("bricks flesh prevention".split())
_DETERMINERS = frozenset("a an the his her their its our".split())


def is_named(at: Surroundings) -> bool:
    """Return whether it is a label or a name: Route 5, 8 Mile."""
    label = at.tokens.text_at(at.begins - (2 if at.earlier(1) == "." else 1))
    if label[:1].isupper() and (label.lower() in lexicon("labelled") or _is_world_war(at, label)):
        return at.tokens.space(at.begins) > 0
    first = at.unit_words.split()[0] if at.unit_words else ""
    if at.title_case or at.unit.kind == "temperature" or not first[:1].isupper() or first == "British":
        return False
    if at.unit.singular.startswith(first):
        return False  # three London buses
    if len(first) < 3 or not first.isalpha() or not first[1:].islower():
        return False  # an abbreviation
    # Copy that writes “10 Kilometers per hour” only means to be grand; “8 Mile” and “21 Grams” are names.
    return at.number.form == "words" or " " not in at.unit_words


def _is_world_war(at: Surroundings, label: str) -> bool:
    return label == "War" and at.earlier(2) == "world"


def is_figurative(at: Surroundings) -> bool:
    """Return whether it is a figure of speech, not a measurement."""
    unit, words = at.unit, at.number.form == "words"
    if unit.kind in ("length", "mass", "volume") and _is_far_from_destiny(at):
        return True
    if (words or at.number.value <= 10) and _is_said(at):
        return True
    limbs = unit.name == "foot" and at.number.value <= 4 and words
    if limbs and _LIMB & {at.earlier(1), at.earlier(2)}:
        return True
    # “a million miles away”, “a thousand miles”: nobody has measured
    vague = words and at.words[at.number.span.start] in "aA" and at.number.value >= 100
    return vague and unit.name in ("mile", "foot", "ton")


def _is_far_from_destiny(at: Surroundings) -> bool:
    """Whether it is a view, a ton of bricks, an inch from victory."""
    joint = at.later(0)
    if joint in _OVERSEEN or (joint == "of" and at.later(1) in _OF):
        return True
    if joint == "under" and at.later(1) in (".", ",", ";", "!", "?"):
        return True
    on = 1 if joint in ("away", "short") else 0
    if at.later(on) not in ("from", "of", "off"):
        return False
    on += 1 + (at.later(on + 1) in _DETERMINERS)
    return at.later(on) in lexicon("destiny")


def _is_said(at: Surroundings) -> bool:
    """Whether people say it without measuring: give an inch, like a ton, touch with a 10-foot pole."""
    back = 2 if at.earlier(1) in ("a", "an", "the") else 1
    if at.earlier(back) in _SAID:
        return at.earlier(back) != "proverbial" or at.earlier(2) == "the"
    return at.earlier(back) == "with" and any(
        at.earlier(n) in ("touch", "touched") for n in range(back + 1, back + 6)
    )
