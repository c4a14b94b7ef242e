"""Numbers.ExchangeRate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace

from copydesk.facts import figures
from copydesk.facts.figures import Figure, moved
from copydesk.facts.numbers import numbers_in
from copydesk.rules import Article, Bad, Finding, Fix, Good, Related, Rule, pattern
from copydesk_rules.numbers._writing import put_right, shown

# Currencies of which one has never been worth ten of another.
_LIKE_IN_WORTH = frozenset(("$", "US$", "£", "€", "A$", "AU$", "C$", "CA$", "NZ$", "S$"))
_FAR = 15
_FEWEST = 3  # conversions that show which rate an article goes by
_SLACK = 0.08  # how far apart the rates of two days may be
_OPENS = pattern(r"\s?\((?:about\s|around\s|some\s)?")


class _Converted(NamedTuple):
    """An amount of money, the same in another currency behind it, and how many of the first make one of those."""

    amount: Figure
    other: Figure
    rate: float

    @property
    def slack(self) -> float:
        """How far off the rate may be, as a part of it, because both amounts are rounded."""
        return sum(float(each.number.step) / each.value / 2 for each in (self.amount, self.other))

    def goes_by(self, rate: float) -> bool:
        """Whether rounding, and a rate that changes from day to day, explain how far it is from a rate."""
        return abs(self.rate / rate - 1) <= _SLACK + self.slack


class ExchangeRate(Rule):
    """An amount of money and the same in another currency beside it do not agree: $1.8bn (£9.4m).

    One of the two has lost a digit, a point or its “million”. The rule holds each pair against the article's own
    others, of which there must be two; dollars, pounds and euros that are ten times apart need none.

    Source: Reuters Handbook, “currencies” and “figures” (“double-check conversions”); Guardian style guide,
    “currency conversions”.
    """

    name = "Numbers.ExchangeRate"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad("Downloads will be worth $1.8 billion (£9.4 million) by then.", found="$1.8 billion (£9.4 million)"),
        Bad(
            "They took $20m (£10.6m), $19.5m (£14.9m) and $7.5m (£4m).",
            found="$19.5m (£14.9m)",
            fixed="They took $20m (£10.6m), $19.5m (£10.4m) and $7.5m (£4m).",
        ),
        Good("They took $20m (£10.6m), $19.5m (£10.3m) and $7.5m (£4m), or $4m (about £2m)."),
        Good("The trial will cost the county $4m (£2.13m), and the firm 4bn yen (£21m), or $5m ($4m after tax)."),
        Good("Sales were NT$134.57 billion (US$4.51 billion) and HK$78bn (US$10bn)."),
        Good("It cost $20m (£10.6m) in 2004, $19.5m (£14.9m) in 2016 and £3m ($4m) today."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        by_pair: dict[tuple[str, str], list[_Converted]] = {}
        for one in _conversions(article):
            by_pair.setdefault((one.amount.unit, one.other.unit), []).append(one)
        for (given, wanted), alike in by_pair.items():
            usual = median(one.rate for one in alike) if len(alike) >= _FEWEST else 0.0
            bounded = {given, wanted} <= _LIKE_IN_WORTH
            for one in alike:
                if usual and not one.goes_by(usual):
                    like = min(alike, key=lambda other: abs(other.rate - usual))
                    fix = _put_right(article, one, alike, bounded=bounded)
                    yield _finding(article, one, like, fix)
                elif bounded and not 1 / _FAR < one.rate < _FAR:
                    yield _finding(article, one)


def _put_right(article: Article, one: _Converted, alike: list[_Converted], *, bounded: bool) -> Fix | None:
    """Return the fix that converts an amount at the usual rate, if it is written exactly enough to go by that."""
    fix = put_right(article, one.other, one.amount.value / median(other.rate for other in alike))
    number = next(iter(numbers_in(fix.edits[0].text)), None) if fix else None
    if number is None or not number.value:
        return None
    right = one._replace(other=replace(one.other, number=number), rate=one.amount.value / float(number.value))
    rate = median(right.rate if other is one else other.rate for other in alike)
    return fix if right.goes_by(rate) and (not bounded or 1 / _FAR < right.rate < _FAR) else None


def _conversions(article: Article) -> Iterator[_Converted]:
    for part, here in zip(article.parts, article.facts(figures).bare, strict=True):
        if len(here) < 2 or "(" not in part.words:
            continue
        for one, other in pairwise(here):
            if not one.kind == other.kind == "money" or one.unit == other.unit or min(one.value, other.value) <= 0:
                continue
            if _OPENS.fullmatch(part.words, one.span.end, other.span.start):
                yield _Converted(moved(one, part), moved(other, part), one.value / other.value)


def _finding(article: Article, one: _Converted, like: _Converted | None = None, fix: Fix | None = None) -> Finding:
    first, second = one.amount.span, one.other.span
    end = second.end + (article.text[second.end : second.end + 1] == ")")
    return Finding(
        first._replace(end=end),
        f"{shown(article, one.amount)} is not {shown(article, one.other)}"
        + (f" at the rate of {shown(article, like.amount)} to {shown(article, like.other)}." if like else "."),
        related=(Related(like.amount.span, "converted at another rate"),) if like else (),
        fixes=(fix,) if fix else (),
        confidence=0.75,
    )
