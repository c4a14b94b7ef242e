"""Shares: a part of a whole that is also given in per cent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from copydesk.facts.figures import figure_of
from copydesk.facts.percentages.records import Share
from copydesk.text import Analysis, Patterns, amount, either, gap, opt, pattern, row, unless, value

_WHOSE = frozenset("the its their all those his her our".split())


@cache
def _patterns() -> Patterns:
    part, whole, rate = amount("part"), amount("whole"), value("rate", "percent")
    of = row(opt("out"), "of", opt(_WHOSE), opt("a", "total", "of"), gap(1))
    aside = row(either(row(",", "or"), "(", "–", "—", "-", ",", ":"), opt("or"), gap(3))
    called = row(",", frozenset(("a", "an")), gap(2), "of")  # a turnout of 63 per cent
    return Patterns(
        [
            pattern("13 of 659 members, or 2%", part, gap(2), of, whole, gap(8), either(called, aside), rate),
            pattern("three in five (60%)", part, "in", whole, gap(4), "(", rate),
            pattern("35% of the 1,240 tenants, or 484", rate, "of", opt(_WHOSE), gap(2), whole, gap(4),
                    row(",", "or"), gap(2), part),
            pattern("2% of members - 13 of 659", rate, opt("of"), gap(5), aside, part, gap(2), of, whole),
            pattern("8 tonnes, or 5%, of the 160", part, gap(12), either("represents", "representing", "or", ",",
                    row("equivalent", "to"), row("equal", "to"), row("accounting", "for"), row("accounts", "for"),
                    row("accounted", "for")), gap(3), rate, opt(","), "of", opt(_WHOSE), gap(3), whole),
            pattern("200 tonnes, of which 20%, or 40", whole, gap(8), "of", "which", gap(3), rate, aside, part),
            pattern("of the 100 asked, 45 (45%)", "of", opt(_WHOSE), whole, unless("-"), gap(16), ",", gap(3), part,
                    gap(2), either(row(",", "or"), "("), gap(3), rate),
            pattern("of the 100 members, 45%, or 45", "of", _WHOSE, whole, gap(8), rate, aside, part),
        ]
    )  # fmt: skip


def shares_in(text: Analysis) -> Iterator[Share]:
    """Yield the shares of a text; no percentage is of two."""
    seen: set[int] = set()
    for match in _patterns().matches(text):
        part, whole, rate = match["part"], match["whole"], match["rate"]
        alike = part.kind == whole.kind and part.kind in ("number", "money") and part.number <= whole.number
        if rate.first in seen or not alike:
            continue
        seen.add(rate.first)
        yield Share(figure_of(text, part), figure_of(text, whole), figure_of(text, rate))
