"""Two spellings that may be meant for one name, as a pair."""

from __future__ import annotations

from typing import Literal, NamedTuple

from copydesk.facts.names.fame import fame
from copydesk.facts.names.similarity import Likeness
from copydesk.facts.names.spellings import Spelling

MOST = 12  # places of a spelling that are looked at
GENERIC = 4.3  # Zipf frequency from which on a word in a name tells little: Bank, Corp, New

Acquaintance = Literal[0, 1, 2]


class Pair(NamedTuple):
    """Two spellings, the first in the text first, and how they differ.

    `minor` is the one that would be the slip: the rarer in the article, then the less known, then the later.
    """

    one: Spelling
    other: Spelling
    alike: Likeness
    minor: Spelling
    major: Spelling


def paired(one: Spelling, other: Spelling, alike: Likeness) -> Pair:
    """Return two spellings as a pair; `one` comes first in the text."""
    rank = (one.count, fame(one.text)), (other.count, fame(other.text))
    minor, major = (one, other) if rank[0] < rank[1] else (other, one)
    return Pair(one, other, alike, minor, major)


def acquaintance(pair: Pair) -> Acquaintance:
    """Return what the world knows of a pair: 0 only one of the two, 1 neither well, 2 both.

    What a slip looks like depends on it: beside a well-known name, a word that nobody has heard of needs no other
    witness; of two known names, only how they stand can tell that they are one.
    """
    less, more = sorted((fame(pair.one.text), fame(pair.other.text)))
    return 1 if more < 2.0 else 2 if less else 0
