"""Prose in which every figure is one sign, so that a regex can say “from A to B” whatever the figures look like.

Only what is not yet written over tokens uses it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from copydesk.article import Part
from copydesk.facts.figures.amounts import figures_in
from copydesk.facts.figures.records import Figure, FigureKind
from copydesk.patterns import pattern
from copydesk.text import analysis_of

# One sign for each figure, from the code points that are for private use: a block for each kind.
_BLOCKS: dict[FigureKind, int] = {
    "count": 0xE000,
    "money": 0xE400,
    "percent": 0xE800,
    "points": 0xEC00,
    "year": 0xF000,
}
_BLOCK = 0x400
# A sign has no other case: to look for one in each of these thousands is most of the work of compiling a pattern.
COUNT, MONEY, PERCENT, POINTS, YEAR = (
    "(?-i:[\ue000-\ue3ff])",
    "(?-i:[\ue400-\ue7ff])",
    "(?-i:[\ue800-\uebff])",
    "(?-i:[\uec00-\uefff])",
    "(?-i:[\uf000-\uf3ff])",
)
SUM = "(?-i:[\ue000-\ue7ff])"  # a count or a sum of money
AMOUNT = "(?-i:[\ue000-\uefff])"  # any but a year
TWO_AMOUNTS = pattern(rf"{AMOUNT}.*{AMOUNT}")
ANY = "\ue000-\uf3ff"  # for use inside brackets
BETWEEN = f"(?-i:[^.;{ANY}])"  # a character between two figures in one clause


class Figured(NamedTuple):
    """Prose with one sign for each figure. Conversions in brackets, “(£600m; $1.1bn)”, are left out."""

    text: str
    figures: tuple[Figure, ...]

    def at(self, sign: str) -> Figure:
        """Return the figure that a sign of the text stands for."""
        return self.figures[(ord(sign) - 0xE000) % _BLOCK]


def figures_of(part: Part) -> Figured:
    """Return the prose of a part with one sign for each figure."""
    return figured(part.words)


@lru_cache(maxsize=1_000)
def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of figured prose that hold a figure."""
    ends = [(end.start() + (end[0] != "\n"), end.end()) for end in _SENTENCE_END.finditer(text)]
    spans = zip((0, *(behind for _, behind in ends)), (*(stop for stop, _ in ends), len(text)), strict=True)
    return tuple(text[start:end] for start, end in spans if _ANY_FIGURE.search(text, start, end))


@lru_cache(maxsize=1_000)
def figured(words: str) -> Figured:
    """Return prose with one sign for each figure; spans of the figures count code points of `words`."""
    figures = list(islice(figures_in(analysis_of(words)), _BLOCK))
    if not figures or _PRIVATE.search(words):
        return Figured(words, ())
    pieces: list[str] = []
    end = 0
    for index, figure in enumerate(figures):
        pieces += (words[end : max(end, figure.span.start)], chr(_BLOCKS[figure.kind] + index))
        end = figure.span.end
    pieces.append(words[end:])
    read = "".join(pieces)
    if ("(" in words or "[" in words) and any(figure.kind == "money" for figure in figures):
        read = _CONVERTED.sub("", read)
    return Figured(read, tuple(figures))


# Abbreviations whose full stop ends no sentence: Aug. 2008, Mr. Smith.
_ABBREVIATED = "".join(
    rf"(?<!\b{word}\.)"
    for word in (
        "Jan Feb Mar Apr Aug Sep Sept Oct Nov Dec Mr Mrs Ms Dr Prof Gen Sen Rep Gov Lt Col Sgt Capt St No"
    ).split()
)
# It begins with the sign itself, so that the engine skips to where one is.
_SENTENCE_END = pattern(rf"[.!?\n](?:(?<=\n)|{_ABBREVIATED}[”\"’)]*\s+(?=[A-Z“\"{ANY}]))")
_ANY_FIGURE = pattern(f"[{ANY}]")
_PRIVATE = pattern("[\ue000-\uf8ff]")
_CONVERTED = pattern(
    rf"(?<={MONEY})\s?[(\[](?:[^()\[\]{ANY}]{{0,20}}{MONEY}[;,/]?){{1,3}}[^()\[\]{ANY}]{{0,12}}[)\]]"
)
