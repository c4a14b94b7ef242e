"""What is held against the story: headlines without what a desk puts around them, standfirsts and captions.

A desk puts a tag before a headline, an outlet's name behind it, or a note in its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path

from copydesk.facts.lexicons import lines, words
from copydesk.rules import Article, Part, Span, TooMuch, pattern

_LONGEST_STORY = 200_000  # code points
_MOST_COMPARED = 100
_DATA = Path(__file__).parent / "data" / "tags.yaml"
_INSTEAD = pattern(
    rf"\s*(?i:{'|'.join(words(_DATA, 'notes'))})(?:[’']s)?(?i:\snotes?)?:\s|"
    rf"\s*(?i:{'|'.join(words(_DATA, 'credits'))}):(?:\s\S+){{1,3}}\s*$|\s*By\s[A-Z][a-z]+(?:\s[A-Z]\S*)+$"
)
# In capitals a tag may be any word: “SUNDAY SPECIAL: …”.
_SHOUTED = r"(?:[A-Z]{3,}\s){0,2}[A-Z]{3,}"
_OUTLETS = frozenset(words(_DATA, "outlets"))
# An editor's note in square brackets, and what comes along when a headline is copied from a page.
_NOTE_BEFORE = pattern(r"\s*\[[^\]]+\]\s*")
_PASTED = pattern(r"\s*(?:\[[^\]]+\]\s*$|(?i:read|see) more:?\s(?:\S*https?:|at\s)|https?://)")
_BEHIND = pattern(r"\s(?:(?P<bar>\|)|[-–—])\s(?P<outlet>[^|–—:]{2,40})$")


def held_against_the_story(article: Article, also: Collection[str] = ()) -> Iterator[Part]:
    """Yield the headline, and the parts of the kinds in `also`, without notes to desks in place of one."""
    if not article.body:
        return
    if sum(len(part.words) for part in article.body) > _LONGEST_STORY:
        raise TooMuch(f"compares headlines with stories of at most {_LONGEST_STORY:,} characters")
    compared = 0
    for part in article.parts:
        if (part.kind == "headline" or part.kind in also) and not _INSTEAD.match(part.words):
            if compared == _MOST_COMPARED:
                raise TooMuch(f"compares at most {_MOST_COMPARED} headlines and captions with the story")
            compared += 1
            yield part


def story_below(article: Article, above: Part) -> list[Part]:
    """Return what a part is held against: all else for the headline, the body for a standfirst or a caption."""
    if above is article.headline:
        return [part for part in article.parts if part is not above]
    return list(article.body)


def news_in(headline: str, tags: Sequence[str] = ()) -> Span:
    """Return where the news stands in a headline's words, between a tag and an outlet's name.

    `tags` are a house's own, besides those of the lexicon.
    """
    before = _before(tuple(tags)).match(headline) or _NOTE_BEFORE.match(headline)
    behind = _BEHIND.search(headline)
    if behind and not (behind["bar"] or behind["outlet"].split()[-1].lower().strip(".") in _OUTLETS):
        behind = None
    pasted = _PASTED.search(headline)
    start = before.end() if before else 0
    end = min(found.start() if found else len(headline) for found in (behind, pasted))
    return Span(start, end) if start < end else Span(0, len(headline))


@cache
def _before(tags: tuple[str, ...]) -> re.Pattern[str]:
    known = "|".join(re.escape(tag) for tag in sorted((*lines(_DATA, "tags"), *tags), key=len, reverse=True))
    shouted = rf"{_SHOUTED}(?:\s\d{{1,2}})?(?::|\s[-–—])\s(?=.*[a-z])"
    return pattern(rf"\s*(?:(?i:{known})(?:\s\d{{1,2}})?\s?[-–—:|]\s?|{shouted})")
