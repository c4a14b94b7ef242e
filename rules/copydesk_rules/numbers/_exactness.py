"""Between which values the figure that was rounded may lie."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.facts.figures import Figure


class Range(NamedTuple):
    """The least and the greatest value that something may have."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        return self.low <= other.high and other.low <= self.high


def level(figure: Figure) -> Range:
    """Return what a level (before, after, a whole) may have been before rounding.

    A count in full, such as 40, is taken at its word; round thousands, decimals, money and per cent may be rounded.
    """
    number = figure.number
    half = float(number.step) / 2
    if number.hedge or (number.step == 1 and figure.value >= 1000 and figure.value % 100 == 0):
        half = max(half, min(float(number.round_step) / 2, 0.05 * abs(figure.value)))
    elif number.step == 1 and figure.kind == "count":
        half = 0.0
    return Range(abs(figure.value) - half, abs(figure.value) + half)


def stated(figure: Figure) -> Range:
    """Return what a result, as stated, may stand for: rounded or cut off at its last digit, or beyond it."""
    number, value = figure.number, abs(figure.value)
    step = float(number.step)
    if number.form == "figures" and number.hedge:
        step = max(step, min(float(number.round_step), 0.05 * value))
    if number.hedge == "over":
        return Range(value - step, value * 1.35 + step)
    if number.hedge == "under":
        return Range(value * 0.7 - step, value + step)
    if number.hedge == "about":
        return Range(value * 0.87 - step, value * 1.13 + step)
    # Rounded, it lies within half a step; cut off at its last digit, up to a step above.
    return Range(value - step / 2 - 1e-9, value + step * (1 if value >= 3 * step or step < 1 else 0.75) + 1e-9)
