"""Quantities: a number with the unit of measurement right behind it, 40 km, 660 square metres, 5 feet 2 inches."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.units import usual_forms
from copydesk.text.values.records import Amount

_HYPHENS = frozenset("-‐‑")
_TIMES = {"minute": "minute", "min": "minute"}
# A second figure is taken for the smaller unit without its name: 6-foot-4, 5ft 10, 11st 4, 1 metre 85.
_WITHOUT_SMALLER = {"foot": "foot ft", "stone": "stone st", "meter": "meter metre m"}
_ENDS = frozenset((".", ",", ";", ":", ")", "]", "”", '"', "", "and", "tall", "high"))
_PRIMES, _SECONDS = frozenset("'’′"), frozenset(('"', "”", "″"))
_SPACED_OFF = frozenset((".", ",", ";", ")", ""))


def quantities_of(tokens: Tokens, number: Amount) -> Iterator[Amount]:
    """Yield what a number measures by the unit right behind it.

    An amount in two units is in the smaller one, and has the larger as its `whole`.
    """
    from copydesk.text.lexicons import lexicon

    if tokens.text_at(number.first - 1) in lexicon("currency_signs"):
        return  # £5m are millions
    if tokens.text_at(number.past) in _PRIMES:
        yield from _in_primes(tokens, number)
    found = unit_at(tokens, unit_place(tokens, number))
    if found is None:
        return
    unit, past = found
    if tokens.text_at(number.past) == "st" and number.number % 10 == 1 and number.number % 100 != 11:
        return  # 21st is an ordinal, 11st and 12st are stones
    large = replace(number, kind="quantity", unit=unit, past=past)
    yield large
    yield from in_two_units(tokens, large)


def unit_place(tokens: Tokens, number: Amount) -> int:
    """Return the index of the token behind a number that may begin its unit: after a hyphen, or “of a”."""
    at = number.past
    if tokens.text_at(at) in _HYPHENS and not tokens.space(at):
        return at + 1
    if number.kind == "fraction" and tokens.lower(at) == "of" and tokens.lower(at + 1) in ("a", "an"):
        return at + 2
    return at


def unit_at(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Return the unit that a token begins, by its name, and the index past it."""
    found = usual_forms().at(tokens, at, sure=True)
    if found is None:
        return None
    form, past = found
    time = _TIMES.get(tokens.lower(past + 1), "")
    if time and form.unit.kind == "length" and tokens.lower(past) in ("per", "/", "a"):
        return f"{form.unit.name}_per_{time}", past + 2
    return form.unit.name, past


def in_two_units(tokens: Tokens, large: Amount) -> Iterator[Amount]:
    """Yield an amount with what follows it in a smaller unit: 6 feet 2 inches, 5-foot-9-inch, 11st 5lb, 6-foot-2."""
    parts: dict[str, int] = table("units")["together"].get(large.unit)
    if not parts or large.step != 1:
        return
    from copydesk.text.values.numbers import numbers_at

    at = large.past
    while at < large.past + 2 and tokens.lower(at) in (",", "and"):
        at += 1
    if at == large.past and tokens.text_at(at) in _HYPHENS and not tokens.space(at):
        at += 1
    for second in numbers_at(tokens, at):
        found = usual_forms().at(tokens, unit_place(tokens, second))
        if found and 0 <= second.number < parts.get(found[0].unit.name, 0):
            yield _sum(large, second, found[0].unit.name, parts[found[0].unit.name], found[1])
        elif found is None and at <= large.past + 1 and _may_be_bare(tokens, large, second, at):
            smaller, times = next(iter(parts.items()))
            if 0 <= second.number < times:
                yield _sum(large, second, smaller, times, second.past)


def _sum(large: Amount, second: Amount, unit: str, times: int, past: int) -> Amount:
    number = large.number * times + second.number
    return replace(large, number=number, step=second.step, unit=unit, past=past, whole=large.unit)


def _may_be_bare(tokens: Tokens, large: Amount, second: Amount, at: int) -> bool:
    """Whether a figure may be inches, pounds, centimeters without saying so: right there, or where a phrase ends."""
    if tokens.lower(large.past - 1) not in _WITHOUT_SMALLER.get(large.unit, "").split():
        return False
    if tokens.lower(large.past) in (",", "and") or tokens.text_at(second.past) in ("%", "per", "percent"):
        return False
    ends = tokens.lower(second.past) in _ENDS
    if large.unit == "meter":
        return ends and second.number >= 10 and at == large.past
    if large.unit == "stone":
        return ends
    alike = tokens.space(at) == tokens.space(large.core[1]) and (at > large.past) == (
        tokens.text_at(large.core[1]) in _HYPHENS
    )
    return ends or alike


def _in_primes(tokens: Tokens, feet: Amount) -> Iterator[Amount]:
    """Yield a height with marks: 5'10", 6' 2½", 5’9.5”."""
    if feet.kind != "number" or feet.step != 1 or not 0 < feet.number < 10:
        return
    from copydesk.text.values.numbers import numbers_at

    for inches in numbers_at(tokens, feet.past + 1):
        marks = [tokens.text_at(inches.past + index) for index in (0, 1)]
        if not 0 <= inches.number < 12 or inches.step < Decimal("0.1") or tokens.space(feet.past):
            continue
        closed = 1 if marks[0] in _SECONDS else 2 if marks[0] in _PRIMES and marks[1] in _PRIMES else 0
        if closed or tokens.space(inches.past) or marks[0] in _SPACED_OFF:
            whole = replace(feet, kind="quantity", unit="foot")
            yield _sum(whole, inches, "inch", 12, inches.past + closed)


def unit_words() -> frozenset[str]:
    """Return the first words of units, in the singular, that an article may count."""
    return frozenset(
        unit.singular.split()[0].lower() for unit in usual_forms().units.values() if len(unit.singular) > 2
    )
