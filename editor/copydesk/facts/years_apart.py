"""Counts of years beside years: “It opened in 1998. It closed in 2019 after 31 years.”

`article.facts(years_apart)` has, for each count, the years of its sentence and the one before that it may be counted
between. Which of them it is, or whether any, is for a rule to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.article import Article, Part, Span
from copydesk.facts.elapsed.occasions import occasions_in
from copydesk.facts.figures import is_year
from copydesk.patterns import pattern
from copydesk.text import Amount, Analysis, analysis_of

_YEAR = pattern(r"\b(?:1[5-9]|20)\d\d\b")
_CUES = frozenset("year years anniversary birthday centenary bicentenary centennial bicentennial jubilee".split())
# What lasts so long is not counted between what happened: jailed for 14 years in 2004, a 99-year lease of 1930.
_TERMS = frozenset(
    """jailed jail sentenced sentence prison imprisoned imprisonment term terms contract deal lease mortgage loan ban
    banned visa plan each every average per next coming least up to limit""".split()
)
_NOW = frozenset("has have now ago today this".split())
_LEAST, _MOST = 11, 250  # years
_FEW = 6  # years of a sentence


class YearsApart(msgspec.Struct, frozen=True):
    """So many years, and the years that they may be counted between, all spans the text's.

    `until_now` says that the words may count until the article's own day.
    """

    number: int
    span: Span
    years: tuple[tuple[int, Span], ...]
    until_now: bool = False


def local(part: Part) -> tuple[YearsApart, ...]:
    """Return the counts of a part, spans relative to it."""
    if not part.is_body or _CUES.isdisjoint(part.vocabulary) or _YEAR.search(part.words) is None:
        return ()
    text = analysis_of(part.words)
    return tuple(_counts(text))


def combine(article: Article, locals_: Sequence[tuple[YearsApart, ...]]) -> tuple[YearsApart, ...]:
    """Return the counts of the article, spans in its text."""
    return tuple(
        msgspec.structs.replace(
            one,
            span=part.text_span(*one.span),
            years=tuple((year, part.text_span(*span)) for year, span in one.years),
        )
        for part, here in zip(article.parts, locals_, strict=True)
        for one in here
    )


def _counts(text: Analysis) -> Iterator[YearsApart]:
    tokens = text.tokens
    years: dict[int, list[Amount]] = {}
    for values in text.values.starting_of(Amount).values():
        for value in values:
            if value.kind == "year" and is_year(text, value):
                years.setdefault(tokens.sentence_of[value.first], []).append(value)
    for number, span, first in _numbers(text):
        sentence = tokens.sentence_of[first]
        near = [*years.get(sentence - 1, ())][-_FEW:] + years.get(sentence, [])[:_FEW]
        start, past = tokens.sentence(first)
        words = {tokens.lower(index) for index in range(start, past)}
        if not near or not _TERMS.isdisjoint(words) or not _LEAST <= number <= _MOST:
            continue
        around = tuple((int(value.number), text.span(value)) for value in near)
        yield YearsApart(number, span, around, not _NOW.isdisjoint(words))


def _numbers(text: Analysis) -> Iterator[tuple[int, Span, int]]:
    """Yield the counts of years of a text: value, span, first token. Anniversaries are among them, ages are not."""
    tokens = text.tokens
    for values in text.values.starting_of(Amount).values():
        for value in values:
            if value.kind != "duration" or value.unit != "year" or value.hedge or value.number != int(value.number):
                continue
            in_range = tokens.text_at(value.first - 1) in ("-", "–", "to")
            if not in_range and tokens.lower(value.past) not in ("old", "-"):
                yield int(value.number), tokens.span(*value.core), value.first
    for occasion in occasions_in(text):
        if occasion.is_day:
            yield int(occasion.number), tokens.span(occasion.first, occasion.past), occasion.first
