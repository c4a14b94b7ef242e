"""What an article says: the facts that rules may use, and their records.

    from copydesk.facts import Person, mentions

    for person in article.facts(mentions).people: ...

A fact is a module of this package; its records are here by name, and are imported when they are first asked for,
because a check that needs no figures should not wait for them. docs/facts.md describes them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from copydesk.facts.figures import Figure, FigureKind, Figures
    from copydesk.facts.mentions import (
        Age,
        Entity,
        Kin,
        Mention,
        Mentions,
        Organisation,
        Person,
        Place,
        Role,
    )
    from copydesk.facts.percentages import Change, Percentages, Share
    from copydesk.facts.quantities import Conversion, Quantities, Quantity

__all__ = [
    "Age", "Change", "Conversion", "Entity", "Figure", "FigureKind", "Figures", "Kin", "Mention", "Mentions",
    "Organisation", "Percentages", "Person", "Place", "Quantities", "Quantity", "Role", "Share", "figures",
    "mentions", "percentages", "quantities",
]  # fmt: skip

_RECORDS = {
    "figures": ("Figure", "FigureKind", "Figures"),
    "mentions": ("Age", "Entity", "Kin", "Mention", "Mentions", "Organisation", "Person", "Place", "Role"),
    "percentages": ("Change", "Percentages", "Share"),
    "quantities": ("Conversion", "Quantities", "Quantity"),
}
_HOMES = {record: fact for fact, records in _RECORDS.items() for record in records}


def __getattr__(name: str) -> Any:
    if name in _RECORDS:
        return import_module(f"{__name__}.{name}")
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
