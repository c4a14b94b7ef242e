"""Numbers: figures, number words, mixtures and fractions, as a reader takes them in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.values.number_words import ONE, SCALES, and_a_part, in_words, rest_in_words
from copydesk.text.values.records import Amount, made
from copydesk.text.words import DIGITS, FRACTION, FRACTIONS, fraction_value

_GROUP = re.compile(r"\d{3}(?P<decimals>\.\d+)?", re.ASCII)
_HYPHENS = frozenset("-‐‑")
_MINUS = frozenset("-−–")
_LONGEST = 18  # digits of a number that a reader takes in
_SHORT_SCALES: dict[str, int] = table("numerals")["short_scales"]
_AFTER_A_SPACE = frozenset("bn mn mln bln tln tn trn".split())


def numbers_at(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Yield the numbers that begin with a token, all their readings, the longest last."""
    kind = tokens.kinds[first : first + 1]
    if kind in (DIGITS, FRACTION):
        yield from _figures(tokens, first)
    elif tokens.text_at(first) in _MINUS or tokens.lower(first) in ("minus", "negative"):
        yield from _negative(tokens, first)
    else:
        yield from in_words(tokens, first)


def _figures(tokens: Tokens, first: int) -> Iterator[Amount]:
    if tokens.kinds[first : first + 1] == FRACTION:
        if found := _fraction(tokens, first):
            top, bottom, past = found
            yield made(first, past, Decimal(top) / bottom, ONE / bottom, part=True)
        return
    written = tokens.text(first).replace(",", "")
    if len(written) > _LONGEST:
        return
    number, step = Decimal(written), ONE.scaleb(-len(written.partition(".")[2]))
    past = first + 1
    if step == 1 and (fraction := _slashed(tokens, first, number)):
        yield fraction
        return
    number, step, past = _mixed(tokens, number, step, past)
    yield from _scaled(tokens, first, past, number, step)
    if spaced := _grouped_by_spaces(tokens, first):
        yield from _scaled(
            tokens, first, spaced[1], spaced[0], ONE.scaleb(min(0, int(spaced[0].as_tuple().exponent)))
        )


def _fraction(tokens: Tokens, at: int) -> tuple[int, int, int] | None:
    """Return what a fraction of its own characters divides, by what, and the index past it: ¾, ¹⁄₈."""
    if tokens.text(at) in FRACTIONS:
        return *fraction_value(tokens.text(at)), at + 1
    if tokens.text_at(at + 1) != "⁄" or not tokens.text_at(at + 2):
        return None
    import unicodedata

    top, bottom = (unicodedata.normalize("NFKC", tokens.text(index)) for index in (at, at + 2))
    if not (top.isdecimal() and bottom.isdecimal()) or tokens.space(at + 2) or not int(bottom):
        return None
    return int(top), int(bottom), at + 3


def _slashed(tokens: Tokens, first: int, top: Decimal) -> Amount | None:
    """Read “3/4” and “3⁄4”, if nothing says that it is a date or a size."""
    if tokens.text_at(first + 1) not in ("/", "⁄") or tokens.space(first + 1) or tokens.space(first + 2):
        return None
    bottom = tokens.text_at(first + 2)
    if not (bottom.isascii() and bottom.isdecimal() and 2 <= int(bottom) <= 32 and 0 < top < int(bottom)):
        return None
    if tokens.text_at(first + 3) in ("/", "⁄") and not tokens.space(first + 3):
        return None
    return made(first, first + 3, top / int(bottom), ONE / int(bottom), part=True)


def _mixed(tokens: Tokens, number: Decimal, step: Decimal, past: int) -> tuple[Decimal, Decimal, int]:
    """Take in a fraction behind a whole number: 5½, 5 1/2, 5-1/2."""
    if step != 1:
        return number, step, past
    found = _fraction(tokens, past) if tokens.kinds[past : past + 1] == FRACTION and tokens.space(past) <= 1 else None
    if found:
        return number + Decimal(found[0]) / found[1], ONE / found[1], found[2]
    at = past + 1 if tokens.text_at(past) in _HYPHENS and not tokens.space(past) else past
    if tokens.kinds[at : at + 1] == DIGITS and tokens.text(at).isdecimal() and tokens.space(at) <= 1:
        fraction = _slashed(tokens, at, Decimal(tokens.text(at)))
        if fraction is not None and (at > past or tokens.space(at)):
            return number + fraction.number, fraction.step, fraction.past
    return number, step, past


def _scaled(tokens: Tokens, first: int, past: int, number: Decimal, step: Decimal) -> Iterator[Amount]:
    """Yield a number as it is and, if scale words follow (5 million, 1.2 lakh crore, 5m), with them."""
    yield made(first, past, number, step)
    if step == 1 and (read := and_a_part(tokens, past, number, step)):
        yield made(first, read[2], read[0], read[1])
    size, at = 1, past
    while at < past + 2:
        word = at + 1 if tokens.text_at(at) in _HYPHENS and not tokens.space(at) else at
        times = SCALES.get(tokens.lower(word), 0) if tokens.space(word) <= 1 else 0
        if not times and at == past and not tokens.space(at):
            times = _SHORT_SCALES.get(tokens.lower(at), 0)
        elif not times and at == past and tokens.lower(at) in _AFTER_A_SPACE:
            times = _SHORT_SCALES[tokens.lower(at)]
        if not times:
            break
        size, at = size * times, word + 1
    if size > 1:
        yield made(first, at, number * size, step * size)
        if read := and_a_part(tokens, at, number * size, step * size if step == 1 else ONE):
            yield made(first, read[2], read[0], read[1])
        elif rest := rest_in_words(tokens, at, size):
            yield made(first, rest[1], number * size + rest[0], ONE)


def _grouped_by_spaces(tokens: Tokens, first: int) -> tuple[Decimal, int] | None:
    """Read “1 520” and “12 500 000” as one number: groups of three behind one to three digits."""
    digits, past = tokens.text(first), first + 1
    if not digits.isdecimal() or len(digits) > 3 or digits.startswith("0"):
        return None
    while tokens.space(past) == 1 and (group := _GROUP.fullmatch(tokens.text_at(past))):
        digits, past = digits + group[0], past + 1
        if group["decimals"]:
            break
    return (Decimal(digits), past) if first + 1 < past <= first + 5 else None


def _negative(tokens: Tokens, first: int) -> Iterator[Amount]:
    sign = tokens.text(first) in _MINUS
    free = first == 0 or tokens.space(first) or tokens.text(first - 1) in "(["
    if sign and (tokens.space(first + 1) or not free):
        return
    if tokens.kinds[first + 1 : first + 2] in (DIGITS, FRACTION):
        found = _figures(tokens, first + 1)
    else:
        found = iter(()) if sign else in_words(tokens, first + 1)
    for one in found:
        yield made(first, one.past, -one.number, one.step, words=one.words)
