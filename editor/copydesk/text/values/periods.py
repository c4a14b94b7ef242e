"""Parts of a year: seasons with their year, and quarters of it."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.values.calendar import year_number
from copydesk.text.values.records import Period

_HYPHENS = frozenset("-‐‑")
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def periods_at(tokens: Tokens, first: int) -> Iterator[Period]:
    """Yield the season or quarter that begins with a token: summer 2019, Q3 2024, third quarter (of 2024)."""
    lower = tokens.lower(first)
    if lower.isdecimal() and lower not in _NUMBERS:
        return
    if season := table("calendar")["seasons"].get(lower):
        fell = tokens.lower(first + 1) == "of" and tokens.lower(first - 1) in ("a", "an")  # a fall of 2000 feet
        if not fell and (year := _year(tokens, first + 1)):
            yield Period(kind="season", first=first, past=year[1], number=season, year=year[0])
        return
    if (quarter := _quarter(tokens, first)) is not None:
        number, past = quarter
        yield Period(kind="quarter", first=first, past=past, number=number)
        if year := _year(tokens, past):
            yield Period(kind="quarter", first=first, past=year[1], number=number, year=year[0])


def _quarter(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Read “Q3”, “3Q”, “third quarter”, “third-quarter”: its number and the index past it."""
    following = tokens.text_at(first + 1)
    if tokens.text_at(first) == "Q":
        glued = following in ("1", "2", "3", "4") and not tokens.space(first + 1)
        return (int(following), first + 2) if glued else None
    number = _NUMBERS.get(tokens.lower(first), 0)
    if number and following == "Q" and not tokens.space(first + 1):
        return number, first + 2
    at = first + 1
    if tokens.lower(first).isdecimal():
        if tokens.lower(at) not in ("st", "nd", "rd", "th") or tokens.space(at):
            return None
        at += 1
    at += tokens.text_at(at) in _HYPHENS
    return (number, at + 1) if number and tokens.lower(at) == "quarter" else None


def _year(tokens: Tokens, at: int) -> tuple[int, int] | None:
    at = at + 1 if tokens.lower(at) in ("of", ",") else at
    year = year_number(tokens, at)
    return (year, at + 1) if year and tokens.space(at) else None
