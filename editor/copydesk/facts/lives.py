"""Births and ages: “born in 1922”, “Day, 97,”, “died aged 97”, “(1922–2019)”.

`article.facts(lives)` holds them in the order of the text. Whose they are is for names to say: `near` is where the
words for the person should stand, at or right before it in the sentence that begins at `sentence`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.patterns import pattern


class Birth(msgspec.Struct, frozen=True):
    """Somebody's birth. `month` and `day` are 0 where only the year stands; `died` the year behind a dash, or 0."""

    span: Span
    sentence: Span
    near: int
    year: int
    month: int = 0
    day: int = 0
    died: int = 0


class Age(msgspec.Struct, frozen=True):
    """Somebody's age. `at_death`: at which they died; `in_year`: the year beside it, or that of the death, or 0."""

    span: Span
    sentence: Span
    near: int
    years: int
    at_death: bool = False
    in_year: int = 0


class Lives(msgspec.Struct, frozen=True):
    """The births of an article, and its ages if it has any births: one without the other tells nothing."""

    births: tuple[Birth, ...] = ()
    ages: tuple[Age, ...] = ()


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    rf"(?:(?P<m>{_MONTH})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?"
    rf"(?P<m2>{_MONTH}),?\s|{_MONTH}\s)?"
)
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?!\d)"
_BORN = pattern(
    rf"(?i:\bborn)\b(?P<rest>[^.;()\d]{{0,90}}?(?:\b(?:in|on)\s(?:the\s)?|,\s|(?<=born)\s)){_DATE}{_YEAR}"
)
_BORN_IN_BRACKETS = pattern(rf"\((?:b\.|born)\s(?P<rest>[^()\d]{{0,30}}\s)?{_DATE}{_YEAR}\)")
_LIFE = pattern(r"\((?P<year>1[89]\d\d)\s?[–—-]\s?(?P<died>1[89]\d\d|20\d\d)\)")
_DIGIT = pattern(r"\d")
_AGE = pattern(
    r"\b(?:[Aa]ged?|(?:[Dd]ie[sd]?|[Dd]ead|killed|[Dd]eath)\s(?:[a-z]+\s){0,4}?at|at\s(?:the\s)?age"
    r"(?:\sof)?|the\sage\sof"
    r"|turn(?:s|ed|ing)|(?:is|was|now)(?:\snow)?)\s(?:about\s)?(?P<n>\d{1,3})"
    r"(?=\s?(?:$|[,.;:)—–]|\s(?:years?\sold|in\s\d{4}|when|and|on|at|last|this|after|from|following|of"
    r"|yesterday|today)\b))"
    r"(?![.,]\d)|,\s(?P<n2>\d{1,3}),|\b(?P<n3>\d{1,3})-year-old\s(?=[A-Z])|\b(?:[Dd]ie[sd]?|[Dd]ead)\s"
    r"(?P<n4>\d{1,3})\b"
)
_NEAR = 300  # code points before an age in which the death may stand
_ABOUT = pattern(r"\b(?:about|around|approximately|nearly|almost|over|under)\s$")
_DEATH = pattern(r"\b(?:die[sd]?|dead|death|killed|passed\saway|passed)\b", re.I)
_IN_YEAR = pattern(r"\sin\s(?:[A-Z][a-z]+\s)?((?:19|20)\d\d)\b")
_YEAR_BEFORE = pattern(r"\sin\s(?:[A-Z][a-z]+\s)?((?:1[89]|20)\d\d),?\s$")
_DIED_IN = pattern(r"\s(?:[a-z]+\s){0,3}(?:in|on)\s(?:[\w.]+\s){0,2}(?:\d{1,2},\s)?((?:1[89]|20)\d\d)\b")


def local(part: Part) -> Lives:
    """Return the births of a part, spans relative to it."""
    words = part.words
    births: list[Birth] = []
    if "born" in part.vocabulary or "b" in part.vocabulary:
        births += _births(part)
    births += (
        Birth(
            Span(*match.span()),
            _sentence(part, match.start()),
            match.start(),
            int(match["year"]),
            died=int(match["died"]),
        )
        for match in (_LIFE.finditer(words) if "(" in words else ())
    )
    return Lives(tuple(births))


def combine(article: Article, locals_: Sequence[Lives]) -> Lives:
    """Return the births and ages of the article, spans in its text."""
    births: list[Birth] = []
    ages: list[Age] = []
    for part, here in zip(article.parts, locals_, strict=True):
        births += (replace(one, **_moved(part, one)) for one in here.births)
    for part in article.parts if births else ():
        ages += (replace(one, **_moved(part, one)) for one in _ages(part))
    return Lives(tuple(births), tuple(ages))


def _moved(part: Part, one: Birth | Age) -> dict[str, Span | int]:
    span = part.text_span(*one.span)
    near = part.text_span(one.near, one.near + 1).start if one.near < len(part.words) else span.start
    return {"span": span, "sentence": part.text_span(*one.sentence), "near": near}


def _sentence(part: Part, at: int) -> Span:
    index = bisect_right(part.sentences, at, key=lambda span: span.start) - 1
    return part.sentences[index] if index >= 0 else Span(0, len(part.words))


def _births(part: Part) -> Iterator[Birth]:
    found = {match.span("year"): match for match in _BORN.finditer(part.words)}
    found |= {match.span("year"): match for match in _BORN_IN_BRACKETS.finditer(part.words)}
    for match in found.values():
        month, day = match["m"] or match["m2"], match["d"] or match["d2"]
        if " and " in (match["rest"] or ""):
            continue  # “born there and moved in 1990”
        yield Birth(
            Span(*match.span("year")),
            _sentence(part, match.start()),
            match.start(),
            int(match["year"]),
            _MONTHS.index(month[:3].lower()) + 1 if month and day else 0,
            int(day) if day else 0,
        )


def _ages(part: Part) -> Iterator[Age]:
    words = part.words
    for match in _AGE.finditer(words) if _DIGIT.search(words) else ():
        group = next(name for name in ("n", "n2", "n3", "n4") if match[name])
        if (
            _ABOUT.search(words, max(0, match.start(group) - 20), match.start(group))
            or not 0 < int(match[group]) < 125
        ):
            continue
        sentence = _sentence(part, match.start())
        rest = words[match.end() : min(sentence.end, match.end() + 40)]
        in_year = _IN_YEAR.match(rest)
        death = _DEATH.search(words, max(sentence.start, match.start() - _NEAR), min(sentence.end, match.end()))
        at_death = death is not None and group != "n3"
        if death is not None and in_year is None:
            in_year = _DIED_IN.match(words, death.end(), sentence.end)
        if group == "n" and in_year is None:  # “won gold in 1996 at the age of 34”
            in_year = _YEAR_BEFORE.search(words, max(sentence.start, match.start() - 20), match.start())
        near = match.end() if group == "n3" else match.start()
        yield Age(
            Span(*match.span(group)), sentence, near, int(match[group]), at_death, int(in_year[1]) if in_year else 0
        )
