"""Numbers: figures and number words, with their value and how exactly they are given.

`article.facts(numbers)` is a tuple of all of them in the order of the text. Ordinals (1st), decades (1990s),
clock times (10:30), dates with slashes and figures that belong to a name (F-16) are not numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.article.sentences import small_words
from copydesk.patterns import pattern

Form = Literal["figures", "words"]
Hedge = Literal["", "about", "over", "under"]

ONE = Decimal(1)


class Number(msgspec.Struct, frozen=True):
    """A number as written.

    `step` is the worth of its last written digit: 1 for 35 and 1,150, 0.1 for 21.7, 100,000 for 2.5 million.
    `currency` is the sign before it (“$”), `hedge` what a word before it says (“about 20”, “nearly 20”: under).
    """

    span: Span
    value: Decimal
    step: Decimal
    form: Form = "figures"
    currency: str = ""
    hedge: Hedge = ""

    @property
    def round_step(self) -> Decimal:
        """The coarsest precision it may have been rounded to: 10 for 1,150, 100 for 300, 1 for 35."""
        step = self.step
        if step < 1:
            return step  # nobody writes 35.0 who means 35
        while self.value and not self.value % (step * 10):
            step *= 10
        return step


def local(part: Part) -> tuple[Number, ...]:
    """Return the numbers of a part, spans relative to it."""
    return numbers_in(part.words, part.vocabulary)


def combine(article: Article, locals_: Sequence[tuple[Number, ...]]) -> tuple[Number, ...]:
    """Return the numbers of the article, spans in its text."""
    return tuple(
        replace(number, span=part.text_span(*number.span))
        for part, found in zip(article.parts, locals_, strict=True)
        for number in found
    )


_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "mln": Decimal(10**6),
    "billion": Decimal(10**9),
    "bln": Decimal(10**9),
    "bn": Decimal(10**9),
    "trillion": Decimal(10**12),
    "tn": Decimal(10**12),
}
_VULGAR = {
    sign: Decimal(int(parts[0])) / int(parts[2])
    for sign, parts in {
        **{
            "½": "1/2",
            "⅓": "1/3",
            "⅔": "2/3",
            "¼": "1/4",
            "¾": "3/4",
            "⅕": "1/5",
            "⅖": "2/5",
            "⅗": "3/5",
            "⅘": "4/5",
        },
        **{"⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅑": "1/9"},
    }.items()
} | {"⅒": Decimal("0.1")}
_SIGN = f"[{''.join(_VULGAR)}]"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
_PLAIN = str.maketrans(_RAISED + _LOWERED, "0123456789" * 2)
# Of a fraction with its own stroke, U+2044: 1⁄2, ¹⁄₂.
_SLASHED = (
    rf"(?P<{{0}}>\d{{{{1,2}}}}|[{_RAISED}]{{{{1,2}}}})⁄"
    rf"(?P<{{1}}>[1-9]\d?|[{_LOWERED[1:]}][{_LOWERED}]?)(?![\d{_LOWERED}])"
)
_DIGIT = pattern(rf"[\d{''.join(_VULGAR)}{_RAISED}]")
_LEAD = len("$ negative ")  # the most that stands before the first digit of a figure
_FIGURE = pattern(
    rf"""
    (?=[\d.{"".join(_VULGAR)}{_RAISED}$£€¥₽₹−–Mmn-])   # which is quick to say no
    (?<![\w.,:])(?<!\d/)(?<![A-Za-z][-‐‑])                        # not inside a word, a time or a name such as F-16
    (?P<currency>[$£€¥₽₹]\s?)?
    (?P<sign>(?<![\w)])[-−–](?=\.?\d)|(?:[Mm]inus|negative)\s(?=\d))?
    (?:
      (?P<whole>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,3}}(?:[\u00a0\u2009\u202f]\d{{3}}){{1,4}}|\d{{1,15}})(?P<decimals>\.\d{{1,9}})?
      (?:[ -]?(?P<vulgar>{_SIGN})|[ -](?P<top>\d)/(?P<bottom>2|3|4|8|16)(?![\d/])
        |(?:[ -]|(?=[{_RAISED}])){_SLASHED.format("over", "under")})?
      | (?P<point>\.\d{{1,9}}) | (?P<alone>{_SIGN}) | (?P<part>[1-7])/(?P<of>2|3|4|8)
      | {_SLASHED.format("upper", "lower")}
    )
    (?!\d|[:,./⁄]\d|s\b|(?<=1)(?<!11)st\b|nd\b|rd\b|th\b)  # 11st is eleven stone
    (?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|mln|bln|bn|tn)\b)?
    (?P<short>(?<=\d)\s?m\b)?
    """,
    re.VERBOSE,
)

_SMALL = {
    word: Decimal(value)
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: Decimal(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_MULTIPLES = {
    **{word: _SCALES[word] for word in ("hundred", "thousand", "million", "billion", "trillion")},
    "dozen": Decimal(12),
}
_FRACTIONS = frozenset("half quarter quarters third thirds".split())
_NUMERALS = frozenset((*_SMALL, *_TENS, *_MULTIPLES)) | _FRACTIONS
_LETTER = pattern(r"\w")
_MOST = 10**15
_LONGEST = 16  # words of a number, “nine hundred and ninety-nine million …” and so on
_GAP = pattern(r"[\s-]|\s+and\s+|-and-")
_AND_A_HALF = pattern(
    r"(?:\s+and\s+|-and-)an?[\s-](?P<part>half|quarter)\b(?:\s(?P<scale>thousand|million|billion|trillion)\b)?"
)
_PORTION = pattern(
    r"\b(?:(?P<half>half(?:\s+an?|-an?)?)|(?:a|one)[\s-](?P<one>quarter|third)|(?P<three>three[\s-]quarters)"
    r"|(?P<two>two[\s-]thirds))(?:\s+of\s+an?)?(?=[\s-][a-z]|,\s(?:from|to)\s)",
    re.IGNORECASE,
)
_PORTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": ONE / 3}

_HEDGES: dict[Hedge, str] = {
    "about": r"about|around|approximately|approx\.?|roughly|some|an?\ estimated|circa|ca?\.|[~≈∼]",
    "over": r"over|more\ than|at\ least|in\ excess\ of|upwards?\ of|exceeding|above|greater\ than|beyond",
    "under": r"nearly|almost|under|less\ than|fewer\ than|up\ to|as\ much\ as|as\ many\ as|close\ to|below",
}
_HEDGE_ENDS = tuple(
    "about around approximately approx roughly some estimated circa over than least of exceeding above beyond "
    "nearly almost under to as below ca c . ~ ≈ ∼".split()
)
_HEDGE = pattern(
    "(?:" + "|".join(rf"(?P<{name}>(?:(?<!\w){forms}))" for name, forms in _HEDGES.items()) + r")\s*$",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=1_000)  # several facts and rules ask of the same paragraphs
def numbers_in(words: str, vocabulary: frozenset[str] | None = None) -> tuple[Number, ...]:
    """Return the numbers of a text in order; spans count code points of `words`.

    `vocabulary` is every word of the text in lower case, where that is known: it spares a search.
    """
    numerals = _NUMERALS.intersection(small_words(words) if vocabulary is None else vocabulary)
    found = list(_figures(words))
    if numerals:
        found += _portions(words, numerals)
        found += _number_words(words, numerals)
    found.sort(key=lambda number: number.span)
    kept: list[Number] = []
    end = 0
    for number in found:
        if number.span.start >= end:
            hedge = _hedge_before(words, number.span.start)
            kept.append(replace(number, hedge=hedge) if hedge else number)
            end = number.span.end
    return tuple(kept)


def _hedge_before(words: str, start: int) -> Hedge:
    before = words[max(0, start - 16) : start].rstrip().lower()
    if not before.endswith(_HEDGE_ENDS):
        return ""
    match = _HEDGE.search(words, max(0, start - 16), start)
    if match is None:
        return ""
    return next(hedge for hedge in _HEDGES if match[hedge])


def _written(words: str) -> Iterator[re.Match[str]]:
    """Yield the figures of a text. They are looked for where digits are: half of all paragraphs have none."""
    end = 0
    for digit in _DIGIT.finditer(words):
        if digit.start() >= end:
            match = _FIGURE.search(words, max(end, digit.start() - _LEAD))
            if match is None:
                return
            yield match
            end = match.end()


def _figures(words: str) -> Iterator[Number]:
    for match in _written(words):
        value, step = _figure(match)
        end = match.end()
        currency = (match["currency"] or "").strip()
        if match["short"]:
            if currency:  # £5m; without a sign before it, the m may as well be meters
                value, step = value * 10**6, step * 10**6
            else:
                end = match.start("short")
        if match["scale"]:
            value, step = value * _SCALES[match["scale"]], step * _SCALES[match["scale"]]
        yield Number(Span(match.start(), end), -value if match["sign"] else value, step, "figures", currency)


_NO_DIGITS = pattern(r"\D")


def _figure(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Return value and step of a figure, without sign and scale."""
    if match["point"]:
        return Decimal("0" + match["point"]), Decimal(1).scaleb(1 - len(match["point"]))
    if match["alone"]:
        return _VULGAR[match["alone"]], _VULGAR[match["alone"]]
    if match["part"]:
        return Decimal(match["part"]) / Decimal(match["of"]), ONE / Decimal(match["of"])
    if match["upper"]:
        return _ratio(match["upper"], match["lower"])
    decimals = match["decimals"] or ""
    value = Decimal(_NO_DIGITS.sub("", match["whole"]) + decimals)
    if match["vulgar"]:
        return value + _VULGAR[match["vulgar"]], min(_VULGAR[match["vulgar"]], Decimal("0.5"))
    if match["over"]:
        part, step = _ratio(match["over"], match["under"])
        return value + part, step
    if match["top"]:
        return value + Decimal(match["top"]) / Decimal(match["bottom"]), ONE / Decimal(match["bottom"])
    return value, ONE.scaleb(1 - len(decimals)) if decimals else ONE


def _ratio(top: str, bottom: str) -> tuple[Decimal, Decimal]:
    """Return value and step of a fraction, whose figures may be raised and lowered."""
    of = Decimal(bottom.translate(_PLAIN))
    return Decimal(top.translate(_PLAIN)) / of, ONE / of


def _portions(words: str, numerals: frozenset[str]) -> Iterator[Number]:
    if not _FRACTIONS.isdisjoint(numerals):
        for match in _PORTION.finditer(words):
            value = _portion(match)
            yield Number(Span(*match.span()), value, value, "words")


def _places(words: str, numerals: frozenset[str]) -> list[tuple[Span, str]]:
    """Return where number words stand, in order: to find each that there is beats a pattern for all."""
    found: list[tuple[Span, str]] = []
    for numeral in numerals - _FRACTIONS:
        for written in (numeral, numeral.capitalize(), numeral.upper()):
            end = 0
            while (start := words.find(written, end)) >= 0:
                end = start + len(written)
                if not _LETTER.match(words[start - 1 : start]) and not _LETTER.match(words, end):
                    found.append((Span(start, end), numeral))
    return sorted(found)


def _number_words(words: str, numerals: frozenset[str]) -> Iterator[Number]:
    tokens = _places(words, numerals)
    position = 0
    while position < len(tokens):
        length, value, step = _phrase(words, tokens[position : position + _LONGEST])
        start, end = tokens[position][0].start, tokens[position + length - 1][0].end
        if tokens[position][1] in _MULTIPLES:
            before = re.search(r"\ban?\s$", words[max(0, start - 3) : start])
            start = start - len(before[0]) if before else -1  # “hundreds of”, “the million”: no number
        if tail := _AND_A_HALF.match(words, end):
            portion = _PORTIONS[tail["part"]]
            scale = step if step >= 1000 else ONE
            value, step, end = value + portion * scale, portion * scale, tail.end()
            if tail["scale"]:
                value, step = value * _SCALES[tail["scale"]], step * _SCALES[tail["scale"]]
        if start >= 0:
            yield Number(Span(start, end), value, step, "words")
        position += length


def _portion(match: re.Match[str]) -> Decimal:
    if match["half"]:
        return _PORTIONS["half"]
    if match["one"]:
        return _PORTIONS[match["one"].lower()]
    return Decimal("0.75") if match["three"] else Decimal(2) / 3


def _phrase(words: str, tokens: Sequence[tuple[Span, str]]) -> tuple[int, Decimal, Decimal]:
    """Return how many tokens make one number (“two hundred and five”), its value and its step."""
    total = current = Decimal(0)
    step, length, last = ONE, 0, ""
    for place, word in tokens:
        if current > _MOST:
            break  # a hundred hundred hundred …: longer than arithmetic is exact
        if length and not _goes_on(words[tokens[length - 1][0].end : place.start], last, word):
            break
        if word in _MULTIPLES and (scale := _MULTIPLES[word]) >= 1000:
            total, current, step = total + (current or ONE) * scale, Decimal(0), scale
        elif word in _MULTIPLES:
            current, step = (current or ONE) * _MULTIPLES[word], _MULTIPLES[word] if word == "hundred" else ONE
        else:
            current += _SMALL[word] if word in _SMALL else _TENS[word]
            step = ONE
        length, last = length + 1, word
    return length, total + current, step


def _goes_on(gap: str, last: str, word: str) -> bool:
    if not _GAP.fullmatch(gap):
        return False
    if word in _MULTIPLES:
        return "and" not in gap and last != "dozen"
    if last in _TENS:
        return word in _SMALL and 1 <= _SMALL[word] <= 9 and "and" not in gap
    return last in _MULTIPLES and last != "dozen"
