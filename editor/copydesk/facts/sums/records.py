"""What is found of sums."""

from __future__ import annotations

from typing import Literal

import msgspec

from copydesk.facts.figures import Figure

Relation = Literal["equals", "at most"]


class Sum(msgspec.Struct, frozen=True):
    """Parts that make up a total, or that are some of it (“at most”). `total` is None where it is a hundred per cent.

    `ones` counts the parts that are given without a figure: “two sons and a daughter” has one.
    """

    parts: tuple[Figure, ...]
    relation: Relation
    total: Figure | None = None
    ones: int = 0
