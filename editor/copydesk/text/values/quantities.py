"""Quantities: a number with the unit of measurement right behind it, 40 km, 660 square metres, 5 feet 2 inches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from copydesk.text.inflection import plural
from copydesk.text.lexicons import lexicon
from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.values.records import Amount

_HYPHENS = frozenset("-‐‑")
_POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_EXPONENTS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_TIMES = {"hour": "hour", "hr": "hour", "h": "hour", "minute": "minute", "min": "minute",
          "second": "second", "sec": "second", "s": "second"}  # fmt: skip
_SCALES_OF_DEGREES = {"c": "celsius", "f": "fahrenheit"}
# How many of the next smaller unit make one, where people are measured in both: 5 feet 2 inches, 12 stone 4 pounds.
_WITHOUT_SMALLER = frozenset(("foot", "ft", "stone", "st"))  # 6-foot-4, 5ft 10, 11st 4
_SMALLER = {"foot": ("inch", 12), "stone": ("pound", 14), "pound": ("ounce", 16)}


def quantities_of(tokens: Tokens, number: Amount) -> Iterator[Amount]:
    """Yield what a number measures by the unit right behind it; of two units together the smaller is taken."""
    at = number.past
    hyphen = tokens.text_at(at) in _HYPHENS and not tokens.space(at)
    found = unit_at(tokens, at + 1 if hyphen else at)
    if found is None:
        return
    unit, past = found
    if tokens.text_at(number.first - 1) in lexicon("currency_signs"):
        return  # £5m are millions
    if tokens.text_at(number.past) == "st" and number.number % 10 == 1 and number.number % 100 != 11:
        return  # 21st is an ordinal, 11st and 12st are stones
    large = replace(number, kind="quantity", unit=unit, past=past)
    yield large
    if unit in _SMALLER and number.step == 1:
        yield from _and_smaller(tokens, large)


def _and_smaller(tokens: Tokens, large: Amount) -> Iterator[Amount]:
    from copydesk.text.values.numbers import numbers_at

    smaller, times = _SMALLER[large.unit]
    at = large.past
    if tokens.lower(at) in ("and", ",") or (tokens.text_at(at) in _HYPHENS and not tokens.space(at)):
        at += 1
    for part in numbers_at(tokens, at):
        found = ("inch", part.past + 1) if tokens.text_at(part.past) == "in" else unit_at(tokens, part.past)
        if found is None and part.step == 1 and tokens.lower(large.past - 1) in _WITHOUT_SMALLER:
            found = smaller, part.past
        if found is not None and found[0] == smaller and 0 <= part.number < times:
            yield replace(
                large, number=large.number * times + part.number, step=part.step, unit=smaller, past=found[1]
            )


def unit_at(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Return the unit that a token begins, by its name in `lexicon/units.toml`, and the index past it."""
    power = _POWERS.get(tokens.lower(at), "")
    first = at
    if power:
        first += 1
        first += tokens.text_at(first) in (".", *_HYPHENS)
    found = _plain(tokens, first)
    if found is None:
        return None
    unit, past = found
    if unit == "degree":
        return _degrees(tokens, past)
    if unit in table("units")["length"]:
        if not power and not tokens.space(past) and tokens.text_at(past) in _EXPONENTS:
            power, past = _EXPONENTS[tokens.text_at(past)], past + 1
        if not power:
            return _speed(tokens, unit, past)
        return f"{power}_{unit}", past
    return None if power else (unit, past)


def _plain(tokens: Tokens, at: int) -> tuple[str, int] | None:
    words, signs, glued = _forms()
    text = tokens.text_at(at)
    if text in signs:
        return signs[text], _past_stop(tokens, at + 1)
    if text in glued and not tokens.space(at):
        return glued[text], _past_stop(tokens, at + 1)
    for form, unit in words.get(tokens.lower(at), ()):
        past = at + 1
        for word in form[1:]:
            past += tokens.text_at(past) in _HYPHENS
            if tokens.lower(past) != word:
                break
            past += 1
        else:
            return unit, past
    return None


def _past_stop(tokens: Tokens, past: int) -> int:
    """Take in the full stop of an abbreviation if the sentence goes on after it: 5 ft. tall."""
    goes_on = tokens.text_at(past) == "." and not tokens.space(past) and tokens.text_at(past + 1)[:1].islower()
    return past + 1 if goes_on else past


def _degrees(tokens: Tokens, past: int) -> tuple[str, int]:
    """Read the scale behind “degrees” or “°”: Celsius, F."""
    at = past + 1 if tokens.text_at(past) == "." and tokens.space(past + 1) <= 1 else past
    at += tokens.text_at(at) in _HYPHENS
    if scale := _SCALES_OF_DEGREES.get(tokens.lower(at)):
        return scale, at + 1
    named = _plain(tokens, at)
    return named if named and named[0] in _SCALES_OF_DEGREES.values() else ("degree", past)


def _speed(tokens: Tokens, unit: str, past: int) -> tuple[str, int]:
    joint = tokens.lower(past)
    if joint in ("per", "/", "a", "an"):
        time = _TIMES.get(tokens.lower(past + 1), "")
        if time and (joint in ("per", "/") or time == tokens.lower(past + 1)):
            return f"{unit}_per_{time}", past + 2
    return unit, past


Forms = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def _forms() -> tuple[Forms, dict[str, str], dict[str, str]]:
    """Return the words of all units by their first word, the longest first, their signs, and the glued ones."""
    words: Forms = {}
    signs: dict[str, str] = {}
    glued: dict[str, str] = {}
    for units in table("units").values():
        for unit, forms in units.items():
            for word in (unit, *forms.get("words", "").split()):
                for form in {word, _plural(word)}:
                    parts = tuple(form.split("_"))
                    words.setdefault(parts[0], []).append((parts, unit))
            signs |= dict.fromkeys(forms.get("signs", "").split(), unit)
            glued |= dict.fromkeys(forms.get("glued", "").split(), unit)
    for starting in words.values():
        starting.sort(key=lambda form: -len(form[0]))
    return words, signs, glued


def unit_words() -> frozenset[str]:
    """Return the first words of units, in the singular."""
    return frozenset(word for word in _forms()[0] if plural(word) != word)


def _plural(word: str) -> str:
    """Return the plural of a unit: mile_per_hour is one of miles."""
    head, of, rest = word.partition("_per_")
    before, joint, last = head.rpartition("_")
    return f"{before}{joint}{plural(last)}{of}{rest}"
