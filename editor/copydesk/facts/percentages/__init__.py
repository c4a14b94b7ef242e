"""Percentages, and what they are worked out from: “rose 25 per cent, from 40 to 50”, “13 of 659 members, or 2%”.

`article.facts(percentages)` holds them in the order of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from copydesk.article import Article, Part
from copydesk.facts.figures import TWO_AMOUNTS, figures_of, moved, sentences_of
from copydesk.facts.percentages.reading import changes_in, shares_in
from copydesk.facts.percentages.records import Change, Percentages, Share
from copydesk.facts.percentages.wording import FACTOR, QUICK, STATED

__all__ = ["Change", "Percentages", "Share", "combine", "local"]


def local(part: Part) -> Percentages:
    """Return the percentages of a part, spans relative to it."""
    if QUICK.isdisjoint(part.vocabulary) and "%" not in part.words:
        return Percentages()
    read = figures_of(part)
    if len(read.figures) < 2:
        return Percentages()
    changes: list[Change] = []
    shares: list[Share] = []
    for sentence in sentences_of(read.text):
        if not TWO_AMOUNTS.search(sentence):
            continue
        stated = STATED.search(sentence)
        if stated or " from " in sentence or FACTOR.search(sentence):
            changes += changes_in(sentence, read)
        if stated and ("of " in sentence or "Of " in sentence):
            shares += shares_in(sentence, read)
    return Percentages(tuple(changes), tuple(shares))


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
