"""Quotation marks as records, and the signs that they are."""

from __future__ import annotations

import msgspec

DOUBLE = frozenset('"“”„«»')
SINGLE = frozenset("'‘’‚‹›")
CURLY = frozenset("“”‘’")
STRAIGHT = frozenset("\"'")


class Pair(msgspec.Struct, frozen=True):
    """Two marks that belong together, by their places in the part. `depth` is 0 outside all others."""

    opening: int
    closing: int
    depth: int


class Marks(msgspec.Struct, frozen=True):
    """The marks of a part, by their places. `backwards` are curly ones turned the wrong way, with their partners.

    `unclosed` and `unopened` are double marks without a partner, and single ones that can be nothing else.
    `pairs` are in the order in which they open.
    """

    pairs: tuple[Pair, ...] = ()
    unclosed: tuple[int, ...] = ()
    unopened: tuple[int, ...] = ()
    backwards: tuple[int, ...] = ()
    apostrophes: tuple[int, ...] = ()
