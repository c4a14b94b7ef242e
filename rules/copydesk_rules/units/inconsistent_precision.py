"""Units.InconsistentPrecision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.facts import quantities
from copydesk.facts.numbers import Number
from copydesk.facts.quantities import (
    Conversion,
    Quantity,
    false_precision,
    fitting,
    habits_of,
    is_explained,
    numbers_written,
)
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Related, Rule

_PEOPLE = range(120, 240)  # centimeters: people are measured to the centimeter
_MAY_LOSE = 0.025  # what the coarser value may be off by; small values keep their decimal


class InconsistentPrecision(Rule):
    """A conversion is more precise than the figure it converts, and than the article's other conversions.

    35 kilometers (21.7 miles) claims to know the distance to 200 yards, where “35” promised no such thing.
    The conversion is right; it only reads as if somebody had measured it. Somebody has measured people, whose height
    is given to the centimeter.

    Source: AP Stylebook, “metric system”; NIST Special Publication 811, appendix B.7.1: a converted value should
    imply no more precision than the original.
    """

    name = "Units.InconsistentPrecision"
    severity = "suggestion"
    in_quotations = True
    examples = [
        Bad(
            "The city is 105 kilometers (65 miles) away. Troops advanced 35 kilometers (21.7 miles).",
            found="21.7 miles",
            fixed="The city is 105 kilometers (65 miles) away. Troops advanced 35 kilometers (22 miles).",
        ),
        Bad(
            "The 40-foot (12-meter) boat sank in 90 feet (27.4 meters) of water.",
            found="27.4 meters",
            fixed="The 40-foot (12-meter) boat sank in 90 feet (27 meters) of water.",
        ),
        Good("The city is 105 kilometers (65 miles) away. Troops advanced 35 kilometers (22 miles)."),
        Good("The track is 3 kilometers (1.9 miles) long, the road 105 kilometers (65 miles)."),
        Good("It is 30 km (18.6 miles) to the coast and 40 km (24.9 miles) to the border."),
        Good(
            "The island is 251 km (156 miles) off, the bay 420.9 km (261.5 miles), the road 50.600 km (31.44 miles)."
        ),
        Good("It has 6.05 hectares (14.95 acres; .0605 square km), the next 60 acres (24 hectares)."),
        Good("Tides rose 13 feet (4.0 m), 14 feet (4.3 m) and 10 feet (3.0 m), over a 100-foot (30-m) dam."),
        Good("She is 6ft (1.83m) tall and ran 5 miles (8km) a day; her brother is 5ft (1.52m)."),
        Good("The tube is 35.0 kilometers (21.7 miles) long, the road 105 kilometers (65 miles)."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        conversions = article.facts(quantities).conversions
        if len(conversions) < 2:
            return
        judged = [(c, _coarser(c)) for c in conversions if len(c.first.amounts) == len(c.second.amounts)]
        finer = [(c, fit) for c, fit in judged if fit]
        plain = [c for c, fit in judged if not fit and c.first.unit.kind != "temperature"]
        if len(finer) > len(plain):
            return  # this article's way
        for conversion, fit in finer:
            alike = [c for c in plain if c.first.unit.kind == conversion.first.unit.kind]
            if alike and is_explained(conversion) and not false_precision(conversion):
                habits = habits_of(article, article.facts(quantities))
                if all(number.value for number in fit) and (figures := numbers_written(fit, habits)):
                    yield _finding(article, conversion, figures, alike[0])


def _coarser(conversion: Conversion) -> tuple[Number, ...]:
    """Return the converted amounts as precise as what they convert, or nothing if they are that already."""
    first, second = conversion.first, conversion.second
    if second.unit.kind in ("temperature", "pressure") or second.compound or first.compound:
        return ()
    fit = fitting(first, second.unit)
    for given, old, new in zip(first.amounts, second.amounts, fit, strict=True):
        is_small = old.value < 10 and old.step * 10 >= 1  # 3.0 meters, beside 3.4 meters
        # Both in decimals and in digits: 14.95 acres for 6.05 hectares is not, nor is .0605 square kilometers.
        is_finer = old.step < min(new.step, given.step) and old.step * abs(given.value) < given.step * abs(old.value)
        if is_small or _is_height(second, old) or not is_finer or abs(new.value / old.value - 1) > _MAY_LOSE:
            return ()
    return fit


def _is_height(quantity: Quantity, number: Number) -> bool:
    """Whether it may be the height of a person, which by custom is given to the centimeter: 6ft (1.83m)."""
    centimeters = {"meter": 100, "centimeter": 1}.get(quantity.unit.name, 0)
    return number.step * centimeters == 1 and number.value * centimeters in _PEOPLE


def _finding(article: Article, conversion: Conversion, figures: Sequence[str], other: Conversion) -> Finding:
    first, second = conversion.first, conversion.second
    edits = tuple(Edit(*old.span, figure) for old, figure in zip(second.amounts, figures, strict=True))
    said, given = article.prose_at(first.span), article.prose_at(second.span)
    return Finding(
        second.span,
        f"“{given}” is more precise than “{said}”, and than the article's other conversions.",
        related=(
            Related(first.span, "converted here"),
            Related(other.span, "rounded here"),
        ),
        fixes=(Fix(f"Change “{article.prose_at(second.amounts[0].span)}” to “{figures[0]}”", edits),),
        confidence=0.8,
    )
