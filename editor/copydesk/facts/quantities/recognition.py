"""Finding quantities in prose: numbers with units, ranges, compounds such as six feet two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from copydesk.article import Span
from copydesk.facts.marks import read as read_marks
from copydesk.facts.numbers import Number
from copydesk.facts.quantities.amounts import amounts_in, scaled, with_half
from copydesk.facts.quantities.compounds import compound, in_primes
from copydesk.facts.quantities.context import use_of
from copydesk.facts.quantities.records import Joint, Quantity, Use
from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.facts.quantities.temperatures import difference_of
from copydesk.facts.quantities.units import Table, Unit, UnitForm, form_of, unit_at
from copydesk.patterns import pattern

_JOINTS: tuple[tuple[Joint, re.Pattern[str]], ...] = (
    ("to", pattern(r"-?\s(?:to|through)\s|-to-|\s?[-–—]\s?")),
    ("by", pattern(r"-?\sby\s|-by-|\s?[x×]\s?")),
    ("or", pattern(r"-?\sor\s")),
    ("and", pattern(r"-?\sand\s")),
)
_LONGEST_JOINT = 9  # code points
_BETWEEN = pattern(r"(?:\b(?:between|from)\s(?:\w+\s){0,2}|[(\[]\s?)$", re.IGNORECASE)
_RANGED = pattern(r"\b(?:by|of|between|from|within)\s(?:\w+\s){0,2}$", re.IGNORECASE)
# 51°30′26″N, N 51° 30.4', 40.7° W: where a place is.
_COORDINATE = pattern(
    r"\d{1,3}(?:\.\d+)?\s?[°º]\s?(?:\d{1,2}(?:\.\d+)?\s?['’′](?!\w)|\d{1,2}(?:\.\d+)?\s?['’′](?=\s?\d|[NSEW]\b)|(?=[NSEW]\b))"
    r"(?:\s?\d{1,2}(?:\.\d+)?\s?(?:[\"”″]|''|’’))?"
)
_INCH_MARK = pattern(r'\s?"(?=\s[a-z0-9]|\s?[x×]|[,.;)]|$)')
_SCORE_BEFORE = pattern(r"\d\s?[-–—]\s?$")  # 3-0
_ARTICLES = frozenset(("a", "an", "per"))
_MONEY = frozenset("$£€¥₹")  # US$5m
_DASHES = "-–−"
_IN_NAME = pattern(r"[A-Za-z]\w*(?<!-by)(?<!-to)[-‐]$")  # scp2-173m
_PRICE_BEFORE = pattern(r"(?:[$£€¥]\S+|\b\d[\d.,]*|cents|dollars|pence|euros|pounds|rupees|yen)\s$")


def quantities_in(
    words: str,
    *,
    title_case: bool = False,
    vocabulary: frozenset[str] | None = None,
    table: Table | None = None,
    singles: frozenset[str] = frozenset(),
) -> list[Quantity]:
    """Return the quantities of a text in order, spans in `words`.

    `title_case` says that capitals mean nothing, as in a headline. `vocabulary` is every word of the text in lower
    case, where that is known: it spares a search. `table` has the units to look for, those of everybody's copy by
    default; `singles` are first words of units, besides the usual, before which an article counts as one.
    """
    numbers = amounts_in(words, vocabulary, singles)
    found: list[Quantity] = []
    if not numbers:
        return found
    end = 0
    for quantity in _candidates(words, numbers, title_case, table):
        if quantity.span.start < end:
            continue
        if found and (merged := _merged(words, found[-1], quantity)):
            found[-1] = merged
        else:
            found.append(quantity)
        end = quantity.span.end
    return found


def _candidates(words: str, numbers: Sequence[Number], title_case: bool, table: Table | None) -> Iterator[Quantity]:
    primes = in_primes(words)
    coordinates = [match.span() for match in _COORDINATE.finditer(words)] if "°" in words or "º" in words else []
    taken = 0
    for index, number in enumerate(numbers):
        if any(start <= number.span.start < end for start, end in coordinates):
            continue
        if number.span.start < taken or number.currency or words[number.span.start - 1 : number.span.start] in _MONEY:
            continue
        quantity = primes.get(number.span.start) or _read(words, numbers, index, title_case, table)
        if quantity is not None:
            taken = quantity.span.end
            yield quantity


def _unit_behind(words: str, end: int, table: Table | None) -> tuple[UnitForm, Span] | None:
    found = unit_at(words, end, table)
    if found is None and '"' in words[end : end + 2] and (mark := _INCH_MARK.match(words, end)):
        form = form_of("″")
        if form and mark.end() - 1 not in _partners(words):
            return form, Span(mark.end() - 1, mark.end())
    return found


@lru_cache(maxsize=2)
def _partners(words: str) -> frozenset[int]:
    """Return the places of the marks that open or close a quotation."""
    marks = read_marks(words)
    return frozenset((*(place for pair in marks.pairs for place in (pair.opening, pair.closing)), *marks.unclosed))


def _read(
    words: str, numbers: Sequence[Number], index: int, title_case: bool, table: Table | None
) -> Quantity | None:
    number = scaled(words, numbers[index])
    found = _unit_behind(words, number.span.end, table)
    if found is None or _ends_a_name(words, numbers, index):
        return None
    form, unit_span = found
    amounts, joint = _with_earlier(words, numbers[max(0, index - 2) : index], number, form.unit)
    amounts, unit_span, is_compound = compound(words, numbers[index + 1 : index + 2], form, unit_span, amounts)
    span = Span(amounts[0].span.start, unit_span.end)
    if number.form == "words" and len(amounts) == 1 and not is_compound:
        half, end = with_half(words, amounts[0], span.end)
        amounts, span = (half,), Span(span.start, end)
    at = Surroundings(words, amounts[0], form, span, unit_span, title_case, is_compound)
    use = use_of(at)
    if use is None:
        return None
    if use == "measure" and amounts[0].value == 1 and words[slice(*number.span)].lower() in _ARTICLES:
        use = _of_one(at)
    return Quantity(
        span,
        amounts,
        form.unit,
        unit_span,
        form.is_short,
        unit_words=words[slice(*unit_span)],
        gap=words[number.span.end : unit_span.start],
        between=words[amounts[0].span.end : amounts[1].span.start] if len(amounts) > 1 else "",
        joint=joint,
        hyphenated=words[unit_span.start - 1] in "-‐‑",
        compound=is_compound,
        difference=difference_of(at),
        use=use,
    )


def _of_one(at: Surroundings) -> Use:
    """Take “a gallon of milk” for a quantity, but not “three dollars a gallon”, “a ton of work”, “a foot”."""
    vague = at.unit.name in ("ton", "foot", "inch", "ounce") or _PRICE_BEFORE.search(at.before)
    return "doubtful" if vague or not at.after.startswith(" of ") else "measure"


def _ends_a_name(words: str, numbers: Sequence[Number], index: int) -> bool:
    """Whether a number is part of a name: 173 in scp2-173m, but not 10 in six-10 feet."""
    start = numbers[index].span.start
    touches = index > 0 and start - numbers[index - 1].span.end == 1
    return not touches and _IN_NAME.search(words, max(0, start - 12), start) is not None


def _with_earlier(
    words: str, before: Sequence[Number], number: Number, unit: Unit
) -> tuple[tuple[Number, ...], Joint]:
    """Return the amounts that end in `number` (“5 to 7” miles) and what joins them; `before` is what precedes."""
    if number.value < 0 and unit.kind != "temperature" and words[number.span.start] in _DASHES:
        # Nothing is less than no miles long: 75 -300 mm is a range, -5 m an item of a list.
        number = replace(number, span=Span(number.span.start + 1, number.span.end), value=-number.value)
    if not before or before[-1].currency:
        return (number,), ""
    earlier = before[-1]
    joint = _joint(words, earlier.span.end, number.span.start)
    if joint and _are_joined(
        words[max(0, earlier.span.start - 25) : earlier.span.start], earlier, joint, number, unit
    ):
        sides = (_of_same_scale(earlier, number), number)
        if joint == "by" and len(before) > 1 and _joint(words, before[0].span.end, earlier.span.start) == "by":
            return (before[0], *sides), joint
        return sides, joint
    return (number,), ""


def _are_joined(before: str, earlier: Number, joint: Joint, number: Number, unit: Unit) -> bool:
    if earlier.value <= 0 and unit.kind != "temperature":
        return earlier.value == 0 and joint == "to" and number.value > 0 and not _SCORE_BEFORE.search(before)
    if joint == "by":
        return unit.kind == "length"
    if joint == "and":
        return _BETWEEN.search(before) is not None
    if joint == "or":
        return earlier.form == number.form and earlier.value < number.value <= 3 * earlier.value
    return unit.kind == "temperature" or earlier.value <= 1000 * number.value  # 2,024 to 2 miles: no range


def _joint(words: str, start: int, end: int) -> Joint:
    if not 0 < end - start <= _LONGEST_JOINT:
        return ""
    between = words[start:end]
    return next((joint for joint, pattern in _JOINTS if pattern.fullmatch(between)), "")


def _of_same_scale(earlier: Number, number: Number) -> Number:
    """Read “5 to 7 million” as 5 million to 7 million."""
    if number.step >= 1000 > earlier.value and number.value >= 1000 * earlier.value:
        scale = Decimal(1).scaleb(-(-number.step.adjusted() // 3) * 3)  # 2.8 million is exact to 10⁵: scale 10⁶
        return replace(earlier, value=earlier.value * scale, step=earlier.step * scale)
    return earlier


def _merged(words: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Return “5 km to 7 km” as one quantity, or None if the two are not a range or sides."""
    if first.unit != second.unit or len(second.amounts) != 1 or len(first.amounts) > 2:
        return None
    joint = _joint(words, first.span.end, second.span.start)
    if len(first.amounts) == 2 and not first.joint == joint == "by":
        return None
    before = words[max(0, first.span.start - 25) : first.span.start]
    if joint not in ("to", "by") and not (joint == "and" and _BETWEEN.search(before)):
        return None
    if first.difference and joint == "to" and not _RANGED.search(before):
        return None  # it rose nine degrees to 40 degrees
    amounts, between = first.amounts + second.amounts, words[first.span.end : second.span.start]
    if joint == "to" and between.strip() in ("-", "–", "—") and amounts[0].value >= amounts[1].value:
        return None  # a dash between two thoughts
    span = Span(first.span.start, second.span.end)
    return replace(second, span=span, amounts=amounts, joint=joint, between=between)
