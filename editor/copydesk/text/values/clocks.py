"""Times of day: 10:30, 5 p.m. GMT, noon, half past eight, 8 in the morning, and their zones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from copydesk.text.lexicons import lexicon
from copydesk.text.tables import table
from copydesk.text.tokens import Tokens
from copydesk.text.values.records import Time
from copydesk.text.words import DIGITS


def times_at(tokens: Tokens, first: int) -> Iterator[Time]:
    """Yield the time of day that begins with a token: 10:30, 10.30am, 5 p.m. GMT, noon, five o'clock."""
    if (hours := table("calendar")["moments"].get(tokens.lower(first))) is not None:
        yield _time(tokens, first, first + 1, hours, 0, half=True)
        return
    if _is_dotted(tokens, first):
        hours, _, minutes = tokens.text(first).partition(".")
        yield _time(tokens, first, first + 1, int(hours), int(minutes), half=False)
    if tokens.lower(first + 1) not in _after_hours() and tokens.lower(first) not in ("half", "quarter", "a"):
        return
    clock = _past_the_hour(tokens, first) or _clock(tokens, first)
    if clock is None:
        return
    hour, minute, past, sure = clock
    if tokens.lower(past) in table("calendar")["moments"] and hour == 12:
        yield _time(tokens, first, past + 1, table("calendar")["moments"][tokens.lower(past)], 0, half=True)
        return
    if tokens.lower(past) == "o'clock" or (sure and tokens.lower(past) in ("hrs", "hours")):
        past, sure = past + 1, True
    half = _half_of_day(tokens, past) if 1 <= hour <= 12 else None
    if half is not None:
        yield _time(tokens, first, half[1], hour % 12 + half[0], minute, half=True)
    elif sure:
        yield _time(tokens, first, past, hour, minute, half=False)


@cache
def _after_hours() -> frozenset[str]:
    """What may come right after the first word or figure of a time of day."""
    words = "o'clock hrs hours past to minute minutes min mins in at"
    calendar = table("calendar")
    return frozenset((":", *words.split(), *calendar["halves"], *calendar["moments"], *lexicon("zones")))


_BEFORE_HOURS = frozenset("at from until till before between after".split())
_AFTER_TIMES = frozenset("on and to for in today tonight until till when with each every this tomorrow".split())


def _is_dotted(tokens: Tokens, first: int) -> bool:
    """Whether a figure is a time as British papers print it: “at 7.30”, “from 6.15 to”, not “at 7.30 points”."""
    hour, dot, minute = tokens.text(first).partition(".")
    if not hour or not dot or len(minute) != 2 or not (hour + minute).isdecimal() or not (hour + minute).isascii():
        return False
    if len(hour) > 2 or int(hour) > 23 or int(minute) > 59 or tokens.lower(first - 1) not in _BEFORE_HOURS:
        return False
    following = tokens.lower(first + 1)
    return (
        following in _AFTER_TIMES
        or following in table("calendar")["weekdays"]
        or following in (",", ".", "", ")", ";")
    )


def _half_of_day(tokens: Tokens, past: int) -> tuple[int, int] | None:
    """Read “am”, “p.m.”, “in the morning”, “at night”: 0 or 12 hours, and the index past it."""
    half = table("calendar")["halves"].get(tokens.lower(past)) if tokens.space(past) <= 1 else None
    if half is not None:
        return half, past + 1
    if tokens.lower(past) == "at" and tokens.lower(past + 1) == "night":
        return 12, past + 2
    if tokens.lower(past) == "in" and tokens.lower(past + 1) == "the" and tokens.lower(past + 2) in _HALVES_IN_WORDS:
        return _HALVES_IN_WORDS[tokens.lower(past + 2)], past + 3
    return None


_HALVES_IN_WORDS = {"morning": 0, "afternoon": 12, "evening": 12}
_PARTS = {"half": 30, "quarter": 15}


def _past_the_hour(tokens: Tokens, first: int) -> tuple[int, int, int, bool] | None:
    """Read “half past eight”, “a quarter to 8”, “ten past nine”, “three minutes to eight” like a clock's time."""
    at = first + 1 if tokens.lower(first) == "a" else first
    lower = tokens.lower(at)
    minutes = _PARTS.get(lower) or table("numerals")["small"].get(lower) or table("numerals")["tens"].get(lower, 0)
    if not minutes and len(lower) <= 2 and lower.isascii() and lower.isdecimal():
        minutes = int(lower)
    at += 1
    said = tokens.lower(at) in ("minute", "minutes", "min", "mins")
    at += said
    past = tokens.lower(at) == "past"
    if not (past or (tokens.lower(at) == "to" and (said or lower == "quarter"))) or not 0 < minutes <= 30:
        return None  # “five to eight” is a range, or a vote
    clock = _clock(tokens, at + 1) if at + 1 < len(tokens) else None
    if clock is None or clock[1] or not 1 <= clock[0] <= 12:
        return None
    hour = clock[0] if past else (clock[0] - 2) % 12 + 1
    return hour, minutes if past else 60 - minutes, clock[2], True


def _clock(tokens: Tokens, first: int) -> tuple[int, int, int, bool] | None:
    """Return hour, minute, past, and whether it can be nothing but a time, of figures or a number word."""
    text = tokens.text(first)
    hour, dot, minute = text.partition(".")
    if tokens.kinds[first : first + 1] != DIGITS:
        small = table("numerals")["small"].get(tokens.lower(first), 0)
        return (small, 0, first + 1, False) if 1 <= small <= 12 else None
    if hour.isascii() and hour.isdecimal() and len(hour) in (3, 4) and not dot:
        following = tokens.lower(first + 1)
        if following in lexicon("zones") and tokens.text(first + 1).isupper() and len(hour) == 4 and int(hour) < 2400:
            return (int(hour[:2]), int(hour[2:]), first + 1, True) if int(hour[2:]) < 60 else None  # 1600 GMT
        if following not in table("calendar")["halves"] or int(hour[-2:]) > 59:
            return None
        return int(hour[:-2]), int(hour[-2:]), first + 1, False  # 340pm
    if not (hour.isascii() and hour.isdecimal() and len(hour) <= 2 and int(hour) < 25):
        return None
    if dot:
        return (int(hour), int(minute), first + 1, False) if len(minute) == 2 and int(minute) < 60 else None
    after = tokens.text_at(first + 2)
    if tokens.text_at(first + 1) == ":" and not tokens.space(first + 1) and not tokens.space(first + 2):
        if len(after) == 2 and after.isdecimal() and int(after) < 60:
            seconds = tokens.text_at(first + 4) if tokens.text_at(first + 3) == ":" else ""
            past = (
                first + 5 if len(seconds) == 2 and seconds.isdecimal() and not tokens.space(first + 4) else first + 3
            )
            return int(hour), int(after), past, True
        return None
    return int(hour), 0, first + 1, False


def _time(tokens: Tokens, first: int, past: int, hour: int, minute: int, *, half: bool) -> Time:
    zone, past = _zone(tokens, past)
    return Time(kind="time", first=first, past=past, hour=hour % 24, minute=minute, half=half, zone=zone)


_OF_ZONES = frozenset(("standard", "daylight", "summer"))


def _zone(tokens: Tokens, past: int) -> tuple[str, int]:
    """Read the zone at a token: GMT, UTC+3, (EDT), Eastern, local time, Central European Summer Time."""
    at = past + 1 if tokens.text_at(past) == "(" else past
    lower = tokens.lower(at)
    if lower in lexicon("zones") and tokens.text(at).isupper():
        end = at + 1
        if tokens.text_at(end) in ("+", "-", "−") and tokens.text_at(end + 1).isdecimal() and not tokens.space(end):
            lower, end = lower + tokens.text(end).replace("−", "-") + tokens.text(end + 1), end + 2
        if at == past:
            return lower, end
        return (lower, end + 1) if tokens.text_at(end) == ")" else ("", past)
    if not (lower == "local" or tokens.text_at(past)[:1].isupper()):
        return "", past
    words, at = [], past
    while at < past + 3 and tokens.lower(at).isalpha() and tokens.lower(at) not in ("time", *_OF_ZONES):
        words.append(tokens.lower(at))
        at += 1
    at += tokens.lower(at) in _OF_ZONES
    if tokens.lower(at) == "time" and words:
        return " ".join(words), at + 1
    return (lower, past + 1) if lower in ("eastern", "pacific") else ("", past)
