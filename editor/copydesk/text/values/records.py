"""What a value is: a number, an amount, a day, a time, each with the tokens it is made of.

Values may overlap: “1911” is a number and a year, “5-4” a score and a range. Whoever uses one chooses by context.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

Kind = Literal[
    "number", "fraction", "ordinal", "money", "percent", "points", "quantity", "duration", "age", "year", "decade",
    "years", "date", "weekday", "season", "quarter", "time", "score", "range",
]  # fmt: skip
Hedge = Literal["", "about", "over", "under"]


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A value. `first` and `past` are token indexes, as of a slice."""

    kind: Kind
    first: int
    past: int


class Amount(Value, frozen=True, kw_only=True):
    """A value with a size: a number, ordinal, sum of money, percentage, quantity, duration, age, year or decade.

    `number` and `step` are exact: `step` is what one in the last written digit is worth (0.1 million in 2.5 million),
    and for a fraction in words its own size. `unit` is “$”, “euro”, “%”, “week” or the name of a unit.
    `words` says that it is written out, `hedge` what a word before it does (“about 20”; “nearly 20” is under). `core`
    is where the figure itself is:
    without sign and “per cent”, with “million”. `whole` is the larger unit of an amount in two: of 5 feet 2 inches,
    which are 62 of the `unit` inch, the foot.
    """

    number: Decimal
    step: Decimal = Decimal(1)
    unit: str = ""
    words: bool = False
    hedge: Hedge = ""
    core: tuple[int, int] = (0, 0)
    whole: str = ""


def made(first: int, past: int, number: Decimal, step: Decimal, *, words: bool = False, part: bool = False) -> Amount:
    """Return a number, or a fraction if it is but a `part`, without sign, unit or hedge."""
    kind: Kind = "fraction" if part else "number"
    return Amount(kind=kind, first=first, past=past, number=number, step=step, words=words, core=(first, past))


class Day(Value, frozen=True, kw_only=True):
    """A date or a weekday: what is not given is 0, and -1 for the weekday (Monday is 0)."""

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1


class Period(Value, frozen=True, kw_only=True):
    """A season (1 is spring, 4 winter) or a quarter of a year; `year` is 0 where it is not given."""

    number: int
    year: int = 0


class Time(Value, frozen=True, kw_only=True):
    """A time of day. `half` says that am or pm is given; `zone` is “gmt”, “gmt+3”, “eastern” or “local”."""

    hour: int
    minute: int = 0
    half: bool = False
    zone: str = ""


class Pair(Value, frozen=True, kw_only=True):
    """Two amounts: a range or a span of years (from low to high), a score (as written)."""

    low: Amount
    high: Amount
