"""Ages: aged 34, 34 years old, a 34-year-old, three months of age."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from copydesk.text.tokens import Tokens
from copydesk.text.values.records import Amount

_HYPHENS = frozenset("-‐‑")
_UNITS = {form: unit for unit in ("year", "month", "week", "day") for form in (unit, f"{unit}s")}
_OLDEST = 130  # “aged 2,000” is no age of a person; with “years old” anything may be as old as it likes


def ages_of(tokens: Tokens, number: Amount) -> Iterator[Amount]:
    """Yield the age that a number is, by “aged” before it or “years old” behind it."""
    at = _past_hyphen(tokens, number.past)
    unit = _UNITS.get(tokens.lower(at), "")
    if unit and (past := _old(tokens, at + 1)):
        yield replace(number, kind="age", past=past, unit=unit)
    elif tokens.lower(number.first - 1) in ("between", "from") and tokens.lower(number.first - 2) == "aged":
        yield replace(number, kind="age", unit="year")
    elif tokens.lower(number.first - 1) in ("aged", "age") and 0 <= number.number <= _OLDEST:
        past, unit = (at + 1, unit) if unit else (number.past, "year")
        yield replace(number, kind="age", first=number.first - 1, past=past, unit=unit)


def _old(tokens: Tokens, at: int) -> int:
    """Return the index past “old”, “-olds” or “of age”; 0 if none of them is there."""
    if tokens.lower(at) == "of" and tokens.lower(at + 1) == "age":
        return at + 2
    at = _past_hyphen(tokens, at)
    return at + 1 if tokens.lower(at) in ("old", "olds") else 0


def _past_hyphen(tokens: Tokens, at: int) -> int:
    return at + 1 if tokens.text_at(at) in _HYPHENS and not tokens.space(at) else at
