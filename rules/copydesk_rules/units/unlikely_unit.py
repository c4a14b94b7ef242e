"""Units.UnlikelyUnit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from copydesk.facts import quantities
from copydesk.facts.quantities import Quantities, Quantity, is_explained, may_convert
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Related, Rule, pattern

_NEAR = 40  # code points on each side in which two quantities must share a word
_WORD = pattern(r"\b[a-z]{4,}\b")
_LONGEST_SENTENCE = 2_000  # code points
_SENTENCE_ENDS = pattern(r"[.!?][”\"’)]*\s|\n")
_ROUND = frozenset((1, 2, 3, 5, 10, 15, 20, 25, 30, 50, 100, 200, 300, 500, 1000))
_WEATHER = pattern(
    r"\b(?:weather|forecast\w*|heat\s?waves?|summer|winter|sunshine|highs? of|lows? of|shade|mercury|hottest"
    r"|coldest|degrees outside|patients?|fevers?)\b",
    re.IGNORECASE,
)
# What is hotter than any weather, and where.
_HOT = pattern(
    r"\b(?:ovens?|cook\w*|bak\w+|boil\w*|steam\w*|water|fires?|flames?|burn\w*|melt\w*|engines?|reactors?|core"
    r"|surface"
    r"|planets?|stars?|moons?|venus|sun|space\w*|rockets?|metals?|steel|lava|volcan\w+|furnaces?|sauna|kiln|molten"
    r"|chips?|roads?|asphalt|ground|sand|cars?|oil|glass|gas|plasma|lab\w*|chemical|inside|solar|processors?"
    r"|computers?|laptops?|\w+books?|fans?|mars|exoplanet\w*)\b",
    re.IGNORECASE,
)
_HOTTEST, _COLDEST, _BODY = 57, -90, 46  # the records are 56.7 °C (Furnace Creek, 1913) and -89.2 °C (Vostok, 1983)
_FEVER = pattern(r"\b(?:patients?|fevers?|body temperature)\b", re.IGNORECASE)
_COMMON = frozenset(
    "about above after again also around another been before below between could from have into just more most much "
    "nearly only other over said same some such than that their them then there these they this those through under "
    "were what when where which while will with would miles mile kilometers kilometer kilometres kilometre feet foot "
    "meters meter metres metre pounds pound kilograms kilogram hour degrees square cubic celsius fahrenheit acres "
    "acre hectares hectare inches inch gallons gallon liters liter litres litre according officials people".split()
)


class UnlikelyUnit(Rule):
    """A number whose unit can hardly be right: 100 mph in one place and 100 km/h in another, 95 °C in the shade.

    Units are mixed up when copy from two countries is merged, or an editor changes the unit and forgets the number.
    Two places count if they have one number in two units of a kind, beside the same word (“winds”).

    Source: World Meteorological Organization, Archive of Weather and Climate Extremes; Reuters Handbook of
    Journalism, “measures”.
    """

    name = "Units.UnlikelyUnit"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "The storm brought winds of 110 mph to the coast. By Friday, winds of 110 km/h had reached the capital.",
            found="110 km/h",
        ),
        Bad(
            "The hurricane packed winds of 120 mph (193 km/h). At 120 km/h, the winds tore off roofs.",
            found="120 km/h",
            fixed="The hurricane packed winds of 120 mph (193 km/h). At 120 mph, the winds tore off roofs.",
        ),
        Bad(
            "Temperatures in the city reached 104 degrees Celsius on Monday, the hottest day of the summer.",
            found="104 degrees Celsius",
        ),
        Bad("The patient had a fever of 102 C for two days.", found="102 C"),
        Good("The storm brought winds of 110 mph (177 km/h). The train to the capital goes at 110 km/h."),
        Good(
            "The road is 10 miles (16 km) long and the tunnel 10 km (6 miles). The road was 10 kilometers long once."
        ),
        Good("The surface of the planet reaches 450 degrees Celsius in the shade. Ovens reach 104 C in summer."),
        Good("It was 40 C in the shade on Monday, 104 F. Temperatures fell to minus 40 Celsius in winter."),
        Good("He ran 5 miles on Monday and 5 kilometers on Tuesday."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(quantities)
        if not found.all:
            return
        yield from _twice(article, found)
        settled = {q.span for c in found.conversions if is_explained(c) for q in (c.first, c.second)}
        for quantity in found.all:
            if quantity.span in settled:
                continue
            if quantity.unit.name == "celsius" and (finding := _too_hot(article, quantity)):
                yield finding


def _twice(article: Article, found: Quantities) -> Iterator[Finding]:
    linked = [c for c in found.conversions if is_explained(c)]
    settled = {quantity.span for c in linked for quantity in (c.first, c.second)}
    told = {_worth(quantity) for c in linked for quantity in (c.first, c.second)}
    by_number: dict[tuple[object, ...], dict[str, Quantity]] = {}
    places = Counter(map(_number, found.all))
    alike = Counter(map(_worth, found.all))
    for quantity in found.all:
        if quantity.use != "measure" or not quantity.unit.meanings or _is_common(quantity):
            continue
        seen = by_number.setdefault(_number(quantity), {})
        for earlier in seen.values():
            if not may_convert(earlier, quantity) or _in_one_sentence(article, earlier, quantity):
                continue  # miles and kilometers in one sentence are meant
            odd, other = (earlier, quantity) if quantity.span in settled else (quantity, earlier)
            if odd.span in settled or _worth(odd) in told:
                continue  # each has a conversion of its own
            if shared := _words_beside(article, odd) & _words_beside(article, other):
                # Where it is in a third place with another unit, nobody knows which of them is meant.
                is_odd_one = alike[_worth(odd)] == 1 and alike[_worth(other)] == places[_number(odd)] - 1
                yield _mixed_up(article, odd, other, min(shared), is_odd_one=is_odd_one)
                break
        seen.setdefault(quantity.unit.name, quantity)


def _in_one_sentence(article: Article, earlier: Quantity, quantity: Quantity) -> bool:
    start, end = earlier.span.end, quantity.span.start
    return end - start <= _LONGEST_SENTENCE and not _SENTENCE_ENDS.search(article.text, start, end)


def _is_common(quantity: Quantity) -> bool:
    """Whether two things are often that far or heavy: in a speed, no number is."""
    return quantity.unit.kind != "speed" and quantity.amounts[0].value in _ROUND


def _number(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.unit.kind, *(number.value for number in quantity.amounts))


def _worth(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.unit.name, *(number.value for number in quantity.amounts))


def _words_beside(article: Article, quantity: Quantity) -> set[str]:
    """Return the words beside it in its sentence that are no names."""
    start, end = quantity.span
    before = _SENTENCE_ENDS.split(article.text[max(0, start - _NEAR) : start])[-1]
    after = _SENTENCE_ENDS.split(article.text[end : end + _NEAR])[0]
    return set(_WORD.findall(f"{before} {after}")) - _COMMON


def _mixed_up(article: Article, odd: Quantity, other: Quantity, shared: str, *, is_odd_one: bool) -> Finding:
    said, given = article.prose_at(other.span), article.prose_at(odd.span)
    return Finding(
        odd.span,
        f"“{given}”, but “{said}” elsewhere: the same number in two units.",
        related=(Related(other.span, f"“{said}” here"),),
        fixes=(Fix(f"Change “{given}” to “{said}”", (Edit(*odd.span, said),)),) if is_odd_one else (),
        confidence=0.6,
        evidence=f"Both stand beside “{shared}”.",
    )


def _too_hot(article: Article, quantity: Quantity) -> Finding | None:
    value = max(number.value for number in quantity.amounts)
    if quantity.difference is not False or _COLDEST <= value <= _BODY:
        return None
    around = article.text[max(0, quantity.span.start - 100) : quantity.span.end + 60]
    body = _FEVER.search(around)
    if (not body and _COLDEST <= value <= _HOTTEST) or not _WEATHER.search(around) or _HOT.search(around):
        return None
    given = article.prose_at(quantity.span)
    extreme = "higher than any fever" if body else "beyond any weather on record"
    return Finding(
        quantity.span,
        f"“{given}” is {extreme}; perhaps degrees Fahrenheit are meant.",
        confidence=0.7,
    )
