"""Changes as their figures are told: those in one clause, by their roles, make one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from copydesk.facts.figures import Figure, figure_of, figures_at
from copydesk.facts.figures.changes import CLAUSE, Changing, changes_of, direction_before, is_told
from copydesk.facts.percentages.factors import Factor, factors_of
from copydesk.facts.percentages.records import Change
from copydesk.text import Amount, Analysis

_FAR = 22  # tokens between two figures of one change
_STOPS = frozenset(";:.!?")
_EXTREMES = frozenset("low high peak record par".split())


@dataclass
class _Draft:
    """A change while its figures are being collected."""

    direction: int = 0
    percent: Changing | None = None
    by: Changing | None = None
    before: Changing | None = None
    after: Changing | None = None
    factor: Factor | None = None
    first: int = 0
    past: int = 0
    rate_first: bool = field(default=False)

    def takes(self, role: str, one: Changing) -> bool:
        """Take a figure in, if its role is still free."""
        if getattr(self, role) is not None:
            return False
        setattr(self, role, one)
        self.past = max(self.past, one.past)
        self.direction = self.direction or one.direction
        return True

    @property
    def has_levels(self) -> bool:
        return self.before is not None and self.after is not None


def changes_in(text: Analysis) -> Iterator[Change]:
    """Yield the changes of a text."""
    factors = list(factors_of(text))
    draft: _Draft | None = None
    for one in changes_of(text):
        if any(factor.first <= one.figure.first < factor.past for factor in factors):
            continue  # the 3 of “3 times as much”
        if draft is not None and not _is_near(text, draft, one):
            yield from _finished(text, draft)
            draft = None
        if draft is None:
            draft = _begun(text, factors, one)
        elif not _goes_on(text, draft, one):
            yield from _finished(text, draft)
            draft = _begun(text, factors, one)
    if draft is not None:
        yield from _finished(text, draft)


def _begun(text: Analysis, factors: Sequence[Factor], one: Changing) -> _Draft:
    draft = _Draft(first=one.first, past=one.past)
    sentence = text.tokens.sentence(one.first)[0]
    near = (each for each in reversed(factors) if 0 <= one.first - each.past <= 12 and each.first >= sentence)
    draft.factor = next(near, None)
    draft.takes(_slot(one), one)
    if draft.factor is not None:
        draft.direction = 0
    elif not draft.direction:
        draft.direction = direction_before(text, one.first)
    draft.rate_first = one.role == "by"
    return draft


def _slot(one: Changing) -> str:
    if one.role in ("to", "level"):
        return "after"
    if one.role == "from":
        return "before"
    if one.role in ("by", "again"):
        return "percent" if _is_relative(one.figure) else "by"
    return one.role


def _is_relative(figure: Amount) -> bool:
    return figure.kind in ("percent", "points")


def _is_near(text: Analysis, draft: _Draft, one: Changing) -> bool:
    """Whether a figure is told in the clause of the ones before it."""
    tokens = text.tokens
    if tokens.sentence_of[one.figure.first] != tokens.sentence_of[draft.past - 1]:
        return _is_told_next(text, draft, one)
    if one.first - draft.past > _FAR:
        return False
    return one.sure or not any(_breaks(text, index) for index in range(draft.past, one.first))


def _breaks(text: Analysis, index: int) -> bool:
    """Whether a token ends the clause that a change is told in, or begins another change."""
    word = text.tokens.lower(index)
    if word in _STOPS or is_told(text, index, word):
        return True
    return word in CLAUSE and not _joins(text.tokens.lower(index + 1))


def _is_told_next(text: Analysis, draft: _Draft, one: Changing) -> bool:
    """Whether the next sentence begins by saying how much a change was: “That was a rise of 5%.”"""
    first, _ = text.tokens.sentence(one.figure.first)
    next_one = text.tokens.sentence_of[one.figure.first] == text.tokens.sentence_of[draft.past - 1] + 1
    referring = text.tokens.lower(first) in ("that", "this", "it") and one.first - first <= 5
    definite = one.sure and text.tokens.lower(one.first - 1) == "the"
    alike = not draft.direction or draft.direction == one.direction
    return next_one and (referring or (definite and alike)) and one.role == "by" and draft.has_levels


def _joins(following: str) -> bool:
    """Whether “and” or “or” only joins two ways of saying how much: “and from 40”, “or by 5%”."""
    return following in ("from", "to", "by")


def _goes_on(text: Analysis, draft: _Draft, one: Changing) -> bool:
    """Take a figure into a change that has begun; say whether it belongs there."""
    if one.role == "again":
        if _is_converted(draft, one):
            draft.past = one.past + 1
            return True
        return _is_again(text, draft, one) and draft.takes(_slot(one), one)
    if one.role == "by":
        if one.past <= draft.past or one.first < draft.first:  # “2.43 points or 0.12 percent lower”, “from 3 by 5%”
            return draft.takes(_slot(one), one)
        turned = draft.direction and one.direction and draft.direction != one.direction
        if turned and not (one.sure and draft.has_levels and draft.percent is None):
            return False
        if one.sure or draft.percent is not None or draft.has_levels or draft.after is not None:
            if turned:
                draft.direction = one.direction
            return draft.takes(_slot(one), one)
        return False
    if one.role == "to" and draft.before is not None and draft.after is not None:
        if draft.before.past == one.first:
            draft.before = None  # “from an estimate of 45 to 50”: a range
        return False
    if one.role == "from" and draft.percent and draft.after and _is_extreme(text, one):
        return False  # “rose 5 per cent to 20, from a low of 12 in March”
    return draft.takes(_slot(one), one)


def _is_again(text: Analysis, draft: _Draft, one: Changing) -> bool:
    """Whether a figure after “or” says again how much it is, rather than a share or another level."""
    after = text.tokens.lower(one.figure.past)
    if after in ("a", "per", "each") or (after in ("of", "in") and one.figure.kind == "percent"):
        return False
    if not _is_relative(one.figure):
        return draft.percent is not None and draft.by is None
    return draft.by is not None or draft.has_levels


def _is_converted(draft: _Draft, one: Changing) -> bool:
    """Whether a figure in brackets gives a level in another currency: $1.13bn (£600m)."""
    levels = [each.figure for each in (draft.before, draft.after) if each is not None]
    return any(each.kind == "money" == one.figure.kind and each.unit != one.figure.unit for each in levels)


def _is_extreme(text: Analysis, one: Changing) -> bool:
    beyond = text.tokens.lower(one.first) in ("below", "above")
    return not beyond and any(text.tokens.lower(index) in _EXTREMES for index in range(one.first, one.figure.first))


def _finished(text: Analysis, draft: _Draft) -> Iterator[Change]:
    """Yield the change if enough of it is known to work it out, and its figures are of one kind."""
    given = {
        name: figure_of(text, one.figure) if (one := getattr(draft, name)) else None
        for name in ("percent", "by", "before", "after")
    }
    if given["after"] is None and draft.before is not None and draft.percent is not None:
        given["after"] = _compared(text, draft)
    before, after, percent, by = given["before"], given["after"], given["percent"], given["by"]
    if by and not percent and by.unit == "point" and after and after.kind == "percent":
        percent, by = replace(by, kind="points"), None  # up 20 points, from 30% to 36%
    if before and after and after.kind == "percent" and before.kind == "count" and not before.unit:
        before = replace(before, kind="percent", unit=after.unit)  # from 40 to 50 per cent
    levels = [figure for figure in (before, after) if figure is not None]
    enough = len(levels) == 2 or (len(levels) == 1 and percent is not None and by is not None)
    if not enough or not _alike(*levels, *filter(None, [by])):
        return
    if len(levels) == 2 and not draft.direction and percent is None and draft.factor is None:
        return
    factor = draft.factor
    yield Change(
        0 if factor else draft.direction, percent, by, before, after, factor.times if factor else 0.0,
        factor.hedge if factor else "",
    )  # fmt: skip


def _compared(text: Analysis, draft: _Draft) -> Figure | None:
    """Return what is so much more or less than the level before it: the 48 of “48, 5 per cent more than the 45”."""
    assert draft.before is not None
    assert draft.percent is not None
    rate, old = draft.percent.figure, draft.before.figure
    compares = text.tokens.lower(draft.before.first) in ("than", "below", "above", "on")
    if (
        draft.percent.role != "by"
        or rate.past > draft.before.first
        or not (compares or draft.percent.first < rate.first)
    ):
        return None
    first, _ = text.tokens.sentence(rate.first)
    near = (each for each in figures_at(text, max(first, rate.first - _FAR), rate.first) if each.kind == old.kind)
    alike = [each for each in near if each.unit == old.unit]
    return figure_of(text, alike[-1]) if len(alike) == 1 else None


def _alike(*figures: Figure) -> bool:
    """Whether figures count the same thing, as far as the words say."""
    # “to 92 million francs from 61 million”: what has no unit takes that of the other.
    telling = [figure for figure in figures if figure.kind != "count" or figure.number.step < 1000 or figure.unit]
    kinds = {figure.kind for figure in telling}
    units = {figure.unit for figure in figures if figure.unit and figure.kind == "money"}
    plain = {unit[-1:] for unit in units} if units & {"$", "£"} else units  # $5 beside S$60
    return (len(kinds) <= 1 or kinds <= {"percent", "points"}) and len(plain) <= 1
