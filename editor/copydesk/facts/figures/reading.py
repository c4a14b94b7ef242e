"""Reading the figures of a part: each with its noun, owner, time and role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from copydesk.facts.figures.amounts import MEASURES, figure_of, figures_at
from copydesk.facts.figures.nouns import counted
from copydesk.facts.figures.owners import owner_of
from copydesk.facts.figures.parts import Read, parts_of
from copydesk.facts.figures.records import UNSAID, Figure, Role
from copydesk.facts.figures.roles import roles_of
from copydesk.facts.figures.scopes import scopes_of
from copydesk.facts.figures.times import time_of
from copydesk.facts.figures.values import is_figure
from copydesk.text import Amount, Analysis, Pair


def figures_of(text: Analysis) -> Iterator[Figure]:
    """Yield the figures of a text, without years."""
    amounts = _amounts(text)
    if not amounts:
        return
    roles = roles_of(text, amounts)
    found: list[Read] = []
    for amount in amounts:
        figure = _read(text, amount, roles.get(amount.core[0], "plain"))
        found.append((amount, _completed(text, found, amount, figure)))
    found = [_part_of_opening(text, one) for one in found]
    for place in range(len(found) - 1):
        (amount, figure), (high, known) = found[place : place + 2]
        if _is_range(text, amount, high):
            whole = {name: getattr(figure, name) or held for name, held in _same(known).items()}
            whole["role"] = known.role if figure.role == "plain" else figure.role
            found[place : place + 2] = (amount, replace(figure, **whole)), (high, replace(known, **whole))
    summed = {place: role for place, role in parts_of(text, found) if found[place][1].role in _OPEN}
    for place, (_, figure) in enumerate(found):
        yield replace(figure, role=summed[place]) if place in summed else figure


def bare_figures_of(text: Analysis) -> Iterator[Figure]:
    """Yield the figures of a text without noun, owner, time, role and scope: an eighth of the work."""
    return (figure_of(text, amount) for amount in _amounts(text))


def _amounts(text: Analysis) -> list[Amount]:
    read = figures_at(text, 0, len(text.tokens), MEASURES)
    return [_as_in_its_range(text, one) for one in read if is_figure(text, one)]


def _part_of_opening(text: Analysis, read: Read) -> Read:
    """Return a figure as a part of what its sentence begins with: “Of the money, £4m came from trusts.”"""
    amount, figure = read
    first, _ = text.tokens.sentence(amount.first)
    whole = text.phrases.group_at(first + 1) if text.tokens.lower(first) == "of" else None
    if whole is None or figure.noun or figure.role != "plain" or "#" in text.phrases.tags_of(whole):
        return read
    return amount, replace(figure, noun=text.phrases.noun(whole), owner="", owner_span=None, role="part")


def _read(text: Analysis, amount: Amount, role: Role) -> Figure:
    """Return a figure with what its own sentence says of it; the noun that it has from another is “…”."""
    what = counted(text, amount)
    owner = owner_of(text, amount, what)
    when = time_of(text, amount.first, amount.past)
    return replace(
        figure_of(text, amount),
        noun=UNSAID + what.noun if what.carried else what.noun,
        owner=owner.words if owner else "",
        owner_span=owner.span if owner else None,
        time=text.words(*when) if when else "",
        role=role,
        scope=scopes_of(text, amount),
    )


def _same(known: Figure) -> dict[str, Any]:
    """Return what two figures that say one thing have in common."""
    return {name: getattr(known, name) for name in ("noun", "owner", "owner_span", "time", "role")}


def _is_range(text: Analysis, low: Amount, high: Amount) -> bool:
    if low.kind != "percent" and text.tokens.lower(low.first - 1) == "by":
        return False  # by £2 to £15
    return any(
        isinstance(value, Pair) and value.kind == "range" and value.low.core == low.core
        for value in text.values.ending.get(high.past, ())
    )


def _as_in_its_range(text: Analysis, amount: Amount) -> Amount:
    """Return the first of “11 to 14 dollars” as the dollars that it is."""
    for value in text.values.starting.get(amount.first, ()):
        if isinstance(value, Pair) and value.kind == "range" and value.low.core == amount.core:
            return value.low
    return amount


_CLOSE = 3
_FAR = 20  # figures back, in which the noun of a bare one is looked for
_OPEN = frozenset(("plain", "to", "share", "whole"))
_LEVELS = frozenset(("from", "to", "by"))


def _completed(text: Analysis, before: list[Read], amount: Amount, figure: Figure) -> Figure:
    """Return a figure with what it has from those before it: a conversion all, a change and a bare count the noun."""
    if not before:
        return figure if figure.noun == UNSAID else replace(figure, noun=figure.noun.removeprefix(UNSAID))
    last, known = before[-1]
    if known.role == "by" and figure.role == "plain" and _is_level_at(text, last, amount):
        figure = replace(figure, role="to")  # 3.1 per cent higher at 286 pence
    if figure.role == "from" and known.role in ("share", "rate") and _is_compared(text, amount):
        figure = replace(figure, role=known.role, noun=figure.noun or known.noun, owner=figure.owner or known.owner)
    if _is_converted(text, last, amount):
        return replace(
            figure, noun=known.noun, owner=known.owner, owner_span=known.owner_span, time=known.time, role=known.role
        )
    if known.owner and _is_next_item(text, last, amount):
        figure = replace(figure, owner=known.owner, owner_span=known.owner_span)
    together = text.tokens.sentence_of[last.first] == text.tokens.sentence_of[amount.first]
    bare = not figure.noun or figure.noun.startswith(UNSAID)
    if bare and together and known.noun and _goes_on(text, last, known, amount, figure):
        whose = known if known.owner or figure.role in _LEVELS else figure
        again = figure.role == "plain" and text.tokens.lower(amount.first - 1) == "or"
        role = known.role if again else figure.role
        return replace(figure, noun=known.noun, owner=whose.owner, owner_span=whose.owner_span, role=role)
    return _with_noun(text, before, amount, figure, together)


def _with_noun(text: Analysis, before: list[Read], amount: Amount, figure: Figure, together: bool) -> Figure:
    """Return a figure with the noun of one before it, where its own words leave it open."""
    last, known = before[-1]
    if figure.noun == UNSAID and figure.kind == "count":
        source = _carried(text, before, amount)
        if source is None:
            return figure
        near = text.tokens.sentence_of[source[0].first] == text.tokens.sentence_of[amount.first]
        whose = source[1] if near and not figure.owner else figure
        return replace(figure, noun=source[1].noun, owner=whose.owner, owner_span=whose.owner_span)
    if figure.noun.startswith(UNSAID):
        alike = together and known.kind == figure.kind
        same = known.noun if alike or figure.noun == UNSAID else ""
        return replace(figure, noun=same or figure.noun.removeprefix(UNSAID))
    if not figure.noun and figure.role == "rest":
        return replace(figure, noun=next((one.noun for _, one in reversed(before) if one.kind == figure.kind), ""))
    if not figure.noun and together and amount.kind == "percent" == last.kind and known.role == "share":
        return replace(figure, noun=known.noun, role="share" if figure.role == "plain" else figure.role)
    return figure


def _goes_on(text: Analysis, last: Amount, known: Figure, amount: Amount, figure: Figure) -> bool:
    """Whether a figure is of what the one before it is of: rose 5 per cent to 40; 4.9 per cent, or £71 a year."""
    if figure.role in _LEVELS and (known.role in _LEVELS or figure.kind in ("percent", "points", known.kind)):
        return True
    if known.role == "by" and _is_level_at(text, last, amount):
        return True
    comma = text.tokens.text_at(amount.first - 2) == "," or amount.first - last.past <= 2
    return comma and text.tokens.lower(amount.first - 1) == "or"


def _is_level_at(text: Analysis, last: Amount, amount: Amount) -> bool:
    return text.tokens.lower(amount.first - 1) == "at" and amount.first - last.past <= _CLOSE


def _carried(text: Analysis, before: list[Read], amount: Amount) -> Read | None:
    """Return the count before one whose noun it has: the largest of the nearest sentence that has one."""
    last, known = before[-1]
    if known.kind == "count" and amount.first - last.past <= _CLOSE and text.tokens.lower(amount.first - 1) == "to":
        return before[-1]  # 28 votes to 17
    comma = text.phrases.group_at(amount.first - 2) if text.tokens.text_at(amount.first - 1) == "," else None
    if comma is not None and known.noun and comma.first <= last.core[0] < comma.past:
        return before[-1]  # 17 irregularities, four of them
    sentence = text.tokens.sentence_of[amount.first]
    found: Read | None = None
    for one, figure in reversed(before[-_FAR:]):
        shares = figure.kind == "percent" and figure.role == "share"
        if not figure.noun or figure.noun == UNSAID or not (figure.kind == "count" or shares):
            continue
        if found is not None and text.tokens.sentence_of[one.first] != sentence:
            break
        sentence = text.tokens.sentence_of[one.first]
        if found is None or (figure.kind == "count", figure.number.value) > (
            found[1].kind == "count",
            found[1].number.value,
        ):
            found = one, figure
    return found


def _is_next_item(text: Analysis, last: Amount, amount: Amount) -> bool:
    """Whether a figure is in the group after another's, with but a comma or “and” between: 12 men and 14 women."""
    group, following = text.phrases.group_at(last.core[0]), text.phrases.group_at(amount.core[0])
    if group is None or following is None or not 0 < following.first - group.past <= 2:
        return False
    return all(text.tokens.lower(at) in (",", "and", "or") for at in range(group.past, following.first))


def _is_compared(text: Analysis, amount: Amount) -> bool:
    """Whether a figure is set beside another: compared with 37 per cent, against 4p."""
    return any(
        text.tokens.lower(at) in ("compared", "against") for at in range(max(amount.first - 3, 0), amount.first)
    )


def _is_converted(text: Analysis, before: Amount, amount: Amount) -> bool:
    """Whether an amount gives the one before it in another unit: 80 km (50 miles), 6m euros, or about $7.1m."""
    if before.kind != amount.kind or before.kind not in ("money", "quantity") or before.unit == amount.unit:
        return False
    if not 0 < amount.first - before.past <= 4:
        return False
    return any(text.tokens.lower(at) in ("(", "[", "or") for at in range(before.past, amount.first))
