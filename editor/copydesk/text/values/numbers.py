"""Numbers: figures, number words, mixtures and fractions, as a reader takes them in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.values.records import Amount
from copydesk.text.words import DIGITS, FRACTION, fraction_value

ONE = Decimal(1)
_MOST = Decimal(10) ** 18  # past that, what is written is no number that a reader takes in
_LONGEST = 24  # tokens of one number in words
_HYPHENS = frozenset("-‐‑")
_MINUS = frozenset("-−–")


def numbers_at(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Yield the numbers that begin with a token, all their readings, the longest last."""
    kind = tokens.kinds[first : first + 1]
    if kind in (DIGITS, FRACTION):
        yield from _figures(tokens, first)
    elif tokens.text(first) in _MINUS or tokens.lower(first) in ("minus", "negative"):
        yield from _negative(tokens, first)
    else:
        yield from _in_words(tokens, first)


_SMALL: dict[str, int] = table("numerals")["small"]
_TENS: dict[str, int] = table("numerals")["tens"]
_SCALES: dict[str, int] = table("numerals")["scales"]
_SHORT_SCALES: dict[str, int] = table("numerals")["short_scales"]
_PARTS: dict[str, int] = table("numerals")["parts"]


def _amount(
    first: int, past: int, number: Decimal, step: Decimal, *, words: bool = False, part: bool = False
) -> Amount:
    kind = "fraction" if part else "number"
    return Amount(kind=kind, first=first, past=past, number=number, step=step, words=words, core=(first, past))  # type: ignore[arg-type]


# Figures


def _figures(tokens: Tokens, first: int) -> Iterator[Amount]:
    if tokens.kinds[first : first + 1] == FRACTION:
        top, bottom = fraction_value(tokens.text(first))
        yield _amount(first, first + 1, Decimal(top) / bottom, ONE / bottom, part=True)
        return
    written = tokens.text(first).replace(",", "")
    if len(written) > 18 or not written.isascii():
        number, step = _other_digits(written)
    else:
        number, step = Decimal(written), ONE.scaleb(-len(written.partition(".")[2]))
    if number is None:
        return
    past = first + 1
    if step == 1 and (fraction := _slashed(tokens, first, number)):
        yield fraction
        return
    number, step, past = _mixed(tokens, number, step, past)
    yield from _scaled(tokens, first, past, number, step)
    if spaced := _grouped_by_spaces(tokens, first):
        yield from _scaled(tokens, first, spaced[1], spaced[0], ONE)


def _other_digits(written: str) -> tuple[Decimal | None, Decimal]:
    """Read digits of other scripts; None if they are too many to be a number that anybody takes in."""
    if len(written) > 18:
        return None, ONE
    return Decimal(written), ONE.scaleb(-len(written.partition(".")[2]))


def _slashed(tokens: Tokens, first: int, top: Decimal) -> Amount | None:
    """Read “3/4” and “3⁄4”, if nothing says that it is a date or a size."""
    if tokens.text_at(first + 1) not in ("/", "⁄") or tokens.space(first + 1) or tokens.space(first + 2):
        return None
    bottom = tokens.text_at(first + 2)
    if not (bottom.isascii() and bottom.isdecimal() and 2 <= int(bottom) <= 32 and 0 < top < int(bottom)):
        return None
    if tokens.text_at(first + 3) in ("/", "⁄") and not tokens.space(first + 3):
        return None
    return _amount(first, first + 3, top / int(bottom), ONE / int(bottom), part=True)


def _mixed(tokens: Tokens, number: Decimal, step: Decimal, past: int) -> tuple[Decimal, Decimal, int]:
    """Take in a fraction behind a whole number: 5½, 5 1/2, 5-1/2."""
    if step != 1:
        return number, step, past
    if tokens.kinds[past : past + 1] == FRACTION and tokens.space(past) <= 1:
        top, bottom = fraction_value(tokens.text(past))
        return number + Decimal(top) / bottom, ONE / bottom, past + 1
    at = past + 1 if tokens.text_at(past) in _HYPHENS and not tokens.space(past) else past
    if tokens.kinds[at : at + 1] == DIGITS and tokens.text(at).isdecimal() and tokens.space(at) <= 1:
        fraction = _slashed(tokens, at, Decimal(tokens.text(at)))
        if fraction is not None and (at > past or tokens.space(at)):
            return number + fraction.number, fraction.step, fraction.past
    return number, step, past


def _scaled(tokens: Tokens, first: int, past: int, number: Decimal, step: Decimal) -> Iterator[Amount]:
    """Yield a number as it is and, if scale words follow (5 million, 1.2 lakh crore, 5m), with them."""
    yield _amount(first, past, number, step)
    size, at = 1, past
    while at < past + 2:
        word = at + 1 if tokens.text_at(at) in _HYPHENS and not tokens.space(at) else at
        times = _SCALES.get(tokens.lower(word), 0) if tokens.space(word) <= 1 else 0
        if not times and at == past and not tokens.space(at):
            times = _SHORT_SCALES.get(tokens.lower(at), 0)
        elif not times and at == past and tokens.lower(at) in ("bn", "mn", "mln", "bln", "tn", "trn"):
            times = _SHORT_SCALES[tokens.lower(at)]
        if not times:
            break
        size, at = size * times, word + 1
    if size > 1:
        yield _amount(first, at, number * size, step * size)


def _grouped_by_spaces(tokens: Tokens, first: int) -> tuple[Decimal, int] | None:
    """Read “1 520” and “12 500 000” as one number: groups of three behind one to three digits."""
    digits, past = tokens.text(first), first + 1
    if not digits.isdecimal() or len(digits) > 3 or digits.startswith("0"):
        return None
    while len(tokens.text_at(past)) == 3 and tokens.text_at(past).isdecimal() and tokens.space(past) == 1:
        digits, past = digits + tokens.text(past), past + 1
    return (Decimal(digits), past) if first + 1 < past <= first + 5 else None


def _negative(tokens: Tokens, first: int) -> Iterator[Amount]:
    sign = tokens.text(first) in _MINUS
    spaced_before = first == 0 or tokens.space(first) or tokens.text(first - 1) in "(["
    if sign and (tokens.space(first + 1) or not spaced_before):
        return
    if tokens.kinds[first + 1 : first + 2] in (DIGITS, FRACTION):
        for one in _figures(tokens, first + 1):
            yield _amount(first, one.past, -one.number, one.step)


# Words


def _in_words(tokens: Tokens, first: int) -> Iterator[Amount]:
    lower = tokens.lower(first)
    if lower in ("a", "an"):
        yield from _with_article(tokens, first)
    elif lower == "half":
        yield from _half(tokens, first)
    elif (whole := _whole(tokens, first)) is not None:
        number, step, past = whole
        yield from _with_part(tokens, first, past, number, step)


def _with_article(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Read “a hundred and five”, “a dozen”, “a third”, “a half”, “a half-million”."""
    after = first + 1
    if tokens.lower(after) in _SCALES and (whole := _whole(tokens, after)) is not None:
        yield _amount(first, whole[2], whole[0], whole[1], words=True)
    elif tokens.lower(after) == "half" and tokens.lower(_joined(tokens, after + 1)) in _SCALES:
        yield from (_amount(first, one.past, one.number, one.step, words=True) for one in _half(tokens, after))
    elif tokens.lower(after) == "couple" and tokens.lower(after + 1) in _SCALES:
        times = Decimal(_SCALES[tokens.lower(after + 1)])
        yield _amount(first, after + 2, 2 * times, times, words=True)
    elif (bottom := _PARTS.get(tokens.lower(after))) and not tokens.lower(after).endswith("s"):
        yield _amount(first, after + 1, ONE / bottom, ONE / bottom, words=True, part=True)


def _half(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Read “half”, “half a million”, “half-a-dozen”, “half the”."""
    yield _amount(first, first + 1, ONE / 2, ONE / 2, words=True, part=True)
    at = _joined(tokens, first + 1)
    if tokens.lower(at) in ("a", "an"):
        at = _joined(tokens, at + 1)
    if times := _SCALES.get(tokens.lower(at)):
        yield _amount(first, at + 1, Decimal(times) / 2, Decimal(times) / 2, words=True)


def _joined(tokens: Tokens, at: int) -> int:
    """Return the index of the word at `at`, or behind a hyphen there."""
    return at + 1 if tokens.text_at(at) in _HYPHENS and not tokens.space(at) else at


def _with_part(tokens: Tokens, first: int, past: int, number: Decimal, step: Decimal) -> Iterator[Amount]:
    """Yield a whole number, and with it “two-thirds”, “three and a half”, “two and a half million”."""
    at = _joined(tokens, past)
    bottom = _PARTS.get(tokens.lower(at))
    if bottom and step == 1 and number < 20 and (number == 1) == (not tokens.lower(at).endswith("s")):
        yield _amount(first, at + 1, number / bottom, ONE / bottom, words=True, part=True)
        if bottom != 2:
            return
    yield _amount(first, past, number, step, words=True)
    half = _and_a_part(tokens, past)
    if half is None:
        return
    size = step if step >= 1000 else ONE
    part, at = half[0] * size, half[1]
    if times := _SCALES.get(tokens.lower(at)):
        yield _amount(first, at + 1, (number + part) * times, part * times, words=True)
    else:
        yield _amount(first, at, number + part, part, words=True)


def _and_a_part(tokens: Tokens, past: int) -> tuple[Decimal, int] | None:
    """Read “and a half”, “-and-a-quarter” behind a number."""
    at = _joined(tokens, past)
    if tokens.lower(at) != "and":
        return None
    at = _joined(tokens, at + 1)
    if tokens.lower(at) not in ("a", "an", "one"):
        return None
    at = _joined(tokens, at + 1)
    bottom = {"half": 2, "quarter": 4, "third": 3}.get(tokens.lower(at))
    return (ONE / bottom, at + 1) if bottom else None


def _whole(tokens: Tokens, first: int) -> tuple[Decimal, Decimal, int] | None:
    """Read a whole number in words: two hundred and five thousand. Returns number, step and past."""
    total = current = Decimal(0)
    step, past, last = ONE, first, ""
    while past < first + _LONGEST:
        at = _next_numeral(tokens, past, last)
        lower = tokens.lower(at)
        if at < 0 or not _goes_on(tokens, past, at, last, lower) or total + current > _MOST:
            break
        if times := _SCALES.get(lower):
            if times >= 1000:
                total, current = total + (current or ONE) * times, Decimal(0)
                step = Decimal(times)
            else:
                current, step = (current or ONE) * times, Decimal(times if times == 100 else 1)
        else:
            current, step = current + Decimal(_SMALL.get(lower, _TENS.get(lower, 0))), ONE
        past, last = at + 1, lower
    return (total + current, step, past) if past > first else None


def _next_numeral(tokens: Tokens, past: int, last: str) -> int:
    """Return the index of a numeral at `past`, behind a hyphen, or behind “and”; -1 if there is none."""
    at = _joined(tokens, past) if last else past
    if last and tokens.lower(at) == "and":
        at = _joined(tokens, at + 1)
    lower = tokens.lower(at)
    return at if lower in _SMALL or lower in _TENS or lower in _SCALES else -1


def _goes_on(tokens: Tokens, past: int, at: int, last: str, lower: str) -> bool:
    """Whether a numeral continues the number that `last` ended: twenty-one, hundred and five, not “two three”."""
    if not last:
        return True
    joined_by_and = at - past >= 1 and tokens.lower(at - 1) == "and"
    if lower in _SCALES:
        return not joined_by_and and last != "dozen"
    if last in _TENS:
        return 1 <= _SMALL.get(lower, 0) <= 9 and not joined_by_and
    return last in _SCALES and last != "dozen"
