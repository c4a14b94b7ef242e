"""Two amounts that make one value: ranges, spans of years, scores."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from copydesk.text.lexicons import lexicon
from copydesk.text.tokens import Tokens
from copydesk.text.values.records import Amount, Pair, Value

_DASHES = frozenset("-‐‑–—")
_HIGHEST_SCORE = 250


def pairs_of(tokens: Tokens, low: Amount, starting: dict[int, list[Value]]) -> Iterator[Pair]:
    """Yield the pairs that an amount begins. `starting` has the amounts by their first token."""
    if low.kind == "number" and tokens.lower(low.past) == "for":
        yield from _runs_for_wickets(tokens, low, starting)
        return
    dash = tokens.text_at(low.past) in _DASHES
    past = low.past + 1
    if not dash and tokens.lower(low.past) not in ("to", "and", "or"):
        return
    for high in starting.get(past, ()):
        if isinstance(high, Amount) and _go_together(low, high):
            yield from _as_range(tokens, low, high, dash)
            if dash and low.kind == high.kind == "number":
                yield from _as_score(low, high)


def _go_together(low: Amount, high: Amount) -> bool:
    """Whether two amounts may be of one range: alike, or the first without what the second says for both."""
    if low.kind == high.kind:
        return low.unit == high.unit or not low.unit or not high.unit
    if low.kind == "year":
        return high.kind == "number"  # 2019-20
    kinds = {low.kind, high.kind}
    return "number" in kinds and kinds <= {"number", "money", "percent", "points", "duration", "quantity", "age"}


def _as_range(tokens: Tokens, low: Amount, high: Amount, dash: bool) -> Iterator[Pair]:
    joint = tokens.lower(low.past)
    first = low.first
    if joint == "and":
        if tokens.lower(first - 1) != "between":
            return
        first -= 1
    elif joint == "to" and tokens.lower(first - 1) == "from":
        return  # from 40 to 50: a change as often as a range; a pattern says which
    if low.kind == "year":
        if dash and (years := _years(low, high)):
            yield Pair(kind="years", first=first, past=high.past, low=years[0], high=years[1])
        return
    low, high = _scaled_alike(low, high)
    if low.number < high.number:
        yield Pair(kind="range", first=first, past=high.past, low=low, high=high)


def _scaled_alike(low: Amount, high: Amount) -> tuple[Amount, Amount]:
    """Give each of “5-7 million”, “$5-7bn”, “5 to 7 per cent” what is only written at the other."""
    if low.number < high.step <= high.number and low.number * high.step < high.number:
        low = replace(low, number=low.number * high.step, step=low.step * high.step)
    if low.kind == "number":
        return replace(low, kind=high.kind, unit=high.unit), high
    return low, replace(high, kind=low.kind, unit=low.unit)


def _years(low: Amount, high: Amount) -> tuple[Amount, Amount] | None:
    """Read 2019-20, 2019-2020 as years; None where the second is before the first."""
    if high.kind == "year":
        return (low, high) if high.number > low.number else None
    if high.kind != "number" or not 0 <= high.number <= 99 or high.step != 1 or high.past - high.first != 1:
        return None
    number = low.number - low.number % 100 + high.number
    if number <= low.number:
        if low.number % 100 < 90 or high.number > 15:
            return None  # 2024-03 is a month
        number += 100
    return low, replace(high, kind="year", number=number)


def _as_score(low: Amount, high: Amount) -> Iterator[Pair]:
    whole = low.step == high.step == 1 and Decimal(0) <= min(low.number, high.number)
    if whole and max(low.number, high.number) <= _HIGHEST_SCORE:
        yield Pair(kind="score", first=low.first, past=high.past, low=low, high=high)


_MOST_WICKETS = 9  # the tenth is “all out”


def _runs_for_wickets(tokens: Tokens, runs: Amount, starting: dict[int, list[Value]]) -> Iterator[Pair]:
    """Read cricket's “49 for three”, where nothing is counted behind it: not “49 for three days”."""
    for wickets in starting.get(runs.past + 1, ()):
        if not isinstance(wickets, Amount) or wickets.kind != "number" or wickets.unit or runs.step != 1:
            continue
        after = tokens.lower(wickets.past)
        counts = after.isalpha() and not (after in lexicon("preposition") or after in lexicon("conjunction"))
        whole = wickets.step == 1 and 0 < wickets.number <= _MOST_WICKETS and 0 <= runs.number < 1_000
        if whole and not counts and after not in ("%", "-", "/"):
            yield Pair(kind="score", first=runs.first, past=wickets.past, low=runs, high=wickets)
