"""The figures of a headline: their value, and what sort of thing each of them states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from copydesk.facts.numbers import Hedge, numbers_in
from copydesk.rules import Part, Span, pattern
from copydesk_rules.headline._lexicon import (
    DATES,
    IDIOMS,
    MONTHS,
    NOTHING_FURTHER,
    NUMBERED,
    SCALES,
    TIME_UNITS,
    Further,
    any_of,
)

Sort = Literal["count", "age", "time", "money", "share", "named", "score", "year"]

SIGNS = "$£€¥₹₽"
_SCORE = pattern(r"(?<![\w-])(\d{1,3})\s?[–-]\s?(\d{1,3})(?![\w-]|\s?%)")
_RANGE = pattern(r"\s?[–-]\s?\d|\s?(?:to|or)\s\d", re.IGNORECASE)
_TIME = pattern(
    rf"[\s-](?:(?:more|straight|consecutive|full|long|extra|further|whole)\s+)?(?P<unit>{'|'.join(TIME_UNITS)})(?:s|\b)(?!-old)",
    re.IGNORECASE,
)
_OLD = pattern(r"[\s-](?:and-a-half-)?(?:year|yr)s?[\s-]olds?\b|[\s-]?y\.?o\.?\b", re.IGNORECASE)
_AGE_BEFORE = pattern(
    r"(?:\b(?:aged?|dead(?:\s+\w+)?\s+at|dies(?:\s+\w+)?\s+at|died\s+at|dying\s+at|passes\s+away\s+at|turn(?:s|ed|ing)?)\s+|"
    r"[^\W\d]['’]?,\s+)$",
    re.IGNORECASE,
)
_AGE_AFTER = pattern(r"\s*(?:$|[,;:)]|[-–—]\s|and\s(?:up|over|under)\b|or\s(?:older|younger)\b)", re.IGNORECASE)
_SHARE = pattern(r"\s?(?:%|percent\b|per\scent\b|pct\b|percentage)", re.IGNORECASE)
_MONEY = pattern(r"\s?(?P<unit>dollars?|pounds?|euros?|yen|rupees?|roubles?|rubles?|yuan|cents?)\b", re.IGNORECASE)
_CLOCK = pattern(
    r"[/:]\d|\s?(?:[ap]\.?m\b|o[’']clock|percenters?\b|(?:gmt|utc|bst|cet|e[sd]?t|p[sd]t|hrs)\b)", re.IGNORECASE
)
# Hereford 1-1 Doncaster: the headline itself gives the result.
_RESULT = pattern(r"[^\W\d_][^\d,:;?!]{2,40}\s\d{1,3}\s?[–-]\s?\d{1,3}\s[^\W\d_][^\d,:;?!]{2,40}$")
_DAY_BEFORE_MONTH = pattern(rf"\s(?:of\s)?(?P<month>{MONTHS})\b", re.IGNORECASE)
_MEASURED = pattern(
    r"\s?-?(?:mph|km/?h|kph|miles?|km|kilomet\w+|met(?:er|re)s?|feet|ft|acres?|tons?|tonnes?|kg|lbs?|people|dead|jobs|"
    r"troops|homes|workers|flights|points|deaths|cases|victims)\b",
    re.IGNORECASE,
)
_STUCK = pattern(r"[#/@:.-]$|[A-Za-z][’']?$|(?:^|\s)[B-HJ-Z]\s$")
_CLIPPED_YEAR = pattern(r"[’'](?=\d\d(?!\d|,\d|%|\s?percent))")
_OF_A_YEAR = pattern(
    r"(?:\b(?:in|since|of|from|by|until|till|after|before|the|circa|early|late|mid|a|an|for|to|and|vs)|[’']s)[\s-]+$",
    re.IGNORECASE,
)
_LAST_DAY = 31
_STUCK_BEHIND = 2  # letters that may stand behind a figure without a blank
_YEARS = range(1500, 2101)
_RECENT = range(1900, 2051)
_HEDGES: dict[str, Hedge] = {
    **dict.fromkeys(("nearly", "almost", "near", "approaching", "under", "below"), "under"),
    **dict.fromkeys(("about", "around", "roughly", "some", "estimated", "~"), "about"),
    **dict.fromkeys(("over", "than", "least", "past", "tops", "top", "exceeds", "exceed", "passes", "above"), "over"),
}
_HEDGED = pattern(r"([\w~]+)\s+[$£€¥]?$")
_WORD = pattern(r"[\s-]+([^\W\d_][\w’'-]*)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the headline.

    `digits` is its value without “million”; `step` the worth of its last digit; `unit` that of a time; `currency`
    its sign; `label` the word that it numbers (“Category”); `nouns` the words behind it, in lower case;
    `versus` the other half of a score; `before` the headline up to it.
    """

    span: Span
    words: str
    value: float
    digits: float
    step: float
    sort: Sort
    unit: str = ""
    currency: str = ""
    hedge: Hedge = ""
    label: str = ""
    nouns: tuple[str, ...] = ()
    versus: float = 0.0
    before: str = ""

    @property
    def rounded(self) -> float:
        """The worth of the last digit that need not be zero: 10 for 50, 1,000 for 2K, 1 for 47."""
        step = self.step
        while step >= 1 and self.value and self.value % (step * 10) == 0:
            step *= 10
        return step


class _Forms(NamedTuple):
    """How figures and what they number are written, with what a word behind a figure makes of it."""

    figure: re.Pattern[str]
    label: re.Pattern[str]
    scales: Mapping[str, float]


@cache
def _forms(further: Further) -> _Forms:
    scales = SCALES | further.worth
    words = any_of([word for word in scales if len(word) > 1])
    letters = any_of([word for word in scales if len(word) <= _STUCK_BEHIND])
    labels = any_of([*NUMBERED, *further.numbered])
    return _Forms(
        # Headlines shorten what articles write out: $1.3M, 6K, 2.5bn.
        pattern(
            r"(?<![\w.,])(?P<figure>\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?|\d{1,12}(?:\.\d{1,6})?)"
            rf"(?:[\s-](?P<word>{words})\b|(?P<letter>{letters})\b)?(?!\w|\.\d)",
            re.IGNORECASE,
        ),
        pattern(rf"\b(?P<label>{labels}|{MONTHS})\.?\s*$", re.IGNORECASE),
        scales,
    )


def figures(part: Part, further: Further = NOTHING_FURTHER) -> Iterator[Figure]:
    """Yield what a headline states in figures or number words, idioms and clock times left out.

    `further` is what a house adds to the words of the lexicon.
    """
    yield from figures_in(part.words, further)


def figures_in(words: str, further: Further = NOTHING_FURTHER) -> Iterator[Figure]:
    """Yield what the words of a headline state, as `figures` does."""
    forms = _forms(further)
    taken: list[Span] = []
    for match in _SCORE.finditer(words):
        if _RESULT.match(words):
            return
        taken.append(Span(*match.span()))
        one, other = float(match[1]), float(match[2])
        yield Figure(taken[-1], match[0], one, one, 1, "score", versus=other)
    for match in forms.figure.finditer(words):
        if not any(span.start <= match.start() < span.end for span in taken):
            found = _figure(words, match, forms, further.idioms)
            if found is not None:
                yield found
    for number in numbers_in(words):
        if number.form == "words" and 2 <= number.value == int(number.value):
            value = float(number.value)
            span, rest = number.span, words[number.span.end :]
            if not rest.startswith("-") or _TIME.match(rest) or _OLD.match(rest):
                sort, unit = _sort(words[: span.start], rest, value, 1, plain=False)
                if sort in ("count", "age", "time", "share"):
                    yield Figure(
                        span, words[span.start : span.end], value, value, float(number.step), sort, unit,
                        hedge=_hedge(words[: span.start]), nouns=nouns_after(rest), before=words[: span.start],
                    )  # fmt: skip


def _figure(words: str, match: re.Match[str], forms: _Forms, idioms: Sequence[str]) -> Figure | None:
    digits = match["figure"].replace(",", "")
    named = (match["word"] or match["letter"] or "").lower()
    if match["letter"] in ("m", "b", "t") and words[match.start() - 1 : match.start()] not in tuple(SIGNS):
        return None  # the 100m final
    scale = forms.scales[named] if named else 1.0
    decimals = len(digits.partition(".")[2])
    start = match.start()
    currency = words[start - 1 : start] if start and words[start - 1] in SIGNS else ""
    start -= len(currency)
    before, rest = words[:start], words[match.end() :]
    if _CLOCK.match(rest) or _RANGE.match(rest):
        return None
    is_age = _AGE_BEFORE.search(before) and _AGE_AFTER.match(rest)  # dies at 101
    if not is_age and _is_idiom(words, start, match.end(), idioms):
        return None
    value = float(digits) * scale
    plain = scale == 1 and not currency and not decimals and "," not in match["figure"]
    label = forms.label.search(before)
    month = _DAY_BEFORE_MONTH.match(rest)
    if plain and value <= _LAST_DAY and month:
        return Figure(Span(start, match.end()), words[start : match.end()], value, value, 1, "named",
                      label=month["month"].lower(), before=before)  # fmt: skip
    if label and value > _LAST_DAY and label["label"].lower() in DATES:
        label = None  # June 2020
    clipped = _CLIPPED_YEAR.match(words, start - 1) is not None and not _TIME.match(rest)
    if plain and (label or clipped or _STUCK.search(before)):
        return Figure(Span(start, match.end()), words[start : match.end()], value, value, 1, "named",
                      label=label["label"].lower() if label else "", before=before)  # fmt: skip
    sort, unit = _sort(before, rest, value, scale, plain=plain)
    if currency:
        sort = "money"
    return Figure(
        Span(start, match.end()), words[start : match.end()],
        value, float(digits), scale * 10.0**-decimals, sort, unit,
        currency or unit if sort == "money" else "", _hedge(before) or ("over" if rest.startswith("+") else ""),
        nouns=nouns_after(rest), before=before,
    )  # fmt: skip


def _sort(before: str, rest: str, value: float, scale: float, *, plain: bool) -> tuple[Sort, str]:
    """Say what a figure between `before` and `rest` states, and the unit of a time or of money."""
    if _SHARE.match(rest):
        return "share", ""
    money = _MONEY.match(rest)
    if money and value != 2:
        return "money", money["unit"].lower().rstrip("s")
    if value < 150 and _OLD.match(rest):
        return "age", ""
    if scale == 1 and _AGE_BEFORE.search(before) and _AGE_AFTER.match(rest):
        return "age", ""
    time = _TIME.match(rest)
    if time:
        return "time", time["unit"].lower()
    if plain and not _MEASURED.match(rest) and (value in _RECENT or (value in _YEARS and _OF_A_YEAR.search(before))):
        return "year", ""
    return "count", ""


def _is_idiom(words: str, start: int, end: int, idioms: Sequence[str]) -> bool:
    """Whether the figure with the words beside it is an idiom or a title that states nothing: 24/7, 30 Rock."""
    lowered = words.lower()
    for idiom in (*IDIOMS, *idioms):
        at = lowered.find(idiom, max(0, start - len(idiom)), end + len(idiom))
        if at >= 0 and at <= start and end <= at + len(idiom) and not (
            lowered[at - 1 : at].isalnum() or lowered[at + len(idiom) : at + len(idiom) + 1].isalnum()
        ):  # fmt: skip
            return True
    return False


def _hedge(before: str) -> Hedge:
    match = _HEDGED.search(before)
    return _HEDGES.get(match[1].lower(), "") if match else ""


def nouns_after(rest: str) -> tuple[str, ...]:
    """Return the first words of `rest` that nothing but blanks and hyphens part, in lower case."""
    found: list[str] = []
    at = 0
    while len(found) < 4 and (match := _WORD.match(rest, at)):
        found.append(match[1].lower().replace("’", "'").removesuffix("'s"))
        at = match.end()
    return tuple(found)
