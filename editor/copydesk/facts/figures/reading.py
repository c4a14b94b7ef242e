"""Reading the figures of a part: each with its noun, owner, time and role."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from copydesk.facts.figures.amounts import MEASURES, figure_of, figures_at
from copydesk.facts.figures.nouns import counted
from copydesk.facts.figures.owners import owner_of, words_of
from copydesk.facts.figures.records import Figure, Role
from copydesk.facts.figures.roles import roles_of
from copydesk.facts.figures.scopes import scopes_of
from copydesk.facts.figures.times import time_of
from copydesk.facts.figures.values import is_figure
from copydesk.text import Amount, Analysis


def figures_of(text: Analysis) -> Iterator[Figure]:
    """Yield the figures of a text, without years."""
    roles: dict[int, Role] | None = None
    last: tuple[Amount, Figure] | None = None
    noun = ""
    for amount in figures_at(text, 0, len(text.tokens), MEASURES):
        if not is_figure(text, amount):
            continue
        if roles is None:
            roles = roles_of(text)
        figure = figure_of(text, amount)
        if last is not None and _is_converted(text, last[0], amount):
            before = last[1]
            figure = replace(figure, noun=before.noun, owner=before.owner, time=before.time, role=before.role)
        else:
            figure = _read(text, amount, figure, noun, roles.get(amount.core[0], "plain"))
        if amount.kind == "number" and figure.noun:
            noun = figure.noun
        last = amount, figure
        yield figure


def _read(text: Analysis, amount: Amount, figure: Figure, before: str, role: Role) -> Figure:
    """Return a figure with what its sentence says of it; `before` is the noun of the last count."""
    what = counted(text, amount)
    owner = owner_of(text, amount, what)
    when = time_of(text, amount.first, amount.past)
    return replace(
        figure,
        noun=what.noun or (before if what.carried else ""),
        owner="" if owner is None else words_of(text, owner),
        time=text.words(*when) if when else "",
        role=role,
        scope=scopes_of(text, amount),
    )


def _is_converted(text: Analysis, before: Amount, amount: Amount) -> bool:
    """Whether an amount gives the one before it in another unit: 80 km (50 miles), 6m euros, or about $7.1m."""
    if before.kind != amount.kind or before.kind not in ("money", "quantity") or before.unit == amount.unit:
        return False
    if not 0 < amount.first - before.past <= 4:
        return False
    return any(text.tokens.lower(at) in ("(", "[", "or") for at in range(before.past, amount.first))
