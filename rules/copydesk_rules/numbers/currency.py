"""Numbers.Currency."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.facts import figures, quotations
from copydesk.facts.figures import Figure, moved
from copydesk.rules import Article, Bad, Finding, Fix, Good, Related, Rule, Stretches, change_to, pattern

_SIGNS = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee"}
_OF_WORDS = {"dollar": "$", "pound": "£", "euro": "€", "yen": "¥", "rupee": "₹"}
_SCALES = {
    **{
        "m": "million",
        "mln": "million",
        "million": "million",
        "bn": "billion",
        "bln": "billion",
        "billion": "billion",
    },
    **{"tn": "trillion", "trillion": "trillion"},
}
_SCALE = pattern(r"(?<=\d)(?P<gap>[\s-]?)(?P<scale>mln|million|bln|billion|trillion|bn|tn|m)$")
_SHORT_OF_ROOM = ("headline", "heading")  # $5m there and $5 million below is a style
_MOST = 2 / 3  # of the places must be written one way for the others to be slips


class _Written(NamedTuple):
    """One amount, and how it is written: with a sign or a word, and its scale short or in full."""

    figure: Figure
    currency: str
    sign: bool
    scale: str


class Currency(Rule):
    """One currency or scale is written in two ways: $5 million and 5 million dollars, £3bn and £3 billion.

    Either is some paper's style; both at once are nobody's. The way that most places use is kept.

    Source: AP Stylebook, “dollars” and “millions, billions”; Guardian style guide, “currencies”.
    """

    name = "Numbers.Currency"
    severity = "suggestion"
    examples = [
        Bad(
            "The port cost $5 million, the road $3 million, the pier $1 million and the bridge 12 million dollars.",
            found="12 million dollars",
            fixed="The port cost $5 million, the road $3 million, the pier $1 million and the bridge $12 million.",
        ),
        Bad(
            "The banks lost £3bn, £4bn and £2bn, and the insurers £7 billion.",
            found="£7 billion",
            fixed="The banks lost £3bn, £4bn and £2bn, and the insurers £7bn.",
        ),
        Good(
            "The port cost $5 million and the road 3 million euros. Two dollars in five were lent, a "
            "dollar at a time."
        ),
        Good("The bank lost £3bn and the insurer £7 billion."),
        Good("He paid $5 million, $3 million and $2 million, or “12 million dollars too much”, as she put it."),
        Good("It cost A$5 million, $3 million, $2 million and 12 million Canadian dollars."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(figures).bare
        if sum(figure.kind == "money" for here in found for figure in here) < 3:
            return
        money = [
            moved(figure, part)
            for part, here in zip(article.parts, found, strict=True)
            for figure in here
            if figure.kind == "money" and part.kind not in _SHORT_OF_ROOM
        ]
        quoted = Stretches(quotation.span for quotation in article.facts(quotations))
        written = [
            one
            for figure in money
            if not quoted.contain(figure.span) and (one := _written(article, figure)) is not None
        ]
        signs, scales = dict(_signs(written)), dict(_scales(article, written))
        for one in written:
            if first := signs.get(one) or scales.get(one):
                yield _finding(article, one, first, _rewritten(article, one, one in signs, scales.get(one)))


def _written(article: Article, figure: Figure) -> _Written | None:
    words = article.words_at(figure.number.span)
    currency = _SIGNS.get(figure.unit) or (figure.unit if figure.unit in _OF_WORDS else "")
    sign = figure.unit in _SIGNS
    joined = article.text[max(0, figure.span.start - 1) : figure.span.start] in (
        "-",
        "–",
        "—",
    )  # “15–25 million dollars”
    hyphenated = re.search(r"\d-[a-z]", words)  # an adjective: a $180-million fund
    if figure.number.form == "words" or not currency or joined or hyphenated:
        return None
    if not sign and not re.fullmatch(rf"\s{currency}s?", article.text[figure.number.span.end : figure.span.end]):
        return None  # Canadian dollars
    scale = _SCALE.search(words)
    return _Written(
        figure, currency, sign, ("short " if len(scale["scale"]) < 4 else "long ") + scale["gap"] if scale else ""
    )


def _signs(written: list[_Written]) -> Iterator[tuple[_Written, _Written]]:
    """Yield the amounts whose currency is written otherwise than most, each with one that is written like those."""
    for currency in dict.fromkeys(one.currency for one in written):
        same = [one for one in written if one.currency == currency]
        signs = sum(one.sign for one in same)
        if not min(signs, len(same) - signs) or max(signs, len(same) - signs) < _MOST * len(same) or len(same) < 3:
            continue
        usual = signs * 2 > len(same)
        first = next(one for one in same if one.sign == usual)
        yield from ((one, first) for one in same if one.sign != usual)


def _scales(article: Article, written: list[_Written]) -> Iterator[tuple[_Written, _Written]]:
    """Yield the amounts whose scale is written otherwise than most, each with one that is written like those."""
    # Papers that write £3bn still write £3 trillion.
    scaled = [one for one in written if one.scale and abs(one.figure.value) < 1e12]
    ways = Counter(one.scale for one in scaled)
    if len(ways) < 2 or len(scaled) < 3:
        return
    usual, count = ways.most_common(1)[0]
    if count < _MOST * len(scaled):
        return
    first = next(one for one in scaled if one.scale == usual)
    yield from ((one, first) for one in scaled if one.scale != usual)


def _rewritten(article: Article, one: _Written, other_sign: bool, like: _Written | None) -> Fix:
    """Return the fix that writes an amount with the sign or word that it has not, and its scale like another's."""
    words = article.words_at(one.figure.number.span)
    if like is not None:
        words = _rescaled(words, article.words_at(like.figure.number.span))
    if not other_sign:
        return change_to(one.figure.number.span, words)
    if not one.sign:
        return change_to(one.figure.span, f"{_OF_WORDS[one.currency]}{words}")
    singular = one.currency == "yen" or one.figure.value == 1
    return change_to(one.figure.span, f"{words.lstrip('$£€¥₹ ')} {one.currency}{'' if singular else 's'}")


def _rescaled(words: str, like: str) -> str:
    scale, model = _SCALE.search(words), _SCALE.search(like)
    assert scale is not None
    assert model is not None
    full = _SCALES[scale["scale"]]
    short = {"million": "m", "billion": "bn", "trillion": "tn"}
    name = full if model["scale"] in _SCALES.values() else short[full]
    if model["scale"] in ("mln", "bln"):
        name = {"million": "mln", "billion": "bln"}.get(full, full)
    return f"{words[: scale.start()]}{model['gap']}{name}"


def _finding(article: Article, one: _Written, first: _Written, fix: Fix) -> Finding:
    return Finding(
        one.figure.span,
        f"Elsewhere amounts are written like “{article.prose_at(first.figure.span)}”.",
        related=(Related(first.figure.span, "written otherwise"),),
        fixes=(fix,),
        confidence=0.7,
    )
