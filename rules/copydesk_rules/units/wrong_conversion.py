"""Units.WrongConversion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from copydesk.facts import quantities
from copydesk.facts.numbers import Number
from copydesk.facts.quantities import (
    Conversion,
    Habits,
    as_exact_as,
    comes_from_nautical,
    converted,
    explanation_of,
    fitting,
    habits_of,
    in_unit,
    is_foreign,
    numbers_written,
    recomposed,
    whose,
)
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Related, Rule, Span, pattern

_STORM = pattern(r"\b(?:hurricanes?|tropical|cyclones?|typhoons?)\b", re.IGNORECASE)
_SLIPS = (
    (10, "ten times too large"),
    (0.1, "ten times too small"),
    (100, "100 times too large"),
    (0.01, "100 times too small"),
    (1000, "1,000 times too large"),
    (0.001, "1,000 times too small; a billion is a thousand million"),
)


class WrongConversion(Rule):
    """A quantity is given in two units, and the two values do not agree.

    Readers who know only one of the units are told something false. What rounding explains is left alone, and how
    exactly each value is stated decides what that is: 120 miles (200 km) is right in round figures, 90 km
    (50 miles) is not, because whoever rounds 56 miles to tens writes 60.

    Source: the international yard and pound agreement of 1959; NIST Special Publication 811, appendix B.7, on
    rounding converted values.
    """

    name = "Units.WrongConversion"
    severity = "error"
    in_quotations = True
    examples = [
        Bad(
            "The epicenter was about 90 km (50 miles) east of the capital.",
            found="50 miles",
            fixed="The epicenter was about 90 km (56 miles) east of the capital.",
        ),
        Bad(
            "A 26-mile (62-kilometer) pipeline will link the two ports.",
            found="62-kilometer",
            fixed="A 26-mile (42-kilometer) pipeline will link the two ports.",
        ),
        Bad(
            "The reserve covers 1,150 square kilometers (1,850 square miles) of wetland.",
            fixed="The reserve covers 1,150 square kilometers (444 square miles) of wetland.",
        ),
        Bad(
            "Temperatures reached 40C (72F) in the shade.",
            fixed="Temperatures reached 40C (104F) in the shade.",
        ),
        Bad(
            "The planet is on course to be 1.5 degrees Celsius (34.7 degrees Fahrenheit) warmer by then.",
            fixed="The planet is on course to be 1.5 degrees Celsius (2.7 degrees Fahrenheit) warmer by then.",
        ),
        Bad(
            "The statue is 5 to 7 metres (16 to 32 feet) high.",
            fixed="The statue is 5 to 7 metres (16 to 23 feet) high.",
        ),
        Bad("The boy weighed 7lb 4oz (5.1kg).", fixed="The boy weighed 7lb 4oz (3.3kg)."),
        Bad("At 6ft 5in (1.75m), he was the tallest.", fixed="At 6ft 5in (1.96m), he was the tallest."),
        Bad("At 1.96m (5ft 9in), he was the tallest.", fixed="At 1.96m (6ft 5in), he was the tallest."),
        Bad(
            "The tank holds 10 gallons (45 liters), the mayor said.",
            found="45 liters",
            fixed="The tank holds 10 gallons (38 liters), the mayor said.",
        ),
        Bad(
            "The car does 30 mpg (9.4 L/100 km) and has 200 horsepower (194 kW).",
            fixed="The car does 30 mpg (7.8 L/100 km) and has 200 horsepower (150 kW).",
        ),
        Good(
            "The tank holds 10 gallons (45 litres) and the ship 500 tons (508 tonnes). "
            "The tyres hold 32 psi (2.2 bar)."
        ),
        Good("The city lies 105 kilometers (65 miles) southwest, and troops advanced 35 kilometers (21.7 miles)."),
        Bad("The wreck lies 5 to 7 miles (20 km) offshore.", found="20 km"),
        Good("The wreck lies 5 to 7 miles (about 10 km) offshore, in 30 meters (90 to 100 feet) of water."),
        Good(
            "Winds of 180 mph (285 kph) hit the coast 120 miles (200 km) away. Four to six feet (one to two "
            "meters) of water stood in the streets."
        ),
        Good("Hurricane-force winds extend up to 15 miles (30 km) from the center, gusts up to 25 miles (35 km)."),
        Bad("The winds extend up to 15 miles (30 km) from the center.", found="30 km"),
        Good("The depression was moving at 3 mph (6 kph), some 70 miles (112 km) out."),
        Good("It has a target of 1.5 degrees Celsius, or 2.7 degrees Fahrenheit, through 2100."),
        Good("It was 30C (86F) at noon, and 1.5 degrees Celsius (2.7 F) warmer than a year ago."),
        Good(
            "He ran the last 10 miles (the first 3 km were flat) alone. The site holds 500 tons (450 tonnes) of ore."
        ),
        Good(
            "The plant lies 35 kilometers (more than 20 miles) away. The wall is 6 feet (1.8 m) high and "
            "10 feet (5 m of it new) long."
        ),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(quantities)
        habits: Habits | None = None
        for conversion in found.conversions:
            if conversion.setting == "or":
                continue
            meanings = explanation_of(conversion)
            if meanings and not _foreign(conversion, meanings):
                continue
            if comes_from_nautical(conversion) and _STORM.search(article.text):
                continue
            habits = habits or habits_of(article, found)
            finding = _finding(article, conversion, habits)
            yield _of_other_country(finding, conversion, meanings) if meanings else finding


def _foreign(conversion: Conversion, meanings: tuple[str, str]) -> str:
    """Return the meaning by which alone the conversion is right, if it is not that of the article's country."""
    units = (conversion.first.unit, conversion.second.unit)
    return next(
        (m for unit, m in zip(units, meanings, strict=True) if unit.name != "ton" and is_foreign(unit, m)), ""
    )


def _of_other_country(finding: Finding, conversion: Conversion, meanings: tuple[str, str]) -> Finding:
    other = whose(_foreign(conversion, meanings))
    message = finding.message.removesuffix(".") + f"; it would be right for {other}."
    return replace(finding, severity="suggestion", confidence=0.5, message=message)


def _finding(article: Article, conversion: Conversion, habits: Habits) -> Finding:
    first, second = conversion.first, conversion.second
    alike = len(first.amounts) == len(second.amounts)
    right = as_exact_as(second, first) if alike else fitting(first, second.unit)
    figures = numbers_written(right, habits, to_last_place=True)
    if second.unit.kind != "temperature" and not all(number.value for number in right):
        figures = []  # nothing is 0.0 meters high
    given = article.prose_at(second.span)
    edits: tuple[Edit, ...] = ()
    if second.compound:
        shown = recomposed(given, second.unit, float(next(in_unit(first, second.unit))[0]))
        edits = (Edit(*second.span, shown),) if shown else ()
    elif not alike:
        shown = " to ".join(figures)
    else:
        shown = f" {second.joint} ".join(figures) if len(set(figures)) > 1 else "".join(figures[:1])
        edits = tuple(
            Edit(*old.span, _signed_alike(article.prose_at(old.span), figure))
            for old, new, figure in zip(second.amounts, right, figures or ("",) * len(right), strict=True)
            if figure and old.value != new.value
        )
    shown = shown or "".join(figures[:1])
    if shown and not (second.compound and edits):
        shown += f" {second.unit.plural}"
    return Finding(
        second.span,
        f"“{article.prose_at(first.span)}” is {f'{shown}, ' if shown else ''}not “{given}”.",
        related=(Related(first.span, "converted here"),),
        fixes=(Fix(f"Change “{given}” to “{_edited(article, second.span, edits)}”", edits),) if edits else (),
        confidence=0.9,
        evidence=_cause(conversion, right[0]),
    )


def _edited(article: Article, span: Span, edits: Iterable[Edit]) -> str:
    """Return the words of a span as a reader sees them when the edits in it are made."""
    text, end = "", span.start
    for edit in sorted(edits, key=lambda edit: edit.start):
        text += article.prose_at(Span(end, edit.start)) + edit.text
        end = edit.end
    return text + article.prose_at(Span(end, span.end))


def _signed_alike(old: str, figure: str) -> str:
    word = old.split()[0].lower()
    if figure.startswith("-") and word in ("minus", "negative"):
        return f"{word} {figure[1:]}"
    return figure.replace("-", "−") if old.startswith("−") else figure


def _cause(conversion: Conversion, right: Number) -> str:
    """Say how the slip may have come about, where that is plain, and what was taken for granted."""
    first, second = conversion.first, conversion.second
    value = float(second.amounts[0].value)
    given, wanted = second.unit.meanings[0], first.unit.meanings[0]
    backwards = converted(float(first.amounts[0].value), given, wanted)
    if value and abs(backwards / value - 1) < 0.02:
        return "It is the value for a conversion the other way round."
    if value == float(first.amounts[0].value):
        return "It is the same number in both units."
    for factor, said in _SLIPS:
        if right.value and abs(value / float(right.value) / factor - 1) < 0.05:
            return f"It is {said}."
    if first.unit.kind == "temperature" and first.difference:
        return "It is a difference between temperatures, so only the size of the degrees counts."
    taken = [whose(unit.meanings[0]) for unit in (first.unit, second.unit) if len(unit.meanings) > 1]
    return f"These are taken for {' and '.join(filter(None, taken))}." if any(taken) else ""
