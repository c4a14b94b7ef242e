"""A value written as the article writes the figure that it takes the place of."""

from __future__ import annotations

import re

from copydesk.facts.figures import Figure
from copydesk.facts.numbers import Number
from copydesk.rules import Article, Fix, change_to, pattern

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen"
    " nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIGURE = pattern(r"\d[\d,]*(?:\.\d+)?")


def written(value: float, like: Number, words: str) -> str | None:
    """Return `value` written like `words`, which stand for the number `like`; None if there is no such way.

    As many decimals, the same scale (“million”), thousands marked alike, in words if they are.
    """
    if like.form == "words":  # “two million” has no way to say 2.5 of them
        return in_words(round(value)) if value == round(value) or like.step == 1 else None
    found = _FIGURE.search(words)
    if found is None:
        return None
    decimals = len(found.group().partition(".")[2])
    scale = float(like.step) * 10**decimals
    amount = round(value / scale, decimals)
    marked = "," in found.group() or (amount >= 10_000 and float(like.value) < 1000)
    figure = f"{amount:,.{decimals}f}" if marked else f"{amount:.{decimals}f}"
    return words[: found.start()] + figure + words[found.end() :]


def in_words(value: int) -> str | None:
    """Return a whole number from 0 to 99 in words."""
    if 0 <= value < 20:
        return _WORDS[value]
    if 20 <= value < 100:
        tens = _TENS[value // 10 - 2]
        return f"{tens}-{_WORDS[value % 10]}" if value % 10 else tens
    return None


def put_right(article: Article, figure: Figure, value: float) -> Fix | None:
    """Return the fix that gives a figure another value in its own style; None where it would not change."""
    old = article.words_at(figure.number.span)
    new = written(value, figure.number, old)
    if new is None or new == old:
        return None
    if old[:1].isupper():
        new = new[:1].upper() + new[1:]
    return change_to(figure.number.span, new)


def shown(article: Article, figure: Figure) -> str:
    """Return a figure as it stands in the article, with its sign and unit."""
    return article.prose_at(figure.span)


def in_sentence(article: Article, figure: Figure) -> str:
    """Return a figure as it stands in the article, but for a capital that it has only at a sentence's start."""
    words = shown(article, figure)
    return words[:1].lower() + words[1:] if figure.number.form == "words" else words


def plain(value: float, like: Figure) -> str:
    """Return a value as a message gives it, with as many decimals as `like` has, and thousands marked."""
    step = like.number.step
    decimals = max(0, -int(step.as_tuple().exponent)) if step < 1 else 0
    text = f"{value:,.{min(decimals, 3)}f}"
    return re.sub(r"^-(?=[0.]+$)", "", text)
