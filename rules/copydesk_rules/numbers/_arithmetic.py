"""The sums behind percentages, on what figures may have been before they were rounded."""

from __future__ import annotations

from copydesk.facts.figures import Figure
from copydesk.facts.percentages import Change
from copydesk_rules.numbers._exactness import Range, level, stated


def change_between(before: Range, after: Range) -> Range:
    """Return by how many per cent something changed, up or down."""
    if before.low <= 0:
        return Range(0.0, 0.0)
    ends = [(new - old) / old * 100 for old in before for new in after]
    low, high = min(ends), max(ends)
    if low <= 0 <= high:
        return Range(0.0, max(-low, high))
    return Range(min(abs(low), abs(high)), max(abs(low), abs(high)))


def share_of(part: Range, whole: Range) -> Range:
    """Return what per cent of a whole a part is."""
    return Range(part.low / whole.high * 100, part.high / whole.low * 100) if whole.low > 0 else Range(0.0, 0.0)


def start_level(change: Change) -> Range | None:
    """Return the level that a change was worked out from: the old one, or the new one less the difference."""
    assert change.by is not None
    if change.before is not None:
        return level(change.before)
    assert change.after is not None
    after, by = level(change.after), level(change.by)
    if not change.direction or (change.direction > 0 and change.by.value >= change.after.value):
        return None
    if change.direction > 0:
        return Range(after.low - by.high, after.high - by.low)
    return Range(after.low + by.low, after.high + by.high)


def differs_by(before: Figure, after: Figure, percent: Figure) -> bool:
    """Whether a percentage is the difference between two others, and no percentage of the first."""
    difference = abs(after.value - before.value)
    relative = change_between(level(before), level(after))
    return abs(difference - percent.value) < float(percent.number.step) / 2 and not relative.meets(stated(percent))
