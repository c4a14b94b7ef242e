"""Units.InconsistentUnitStyle."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.facts import quantities, quotations
from copydesk.facts.quantities import Quantities, Quantity
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Related, Rule, Span, pattern
from copydesk.text import british

_PROSE = frozenset(("paragraph", "item", "standfirst"))
_METRIC = pattern(r"(?:kilo|centi|milli|deci|^|\s)(?:met(?P<meter>er|re)|lit(?P<liter>er|re))s?\b")
_RAISED = str.maketrans("²³", "23", "^")  # km², km2 and km^2 are one style, as the system allows
_COUNTRIES = ("the United States", "Britain")
_PLURALS = {"kms": "km", "lb": "lbs", "lbs": "lbs", "yds": "yd", "gals": "gal", "kgs": "kg", "cms": "cm", "mms": "mm"}


class _Written(NamedTuple):
    """A quantity, how its unit is written (“km”, “kph”; “” if in full) and whether it converts another one."""

    quantity: Quantity
    short: str
    converts: bool


class InconsistentUnitStyle(Rule):
    """One article writes a unit in two ways: km and kilometers, kph and km/h, metres and kilometers.

    Readers stumble over it, and it shows that the copy was put together from several sources. Spelling a unit out
    first and abbreviating it afterwards is a style of its own, as is abbreviating in brackets only; numbers in words,
    adjectives (a 5-kilometer run), headlines and quotations follow rules of their own.

    Source: AP Stylebook, “metric system”; Guardian style guide, “metric system”; Chicago Manual of Style 10.49.
    """

    name = "Units.InconsistentUnitStyle"
    severity = "suggestion"
    examples = [
        Bad(
            "The city is 12 km away and the border 30 km. The road there is 45 kilometers long.",
            found="45 kilometers",
            fixed="The city is 12 km away and the border 30 km. The road there is 45 km long.",
        ),
        Bad(
            "Winds reached 120 km/h on Monday, 95 km/h on Tuesday and 110 kph on Friday.",
            found="110 kph",
            fixed="Winds reached 120 km/h on Monday, 95 km/h on Tuesday and 110 km/h on Friday.",
        ),
        Bad(
            "The tower is 60 metres tall, its base 12 metres wide. It stands 4.5 kilometers from the sea.",
            found="4.5 kilometers",
            fixed="The tower is 60 metres tall, its base 12 metres wide. It stands 4.5 kilometres from the sea.",
        ),
        Bad(
            "The dam is 40 feet (12 meters) high. The lake lies 15 miles (24 km) off and is 3 miles (5 kilometers) "
            "long, the river 20 miles (32 km).",
            found="5 kilometers",
        ),
        Good("The city is 12 kilometers away. From there it is 30 km to the border and 45 km to the sea."),
        Good("The city is 12 miles (19 km) away. It is 30 kilometers to the border and 45 kilometers to the sea."),
        Good("The city is 12 km away. They walked five kilometers, then joined a 10-kilometer march."),
        Good("The city is 12 km away. “We walked 20 kilometers,” she said, of the last 30 km to the border."),
        Good("The pitch is 100 m long. He won the 400 metres hurdles and came third in the 100 metres final."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(quantities)
        if len(found.all) < 2:
            return
        plain = list(_in_prose(article, found))
        by_unit: dict[tuple[str, bool], list[_Written]] = {}
        for one in plain:
            if one.quantity.amounts[0].form == "figures" and not one.quantity.hyphenated:
                by_unit.setdefault((one.quantity.unit.name, one.converts), []).append(one)
        abbreviated = [finding for alike in by_unit.values() for finding in _abbreviated(article, alike)]
        yield from abbreviated
        told = {finding.span for finding in abbreviated}
        yield from (
            finding
            for finding in _spelt(article, [one.quantity for one in plain if not one.short])
            if finding.span not in told
        )


def _in_prose(article: Article, found: Quantities) -> Iterator[_Written]:
    second = {c.second.span for c in found.conversions}
    spoken = [quotation.span for quotation in article.facts(quotations)]
    prose = [part.span for part in article.parts if part.kind in _PROSE]
    for quantity in found.all:
        if quantity.use not in ("measure", "rate") or quantity.compound or quantity.unit.kind == "temperature":
            continue
        if _is_in(quantity.span, prose) and not _is_in(quantity.span, spoken):
            words = quantity.unit_words.translate(_RAISED) if quantity.is_short else ""
            yield _Written(quantity, _PLURALS.get(words, words.removesuffix(".")), quantity.span in second)


def _is_in(span: Span, others: Sequence[Span]) -> bool:
    """Whether one of `others`, which are in order, holds a span."""
    index = bisect_right(others, span.start, key=lambda other: other.start) - 1
    return index >= 0 and others[index].contains(span)


def _abbreviated(article: Article, alike: Sequence[_Written]) -> Iterator[Finding]:
    """Report a unit in full among abbreviations, or two abbreviations of one unit."""
    counts = Counter(one.short for one in alike)
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda short: (counts[short], short != ""))
    odd = [one for one in alike if one.short != usual]
    if "" in counts and not _goes_back(alike):
        odd = [one for one in odd if one.short and usual]  # in full first, then abbreviated
    other = next(one for one in alike if one.short == usual)
    for one in odd[:1]:
        yield _finding(article, one.quantity, other.quantity, _unit_like(one.quantity, other.quantity))


def _unit_like(odd: Quantity, other: Quantity) -> str:
    """Return the unit of a quantity as another one writes it, in the singular where it is one: 1 kilometer."""
    is_one, other_is_one = (quantity.amounts[-1].value == 1 for quantity in (odd, other))
    if other.is_short or is_one == other_is_one:
        return other.unit_words
    word = odd.unit.singular if is_one else odd.unit.plural
    own = other.unit.singular if other_is_one else other.unit.plural
    return british(word) if other.unit_words.lower() == british(own) else word


def _goes_back(alike: Sequence[_Written]) -> bool:
    """Whether the unit is in full once more after it was abbreviated."""
    shortened = next((index for index, one in enumerate(alike) if one.short), len(alike))
    return any(not one.short for one in alike[shortened:])


def _spelt(article: Article, alike: Sequence[Quantity]) -> Iterator[Finding]:
    """Report metres among meters."""
    endings = [(quantity, match["meter"] or match["liter"]) for quantity in alike if (match := _ending(quantity))]
    counts = Counter(ending for _, ending in endings)
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda ending: counts[ending])
    other = next(quantity for quantity, ending in endings if ending == usual)
    odd = next(quantity for quantity, ending in endings if ending != usual)
    match = _ending(odd)
    assert match is not None
    group = "meter" if match["meter"] else "liter"
    wanted = odd.unit_words[: match.start(group)] + usual + odd.unit_words[match.end(group) :]
    here, there = _COUNTRIES if usual == "re" else _COUNTRIES[::-1]
    message = f"“{odd.unit_words}” is spelt as in {here}, “{other.unit_words}” as in {there}."
    yield _finding(article, odd, other, wanted, message)


def _ending(quantity: Quantity) -> re.Match[str] | None:
    return _METRIC.search(quantity.unit_words.lower())


def _finding(article: Article, odd: Quantity, other: Quantity, wanted: str, message: str = "") -> Finding:
    place = article.prose_at(other.span)
    return Finding(
        odd.span,
        message or f"“{odd.unit_words}” here, but “{other.unit_words}” elsewhere.",
        related=(Related(other.span, f"“{place}” here"),),
        fixes=(Fix(f"Change “{odd.unit_words}” to “{wanted}”", (Edit(*odd.unit_span, wanted),)),),
        confidence=0.6,
    )
