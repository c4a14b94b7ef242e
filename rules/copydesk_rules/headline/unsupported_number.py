"""A figure in the headline that the article bears out in no form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from copydesk.facts.writing_numbers import in_digits
from copydesk.lazily import cached_property
from copydesk.rules import Article, Bad, Finding, Good, Options, Part, Rule, Span, change_to, pattern
from copydesk_rules.headline._body_figures import Body, Stated
from copydesk_rules.headline._borne_out import (
    bears_out,
    other_currency,
    other_label,
    other_score,
)
from copydesk_rules.headline._citing import cited, closest_sentence
from copydesk_rules.headline._figures import SIGNS, Figure, figures, figures_in
from copydesk_rules.headline._lexicon import LISTED, SCALES, Further
from copydesk_rules.headline._meant_figure import conflicts, is_alike
from copydesk_rules.headline._sides import held_against_the_story, news_in

_LISTED = pattern(rf"\b(?:{LISTED})\b", re.IGNORECASE)
_MOST_FIXES = 2
_ROUNDED = 10  # from here on a headline without decimals rounds
_DECIMALS = 3
_LARGE = 1000  # nobody teases with such a figure
_MILLION = 1_000_000


@dataclass(frozen=True)
class NumberOptions(Options):
    """`idioms`: further phrases with figures that state nothing, in small letters: “24 sussex”.

    `numbered`: further words that number a thing rather than count it: "pod". `numbers`: further words that stand for
    a number, each behind it: "2 brace". `also`: what else is held against the story. `tags`: what the desk puts
    before headlines, besides “Factbox” and its like: "Long read".
    """

    idioms: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    also: tuple[Literal["standfirst", "caption"], ...] = ("standfirst", "caption")
    tags: tuple[str, ...] = ()

    @cached_property
    def further(self) -> Further:
        """What the house adds to the words of the lexicon."""
        return Further(self.idioms, self.numbered, self.numbers)


class UnsupportedNumber(Rule):
    """The headline has a figure that stands in the story in no form: digits, words, worked out.

    Tolls rise and sums are corrected while a story is on the desk, and the headline is what is forgotten. The
    rule knows 1.3M for 1,312,000, “nearly 100” for 97, “dozen” for 12, $3B for 3.19 billion, 48 hours for two days,
    the sum of figures that stand side by side (“12 soldiers and seven children”), what is left of a whole, and
    ages and times that follow from the years given. It compares magnitude and currency too, but never the form:
    numerals are the habit of headlines. It is silent on years, on figures in names and idioms (Route 66, 9/11, 30
    Rock) unless the story has the same name with another figure, and on words of the sort of “one”. In standfirsts
    and captions, which may well give figures that the story does not, it speaks up only where the story has another
    figure for the same thing.

    Source: AP Stylebook, “headlines” (they must be borne out by the story) and “numerals”.
    """

    name = "Headline.UnsupportedNumber"
    severity = "warning"
    in_quotations = True
    options: NumberOptions = NumberOptions()
    examples = [
        Bad(
            "A bus crash killed 19 people near Lima on Sunday, police said. Another 30 were hurt.",
            headline="Bus crash near Lima kills 17",
            found="17",
        ),
        Bad(
            "The city will spend $45 million on the bridge over four years.",
            headline="City to Spend $58M on Bridge",
            found="$58M",
        ),
        Good("A bus crash killed nineteen people near Lima on Sunday.", headline="Bus crash near Lima kills 19"),
        Good("The film made $45,312,000 in three days.", headline="Film Makes $45M"),
        Good("Goldman made $3.19 billion in the quarter.", headline="Goldman Tops $3B in Profit"),
        Good("The blast killed 12 soldiers and seven children.", headline="Blast kills 19"),
        Good("They got 105 of 150 tenants out in time.", headline="Nearly 50 missing after fire"),
        Good("The actor was born in 1922.", headline="Actor dies at 97"),
        Good("The bridge opened in 1950 and closed in 2019.", headline="Bridge closes after 69 years"),
        Good("Half of the voters want it.", headline="50% of voters want bridge"),
        Good("The storm grew on Sunday.", headline="Storm grows to Category 5"),
        Good("Remember the attacks on New York.", headline="9/11 widow speaks"),
        Good("Our critic chooses.", headline="10 best films of the summer"),
        Good("The bus ran off the road.", headline="Route 66 bus crashes in 2019 race"),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        bodies: dict[bool, Body] = {}  # one for the headline, and one for standfirst and captions
        for part in held_against_the_story(article, self.options.also):
            news = news_in(part.words, self.options.tags)
            stated = [one for one in figures(part, self.options.further) if news.contains(one.span)]
            if not stated:
                continue
            tops = part is article.headline
            if tops not in bodies:
                bodies[tops] = Body(article, part, self.options.further)
            body = bodies[tops]
            for figure in stated:
                finding = _finding(article, part, figure, body, self.options.further)
                if finding is not None:
                    yield finding


def _finding(article: Article, part: Part, figure: Figure, body: Body, further: Further) -> Finding | None:
    """Return what is to be said of one figure, None if the body bears it out or it states nothing."""
    others: list[Span] = []
    written: list[str] = []
    if figure.sort in ("year", "named", "score") or bears_out(body, figure):
        place = _otherwise(body, figure)
        if place is None:
            return None
        others, written = [place], [article.prose_at(place)]
    else:
        stated = conflicts(body, figure, part.words)
        alike = bool(stated) and is_alike(body, figure, stated[0], part.words)
        if not alike and (part is not article.headline or _teases(part, figure)):
            return None  # a standfirst may well give figures that the story does not
        others, written = [one.span for one in stated], [_written(article, figure, one) for one in stated]
    span = part.text_span(*figure.span)
    instead = f"; it has “{article.prose_at(others[0])}”" if others else ""
    offered = [words for words in dict.fromkeys(written) if _is_borne_out(part, figure, words, body, further)]
    return Finding(
        span,
        f"“{figure.words}” stands nowhere in the article{instead}.",
        related=cited(article, others[0] if others else closest_sentence(article, part.words)),
        fixes=tuple(change_to(span, words) for words in offered[:_MOST_FIXES]),
        confidence=0.8 if others else 0.7,
        evidence="sought in digits, in words, rounded, summed up, and worked out from years",
    )


def _otherwise(body: Body, figure: Figure) -> Span | None:
    """Return where the article has another label, score or currency, for a figure that it may well have."""
    if figure.sort == "year":
        return None
    if figure.sort == "named":
        return other_label(body, figure)
    if figure.sort == "score":
        return other_score(body, figure)
    other = other_currency(body, figure)
    return other.span if other else None


def _teases(part: Part, figure: Figure) -> bool:
    """Whether the article does not count what the figure does: “Is 40 the new 30?”, “10 best films”."""
    asks = "?" in part.words and figure.value < _LARGE and not figure.currency
    return asks or (figure.sort == "count" and figure.value < _LARGE and _LISTED.search(part.words) is not None)


def _is_borne_out(part: Part, figure: Figure, words: str, body: Body, further: Further) -> bool:
    """Whether the article bears out what the headline states with these words in the place of a figure."""
    start, end = figure.span
    text = part.words[:start] + words + part.words[end:]
    there = [one for one in figures_in(text, further) if one.span.start < start + len(words) and start < one.span.end]
    return words != figure.words and all(
        one.span == (start, start + len(words))
        and (one.sort in ("named", "score") or bears_out(body, one))
        and _otherwise(body, one) is None
        for one in there
    )


def _written(article: Article, figure: Figure, one: Stated) -> str:
    """Return the article's figure as this headline would write it: $45M, 19, nineteen."""
    words = article.prose_at(one.span)
    sign = figure.words[0] if figure.words[0] in SIGNS else ""
    tail = figure.words.lstrip(SIGNS).lstrip("0123456789.,")
    scale = SCALES.get(tail.strip(" -").lower(), 1.0)
    value = Decimal(f"{one.value / scale:.12g}")
    in_full = value >= _MILLION or (scale == 1 and not tail and words.isdigit())
    if figure.words[0].isalpha() or in_full or (scale > 1 and not 1 <= value < _LARGE):
        words = words if sign else words.lstrip(SIGNS).lstrip()
        return words.lower() if not figure.words[0].isupper() or figure.before else words[0].upper() + words[1:]
    decimals = len(figure.words.partition(".")[2].removesuffix(tail))
    if decimals or value < _ROUNDED:  # else a headline rounds: Dow Down 80, for 79.89 points
        decimals = min(max(decimals, _DECIMALS), max(0, -int(value.as_tuple().exponent)))
    return f"{sign}{in_digits(value, decimals)}{tail}"
