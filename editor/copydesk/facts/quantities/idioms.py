"""Numbers with units that measure nothing: names (Route 5, 8 Mile) and figures of speech (two feet from victory)."""

from __future__ import annotations

import re

from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.patterns import pattern

# A capitalised word before a number labels it: Route 5, Flight 90, Apollo 11, Category 5.
_LABEL = pattern(
    r"\b(?:Route|Routes|Highway|Hwy\.?|Interstate|Flight|Section|Chapter|Page|Room|Channel|Apollo|Area|Group"
    r"|Phase|Type"
    r"|Level|Grade|Unit|Lane|Gate|Platform|Terminal|Exit|Junction|Bus|Line|Number|No\.|Article|Part|Volume|Episode"
    r"|Season|Game|Week|Day|Stage|Act|Figure|Table|Ward|District|Precinct|Block|Zone|Category|Class|Windows|Formula"
    r"|World War|Title|Form|Step|Item|Mile|Kilometer|Kilometre|Boeing|Airbus|Model|Psalm|Proposition|Resolution"
    r"|Rule"
    r"|Amendment|Track|Sector|Round|Chapter|Station|Studio|Engine|Ladder|Squadron|Gemini|Falcon|Voyager|Xbox"
    r"|PlayStation)"
    r"\s$"
)
_LIMB = pattern(r"\b(?:on|both|own|his|her|their|its|left|right|bare|cold)\s(?:\w+\s)?$", re.IGNORECASE)
_FIGURATIVE_BEFORE = pattern(
    r"\b(?:touch\w*\b[^.]{0,25} with (?:an? )?|whole |like (?:an? )?|(?:feel|felt|feels) "
    r"|(?:give|gives|gave|budge\w*) (?:an? )?|the proverbial )$",
    re.IGNORECASE,
)
_FIGURATIVE_AFTER = pattern(
    r"[\s-](?:view|overview|perspective|gorilla|hat)\b|\s(?:of bricks|of flesh|of prevention)\b|\sunder(?=[.,;!?])"
    r"|\s(?:away\s|short\s)?(?:from|of|off)\s(?:an?\s|the\s|his\s|her\s|their\s|its\s|our\s)?"
    r"(?:victor(?:y|ies)|defeats?|glory|success|disaster|death|history|power|freedom|collapse|bankruptcy"
    r"|oblivion|stardom"
    r"|fame|triumph|title|trophy|championship|win|deal|agreement|peace|war|truth|catastrophe|tragedy|perfection"
    r"|normal"
    r"|winning|losing|dying|making|becoming|being|reaching|getting|having|securing|completing)\b",
    re.IGNORECASE,
)


def is_named(at: Surroundings) -> bool:
    """Return whether it is a label or a name: Route 5, 8 Mile."""
    if _LABEL.search(at.before):
        return True
    first = at.unit_words.split()[0]
    if at.title_case or at.unit.kind == "temperature" or not first[0].isupper() or first == "British":
        return False
    if at.unit.singular.startswith(first):
        return False  # three London buses
    if len(first) < 3 or not first.isalpha() or not first[1:].islower():
        return False  # an abbreviation
    # Copy that writes “10 Kilometers per hour” only means to be grand; “8 Mile” and “21 Grams” are names.
    return at.number.form == "words" or " " not in at.unit_words


def is_figurative(at: Surroundings) -> bool:
    """Return whether it is a figure of speech, not a measurement."""
    unit = at.unit
    if unit.kind in ("length", "mass", "volume") and _FIGURATIVE_AFTER.match(at.after):
        return True
    small = at.number.form == "words" or at.number.value <= 10
    if small and _FIGURATIVE_BEFORE.search(at.before):
        return True
    if unit.name == "foot" and at.number.value <= 4 and at.number.form == "words" and _LIMB.search(at.before):
        return True
    # “a million miles away”, “a thousand miles”: nobody has measured
    vague = at.number.form == "words" and at.words[at.number.span.start] in "aA" and at.number.value >= 100
    return vague and unit.name in ("mile", "foot", "ton")
