"""Figures as a reader with a calculator takes them in: what is money, a percentage, a year, or a count.

`figured(words)` gives prose in which every figure is one sign, so that a pattern can say “from A to B” whatever the
figures look like. `article.facts(figures)` is a tuple with the figures of each of `article.parts`; their spans count
from the part's beginning, because most are only ever compared, and `moved` gives one with spans in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts.dates import MONTH_WORDS
from copydesk.facts.numbers import Form, Number
from copydesk.patterns import pattern
from copydesk.text import Amount, Analysis, analysis_of, singular

FigureKind = Literal["count", "money", "percent", "points", "year"]

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

_NO_NOUNS = frozenset(
    """
    the a an in of from to for and at on last by or this per out as with than but that who which after before
    since while when was were is are had has have its his her their more less other so if into over under up
    down
""".split()
)


class Figure(msgspec.Struct, frozen=True):
    """A figure with what belongs to it. `span` takes in sign and unit (“5 per cent”, “US$3m”), `number.span` not.

    `unit` is the currency, as written, or the word behind a count in the singular.
    """

    span: Span
    number: Number
    kind: FigureKind
    unit: str = ""

    @property
    def value(self) -> float:
        return float(self.number.value)


class Figured(NamedTuple):
    """Prose with one sign for each figure. Conversions in brackets, “(£600m; $1.1bn)”, are left out."""

    text: str
    figures: tuple[Figure, ...]

    def at(self, sign: str) -> Figure:
        """Return the figure that a sign of the text stands for."""
        return self.figures[(ord(sign) - 0xE000) % _BLOCK]


def local(part: Part) -> tuple[Figure, ...]:
    """Return the figures of a part, spans relative to it."""
    return figures_of(part).figures


def combine(article: Article, locals_: Sequence[tuple[Figure, ...]]) -> tuple[tuple[Figure, ...], ...]:
    """Return the figures of each part of the article, spans relative to it."""
    return tuple(locals_)


def moved(figure: Figure, part: Part) -> Figure:
    """Return a figure of a part with spans that count from the beginning of the text."""
    number = replace(figure.number, span=part.text_span(*figure.number.span))
    return replace(figure, span=part.text_span(*figure.span), number=number)


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


def figures_in(text: Analysis) -> Iterator[Figure]:
    """Yield the figures of a text, one at each place: the reading that takes in most of the words."""
    yield from (figure_of(text, amount) for amount in figures_at(text, 0, len(text.tokens)))


def figures_at(text: Analysis, first: int, last: int) -> Iterator[Amount]:
    """Yield the amounts that are figures and begin between two tokens, one at each place.

    Ordinals, times of day, dates in figures, decades and figures in a name (F-16) are none.
    """
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
        amounts = [value for value in values if isinstance(value, Amount) and value.kind in _KINDS]
        if not amounts:
            continue
        if years := [value for value in amounts if value.kind == "year" and is_year(text, value)]:
            amounts = years
        best = max(amounts, key=lambda value: (value.past, _RANK[value.kind]))
        past = best.past
        yield best


_RANK = {"number": 1, "fraction": 2, "year": 0, "money": 3, "percent": 3, "points": 3}


_BEFORE_YEARS = frozenset(
    """in since from to until till by of between and year years during before after for than on through late early mid
    the fiscal season summer winter spring autumn fall around circa back his her its their a or born founded
    established""".split()
)
_SURELY_BEFORE_YEARS = frozenset("- – — / ( , ; . the".split())
_OF_TIME = frozenset("in from to until since between during".split())


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
    return before in _BEFORE_YEARS or before in MONTH_WORDS or not before.isalpha()


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


_KINDS: dict[str, FigureKind] = {"number": "count", "fraction": "count", "money": "money", "percent": "percent",
                                 "points": "points", "year": "year"}  # fmt: skip


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
    return Figure(text.span(amount), number, _KINDS[amount.kind], unit)
