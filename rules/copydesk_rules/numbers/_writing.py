"""A value written as the article writes the figure that it takes the place of."""

from __future__ import annotations

from decimal import Decimal

from copydesk.facts.figures import Figure
from copydesk.facts.writing_numbers import alike, thousands_in
from copydesk.rules import Article, Fix, change_to

_MOST_PLACES = 3  # decimals of a value in a message
_FINEST = 6  # the same, of one that would be zero with fewer


def written(article: Article, value: float, figure: Figure, *, exact: bool = False) -> str | None:
    """Return `value` written like a figure of the article; None if there is no such way. See `alike`."""
    words = article.words_at(figure.number.span)
    return alike(_decimal(value), figure.number, words, thousands=thousands_in(article.text), exact=exact)


def put_right(article: Article, figure: Figure, value: float, *, exact: bool = False) -> Fix | None:
    """Return the fix that gives a figure another value in its own style; None where it would not change.

    Nor is there one where what is counted would have to change its number: 1 people.

    `exact` says that it may take more decimals for that than the figure has.
    """
    old, new = article.words_at(figure.number.span), written(article, value, figure, exact=exact)
    if new is None or new.lower() == old.lower():
        return None
    if figure.kind == "count" and (value == 1) != (figure.value == 1):
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
    """Return a value as a message gives it: with the decimals of `like`, or as many as tell it from zero."""
    step = like.number.step
    places = min(max(0, -int(step.as_tuple().exponent)) if step < 1 else 0, _MOST_PLACES)
    exact = _decimal(value)
    while exact and places < _FINEST and not round(exact, places):
        places += 1
    return f"{round(exact, places) or 0:,.{places}f}"


def _decimal(value: float) -> Decimal:
    """Return a value without what is only the calculator's: 0.3 for 0.1 + 0.2."""
    return Decimal(f"{value:.12g}")
