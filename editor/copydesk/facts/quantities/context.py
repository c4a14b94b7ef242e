"""Telling from the words around whether a number and a unit are a quantity, and what sort of one."""

from __future__ import annotations

import re

import msgspec

from copydesk.article import Span
from copydesk.facts.numbers import Number
from copydesk.facts.quantities.records import Use
from copydesk.facts.quantities.units import Unit, UnitForm
from copydesk.patterns import pattern

_BEFORE, _AFTER = 60, 60  # code points that are looked at


class Surroundings(msgspec.Struct, frozen=True):
    """A candidate for a quantity and the words of its sentence before and behind it."""

    words: str
    number: Number
    form: UnitForm
    span: Span
    unit_span: Span
    title_case: bool

    @property
    def unit(self) -> Unit:
        return self.form.unit

    @property
    def before(self) -> str:
        return self.words[max(0, self.span.start - _BEFORE) : self.span.start]

    @property
    def after(self) -> str:
        return self.words[self.span.end : self.span.end + _AFTER]

    @property
    def unit_words(self) -> str:
        return self.words[self.unit_span.start : self.unit_span.end]


# A capitalised word before a number labels it: Route 5, Flight 90, Apollo 11, Category 5.
_LABEL = pattern(
    r"\b(?:Route|Routes|Highway|Hwy\.?|Interstate|Flight|Section|Chapter|Page|Room|Channel|Apollo|Area|Group"
    r"|Phase|Type"
    r"|Level|Grade|Unit|Lane|Gate|Platform|Terminal|Exit|Junction|Bus|Line|Number|No\.|Article|Part|Volume|Episode"
    r"|Season|Game|Week|Day|Stage|Act|Figure|Table|Ward|District|Precinct|Block|Zone|Category|Class|Windows|Formula"
    r"|World War|Title|Form|Step|Item|Mile|Kilometer|Kilometre|Boeing|Airbus|Model|Psalm|Proposition|Resolution|Rule"
    r"|Amendment|Track|Sector|Round|Chapter|Station|Studio|Engine|Ladder|Squadron|Gemini|Falcon|Voyager|Xbox"
    r"|PlayStation)"
    r"\s$"
)
_RATE = pattern(
    r"\s?(?:-?per[\s-](?!cent)\w|/(?=[A-Za-z])|\s?(?:an?|each|every)\s(?:day|hour|minute|second|week|month|year"
    r"|gallon|head"
    r"|person|barrel|acre|hectare|game|carry|catch|serving)\b)|[-‐‑](?:pounds?|lbs?|candles?|force|tons?)\b",
    re.IGNORECASE,
)
_MILLIONS = pattern(
    r"\s?(?:people|euros?|dollars?|pounds?|yen|yuan|rupees?|francs?|marks?|children|women|men|users?|shares?)\b"
    r"|\s(?!hurdles|waves)[a-z]{3,}(?<!s)s\b(?!\s(?:the|a|an)\b)"
)
_MONEY_BEFORE = pattern(
    r"(?:\b(?:costs?|costing|worth|pa(?:y|ys|id|ying)|pric(?:e|ed|es)(?: \w+)? (?:at|of)|spen[dt]\w*|fined?"
    r"|fund(?:s|ed|ing)?|earn\w*|sold for|bought for|valued? (?:at|of)|bill of|salary of|debts? of|budget of"
    r"|cash|invest\w*"
    r"|charg\w+|owe[sd]?|sav(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|revenue\w*|profits?|loss(?:es)?)\b[^.]{0,30}|€|£)$",
    re.IGNORECASE,
)
_MONEY_AFTER = pattern(
    r"\s(?:sterling|notes?|coins?|(?:a|per) (?:week|month|year|share|head|night)"
    r"|of (?:debt|cash|funding|savings|damage))\b"
)
_HEAVY = pattern(
    r"\b(?:weigh\w*|weights?|heav\w+|los[est]\w*|gain\w*|kilos?|kg|lbs?|ounces?|load|carry\w*|lift\w*)\b", re.I
)
_WARM = pattern(r"temperatur|degree|celsius|fahrenheit|\bheat|\bhot|\bcold|\bwarm|\bcool|°|\bfreez|\bweather", re.I)
_SAILS = pattern(
    r"\bwind|\bspeed|\bship|\bvessel|\bboat|\bsail|\bstorm|\bgust|\bcurrent|\bhurricane|\bcyclone|\baircraft|\bjet",
    re.I,
)
_INCHES_BEHIND = pattern(r"[)\]]|\.\s?[a-z]|\sof (?:rain|snow|sleet|ice|water)")

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

_GAP_WORDS = r"^[\s-]*(?:[\w'’-]+[\s-]){0,3}?"
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
    r"(?:\b(?:(?:men|women|boys|girls)[’']?s?[’']?|olympic|world|indoor|outdoor|4\s?[x×]|relay|hurdles|run the"
    r"|won the|wins the|win the|in the|at the|over the)\s|[x×]\s?)$",
    re.IGNORECASE,
)
_SHOT_BEFORE = pattern(
    r"\b(?:for|rushed|rushing|threw|passed|carried|gained|header|goal|shot|strike|scored|struck|fired)\b", re.I
)
_BORE = pattern(
    _GAP_WORDS
    + r"(?:lens|lenses|film|cameras?|pistols?|rifles?|guns?|handguns?|howitzers?|shells?|cannons?|mortars?|rounds?"
    r"|ammunition|bullets?|calib(?:er|re)|artillery|projectiles?|rockets?|weapons?|semi-?automatic|Glock"
    r"|grenades?|print)\b"
)
_SIZE = pattern(
    _GAP_WORDS
    + r"(?:screens?|displays?|TVs?|televisions?|monitors?|laptops?|tablets?|phones?|iPads?|records?|singles?|vinyl"
    r"|discs?|guns?|wheels?|rims?|howitzers?|pizzas?|MacBooks?|LPs?|touchscreens?|smartphones?)\b"
)
_POURED = pattern(
    _GAP_WORDS
    + r"(?:cups?|cans?|bottles?|glass(?:es)?|drinks?|sodas?|beers?|coffees?|servings?|mugs?|jars?|steaks?)\b",
    re.IGNORECASE,
)
_FACTOR = pattern(r"\d\s?[×x*·]\s?$")
_WEIGHT_CLASS = pattern(
    _GAP_WORDS + r"(?:titles?|divisions?|class|limit|champion\w*|belts?|bouts?|weight)\b", re.IGNORECASE
)

_DIFFERENCE_BEFORE = pattern(
    r"\b(?:by|(?:rise|increase|warming|drop|fall|difference|anomaly|jump|swing|gap) of|within"
    r"|(?:limit|hold|keep|cap)\w*\b[^.]{0,60}\b(?:to|below|under)|warming (?:to|of|by|beyond|above|past)"
    r"|exceed\w*)\s*(?:an?\s)?(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_MAYBE_BEFORE = pattern(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|drop\w*|climb\w*|warm\w*|cool\w*|increas\w*|decreas\w*"
    r"|up|down|plus"
    r"|gain\w*|los[est]\w*|an? (?:extra|additional)|another)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_DIFFERENCE_AFTER = pattern(
    r"^[\s-]*(?:\w+\s){0,1}?(?:warmer|cooler|hotter|colder|higher|lower|of warming|differences?|rise|increase"
    r"|drop|swing|jump|warming|(?:above|below|over) (?:average|normal|usual|seasonal|pre|(?:the|its"
    r"|their) (?:\w+[\s-])?"
    r"(?:average|norm\w*|mean|long|pre|level|base\w*|19|20)))",
    re.IGNORECASE,
)
_BRACKET = pattern(r"\s?[(\[][^)\]]*[)\]]")


def use_of(at: Surroundings) -> Use | None:
    """Return what a number with a unit is used for, or None if it is no quantity at all."""
    if _is_named(at) or _RATE.match(at.after) or _is_figurative(at):
        return None
    if at.unit.kind != "length" and _FACTOR.search(at.before):
        return None  # 2×10³⁰ kg
    if at.unit.name in _JUDGES:
        use = _JUDGES[at.unit.name](at)
        if use != "measure":
            return use
    elif at.form.doubtful:
        return "doubtful"
    if at.unit.kind == "length" and _is_event(at):
        return "event"
    if at.unit.kind == "mass" and _WEIGHT_CLASS.match(at.after):
        return "product"
    return "measure"


def difference_of(at: Surroundings) -> bool | None:
    """Return whether a temperature is a difference; None where the copy leaves it open."""
    if at.unit.kind != "temperature":
        return False
    if _DIFFERENCE_BEFORE.search(at.before) or _DIFFERENCE_AFTER.match(_BRACKET.sub("", at.after, count=1)):
        return True
    return None if _MAYBE_BEFORE.search(at.before) else False


def _is_named(at: Surroundings) -> bool:
    """Whether it is a label or a name: Route 5, 8 Mile."""
    if _LABEL.search(at.before):
        return True
    first = at.unit_words.split()[0]
    capitalised = len(first) > 2 and first[0].isupper() and first[1:].islower()
    return capitalised and at.unit.kind != "temperature" and not at.title_case


def _is_figurative(at: Surroundings) -> bool:
    if _FIGURATIVE_AFTER.match(at.after) and at.unit.kind in ("length", "mass", "volume"):
        return True
    small = at.number.form == "words" or at.number.value <= 10
    if small and _FIGURATIVE_BEFORE.search(at.before):
        return True
    if at.unit.name == "foot" and at.number.value <= 4 and at.number.form == "words" and _LIMB.search(at.before):
        return True
    # “a million miles away”, “a thousand miles”: nobody has measured
    vague = at.number.form == "words" and at.words[at.number.span.start] in "aA" and at.number.value >= 100
    return vague and at.unit.name in ("mile", "foot", "ton")


def _is_event(at: Surroundings) -> bool:
    if _RACE_AFTER.match(at.after):
        return True
    if _RACE_BEFORE.search(at.before) and at.unit.name in ("meter", "yard") and not at.after.startswith(" of"):
        return at.number.value >= 50
    if at.unit.name == "yard" and re.match(r"[\s-]lines?\b", at.after):
        return True
    sporting = at.unit.name == "yard" or (at.unit.name == "meter" and at.before.endswith("from "))
    return sporting and _SHOT_BEFORE.search(at.before) is not None


def _meter(at: Surroundings) -> Use | None:
    if at.unit_words == "m" and _MILLIONS.match(at.after):
        return None
    return "measure"


def _pound(at: Surroundings) -> Use | None:
    if not at.unit_words.lower().startswith("pound"):
        return "measure"
    if _MONEY_BEFORE.search(at.before) or _MONEY_AFTER.match(at.after) or at.number.value >= 1_000_000:
        return None
    adjective = at.words[at.unit_span.start - 1] in "-‐‑"
    heavy = adjective or at.after.startswith(" of ") or _HEAVY.search(at.before) or _HEAVY.search(at.after)
    return "measure" if heavy else "doubtful"


def _stone(at: Surroundings) -> Use | None:
    heavy = at.unit_words != "st" and (_HEAVY.search(at.before) or _HEAVY.search(at.after))
    return "measure" if heavy else "doubtful"


def _inch(at: Surroundings) -> Use | None:
    if at.unit_words.lower() in ("in", "ins"):
        return "doubtful" if _INCHES_BEHIND.match(at.after) or at.unit_words == "ins" else None
    return "product" if _SIZE.match(at.after) else "measure"


def _ounce(at: Surroundings) -> Use | None:
    return "product" if _POURED.match(at.after) else "measure"  # whether fluid or not, who knows


def _millimeter(at: Surroundings) -> Use | None:
    return "product" if _BORE.match(at.after) else "measure"


def _degrees(at: Surroundings) -> Use | None:
    if re.match(r"\s(?:below|above) zero", at.after):
        return None  # whose sign depends on words behind it
    if at.form.doubtful:
        warm = at.unit.name != "degree" and (_WARM.search(at.before) or _WARM.search(at.after))
        return "measure" if warm else "doubtful"
    return "measure"


def _knot(at: Surroundings) -> Use | None:
    return "measure" if _SAILS.search(at.before) or _SAILS.search(at.after) else "doubtful"


_JUDGES = {
    "meter": _meter,
    "pound": _pound,
    "stone": _stone,
    "inch": _inch,
    "millimeter": _millimeter,
    "ounce": _ounce,
    "celsius": _degrees,
    "fahrenheit": _degrees,
    "degree": _degrees,
    "knot": _knot,
}
