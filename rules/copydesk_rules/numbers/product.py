"""Numbers.Product."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from copydesk.facts import figures
from copydesk.facts.figures import Figure
from copydesk.facts.slips_of_figures import are_swapped, is_slip
from copydesk.facts.writing_numbers import alike
from copydesk.rules import Article, Bad, Finding, Fix, Good, Part, Related, Rule, change_to, pattern
from copydesk_rules.numbers._places import in_one_sentence

# What a price is for: the words right behind it.
_PER = pattern(r"\s?(?:(?P<each>each|apiece)\b|(?:an?|per|each|every|the)\s(?P<unit>[a-z]+))")
_PERIODS = {  # how many of a unit a period has, by the words for it
    ("week", "quarter"): 13, ("month", "quarter"): 3, ("month", "year"): 12, ("week", "year"): 52,
    ("day", "week"): 7, ("hour", "day"): 24,
}  # fmt: skip
_PERIOD = pattern(r"\b(?:in|over|for|during)\s(?:the|a|one|each|that|this|last)\s(?P<period>week|quarter|year|day)\b")
_NEAR = 400  # code points between a price and what it is multiplied with, or what that makes
_POWERS = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_EXACT = Decimal("0.01")
_LEEWAY = Decimal("0.03")
_YEARS = (1900, 2100)  # such a number without a noun is a year
_DIGITS = 3  # that two figures must have for one wrong digit to be more than chance


class Times(NamedTuple):
    """How many of what has a price: the number, and the figure that says so, if one does."""

    number: Decimal
    figure: Figure | None


class Product(Rule):
    """A price, how many there are, and a total that do not agree: 11 machines at £1,850 each, or £23,350 in all.

    The total, or the price, is a slip of the keys or a power of ten from what the other two make; of other totals
    nobody knows what they take in. Where another total nearby is right, nothing is said.

    Source: plain multiplication; Reuters Handbook of Journalism, “figures”.
    """

    name = "Numbers.Product"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "The 11 machines were worth £1,850 each, or £23,350 in all, the court heard.",
            found="£23,350",
            fixed="The 11 machines were worth £1,850 each, or £20,350 in all, the court heard.",
        ),
        Bad(
            "The three-year, $1.8 billion award comes to about $600,000 a year.",
            found="$1.8 billion",
            fixed="The three-year, $1.8 million award comes to about $600,000 a year.",
        ),
        Bad(
            "He put the cost at £400m in the quarter, or about £13m a week.",
            found="£13m",
            fixed="He put the cost at £400m in the quarter, or about £31m a week.",
        ),
        Good("The 11 machines were worth £1,850 each, or £20,350 in all. A van cost £23,350."),
        Good("Tickets cost £15 each. The three brothers spent £40."),
        Good("The three-year, $1.8 million award comes to about $600,000 a year, a third of $5.4 million."),
        Good("He put the cost at £400m in the quarter, or about £31m a week."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(figures)
        if not any(map(_has_price, article.parts, found.bare)):
            return
        everything = found.all
        starts = [figure.span.start for figure in everything]
        for price in everything:
            if price.kind != "money" or not (price.role == "rate" or "each" in price.scope):
                continue
            per = _PER.match(article.text, price.span.end)
            if per is None:
                continue
            low, high = bisect_left(starts, price.span.start - _NEAR), bisect_left(starts, price.span.end + _NEAR)
            near = [figure for figure in everything[low:high] if figure is not price]
            yield from _compared(article, price, _times(article, price, near, per["each"], per["unit"]), near)


def _has_price(part: Part, here: Sequence[Figure]) -> bool:
    """Whether a part has the price of one: £15 each, $90 a day."""
    return any(figure.kind == "money" and _PER.match(part.words, figure.span.end) for figure in here)


def _times(
    article: Article, price: Figure, near: Sequence[Figure], each: str | None, unit: str | None
) -> Iterator[Times]:
    """Yield how many there may be of what has a price."""
    for figure in near:
        number = figure.number.value
        if number < 2 or number != int(number) or (_YEARS[0] < number < _YEARS[1] and figure.kind == "count"):
            continue
        if (each and figure.kind == "count") or (unit and unit in (figure.noun, figure.unit_of)):
            yield Times(figure.number.value, figure)
    around = article.text[max(0, price.span.start - _NEAR // 4) : price.span.end + _NEAR // 4]
    for match in _PERIOD.finditer(around) if unit else ():
        if many := _PERIODS.get((unit or "", match["period"])):
            yield Times(Decimal(many), None)


def _compared(article: Article, price: Figure, times: Iterator[Times], near: Sequence[Figure]) -> Iterator[Finding]:
    totals = [one for one in near if one.kind == "money" and one.role != "rate" and one.unit_of == price.unit_of]
    pairs = [(one, total) for one in times for total in totals]
    if any(_agree(price, one.number, total) for one, total in pairs):
        return
    for one, total in pairs:
        made, share = price.number.value * one.number, total.number.value / one.number
        scaled = any(_SCALE.search(article.words_at(each.number.span)) for each in (price, total))
        power = scaled and _is_power(made, total.number.value) and in_one_sentence(article, price, total)
        if _is_near_miss(total, made) or (power and price.number.value < total.number.value):
            yield _finding(article, price, one, total, wrong=total, right=made)
            return
        if _is_near_miss(price, share) or power:
            yield _finding(article, price, one, total, wrong=price, right=share)
            return


def _agree(price: Figure, number: Decimal, total: Figure) -> bool:
    """Whether a total may be so many times a price, as both are rounded and hedged."""
    low, high = price.interval
    leeway = Decimal("0.1") if price.hedge or total.hedge else _LEEWAY
    least, most = total.interval
    return low * number <= most * (1 + leeway) and least <= high * number * (1 + leeway)


def _is_near_miss(figure: Figure, right: Decimal) -> bool:
    """Whether a figure is a slip of the keys from a value, to the last digit that it has."""
    step = figure.number.step
    stated, meant = figure.number.value / step, (right / step).to_integral_value()
    if stated != int(stated) or not meant:
        return False
    if are_swapped(stated, meant):
        return True
    exact = abs(right / step - meant) < Decimal("0.01")
    return exact and len(str(int(stated)).rstrip("0")) >= _DIGITS and is_slip(int(stated), int(meant))


def _is_power(one: Decimal, other: Decimal) -> bool:
    """Whether one value is a power of ten times another, and not the same."""
    return any(abs(one / other / power - 1) < _EXACT for power in _POWERS)


def _finding(
    article: Article, price: Figure, times: Times, total: Figure, *, wrong: Figure, right: Decimal
) -> Finding:
    other = total if wrong is price else price
    number = article.words_at(times.figure.span) if times.figure else str(times.number)
    words = article.words_at
    related = [Related(other.span, "the other amount")]
    related += [Related(times.figure.span, "so many")] if times.figure else []
    return Finding(
        wrong.span,
        f"{number} times {words(price.span)} does not make {words(total.span)}.",
        related=tuple(sorted(related, key=lambda one: one.span)),
        fixes=tuple(_fixes(article, wrong, right)),
        confidence=0.7,
    )


def _fixes(article: Article, wrong: Figure, right: Decimal) -> Iterator[Fix]:
    words = article.words_at(wrong.number.span)
    if new := _rescaled(words, right / wrong.number.value) or alike(right, wrong.number, words):
        yield change_to(wrong.number.span, new)


_SCALES = (
    {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7},
    {"k": 3, "m": 6, "bn": 9, "tn": 12},
)
_SCALE = pattern(r"(?<=[\d\s-])(?P<word>thousand|million|billion|trillion|lakh|crore|k|m|bn|tn)$")


def _rescaled(words: str, ratio: Decimal) -> str | None:
    """Return a figure with the scale that makes it so many times what it is; None if no scale does."""
    found = _SCALE.search(words)
    scales = next((one for one in _SCALES if found and found["word"] in one), {})
    for word, power in scales.items():
        if found and abs(ratio / Decimal(10) ** (power - scales[found["word"]]) - 1) < _LEEWAY and ratio != 1:
            return words[: found.start()] + word
    return None
