"""What a unit is."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = str  # what is measured, as the tables of lexicon/units.toml are called
System = Literal["metric", "customary", "nautical", "either", ""]
Origin = Literal["usual", "rare", "house"]


class Unit(msgspec.Struct, frozen=True):
    """A unit.

    `meanings` are names or pint's syntax: several where a word is one for several units (a gallon), the one usual in
    the article's country first. `singular` and `plural` are US spellings; `short` is the usual abbreviation. `origin`
    says whether everybody's copy has it, pint knows it, or it is the house's own. Without a `system`, nothing is
    converted.
    """

    name: str
    kind: Kind
    system: System
    meanings: tuple[str, ...]
    singular: str
    plural: str
    short: str
    origin: Origin = "usual"
