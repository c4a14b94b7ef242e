"""Figures: every number that counts or measures, with its noun, owner, time and role.

`article.facts(figures)` has the figures of each of `article.parts` in turn; their spans count from the part's
beginning, because most are only ever compared, and `moved` gives one with spans in the text. Its `bare` has them with
their values, units and hedges only, at an eighth of the time. Its `all` are those of
the article, with owners named; `alike` files them by what they are of.

    for key, figures in article.facts(figures).alike.items(): ...  # ("money", "£", "profit"): its figures
"""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.article import Article, Part
from copydesk.facts.figures.amounts import figure_of, figures_at, figures_in, is_year
from copydesk.facts.figures.combined import Figures, PartFigures, moved
from copydesk.facts.figures.records import Figure, FigureKind
from copydesk.facts.figures.signs import (
    AMOUNT,
    ANY,
    BETWEEN,
    COUNT,
    MONEY,
    PERCENT,
    POINTS,
    SUM,
    TWO_AMOUNTS,
    YEAR,
    Figured,
    figured,
    figures_of,
    sentences_of,
)  # fmt: skip

__all__ = [
    "AMOUNT", "ANY", "BETWEEN", "COUNT", "MONEY", "PERCENT", "POINTS", "SUM", "TWO_AMOUNTS", "YEAR", "Figure",
    "FigureKind", "Figured", "Figures", "combine", "figure_of", "figured", "figures_at", "figures_in", "figures_of",
    "is_year", "local", "moved", "sentences_of",
]  # fmt: skip


def local(part: Part) -> PartFigures:
    """Return the figures of a part, spans relative to it."""
    return PartFigures(part.words)


def combine(article: Article, locals_: Sequence[PartFigures]) -> Figures:
    """Return the figures of the article."""
    return Figures(article, locals_)
