"""Units.MissingConversion."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from copydesk.facts import quantities, quotations
from copydesk.facts.quantities import (
    Conversion,
    Habits,
    Quantities,
    Quantity,
    factor,
    fitting,
    habits_of,
    is_explained,
    target_of,
    whose,
    written,
)
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Options, Part, Related, Rule, pattern

_PROSE = frozenset(("paragraph", "item", "standfirst"))
# A bracket with figures right behind a quantity converts it in a way that was not understood, or defines its unit.
# “5.4 grams, a little more than a nickel”, “120 metres, about the height of a church”: readers can picture it.
_COMPARED = pattern(
    r"(?: (?:long|wide|tall|high|deep|thick|across))?"
    r"(?:,| [—–-]|[—–])\s?(?:(?:or|just|only|a (?:little|bit|shade|touch)|slightly|far|much|about|around|roughly"
    r"|nearly|almost|some|the) )*(?:(?:more|less|bigger|smaller|larger|heavier|lighter|longer|shorter|taller|wider"
    r"|deeper|higher) than|(?:size|weight|mass|length|height|width|depth|area|volume|equivalent) of|as \w+ as)"
    r" (?:an?|the|two|three)\b"
)
_BRACKET_BEHIND = pattern(r"(?:[\s-][^\W\d]+){0,4}\s?[(\[][^)\]]{0,20}\d|\s?[(\[]")
_OPEN_BRACKET = pattern(r"\([^()]*$")
_TAIL = pattern(r"(?:[-‐‑][^\W\d]+)+(?![\w-])")  # 10ft-high
# A second amount (5-foot-9-inch, 11 stone 4), or a word that is none of a tail.
_MORE = pattern(r"[-‐‑](?=\w*\d)|\s\d{1,2}(?:\.\d+)?(?:[-\s]?[a-z]+)?(?![\w.,])|\w")
# How recipes give one heat for several ovens: 160C/140C fan/gas mark 3, 180C fan, gas 4, 350F.
_OVEN = r"(?:fan|gas|convection)\b"
_OVEN_BEHIND = pattern(rf"(?:\s?{_OVEN})?(?:\s?[/|,]\s?{_OVEN}|\s?[/|]\s?\d{{2,3}}\s?[°º]?\s?[CFcf]\b)|\s?{_OVEN}")
_OVEN_BEFORE = pattern(rf"[CFcf]\s?[/|]\s?$|{_OVEN}(?:\s(?:mark\s)?\d{{1,2}})?(?:\s?[/|]\s?|,\s)$|{_OVEN}\s$")
_LONGEST_BRACKET = 300  # code points
_PROMISE = 2  # conversions that promise readers more of them
_SCALE = 200  # times smaller than what the article converts, and it is of another scale: rain, beside roads
_SECOND = pattern(r"\w\s?[(\[]\s*(?:about\s|some\s|or\s)?$")  # 180C (160C fan)
_ALONE = pattern(r"[(\[]\s*(?:\w+\s){0,2}$")


@dataclass(frozen=True)
class MissingConversionOptions(Options):
    """When quantities want a conversion, and into which units."""

    when: Literal["converted elsewhere", "always"] = "converted elsewhere"
    into: Literal["either", "metric", "customary"] = "either"


class MissingConversion(Rule):
    """A quantity stands without its conversion in an article, or a house, that gives conversions.

    Readers of one system of units are left alone with the other, and an article that helps them twice has promised
    to go on, except with what is hundreds of times smaller. Each quantity wants its conversion once, where it first
    stands. Races and sizes that are names (the 100 meters, a 9 mm pistol), tenths of a gram, quotations and sport are
    left alone. The house's own units, in `[units]` of the settings, are given in metric ones, or in customary ones
    where `into` says so.

    Source: AP Stylebook, “metric system”; Reuters Handbook of Journalism, “measures”; Guardian style guide,
    “metric system”.
    """

    name = "Units.MissingConversion"
    severity = "warning"
    options: MissingConversionOptions = MissingConversionOptions()
    examples = [
        Bad(
            "The city lies 105 kilometers (65 miles) away, the port 35 kilometers (22 "
            "miles). Troops took 1,150 square kilometers of territory.",
            found="1,150 square kilometers",
            fixed="The city lies 105 kilometers (65 miles) away, the port 35 kilometers (22 miles). "
            "Troops took 1,150 square kilometers (444 square miles) of territory.",
        ),
        Bad(
            "The border is 500 miles (800 km) off, the sea 50 miles (80 km). "
            "The 22-mile trip took an hour, at 30 mph.",
            found=("22-mile", "30 mph"),
            fixed="The border is 500 miles (800 km) off, the sea 50 miles (80 km). The 22-mile "
            "(35-km) trip took an hour, at 30 mph (48 km/h).",
        ),
        Bad(
            "The tower is 60 metres (197 feet) tall, its mast 20 metres (66 feet), and "
            "stands 4.5 kilometres from the 2 hectare site.",
            fixed="The tower is 60 metres (197 feet) tall, its mast 20 metres (66 feet), "
            "and stands 4.5 kilometres (2.8 miles) from "
            "the 2 hectare (5 acres) site.",
        ),
        Bad(
            "Walls are 6 feet [1.8 meters] thick, doors 7 feet [2.1 meters] high. "
            "They dug through 10 to 12 feet of rubble.",
            fixed="Walls are 6 feet [1.8 meters] thick, doors 7 feet [2.1 meters] high. They dug "
            "through 10 to 12 feet [3 to 3.7 meters] of rubble.",
        ),
        Bad(
            "The river is 20 km (12 miles) off, 5 km (3 miles) wide. It was 31C "
            "in the shade, the hottest day since 1976.",
            fixed="The river is 20 km (12 miles) off, 5 km (3 miles) wide. It was 31C "
            "(88F) in the shade, the hottest day since 1976.",
        ),
        Bad(
            "Troops took 1,150 square kilometers.",
            options=MissingConversionOptions(when="always"),
            fixed="Troops took 1,150 square kilometers (444 square miles).",
        ),
        Bad(
            "The pipeline is 30 miles (48 km) long, 20 miles (32 km) of it new, and spilled 2,000 gallons.",
            found="2,000 gallons",
            fixed="The pipeline is 30 miles (48 km) long, 20 miles (32 km) of it new, "
            "and spilled 2,000 gallons (7,600 liters).",
        ),
        Good(
            "The nest is 20 km (12 miles) off, the sea 5 km (3 miles). The bird weighs 5.4 grams, a little more than "
            "a nickel, and is 9 centimeters long, about the length of a finger."
        ),
        Good(
            "A mile is 1.6 kilometers. It is 20 km (12 miles) off, 5 km (3 miles) "
            "wide. They marched 30 miles, then 40 miles."
        ),
        Bad(
            "He is 5-foot-4 (163 centimeters), his son 5-foot-6 (168 centimeters). She is 24 and 4-foot-10.",
            fixed="He is 5-foot-4 (163 centimeters), his son 5-foot-6 (168 centimeters). "
            "She is 24 and 4-foot-10 (147 centimeters).",
        ),
        Good("Take 8oz (225g) of flour and 4oz (110g) of butter. Heat the oven to 160C/140C fan/gas mark 3."),
        Good("The city lies 105 kilometers (65 miles) away. Troops took 1,150 square kilometers."),
        Good("The road is 20 km (12 miles) long, the lake 5 km (3 miles). It rained 112 mm in a day."),
        Good("Birds fly 20 km (12 miles) or 5 km (3 miles) a day and lose 0.3 grams."),
        Good("Troops took 1,150 square kilometers. The road there is 5 miles long."),
        Good(
            "The stadium is 20 km (12 miles) from town, 5 km (3 miles) from here. The "
            "100-meter final is at noon, the men's 200 metres at six."
        ),
        Good(
            "It is 20 km (12 miles) off, 5 km (3 miles) wide. They marched the 20 km in a day, 12 miles of it uphill."
        ),
        Good("It is 20 km (12 miles) off, 5 km (3 miles) wide. “We walked for 30 kilometers,” she said."),
        Good(
            "It is 20 km (12 miles) off, 5 km (3 miles) wide. They are two feet away from "
            "victory, with £100m spent and 5m people voting."
        ),
        Good(
            "It is 20 km (12 miles) off, 5 km (3 miles) wide. He carried a 9 mm "
            "pistol past Route 5 and got 40 miles per gallon."
        ),
        Good(
            "It is 20 km (12 miles) off, 5 km (3 miles) wide. The fields cover 300 acres.",
            options=MissingConversionOptions(into="customary"),
        ),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(quantities)
        examples = [c for c in found.conversions if c.crosses and c.setting not in ("or", "equivalence")]
        always = self.options.when == "always"
        if article.genre == "sport" or not found.all or (len(examples) < _PROMISE and not always):
            return
        habits = habits_of(article, found)
        systems = {c.first.unit.system for c in examples}
        for part, quantity in self._bare(article, found):
            related = (Related(examples[0].span, "converted here"),) if examples else ()
            finding = self._finding(article, part, quantity, habits, related)
            if finding and (always or _is_promised(quantity, examples)):
                # An article that converts metric units only may be written for readers who know the others.
                one_way = bool(systems) and quantity.unit.system not in (*systems, "either")
                yield replace(finding, severity="suggestion", confidence=0.5) if one_way else finding

    def _bare(self, article: Article, found: Quantities) -> Iterator[tuple[Part, Quantity]]:
        """Yield the quantities that nothing converts, where they first stand."""
        paired = [quantity for c in found.conversions for quantity in (c.first, c.second)]
        # Where a conversion is wrong, nobody knows which of the two is: neither has been converted.
        seen = {_worth(q) for c in found.conversions if is_explained(c) for q in (c.first, c.second)}
        # Who has told readers what a mile is leaves the sums to them.
        told = {c.first.unit for c in found.conversions if c.setting == "equivalence"}
        taken = {quantity.span for quantity in paired}
        spoken = [quotation.span for quotation in article.facts(quotations)]
        starts = [span.start for span in spoken]
        part_starts = [part.span.start for part in article.parts]
        # The second of an amount in two units that are not read as one: 3 pints 4 fluid ounces.
        seconds = {b.span for a, b in pairwise(found.all) if a.unit.kind == b.unit.kind and _touch(a, b)}
        for quantity in found.all:
            if quantity.span in taken or quantity.span in seconds:
                continue
            if quantity.use != "measure" or quantity.unit in told:
                continue
            if _worth(quantity) in seen:
                continue
            part = article.parts[bisect_right(part_starts, quantity.span.start) - 1]
            quoted = bisect_right(starts, quantity.span.start) - 1
            if part.kind not in _PROSE or (quoted >= 0 and spoken[quoted].contains(quantity.span)):
                continue
            if _is_vague(quantity):
                continue
            seen.add(_worth(quantity))
            if not _is_explained_beside(part, quantity):
                yield part, quantity

    def _finding(
        self, article: Article, part: Part, quantity: Quantity, habits: Habits, related: tuple[Related, ...]
    ) -> Finding | None:
        always = self.options.when == "always"
        greatest = max(float(number.value) for number in quantity.amounts)
        unit = target_of(quantity, habits, greatest, always=always, into=self.options.into)
        if unit is None or self.options.into not in ("either", unit.system):
            return None
        amounts = fitting(quantity, unit)
        if any(number.value == 0 for number in amounts) and unit.kind != "temperature":
            return None
        place = _place_behind(part, quantity)
        if place is None:
            return None
        opened, closed = "[]" if habits.square or _in_brackets(part, quantity) else "()"
        if (converted := written(quantity, unit, amounts, habits)) is None:
            return None
        words = f"{opened}{converted}{closed}"
        taken = [whose(one.meanings[0]) for one in (quantity.unit, unit) if len(one.meanings) > 1]
        meant = f", taking them for {taken[0]}" if taken and taken[0] else ""
        return Finding(
            quantity.span,
            f"“{article.prose_at(quantity.span)}” is not converted: {converted}{meant}.",
            related=related,
            fixes=(Fix(f"Insert “{words}”", (Edit(place, place, f" {words}"),)),),
            confidence=0.8,
        )


def _is_promised(quantity: Quantity, examples: Sequence[Conversion]) -> bool:
    """Whether an article that converts its examples promises to convert this: nothing very much smaller.

    Areas follow lengths. Tenths of a gram are science.
    """
    if quantity.unit.name == "gram" and any(number.step < 1 for number in quantity.amounts):
        return False
    size = _size(quantity)
    others = [_size(c.first) for c in examples if _measures(c.first) == _measures(quantity)]
    return not others or not size or min(others) / size <= _SCALE


def _touch(first: Quantity, second: Quantity) -> bool:
    return second.span.start - first.span.end == 1


def _measures(quantity: Quantity) -> str:
    return "length" if quantity.unit.kind == "area" else quantity.unit.kind


def _size(quantity: Quantity) -> float:
    """Return a size in SI units, of an area its side; 0 where there is none, or sizes say little."""
    if quantity.unit.kind == "temperature" or not quantity.unit.meanings:
        return 0.0
    size = abs(float(quantity.amounts[-1].value)) * float(factor(quantity.unit.meanings[0]))
    return math.sqrt(size) if quantity.unit.kind == "area" else size


def _in_brackets(part: Part, quantity: Quantity) -> bool:
    start = part.prose.offset(quantity.span.start)
    return _OPEN_BRACKET.search(part.words, max(0, start - _LONGEST_BRACKET), start) is not None


def _place_behind(part: Part, quantity: Quantity) -> int | None:
    """Return where a conversion goes: after a whole modifier (10ft-high). None if more of the amount follows."""
    end = part.prose.offset(quantity.span.end)
    if _MORE.match(part.words, end):
        return None
    tail = _TAIL.match(part.words, end)
    return part.text_span(tail.end() - 1, tail.end()).end if tail else quantity.span.end


def _worth(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.unit.name, *(number.value for number in quantity.amounts))


def _is_vague(quantity: Quantity) -> bool:
    """Whether it is hardly a measurement: one foot, five or six feet, a temperature that may be a rise, zero."""
    if quantity.difference is None or quantity.joint == "or":
        return True
    first = quantity.amounts[0]
    if first.value == 0:
        return quantity.unit.kind != "temperature" or first.form == "words"
    return first.form == "words" and first.value == 1 and len(quantity.amounts) == 1


def _is_explained_beside(part: Part, quantity: Quantity) -> bool:
    """Whether brackets around it or behind it, or a comparison, already say what a conversion would."""
    start, end = part.prose.offset(quantity.span.start), part.prose.offset(quantity.span.end)
    if _BRACKET_BEHIND.match(part.words, end) or _COMPARED.match(part.words, end):
        return True
    before = part.words, max(0, start - 30), start
    if quantity.unit.kind == "temperature" and (_OVEN_BEHIND.match(part.words, end) or _OVEN_BEFORE.search(*before)):
        return True
    if _SECOND.search(*before):
        return True
    return _ALONE.search(*before) is not None and part.words[end : end + 1] in (")", "]")
