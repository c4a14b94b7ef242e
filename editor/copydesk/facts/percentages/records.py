"""What is found of percentages: changes and shares."""

from __future__ import annotations

import msgspec

from copydesk.facts.figures import Figure


class Change(msgspec.Struct, frozen=True):
    """Something rose or fell: `direction` is 1 or -1, or 0 where the words do not say.

    `percent` (in per cent, or in percentage points), `by`, `before` and `after` are what the copy gives of it.
    `factor` is 2 for “doubled”, 0.5 for “halved”; `hedge` says how that is meant (“more than doubled”).
    """

    direction: int
    percent: Figure | None = None
    by: Figure | None = None
    before: Figure | None = None
    after: Figure | None = None
    factor: float = 0.0
    hedge: str = ""


class Share(msgspec.Struct, frozen=True):
    """A part of a whole that is also given in per cent."""

    portion: Figure
    whole: Figure
    percent: Figure


class Percentages(msgspec.Struct, frozen=True):
    """All percentages of an article that can be worked out again."""

    changes: tuple[Change, ...] = ()
    shares: tuple[Share, ...] = ()
