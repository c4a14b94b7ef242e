"""A figure in the headline that the article bears out in no form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from copydesk.facts import numbers
from copydesk.facts.numbers import numbers_in
from copydesk.rules import Article, Bad, Finding, Good, Part, Related, Rule, Span, pattern

# Headlines shorten what articles write out: $1.3M, 6K, 2.5bn.
_FIGURE = pattern(
    r"(?<![\w.,])(?P<figure>\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?|\d{1,12}(?:\.\d{1,6})?)"
    r"(?:[\s-](?P<word>hundred|thousand|million|billion|trillion|bn|mln)\b|(?P<letter>bn|tn|[KkMmBT])\b)?(?!\w)",
    re.IGNORECASE,
)
_SCALES = {
    **{"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "bn": 1e9, "tn": 1e12, "mln": 1e6},
    **{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
}
# A figure that is part of a name or of an idiom states nothing: No. 24, Category 5, Route 66, 24/7, 9/11, F-16.
_NAMED_BEFORE = pattern(
    r"(?:\b(?:nos?|number|category|cat|chapter|route|rt|highway|interstate|flight|gate|pier|area|channel|article|section|"
    r"title|proposition|prop|measure|amendment|phase|stage|level|tier|type|class|group|grade|game|week|round|day|season|"
    r"episode|part|volume|version|formula|apollo|bowl|size|unit|room|studio|windows|iphone|galaxy|playstation|xbox|rule|"
    r"act|page|top|catch|ocean[’']s|class of|fortune|terminal|platform|schedule|super|g|psalm|verse|form|bus|final|"
    r"sweet|elite|s&p|ftse|nasdaq|nikkei|dax|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s*|"
    r"[#/@:.’'-]|[A-Za-z])$",
    re.IGNORECASE,
)
_NAMED_AFTER = pattern(r"[/:]\d|[’']|-\d|\s?(?:[ap]\.?m\b|percenters?\b)")
# Lists say how many things they have; the article does not count them.
_LIST = pattern(
    r"\s*(?:these|here|here[’']s|meet|inside|what|how|why|get|the \d+)\b|.*\b(?:things|ways|reasons|facts|lessons|"
    r"takeaways|tips|questions|moments|myths|signs|steps|lines|highlights|revelations|secrets|tricks|ideas|theories|best|worst|"
    r"biggest|greatest|deadliest|weirdest|strangest|hottest|coolest|richest|funniest|stories|picks|"
    r"to (?:savor|watch|know|see|read|try|avoid|remember|follow))\b|.*\?",
    re.IGNORECASE,
)
# How long ago or how old is often left to the reader to work out from the years in the article.
_TIME_AFTER = pattern(
    r"[\s-](?:more\s+|straight\s+|consecutive\s+)?(?P<unit>second|minute|hour|day|week|month|year|decade|centur)",
    re.IGNORECASE,
)
_AGE = pattern(r"(?:\b(?:at|aged?),?\s+|,\s+)$", re.IGNORECASE)
_SHARE = pattern(r"\s?(?:%|percent|per cent)", re.IGNORECASE)
_HEDGED = pattern(
    r"\b(?:nearly|almost|about|around|roughly|over|than|least|most|to|some|estimated|near|tops?|hits?)\s+[$£€]?$",
    re.IGNORECASE,
)
_ANY_FIGURE = pattern(
    r"(?P<figure>\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?|\d{1,12}(?:\.\d{1,6})?)"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|bn|mln|[KkMBT])\b)?",
    re.IGNORECASE,
)
_YEAR = pattern(r"(?<![\d,.$£€])(?:1[5-9]|20)\d\d(?![\d,%])")
_RECENT = range(1995, 2045)  # what an article without a date may have been written in
_ROUGH = pattern(
    r"\b(?:couple|pair|twins?|triplets|trio|both|twice|double[ds]?|triple[ds]?|another|second|third|two|three)\b",
    re.IGNORECASE,
)
_SHARES = pattern(
    r"\b(?:half|halves|quarters?|thirds?|fifths?|tenths?|in \w+|out of \w+|majority|double[ds]?|all|every)\b",
    re.IGNORECASE,
)
_LONG_TIMES = pattern(r"\b(?:decades?|century|centuries|quarter|half|dozens?)\b", re.IGNORECASE)
_AGES = pattern(
    r"\b\d{1,3}[- ]years?[- ]old|\b(?:aged?|at the age of|turned|turns|is|was|at)\s\d{1,3}(?=[\s,.;)]|$)|"
    r"[,(]\s?\d{1,3}(?=[,)])"
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of the headline. `digits` is its value without “million”; `step` the worth of its last digit."""

    span: Span
    value: float
    digits: float
    step: float
    before: str
    rest: str

    @property
    def tolerance(self) -> float:
        """How far off a figure may be that it is rounded from."""
        if _HEDGED.search(self.before) or self.rest.startswith("+"):
            return max(0.15 * self.value, 1)
        if self.step != 1:
            return min(self.step, 0.5 * self.value)  # “tops $3B” of 3.19 billion: cut off, not rounded
        if self.value < 20:
            return 0
        return (0.06 if self.value % 5 == 0 else 0.02) * self.value


class UnsupportedNumber(Rule):
    """The headline has a figure that stands in the article in no form: digits, words, rounded, or worked out.

    Tolls rise and sums are corrected while a story is on the desk, and the headline is what is forgotten. The
    rule knows 1.3M for 1,312,000, “dozen” for 12, the sum of two figures of a sentence, and ages and
    times that follow from the years given. It is silent on years, on figures in names and idioms (No. 24, 9/11,
    Category 5), on lists (“10 best …”), in questions, and where a rough word of the article (“dozens”, “half”)
    may stand for the figure.

    Source: AP Stylebook, “headlines” (they must be borne out by the story) and “numerals”.
    """

    name = "Headline.UnsupportedNumber"
    severity = "warning"
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
        headline = article.headline
        if headline is None or _LIST.match(headline.words) or not any(map(str.isdigit, headline.words)):
            return
        figures = [figure for figure in _figures(headline) if not _names_something(figure)]
        rest = [part for part in article.parts if part is not headline]
        if not figures or not rest:
            return
        text = "\n".join(part.words for part in rest)
        values = _values(article, text)
        for figure in figures:
            if not _borne_out(figure, values, text):
                words = headline.words[figure.span.start : figure.span.end]
                yield Finding(
                    headline.text_span(*figure.span),
                    f"“{words}” stands nowhere in the article.",
                    related=tuple(_nearest(article, figure)),
                    confidence=0.7,
                    evidence="sought in digits, in words, rounded, and as the sum of two figures",
                )


def _figures(headline: Part) -> Iterator[_Figure]:
    words = headline.words
    for match in _FIGURE.finditer(words):
        digits = match["figure"].replace(",", "")
        scale = _SCALES[(match["word"] or match["letter"] or "").lower()] if match["word"] or match["letter"] else 1.0
        decimals = len(digits.partition(".")[2])
        start = match.start() - (words[match.start() - 1 : match.start()] in tuple("$£€¥"))
        yield _Figure(
            Span(start, match.end()),
            float(digits) * scale,
            float(digits),
            scale * 10.0**-decimals,
            words[:start],
            words[match.end() :],
        )


def _names_something(figure: _Figure) -> bool:
    year = figure.step == 1 and 1500 <= figure.value <= 2100
    return (
        figure.value <= 1
        or year
        or _NAMED_BEFORE.search(figure.before) is not None
        or _NAMED_AFTER.match(figure.rest) is not None
    )


def _values(article: Article, text: str) -> list[float]:
    """Return the values of all figures and number words below the headline."""
    headline = article.headline
    found = {
        abs(float(number.value))
        for number in article.facts(numbers)
        if headline is None or not headline.span.contains(number.span)
    }
    for match in _ANY_FIGURE.finditer(text):
        value = float(match["figure"].replace(",", ""))
        found.add(value)
        if match["scale"]:
            found.add(value * _SCALES[match["scale"].lower()])
    return sorted(value for value in found if value < 1e18)


def _borne_out(figure: _Figure, values: list[float], text: str) -> bool:
    tolerance = figure.tolerance

    def fits(value: float) -> bool:
        whole_of_decimal = value != int(value) and abs(value - figure.value) < 1
        return abs(value - figure.value) <= tolerance + 1e-9 or whole_of_decimal

    if any(map(fits, values)) or any(map(fits, _sums(text))):
        return True
    if figure.digits != figure.value and figure.digits in values:
        return True  # “between $250 and $260 million”
    if _SHARE.match(figure.rest):
        return _SHARES.search(text) is not None
    if figure.value <= 3 and _ROUGH.search(text):
        return True
    unit = _TIME_AFTER.match(figure.rest)
    if unit is None and not _AGE.search(figure.before):
        return False
    stated = pattern(rf"\d[\s-]{unit['unit']}", re.IGNORECASE) if unit else _AGES
    # A time that the article leaves to be worked out is not to be missed in it; one that it states otherwise is.
    return stated.search(text) is None or _LONG_TIMES.search(text) is not None or _follows(figure, text)


def _follows(figure: _Figure, text: str) -> bool:
    """Whether a length of time or an age follows from two years of the article, or from one and about today's."""
    years = sorted({int(match.group()) for match in _YEAR.finditer(text)})
    gaps = (later - earlier for earlier, later in combinations(years, 2))
    return any(abs(gap - figure.value) <= 1 for gap in gaps) or any(
        _RECENT.start <= year + figure.value < _RECENT.stop for year in years
    )


def _sums(text: str) -> Iterator[float]:
    """Yield what two numbers of a sentence make: 12 soldiers and seven children; 105 of 150, which leaves 45."""
    for sentence in re.split(r"(?<=[.!?;])\s+|\n", text):
        found = list(numbers_in(sentence))[:8]
        for one, other in combinations(found, 2):
            yield float(one.value + other.value)
            if sentence[one.span.end : other.span.start].strip() in ("of", "out of", "of the"):
                yield float(other.value - one.value)


def _nearest(article: Article, figure: _Figure) -> Iterator[Related]:
    """Yield the figure of the article that looks most like the one meant: within a factor of two, the first."""
    headline = article.headline
    for number in article.facts(numbers):
        above = headline is not None and headline.span.contains(number.span)
        if not above and figure.value / 2 <= float(number.value) <= figure.value * 2:
            yield Related(number.span, "the article has this")
            return
