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
    r"|\b(?:by|(?:rise|increase|warming|heating|drop|fall|difference|anomaly|jump|swing|gap|margin) of|within"
    r"|(?:difference|gap)\b[^.,;]{0,40}\s(?:is|was|were|reach\w*))\s(?:an?\s)?(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
# A goal or a limit: of warming where that is what it is about, else of anything (a fridge, a swimming pool).
_LIMIT_BEFORE = pattern(
    r"\b(?:(?:targets?|goals?|limits?|thresholds?|ceiling|mark|aims?) (?:of|is|was)"
    r"|(?:limit|hold|keep|cap|stay|remain|aim)\w*\b[^.]{0,60}\b(?:to|below|under|at|within|for)"
    r"|warming (?:to|by|beyond|above|past|over)|exceed\w*|overshoot\w*|pass\w*|breach\w*|surpass\w*|plus|well below)"
    r"\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_LIMIT_AFTER = pattern(
    r"^[\s-]*(?:\w+\s){0,2}?(?:targets?|goals?|limits?|thresholds?|ceilings?|caps?|guardrails?)\b", re.IGNORECASE
)
_CLIMATE = pattern(
    r"\b(?:(?:global|planet\w*|climate)\s(?:warming|heating)|pre-?industrial|climate (?:change|crisis|goals?|talks)"
    r"|Paris (?:Agreement|accord|climate|goals?|targets?|deal)|greenhouse|(?:limit|cap)\w* (?:\w+ )?warming)",
    re.IGNORECASE,
)
_WARMED_BY = {"celsius": 6, "fahrenheit": 11, "degree": 11, "kelvin": 6}  # no more than this is spoken of
_DIFFERENCE_AFTER = pattern(
    r"^[\s-]*(?:\w+\s){0,1}?(?:warmer|cooler|hotter|colder|higher|lower|of warming|differences?|rise|increase"
    r"|drop|swing|jump|warming|(?:more|less) than (?:usual|normal|average)"
    r"|(?:above|below|over) (?:average|normal|usual|seasonal|pre|(?:the|its|their) (?:\w+[\s-])?"
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
    after = _BRACKET.sub("", at.after, count=1)
    if _DIFFERENCE_BEFORE.search(at.before) or _DIFFERENCE_AFTER.match(after):
        return True
    limit = _LIMIT_BEFORE.search(at.before) or _LIMIT_AFTER.match(after)
    if at.number.value > _WARMED_BY.get(at.unit.name, 0) or not _CLIMATE.search(at.words):
        return None if limit else False
    return True if limit else None
