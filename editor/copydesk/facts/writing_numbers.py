"""Writing numbers as copy writes them: its decimals, thousands, scale words and signs, or in words.

What is written here reads back, by `numbers_in`, as the value that was meant, or it is not written: of a figure that
would round to nothing, or run on for ever, the answer is None, and a rule that asked for it offers no fix.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from copydesk.facts.numbers import Number, numbers_in
from copydesk.patterns import pattern

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_MOST = Decimal(10) ** 15  # what is larger is given in words, or in another unit
_MOST_SCALED = 10_000  # £1,200m, but nobody's 12,000 million
_UNMARKED = 4  # digits that many papers run together: 2500, but 12,000
_FINEST = 6  # decimals that an exact value may want
_MARKS = ",\u00a0\u2009\u202f"
_DIGITS = pattern(rf"(?:\d{{1,3}}(?:[{_MARKS}]\d{{3}})+|\d+)(?:\.\d+)?|\.\d+")
_MARKED = pattern(rf"(?<![\d{_MARKS}.])\d{{1,3}}([{_MARKS}])\d{{3}}(?!\d)")
_FRACTION = pattern(r"[½¼¾⅓⅔⅛/⁄]")
_SCALE_WORD = pattern(r"[\s-](?:hundred|thousand|million|billion|trillion)$")
_HALF = Decimal("0.5")


def in_words(value: int) -> str | None:
    """Return a whole number from 0 to 99 in words, None for others."""
    if 0 <= value < 20:
        return _SMALL[value]
    if 20 <= value < 100:
        tens = _TENS[value // 10 - 2]
        return f"{tens}-{_SMALL[value % 10]}" if value % 10 else tens
    return None


def ordinal_ending(number: int) -> str:
    """Return what follows the figure of an ordinal: st, nd, rd or th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def in_digits(value: Decimal, places: int = 0, thousands: str = ",") -> str | None:
    """Return a value with so many decimals: 1,290 or -7.5. None where that is no figure of copy.

    `thousands` is what stands between thousands; with nothing, the comma comes from 10,000 on.
    """
    if abs(value) >= _MOST:
        return None
    figure = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if not figure:
        if value:
            return None
        figure = abs(figure)  # there is no -0
    text = f"{figure:,.{places}f}"
    return text.replace(",", thousands) if thousands or abs(figure) < 10_000 else text


def alike(value: Decimal, like: Number, words: str, *, thousands: str = ",", exact: bool = False) -> str | None:
    """Return a value as `words`, which stand for the number `like`, are written; None if it cannot be, or is zero.

    It has as many decimals, with `exact` as many as it needs, the same scale (“million”), sign and currency, and is
    in words if they are; thousands are marked alike, with `thousands` where `words` have none.
    """
    if not value or (value < 0 < like.value):
        return None
    value = abs(value) if like.value >= 0 else -abs(value)
    if like.form == "words":
        new = _in_words_alike(value, words)
    else:
        new = _in_digits_alike(value, like, words, thousands, exact=exact)
    return new if new is not None and reads_as(new, value) else None


def reads_as(words: str, value: Decimal) -> bool:
    """Whether words are one number and nothing else: `value`, as far as its last digit tells."""
    found = numbers_in(words)
    if len(found) != 1 or tuple(found[0].span) != (0, len(words)):
        return False
    return abs(found[0].value - value) <= found[0].step * _HALF


@lru_cache(maxsize=2)  # asked for each figure of an article
def thousands_in(text: str) -> str:
    """Return what mostly stands between thousands in a text: a comma, unless it has blanks there."""
    marks = Counter(match[1] for match in _MARKED.finditer(text))
    return max(marks, key=lambda mark: (marks[mark], mark == ",")) if marks else ","


def _in_words_alike(value: Decimal, words: str) -> str | None:
    scale_word = _SCALE_WORD.search(words)
    scale = Decimal(1)
    if scale_word is not None:
        (one,) = numbers_in(f"1{scale_word[0]}") or (None,)
        scale = one.value if one else scale
    amount = value / scale
    if amount != amount.to_integral_value():
        return None
    spelt = in_words(int(amount))
    return spelt + (scale_word[0] if scale_word else "") if spelt else None


def _in_digits_alike(value: Decimal, like: Number, words: str, thousands: str, *, exact: bool) -> str | None:
    found = list(_DIGITS.finditer(words))
    if len(found) != 1 or _FRACTION.search(words):
        return None
    (digits,) = found
    whole, _, decimals = digits[0].partition(".")
    shown = Decimal(re.sub(rf"[{_MARKS}]", "", digits[0]))
    scale = abs(like.value) / shown if shown else like.step.scaleb(len(decimals))
    amount = abs(value) / scale
    if scale > 1 and amount >= _MOST_SCALED:
        return None
    places = len(decimals)
    while exact and places < _FINEST and round(amount, places) != amount:
        places += 1
    figure = in_digits(amount, places, _mark(whole, thousands))
    if figure is None:
        return None
    if len(whole) > _UNMARKED and whole.isdigit():
        figure = figure.replace(",", "")
    if not whole:
        figure = figure.removeprefix("0")
    return words[: digits.start()] + figure + words[digits.end() :]


def _mark(whole: str, thousands: str) -> str:
    """Return what stands between thousands in a figure beside one with these digits before its point."""
    if mark := re.search(rf"[{_MARKS}]", whole):
        return mark[0]
    return "" if len(whole) > 3 else thousands
