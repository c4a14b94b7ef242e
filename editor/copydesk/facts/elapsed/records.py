"""A count of time and the two moments that it lies between, as the copy gives them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from copydesk.article import Span
from copydesk.facts.days import NamedDay
from copydesk.text import Time
from copydesk.text.values import Hedge

Scale = Literal["minute", "day", "month", "year"]
Counted = Literal["between", "ago", "anniversary", "running"]


class Moment(msgspec.Struct, frozen=True):
    """A moment that copy names, as finely as it does: a time of day, a day, a month with its year, or a year."""

    span: Span
    scale: Scale
    year: int = 0
    month: int = 0
    day: NamedDay | None = None
    time: Time | None = None


class Stretch(msgspec.Struct, frozen=True):
    """From one moment to another: “from 2008 to 2016”, “2008–2016”. `span` takes in both."""

    span: Span
    begin: Moment
    end: Moment


class Interval(msgspec.Struct, frozen=True):
    """A few days beside another moment or the day of writing: “less than a week after”, “two days ago”.

    `longest` is the most days it may be; `limit` says that it is less: “less than”, “within”.
    """

    span: Span
    longest: int
    limit: bool


class Elapsed(msgspec.Struct, frozen=True):
    """So much time between two moments: “eight years, from 2008 to 2016”, “20 minutes after … at 3.10am”.

    `span` is the figure of the count (for an anniversary all its words), `way` the word that says on which side of
    `begin` or `end` the other is (“after”). `begin` is None where it is not said, `end` where it is the day of
    writing. `counted` is what is counted: time between two moments, time before the day of writing, an anniversary,
    or the year or month that something is in (“its 40th year”). `shift` says how many years before the day of writing
    (“last year”), or past it, is meant, at least and at most. `limit` says that it is less than the count;
    `far` that another sentence has the beginning, which is known by a noun that both have.
    """

    span: Span
    count: Decimal
    unit: str
    hedge: Hedge
    counted: Counted
    begin: Moment | None
    end: Moment | None
    way: Span | None = None
    shift: tuple[int, int] = (0, 0)
    limit: bool = False
    far: bool = False


class Beginning(msgspec.Struct, frozen=True):
    """When something began (“Sudan's war began on April 15, 2023”), with the nouns of the words before that."""

    moment: Moment
    nouns: frozenset[str]


class Running(msgspec.Struct, frozen=True):
    """An anniversary, or a running year or month, of which the sentence does not say what it is counted from."""

    count: Elapsed
    nouns: frozenset[str]


class Times(msgspec.Struct, frozen=True):
    """The counts of time of an article, its stretches from one moment to another, and its intervals of days."""

    counts: tuple[Elapsed, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    intervals: tuple[Interval, ...] = ()
    beginnings: tuple[Beginning, ...] = ()
    running: tuple[Running, ...] = ()
