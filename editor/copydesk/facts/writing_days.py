"""Another weekday, or another day of a month, in the form of the words that it replaces."""

from __future__ import annotations

from copydesk.article import Span
from copydesk.facts.days import WEEKDAYS, CalendarDate
from copydesk.facts.writing_numbers import ordinal_ending
from copydesk.patterns import pattern

_DIGITS = pattern(r"(?P<day>\d+)(?P<ending>(?:st|nd|rd|th)\b)?")
_ISO = pattern(r"\d{4}-\d\d-\d\d")
_SHORT = ("Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun")  # Source: AP Stylebook, “days of the week”


def weekday_like(words: str, day: int) -> str:
    """Return a weekday (Monday is 0) in the form of another: “Tuesday”, “Tues.”, “Tue”, “TUESDAY”."""
    stop = "." if words.endswith(".") else ""
    letters = words.removesuffix(".")
    name = WEEKDAYS[day] if letters.lower().endswith("day") else _SHORT[day][: max(3, len(letters))]
    name = name[:3] if len(letters) == len(name[:3]) else name
    return (name.upper() if letters.isupper() else name) + stop


def with_day(words: str, named: CalendarDate, day: int) -> tuple[Span, str] | None:
    """Return where the words of a date have their day, and another day of that month as they would write it.

    None where the words, which may have markup in them, have that number twice. The span is relative to the words.
    """
    found = [match for match in _DIGITS.finditer(words) if int(match["day"]) == named.day]
    if len(found) != 1 and not (found and _ISO.fullmatch(words)):
        return None
    old = found[-1]
    figure = str(day).zfill(len(old["day"])) if old["day"].startswith("0") or _ISO.fullmatch(words) else str(day)
    return Span(*old.span()), figure + (ordinal_ending(day) if old["ending"] else "")
