"""Forms of a name that are introduced apart: Lloyds, the bank, and Lloyd's, the insurance market, are two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from copydesk.facts.introductions.lexicon import THINGS
from copydesk.facts.names.lexicon import NOT_NAMES
from copydesk.rules import Article, Span, pattern
from copydesk_rules.names._places import Place

_NAMED_AFTER = pattern(r"(?:, (?:which|who) (?:is|was)|,| is| was) (?:the|an?) ((?:[\w’'-]+ ?){1,6})")
_NAMED_BEFORE = pattern(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts) ((?:[a-z][a-z’'-]* ){0,2}[a-z][a-z’'-]*,?) $")
_LONGER = pattern(r"(?: [A-Z][\w’'-]+){1,3}")
_WIDEST = 60  # code points before a name


def introduced_apart(article: Article, places: Iterable[Place]) -> bool:
    """Whether two forms of a name are each introduced in its own right, by words that have nothing in common."""
    found: dict[str, set[str]] = defaultdict(set)
    for place in places:
        found[place.form].update(_descriptions(article.text, place.span))
    return any(one and other and one.isdisjoint(other) for one, other in combinations(found.values(), 2))


def _descriptions(text: str, span: Span) -> Iterator[str]:
    """Yield the words that say what bears a name: after it, before it, or in a longer name (Lloyds Banking Group)."""
    if after := _NAMED_AFTER.match(text, span.end):
        yield from _telling(after[1])
    before = _NAMED_BEFORE.search(text, max(span.start - _WIDEST, 0), span.start)
    if before and before[1].split()[-1] not in NOT_NAMES:
        yield from _telling(before[1].rstrip(","))
    longer = _LONGER.match(text, span.end)
    if longer and longer[0].split()[-1].lower() in THINGS:
        yield from _telling(longer[0])


def _telling(words: str) -> Iterator[str]:
    return (word for word in words.lower().split() if word not in NOT_NAMES)
