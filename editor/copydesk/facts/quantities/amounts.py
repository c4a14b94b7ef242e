"""Numbers as they stand before units: a mile, 10 000 km, 8-by-10-foot, 3.5m tonnes, 5 lakh tonnes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from copydesk.article import Span
from copydesk.facts.numbers import Number, numbers_in
from copydesk.patterns import pattern

# “a mile (1.6 kilometers)”, “a gallon of milk”, “per hectare (2.5 acres)”: an article or “per” counts as a number
# before a unit that takes no other.
_ONE = pattern(
    r"\b(?:[Aa]n?|per)(?=[\s-](?P<unit>[a-z]{3,10}(?:\s[a-z]+){0,3}?)"
    r"(?:\s?[(\[](?:\w+\s)?[\d.]|\s(?:of|or|is|equals)\s|\sand\s+a\s(?:half|quarter)\b))"
)
_SINGLE = frozenset(
    "mile kilometer kilometre meter metre yard foot inch acre hectare gallon liter litre pint quart ounce pound "
    "kilogram kilo ton tonne square cubic metric nautical knot barrel stone long short us imperial fluid".split()
)
_JOINED = pattern(r"(?<=\d)-(?:by|to)-(?P<figure>\d[\d,]*(?:\.\d+)?)(?=-[a-z])")
_PART = pattern(r"\b(?P<part>half|thirds?|quarters?|fifths?)(?:\s+of\s+an?)?(?=[\s-][a-z])", re.IGNORECASE)
_WHOLE = r"(?P<{}>one|two|three|four|five|six|seven|eight|nine|ten|\d+)[\s-]and[\s-]"
_BEFORE_PART = pattern(
    rf"(?<![\w.,-])(?:(?:{_WHOLE.format('whole')})?(?P<top>one|two|three)[\s-]|{_WHOLE.format('only')}(?:an?[\s-])?)$",
    re.IGNORECASE,
)
_ALONE = pattern(r"(?<![\w-])(?<!\ba\s)quarter(?=-[a-z])")
_PORTION_WORDS = frozenset(("half", "third", "thirds", "quarter", "quarters", "fifth", "fifths"))
_PORTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_LARGE = r"(?:tonnes?|tons?|barrels?|lit(?:er|re)s?|gallons?|acres?|hectares?|miles?|kilomet(?:er|re)s?|cubic|sq)\b"
_SCALE_BEHIND = pattern(
    rf"(?P<scale>k|\slakh|\scrore)(?=\s?[a-z]{{2}})\b|(?P<million>m)(?=\s(?:{_LARGE}|square\s[a-z]))"
)
_SCALES = {"k": Decimal(1000), " lakh": Decimal(10**5), " crore": Decimal(10**7)}
_SPACED = pattern(r"\d \d{3}\b")
_GROUPS = pattern(r"\d{1,3}(?: \d{3})*")
_MONTH = pattern(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s$")
_AND_A_HALF = pattern(r"\sand\sa\s(?P<part>half|quarter)\b")
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}


def amounts_in(
    words: str, vocabulary: frozenset[str] | None, singles: frozenset[str] = frozenset()
) -> Sequence[Number]:
    """Return the numbers of a text as units are counted with them, in order.

    `vocabulary` is every word of the text in lower case, where that is known: it spares a search.
    `singles` are first words of units, besides the usual, before which an article counts as one.
    """
    singles |= _SINGLE
    numbers: Sequence[Number] = numbers_in(words, vocabulary)
    more: list[Number] = []
    if vocabulary is None or not singles.isdisjoint(vocabulary):
        more += _articles(words, singles)
    if "-by-" in words or "-to-" in words:
        more += _joined(words)
    if vocabulary is None or not _PORTION_WORDS.isdisjoint(vocabulary):
        portions = list(_portions(words))
        starts = [portion.span.start for portion in portions]
        numbers = [n for n in numbers if not _is_in(n, portions, bisect_right(starts, n.span.start) - 1)]
        more += portions
    if more:
        taken = {number.span.start for number in numbers}
        added = (number for number in more if number.span.start not in taken)
        numbers = sorted((*numbers, *added), key=lambda number: number.span)
    return _spaced(words, numbers)


def _is_in(number: Number, others: Sequence[Number], index: int) -> bool:
    return index >= 0 and others[index].span.contains(number.span)


def _articles(words: str, singles: frozenset[str]) -> Iterator[Number]:
    for match in _ONE.finditer(words):
        if match["unit"].split()[0] in singles:
            yield Number(Span(*match.span()), Decimal(1), Decimal(1), "words")


def _joined(words: str) -> Iterator[Number]:
    for match in _JOINED.finditer(words):
        for number in numbers_in(match["figure"]):
            yield replace(number, span=Span(*match.span("figure")))


def _portions(words: str) -> Iterator[Number]:
    """Yield one-half, two thirds of a, one and three-quarters, 1 and a half, quarter-."""
    for match in _PART.finditer(words):
        start = match.start()
        before = _BEFORE_PART.search(words, max(0, start - 25), start)
        if before is None and not _ALONE.match(words, start):
            continue
        step = Decimal(1) / _PORTIONS[match["part"].lower().removesuffix("s")]
        top, whole = (_value(before["top"], 1), _value(before["whole"] or before["only"], 0)) if before else (1, 0)
        yield Number(Span(before.start() if before else start, match.end()), whole + top * step, step, "words")


def _value(words: str | None, default: int) -> Decimal:
    return numbers_in(words)[0].value if words else Decimal(default)


def _spaced(words: str, numbers: Sequence[Number]) -> Sequence[Number]:
    """Read “98 136” as one number, but not the 20 and the 500 of “on May 20 500 acres burned”."""
    read: list[Number] = []
    for number in numbers:
        if read and number.span.start - read[-1].span.end == 1 and _goes_on(words, read[-1], number):
            span = Span(read[-1].span.start, number.span.end)
            read[-1] = replace(read[-1], span=span, value=read[-1].value * 1000 + number.value)
        else:
            read.append(number)
    return read


def _goes_on(words: str, before: Number, number: Number) -> bool:
    group, first = words[slice(*number.span)], words[slice(*before.span)]
    if not (len(group) == 3 and group.isdigit() and _GROUPS.fullmatch(first)):
        return False
    if not _SPACED.match(words, before.span.end - 1):
        return False
    return not _MONTH.search(words, max(0, before.span.start - 12), before.span.start)


def scaled(words: str, number: Number) -> Number:
    """Return a number with the thousands, lakhs, crores or millions (3.5m tonnes) that stand behind it."""
    if words[number.span.end : number.span.end + 1] not in ("k", "m", " "):
        return number
    match = _SCALE_BEHIND.match(words, number.span.end)
    if match is None:
        return number
    scale = Decimal(10**6) if match["million"] else _SCALES[match["scale"]]
    span = Span(number.span.start, match.end())
    return replace(number, span=span, value=number.value * scale, step=number.step * scale)


def with_half(words: str, number: Number, end: int) -> tuple[Number, int]:
    """Return the number and the end of “a mile and a half”, where its unit ends at `end`."""
    if number.value != number.value.to_integral_value() or not (match := _AND_A_HALF.match(words, end)):
        return number, end
    part = _PARTS[match["part"]]
    return replace(number, value=number.value + part, step=part), match.end()
