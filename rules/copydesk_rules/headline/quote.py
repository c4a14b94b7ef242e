"""Words in quotation marks in the headline that nobody in the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from copydesk.facts import quotations
from copydesk.facts.claims.lexicon import SAYING_FORMS
from copydesk.facts.names.lexicon import NOT_NAMES
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Options, Part, Rule, Span, pattern
from copydesk_rules.headline._citing import cited
from copydesk_rules.headline._sentences import content

_WORD = pattern(r"[^\W_]+(?:[’'][^\W_]+)*")
_ELLIPSIS = pattern(r"…|\.\.\.|\[[^\]]*\]|\*{2,}")
_FEWEST = 3  # words: shorter ones are titles, irony and single words as often as speech
_OF_WEIGHT = 2  # words that two quotations share and that say something
_LONGEST = 40
_ARTICLES = frozenset(("a", "an", "the"))  # which headlines leave out


@dataclass(frozen=True)
class QuoteOptions(Options):
    """`alike`: how alike, from 0 to 100, the words of the story must be to be taken for the same quotation."""

    alike: int = 60


class Quote(Rule):
    """The headline quotes words that differ from those of the story.

    A quotation is somebody’s own words, in the headline too. The rule looks for the headline’s quoted words, three or
    more, anywhere below it, whatever the marks, the case and the stops; where the story has them nowhere, and nearly
    the same within quotation marks, it shows both, and offers the story’s. Cuts shown by dots and insertions in
    brackets are no changes. It says nothing where nothing alike is quoted: titles and irony stand in quotation marks
    as well, and British headlines put what somebody says in other words into single ones.

    Source: AP Stylebook, “quotations in the news” (never alter quotations); Guardian style guide, “quotes”.
    """

    name = "Headline.Quote"
    severity = "suggestion"
    in_quotations = True
    options: QuoteOptions = QuoteOptions()
    examples = [
        Bad(
            "“We will never give up this island,” the mayor told reporters on Monday.",
            headline="Mayor: ‘We shall never give up this island’",
            found="‘We shall never give up this island’",
            fixed_headline="Mayor: ‘We will never give up this island’",
        ),
        Bad(
            "The coach said the referee had “made a horrible mistake in the last minute”.",
            headline="Coach says referee made 'terrible mistake in the last minute'",
            found="'terrible mistake in the last minute'",
            fixed_headline="Coach says referee made 'horrible mistake in the last minute'",
        ),
        Good("“We will never give up this island,” he said.", headline="Mayor: 'We will never give up this island'"),
        Good("“We will never, ever give up,” he said.", headline="Mayor: 'We will never … give up'"),
        Good(
            "Ministers will aim at the stamp duty, the party said. “We will raise it,” she said.",
            headline="Party 'to aim at stamp duty soon'",
        ),
        Good("The band sang all night.", headline="‘Long Way From Home’ tops charts"),
        Good("He called it “a rotten deal” on Monday.", headline="'Rotten' deal angers miners"),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None or not article.body:
            return
        for quoted in article.cache.get(quotations, headline, quotations.local):
            said = list(_WORD.finditer(quoted.words))
            if _FEWEST <= len(said) <= _LONGEST and not _ELLIPSIS.search(quoted.words):
                words = [_plain(match.group()) for match in said if match.group().lower() not in _ARTICLES]
                finding = self._compared(article, headline, quoted.span, words) if words else None
                if finding is not None:
                    yield finding

    def _compared(self, article: Article, headline: Part, span: Span, said: list[str]) -> Finding | None:
        wanted = " ".join(said)
        words: dict[Part, list[tuple[Span, str]]] = {}
        for below in article.parts:
            if below is not headline:
                words[below] = _words_of(below.words)
                if wanted in " ".join([plain for _, plain in words[below]]):
                    return None
        best, place = 0.0, None
        for quotation in article.facts(quotations):
            part = article.part_at(quotation.span.start)
            if part is None or part is headline:
                continue
            inside = [(token, plain) for token, plain in words[part] if _within(part, token, quotation.span)]
            plain = [word for _, word in inside]
            if fuzz.partial_ratio(wanted, " ".join(plain), score_cutoff=self.options.alike) == 0:
                continue
            score, first, last = _window(said, plain)
            if score > best and _may_be_one(said[0], plain[first]) and _may_be_one(said[-1], plain[last]):
                best, place = score, part.text_span(inside[first][0].start, inside[last][0].end)
        if place is None or best < self.options.alike:
            return None
        return _finding(article, headline, span, place, best)


def _words_of(text: str) -> list[tuple[Span, str]]:
    """Return the words of a text, without articles, where they stand and as they are compared."""
    found = ((Span(*match.span()), _plain(match.group())) for match in _WORD.finditer(text))
    return [(span, word) for span, word in found if word not in _ARTICLES]


def _within(part: Part, token: Span, quotation: Span) -> bool:
    return quotation.contains(part.text_span(*token))


def _may_be_one(one: str, other: str) -> bool:
    """Whether the first or last words of two passages may be one word, altered: “said he would” is not “told he”."""
    return one == other or not (one in SAYING_FORMS or other in SAYING_FORMS or {one, other} & NOT_NAMES)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _window(said: list[str], words: list[str]) -> tuple[float, int, int]:
    """Return how alike the words most like `said` are, from 0 to 100, and the first and the last of them."""
    best = (0.0, 0, 0)
    wanted = set(said)
    lengths = sorted(range(max(2, len(said) - 2), len(said) + 3), key=lambda length: abs(length - len(said)))
    for first in range(len(words)):
        for length in lengths:
            window = words[first : first + length]
            shared = wanted.intersection(window)
            if len(window) == length and len(shared) >= _FEWEST and len(content(" ".join(shared))) >= _OF_WEIGHT:
                score = 100 * Levenshtein.normalized_similarity(said, window)
                if score > best[0]:
                    best = (score, first, first + length - 1)
    return best


def _finding(article: Article, headline: Part, span: Span, place: Span, score: float) -> Finding:
    whole = headline.text_span(*span)
    written = article.words_at(whole)
    opening, closing = written[0], written[-1] if not written[-1].isalnum() else ""
    words = re.sub(r"\s+", " ", article.words_at(place))
    stop = next((sign for sign in reversed(written[:-1]) if not sign.isspace()), "")
    words = words[0].upper() + words[1:] if written[1:2].isupper() else words[0].lower() + words[1:]
    instead = f"{opening}{words}{stop if stop in ',.!?' else ''}{closing}"
    return Finding(
        whole,
        f"The headline quotes {written}; the article has “{words}”.",
        related=cited(article, place),
        fixes=(Fix(f"Change to {instead}", (Edit(*whole, instead),)),),
        confidence=round(score / 100, 2),
        evidence="nearly the same words stand in the article, and these nowhere",
    )
