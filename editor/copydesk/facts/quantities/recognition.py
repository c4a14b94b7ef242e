"""Finding quantities in prose: numbers with units, ranges, compounds such as six feet two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from copydesk.article import Span
from copydesk.facts.numbers import Number, numbers_in
from copydesk.facts.quantities.context import Surroundings, difference_of, use_of
from copydesk.facts.quantities.records import Joint, Quantity
from copydesk.facts.quantities.units import Unit, UnitForm, form_of, unit_at, unit_named
from copydesk.patterns import pattern

# How many of the second unit make one of the first, in amounts that are written with both.
_COMPOUNDS = {
    ("foot", "inch"): Decimal(12),
    ("yard", "foot"): Decimal(3),
    ("pound", "ounce"): Decimal(16),
    ("stone", "pound"): Decimal(14),
    ("meter", "centimeter"): Decimal(100),
    ("kilogram", "gram"): Decimal(1000),
}
_LINK = pattern(r"(?:,?\s(?:and\s)?|-)$|^$")
_BARE_INCHES = pattern(
    r"[-\s](?P<inches>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b(?![\d.,]\d|[-\s]?%)"
)
_PRIMES = pattern(
    r"(?P<feet>[1-9])(?<![\w.,].)\s?['’′]\s?(?P<inches>\d{1,2}(?:\.\d)?)\s?(?:[\"”″]|''|’’|(?=[\s,.;)]))"
)
_JOINTS: tuple[tuple[Joint, re.Pattern[str]], ...] = (
    ("to", pattern(r"-?\s(?:to|through)\s|\s?[-–—]\s?")),
    ("by", pattern(r"-?\sby\s|-by-|\s?[x×]\s?")),
    ("or", pattern(r"-?\sor\s")),
    ("and", pattern(r"-?\sand\s")),
)
_BETWEEN = pattern(r"(?:\b(?:between|from)\s(?:\w+\s){0,2}|[(\[]\s?)$", re.IGNORECASE)
# “a mile (1.6 kilometers)”: an article counts as a number only where a conversion follows.
_ONE = pattern(r"\b[Aa]n?(?=\s[a-z]{3,10}(?:\s[a-z]+){0,3}\s?[(\[](?:\w+\s)?[\d.])")


def quantities_in(words: str, *, title_case: bool = False) -> list[Quantity]:
    """Return the quantities of a text in order, spans in `words`.

    `title_case` says that capitals mean nothing, as in a headline.
    """
    numbers = list(numbers_in(words))
    if not numbers:
        return []
    if "(" in words or "[" in words:
        ones = [Number(Span(*match.span()), Decimal(1), Decimal(1), "words") for match in _ONE.finditer(words)]
        numbers = sorted([*numbers, *ones], key=lambda number: number.span)
    found: list[Quantity] = []
    end = 0
    for quantity in _candidates(words, numbers, title_case):
        if quantity.span.start < end:
            continue
        if found and (merged := _merged(words, found[-1], quantity)):
            found[-1] = merged
        else:
            found.append(quantity)
        end = quantity.span.end
    return found


def _candidates(words: str, numbers: Sequence[Number], title_case: bool) -> Iterator[Quantity]:
    primes = {match.start(): match for match in _PRIMES.finditer(words)}
    taken = 0
    for index, number in enumerate(numbers):
        if number.span.start < taken or number.currency:
            continue
        if match := primes.get(number.span.start):
            quantity: Quantity | None = _in_primes(match)
        else:
            quantity = _read(words, numbers, index, title_case)
        if quantity is not None:
            taken = quantity.span.end
            yield quantity


def _in_primes(match: re.Match[str]) -> Quantity:
    step = Decimal(1) / 12
    amount = Number(Span(*match.span()), Decimal(match["feet"]) + Decimal(match["inches"]) / 12, step)
    return Quantity(amount.span, (amount,), unit_named("foot"), amount.span, is_short=True, compound=True)


def _read(words: str, numbers: Sequence[Number], index: int, title_case: bool) -> Quantity | None:
    number = numbers[index]
    found = unit_at(words, number.span.end)
    if found is None:
        return None
    form, unit_span = found
    amounts, joint = _with_earlier(words, numbers, index, form.unit)
    amounts, unit_span, compound = _compound(words, numbers[index + 1 : index + 2], form, unit_span, amounts)
    span = Span(amounts[0].span.start, unit_span.end)
    at = Surroundings(words, amounts[0], form, span, unit_span, title_case)
    use = use_of(at)
    if use is None:
        return None
    article = words[number.span.start : number.span.end].lower() in ("a", "an")
    return Quantity(
        span,
        amounts,
        form.unit,
        unit_span,
        form.is_short,
        unit_words=words[unit_span.start : unit_span.end],
        gap=words[number.span.end : unit_span.start],
        between=words[amounts[0].span.end : amounts[-1].span.start],
        joint=joint,
        hyphenated=words[unit_span.start - 1] in "-‐‑",
        compound=compound,
        difference=difference_of(at),
        use="doubtful" if article else use,
    )


def _with_earlier(words: str, numbers: Sequence[Number], index: int, unit: Unit) -> tuple[tuple[Number, ...], Joint]:
    """Return the amounts that end in numbers[index] (“5 to 7” miles) and what joins them."""
    number = numbers[index]
    if index == 0 or numbers[index - 1].currency:
        return (number,), ""
    earlier = numbers[index - 1]
    joint = _joint(words[earlier.span.end : number.span.start])
    before = words[max(0, earlier.span.start - 25) : earlier.span.start]
    if joint and _are_joined(before, earlier, joint, number, unit):
        return (_of_same_scale(earlier, number), number), joint
    return (number,), ""


def _are_joined(before: str, earlier: Number, joint: Joint, number: Number, unit: Unit) -> bool:
    if earlier.value <= 0 and unit.kind != "temperature":
        return False
    if joint == "by":
        return unit.kind == "length"
    if joint == "and":
        return _BETWEEN.search(before) is not None
    if joint == "or":
        return earlier.form == number.form and earlier.value < number.value <= 3 * earlier.value
    return unit.kind == "temperature" or earlier.value <= 1000 * number.value  # 2,024 to 2 miles: no range


def _joint(between: str) -> Joint:
    return next((joint for joint, pattern in _JOINTS if pattern.fullmatch(between)), "")


def _of_same_scale(earlier: Number, number: Number) -> Number:
    """Read “5 to 7 million” as 5 million to 7 million."""
    if number.step >= 1000 > earlier.value and number.value >= 1000 * earlier.value:
        scale = Decimal(1).scaleb(-(-number.step.adjusted() // 3) * 3)  # 2.8 million is exact to 10⁵: scale 10⁶
        return replace(earlier, value=earlier.value * scale, step=earlier.step * scale)
    return earlier


def _compound(
    words: str, following: Sequence[Number], form: UnitForm, unit_span: Span, amounts: tuple[Number, ...]
) -> tuple[tuple[Number, ...], Span, bool]:
    """Take in the second unit of “6 feet 2 inches”, “11st 5lb”, “6-foot-2”."""
    if len(amounts) > 1:
        return amounts, unit_span, False
    first = amounts[0]
    if form.unit.name == "foot" and words[unit_span.start : unit_span.end].lower() in ("foot", "ft"):
        bare = _BARE_INCHES.match(words, unit_span.end)
        if bare and unit_at(words, bare.end()) is None and words[unit_span.end] == words[first.span.end]:
            inches = numbers_in(bare["inches"])[0]
            if inches.value < 12:
                return (_sum(first, inches, Decimal(12)),), Span(unit_span.start, bare.end()), True
    if following and _LINK.match(words[unit_span.end : following[0].span.start]):
        second = unit_at(words, following[0].span.end)
        ratio = second and _COMPOUNDS.get((form.unit.name, second[0].unit.name))
        if second and ratio and 0 <= following[0].value < ratio and form_of(words[slice(*second[1])]):
            return (_sum(first, following[0], ratio),), Span(unit_span.start, second[1].end), True
    return amounts, unit_span, False


def _sum(first: Number, second: Number, ratio: Decimal) -> Number:
    return replace(first, value=first.value + second.value / ratio, step=second.step / ratio)


def _merged(words: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Return “5 km to 7 km” as one quantity, or None if the two are not a range or sides."""
    if first.unit != second.unit or len(first.amounts) + len(second.amounts) != 2:
        return None
    between = words[first.span.end : second.span.start]
    joint = _joint(between)
    if joint not in ("to", "by"):
        return None
    span, amounts = Span(first.span.start, second.span.end), first.amounts + second.amounts
    return replace(second, span=span, amounts=amounts, joint=joint, between=between)
