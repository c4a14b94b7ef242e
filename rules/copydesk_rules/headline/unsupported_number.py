"""A figure in the headline that the article bears out in no form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from copydesk.lazily import cached_property
from copydesk.rules import Article, Bad, Finding, Fix, Good, Options, Part, Rule, Span, change_to, pattern
from copydesk_rules.headline._body_figures import Body, Stated
from copydesk_rules.headline._borne_out import (
    bears_out,
    other_currency,
    other_label,
    other_score,
)
from copydesk_rules.headline._citing import cited, closest_sentence
from copydesk_rules.headline._figures import Figure, figures
from copydesk_rules.headline._lexicon import LISTED, SCALES, Further
from copydesk_rules.headline._meant_figure import conflicts, is_alike
from copydesk_rules.headline._sides import held_against_the_story, news_in

_LISTED = pattern(rf"\b(?:{LISTED})\b", re.IGNORECASE)
_MOST_FIXES = 2
_ROUNDED = 10  # from here on a headline without decimals rounds
_LARGE = 1000  # nobody teases with such a figure


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
                finding = _finding(article, part, figure, body)
                if finding is not None:
                    yield finding


def _finding(article: Article, part: Part, figure: Figure, body: Body) -> Finding | None:
    """Return what is to be said of one figure, None if the body bears it out or it states nothing."""
    if figure.sort == "year":
        return None
    if figure.sort in ("named", "score"):
        place = other_label(body, figure) if figure.sort == "named" else other_score(body, figure)
        return None if place is None else _differs(article, part, figure, [place], [article.words_at(place)])
    if bears_out(body, figure):
        other = other_currency(body, figure)
        return (
            None if other is None else _differs(article, part, figure, [other.span], [article.words_at(other.span)])
        )
    others = conflicts(body, figure, part.words)
    alike = bool(others) and is_alike(body, figure, others[0], part.words)
    if part is not article.headline and not alike:
        return None  # a standfirst may well give figures that the story does not
    asks = "?" in part.words and figure.value < _LARGE and not figure.currency
    teases = asks or (figure.sort == "count" and figure.value < _LARGE and _LISTED.search(part.words) is not None)
    if teases and not alike:
        return None  # “Is 40 the new 30?”, “10 best films”: the article does not count them
    if others:
        written = list(dict.fromkeys(filter(None, (_written(article, figure, one) for one in others))))
        return _differs(article, part, figure, [one.span for one in others], written)
    return Finding(
        part.text_span(*figure.span),
        f"“{figure.words}” stands nowhere in the article.",
        related=cited(article, closest_sentence(article, part.words)),
        confidence=0.7,
        evidence=_SOUGHT,
    )


_SOUGHT = "sought in digits, in words, rounded, summed up, and worked out from years"


def _differs(article: Article, part: Part, figure: Figure, places: Sequence[Span], written: Sequence[str]) -> Finding:
    span = part.text_span(*figure.span)
    return Finding(
        span,
        f"“{figure.words}” stands nowhere in the article; it has “{article.words_at(places[0])}”.",
        related=cited(article, places[0]),
        fixes=tuple(_fix(span, figure, words) for words in written[:_MOST_FIXES]),
        confidence=0.8,
        evidence=_SOUGHT,
    )


def _fix(span: Span, figure: Figure, words: str) -> Fix:
    return change_to(span, words[0].upper() + words[1:] if figure.words[0].isupper() and not figure.before else words)


def _written(article: Article, figure: Figure, one: Stated) -> str:
    """Return the article's figure as this headline would write it: $45M, 19, nineteen."""
    if figure.words[0].isalpha():
        words = article.words_at(one.span)
        return words.lower() if words[0].isalpha() else f"{one.value:,g}"
    sign = figure.words[0] if figure.currency and not figure.words[0].isdigit() else ""
    tail = figure.words.lstrip("$£€¥₹₽").lstrip("0123456789.,")
    scale = SCALES.get(tail.strip(" -").lower(), 1.0)
    if scale > 1 and not 1 <= one.value / scale < 1000:
        return article.words_at(one.span)
    value = one.value / scale
    written = article.words_at(one.span)
    if value >= 1e6 or (scale == 1 and not tail and written.isdigit()):
        return written
    if "." not in figure.words and value >= _ROUNDED:
        value = round(value)  # Dow Down 80, for 79.89 points
    shown = f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"
    return f"{sign}{shown}{tail}"
