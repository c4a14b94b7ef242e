"""Numbers.SwappedDigits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from copydesk.facts import figures
from copydesk.facts.figures import Figure
from copydesk.facts.slips_of_figures import any_swapped, are_swapped
from copydesk.facts.writing_numbers import alike
from copydesk.rules import Article, Bad, Finding, Fix, Good, Related, Rule, change_to
from copydesk_rules.numbers._places import in_one_sentence

_MOST = 12  # values of one thing that are compared: a list of them gives nothing twice


class SwappedDigits(Rule):
    """One figure given twice, and once with two digits swapped: 46 homes, and later 64 homes.

    The fingers are quicker than the head. The rule compares the figures that count or measure one thing, in whichever
    paragraphs they are, and takes the one given more often to be right; of one against one it offers both. Old and
    new values of a change, figures of other years and the two sides of a vote are left alone.

    Source: Reuters Handbook of Journalism, “figures” (“check that figures are consistent throughout the story”).
    """

    name = "Numbers.SwappedDigits"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "Within an hour 46 homes were flooded. Power was still off yesterday at most of the 64 homes.",
            headline="River swamps 46 homes",
            found="64",
            fixed="Within an hour 46 homes were flooded. Power was still off yesterday at most of the 46 homes.",
        ),
        Bad(
            "The cuts close half of a $13.4 million deficit. The deficit of $14.3 million is its largest.",
            found="$14.3 million",
            fixed="The cuts close half of a $13.4 million deficit. The deficit of $13.4 million is its largest.",
        ),
        Good("The firm cut its debt to £160m. Its debt had been £610m a year earlier."),
        Good("In 2003 it had 23 shops. In 2004 it had 32 shops. Some 31 people voted for, and 13 people against."),
        Good("There were 13 players out of a squad of 31 players. The 87 rooms cost £78."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(figures)
        if not any_swapped(figure.number.value for part in found.bare for figure in part):
            return
        for alike_ in found.alike.values():
            values = Counter(figure.number.value for figure in alike_)
            if 1 < len(values) <= _MOST:
                for one, other in combinations(values, 2):
                    if are_swapped(one, other):
                        yield from _compared(article, alike_, *_odd_last(values, one, other))


def _odd_last(values: Counter[Decimal], one: Decimal, other: Decimal) -> tuple[Decimal, Decimal, bool]:
    """Return the value to keep, the odd one, and whether how often they are given says so."""
    if values[one] == values[other]:
        return one, other, False
    return (one, other, True) if values[one] > values[other] else (other, one, True)


def _compared(
    article: Article, all_alike: Sequence[Figure], kept: Decimal, odd: Decimal, sure: bool
) -> Iterator[Finding]:
    right = [figure for figure in all_alike if figure.number.value == kept]
    wrong = [figure for figure in all_alike if figure.number.value == odd]
    if any(_may_differ(article, one, other) for one in right for other in wrong):
        return
    for figure in wrong:
        fixes = [*_fixes(article, figure, kept)]
        if not sure:
            fixes += _fixes(article, right[0], odd)
        yield Finding(
            figure.number.span,
            f"“{article.words_at(right[0].number.span)}” here and “{article.words_at(figure.number.span)}” there: "
            "two digits have changed places.",
            related=tuple(Related(one.number.span, "given here too") for one in right),
            fixes=tuple(fixes),
            confidence=0.8 if sure else 0.6,
        )


def _may_differ(article: Article, one: Figure, other: Figure) -> bool:
    """Whether two figures of a thing need not be the same: of a change, of two times, in one sentence."""
    if "from" in (one.role, other.role) or one.role == other.role == "part":
        return True
    if one.time != other.time and ((one.time and other.time) or _EARLIER & set(f"{one.time} {other.time}".split())):
        return True
    return in_one_sentence(article, one, other)


_EARLIER = frozenset("earlier before previous ago last".split())


def _fixes(article: Article, figure: Figure, value: Decimal) -> Iterator[Fix]:
    new = alike(value, figure.number, article.words_at(figure.number.span))
    if new:
        yield change_to(figure.number.span, new)
