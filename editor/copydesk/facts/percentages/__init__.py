"""Percentages, and what they are worked out from: “rose 25 per cent, from 40 to 50”, “13 of 659 members, or 2%”.

`article.facts(percentages)` holds them in the order of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from copydesk.article import Article, Part
from copydesk.facts.figures import moved
from copydesk.facts.percentages.reading import changes_in
from copydesk.facts.percentages.records import Change, Percentages, Share
from copydesk.facts.percentages.shares import shares_in
from copydesk.text import Amount, analysis_of

__all__ = ["Change", "Percentages", "Share", "combine", "local"]


def local(part: Part) -> Percentages:
    """Return the percentages of a part, spans relative to it."""
    text = analysis_of(part.words)
    if sum(isinstance(value, Amount) for value in text.values) < 2:
        return Percentages()
    return Percentages(tuple(changes_in(text)), tuple(shares_in(text)))


def combine(article: Article, locals_: Sequence[Percentages]) -> Percentages:
    """Return the percentages of the article, spans in its text."""
    changes: list[Change] = []
    shares: list[Share] = []
    for part, here in zip(article.parts, locals_, strict=True):
        for change in here.changes:
            given = {name: getattr(change, name) for name in ("percent", "by", "before", "after")}
            changes.append(
                replace(change, **{name: figure and moved(figure, part) for name, figure in given.items()})
            )
        shares += (
            Share(moved(share.portion, part), moved(share.whole, part), moved(share.percent, part))
            for share in here.shares
        )
    return Percentages(tuple(changes), tuple(shares))
