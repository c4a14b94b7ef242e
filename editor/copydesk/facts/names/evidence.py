"""Weighing whether two look-alike spellings are meant for one name."""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec

from copydesk.facts.names.observations import of_places, of_words
from copydesk.facts.names.pairs import acquaintance, paired
from copydesk.facts.names.similarity import likeness
from copydesk.facts.names.spellings import Spelling
from copydesk.facts.names.weights import WEIGHTS

DOUBTFUL = 0.64  # a pair that is less likely to be one name than this is left alone
HOPELESS = -6.0  # log-odds that no place in the article can make good: how the two stand is not asked then


class Verdict(msgspec.Struct, frozen=True):
    """How likely two spellings are one name, and the observations that say so."""

    confidence: float
    observations: tuple[str, ...]


def judge(one: Spelling, other: Spelling) -> Verdict | None:
    """Weigh two spellings; None if they are too far apart to ask. `one` comes first in the text."""
    alike = likeness(one.plain, other.plain)
    if alike is None:
        return None
    pair = paired(one, other, alike)
    column = acquaintance(pair)
    seen = tuple(of_words(pair))
    odds = _odds(seen, column)
    if odds > HOPELESS:
        context = tuple(of_places(pair))
        seen, odds = (*seen, *context), odds + _odds(context, column)
    return Verdict(round(1 / (1 + math.exp(-odds)), 3), seen)


def _odds(seen: Iterable[str], column: int) -> float:
    return sum(WEIGHTS[observed][column] for observed in seen if observed in WEIGHTS)
