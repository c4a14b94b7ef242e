"""The record of a figure: every number that counts or measures, with what the sentence says of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from copydesk.article import Span
from copydesk.facts.numbers import Hedge, Number

FigureKind = Literal["count", "money", "percent", "points", "quantity", "duration", "year"]
Role = Literal[
    "plain", "from", "to", "by", "total", "part", "rest", "share", "whole", "rate", "average", "margin", "limit"
]
UNSAID = "…"  # the noun of a figure that is of what one in an earlier paragraph is of
Scope = Literal["each", "least", "most", "quoted", "forecast"]


class Figure(msgspec.Struct, frozen=True):
    """A figure with what belongs to it.

    “Profit at Harrow Mills rose 12 per cent to £4.2 million last year” has two. The second is

        Figure(kind="money", number=Number(value=4200000, step=100000, …), unit="£", noun="profit",
               owner="Harrow Mills", time="last year", role="to")

    `span` takes in sign and unit (“5 per cent”, “US$3m”), `number.span` not; both are relative to the part.
    `number` has the value, what one in its last digit is worth (`step`) and its hedge.
    `unit` is the currency, as written, “%”, the name of a unit, or of a count the word right behind it.
    `noun` is what is counted or measured, in the singular: “pupil”, “profit”; "" where no noun says it, and in
    the figures of one part “…” where a part before does.
    `owner` is who has or does it, or where it is: the name or the words of a noun group, in `Figures.all` the fullest
    name that the article has; "" if not said. `owner_span` is the words that say it, which may be “its”.
    `time` is the words that say when it holds. `role` is its part in a change or a sum:

    from, to, by     old value, new value and size of a change
    total, part      a whole, and one of those that make it up; rest: “the remaining 14”
    share, whole     40 per cent of the pupils, and three of 12
    rate, average    £12 an hour
    margin           how far two are apart: won by 312 votes
    limit            at most, or aimed at

    `scope` says what holds of it: “each”, at “least” or “most”, “quoted”, a “forecast”.
    """

    span: Span
    number: Number
    kind: FigureKind
    unit: str = ""
    noun: str = ""
    owner: str = ""
    owner_span: Span | None = None
    time: str = ""
    role: Role = "plain"
    scope: tuple[Scope, ...] = ()

    @property
    def value(self) -> float:
        """The number itself."""
        return float(self.number.value)

    @property
    def unit_of(self) -> str:
        """The unit that figures have to share to be added: the currency or the measure; "" for counts."""
        return "" if self.kind == "count" else self.unit

    @property
    def hedge(self) -> Hedge:
        """What a word before it says of how exact it is: “about”, “over”, “under” or ""."""
        return self.number.hedge

    @property
    def interval(self) -> tuple[Decimal, Decimal]:
        """Between which values it may be, if it was rounded to its last written digit."""
        half = self.number.step / 2
        return self.number.value - half, self.number.value + half
