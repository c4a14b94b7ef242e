"""What holds of a figure besides its value: each, at least or at most, in a quotation, or not yet."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from copydesk.facts.figures.records import Scope
from copydesk.text import Amount, Analysis, lexicon

_LEAST, _MOST = (
    frozenset(("at least", "no fewer", "no less", "minimum of")),
    frozenset(("at most", "up to", "no more")),
)
_NEAR = 3
_AHEAD = 25  # tokens from the word that says that something is to come


def scopes_of(text: Analysis, amount: Amount) -> tuple[Scope, ...]:
    """Return what holds of an amount."""
    tokens = text.tokens
    found: list[Scope] = []
    before = [tokens.lower(at) for at in range(max(amount.first - _NEAR, 0), amount.first)]
    pairs = {" ".join(before[at : at + 2]) for at in range(len(before) - 1)}
    if tokens.lower(amount.past) in ("each", "apiece") or "each" in before:
        found.append("each")
    if pairs & _LEAST:
        found.append("least")
    if pairs & _MOST:
        found.append("most")
    if _is_quoted(text, amount.first):
        found.append("quoted")
    if _is_forecast(text, amount):
        found.append("forecast")
    return tuple(found)


def _is_quoted(text: Analysis, at: int) -> bool:
    spans = _quoted(text)
    place = bisect_right(spans, (at, len(text.tokens))) - 1
    return place >= 0 and at < spans[place][1]


@lru_cache(maxsize=64)
def _quoted(text: Analysis) -> tuple[tuple[int, int], ...]:
    """Return the tokens between quotation marks; a quotation that is left open goes on to the end."""
    spans: list[tuple[int, int]] = []
    start = -1
    if not any(mark in text.tokens.words for mark in '“”"'):
        return ()
    for at, mark in enumerate(map(text.tokens.text, range(len(text.tokens)))):
        if mark not in ("“", "”", '"'):
            continue
        if start < 0 and mark != "”":
            start = at
        elif start >= 0 and mark != "“":
            spans.append((start, at))
            start = -1
    return (*spans, *([(start, len(text.tokens))] if start >= 0 else []))


def _is_forecast(text: Analysis, amount: Amount) -> bool:
    """Whether the clause says what is to come: will, expected to, forecast."""
    clause, to_come = text.phrases.clause_at(amount.first), lexicon("forecast")
    before = range(max(clause.first, amount.first - _AHEAD), amount.first)
    return any(text.phrases.tag(at) == "M" or text.tokens.lower(at) in to_come for at in before)
