"""Whose gallon: words for several units (ton, gallon, pint) are taken for that of the article's country."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from msgspec.structs import replace

from copydesk.article import Article
from copydesk.patterns import pattern
from copydesk.text.units import Unit

Nation = Literal["us", "imperial"]

_IMPERIAL = ("en-GB", "en-AU", "en-IE", "en-NZ", "en-IN", "en-ZA", "en-SG", "en-CA")
_BRITISH, _AMERICAN = pattern(r"metre|litre|tonnes?\b"), pattern(r"meters?\b|liters?\b")
_PREFIXES = ("kilo", "centi", "milli")
_NAMES = {
    "us": "US",
    "imperial": "imperial",
    "short": "US",
    "long": "long",
}


@lru_cache(maxsize=16)
def _spelling(text: str) -> int:
    """Return how many units are spelt as in Britain, less those spelt as in the United States."""
    british = sum(1 for _ in _BRITISH.finditer(text))
    for match in _AMERICAN.finditer(text):
        before = text[max(0, match.start() - 5) : match.start()].lower()
        british -= not before[-1:].isalpha() or before.endswith(_PREFIXES)  # no perimeter
    return british


def spells_british(article: Article) -> bool:
    """Return whether the article writes metre and litre; its language decides if it writes both or neither."""
    balance = _spelling(article.text)
    return balance > 0 or (balance == 0 and article.language in _IMPERIAL)


def nation_of(article: Article) -> Nation:
    """Return whose units the article means, from its language, or from its spelling where that says otherwise."""
    return "imperial" if article.language in _IMPERIAL or spells_british(article) else "us"


@lru_cache(maxsize=1_000)
def usual_in(nation: Nation, unit: Unit) -> Unit:
    """Return a unit whose first meaning is the one usual in a country."""
    if len(unit.meanings) < 2 or nation == "us":
        return unit
    return replace(unit, meanings=tuple(sorted(unit.meanings, key=_is_american)))


def _is_american(meaning: str) -> bool:
    return meaning.startswith(("us_", "short_")) or meaning.endswith("us_gallon")


def is_foreign(unit: Unit, meaning: str) -> bool:
    """Return whether a meaning of a unit is that of another country than the article's."""
    return bool(meaning) and meaning != unit.meanings[0] and _is_american(meaning) != _is_american(unit.meanings[0])


def whose(meaning: str) -> str:
    """Return how a meaning of several is called: “US gallons”, “long tons”; nothing for one that has one name."""
    if meaning == "tonne":
        return "metric tons"
    above, _, below = meaning.partition("/")
    nation, _, rest = (below or above).partition("_")
    if nation not in _NAMES or not rest:
        return ""
    return f"{_NAMES[nation]} {rest.replace('_', ' ')}s"
