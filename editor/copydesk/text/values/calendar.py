"""Days: dates in every order that news writes them, weekdays, years, decades."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.values.number_words import ordinal_in_words
from copydesk.text.values.records import Amount, Day
from copydesk.text.words import DIGITS, LOWER

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_PIVOT = 68  # years of two digits above it are of the last century, as POSIX strptime reads %y


def month(tokens: Tokens, at: int) -> tuple[int, int]:
    """Return the month at a token and the index past it, its full stop included; (0, at) if there is none."""
    number = table("calendar")["months"].get(tokens.lower(at), 0)
    if not number or tokens.kinds[at : at + 1] == LOWER:
        return 0, at
    short = len(tokens.text(at)) <= 4 and tokens.text_at(at + 1) == "." and not tokens.space(at + 1)
    return number, at + 2 if short and tokens.lower(at) not in ("may", "june", "july") else at + 1


def days_at(tokens: Tokens, first: int) -> Iterator[Day]:
    """Yield the dates that begin with a token, the shorter readings first."""
    if tokens.kinds[first : first + 1] == DIGITS:
        yield from _day_first(tokens, first)
        yield from _in_figures(tokens, first)
    elif tokens.lower(first) in _ordinal_starts():
        yield from _day_first(tokens, first)
    elif (weekday := _weekday(tokens, first)) is not None:
        yield weekday
        at = weekday.past + 1 if tokens.text_at(weekday.past) == "," else weekday.past
        if at < len(tokens) and (tokens.kinds[at : at + 1] == DIGITS or month(tokens, at)[0]):
            yield from (replace(day, first=first, weekday=weekday.weekday) for day in days_at(tokens, at) if day.day)
    else:
        yield from _month_first(tokens, first)


@cache
def _ordinal_starts() -> frozenset[str]:
    return frozenset((*table("numerals")["ordinals"], *table("numerals")["tens"]))


def _weekday(tokens: Tokens, first: int) -> Day | None:
    lower = tokens.lower(first)
    named = table("calendar")["weekdays"]
    day = named.get(lower, named.get(lower.removesuffix("s"), -1) if len(lower) > 6 else -1)
    if day < 0 or tokens.kinds[first : first + 1] == LOWER:
        return None
    short = len(lower) <= 5 and tokens.text_at(first + 1) == "." and not tokens.space(first + 1)
    if lower in ("sun", "sat", "wed", "mon") and not short:
        dated = tokens.text_at(first + 1) == "," and tokens.kinds[first + 2 : first + 3] == DIGITS
        if not dated:
            return None  # the Sun, a wed couple
    return Day(kind="weekday", first=first, past=first + 2 if short else first + 1, weekday=day)


def _month_first(tokens: Tokens, first: int) -> Iterator[Day]:
    """Read “Aug. 14”, “August 14, 2024”, “August 14th”, “August 2024”, “the 14th of August” from its month."""
    number, past = month(tokens, first)
    if not number:
        return
    if (day := _day_number(tokens, past)) is not None and day[0] <= monthrange(2000, number)[1] + 1:
        yield _date(first, day[1], 0, number, day[0])
        if (year := _year_behind(tokens, day[1])) is not None:
            yield _date(first, year[1], year[0], number, day[0])
    if (year := _year_behind(tokens, past)) is not None:
        yield _date(first, year[1], year[0], number, 0)


def _day_first(tokens: Tokens, first: int) -> Iterator[Day]:
    """Read “14 August”, “14th of August 2024”, “the 14 Aug.” from its day."""
    day = _day_number(tokens, first)
    if day is None:
        return
    at = day[1] + 1 if tokens.lower(day[1]) == "of" else day[1]
    if at == day[1] and tokens.kinds[first : first + 1] != DIGITS:
        return  # the first May Day
    number, past = month(tokens, at)
    if not number:
        return
    yield _date(first, past, 0, number, day[0])
    if (year := _year_behind(tokens, past)) is not None:
        yield _date(first, year[1], year[0], number, day[0])


def _day_number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return a day of the month at a token, and the index past it: 14, 14th, the fourteenth, twenty-first."""
    text = tokens.text_at(at)
    if text.isalpha():
        at = at + 1 if text == "the" else at
        read = ordinal_in_words(tokens, at) if tokens.lower(at) in _ordinal_starts() else None
        return read if read is not None and 1 <= read[0] <= 31 else None
    if not (text.isascii() and text.isdecimal() and len(text) <= 2):
        return None
    past = at + 1
    if tokens.lower(past) in ("st", "nd", "rd", "th") and not tokens.space(past):
        past += 1
    elif tokens.text_at(past) == "." and month(tokens, past + 1)[0]:
        past += 1  # 16. Nov.
    elif tokens.kinds[past : past + 1] == LOWER and not tokens.space(past):
        return None
    return (int(text), past) if 1 <= int(text) <= 39 else None


def _year_behind(tokens: Tokens, at: int) -> tuple[int, int] | None:
    at = at + 1 if tokens.text_at(at) == "," else at
    year = year_number(tokens, at)
    return (year, at + 1) if year and tokens.space(at) else None


def year_number(tokens: Tokens, at: int) -> int:
    """Return the year that a token of four digits is, 0 if it is none."""
    text = tokens.text_at(at)
    return int(text) if len(text) == 4 and text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR else 0


def _in_figures(tokens: Tokens, first: int) -> Iterator[Day]:
    """Read 2024-03-04, 4/3/2024 (both orders where both can be), 04.03.2024."""
    text = tokens.text(first)
    separator = tokens.text_at(first + 1)
    if separator == "/" and tokens.text_at(first + 3) != "/" and len(text) <= 2:
        yield from _without_year(tokens, first)
        return
    if "." in text:  # “04.03” was read as one figure: 04.03.2024
        day, _, number = text.partition(".")
        if separator == "." and not tokens.space(first + 1) and not tokens.space(first + 2):
            yield from _ordered(first, first + 3, day, number, tokens.text_at(first + 2))
        return
    if separator not in ("-", "/") or tokens.text_at(first + 3) != separator:
        return
    if any(tokens.space(first + index) for index in range(1, 5)):
        return
    middle, last = tokens.text_at(first + 2), tokens.text_at(first + 4)
    if len(text) == 4:
        yield from _ordered(first, first + 5, last, middle, text)
    else:
        yield from _ordered(first, first + 5, text, middle, last)
        if text != middle:
            yield from _ordered(first, first + 5, middle, text, last)


def _without_year(tokens: Tokens, first: int) -> Iterator[Day]:
    """Read 22/04, and 4/22; 4/5 may be either, or a fraction."""
    one, other = tokens.text(first), tokens.text_at(first + 2)
    if not (one.isascii() and one.isdecimal() and other.isascii() and other.isdecimal() and len(other) <= 2):
        return
    if tokens.space(first + 1) or tokens.space(first + 2):
        return
    for day, number in dict.fromkeys(((int(one), int(other)), (int(other), int(one)))):
        if 1 <= number <= 12 and 1 <= day <= monthrange(2000, number)[1]:
            yield _date(first, first + 3, 0, number, day)


def _ordered(first: int, past: int, day: str, number: str, year: str) -> Iterator[Day]:
    if not all(each.isascii() and each.isdecimal() for each in (day, number, year)) or len(year) not in (2, 4):
        return
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) > _PIVOT else 2000)
    if 1 <= int(number) <= 12 and 1 <= int(day) <= 31 and _FIRST_YEAR <= full <= _LAST_YEAR:
        yield _date(first, past, full, int(number), int(day))


def _date(first: int, past: int, year: int, number: int, day: int) -> Day:
    return Day(kind="date", first=first, past=past, year=year, month=number, day=day)


def years_at(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Yield the year or decade that a token is: 2024, the 1990s, the ’90s, ’98."""
    if tokens.text(first) in ("'", "’", "‘"):
        digits = tokens.text_at(first + 1)
        if len(digits) != 2 or not digits.isdecimal() or tokens.space(first + 1):
            return
        number, past = Decimal(1900 + int(digits)), first + 2
    elif year := year_number(tokens, first):
        number, past = Decimal(year), first + 1
    else:
        return
    if tokens.lower(past) in ("s", "'s") and not tokens.space(past) and number % 10 == 0:
        yield Amount(kind="decade", first=first, past=past + 1, number=number, step=Decimal(10), core=(first, past))
    elif tokens.space(past) or tokens.kinds[past : past + 1] not in (LOWER, DIGITS):
        yield Amount(kind="year", first=first, past=past, number=number, core=(first, past))


def decades_at(tokens: Tokens, first: int) -> Iterator[Amount]:
    """Yield a decade without its century: the 90s, the nineties; not an age (in his 90s) nor the year's (1990s)."""
    before, decades = tokens.lower(first - 1), table("calendar")["decades"]
    goes_on = before in ("and", "to", "or") and _is_decade_before(tokens, first - 2)
    if before not in _BEFORE_DECADES and not goes_on:
        return
    number, past = decades.get(tokens.lower(first), 0), first + 1
    text = tokens.text(first)
    if len(text) == 2 and text.isascii() and text.isdecimal() and text[1] == "0" and text != "00":
        glued = tokens.lower(past) in ("s", "'s") and not tokens.space(past)
        number, past = (1900 + int(text), past + 1) if glued else (0, past)
    if number:
        yield Amount(
            kind="decade", first=first, past=past, number=Decimal(number), step=Decimal(10), core=(first, past)
        )


def _is_decade_before(tokens: Tokens, last: int) -> bool:
    """Whether a decade ends with a token: “the 80s” of “the 80s and 90s”, 1960s; not the 20s of “in their 20s”."""
    glued = tokens.lower(last) == "s"
    if not glued and tokens.lower(last) not in table("calendar")["decades"]:
        return False
    first = last - 1 if glued else last
    return tokens.lower(first - 1) in _BEFORE_DECADES or bool(first >= 0 and glued and year_number(tokens, first))


_BEFORE_DECADES = frozenset("the early mid late -".split())
