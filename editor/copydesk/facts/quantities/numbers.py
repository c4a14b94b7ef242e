"""Numbers as quantities have them: read from the text layer, kept out of names, and joined to others."""

from __future__ import annotations

from msgspec.structs import replace

from copydesk.article import Span
from copydesk.facts.numbers import Number
from copydesk.facts.quantities.records import Joint
from copydesk.text import Amount, Analysis, Tokens
from copydesk.text.words import DIGITS

_HYPHENS, _DASHES = frozenset("-‐‑"), frozenset("-–—‐‑−")
_JOINTS: dict[str, Joint] = {"to": "to", "through": "to", "by": "by", "x": "by", "×": "by", "or": "or", "and": "and"}


def unsigned(text: Analysis, first: int, number: Number) -> Number | None:
    """Return a number with a dash before it without the dash; None if “minus” is what is before it."""
    tokens = text.tokens
    if tokens.text_at(first) not in _DASHES:
        return None
    return replace(number, span=Span(tokens.start(first + 1), number.span.end), value=-number.value)


def is_grouped(tokens: Tokens, amount: Amount) -> bool:
    """Whether a number is figures with spaces between the thousands, which may be two numbers as well."""
    return tokens.kinds[amount.core[0] : amount.core[0] + 2] == DIGITS * 2 and amount.past > amount.core[0] + 1


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
