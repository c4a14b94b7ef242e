"""The tags that are not left to words: values, times, hedges of numbers, and what hyphens join."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from copydesk.text.lexicons import lexicon
from copydesk.text.parts_of_speech import tags_of
from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.values import Amount, Value, Values
from copydesk.text.words import CAPITALISED, MIXED, UPPER

CAPITALS = CAPITALISED + UPPER + MIXED
_CLOCK = frozenset(("date", "weekday", "time", "year", "years", "decade", "season", "quarter"))
_BEFORE_TIMES = frozenset("last next this past previous every each following".split())
_BEFORE_MONTHS = frozenset(
    "in since last next this by until till from to early late mid of during after between".split()
)
_HYPHENS = frozenset("-‐‑")


def fixed_tags(tokens: Tokens, values: Values, first: int, past: int, lowers: Sequence[str]) -> dict[int, str]:
    """Return the tags of what is not left to words: values, and compounds with hyphens."""
    fixed: dict[int, str] = {}
    starting, spans = values.starting, _spans()
    for at in range(first, past):
        if at in starting and at - first not in fixed:
            given = [value for value in starting[at] if value.kind not in ("range", "score")]
            fixed |= _of_values(tokens, given, first) if given else {}
    before = ""
    for at, lower in enumerate(lowers, first):
        if lower in _HYPHENS:
            joined = at > first and not tokens.space(at) and at + 1 < past and not tokens.space(at + 1)
            if joined and fixed.get(at - first) != "T":
                fixed |= _compound(tokens, fixed, at, first, past)
        elif lower in spans and before in _BEFORE_TIMES:
            fixed[at - 1 - first] = fixed[at - first] = "T"
        elif lower in _months() and at - first not in fixed and _is_month(tokens, at):
            fixed[at - first] = "T"
        before = lower
    return fixed


@cache
def _spans() -> frozenset[str]:
    """The words of time that “last” or “this” makes a time of: last year, this autumn."""
    calendar = table("calendar")
    return frozenset((*calendar["spans"], *calendar["seasons"], "night", "weekend", "term", "evening", "season"))


@cache
def _months() -> frozenset[str]:
    return frozenset(table("calendar")["months"])


def _is_month(tokens: Tokens, at: int) -> bool:
    """Whether a word is a month: not a modal verb, and not a person unless “in” or the like is before."""
    if tokens.kinds[at] not in CAPITALS:
        return False
    between = tokens.lower(at - 1) == "and" and tokens.lower(at - 2) in _months()
    return between or len(tokens.text(at)) > 5 or tokens.lower(at - 1) in _BEFORE_MONTHS


def _of_values(tokens: Tokens, starting: Sequence[Value], first: int) -> dict[int, str]:
    longest = max(starting, key=lambda value: (value.past, value.kind != "number"))
    at = longest.first
    if any(value.kind == "year" for value in starting) and longest.kind in ("year", "number", "years"):
        counts = tags_of(tokens.lower(longest.past))[0] == "S" and "," not in tokens.text(at)
        return {} if counts else dict.fromkeys(range(at - first, longest.past - first), "T")
    if longest.kind in _CLOCK:
        if longest.kind in ("date", "weekday") and tokens.text(at).islower() and not tokens.text(at)[0].isdigit():
            return {}  # may, march, sun
        return dict.fromkeys(range(at - first, longest.past - first), "T")
    if longest.kind == "ordinal":
        return dict.fromkeys(range(at - first, longest.past - first), "J")
    past = longest.past
    if isinstance(longest, Amount) and longest.kind in ("duration", "age", "quantity"):
        if longest.words and tokens.lower(at) in ("a", "an", "another"):
            return {}
        past = longest.core[1] if longest.kind == "duration" else past
    if tokens.lower(at) in ("a", "an") and past == at + 1:
        return {}
    return _hedges(tokens, at, first) | dict.fromkeys(range(at - first, past - first), "#")


def _hedges(tokens: Tokens, at: int, first: int) -> dict[int, str]:
    """Tag what says how exact a number is as an adverb: about 40, more than 40, as many as 40."""
    start = at
    for size in (3, 2, 1, 1):
        if start - size >= first and " ".join(map(tokens.lower, range(start - size, start))) in _hedge_phrases():
            start -= size
    return dict.fromkeys(range(start - first, at - first), "R")


@cache
def _hedge_phrases() -> frozenset[str]:
    words = lexicon("hedge_about") | lexicon("hedge_over") | lexicon("hedge_under") | {"just", "only", "well"}
    compared = (f"{no}{more} than" for no in ("", "no ") for more in ("more", "less", "fewer"))
    return words.union(compared, ("at least", "at most", "up to", "close to", "as many as", "as much as"))


def _compound(tokens: Tokens, fixed: dict[int, str], hyphen: int, first: int, past: int) -> dict[int, str]:
    """Tag what a hyphen joins: it describes a noun if one follows, else only its last word is the noun."""
    last = hyphen + 1
    left = hyphen - 1 - first
    if fixed.get(left) == fixed.get(hyphen - first) == "#":
        return {}  # 5-4, three-quarters
    found = {hyphen - first: "J"}
    if left not in fixed or fixed[left] == "P":
        found[left] = "J" if tokens.kinds[hyphen - 1] not in CAPITALS else "P"
    if last - first not in fixed:
        following = tags_of(tokens.lower(last + 1)) if last + 1 < past and tokens.space(last + 1) else "."
        tags = tags_of(tokens.lower(last))
        goes_on = tokens.text_at(last + 1) in _HYPHENS and not tokens.space(last + 1)
        if goes_on or tags[0] in "AGEJ" or following[0] in "NSJ":
            found[last - first] = "J"
    return found
