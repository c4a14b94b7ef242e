"""Numbers in words: wholes, fractions and mixtures of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.units import usual_forms
from copydesk.text.values.records import Amount, made

ONE = Decimal(1)
SCALES: dict[str, int] = table("numerals")["scales"]
_SMALL: dict[str, int] = table("numerals")["small"]
_TENS: dict[str, int] = table("numerals")["tens"]
_PARTS: dict[str, int] = table("numerals")["parts"]
_ORDINALS: dict[str, int] = table("numerals")["ordinals"]
_INSIDE_ORDINALS = frozenset((*SCALES, *_SMALL, *_TENS, *_ORDINALS, "and", *"-‐‑"))
_MOST = Decimal(10) ** 18  # past that, what is written is no number that a reader takes in
_LONGEST = 24  # tokens of one number in words
_HYPHENS = frozenset("-‐‑")


def in_words(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Yield the readings of a number in words that begins with a token, the longest last."""
    lower = tokens.lower(first)
    if lower in ("a", "an"):
        yield from _with_article(tokens, first)
    elif lower in ("half", "quarter"):
        yield from _part_of_a_scale(tokens, first, first)
    elif lower == "couple" and tokens.lower(first + 1) == "of":
        yield made(first, first + 2, Decimal(2), ONE, words=True)
    elif (whole := _whole(tokens, first)) is not None:
        number, step, past = whole
        yield from _with_part(tokens, first, past, number, step)


def ordinal_in_words(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Return the ordinal in words that begins with a token, and the index past it: one hundred and twenty-first."""
    if tokens.lower(first) in _ORDINALS:
        return _ORDINALS[tokens.lower(first)], first + 1
    at = first + 1 if tokens.lower(first) in ("a", "an") else first
    whole = _whole(tokens, at) if tokens.lower(at + 1) in _INSIDE_ORDINALS else None
    if whole is None:
        return None
    number, step, past = int(whole[0]), int(whole[1]), whole[2]
    at = _joined(tokens, past)
    at = _joined(tokens, at + 1) if tokens.lower(at) == "and" else at
    last = _ORDINALS.get(tokens.lower(at), 0)
    if last in SCALES.values():
        return number * last, at + 1  # two hundredth
    joins = 1 <= last <= 9 if tokens.lower(past - 1) in _TENS else 1 <= last < step
    return (number + last, at + 1) if last and joins else None


def rest_in_words(tokens: Tokens, past: int, size: int) -> tuple[Decimal, int] | None:
    """Read “and one” of “3 hundred and one”, “and 21” of “3 hundred and 21”."""
    lower = tokens.lower(past + 1)
    if tokens.lower(past) != "and":
        return None
    if lower.isascii() and lower.isdecimal() and 0 < int(lower) < size and size == 100:
        return (Decimal(lower), past + 2) if tokens.lower(past + 2) not in SCALES else None
    if lower not in _SMALL and lower not in _TENS:
        return None
    whole = _whole(tokens, past + 1)
    return (whole[0], whole[2]) if whole and whole[0] < size else None


def _with_article(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Read “a hundred and five”, “a dozen”, “a third”, “a half”, “a half-million”, “a couple of”."""
    after = first + 1
    lower = tokens.lower(after)
    if lower in SCALES and (whole := _whole(tokens, after)) is not None:
        yield made(first, whole[2], whole[0], whole[1], words=True)
        if read := and_a_part(tokens, whole[2], whole[0], whole[1]):
            yield made(first, read[2], read[0], read[1], words=True)
    elif lower in ("half", "quarter"):
        yield from _part_of_a_scale(tokens, first, after)
    elif lower == "couple":
        past = after + 2 if tokens.lower(after + 1) == "of" else after + 1
        times = Decimal(SCALES.get(tokens.lower(past), 1))
        yield made(first, past + 1 if times > 1 else past, 2 * times, times, words=True)
    elif (bottom := _denominator(tokens, after)) and not tokens.lower(bottom[1] - 1).endswith("s"):
        yield made(first, bottom[1], ONE / bottom[0], ONE / bottom[0], words=True, part=True)


def _part_of_a_scale(tokens: Tokens, first: int, at: int) -> Iterator[Amount]:
    """Read “half”, “half a million”, “half-a-dozen”, “a quarter million”; “quarter” alone only with an article."""
    part = ONE / 2 if tokens.lower(at) == "half" else ONE / 4
    if part == ONE / 2 or first < at:
        yield made(first, at + 1, part, part, words=True, part=True)
    at = _joined(tokens, at + 1)
    if tokens.lower(at) in ("a", "an"):
        at = _joined(tokens, at + 1)
    if times := SCALES.get(tokens.lower(at)):
        yield made(first, at + 1, times * part, times * part, words=True)


def _joined(tokens: Tokens, at: int) -> int:
    """Return the index of the word at `at`, or behind a hyphen there."""
    return at + 1 if tokens.text_at(at) in _HYPHENS and not tokens.space(at) else at


def _denominator(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return what a fraction is divided by, and the index past it: thirds, quarter, hundredths, twenty-fifth."""
    lower = tokens.lower(at)
    if lower in _PARTS:
        return _PARTS[lower], at + 1
    tens = _TENS.get(lower, 0) if tokens.text_at(at + 1) in _HYPHENS else 0
    last = _ORDINALS.get(tokens.lower(at + 2 if tens else at).removesuffix("s"), 0)
    if not last or (tens and last > 9) or (not tens and last < 3):
        return None
    return tens + last, at + 3 if tens else at + 1


def _with_part(tokens: Tokens, first: int, past: int, number: Decimal, step: Decimal) -> Iterator[Amount]:
    """Yield a whole number, and with it “two-thirds”, “three and a half (million)”, “two point five”."""
    bottom = _denominator(tokens, _joined(tokens, past))
    if bottom and (number == 1) == (not tokens.lower(bottom[1] - 1).endswith("s")) and step == 1:
        part = number / bottom[0]
        yield made(first, bottom[1], part, ONE / bottom[0], words=True, part=True)
        of = bottom[1] + 2 if tokens.lower(bottom[1]) == "of" and tokens.lower(bottom[1] + 1) == "a" else bottom[1]
        if times := SCALES.get(tokens.lower(of)):
            yield made(first, of + 1, part * times, ONE / bottom[0] * times, words=True)
        if bottom[0] != 2:
            return
    yield made(first, past, number, step, words=True)
    if decimals := _decimals(tokens, past, number):
        yield _with_scale(tokens, first, decimals)
    if read := and_a_part(tokens, past, number, step):
        yield made(first, read[2], read[0], read[1], words=True)


def _decimals(tokens: Tokens, past: int, number: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """Read “point five”, “point zero three” behind a number: value, step and past."""
    if tokens.lower(past) != "point":
        return None
    at, digits = past + 1, ""
    while (digit := _SMALL.get(tokens.lower(at), 10)) < 10:
        digits, at = digits + str(digit), at + 1
    if not digits:  # nought point eleven
        whole = _whole(tokens, at)
        if whole is None or not 10 <= whole[0] < 100:
            return None
        digits, at = str(int(whole[0])), whole[2]
    return number + Decimal(f"0.{digits}"), ONE.scaleb(-len(digits)), at


def _with_scale(tokens: Tokens, first: int, read: tuple[Decimal, Decimal, int]) -> Amount:
    """Return a number with decimals in words, with a scale word if one follows."""
    number, step, past = read
    if times := SCALES.get(tokens.lower(past)):
        return made(first, past + 1, number * times, step * times, words=True)
    return made(first, past, number, step, words=True)


def and_a_part(tokens: Tokens, past: int, number: Decimal, step: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """Add to a number what follows it: three “and a half (million)”, 3 million “and a quarter”, a billion “and a half
    million”. Returns number, step and past."""
    if (read := _part_behind(tokens, past)) is None:
        return None
    part, at = read
    times = SCALES.get(tokens.lower(at), 0)
    if times and step < 1000:
        return (number + part) * times, part * times, at + 1
    if times:
        return (number + part * times, part * times, at + 1) if times < step else None
    part *= step if step >= 1000 else ONE
    return number + part, part, at


def _part_behind(tokens: Tokens, past: int) -> tuple[Decimal, int] | None:
    """Read “and a half”, “-and-a-quarter”, “and two-thirds”, “and three fifths” behind a number."""
    at = _joined(tokens, past)
    if tokens.lower(at) != "and":
        return None
    at = _joined(tokens, at + 1)
    if tokens.lower(at) == "half" and usual_forms().at(tokens, at + 1, sure=True):
        return ONE / 2, at + 1  # two and half miles
    top = 1 if tokens.lower(at) in ("a", "an") else _SMALL.get(tokens.lower(at), 0)
    bottom = _denominator(tokens, _joined(tokens, at + 1)) if top else None
    if bottom is None or (top == 1) == tokens.lower(bottom[1] - 1).endswith("s"):
        return None
    return Decimal(top) / bottom[0], bottom[1]


def _whole(tokens: Tokens, first: int) -> tuple[Decimal, Decimal, int] | None:
    """Read a whole number in words: two hundred and five thousand. Returns number, step and past."""
    total = current = Decimal(0)
    step, past, last = ONE, first, ""
    while past < first + _LONGEST:
        at = _next_numeral(tokens, past, last)
        lower = tokens.lower(at)
        if at < 0 or not _goes_on(tokens, past, at, last, lower) or total + current > _MOST:
            break
        if times := SCALES.get(lower):
            if times >= 1000 and not current and last in SCALES:
                total, step = total * times, step * times  # three lakh crore
            elif times >= 1000:
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
    return at if lower in _SMALL or lower in _TENS or lower in SCALES else -1


def _goes_on(tokens: Tokens, past: int, at: int, last: str, lower: str) -> bool:
    """Whether a numeral continues the number that `last` ended: twenty-one, hundred and five, not “two three”."""
    if not last:
        return True
    joined_by_and = at - past >= 1 and tokens.lower(at - 1) == "and"
    if joined_by_and and _part_behind(tokens, past):
        return False  # the quarters of “a hundred and three quarters” are no hundred and three
    if lower in SCALES:
        return not joined_by_and and last != "dozen"
    if last in _TENS:
        return 1 <= _SMALL.get(lower, 0) <= 9 and not joined_by_and
    return last in SCALES and last != "dozen"
