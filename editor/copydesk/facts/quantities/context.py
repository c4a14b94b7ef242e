"""Showing from the words around whether a number and a unit are a quantity, and what sort of one."""

from __future__ import annotations

from copydesk.facts.quantities.events import is_event, is_product, is_race
from copydesk.facts.quantities.idioms import is_figurative, is_named
from copydesk.facts.quantities.records import Use
from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.text import lexicon

_HYPHENS = frozenset("-‐‑")
_OPENED = frozenset("([")
_TIMES = frozenset("cent second minute hour day week month year".split())
_OTHER_UNIT = frozenset("pound pounds lb lbs candle candles force ton tons feet foot ft hour hours".split())
_MILLIONS = frozenset("people children men women".split())
_NO_MILLIONS = frozenset(("hurdles", "waves"))
_ARTICLES = frozenset(("the", "a", "an"))
_DETERMINERS = frozenset("a an the his her its their".split())
_TIMES_SIGN = frozenset("×x*·")
_STOPS = ".;"
_LENGTHS = frozenset(
    "feet foot ft inch inches in cm m meters metres centimeters centimetres meter metre centimeter centimetre".split()
)


def use_of(at: Surroundings) -> Use | None:
    """Return what a number with a unit is used for, or None if it is no quantity at all."""
    if _is_other_unit(at) or is_named(at) or is_figurative(at):
        return None
    unit = at.unit
    if unit.kind != "length" and _is_factor(at):
        return None
    if unit.origin == "rare" and at.form.doubtful and not _is_bracketed(at):
        return None
    judge = _JUDGES.get(unit.name)
    use = judge(at) if judge else "doubtful" if at.form.doubtful else "measure"
    if use == "measure":
        if unit.kind not in ("speed", "economy") and (_is_rate(at) or at.earlier(1) == "per"):
            return "rate"
        if is_product(at):
            return "product"
        if unit.kind == "length" and is_event(at):
            return "event"
    return use


def _is_other_unit(at: Surroundings) -> bool:
    """Whether it is part of a unit of something else: foot-pounds, pound-feet, acre-feet."""
    return at.tokens.text_at(at.ends - 1) in _HYPHENS and at.later(0) in _OTHER_UNIT


def _is_factor(at: Surroundings) -> bool:
    """Whether a power of ten is before it: 2×10³⁰ kg, 2 x 10^-3 g."""
    sign = at.earlier(1)
    if sign in _TIMES_SIGN:
        return at.earlier(2)[:1].isdigit()
    return at.earlier(2) in _TIMES_SIGN and at.earlier(1).startswith("10") and at.earlier(3)[:1].isdigit()


def _is_rate(at: Surroundings) -> bool:
    """Whether it is part of something: 9 pounds an acre. What is counted by time is converted like anything else."""
    joint, of = at.later(0), at.later(1)
    if joint == "per":
        of = at.later(2) if of in _HYPHENS else of
        return of[:1].isalnum() and of not in _TIMES
    if joint == "/":
        return of[:1].isalpha() and not at.tokens.space(at.ends + 1)
    return joint in ("a", "an", "each", "every") and of in lexicon("rate_base")


def _is_bracketed(at: Surroundings) -> bool:
    """Whether a bracket with a number follows, or it is in one: 15 hands high (1.5 m), 2 ounces (875 grains)."""
    if at.earlier(1) in _OPENED or (at.earlier(1) == "about" and at.earlier(2) in _OPENED):
        return True
    skipped = 2 if at.later(0) == "of" else int(at.later(0) in lexicon("dimension"))
    return at.opens_bracket(skipped)


def _meter(at: Surroundings) -> Use | None:
    if at.unit_words != "m":
        return "measure"
    if _are_millions(at):
        return None
    # “5 m” is five meters. “5m” may be five million: so something about it must be long or high.
    apart = at.words[at.unit_span.start - 1].isspace() or "-" in at.words[at.span.start : at.unit_span.start]
    if apart or is_race(at) or _is_long(at):
        return "measure"
    return "measure" if _is_one_thing(at) else "doubtful"


def _are_millions(at: Surroundings) -> bool:
    """Whether it is so many million of people or things: 5m users, 3m euros."""
    word = at.tokens.text_at(at.ends)
    if word.lower() in _MILLIONS or word.lower() in lexicon("currency_words"):
        return True
    many = len(word) > 3 and word.islower() and word.endswith("s") and not word.endswith("ss")
    return many and word not in _NO_MILLIONS and at.later(1) not in _ARTICLES


def _is_long(at: Surroundings) -> bool:
    joint, of = at.later(0), at.later(1)
    if at.is_before("dimension") or (joint == "of" and of not in ("the", "its", "them")):
        return True
    if joint in ("=", "equals") or (joint in ("x", "×", "/") and of[:1].isdigit()) or (joint, of) == ("is", "equal"):
        return True
    before = at.earlier(1), at.earlier(2)
    return before[0] in ("x", "×", "/") or before == ("from", "fell") or _talks_of_length(at)


def _talks_of_length(at: Surroundings) -> bool:
    at_sea = any((at.earlier(back + 1), at.earlier(back)) == ("sea", "level") for back in range(1, 8))
    return at_sea or at.is_after("length_talk", within=8, stops=_STOPS)


def _is_one_thing(at: Surroundings) -> bool:
    """Whether one thing is so large: a 75m ship."""
    determined = next((back for back in (1, 2) if at.earlier(back) in _DETERMINERS), 0)
    word = at.tokens.text_at(at.ends)
    if not determined or at.earlier(determined + 1) == "of" or word.endswith("s") or word == "million":
        return False
    return (word.islower() and len(word) > 2) or (
        word.istitle() and len(word) > 2 and not word.endswith(("ese", "ish"))
    )


def _pound(at: Surroundings) -> Use | None:
    if not at.unit_words.lower().startswith("pound") or at.compound:
        return "measure"
    if _is_money(at):
        return None
    adjective = at.words[at.unit_span.start - 1] in _HYPHENS
    heavy = adjective or at.later(0) == "of" or at.is_near("heaviness")
    if at.number.value >= 1_000_000:  # more often money
        return "measure" if at.is_near("cargo") else None
    return "measure" if heavy or _is_measured(at) else "doubtful"


def _is_money(at: Surroundings) -> bool:
    joint, of = at.later(0), at.later(1)
    if at.earlier(1) in lexicon("currency_signs") or joint in ("sterling", "note", "notes", "coin", "coins"):
        return True
    if joint in ("a", "per") and of in lexicon("paid_by"):
        return True
    if joint == "of" and of in ("debt", "cash", "funding", "savings", "damage"):
        return True
    if at.earlier(1) in ("for", "at") and at.earlier(2) in ("sold", "bought", "valued"):
        return True
    if at.earlier(1) == "of" and at.earlier(2) in ("bill", "salary", "budget"):
        return True
    return at.is_after("money_talk", within=6, stops=_STOPS)


def _is_measured(at: Surroundings) -> bool:
    """Whether a height is before it: who is measured is weighed, 6-foot-2, 220 pounds; 17 feet (5.2 m) and 140."""
    back = 1
    while at.earlier(back) in (",", "and") and back < 3:
        back += 1
    back += at.earlier(back) == "tall"
    back += at.earlier(back) in (")", "]")
    return back > 1 and (at.earlier(back) in _LENGTHS or (at.earlier(back).isdigit() and at.earlier(back + 1) == "-"))


def _stone(at: Surroundings) -> Use | None:
    heavy = at.unit_words != "st" and at.is_near("heaviness")
    # Who is 15 stone; but 15 stone statues, or two stone of the same color, may be anything.
    ends = not at.later(0)[:1].isalnum() or at.later(0) == "and"
    person = at.unit_words == "stone" and 5 <= at.number.value <= 40 and ends
    return "measure" if heavy or person or at.compound else "doubtful"


def _inch(at: Surroundings) -> Use | None:
    if at.compound or not at.form.doubtful or (at.unit_words == "in" and _is_rain(at)):
        return "measure"
    if at.unit_words == "in" and at.later(0) in (".", "") and not at.later(1) and at.is_after("extent"):
        return "measure"
    return "doubtful" if at.unit_words == "ins" or at.opens_bracket(0) else None


def _is_rain(at: Surroundings) -> bool:
    """Whether “in” is an inch by what follows: a bracket that closes, “of rain”, “long”, a stop in a sentence."""
    joint, stop = at.later(0), at.later(0) == "."
    if joint in (")", "]") or (stop and at.tokens.text_at(at.ends + 1)[:1].islower()):
        return True
    joint, of = (at.later(1), at.later(2)) if stop else (joint, at.later(1))
    return (joint == "of" and of in lexicon("precipitation")) or joint in (
        *("long", "wide", "thick", "deep", "tall", "high", "diameter", "across"),
    )


def _degrees(at: Surroundings) -> Use | None:
    if at.later(0) in ("below", "above") and at.later(1) == "zero":
        return None  # whose sign depends on words after it
    if not at.number.value and at.earlier(1) in ("below", "above"):
        return None
    if not at.form.doubtful or (at.form.is_short and at.number.value < 0):
        return "measure"
    if at.unit.name == "degree" and _is_angle(at):
        return None
    return "measure" if at.is_near("warmth") else "doubtful"


def _is_angle(at: Surroundings) -> bool:
    if at.later(0) in lexicon("angle_behind") or at.later(0)[:1].isdigit():
        return True
    if at.tokens.text_at(at.ends) in ("N", "S", "E", "W"):
        return True
    if at.later(0) == "of" and at.later(1) in ("separation", "arc", "latitude", "freedom"):
        return True
    return at.is_after("turning", within=7, stops=".") or "between" in (at.earlier(1), at.earlier(2))


def _knot(at: Surroundings) -> Use | None:
    return "measure" if at.is_near("sailing") else "doubtful"


def _pressure(at: Surroundings) -> Use | None:
    return "measure" if not at.form.doubtful or at.is_near("pressure") else "doubtful"


def _kitchen(at: Surroundings) -> Use | None:
    """Cups and spoons are measures of something: a cup of flour, not the World Cup."""
    of_something = at.later(0) == "of" and at.tokens.text_at(at.ends + 1)[:1].islower()
    return "measure" if at.number.step < 1 or of_something else "doubtful"


def _light(at: Surroundings) -> Use | None:
    """Take the abbreviations g, L and t for quantities where more than a few are meant, or of something."""
    if at.form.is_short and at.tokens.text_at(at.ends - 1) in _HYPHENS and at.later(0)[:1].isdigit():
        return None  # part of a number plate, a model's name
    whole = not at.form.doubtful or at.later(0) == "of" or at.number.step < 1
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
