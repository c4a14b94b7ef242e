"""Distances that are events (the 100-meter final) and sizes that are names of things (a 9 mm pistol)."""

from __future__ import annotations

import re

from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.patterns import pattern

_GAP_WORDS = r"^[\s-]*(?:[\w'’-]+[\s-]+){0,3}?"
_RACE_AFTER = pattern(
    _GAP_WORDS
    + r"(?:finals?|semi-?finals?|races?|dash|sprints?|relays?|hurdles|freestyle|breaststroke|butterfly|backstroke"
    r"|medley|steeplechase|champions?|championships?|heats?|medal\w*|marathon|triathlon|run|runner|sprinter"
    r"|time trial|pursuit|records?|title|gold|silver|bronze|events?|swim|rifle|pistol|putt|field goal|touchdown"
    r"|pass|passes|punt|kick"
    r"|penalty|free kick|header|strike|shot|drive to|lead|defeat|win|walk race|race walk|individual|platform"
    r"|springboard)\b",
    re.IGNORECASE,
)
_RACE_BEFORE = pattern(
    r"(?:\b(?:(?:men|women|boys|girls)[’']?s?[’']?|olympic|world|indoor|outdoor|4\s?[x×]|relay|hurdles|r[au]n the"
    r"|won the|wins the|win the|in the|at the|over the)\s|[x×]\s?)$",
    re.IGNORECASE,
)
_SHOT_BEFORE = pattern(
    r"\b(?:for|rushed|rushing|threw|passed|carried|gained|header|goal|shot|strike|scored|struck|fired|drive"
    r"|ball|kick|effort"
    r"|smash\w*|cross|blazed|wide|racing|raced|box|penalt\w+|try|shoot\w*)\b",
    re.I,
)
_BORE = pattern(
    _GAP_WORDS
    + r"(?:lens|lenses|film|cameras?|pistols?|rifles?|guns?|handguns?|howitzers?|shells?|cannons?|mortars?|rounds?"
    r"|ammunition|bullets?|calib(?:er|re)|artillery|projectiles?|rockets?|weapons?|semi-?automatic|Glock"
    r"|grenades?|print|[Ww]atch(?:es)?)\b"
)
_SIZE = pattern(
    _GAP_WORDS
    + r"(?:screens?|displays?|TVs?|televisions?|monitors?|laptops?|tablets?|phones?|iPads?|records?|singles?|vinyl"
    r"|discs?|guns?|wheels?|rims?|howitzers?|pizzas?|MacBooks?|LPs?|touchscreens?|smartphones?|tires?|tyres?"
    r"|keyboards?|models?|irons?|subs?)\b"
)
_POURED = pattern(
    _GAP_WORDS
    + r"(?:cups?|cans?|bottles?|glass(?:es)?|drinks?|sodas?|beers?|coffees?|servings?|mugs?|jars?|steaks?)\b",
    re.IGNORECASE,
)
_BOTTLED = pattern(
    _GAP_WORDS + r"(?:bottles?|cans?|kegs?|cartons?|jugs?|hats?|packs?|glass(?:es)?|cups?)\b", re.IGNORECASE
)
_ENGINE = pattern(
    r"^[\s,-]*(?:[\w'’-]+[\s,-]+){0,3}?(?:engines?|motors?|V-?\d+|turbo\w*|petrol|diesel|gasoline|hybrid"
    r"|four-cylinder|six-cylinder|inline"
    r"|EcoBoost|boxer"
    r"|scooters?|motorcycles?|motorbikes?|bikes?|class|mopeds?)\b"
)
_WEIGHT_CLASS = pattern(
    _GAP_WORDS + r"(?:titles?|divisions?|class|limit|champion\w*|belts?|bouts?|weight)\b", re.IGNORECASE
)
_BOMB = pattern(r"[\s-](?:class\s)?(?:bombs?|bunker|warheads?|burgers?|hamburgers?)\b")
_CONTAINER = pattern(r"[\s-](?:equivalent|(?:shipping\s)?containers?|standard)\b")
_TELESCOPE = pattern(r"[\s-](?:class\s)?(?:\w+\s)?telescopes?\b")
_BULLION = pattern(r"\sof\s(?:\w+\s)?(?:gold|silver|platinum|palladium|bullion)\b", re.IGNORECASE)


_CHARGED = pattern(r"^[^.]{0,30}\b(?:charg\w+|solar|grid|panels?|station|plant)", re.IGNORECASE)
_RACE_NAMED = pattern(r"\b(?:the|her|his|over|and|at|[a-z]+[’']s)\s$", re.IGNORECASE)
_RACES = frozenset((60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10_000))
_NO_RACE = pattern(
    r"[\s-](?:long|wide|tall|high|deep|thick|away|apart|above|below|from|off|of|up|down|north|south|east|west)\b"
)


def _is_exact_adjective(at: Surroundings) -> bool:
    """Whether it is an adjective to a tenth, as the size of an engine is: a new 2.0-liter."""
    return at.number.step < 1 and at.number.value < 10 and at.words[at.unit_span.start - 1] in "-‐‑"


def is_race(at: Surroundings) -> bool:
    """Return whether it is the distance of a race: the 800m and 1500m."""
    attached = at.unit_words == "m" and at.words[at.unit_span.start - 1].isdigit()
    usual = attached and at.number.value in _RACES and not at.title_case
    return usual and _RACE_NAMED.search(at.before) is not None and not _NO_RACE.match(at.after)


def is_event(at: Surroundings) -> bool:
    """Return whether a distance is a race, a shot or a pass."""
    if _RACE_AFTER.match(at.after):
        return True
    if _RACE_BEFORE.search(at.before) and at.unit.name in ("meter", "yard") and not at.after.startswith(" of"):
        return at.number.value >= 50
    if is_race(at):
        return True
    if at.unit.name == "yard" and re.match(r"[\s-](?:lines?|box|out)\b", at.after):
        return True
    sporting = at.unit.name == "yard" or (at.unit.name == "meter" and at.before.endswith("from "))
    return sporting and _SHOT_BEFORE.search(at.before) is not None


_PRODUCTS = {
    "inch": _SIZE,
    "millimeter": _BORE,
    "foot": _CONTAINER,
    "ounce": _POURED,
    "fluid_ounce": _POURED,
    "pint": _POURED,
    "quart": _BOTTLED,
    "gallon": _BOTTLED,
    "milliliter": _BOTTLED,
    "centiliter": _BOTTLED,
    "liter": _BOTTLED,
    "meter": _TELESCOPE,
    "pound": _BOMB,
    "kilogram": _BOMB,
}


def is_product(at: Surroundings) -> bool:
    """Return whether a size is the name of a thing: a 9 mm pistol, a 2-liter engine, a 2,000-pound bomb."""
    name = at.unit.name
    usual = _PRODUCTS.get(name)
    if usual and usual.match(at.after):
        return True
    if name in ("liter", "cubic_centimeter", "cubic_inch"):
        engine = at.unit_words in ("cc", "ccs") or (name == "liter" and _is_exact_adjective(at))
        return _ENGINE.match(at.after) is not None or (engine and not at.after.startswith(" of "))
    if name == "mile_per_hour" or name == "kilometer_per_hour":
        return at.number.value == 0  # an acceleration: 0-60 mph
    if name == "kilowatt":
        return _CHARGED.search(at.after) is not None
    if name == "ounce" and _BULLION.match(at.after):
        return True  # troy ounces, by which metal is sold
    return at.unit.kind == "mass" and _WEIGHT_CLASS.match(at.after) is not None
