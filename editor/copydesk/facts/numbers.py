"""Numbers: figures and number words, with their value and how exactly they are given.

`article.facts(numbers)` is a tuple of all of them in the order of the text: of the text layer's readings, the longest
at each place. Ordinals (1st), decades (1990s), clock times (10:30), dates with slashes and figures that belong to a
name (F-16) are not numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.text import Amount, Analysis, Tokens, analysis_of, lexicon
from copydesk.text.values.number_words import SCALES
from copydesk.text.words import DIGITS, FRACTIONS

Form = Literal["figures", "words"]
Hedge = Literal["", "about", "over", "under"]


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


_HYPHENS = frozenset("-‐‑")
_INSIDE = frozenset(".,:")
_LONGEST_NAME = 12  # tokens of a name with figures: scp2-173-5
_GLUED = frozenset(("s", "st", "nd", "rd", "th"))
_JOINTS = frozenset("/:⁄")
_PORTIONS = frozenset(("half", "quarter", "third", "quarters", "thirds"))
_USUAL = (2, 3, 4, 8)  # denominators


def local(part: Part) -> tuple[Number, ...]:
    """Return the numbers of a part, spans relative to it."""
    return numbers_in(part.words)


def combine(article: Article, locals_: Sequence[tuple[Number, ...]]) -> tuple[Number, ...]:
    """Return the numbers of the article, spans in its text."""
    return tuple(
        replace(number, span=part.text_span(*number.span))
        for part, found in zip(article.parts, locals_, strict=True)
        for number in found
    )


@lru_cache(maxsize=1_000)  # several facts and rules ask of the same paragraphs
def numbers_in(words: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order; spans count code points of `words`."""
    text, found, past = analysis_of(words), list[Number](), 0
    for first in sorted(text.values.starting):
        if first < past or is_in_name(text, first):
            continue
        longest: Amount | None = None
        for value in text.values.starting[first]:
            if isinstance(value, Amount) and value.kind in ("number", "fraction") and _counts(text, value):
                longest = value if longest is None or value.past >= longest.past else longest
        if longest is not None:
            found.append(number_of(text, longest, sign=True))
            past = longest.past
    return tuple(found)


def number_of(text: Analysis, amount: Amount, *, sign: bool = False) -> Number:
    """Return an amount as a number, span relative to the text, if asked with the sign of its currency.

    Of an amount in two units it is the first figure.
    """
    tokens = text.tokens
    span, currency = tokens.span(amount.first, amount.core[1]), ""
    if sign and tokens.text_at(amount.first - 1) in lexicon("currency_signs") and tokens.space(amount.first) <= 1:
        currency, span = tokens.text(amount.first - 1), tokens.span(amount.first - 1, amount.core[1])
    return Number(span, amount.number, amount.step, "words" if amount.words else "figures", currency, amount.hedge)


def _counts(text: Analysis, amount: Amount) -> bool:
    """Whether a reading of a number is one wherever it is: not 21st, 24/7, 10:30, “5 m” of meters, a few million."""
    tokens, past = text.tokens, amount.past
    if is_vague(text, amount):
        return False
    following, glued = tokens.lower(past), not tokens.space(past)
    if glued and (
        following in _GLUED
        or following[:1] == "_"
        or (following in _JOINTS and tokens.text_at(past + 1)[:1].isdigit())
    ):
        return False
    if tokens.text_at(past - 1) in ("m", "k") and tokens.text_at(amount.first - 1) not in lexicon("currency_signs"):
        return False  # £5m; without a sign before it, the m may as well be meters
    return amount.kind == "number" or _is_portion(text, amount)


def _is_portion(text: Analysis, amount: Amount) -> bool:
    """Whether a fraction is one, and no ordinal or date: a third of it, half the men, 3/4; not a tenth man, 9/11."""
    tokens, following = text.tokens, text.tokens.lower(amount.past)
    if not amount.words:
        return tokens.text_at(amount.first + 1) != "/" or 1 / amount.step in _USUAL
    if tokens.lower(amount.past - 1) not in _PORTIONS:
        return following == "of"
    return following.isalpha() or following in _HYPHENS


def is_vague(text: Analysis, amount: Amount) -> bool:
    """Whether a number in words is no number: a couple, a few hundred, 5.7  million."""
    lower = text.tokens.lower
    return lower(amount.first) in SCALES or "couple" in (lower(amount.first), lower(amount.first + 1))


def is_grouped(tokens: Tokens, amount: Amount) -> bool:
    """Whether a number is figures with spaces between the thousands, which may be two numbers as well."""
    return tokens.kinds[amount.core[0] : amount.core[0] + 2] == DIGITS * 2 and amount.past > amount.core[0] + 1


def is_in_name(text: Analysis, first: int) -> bool:
    """Whether a figure is part of a name, a time or a date: F-16, scp2-173m, A4, 10:30; not 10 of six-10 feet."""
    tokens = text.tokens
    for at in range(first, max(0, first - _LONGEST_NAME), -2):
        if tokens.space(at) or not _is_figure(tokens, at):
            return False
        before, earlier = tokens.text(at - 1), tokens.text_at(at - 2)
        if before[-1].isalnum() or before in _INSIDE:
            return True
        if before == "/":
            return earlier[:1].isdigit()
        if before not in _HYPHENS or tokens.space(at - 1):
            return False
        if not earlier[:1].isdigit():
            return earlier[:1].isalpha() and earlier.lower() not in ("by", "to") and not _ends_number(text, at - 1)
    return False


def _is_figure(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at : at + 1] == DIGITS or tokens.text(at) in FRACTIONS


def _ends_number(text: Analysis, past: int) -> bool:
    return any(value.kind in ("number", "fraction") for value in text.values.ending.get(past, ()))
