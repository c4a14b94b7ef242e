"""Firms with an apostrophe in their name, and without: Lloyd's and Lloyds, McDonald's and McDonalds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.facts.names import Names, Occurrence
from copydesk.facts.names.lexicon import ordinary_words
from copydesk.rules import Article, Span, pattern
from copydesk_rules.names._introduced import introduced_apart
from copydesk_rules.names._places import Place

# What follows a name that stands for itself; behind a possessive stands what is possessed.
_VERBS = "said|says|has|had|was|will|would|is|told|announced|opened|closed|plans|and|of|in|at|to|for|on|which|by|from"
_BY_ITSELF = pattern(rf"['’]s(?=[,.;:)?!”\"]|$| (?:{_VERBS})\b)")
_BARE = pattern(rf"(?=[,.;:)?!”\"]|$| (?:{_VERBS})\b)")
_PLURAL_BEFORE = pattern(r"\b(?:[Tt]he|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Aa]ll|[Bb]oth|many|other|some|those|these) $")


def named_with_apostrophe(article: Article, known: Names) -> Iterator[list[Place]]:
    """Yield the names that stand with “’s” and with a plain “s”, each by itself, not as a possessive or a plural."""
    for text, spelling in known.spellings.items():
        if text[-1] != "s" or len(text) < 5 or text.lower() in ordinary_words():
            continue
        owner = known.spellings.get(text[:-1])
        if owner is None or any(not place.mention.words[place.at].possessive for place in owner.occurrences):
            continue
        with_mark = [
            _place(article, place, "'s") for place in owner.occurrences if _stands(article, place, _BY_ITSELF)
        ]
        without = [
            _place(article, place, "")
            for place in spelling.occurrences
            if _stands(article, place, _BARE) and not _plural(article, place)
        ]
        every = [_place(article, place, "'s") for place in owner.occurrences]
        every += [_place(article, place, "") for place in spelling.occurrences]
        if with_mark and without and not introduced_apart(article, every):
            yield sorted(with_mark + without, key=lambda place: place.span)


def _stands(article: Article, place: Occurrence, following: re.Pattern[str]) -> bool:
    return following.match(article.text, place.span.end) is not None


def _plural(article: Article, place: Occurrence) -> bool:
    start = place.span.start
    return _PLURAL_BEFORE.search(article.text[max(start - 10, 0) : start]) is not None


def _place(article: Article, place: Occurrence, ending: str) -> Place:
    end = place.span.end + len(ending)
    return Place(article.text[place.span.start : end], Span(place.span.start, end))
