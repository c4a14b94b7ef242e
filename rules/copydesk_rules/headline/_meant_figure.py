"""Which figure of the article may have been meant by a figure of its headline that the article has not."""

from __future__ import annotations

import re
from math import log10
from typing import Literal

from copydesk.rules import pattern
from copydesk.text import begins_unit
from copydesk_rules.headline._body_figures import DEAD, HURT, Body, Stated
from copydesk_rules.headline._figures import Figure
from copydesk_rules.headline._sentences import content

_ANOTHER_CLAUSE = pattern(r"[.;:!?]\s|,\s(?!\d)|\s(?:and|while|but|as)\s")
_BESIDE = 40  # code points: what a figure counts is told there
_MOST_SHARED = 4  # words
# What tells against a figure: that it counts something else, that it is ten times as large; and for it: each word of
# the headline beside it. Chosen on headlines of the bench with a changed figure.
_OTHER_THING, _TENFOLD, _WORD = 1.0, 1.0, 0.3
_GUESS = 1.2  # what has more against it is hardly ever what was meant
_SMALL = 4  # a headline's three may be one of the article

Fate = Literal["dead", "hurt", ""]


def conflicts(body: Body, figure: Figure, headline: str) -> list[Stated]:
    """Return the figures of the article that say of the same thing something else, the likeliest first.

    Likely is a figure that counts the same thing, is near in size, and stands among the headline's own words.
    """
    wanted = content(headline)
    found = []
    for index, one in enumerate(body.stated):
        if one.value < 1 or (one.value == 1 and figure.value >= _SMALL):
            continue  # the “one” of “one of them”
        rank = _unlikeness(body, figure, one, headline)
        if rank is None:
            continue
        shared = len(wanted & content(body.text_around(one)))
        apart = abs(log10(figure.value / one.value)) if figure.value else 0.0
        cost = _OTHER_THING * rank + _TENFOLD * apart - _WORD * min(shared, _MOST_SHARED)
        if (rank == 0 or shared) and cost < _GUESS:
            found.append((cost, index, one))
    return [one for *_, one in sorted(found, key=lambda row: row[:2])]


def is_alike(body: Body, figure: Figure, one: Stated, headline: str) -> bool:
    """Whether two figures state the same sort of thing, and a count the same thing by name."""
    return _unlikeness(body, figure, one, headline) == 0


def _unlikeness(body: Body, figure: Figure, one: Stated, headline: str) -> int | None:
    """How unlike what two figures state is, 0 for the same thing; None if they state different sorts of things."""
    if figure.sort != one.sort:
        return None
    if figure.sort == "time":
        return 0 if figure.unit[:3] == one.unit[:3] else 2
    if figure.sort != "count":
        return 0
    before, after = headline[: figure.span.start], headline[figure.span.end :]
    there_before, there_after = body.beside(one, _BESIDE)
    if begins_unit(after) != begins_unit(there_after):
        return None  # 12 villages are not 3 metres
    if {_stem(word) for word in figure.nouns} & {_stem(word) for word in one.nouns}:
        return 0
    fate, other_fate = _fate(before, after), _fate(there_before, there_after)
    if fate and fate == other_fate:
        return 0
    return 2 if fate and other_fate else 1


def _fate(before: str, after: str) -> Fate:
    """Say what became of those whom a figure counts, by the nearest word that tells it in its clause."""
    start = max((match.end() for match in _ANOTHER_CLAUSE.finditer(before)), default=0)
    end = next((match.start() for match in _ANOTHER_CLAUSE.finditer(after)), len(after))
    found: list[tuple[int, Fate]] = []
    fates: tuple[tuple[Fate, re.Pattern[str]], ...] = (("dead", DEAD), ("hurt", HURT))
    for fate, words in fates:
        found += [(len(before) - match.end(), fate) for match in words.finditer(before, start)]
        found += [(match.start(), fate) for match in words.finditer(after, 0, end)]
    return min((one for one in found if one[0] < _BESIDE), default=(0, ""))[1]


def _stem(word: str) -> str:
    return word.removesuffix("es") if word.endswith(("shes", "ches", "xes")) else word.removesuffix("s")
