"""Telling from the words around whether a number and a unit are a quantity, and what sort of one."""

from __future__ import annotations

import re

from copydesk.facts.quantities.events import is_event, is_product, is_race
from copydesk.facts.quantities.idioms import is_figurative, is_named
from copydesk.facts.quantities.records import Use
from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.patterns import pattern

# Part of something: 9 pounds an acre. What is counted by time (60 acres a minute) is converted like anything else.
_RATE = pattern(
    r"\s?(?:-?per[\s-](?!cent|(?:second|minute|hour|day|week|month|year)\b)\w|/(?=[A-Za-z])"
    r"|\s?(?:an?|each|every)\s(?:gallon|head|person|barrel|acre|hectare|game"
    r"|carry|catch|serving|litre|liter|kilo|pound|ton|tonne)\b)",
    re.IGNORECASE,
)
# A unit of something else: foot-pounds, pound-feet, acre-feet, newton meters.
_OTHER_UNIT = pattern(r"[-‐‑](?:pounds?|lbs?|candles?|force|tons?|feet|foot|ft|hours?)\b", re.IGNORECASE)
_MILLIONS = pattern(
    r"\s?(?:people|euros?|dollars?|pounds?|yen|yuan|rupees?|francs?|marks?|children|women|men|users?|shares?)\b"
    r"|\s(?!hurdles|waves)[a-z]{3,}(?<!s)s\b(?!\s(?:the|a|an)\b)"
)
_LONG_AFTER = pattern(
    r"[\s-](?:long|wide|tall|high|deep|thick|away|apart|across|above|below|under|down|up|off|north|south|east|west"
    r"|inside|behind|beneath|into|ahead|short|clear|square|radius|race|final|run|sprint|hurdles|freestyle|backstroke"
    r"|breaststroke|butterfly|relay|steeplechase|platform|springboard|rifle|pistol)\b|\sof\s(?!the\b|its\b|them\b)"
    r"|\s?[x×/]\s?\d|\s(?:=|equals|is equal)"
)
_LONG_BEFORE = pattern(
    r"\b(?:height|depth|length|width|distance|altitude|elevation|radius|diameter|outreach|tall|long|wide|high"
    r"|deep|climb\w*"
    r"|jump\w*|leap\w*|thr[eo]w\w*|sw[ai]m\w*|dive[sd]?|diving|sea level|met(?:er|re)s?|feet|km|waves?"
    r"|summits?|mountains?|peaks?|fell from"
    r"|hurdles|(?:men|women)[’']s|\d ?ft)\b[^.;]{0,40}$|[x×/]\s?$",
    re.IGNORECASE,
)
_DETERMINED = pattern(r"(?<!of )\b(?:an?|the|his|her|its|their)\s(?:\w+\s)?$")
_ONE_THING = pattern(r"\s(?!million)(?:[a-z]{3,}\b(?<!s)|[A-Z]\w{2,}\b(?<!s)(?<!ese)(?<!ish))")
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
    r"\b(?:weigh\w*|weights?|heav\w+|los[est]\w*|gain\w*|kilo(?:gram)?s?|kg|thrust|lbs?|ounces?|baby|babies|drop(?:ped|ping)?"
    r"|shed(?:ding)?|bags?|sacks?|(?:over)?load\w*|carry\w*|lift\w*)\b",
    re.I,
)
_LOAD = pattern(r"\b(?:weigh\w*|weights?|kilo(?:gram)?s?|kg|thrust|cargo|payload)\b", re.IGNORECASE)
# Who is measured is weighed: 6-foot-2, 220 pounds; 17 feet (5.2 m) and 140 pounds.
_MEASURED = pattern(
    r"(?:feet|foot|ft|inch(?:es)?|in|c?m|(?:centi)?met(?:er|re)s|-\d{1,2})\)?(?: tall)?,?\s(?:and\s)?$"
)
_WARM = pattern(
    r"temperatur|celsius|fahrenheit|\bheat|\bhot|\bcold|\bwarm|\bcool|\bfreez|\bweather|thermo|mercury|\boutside\b"
    r"|\bboil|\bmelt|\boven\b|\bfever",
    re.I,
)
_SAILS = pattern(
    r"\bwind|\bspeed|\bship|\bvessel|\bboat|\bsail|\bstorm|\bgust|\bcurrent|\bhurricane|\bcyclone|\baircraft|\bjet",
    re.I,
)
_INCHES_BEHIND = pattern(
    r"[)\]]|\.\s?[a-z]|\.?\sof (?:rain|snow|sleet|ice|water)"
    r"|\.?\s(?:long|wide|thick|deep|tall|high|diameter|across)\b"
)
_CONVERTED = pattern(r"\.?\s?[(\[](?:about\s)?[\d.]")
_BESIDE_BRACKET = pattern(r"(?:\s(?:high|long|deep|tall|away|wide|of\s\w+))?\s?[(\[](?:about\s)?[\d.]")
_IN_BRACKET = pattern(r"[(\[](?:about\s)?$")
_LONG = pattern(r"\b(?:length|width|height|depth|diameter|waist|thickness|rainfall|snowfall|measur\w+)\b")
_PRESSED = pattern(r"\bpressure|\bpressuri[sz]|\btyre|\btire|\bpump|\bboiler|\bespresso", re.IGNORECASE)
_TURNED = pattern(
    r"\b(?:rotat\w+|turn(?:s|ed|ing)?|angle|spin\w*|spun|tilt\w*|inclin\w+|slope|lean\w*|latitude|longitude"
    r"|pan|swivel\w*)\b[^.]{0,40}$|\bbetween\s[^.]{0,9}$",
    re.IGNORECASE,
)
_ANGLE_AFTER = pattern(
    r"\s?(?:\d|[NSEW]\b|north|south|east|west|latitude|longitude|angles?\b|turns?\b"
    r"|of (?:separation|arc|latitude|freedom)"
    r"|(?:view|swing|rotation|field|incline|slope|bend)\b)",
    re.IGNORECASE,
)
_FACTOR = pattern(r"\d\s?[×x*·]\s?(?:10[\^−-]?)?$")


def use_of(at: Surroundings) -> Use | None:
    """Return what a number with a unit is used for, or None if it is no quantity at all."""
    if _OTHER_UNIT.match(at.after) or is_named(at) or is_figurative(at):
        return None
    unit = at.unit
    if unit.kind != "length" and _FACTOR.search(at.before):
        return None  # 2×10³⁰ kg
    if unit.origin == "rare" and at.form.doubtful and not _is_bracketed(at):
        return None
    judge = _JUDGES.get(unit.name)
    use = judge(at) if judge else "doubtful" if at.form.doubtful else "measure"
    if use == "measure":
        if unit.kind not in ("speed", "economy") and (_RATE.match(at.after) or at.before.endswith("per ")):
            return "rate"
        if is_product(at):
            return "product"
        if unit.kind == "length" and is_event(at):
            return "event"
    return use


def _is_bracketed(at: Surroundings) -> bool:
    """Whether a bracket with a number follows, or it is in one: 15 hands high (1.5 m), 2 ounces (875 grains)."""
    return _BESIDE_BRACKET.match(at.after) is not None or _IN_BRACKET.search(at.before) is not None


def _meter(at: Surroundings) -> Use | None:
    if at.unit_words != "m":
        return "measure"
    if _MILLIONS.match(at.after):
        return None
    # “5 m” is five meters. “5m” may be five million: so something about it must be long or high.
    apart = at.words[at.unit_span.start - 1].isspace() or "-" in at.words[at.span.start : at.unit_span.start]
    if apart or is_race(at) or _LONG_AFTER.match(at.after) or _LONG_BEFORE.search(at.before):
        return "measure"
    return "measure" if _DETERMINED.search(at.before) and _ONE_THING.match(at.after) else "doubtful"


def _pound(at: Surroundings) -> Use | None:
    if not at.unit_words.lower().startswith("pound") or at.compound:
        return "measure"
    if _MONEY_BEFORE.search(at.before) or _MONEY_AFTER.match(at.after):
        return None
    adjective = at.words[at.unit_span.start - 1] in "-‐‑"
    heavy = adjective or at.after.startswith(" of ") or _HEAVY.search(at.before) or _HEAVY.search(at.after)
    if at.number.value >= 1_000_000:  # more often money
        return "measure" if _LOAD.search(at.before) or _LOAD.search(at.after) else None
    return "measure" if heavy or _MEASURED.search(at.before) else "doubtful"


def _stone(at: Surroundings) -> Use | None:
    heavy = at.unit_words != "st" and (_HEAVY.search(at.before) or _HEAVY.search(at.after))
    # Who is 15 stone; but 15 stone statues, or two stone of the same color, may be anything.
    person = at.unit_words == "stone" and 5 <= at.number.value <= 40 and not re.match(r"\s(?!and\b)\w", at.after)
    return "measure" if heavy or person or at.compound else "doubtful"


def _inch(at: Surroundings) -> Use | None:
    if at.compound or not at.form.doubtful or (_INCHES_BEHIND.match(at.after) and at.unit_words == "in"):
        return "measure"
    closed = at.unit_words == "in" and not at.after.strip(" .") and _LONG.search(at.before)
    if closed:
        return "measure"
    return "doubtful" if at.unit_words == "ins" or _CONVERTED.match(at.after) else None


def _degrees(at: Surroundings) -> Use | None:
    if re.match(r"\s(?:below|above) zero", at.after):
        return None  # whose sign depends on words behind it
    if not at.number.value and at.before.endswith((" below ", " above ")):
        return None
    if not at.form.doubtful or (at.form.is_short and at.number.value < 0):
        return "measure"
    if at.unit.name == "degree" and (_TURNED.search(at.before) or _ANGLE_AFTER.match(at.after)):
        return None
    return "measure" if _WARM.search(at.before) or _WARM.search(at.after) else "doubtful"


def _knot(at: Surroundings) -> Use | None:
    return "measure" if _SAILS.search(at.before) or _SAILS.search(at.after) else "doubtful"


def _pressure(at: Surroundings) -> Use | None:
    pressed = _PRESSED.search(at.before) or _PRESSED.search(at.after)
    return "measure" if pressed or not at.form.doubtful else "doubtful"


def _kitchen(at: Surroundings) -> Use | None:
    """Cups and spoons are measures of something: a cup of flour, not the World Cup."""
    return "measure" if at.number.step < 1 or re.match(r"\sof\s[a-z]", at.after) else "doubtful"


def _light(at: Surroundings) -> Use | None:
    """Take the abbreviations g, L and t for quantities where more than a few are meant, or of something."""
    if at.form.is_short and re.match(r"[-‐]\d", at.after):
        return None  # part of a number plate, a model's name
    whole = not at.form.doubtful or at.after.startswith(" of ") or at.number.step < 1
    return "measure" if whole or at.number.value >= 20 else "doubtful"


_JUDGES = {
    "meter": _meter,
    "pound": _pound,
    "stone": _stone,
    "inch": _inch,
    "celsius": _degrees,
    "fahrenheit": _degrees,
    "kelvin": _degrees,
    "degree": _degrees,
    "knot": _knot,
    "bar": _pressure,
    "millibar": _pressure,
    "atmosphere": _pressure,
    "pascal": _pressure,
    "cup": _kitchen,
    "gram": _light,
    "tonne": _light,
    "liter": _light,
}
