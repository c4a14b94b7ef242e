"""Which amounts of a text are figures, and what kind each is: money, a percentage, a year, a count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from copydesk.facts.figures.records import Figure, FigureKind
from copydesk.facts.numbers import Form, Number
from copydesk.text import Amount, Analysis, singular
from copydesk.text.tables import table

_NO_NOUNS = frozenset(
    """
    the a an in of from to for and at on last by or this per out as with than but that who which after before
    since while when was were is are had has have its his her their more less other so if into over under up
    down
""".split()
)


def figures_in(text: Analysis) -> Iterator[Figure]:
    """Yield the figures of a text, one at each place: the reading that takes in most of the words."""
    yield from (figure_of(text, amount) for amount in figures_at(text, 0, len(text.tokens)))


def figures_at(
    text: Analysis, first: int, last: int, kinds: Mapping[str, FigureKind] | None = None
) -> Iterator[Amount]:
    """Yield the amounts that are figures and begin between two tokens, one at each place.

    Ordinals, times of day, dates in figures, decades and figures in a name (F-16) are none. `kinds` are those of
    values that are wanted, if not those of counts, money, percentages and years.
    """
    kinds = kinds or KINDS
    past, starting = 0, text.values.starting
    for at in range(first, last):
        values = starting.get(at)
        if at < past or not values or _is_in_name(text, at):
            continue
        longest = max(values, key=lambda value: (value.past, value.kind not in ("number", "score", "range")))
        in_figures = longest.kind == "date" and text.tokens.text(at)[0].isdecimal()
        if longest.kind in ("ordinal", "time", "decade") or in_figures:
            past = longest.past
            continue
        amounts = [value for value in values if isinstance(value, Amount) and value.kind in kinds]
        if not amounts:
            continue
        if years := [value for value in amounts if value.kind == "year" and is_year(text, value)]:
            amounts = years
        best = max(amounts, key=lambda value: (value.past, _RANK[value.kind]))
        past = best.past
        yield best


_RANK = {"number": 1, "fraction": 2, "year": 0, "money": 3, "percent": 3, "points": 3, "quantity": 3, "duration": 3,
         "age": 4}  # fmt: skip


_BEFORE_YEARS = frozenset(
    """in since from to until till by of between and year years during before after for than on through late early mid
    the fiscal season summer winter spring autumn fall around circa back his her its their a or born founded
    established""".split()
)
_SURELY_BEFORE_YEARS = frozenset("- – — / ( , ; . the".split())
_OF_TIME = frozenset("in from to until since between during".split())


@cache
def _months() -> frozenset[str]:
    return frozenset(table("calendar")["months"])


def is_year(text: Analysis, figure: Amount) -> bool:
    """Whether a number is a year rather than a count: “in 2004”, “the 2004 vote”, not “2,004” nor “2004 people”."""
    tokens, first = text.tokens, figure.first
    kinds = {value.kind for value in text.values.starting[first]}
    if figure.kind not in ("number", "year") or not kinds & {"year", "decade"}:
        return False
    before, following = tokens.lower(first - 1), tokens.lower(figure.past)
    if not before or before in _SURELY_BEFORE_YEARS or kinds & {"years", "decade"}:
        return True
    owning = tokens.text_at(figure.past + 1) in ("'", "’")
    counted = following.isalpha() and singular(following) != following and not owning
    if counted and before not in _OF_TIME:
        return False
    return before in _BEFORE_YEARS or before in _months() or not before.isalpha()


def _is_in_name(text: Analysis, first: int) -> bool:
    """Whether a token is glued to letters before it, or to a figure by a colon or a slash: F-16, A4, 10:30, 24/7."""
    tokens = text.tokens
    if first == 0 or tokens.space(first):
        return False
    if tokens.text(first - 1)[0].isalpha():
        return True
    if first == 1 or tokens.space(first - 1):
        return False
    joint, before = tokens.text(first - 1), tokens.text(first - 2)
    return (joint in "-‐‑" and before[0].isalpha()) or (joint in ":/" and before[0].isdecimal())


KINDS: dict[str, FigureKind] = {"number": "count", "fraction": "count", "money": "money", "percent": "percent",
                                "points": "points", "year": "year"}  # fmt: skip
MEASURES: dict[str, FigureKind] = {**KINDS, "quantity": "quantity", "duration": "duration", "age": "duration"}


def figure_of(text: Analysis, amount: Amount) -> Figure:
    """Return an amount of the text layer as a figure, spans relative to the part."""
    tokens = text.tokens
    form: Form = "words" if amount.words else "figures"
    signed = amount.first < amount.core[0]
    written = tokens.span(amount.first, amount.core[1])  # with the sign before it, without the word after it
    number = Number(written, amount.number, amount.step, form, amount.unit if signed else "", amount.hedge)
    unit = "pence" if amount.unit == "penny" else amount.unit
    if amount.kind == "number":
        noun = tokens.lower(amount.past + 1 if tokens.text_at(amount.past) == "-" else amount.past)
        unit = noun.removesuffix("s") if noun.isalpha() and noun not in _NO_NOUNS else ""
    return Figure(text.span(amount), number, MEASURES[amount.kind], unit)
