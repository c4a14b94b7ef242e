"""People's years: births, ages, birthdays and deaths, each with whom it is about.

`article.facts(lives)` is a tuple of `Life`, one for each person of whom any is said, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from copydesk.article import Article, Part
from copydesk.facts.elapsed import moved as moved_moment
from copydesk.facts.lives.births import ages, births, is_open, meet
from copydesk.facts.lives.owners import Owners
from copydesk.facts.lives.reading import CUES, statements_in
from copydesk.facts.lives.records import Days, Life, Statement
from copydesk.patterns import pattern
from copydesk.text import analysis_of

__all__ = ["Days", "Life", "Statement", "ages", "births", "combine", "is_open", "local", "meet"]


def local(part: Part) -> tuple[Statement, ...]:
    """Return the statements of a part, spans and offsets relative to it."""
    if CUES.isdisjoint(part.vocabulary) and not _IN_SIGNS.search(part.words):
        return ()
    return tuple(statements_in(analysis_of(part.words)))


_IN_SIGNS = pattern(r", \d{1,3},|\([^()]{0,20}\d")  # an age in commas, years in brackets


def combine(article: Article, locals_: Sequence[tuple[Statement, ...]]) -> tuple[Life, ...]:
    """Return the lives of the article, spans in its text."""
    if sum(map(len, locals_)) < 2:
        return ()
    owners = Owners(article)
    found: dict[str, list[Statement]] = {}
    for part, here in zip(article.parts, locals_, strict=True):
        for one in here:
            statement = _moved(one, part)
            if name := owners.whose(statement):
                found.setdefault(name, []).append(statement)
    return tuple(Life(name, tuple(ones)) for name, ones in found.items())


def _moved(one: Statement, part: Part) -> Statement:
    near = part.text_span(one.near, one.near + 1).start if one.near < len(part.words) else part.span.end
    moment = one.moment and moved_moment(one.moment, part)
    return replace(
        one, span=part.text_span(*one.span), sentence=part.text_span(*one.sentence), near=near, moment=moment
    )
