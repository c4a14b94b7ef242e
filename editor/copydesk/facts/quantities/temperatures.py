"""Readings of a thermometer and differences between two: 5 °C is 41 °F, but 5 °C warmer is 9 °F warmer."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.text import Tokens, lexicon

_TO_A_READING = frozenset("to at above below past over under beyond near toward towards from between".split())
_USUAL = frozenset("average normal usual seasonal".split())
_OF_A_PERIOD = ("average", "norm", "mean", "long", "pre", "level", "base", "19", "20")
_ARTICLES = frozenset(("the", "its", "their"))
_IS = frozenset("is was were reach reaches reached".split())
_STOPS = ".,;"
_WARMED_BY = {"celsius": 6, "fahrenheit": 11, "degree": 11, "kelvin": 6}  # no more than this is spoken of
_BEFORE_A_LIMIT = frozenset("to below under within for".split())
_BRACKETS = {"(": ")", "[": "]"}


def difference_of(at: Surroundings) -> bool | None:
    """Return whether a temperature is a difference; None where the copy leaves it open."""
    if at.unit.kind != "temperature" or at.number.value < 0:
        return False
    behind = _past_bracket(at.tokens, at.ends)
    if _changes_by(at) or _is_compared(at.tokens, behind):
        return True
    limit = _is_limit(at) or _names_a_limit(at.tokens, behind)
    if at.number.value > _WARMED_BY.get(at.unit.name, 0) or not is_about_climate(at.tokens):
        return None if limit else False
    return True if limit else None


def _past_bracket(tokens: Tokens, past: int) -> int:
    """Return the index past a bracket behind a temperature, in which it is most often converted."""
    closing = _BRACKETS.get(tokens.text_at(past), "")
    for at in range(past, past + 8) if closing else ():
        if tokens.text_at(at) == closing:
            return at + 1
    return past


def _changes_by(at: Surroundings) -> bool:
    """Whether it is by how much a temperature changes: rose (about) 5C, up 5C, by 5C, a rise of some 5C."""
    words = at.earlier(1), at.earlier(2), at.earlier(3), at.earlier(4)
    if words[0] in lexicon("warming") or words[:2] in (("extra", "a"), ("additional", "an"), ("extra", "an")):
        return True
    if words[0] in ("another", "by", "within"):
        return True
    if words[1] in lexicon("warming") and words[0].isalpha() and words[0] not in _TO_A_READING:
        return True
    for back in range(4):  # by more than 5C, within a few degrees, a rise of about 5C
        word = words[back]
        if word in ("by", "within") or (word == "of" and at.earlier(back + 2) in lexicon("difference")):
            return True
        if word in _IS and any(at.earlier(back + n) in ("difference", "gap") for n in range(2, 9)):
            return True
        if not word.isalpha():
            return False
    return False


def _is_compared(tokens: Tokens, past: int) -> bool:
    """Whether what follows compares it: 5C warmer, higher than, above average, above its 19th-century level."""
    for at in (past, past + 1):
        lower = tokens.lower(at)
        if lower in lexicon("compared"):
            return True
        following = tokens.lower(at + 1)
        if lower in ("more", "less") and following == "than":
            return tokens.lower(at + 2) in _USUAL
        if lower == "of" and following == "warming":
            return True
        if lower in ("above", "below", "over"):
            on = at + 1 + (following in _ARTICLES)
            if following in _USUAL or following.startswith("pre"):
                return True
            return following in _ARTICLES and any(
                tokens.lower(place).startswith(_OF_A_PERIOD) for place in (on, on + 1, on + 2)
            )
        if not lower.isalpha():
            return False
    return False


def _is_limit(at: Surroundings) -> bool:
    """Whether it is a goal or a limit: of warming, where that is what it is about, else of anything (a fridge)."""
    for back in range(1, 4):
        word, earlier = at.earlier(back), at.earlier(back + 1)
        if word in ("of", "is", "was") and earlier in lexicon("temperature_goal"):
            return True
        if word in lexicon("past_a_limit") or word == "plus" or (word == "below" and earlier == "well"):
            return True
        if word in _TO_A_READING and earlier == "warming":
            return True
        if word in _BEFORE_A_LIMIT and _is_held(at, back):
            return True
        if not word.isalpha():
            return False
    return False


def _is_held(at: Surroundings, back: int) -> bool:
    """Whether a verb of holding is before a preposition: keep it below, limit the rise to."""
    for further in range(back + 1, back + 12):
        word = at.earlier(further)
        if word in lexicon("hold"):
            return True
        if not word or word == ".":
            return False
    return False


def _names_a_limit(tokens: Tokens, past: int) -> bool:
    """Whether a goal or a limit is named by it: the 2C goal, a 1.5C Paris target."""
    for at in range(past, past + 3):
        if tokens.lower(at) in lexicon("temperature_goal"):
            return True
        if not tokens.lower(at).isalpha():
            return False
    return False


@lru_cache(maxsize=4)  # asked of every temperature of a paragraph
def is_about_climate(tokens: Tokens) -> bool:
    """Return whether a text speaks of the climate: global warming, pre-industrial levels, the Paris Agreement."""
    lowers = [tokens.table.lower[one] for one in tokens.ids]
    if not lexicon("climate").isdisjoint(lowers):
        return True
    firsts, seconds = lexicon("climate_first"), lexicon("climate_second")
    return any(first in firsts and second in seconds for first, second in pairwise(lowers))
