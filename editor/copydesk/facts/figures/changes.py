"""What a figure is to a change: the level before it, the level after it, how much it is, as the words at it say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from copydesk.facts.figures.amounts import is_year
from copydesk.text import (
    Amount,
    Analysis,
    Match,
    Patterns,
    amount,
    either,
    gap,
    lexicon,
    named,
    opt,
    pattern,
    row,
    unless,
    value,
)

ChangeRole = Literal["by", "from", "to", "again", "level"]

_AMOUNTS = frozenset(("number", "fraction", "money", "percent", "points", "quantity", "duration"))
_UP = lexicon("rise") | lexicon("raise")
_DOWN = lexicon("fall") | lexicon("reduce")
_NOUNS = lexicon("rise.nouns") | lexicon("rise.words") | lexicon("fall.nouns") | lexicon("fall.words")
_FACTORS = lexicon("multiply") | lexicon("halve")
# What begins another clause: a figure past it is of another change.
CLAUSE = frozenset("but while whereas although though after with which who because when if and or said says".split())
_ROLE_WORDS = frozenset("from to than against versus vs at in on of by".split())
_PHRASE = CLAUSE | _ROLE_WORDS | {","}  # what ends a phrase
_PARTICLES = frozenset("up down off above below".split())
_BEYOND = frozenset("below above".split())
_OWN = frozenset("the its their his her a an last".split())
_REACHED = frozenset("to at reach reached reaches reaching total totalled totaled totalling hit hits hitting".split())
_SMALL = gap(4, but=CLAUSE | _ROLE_WORDS | _FACTORS)


class Changing(NamedTuple):
    """A figure in its role: `direction` as the words say (1, -1, 0), `first` and `past` the tokens that say so."""

    role: ChangeRole
    figure: Amount
    direction: int
    first: int
    past: int
    cue: int  # the token that says that something changes, -1 if none does
    sure: bool  # said by a noun that refers back, “a rise of 5%”, “the 5% rise”: it may stand away from the levels


@cache
def _patterns() -> Patterns:
    cue = named("cue", _UP | _DOWN)
    figure = amount("figure", where=_is_figure)
    compared = row(frozenset(("compared", "against", "versus", "vs")), opt(frozenset(("with", "to"))))
    return Patterns(
        [
            pattern("by by", cue, gap(9, but=CLAUSE | {"by"}, across=True), "by", _SMALL, figure),
            pattern("by of", named("cue", _NOUNS), "of", _SMALL, figure),
            pattern("by after", cue, gap(3, but=_PHRASE), figure),
            pattern("by before", figure, gap(2, but=_PHRASE), named("cue", _NOUNS - _PARTICLES)),
            pattern("by particle", figure, named("cue", _PARTICLES)),
            pattern("by first", figure, gap(1), either("or", "("), amount("again"), gap(1), opt(")"), opt(","),
                    gap(1), named("cue", lexicon("rise.words") | lexicon("fall.words"))),
            pattern("again by", "or", "by", _SMALL, figure),
            pattern("again or", either(row(",", "or"), "(", row("—", "or"), row("–", "or"), "or"), _SMALL, figure),
            pattern("from", either("from", "than", compared, _BEYOND), gap(7, but=CLAUSE | {"to"}), figure),
            pattern("from on", either(_NOUNS, value("", "percent", "money", "number")), "on", _OWN,
                    gap(4, but=CLAUSE), figure),
            pattern("to", _REACHED, gap(5, but=CLAUSE), figure),
            pattern("level compared", figure, gap(6, but=CLAUSE), opt(","), compared),
            pattern("from year", "(", value("year", "year"), opt(frozenset((":", ","))), figure),
            pattern("level", figure, gap(4, but=CLAUSE), ",", opt(frozenset(("a", "an"))), named("cue", _NOUNS),
                    unless("to"), opt("of")),
        ]
    )  # fmt: skip


def sentences_with_figures(text: Analysis) -> Iterator[tuple[int, int]]:
    """Yield first and past of the sentences in which an amount begins."""
    past = 0
    for one in text.values:
        if one.first >= past and one.kind in _AMOUNTS:
            first, past = text.tokens.sentence(one.first)
            yield first, past


@lru_cache(maxsize=256)  # percentages ask of the same paragraph
def changes_of(text: Analysis) -> tuple[Changing, ...]:
    """Return the figures that have a role in a change, by their place; one with several has the firmest."""
    best: dict[int, Changing] = {}
    for match in (one for bounds in sentences_with_figures(text) for one in _patterns().matches(text, *bounds)):
        found = _in_role(text, match)
        if found is None:
            continue
        there = best.get(found.figure.first)
        if there is None or _RANK[found.role] < _RANK[there.role]:
            best[found.figure.first] = found
    found_changes: list[Changing] = []
    for first in sorted(best):
        if not found_changes or first >= found_changes[-1].figure.past:  # else a part of it: the 540 of “$540”
            found_changes.append(best[first])
    return tuple(found_changes)


_RANK: dict[str, int] = {"by": 0, "again": 1, "from": 2, "to": 3, "level": 4}


def _in_role(text: Analysis, match: Match) -> Changing | None:
    figure = match["figure"]
    role: ChangeRole = match.pattern.name.split()[0]  # type: ignore[assignment]
    if role == "to" and text.tokens.lower(match.first - 1) == "up" and not _went(text, match.first - 2):
        return None  # up to 20
    if role == "from" and text.tokens.lower(figure.first - 1) == "than" and figure.hedge:
        return None  # more than 14
    if role not in ("from", "to") and _is_length_of_time(text, figure):
        return None  # a hundred years ago, its five-year rate
    cue = match.get("cue")
    word = text.tokens.lower(cue[0]) if cue else ""
    relative = figure.kind in ("percent", "points")
    if match.pattern.name == "by before" and word.endswith("s") and not relative:
        return None  # 50,000 cuts
    if match.pattern.name == "by after" and not relative and _has_article(text, cue[1], figure.first):
        return None  # lift the $200 fee
    if cue and text.tokens.lower(cue[0] - 1) in ("this", "last", "next") and word == "fall":
        return None  # the season
    direction = 1 if word in _UP else -1 if word in _DOWN else 0
    article = text.tokens.lower(match.first - 1) in ("a", "an", "the")
    sure = match.pattern.name == "by of" or (match.pattern.name == "by before" and relative and article)
    return Changing(role, figure, direction, match.first, match.past, cue[0] if cue else -1, sure)


def _is_figure(text: Analysis, amount: Amount) -> bool:
    """Whether an amount may be a level or a rate: no year, no “3 times”, “3-point” or “the one”."""
    tokens = text.tokens
    if amount.kind != "number":
        return True
    joined = tokens.text_at(amount.past) in ("-", "‐", "‑") and not tokens.space(amount.past)
    pronoun = (
        amount.words and amount.number == 1 and tokens.lower(amount.first - 1) in ("the", "this", "that", "which")
    )
    return not (joined or pronoun or tokens.lower(amount.past) == "times" or is_year(text, amount))


def _has_article(text: Analysis, first: int, past: int) -> bool:
    return any(text.tokens.lower(index) in ("the", "its", "their", "his", "her") for index in range(first, past))


def _is_length_of_time(text: Analysis, figure: Amount) -> bool:
    return any(value.kind == "duration" for value in text.values.starting.get(figure.first, ()))


def direction_before(text: Analysis, first: int) -> int:
    """Return which way a verb before the token `first` says that something went; 0 where none of its clause does."""
    for index in range(first - 1, max(-1, first - 14), -1):
        word = text.tokens.lower(index)
        if word in CLAUSE or word in (";", ":", ".", "!", "?"):
            return 0
        if word in _UP or word in _DOWN:
            return (1 if word in _UP else -1) if is_told(text, index, word) else 0
    return 0


def _went(text: Analysis, index: int) -> bool:
    return text.tokens.lower(index) in lexicon("move")


_FINITE = ("ed", "ew", "ell", "ose", "en", "own", "ank", "unk", "id", "ept", "s")
_AHEAD = frozenset("to will would could may might should can did not".split())


def is_told(text: Analysis, index: int, word: str) -> bool:
    """Whether a word says by itself that something rose or fell: “rose”, “will rise”, not “the rise”, nor “up”."""
    before = text.tokens.lower(index - 1)
    if word in lexicon("rise.verbs") | lexicon("fall.verbs") | lexicon("raise.verbs") | lexicon("reduce.verbs"):
        return (
            word.endswith(("ed", "ew", "ell", "ose", "en", "own", "ank", "unk", "id", "ept", "s")) or before in _AHEAD
        )
    return False
