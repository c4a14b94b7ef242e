"""Numbers.Margin."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from copydesk.facts import balances
from copydesk.facts.balances import Balance
from copydesk.facts.figures import Figure
from copydesk.rules import Article, Bad, Finding, Fix, Good, Related, Rule
from copydesk_rules.numbers._balances import is_slip_for
from copydesk_rules.numbers._exactness import Range, level
from copydesk_rules.numbers._writing import in_sentence, plain, put_right, written

_LEAST = 10  # of the greater side; goals and sets are led by for a while only
_LEAST_NEAR = 100  # of both sides, where nothing but their digits says that the margin is theirs
_WITHIN = 3  # like figures before a margin, of which two may be its sides


class Margin(Rule):
    """A margin is not the difference of its sides: 21,804 votes to 21,391, a margin of 431.

    The figure is worked out in a hurry, on election night or at the close of play, and stays in the archive. The rule
    subtracts where two sides are set against each other (“15 votes to 11”, “beat by 341 to 214”) and the sentence
    gives a margin, majority or lead; and where two figures before it are but a slip of the keys from making it.

    Source: AP Stylebook, “numerals” (“check the arithmetic”); BBC News style guide, “votes”.
    """

    name = "Numbers.Margin"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "Diaz had 21,804 votes to 21,391 for Lee, a margin of 431.",
            found="431",
            fixed="Diaz had 21,804 votes to 21,391 for Lee, a margin of 413.",
        ),
        Bad(
            "The motion was carried by 15 votes to 11, a majority of five.",
            found="five",
            fixed="The motion was carried by 15 votes to 11, a majority of four.",
        ),
        Bad("East resumed in reply to 211 and were all out for 341, a lead of 127.", found="127"),
        Good("Diaz had 21,804 votes to 21,391 for Lee, a margin of 413."),
        Good("Diaz had 21,804 votes to 21,391 for Lee. In 2019 she won by a margin of 1,200."),
        Good("They won 3-1 after a lead of two goals at the interval."),
        Good("The motion was carried by 15 votes to 11, with two abstentions, a majority of four."),
        Good("East were 188 for four in reply to 214 and were all out for 341, a lead of 127."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        for balance in article.facts(balances):
            if balance.kind == "margin" and (sides := _wrong_sides(balance)) is not None:
                yield _finding(article, balance.result, *sides)


def _wrong_sides(balance: Balance) -> tuple[Figure, Figure] | None:
    """Return the two sides that a margin is of, if it is not their difference and no other two have it."""
    margin, around = balance.result, (*balance.near, *balance.bound, *balance.after)
    if margin.number.hedge or any(_makes(margin, one, other) for one, other in combinations(around, 2)):
        return None
    if balance.bound:
        one, other = balance.bound
        fits = max(one.value, other.value) >= _LEAST and margin.value < max(one.value, other.value)
        return (one, other) if fits and not (one.number.hedge or other.number.hedge) else None
    before = [figure for figure in balance.near[-_WITHIN:] if figure.value >= _LEAST_NEAR]
    near = [pair for pair in combinations(before, 2) if _slips(margin, *pair)]
    return near[0] if len(near) == 1 else None


def _makes(margin: Figure, one: Figure, other: Figure) -> bool:
    first, second = level(one), level(other)
    apart = Range(first.low - second.high, first.high - second.low)
    if one.value < other.value:
        apart = Range(second.low - first.high, second.high - first.low)
    return apart.meets(level(margin))


def _slips(margin: Figure, one: Figure, other: Figure) -> list[tuple[Figure, Decimal]]:
    """Return which of three figures is a slip of the keys from the value that the other two make, and that value."""
    return [(figure, value) for figure, value in _rights(margin, one, other) if is_slip_for(figure, value)]


def _rights(margin: Figure, one: Figure, other: Figure) -> list[tuple[Figure, Decimal]]:
    """Return what each of three figures has to be for the other two to be right, the margin first."""
    more, less = (one, other) if one.value >= other.value else (other, one)
    return [
        (margin, more.number.value - less.number.value),
        (more, less.number.value + margin.number.value),
        (less, more.number.value - margin.number.value),
    ]


def _finding(article: Article, margin: Figure, one: Figure, other: Figure) -> Finding:
    rights = [(figure, value) for figure, value in _rights(margin, one, other) if value > 0]
    rights.sort(key=lambda each: (each[0] is not margin, not is_slip_for(*each)))
    apart = float(abs(one.number.value - other.number.value))
    value = written(article, apart, margin, exact=True) or plain(apart, margin)
    return Finding(
        margin.number.span,
        f"{in_sentence(article, one)} and {in_sentence(article, other)} are {value} apart, not "
        f"{in_sentence(article, margin)}.",
        related=(Related(one.number.span, "one side"), Related(other.number.span, "the other side")),
        fixes=tuple(_fixes(article, rights)),
        confidence=0.75,
    )


def _fixes(article: Article, rights: list[tuple[Figure, Decimal]]) -> Iterator[Fix]:
    for figure, value in rights:
        if (fix := put_right(article, figure, float(value), exact=True)) is not None:
            yield fix
