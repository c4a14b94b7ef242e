"""The moments that a text names, with the tokens that they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from copydesk.facts.days import days_in
from copydesk.facts.elapsed.records import Moment, Scale
from copydesk.facts.figures import is_year
from copydesk.text import Amount, Analysis, Day, Time, Value


class Placed(NamedTuple):
    """A moment and its tokens, as of a slice."""

    first: int
    past: int
    moment: Moment


@lru_cache(maxsize=200)
def moments_in(text: Analysis) -> tuple[Placed, ...]:
    """Return the moments of a text in order; spans count its code points. Days that come again and again are none."""
    found = [*_days(text), *_times(text)]
    taken = {index for one in found for index in range(one.first, one.past)}
    found += (one for one in _months_and_years(text) if one.first not in taken)
    return tuple(sorted(found, key=lambda one: one.first))


def _days(text: Analysis) -> Iterator[Placed]:
    tokens = text.tokens
    for named in days_in(text):
        if named.weekday is None or not named.weekday.recurring:
            first, past = tokens.at(named.span.start), tokens.at(named.span.end - 1) + 1
            yield Placed(first, past, Moment(named.span, "day", day=named))


def _times(text: Analysis) -> Iterator[Placed]:
    past = 0
    for first, times in text.values.starting_of(Time).items():
        if first >= past:
            longest = max(times, key=lambda value: value.past)
            past = longest.past
            yield Placed(first, past, Moment(text.span(longest), "minute", time=longest))


def _months_and_years(text: Analysis) -> Iterator[Placed]:
    past = 0
    for first, values in text.values.starting.items():
        if first < past:
            continue
        months = [
            value for value in values if isinstance(value, Day) and value.month and value.year and not value.day
        ]
        if months:
            past = months[-1].past
            moment = Moment(text.span(months[-1]), "month", months[-1].year, months[-1].month)
            yield Placed(first, past, moment)
        elif seasons := [value for value in values if value.kind == "years" and not _is_two_years(text, value)]:
            past = seasons[0].past
        else:
            for value in values:
                if isinstance(value, Amount) and value.kind == "year" and is_year(text, value):
                    past = value.past
                    yield Placed(first, past, Moment(text.span(value), "year", int(value.number)))


def _is_two_years(text: Analysis, value: Value) -> bool:
    """Whether a span of years has both whole, 1980–1987; 2019-20 is a season."""
    return len(text.tokens.text(value.past - 1)) == len(text.tokens.text(value.first))


def last_before(placed: Sequence[Placed], scales: frozenset[Scale], first: int, past: int) -> Placed | None:
    """Return the last moment of these scales that ends between two tokens."""
    found = None
    for one in placed:
        if one.past > past:
            break
        if one.first >= first and one.moment.scale in scales:
            found = one
    return found


def first_after(placed: Sequence[Placed], scales: frozenset[Scale], first: int, past: int) -> Placed | None:
    """Return the first moment of these scales that begins between two tokens."""
    return next((one for one in placed if first <= one.first < past and one.moment.scale in scales), None)
