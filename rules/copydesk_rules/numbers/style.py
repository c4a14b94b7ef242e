"""Numbers.Style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.facts import figures, quantities, quotations
from copydesk.facts.figures import Figure, moved
from copydesk.facts.writing_numbers import in_words
from copydesk.rules import Article, Bad, Finding, Good, Options, Part, Rule, Stretches, change_to, pattern

# Ages, times, scores, odds, ratios, measures, votes and what has a number for its name stay in figures.
_NAMED_BEFORE = pattern(
    r"(?:\b(?:no\.?|number|nos\.|page|pages|p\.|chapter|room|gate|route|highway|section|article|act|part"
    r"|phase|stage|level|tier|type|class|group|"
    r"grade|category|cat|channel|radio|game|week|day|season|episode|volume|version|formula|apollo|bowl"
    r"|size|unit|platform|terminal|runway|verse|line|"
    r"figure|table|table|step|question|rule|psalm|boeing|windows|iphone|playstation|aged?|age of|turned"
    r"|division|district|ward|zone|bbc|itv|covid|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?"
    r"|mar\.?|apr\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)\s?"
    r"|[#/@:.’'-]|[A-Za-z$£€]|\d\sto\s)$",
    2,
)
_AFTER = pattern(
    r"[/:]\d|-\d|\s?[-–—]\s?\d|\sto\s\d|\s(?:and|or)\s\d|[\s-](?:years?|months?|weeks?|days?|hours?"
    r"|minutes?|seconds?)[\s-]old|[\s-]year-olds?|\s?(?:[ap]\.?m\b|%|percent|per\scent|pct)"
    r"|\s(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb"
    r"|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b|\s?(?:million|billion|trillion|m|bn)\b"
    r"|[\s-](?:miles?|km|kilomet\w+|met\w+|feet|foot|ft|inch\w*|in\.|yards?|acres?|hectares?|pounds?|kg"
    r"|kilos?|grams?|tons?|tonnes?|degrees?|°|points?|goals?|sets?|wickets?|under|over|per|o['’]clock)\b"
    r"|['’]|,\s?\d|,\s(?:of|who|was|is|from|and)\b|\)"
)
_AGE = pattern(r",\s$|\($")


@dataclass(frozen=True)
class StyleOptions(Options):
    """`words_to` is the greatest number that is written in words."""

    words_to: int = 9


class Style(Rule):
    """A small number in figures, a large one in words, or a sentence that begins with a figure.

    Most papers write one to nine in words and figures from 10. Ages, percentages, money, measures, times, scores and
    numbers that are names (Room 5, Formula 1) keep their figures; a number at a sentence's start is in words.

    Source: AP Stylebook, “numerals”; Guardian style guide, “numbers”; The Times style guide, “numbers”.
    """

    name = "Numbers.Style"
    severity = "suggestion"
    on = False
    options: StyleOptions = StyleOptions()
    examples = [
        Bad("The club has 8 teams.", found="8", fixed="The club has eight teams."),
        Bad("The club has fourteen teams.", found="fourteen", fixed="The club has 14 teams."),
        Bad(
            "The town lost two mills. 45 "
            "people were laid off."
        , found="45", fixed="The town lost two mills. Forty-five people were laid off."),
        Bad("The club has 10 teams.", options=StyleOptions(words_to=10), fixed="The club has ten teams."),
        Good("The club has eight teams and 14 coaches. Fourteen teams came. He bought one of the two."),
        Good("She is 8 years old. Tom, 6, walked 5 miles; it was 3 p.m., 4 degrees, and 5 per cent of $7 was lost."),
        Good("They won 3-1 in Room 5 on 6 May, between 8 and 12 of them, with odds of 7 to 1. Formula 1 is back."),
        Good("“We have 8 teams,” he said."),
    ]  # fmt: skip

    def check(self, article: Article) -> Iterator[Finding]:
        measured = Stretches(amount.span for quantity in article.facts(quantities).all for amount in quantity.amounts)
        quoted = Stretches(quotation.span for quotation in article.facts(quotations))
        written = [
            (part, moved(figure, part))
            for part, here in zip(article.parts, article.facts(figures).bare, strict=True)
            for figure in here
            if part.kind in ("paragraph", "standfirst")
            and figure.kind in ("count", "year")
            and figure.value == int(figure.value)
        ]
        for part, figure in written:
            if measured.contain(figure.number.span) or quoted.contain(figure.span):
                continue
            finding = self._finding(article, part, figure)
            if finding is not None:
                yield finding

    def _finding(self, article: Article, part: Part, figure: Figure) -> Finding | None:
        span = figure.number.span
        words, value = article.words_at(span), int(figure.value)
        opens = any(part.text_span(*sentence).start == span.start for sentence in part.sentences)
        if opens:
            spelt = in_words(value)
            if figure.number.form == "words" or figure.kind == "year":
                return None
            fixes = (change_to(span, spelt.capitalize()),) if spelt else ()
            return Finding(span, "A sentence does not begin with a figure.", fixes=fixes, confidence=0.8)
        if figure.kind == "year" or _keeps(article, part, figure):
            return None
        if figure.number.form == "figures" and words.isdigit() and 0 < value <= self.options.words_to:
            spelt = in_words(value)
            fixes = (change_to(span, spelt),) if spelt else ()
            return Finding(
                span, f"Numbers to {in_words(self.options.words_to)} are in words.", fixes=fixes, confidence=0.7
            )
        if (
            figure.number.form == "words"
            and self.options.words_to < value < 100
            and "dozen" not in words
            and " " not in words
        ):
            return Finding(
                span,
                f"Numbers from {self.options.words_to + 1} are in figures.",
                fixes=(change_to(span, str(value)),),
                confidence=0.7,
            )
        return None


def _keeps(article: Article, part: Part, figure: Figure) -> bool:
    span = figure.number.span
    before = article.text[max(part.span.start, span.start - 20) : span.start]
    behind = article.text[span.end : min(part.span.end, span.end + 20)]
    aged = _AGE.search(before) is not None and behind[:1] in (",", ")", ".")
    return aged or _NAMED_BEFORE.search(before) is not None or _AFTER.match(behind) is not None
