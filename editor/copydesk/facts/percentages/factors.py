"""How many times as much: doubled, halved, by a third, threefold, 3 times as many."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from copydesk.text import Amount, Analysis, Match, Patterns, either, gap, lexicon, named, opt, pattern, row, value

_UP = lexicon("rise") | lexicon("raise")
_DOWN = lexicon("fall") | lexicon("reduce")
_TIMES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_FOLDS = {
    f"{word}fold": float(size) for size, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}


class Factor(NamedTuple):
    """A factor: `times` as much, with its hedge (“more than”; “fold” may be to so many times or by them)."""

    times: float
    hedge: str
    first: int
    past: int


@cache
def _patterns() -> Patterns:
    hedge = opt(named("hedge", either(row("more", "than"), row("just", "over"), row("just", "under"),
                                      frozenset("nearly almost about roughly over".split()))))  # fmt: skip
    return Patterns(
        [
            pattern("times", hedge, named("word", lexicon("multiply") | lexicon("halve"))),
            pattern("fold", hedge, named("word", frozenset(_FOLDS))),
            pattern("number fold", value("number", "number"), opt("-"), "fold"),
            pattern(
                "part", named("cue", _UP | _DOWN), gap(3), frozenset(("by", "of")), hedge, value("number", "fraction")
            ),
        ]
    )


def factors_of(text: Analysis) -> Iterator[Factor]:
    """Yield the factors of a text, in order."""
    yield from sorted(
        filter(None, (_factor(text, match) for match in _patterns().matches(text))), key=lambda one: one.first
    )


def _factor(text: Analysis, match: Match) -> Factor | None:
    hedge = match.get("hedge")
    said = " ".join(text.tokens.lower(index) for index in range(*hedge)) if hedge else ""
    word = text.tokens.lower(match["word"][0]) if match.get("word") else ""
    if match.pattern.name == "times":
        if text.tokens.text_at(match.past) in ("-", "‐", "‑"):
            return None  # a double-decker
        return Factor(
            next(times for stem, times in _TIMES.items() if word.startswith(stem)), said, match.first, match.past
        )
    if match.pattern.name == "fold":
        return Factor(_FOLDS[word], "fold", match.first, match.past)
    number: Amount = match["number"]
    if match.pattern.name == "number fold":
        return Factor(float(number.number), "fold", match.first, match.past)
    up = text.tokens.lower(match["cue"][0]) in _UP
    return Factor(1 + float(number.number) * (1 if up else -1), "", match.first, match.past)
