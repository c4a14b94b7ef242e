"""What an article says of when somebody was born, how old they were and when, and when they died."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from copydesk.article import Span
from copydesk.facts.elapsed.records import Moment

Said = Literal["born", "died", "age", "birthday"]
When = Literal["then", "now", "death", "last month", "last year", "this year", "next month", "next year"]


class Statement(msgspec.Struct, frozen=True):
    """A birth, a death, an age (“aged 97”), or a birthday (“turned 70 in 2024”); of whom, the place says.

    `span` is the figure or the date. `moment` is when, if the copy says it; else `when` says what to go by: the day
    of writing, the death, or the month or year before it. The person is the one spoken of right before the offset
    `near` of the sentence `sentence`, or, with `follows`, right after it.
    """

    span: Span
    said: Said
    sentence: Span
    near: int
    years: int = 0
    moment: Moment | None = None
    when: When = "then"
    follows: bool = False


@dataclass(frozen=True, eq=False)
class Life:
    """A person's name with the statements about their years, in the order of the text."""

    name: str
    statements: tuple[Statement, ...]


class Days(NamedTuple):
    """A stretch of days, the first and the last one in it."""

    first: date
    last: date
