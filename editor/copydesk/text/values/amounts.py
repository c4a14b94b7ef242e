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
from copydesk.text.values.numbers import ONE
from copydesk.text.values.records import Amount, Hedge
from copydesk.text.words import DIGITS

_HYPHENS = frozenset("-‐‑")
_FULL_SCALES = frozenset(("million", "billion", "trillion", "mn", "mln", "bn", "bln", "tn", "trn", "m"))


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
    named = table("numerals")
    if (last := named["ordinals"].get(tokens.lower(first))) is not None:
        yield _ordinal(first, first + 1, last, words=True)
    elif (tens := named["tens"].get(tokens.lower(first))) and tokens.text_at(first + 1) in _HYPHENS:
        unit = named["ordinals"].get(tokens.lower(first + 2), 0)
        if 1 <= unit <= 9:
            yield _ordinal(first, first + 3, tens + unit, words=True)


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
        if tokens.lower(before - 1) in ("us", "a", "c", "nz", "s", "hk", "r", "nt") and not tokens.space(before):
            first = before - 1  # US$, A$
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
    if tokens.lower(at) in ("u.s.", "us", "australian", "canadian", "new", "hong", "singapore", "swiss", "french"):
        at += 2 if tokens.lower(at) in ("new", "hong") else 1
    lower = tokens.lower(at)
    if lower in lexicon("currency_words"):
        yield replace(number, kind="money", past=at + 1, unit=singular(lower))
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
    if unit in table("calendar")["spans"] and number.number >= 0:
        yield replace(number, kind="duration", past=at + 1, unit=_UNITS.get(unit, unit))


_UNITS = {"yr": "year", "hr": "hour", "min": "minute", "sec": "second", "night": "night"}


def article_durations(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Yield “a year”, “an hour”, “half an hour”, “a decade and a half” at an article or “half”."""
    at, number = first + 1, ONE
    if tokens.lower(first) == "half":
        if tokens.lower(at) not in ("a", "an", "the"):
            return
        at, number = at + 1, ONE / 2
    unit = singular(tokens.lower(at))
    if unit not in table("calendar")["spans"] or tokens.lower(at) != unit or unit in ("second", "quarter", "min"):
        return
    past = at + 1
    if tokens.lower(past) == "and" and tokens.lower(past + 1) == "a" and tokens.lower(past + 2) == "half":
        past, number = past + 3, number + ONE / 2
    step = ONE if number == 1 else ONE / 2
    unit = _UNITS.get(unit, unit)
    yield Amount(
        kind="duration", first=first, past=past, number=number, step=step, unit=unit, words=True, core=(first, at)
    )
