"""Whether figures that have to agree do: what is left of a whole, and parts and their total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from copydesk.facts import balances
from copydesk.facts.balances import Balance
from copydesk.facts.figures import Figure
from copydesk.facts.slips_of_figures import are_swapped, is_slip
from copydesk.rules import Article, Finding, Related, Stretches
from copydesk_rules.numbers._exactness import Range, level
from copydesk_rules.numbers._writing import in_sentence, plain, put_right, written

_MOST = 6  # like figures of which some may be parts
_MOST_PARTS, _FEW_PARTS = 4, 2
_SMALL = 10  # below it any figure is a slip of any other
_LEAST, _FEW, _OFF = 8, 100, 2  # totals of less may be chance; of up to a hundred parts may be off by two
_EVEN = 12  # times the least part that a total beside its sentence may be
_LARGE = 20  # such a total that two parts alone may make
_NEAR = Decimal("0.15")  # of a total, by which parts may miss it and still be meant for it
_NEAR_ENOUGH = Decimal("0.25")  # the same, of what words call the rest


class _Equation(NamedTuple):
    """Parts that ought to make a total."""

    total: Figure
    parts: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (self.total, *self.parts)

    @property
    def made(self) -> Decimal:
        return sum((part.number.value for part in self.parts), Decimal(0))

    @property
    def holds(self) -> bool:
        """Whether it may hold, as its figures are rounded and hedged."""
        parts = [level(part) for part in self.parts]
        made = Range(sum(part.low for part in parts), sum(part.high for part in parts))
        hedged = any(figure.number.hedge or figure.scope for figure in self.figures)
        slack = 0.1 * self.total.value if hedged else 0.0
        return made.meets(Range(level(self.total).low - slack, level(self.total).high + slack))

    def holds_with(self, ones: int) -> bool:
        """Whether it may hold with up to so many more parts of one each."""
        return self.holds or (self.total.kind == "count" and 0 < self.total.number.value - self.made <= ones)

    @property
    def is_missed(self) -> bool:
        """Whether the parts miss the total by little, and by a slip: the total is the greatest of all."""
        total = self.total.number.value
        if total < _LEAST or any(part.number.value >= total for part in self.parts):
            return False
        return self.is_within(_NEAR) and bool(self.slips or (total < _FEW and abs(self.made - total) <= _OFF))

    def is_within(self, share: Decimal) -> bool:
        """Whether the parts miss the total by no more than a share of it."""
        total = self.total.number.value
        return abs(self.made - total) <= total * share

    @property
    def is_telling(self) -> bool:
        """Whether parts hardly miss a total of another sentence by chance: many or large, and none is small."""
        least, total = min(part.number.value for part in self.parts), self.total.number.value
        return least * _EVEN >= total and (len(self.parts) > _FEW_PARTS or total >= _LARGE)

    def right(self, figure: Figure) -> Decimal:
        """Return the value that a figure must have for the others to be right."""
        if figure == self.total:
            return self.made
        return self.total.number.value - self.made + figure.number.value

    @property
    def slips(self) -> list[Figure]:
        """The figures that are but a slip of the keys from what would be right."""
        return [figure for figure in self.figures if is_slip_for(figure, self.right(figure))]


def is_slip_for(figure: Figure, right: Decimal) -> bool:
    """Whether a figure is a slip of the keys from a value that is written with no more digits."""
    step = figure.number.step
    stated, meant = figure.number.value / step, right / step
    if stated != int(stated) or meant != int(meant) or meant <= 0:
        return False
    return are_swapped(stated, meant) or is_slip(int(stated), int(meant))


def wrong_balances(article: Article) -> Iterator[Finding]:
    """Yield what does not add up among the rests and sums of an article."""
    found = article.facts(balances)
    margins = Stretches(one.result.span for one in found if one.kind == "margin")
    for balance in found:
        if balance.kind == "sum" and any(map(margins.overlap, (figure.span for figure in balance.bound))):
            continue  # Numbers.Margin's
        if balance.kind == "rest" and (equation := _wrong_rest(balance)) is not None:
            yield _finding(article, balance.result, equation)
        elif balance.kind == "sum" and (equation := _wrong_sum(balance)) is not None:
            yield _finding(article, equation.total, equation)


def _wrong_rest(balance: Balance) -> _Equation | None:
    """Return what a rest is left of where no figures around fit, and one is a slip from what would be right."""
    rest, before = balance.result, [*balance.near, *balance.bound]
    nearest = [one for one in _equations(rest, before[-_MOST:], _MOST_PARTS) if _is_bound(one, balance)]
    around = _equations(rest, [*before, *balance.after], _FEW_PARTS)
    if any(one.holds for one in (*nearest, *(one for one in around if _is_bound(one, balance)))):
        return None
    found = [equation for equation in nearest if _is_doubtful(equation, balance)]
    return _fullest(found)


def _equations(rest: Figure, around: Sequence[Figure], most: int) -> Iterator[_Equation]:
    """Yield what a rest may be left of: any greater figure, less up to so many others."""
    for total in around:
        less = [figure for figure in around if figure != total and figure.value < total.value]
        if rest.value < total.value:
            for number in range(1, most + 1):
                yield from (_Equation(total, (*parts, rest)) for parts in combinations(less, number))


def _is_bound(equation: _Equation, balance: Balance) -> bool:
    """Whether the figures of the rest's own sentence are its parts, or else one is the total and has no others."""
    if equation.total in balance.bound:
        return len(equation.parts) == len(balance.bound) and all(
            part in balance.bound for part in equation.parts[:-1]
        )
    return all(figure in equation.parts for figure in balance.bound)


def _is_doubtful(equation: _Equation, balance: Balance) -> bool:
    if any(figure.number.hedge or figure.scope for figure in equation.figures) or not equation.is_within(
        _NEAR_ENOUGH
    ):
        return False
    if equation.total.value < _SMALL:  # six goals, three of them here and the other four there
        return bool(balance.bound) and equation.total == balance.bound[0]
    return bool(equation.slips)


def _wrong_sum(balance: Balance) -> _Equation | None:
    """Return a total that the like figures of a sentence miss by a slip; None where any of them in a row make one.

    In print it hardly ever happens by chance that figures of one sentence miss their first, or one beside them, by a
    digit: in 1.2 million words of news they did so twice.
    """
    here = balance.bound
    inside = [here[0], *balance.after] if len(here) > _FEW_PARTS else []
    totals = [*inside, *balance.near]
    if any(figure.number.hedge for figure in (*here, *totals)) or any(
        _Equation(total, parts).holds_with(balance.ones) for total in totals for parts in _runs(here, total)
    ):
        return None
    equations = (_Equation(total, tuple(part for part in here if part != total)) for total in totals)
    found = [one for one in equations if one.is_missed and (one.total in here or one.is_telling)]
    return _fullest(found)


def _fullest(found: Sequence[_Equation]) -> _Equation | None:
    """Return the equation with the most parts; None if there is none, or if two have as many."""
    most = max((len(equation.parts) for equation in found), default=0)
    fullest = [equation for equation in found if len(equation.parts) == most]
    return fullest[0] if len(fullest) == 1 else None


def _runs(here: Sequence[Figure], total: Figure) -> Iterator[tuple[Figure, ...]]:
    """Yield any two or more of some figures in a row, without their total."""
    parts = tuple(figure for figure in here if figure != total)
    for first, past in combinations(range(len(parts) + 1), 2):
        if past - first > 1:
            yield parts[first:past]


def _finding(article: Article, first: Figure, equation: _Equation) -> Finding:
    others = sorted((one for one in equation.figures if one != first), key=lambda one: one not in equation.slips)
    fixes = (put_right(article, one, float(equation.right(one)), exact=True) for one in (first, *others))
    made = float(equation.made)
    parts = [in_sentence(article, part) for part in sorted(equation.parts, key=lambda part: part.span)]
    said = f"{', '.join(parts[:-1])} and {parts[-1]}"
    value = written(article, made, equation.total, exact=True) or plain(made, equation.total)
    return Finding(
        first.number.span,
        f"{said[:1].upper()}{said[1:]} make {value}, not {in_sentence(article, equation.total)}.",
        related=tuple(
            Related(one.number.span, "counted with it") for one in sorted(others, key=lambda one: one.span)
        ),
        fixes=tuple(fix for fix in fixes if fix is not None),
        confidence=0.75,
        evidence="one of them is wrong; which, the article does not say",
    )
