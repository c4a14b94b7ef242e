"""Which country's English an article is in, by what it shows: spelling first, then titles, money and dates.

Each word counts once, so that one that an article is about does not decide alone, and in small letters only: Labour,
the Defense Department and the World Trade Center keep their spelling wherever they are written of.

Source: the lists of the Oxford Style Manual, “US spelling”, and of the Guardian and AP stylebooks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from copydesk.article import Part
from copydesk.facts.lexicons import words as listed
from copydesk.patterns import pattern

_DATA = Path(__file__).parent / "data" / "variety.yaml"
ENGLISH = "en"  # of whatever country
_ENDINGS = r"(?=(?:s|es|ed|ing|al|able|ful|ly|er|ers|ist|ists|ity|less|men|man|hood)?\Z)"
_ISE = pattern(r"([a-z]{3,}[iy])s(?:e[ds]?|ing|ation|ations)")
_IZE = pattern(r"([a-z]{3,}[iy])z(?:e[ds]?|ing|ation|ations)")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTHS = frozenset(_MONTH.lower()[3:-1].split("|"))
_SHORT_MONTHS = frozenset("jan feb aug sept oct nov dec".split())
_COURTESY = frozenset("mr mrs ms dr".split())


class _Sign(NamedTuple):
    """What is no word: how much it says, the words in small letters of which it has one, and what it looks like."""

    weight: int
    words: frozenset[str]
    pattern: re.Pattern[str]


_BRITISH_SIGNS = (
    _Sign(2, frozenset(("cent",)), pattern(r"\bper cent\b")),
    _Sign(2, frozenset(), pattern(r"£\d")),
    _Sign(1, _COURTESY, pattern(r"\b(?:Mr|Mrs|Ms|Dr) [A-Z]")),
    _Sign(1, _MONTHS, pattern(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b")),
    _Sign(1, frozenset(), pattern(r"‘(?<![\w”]‘)\w[^‘’]{10,}[,.]’")),
    _Sign(
        1,
        frozenset("mp mps nhs gcse gcses level levels qc kc cllr tuc plc".split()),
        pattern(r"\b(?:MPs?|NHS|GCSEs?|A-levels?|QC|KC|Cllr|TUC|plc)\b"),
    ),
)
_AMERICAN_SIGNS = (
    _Sign(2, frozenset(("percent",)), pattern(r"\d percent\b")),
    _Sign(1, _COURTESY, pattern(r"\b(?:Mr|Mrs|Ms|Dr)\. [A-Z]")),
    _Sign(
        1,
        _MONTHS | _SHORT_MONTHS,
        pattern(rf"\b(?:{_MONTH}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) \d{{1,2}}(?!\d|:)"),
    ),
    _Sign(
        1,
        frozenset("u gop medicaid medicare sen rep gov d inc zip".split()),
        pattern(r"\b(?:U\.S\.|GOP|Medicaid|Medicare|Sen\.|Rep\.|Gov\.|D\.A\.|Inc\.|ZIP code)(?!\w)"),
    ),
)
_AUSTRALIA = pattern(
    r"\b(?:Australian?s?|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Queensland"
    r"|Tasmania|NSW|New South Wales)\b"
)
_CANADA = pattern(
    r"\b(?:Canad(?:a|ians?)|Toronto|Ottawa|Montreal|Vancouver|Calgary|Edmonton|Ontario|Quebec|Alberta|Manitoba"
    r"|Saskatchewan|Nova Scotia|British Columbia)\b"
)
_ELSEWHERE = (("en-AU", _AUSTRALIA), ("en-CA", _CANADA))
_BRITAIN = pattern(r"\b(?:Britain|British|UK|England|English|London|Scotland|Scottish|Wales|Welsh)\b|£")
_SPELLING = 2  # what a word's spelling counts
_LEAST = 2  # of evidence, and how many times as much as of the other side
_AT_HOME = 3  # places of a country that are named, for its own variety


def variety(parts: Sequence[Part]) -> str:
    """Return the variety of English that parts are written in, a BCP 47 tag; “en” where too little shows it."""
    parts = [part for part in parts if part.kind not in ("byline", "dateline")]
    text = "\n".join(part.words for part in parts)
    british, american = _evidence(text, frozenset().union(*(part.vocabulary for part in parts)))
    if british >= _LEAST and british >= _LEAST * american:
        britain = len(_BRITAIN.findall(text))
        at_home = (tag for tag, places in _ELSEWHERE if len(places.findall(text)) >= max(_AT_HOME, 2 * britain))
        return next(at_home, "en-GB")
    return "en-US" if american >= _LEAST and american >= _LEAST * british else ENGLISH


def _evidence(text: str, vocabulary: frozenset[str]) -> tuple[int, int]:
    """Return how much speaks for British and for American English. `vocabulary` is the text's, in small letters."""
    sides: Counter[str] = Counter()
    stems: set[str] = set()
    for word in vocabulary:
        side, stem = _side(word)
        if side and stem not in stems and _is_in_small(text, word):
            stems.add(stem)
            sides[side] += _SPELLING if side != "ize" else 1  # Oxford has -ize too
    british = sides["british"] + _shown(_BRITISH_SIGNS, text, vocabulary)
    return british, sides["american"] + sides["ize"] + _shown(_AMERICAN_SIGNS, text, vocabulary)


def _is_in_small(text: str, word: str) -> bool:
    """Whether a text has a word in small letters, not as a part of another."""
    at = text.find(word)
    while at >= 0:
        before, after = text[max(at - 1, 0) : at], text[at + len(word) : at + len(word) + 1]
        if not (before.isalnum() or before in ("_", "’", "'", "-")) and not (after.isalnum() or after == "_"):
            return True
        at = text.find(word, at + 1)
    return False


def _shown(signs: Sequence[_Sign], text: str, vocabulary: frozenset[str]) -> int:
    """Return how much the signs that a text has say."""
    tried = (sign for sign in signs if not sign.words or not sign.words.isdisjoint(vocabulary))
    return sum(sign.weight for sign in tried if sign.pattern.search(text))


@lru_cache(maxsize=1 << 15)
def _side(word: str) -> tuple[str, str]:
    """Return which side a word in small letters is for, if any, and what its forms have in common."""
    if found := _stems().search(word):
        stem = found.group()
        return ("british" if stem in _british() else "american"), stem
    if (ise := _ISE.fullmatch(word)) and f"{ise[1]}se" not in _always_s():
        return "british", ise[1]
    if (ize := _IZE.fullmatch(word)) and f"{ize[1]}ze" not in _always_z():
        return "ize", ize[1]
    return "", ""


@cache
def _british() -> frozenset[str]:
    return frozenset(listed(_DATA, "british"))


@cache
def _always_s() -> frozenset[str]:
    return frozenset(listed(_DATA, "always_s"))


@cache
def _always_z() -> frozenset[str]:
    return frozenset(listed(_DATA, "always_z"))


@cache
def _stems() -> re.Pattern[str]:
    """Return a pattern for the words that tell, from their beginning."""
    stems = sorted((*_british(), *listed(_DATA, "american")), key=len, reverse=True)
    return re.compile(rf"\A(?:{'|'.join(stems)}){_ENDINGS}")
