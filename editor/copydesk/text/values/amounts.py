"""What a number counts or measures by the words right at it: money, per cent, points, time; and ordinals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from copydesk.text.inflection import singular
from copydesk.text.lexicons import lexicon
from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.values.ages import ages_of
from copydesk.text.values.number_words import ONE, ordinal_in_words
from copydesk.text.values.numbers import numbers_at
from copydesk.text.values.quantities import unit_at
from copydesk.text.values.records import Amount, Hedge, Kind
from copydesk.text.words import DIGITS

_HYPHENS = frozenset("-‐‑")


def amounts_of(tokens: Tokens, number: Amount) -> Iterator[Amount]:
    """Yield what a number is with the words right at it, itself not among them."""
    yield from _per_cent(tokens, number)
    yield from _money(tokens, number)
    yield from _duration(tokens, number)


def ordinals_at(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Yield the ordinal that begins with a token: 21st, third, twenty-first."""
    if tokens.kinds[first : first + 1] == DIGITS:
        digits, ending = tokens.text(first), tokens.lower(first + 1)
        if ending in ("st", "nd", "rd", "th") and not tokens.space(first + 1) and digits.isdecimal():
            yield _ordinal(first, first + 2, int(digits))
        return
    if (read := ordinal_in_words(tokens, first)) is not None:
        yield _ordinal(first, read[1], read[0], words=True)


def _ordinal(first: int, past: int, number: int, *, words: bool = False) -> Amount:
    return Amount(kind="ordinal", first=first, past=past, number=Decimal(number), words=words, core=(first, past))


def hedged(tokens: Tokens, amount: Amount) -> Amount:
    """Return an amount with what the words before it say of how exact it is."""
    hedge = _hedge_before(tokens, amount.first)
    return replace(amount, hedge=hedge) if hedge else amount


@cache
def _hedges() -> dict[str, Hedge]:
    found: dict[str, Hedge] = {}
    for hedge in ("about", "over", "under"):
        found |= dict.fromkeys(lexicon(f"hedge_{hedge}"), hedge)
    return found


# The last words of hedges that are several, and what has to be before them.
_PHRASES: dict[str, tuple[tuple[str, ...], Hedge]] = {
    "than": (("more", "greater", "higher", "older"), "over"),
    "least": (("at",), "over"),
    "of": (("excess", "upwards", "upward"), "over"),
    "to": (("up", "close"), "under"),
    "most": (("at",), "under"),
}


def _hedge_before(tokens: Tokens, first: int) -> Hedge:
    last = tokens.lower(first - 1)
    if last in ("a", "an", "the") and tokens.lower(first - 2) in _hedges():
        last, first = tokens.lower(first - 2), first - 1
    if last in _hedges():
        return _hedges()[last]
    before = tokens.lower(first - 2)
    if last == "than" and before in ("less", "fewer", "lower", "smaller", "younger"):
        return "under"
    if last == "as" and before in ("many", "much") and tokens.lower(first - 3) == "as":
        return "under"
    if last in _PHRASES and before in _PHRASES[last][0]:
        return _PHRASES[last][1]
    return ""


# Per cent


def _per_cent(tokens: Tokens, number: Amount) -> Iterator[Amount]:
    at = _past_hyphen(tokens, number.past)
    past = _sign(tokens, at)
    if past and tokens.lower(past) not in ("point", "points"):
        yield replace(number, kind="percent", past=past, unit="%")
    elif past:
        yield replace(number, kind="points", past=past + 1, unit="%")
    elif tokens.lower(at) == "percentage" and tokens.lower(_past_hyphen(tokens, at + 1)) in ("point", "points"):
        yield replace(number, kind="points", past=_past_hyphen(tokens, at + 1) + 1, unit="%")
    elif tokens.lower(at) in ("basis", "base") and tokens.lower(at + 1) in ("point", "points"):
        hundredth = Decimal("0.01")
        points = {"number": number.number * hundredth, "step": number.step * hundredth}
        yield replace(number, kind="points", past=at + 2, unit="%", **points)


def _sign(tokens: Tokens, at: int) -> int:
    """Return the index past “%”, “per cent”, “percent” or “pct”; 0 if none of them is there."""
    lower = tokens.lower(at)
    if lower in ("%", "percent", "pct", "pc"):
        return (
            at + 2 if lower == "pct" and tokens.text_at(at + 1) == "." and tokens.lower(at + 2).islower() else at + 1
        )
    if lower == "per" and tokens.lower(_past_hyphen(tokens, at + 1)) == "cent":
        return _past_hyphen(tokens, at + 1) + 1
    return 0


def _past_hyphen(tokens: Tokens, at: int) -> int:
    return at + 1 if tokens.text_at(at) in _HYPHENS and not tokens.space(at) else at


# Money


def _money(tokens: Tokens, number: Amount) -> Iterator[Amount]:
    before = number.first - 1
    if tokens.text_at(before) in lexicon("currency_signs") and tokens.space(number.first) <= 1:
        first = before
        prefix = tokens.text_at(before - 1)
        if tokens.lower(before - 1) in lexicon("currency_prefixes") and (
            not tokens.space(before) or (prefix.isupper() and prefix != "A")
        ):
            first = before - 1  # US$, A$, C $; not “A $5 ticket”
        sign = "".join(tokens.text(index) for index in range(first, number.first))
        yield _of_money(replace(number, first=first), sign, number.past)
    elif tokens.lower(before) in lexicon("currency_codes") and tokens.text(before).isupper():
        yield _of_money(replace(number, first=before), tokens.text(before), number.past)
    elif tokens.lower(before) in ("rs", "rs."):
        yield _of_money(replace(number, first=before), "Rs", number.past)
    else:
        yield from _money_behind(tokens, number)


def _money_behind(tokens: Tokens, number: Amount) -> Iterator[Amount]:
    at = _past_hyphen(tokens, number.past)
    if (of := _nationality(tokens, at)) and tokens.lower(of) in lexicon("currency_words"):
        at = of
    lower = tokens.lower(at)
    if lower in lexicon("currency_words"):
        whole = replace(number, kind="money", past=at + 1, unit=singular(lower))
        yield whole
        yield from _with_hundredths(tokens, whole)
    elif lower in lexicon("currency_hundredths") and (lower != "p" or not tokens.space(at)):
        unit = (
            "cent" if lower.startswith("cent") else "penny" if lower in ("p", "pence", "penny") else singular(lower)
        )
        yield replace(number, kind="money", past=at + 1, unit=unit)
    elif lower in lexicon("currency_codes") and tokens.text(at).isupper() and not number.words:
        yield replace(number, kind="money", past=at + 1, unit=tokens.text(at))
    elif tokens.text_at(at) in lexicon("currency_signs") and tokens.space(at) <= 1 and at == number.past:
        if tokens.kinds[at + 1 : at + 2] == DIGITS and not tokens.space(at + 1):
            return  # “12 $5”
        yield replace(number, kind="money", past=at + 1, unit=tokens.text(at))


def _with_hundredths(tokens: Tokens, whole: Amount) -> Iterator[Amount]:
    """Yield “3 dollars (and) 50 cents” as one sum."""
    at = whole.past + 1 if tokens.lower(whole.past) == "and" else whole.past
    for part in numbers_at(tokens, at):
        if tokens.lower(part.past) in ("cents", "pence", "cent") and part.number < 100 and whole.step >= 1:
            hundredth = Decimal("0.01")
            yield replace(whole, past=part.past + 1, number=whole.number + part.number * hundredth, step=hundredth)


def _nationality(tokens: Tokens, at: int) -> int:
    """Return the index past whose currency it is: U.S. (dollars), Hong Kong, Turkish; 0 if that is not said."""
    lower = tokens.lower(at)
    if lower in ("new", "hong") and tokens.lower(at + 1) in ("zealand", "kong", "taiwan"):
        return at + 2
    said = lower in ("u.s.", "us", "u.s") or (tokens.text_at(at)[:1].isupper() and lower.endswith(_OF_NATIONS))
    return at + 1 if said or lower == "singapore" else 0


_OF_NATIONS = ("an", "ish", "ese", "iss", "nch", "eli", "aqi", "ani", "ech", "tch", "ai")


def _of_money(number: Amount, unit: str, past: int) -> Amount:
    return replace(number, kind="money", past=past, unit=unit)


# Time


def _duration(tokens: Tokens, number: Amount) -> Iterator[Amount]:
    """Yield a length of time: 40 years, two-and-a-half hours, a three-day (strike)."""
    at = _past_hyphen(tokens, number.past)
    if tokens.lower(at) in (
        "calendar",
        "working",
        "business",
        "full",
        "straight",
        "consecutive",
        "successive",
        "long",
    ):
        at += 1
    unit = singular(tokens.lower(at))
    if at == number.past and _is_letter(tokens, at, number):
        yield replace(number, kind="duration", past=at + 1, unit=_LETTERS[tokens.lower(at)])
    elif unit in table("calendar")["spans"] and number.number >= 0:
        unit = _UNITS.get(unit, unit)
        found = replace(number, kind="duration", past=at + 1, unit=unit)
        yield found
        yield from _and_smaller(tokens, found)


def _is_letter(tokens: Tokens, at: int, number: Amount) -> bool:
    """Whether a short form of a unit of time is right at a number: 3h, 3 h, 9.58s; not the s of “in their 20s”."""
    lower = tokens.lower(at)
    if tokens.text_at(at) not in _LETTERS or (lower == "s" and number.step == 1 and not number.number % 10):
        return False
    return not tokens.space(at) or tokens.text(at) == "h"


_UNITS = {"yr": "year", "yrs": "year", "hr": "hour", "hrs": "hour", "min": "minute", "sec": "second"}
_LETTERS = {
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "s": "second",
    "sec": "second",
}
# How many of the next smaller unit make one, where that is exact.
_SMALLER = {
    "year": ("month", 12), "week": ("day", 7), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60),
}  # fmt: skip


def _and_smaller(tokens: Tokens, large: Amount) -> Iterator[Amount]:
    """Yield “one hour (and) 20 minutes” as one length, in the smaller unit."""
    if large.unit not in _SMALLER or large.step != 1:
        return
    unit, times = _SMALLER[large.unit]
    at = large.past
    while tokens.lower(at) in (",", "and") and at < large.past + 2:
        at += 1
    for part in numbers_at(tokens, at):
        if singular(tokens.lower(part.past)) == unit and part.number >= 0:
            number = large.number * times + part.number
            yield replace(large, past=part.past + 1, number=number, step=part.step, unit=unit)


def article_amounts(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Yield “a year”, “half an hour”, “half year”, “a mile and a half” at an article or “half”."""
    at, number = first + 1, ONE
    if tokens.lower(first) == "half":
        at = _past_hyphen(tokens, at)
        at, number = at + 1 if tokens.lower(at) in ("a", "an", "the") else at, ONE / 2
    elif tokens.lower(at) == "half" and tokens.lower(_past_hyphen(tokens, at + 1)) in table("calendar")["spans"]:
        at, number = _past_hyphen(tokens, at + 1), ONE / 2  # a half hour
    found = _single_unit(tokens, at)
    if found is None:
        return
    kind, unit, past = found
    half = past + 2 if tokens.lower(past + 1) == "a" else past + 1
    core = first, at
    if tokens.lower(past) == "and" and tokens.lower(half) == "half":
        past, number = half + 1, number + ONE / 2
    step = ONE if number == 1 else ONE / 2
    amount = Amount(kind=kind, first=first, past=past, number=number, step=step, unit=unit, words=True, core=core)
    yield amount
    if kind == "duration":
        yield from ages_of(tokens, replace(amount, past=at))


def _single_unit(tokens: Tokens, at: int) -> tuple[Kind, str, int] | None:
    """Return the kind and name of one unit of time or measurement, and the index past it."""
    unit = tokens.lower(at)
    if unit in table("calendar")["spans"]:
        ambiguous = unit in ("second", "quarter", "min", "sec") or singular(unit) != unit
        return None if ambiguous else ("duration", _UNITS.get(unit, unit), at + 1)
    if singular(unit) != unit or len(unit) < 3:
        return None
    found = unit_at(tokens, at)
    return ("quantity", *found) if found else None
