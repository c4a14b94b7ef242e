"""Readings of a thermometer and differences between two: 5 °C is 41 °F, but 5 °C warmer is 9 °F warmer."""

from __future__ import annotations

import re

from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.patterns import pattern

_DIFFERENCE_BEFORE = pattern(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|drop\w*|climb\w*|warm(?:ed|s|ing)|cool(?:ed|s|ing)"
    r"|increas\w*|decreas\w*|up|down|gain\w*|los[est]\w*|an? (?:extra|additional)|another)\s"
    # “rose to 40 C”, “up to”, “fell below”: a reading
    r"(?:(?!to\b|at\b|above\b|below\b|past\b|over\b|under\b|beyond\b|near\b|towards?\b|from\b|between\b)\w+\s)?$"
    r"|\b(?:by|(?:rise|increase|warming|drop|fall|difference|anomaly|jump|swing|gap) of|within"
    r"|(?:limit|hold|keep|cap)\w*\b[^.]{0,60}\b(?:to|below|under)|warming (?:to|of|by|beyond|above|past)"
    r"|exceed\w*)\s*(?:an?\s)?(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_MAYBE_BEFORE = pattern(
    r"\bplus\s$|\b(?:targets?|goals?|limits?|thresholds?|ceiling|mark) of\s(?:\w+\s){0,2}$", re.IGNORECASE
)
_MAYBE_AFTER = pattern(
    r"^[\s-]*(?:\w+\s)?(?:targets?|goals?|limits?|thresholds?|ceilings?|caps?|guardrails?)\b", re.IGNORECASE
)
_DIFFERENCE_AFTER = pattern(
    r"^[\s-]*(?:\w+\s){0,1}?(?:warmer|cooler|hotter|colder|higher|lower|of warming|differences?|rise|increase"
    r"|drop|swing|jump|warming|(?:above|below|over) (?:average|normal|usual|seasonal|pre|(?:the|its"
    r"|their) (?:\w+[\s-])?"
    r"(?:average|norm\w*|mean|long|pre|level|base\w*|19|20)))",
    re.IGNORECASE,
)
_BRACKET = pattern(r"\s?[(\[][^)\]]*[)\]]")


def difference_of(at: Surroundings) -> bool | None:
    """Return whether a temperature is a difference; None where the copy leaves it open."""
    if at.unit.kind != "temperature":
        return False
    if at.number.value < 0:
        return False
    if _DIFFERENCE_BEFORE.search(at.before) or _DIFFERENCE_AFTER.match(_BRACKET.sub("", at.after, count=1)):
        return True
    maybe = _MAYBE_BEFORE.search(at.before) or _MAYBE_AFTER.match(at.after)
    return None if maybe else False
