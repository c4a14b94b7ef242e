"""Numbers as quantities have them: read from the text layer, kept out of names, and joined to others."""

from __future__ import annotations

from msgspec.structs import replace

from copydesk.article import Span
from copydesk.facts.numbers import Number
from copydesk.facts.quantities.records import Joint
from copydesk.text import Amount, Analysis, Tokens
from copydesk.text.values.number_words import SCALES
from copydesk.text.words import DIGITS

_HYPHENS, _DASHES = frozenset("-‐‑"), frozenset("-–—‐‑−")
_JOINTS: dict[str, Joint] = {"to": "to", "through": "to", "by": "by", "x": "by", "×": "by", "or": "or", "and": "and"}
_INSIDE = frozenset(".,:")


def number_of(text: Analysis, amount: Amount) -> Number:
    """Return an amount as a number, span relative to the text; of one in two units the first figure's."""
    span = text.tokens.span(amount.first, amount.core[1])
    return Number(span, amount.number, amount.step, "words" if amount.words else "figures", "", amount.hedge)


def unsigned(text: Analysis, first: int, number: Number) -> Number | None:
    """Return a number with a dash before it without the dash; None if “minus” is what is before it."""
    tokens = text.tokens
    if tokens.text_at(first) not in _DASHES:
        return None
    return replace(number, span=Span(tokens.start(first + 1), number.span.end), value=-number.value)


def is_vague(text: Analysis, amount: Amount) -> bool:
    """Whether a number in words is no number: a couple, a few hundred, 5.7  million."""
    lower = text.tokens.lower
    return lower(amount.first) in SCALES or "couple" in (lower(amount.first), lower(amount.first + 1))


def is_grouped(tokens: Tokens, amount: Amount) -> bool:
    """Whether a number is figures with spaces between the thousands, which may be two numbers as well."""
    return tokens.kinds[amount.core[0] : amount.core[0] + 2] == DIGITS * 2 and amount.past > amount.core[0] + 1


def is_in_name(text: Analysis, first: int) -> bool:
    """Whether a figure is part of a name, a time or a date: F-16, scp2-173m, A4, 10:30; not 10 of six-10 feet."""
    tokens = text.tokens
    if not first or tokens.space(first) or not (tokens.text(first)[0].isdigit() or tokens.text(first)[0] in "½¼¾"):
        return False
    before = tokens.text(first - 1)
    if before[-1].isalnum() or before in _INSIDE:
        return True
    earlier = tokens.text_at(first - 2)
    if before == "/":
        return earlier[:1].isdigit()
    if before not in _HYPHENS or tokens.space(first - 1):
        return False
    if earlier[:1].isdigit():
        return is_in_name(text, first - 2)
    return (
        earlier[:1].isalpha()
        and earlier.lower() not in ("by", "to")
        and not any(value.kind in ("number", "fraction") for value in text.values.ending.get(first - 1, ()))
    )


def end_of_earlier(tokens: Tokens, first: int) -> tuple[Joint, int]:
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
