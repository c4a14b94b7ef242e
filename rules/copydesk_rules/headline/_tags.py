"""What a desk puts around a headline: a tag before it, an outlet's name behind it, or a note in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from copydesk.facts.lexicons import lines, words
from copydesk.rules import Article, Part, Span, pattern

_DATA = Path(__file__).parent / "data" / "tags.yaml"
_INSTEAD = pattern(
    rf"\s*(?i:{'|'.join(words(_DATA, 'instead'))})(?:[’']s)?(?i:\snotes?)?:\s|\s*By\s[A-Z][a-z]+(?:\s[A-Z]\S*)+$"
)
# In capitals a tag may be any word: “SUNDAY SPECIAL: …”.
_SHOUTED = r"(?:[A-Z]{3,}\s){0,2}[A-Z]{3,}"
_OUTLETS = frozenset(words(_DATA, "outlets"))
_BEHIND = pattern(r"\s(?:(?P<bar>\|)|[-–—])\s(?P<outlet>[^|–—:]{2,40})$")


def headline_of(article: Article) -> Part | None:
    """Return the article's headline, or None where it has none or has a note to desks in its place."""
    headline = article.headline
    return None if headline is None or _INSTEAD.match(headline.words) else headline


def news_in(headline: str, tags: Sequence[str] = ()) -> Span:
    """Return where the news stands in a headline's words, between a tag and an outlet's name.

    `tags` are a house's own, besides those of the lexicon.
    """
    before = _before(tuple(tags)).match(headline)
    behind = _BEHIND.search(headline)
    if behind and not (behind["bar"] or behind["outlet"].split()[-1].lower().strip(".") in _OUTLETS):
        behind = None
    start = before.end() if before else 0
    end = behind.start() if behind else len(headline)
    return Span(start, end) if start < end else Span(0, len(headline))


@cache
def _before(tags: tuple[str, ...]) -> re.Pattern[str]:
    known = "|".join(re.escape(tag) for tag in sorted((*lines(_DATA, "tags"), *tags), key=len, reverse=True))
    shouted = rf"{_SHOUTED}(?:\s\d{{1,2}})?(?::|\s[-–—])\s(?=.*[a-z])"
    return pattern(rf"\s*(?:(?i:{known})(?:\s\d{{1,2}})?\s?[-–—:|]\s?|{shouted})")
