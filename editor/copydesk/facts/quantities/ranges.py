"""Amounts that make one quantity: ranges, sides, alternatives. 5 to 7 miles, 5 km to 7 km, 10 by 20 metres."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from copydesk.article import Span
from copydesk.facts.numbers import Number, is_in_name, number_of
from copydesk.facts.quantities.records import Joint, Quantity
from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.text import Amount, Analysis, Tokens, lexicon

_HYPHENS, _DASHES = frozenset("-‐‑"), frozenset("-–—‐‑−")
_JOINTS: dict[str, Joint] = {"to": "to", "through": "to", "by": "by", "x": "by", "×": "by", "or": "or", "and": "and"}
_BETWEEN, _RANGED = frozenset(("between", "from", "(", "[")), frozenset(("by", "of", "between", "from", "within"))
_MOST_TIMES = 1000  # 2,024 to 2 miles: no range


def with_earlier(at: Surroundings) -> tuple[tuple[Number, ...], Joint]:
    """Return the amounts that end in one (“5 to 7” miles) and what joins them."""
    text, first, number = at.text, at.first, at.number
    if number.value < 0 and at.unit.kind != "temperature" and (positive := _unsigned(text, at.first, number)):
        first, number = first + 1, positive  # nothing is less than no miles long: 75 -300 mm is a range
    joint, end = _end_of_earlier(text.tokens, first)
    if not joint or not (earlier := _earlier(text, end)):
        return (number,), ""
    before = number_of(text, earlier)
    if not _are_joined(earlier, before, joint, number, at):
        return (number,), ""
    sides = (_of_same_scale(before, number), number)
    if joint == "by":
        again, end = _end_of_earlier(text.tokens, earlier.first)
        if again == "by" and (third := _earlier(text, end)):
            return (number_of(text, third), *sides), joint
    return sides, joint


def merged(text: Analysis, first: Quantity, second: Quantity) -> Quantity | None:
    """Return “5 km to 7 km” as one quantity, or None if the two are not a range or sides."""
    if first.unit != second.unit or len(second.amounts) != 1 or len(first.amounts) > 2:
        return None
    if len(first.amounts) == 2 and first.joint != "by":
        return None
    tokens = text.tokens
    joint, end = _end_of_earlier(tokens, tokens.at(second.span.start))
    begins = tokens.at(first.span.start)
    if not joint or tokens.ends[end - 1] != first.span.end or (len(first.amounts) == 2 and joint != "by"):
        return None
    if joint == "or" or (joint == "and" and not _is_after(tokens, begins, _BETWEEN)):
        return None
    if first.difference and joint == "to" and not _is_after(tokens, begins, _RANGED):
        return None  # it rose nine degrees to 40 degrees
    amounts, between = first.amounts + second.amounts, tokens.words[first.span.end : second.span.start]
    if joint == "to" and between.strip() in ("-", "–", "—") and amounts[0].value >= amounts[1].value:
        return None  # a dash between two thoughts
    return replace(
        second, span=Span(first.span.start, second.span.end), amounts=amounts, joint=joint, between=between
    )


def _earlier(text: Analysis, past: int) -> Amount | None:
    """Return the number that ends before a token, in its longest reading; no sum of money."""
    found = [
        v for v in text.values.ending.get(past, ()) if isinstance(v, Amount) and v.kind in ("number", "fraction")
    ]
    longest = min(found, key=lambda value: value.first, default=None)
    if longest is None or is_in_name(text, longest.first):
        return None
    return None if text.tokens.text_at(longest.first - 1) in lexicon("currency_signs") else longest


def _are_joined(earlier: Amount, before: Number, joint: Joint, number: Number, at: Surroundings) -> bool:
    tokens = at.text.tokens
    if before.value <= 0 and at.unit.kind != "temperature":
        scored = tokens.text_at(earlier.first - 1) in _HYPHENS | set("–—")  # 3-0 5 km
        return before.value == 0 and joint == "to" and number.value > 0 and not scored
    if joint == "by":
        return at.unit.kind == "length"
    if joint == "and":
        return _is_after(tokens, earlier.first, _BETWEEN)
    if joint == "or":
        return before.form == number.form and before.value < number.value <= 3 * before.value
    return at.unit.kind == "temperature" or before.value <= _MOST_TIMES * number.value


def _is_after(tokens: Tokens, first: int, words: frozenset[str]) -> bool:
    """Whether one of some words is before a token, with two words between at most."""
    return any(
        tokens.lower(first - back) in words and all(tokens.lower(first - i).isalpha() for i in range(1, back))
        for back in (1, 2, 3)
    )


def _of_same_scale(earlier: Number, number: Number) -> Number:
    """Read “5 to 7 million” as 5 million to 7 million."""
    if number.step >= 1000 > earlier.value and number.value >= 1000 * earlier.value:
        scale = Decimal(1).scaleb(-(-number.step.adjusted() // 3) * 3)  # 2.8 million is exact to 10⁵: scale 10⁶
        return replace(earlier, value=earlier.value * scale, step=earlier.step * scale)
    return earlier


def _unsigned(text: Analysis, first: int, number: Number) -> Number | None:
    """Return a number with a dash before it without the dash; None if “minus” is what is before it."""
    tokens = text.tokens
    if tokens.text_at(first) not in _DASHES:
        return None
    return replace(number, span=Span(tokens.start(first + 1), number.span.end), value=-number.value)


def _end_of_earlier(tokens: Tokens, first: int) -> tuple[Joint, int]:
    """Return what joins a number to one before it, and the index past that: “to”, 1 for 5 to 7, 5-to-7, 5–7."""
    at = first - 1
    if tokens.text_at(at) in _HYPHENS and tokens.lower(at - 1) in ("to", "by") and tokens.text_at(at - 2) in _HYPHENS:
        return _JOINTS[tokens.lower(at - 1)], at - 2
    if tokens.text_at(at) in _DASHES and max(tokens.space(at), tokens.space(first)) <= 1:
        return "to", at
    joint = _JOINTS.get(tokens.lower(at), "")
    if joint and tokens.text_at(at - 1) in _HYPHENS and tokens.space(at):
        return joint, at - 1
    return joint, at
