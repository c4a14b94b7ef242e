"""Figures as a reader with a calculator takes them in: what is money, a percentage, a year, or a count.

`figured(words)` gives prose in which every figure is one sign, so that a pattern can say “from A to B” whatever the
figures look like. `article.facts(figures)` is a tuple with the figures of each of `article.parts`; their spans count
from the part's beginning, because most are only ever compared, and `moved` gives one with spans in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts.numbers import Form, Number, numbers_in
from copydesk.patterns import pattern
from copydesk.text import Amount, Analysis

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

_CURRENCIES = (
    "euros?|dollars?|dlrs?|pounds?|yen|francs?|marks?|rupees?|yuan|rand|pence|cents?|kron(?:a|or|er)"
    "|pesos?|stg|sterling"
    "|roubles?|rubles?|riyals?|dinars?|shekels?|won|lira|liras|baht|renminbi|ringgit|dirhams?|hryvnias?"
)
_WHOSE = r"(?:U\.?S\.?|NZ|Hong\sKong|New\sZealand|Singapore|Taiwan|[A-Z][a-z]+(?:an|ss|sh|ese))"
_BEHIND = pattern(
    r"[\s-]?(?:(?P<percent>%|per[\s-]?cent\b|pct\.?(?!\w))|percentage(?P<points>[\s-]points?)\b)"
    r"(?P<after>[\s-](?:percentage[\s-])?points?\b)?"
    rf"|\s(?:{_WHOSE}\s(?=dollar|franc|pound|rupee|peso|dinar|kron|mark|yuan))?(?P<currency>{_CURRENCIES})\b"
    r"|(?P<pence>p)\b(?!-|\.\w)"
)
_SIGNS = frozenset("$£€¥₽₹")
_BEGINNINGS = frozenset(" %-p\u00a0\n\u202f")
_SIGN_BEFORE = pattern(r"(?:\b[A-Z]{1,3})?[$£€¥₽₹]\s?$")
_BEFORE_YEAR = pattern(
    r"(?:\b(?:in|since|from|to|until|till|by|of|between|and|year|years|during|before|after|for|than|on"
    r"|through|late|early|mid|the"
    r"|fiscal|season|summer|winter|spring|autumn|fall|around|circa|back|his|her|its|their|a|or|born"
    r"|founded|established)"
    r"|[a-z]\.?|\d,?|[,;(/–—-])\s?$",
    re.I,
)
_RANGE_BEFORE = pattern(r"\b[12]\d\d\d[–—-]$")
_COUNTED = pattern(r"\s(?:people|men|women|children|[a-z]+(?:[^s\W]s|ers))\b(?!['’])")
_NO_NOUNS = frozenset(
    """
    the a an in of from to for and at on last by or this per out as with than but that who which after before
    since while when was were is are had has have its his her their more less other so if into over under up
    down
""".split()
)
_NOUN = pattern(r"[\s-]([a-z]+)")


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
    return figured(part.words, part.vocabulary)


@lru_cache(maxsize=1_000)
def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of figured prose that hold a figure."""
    ends = [(end.start() + (end[0] != "\n"), end.end()) for end in _SENTENCE_END.finditer(text)]
    spans = zip((0, *(behind for _, behind in ends)), (*(stop for stop, _ in ends), len(text)), strict=True)
    return tuple(text[start:end] for start, end in spans if _ANY_FIGURE.search(text, start, end))


@lru_cache(maxsize=1_000)
def figured(words: str, vocabulary: frozenset[str] | None = None) -> Figured:
    """Return prose with one sign for each figure; spans of the figures count code points of `words`.

    `vocabulary` is every word of the text in lower case, where that is known: it spares a search.
    """
    found = numbers_in(words, vocabulary)[:_BLOCK]
    if not found or _PRIVATE.search(words):
        return Figured(words, ())
    figures: list[Figure] = []
    pieces: list[str] = []
    end = 0
    for index, number in enumerate(found):
        figure = _figure(words, number)
        figures.append(figure)
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


def _figure(words: str, number: Number) -> Figure:
    start, end = number.span
    currency = number.currency
    if words[start - 1 : start] in _SIGNS and (sign := _SIGN_BEFORE.search(words, max(0, start - 5), start)):
        start, currency = sign.start(), sign.group().strip()
    behind = _BEHIND.match(words, end) if words[end : end + 1] in _BEGINNINGS else None
    if behind is not None and (behind["percent"] or behind["points"]):
        points = behind["points"] or behind["after"]
        return Figure(Span(start, behind.end()), number, "points" if points else "percent", "%")
    if currency:
        return Figure(Span(start, end), number, "money", currency)
    if behind is not None and not words.startswith("-", end):
        return Figure(Span(start, behind.end()), number, "money", (behind["currency"] or "pence").rstrip("s"))
    if _is_year(words, number):
        return Figure(number.span, number, "year")
    noun = _NOUN.match(words, end)
    unit = noun[1].removesuffix("s") if noun and noun[1] not in _NO_NOUNS else ""
    return Figure(number.span, number, "count", unit)


def _is_year(words: str, number: Number) -> bool:
    start, end = number.span
    if end - start != 4 or number.step != 1 or not 1400 <= number.value < 2100 or not words[start:end].isdigit():
        return False
    before = words[max(0, start - 14) : start]
    if before.endswith("the ") or not before or _RANGE_BEFORE.search(before):
        return True
    if _COUNTED.match(words, end) and not before.endswith(
        ("in ", "from ", "to ", "until ", "since ", "between ", "during ")
    ):
        return False
    return _BEFORE_YEAR.search(before) is not None


_KINDS: dict[str, FigureKind] = {"number": "count", "fraction": "count", "money": "money", "percent": "percent",
                                 "points": "points", "year": "year"}  # fmt: skip


def figure_of(text: Analysis, amount: Amount) -> Figure:
    """Return an amount of the text layer as a figure, spans relative to the part."""
    tokens = text.tokens
    form: Form = "words" if amount.words else "figures"
    number = Number(tokens.span(*amount.core), amount.number, amount.step, form, "", amount.hedge)
    unit = amount.unit
    if amount.kind == "number":
        noun = tokens.lower(amount.past + 1 if tokens.text_at(amount.past) == "-" else amount.past)
        unit = noun.removesuffix("s") if noun.isalpha() and noun not in _NO_NOUNS else ""
    return Figure(text.span(amount), number, _KINDS[amount.kind], unit)
