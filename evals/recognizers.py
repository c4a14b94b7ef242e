#!/usr/bin/env python3
"""Score the reading of values on the English cases of Microsoft's Recognizers-Text (MIT licence).

    python evals/recognizers.py SPECS [--show 40]

SPECS is that repository's folder `Specs`, which is not part of this project. A case is right where each value that it
expects is among ours, with the same words and the same value; a hedge before them (“more than”) is left out on both
sides. Our layer keeps every reading, so a case that expects nothing is not scored: they are
only counted. What news does not print is out of scope, for one of the reasons below, and counted by it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from copydesk.text import Amount, Day, Time, Value, tokens_of, values_of

Expected = dict[str, Any]


class Reason(NamedTuple):
    """Why news does not print something: `found` in the words of a result, with `around` characters beside."""

    words: str
    sets: str  # names of sets, or "all"
    found: re.Pattern[str]
    around: int = 0


_NATIONS = "us|u.s|swiss|turkish|chinese|dutch|australian|canadian|japanese|singapore|hong kong"
_CODES = "usd|rmb|eur|gbp|aud|cad|nzd|mxn|sek|nok|dkk|chf|inr|jpy"
_MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september"
_REASONS = (
    Reason(
        "taken apart by a program: c $ 16.4, 7 . 57, twenty - one",
        "all",
        re.compile(r"[$£€] ?\d+ \.|[$£€] \d|\d [.,] \d|\w [-‐] \w|^\s*- \d|\d / \d|[({\[<]\w+[)}\]>]|\w+\{"),
        2,
    ),
    Reason(
        "in lower case what has capitals: us dollars, 10 rmb, oct 5",
        "money, dates",
        re.compile(rf"\b(?:{_NATIONS}|{_CODES})\b|\b(?:{_MONTHS})\b"),
    ),
    Reason("in another alphabet: 100元", "all", re.compile(r"[\u0370-\u03bb\u03bd-\u1fff\u3040-\u9fff]")),
    Reason(
        "a sum, a formula or an address: 1.1^23, 1e10, 10G, one over three, 192.168.1.2",
        "numbers",
        re.compile(r"(?i)\^|\de[+-]?\d|\d\s*[gkmt]$|\bover\b|\bin\b|\bout of\b|\bplus\b|^(?:192|168)$"),
    ),
    Reason(
        "a fraction in words of more than ten parts, or more parts than there are: twenty-three fifths",
        "numbers",
        re.compile(
            r"(?i)(?:hundred|thousand|twenty|thirty|ninety)(?:[ -]\w+)*"
            r"[ -](?:fifth|first|third|hundredth|trillionth)s?$"
            r"|trillionths?$|hundredths?$|twenty-first$|^\w+ twenty"
        ),
    ),
    Reason(
        "spoken money: 15 dollars 50, one dollar and two, one kuai",
        "money",
        re.compile(
            r"(?i)(?:dollars?|USD|\d)(?: and)? (?:\d+|one|two|fifty|forty five)$|\bkuai|satoshi|\d \$ \d+ cent"
        ),
    ),
    Reason(
        "a bank's shorthand: 75 USD million, 30 MUSD, usd$ 15, MM",
        "money, numbers",
        re.compile(r"USD million|\bM(?:USD|EUR|GBP|AUD)|[a-z]{3}\$|\dMM$|\bdollar \d|\bsen \d"),
    ),
    Reason(
        "relative to today, or a day without its month",
        "dates",
        re.compile(
            r"(?i)\b(?:day|today|tomorrow|tmrw?|yesterday|next|last|this|now|ago|later|past|previous|weeks|months?)\b"
            r"|^in |^(?:the )?\d\d?(?:st|nd|rd|th)?$|^the (?:second|thirty|twenty second)$"
            r"|day the (?:\d+(?:st|nd|rd|th)|[a-z]+(?: [a-z]+)?)$|^(?:the )?(?:first|second|third|fifth) \w+day\b"
        ),
    ),
    Reason(
        "a date as it is typed, not printed: 4.22, Oct-2, October2, 08/12,15",
        "dates",
        re.compile(r"^\d{1,2}[.-]\d{1,2}$|^[A-Z][a-z]+[-/]?\d+$|^\d\d/\d\d,\d+$|^\d{4}[/-][a-z]"),
    ),
    Reason(
        "chat: 7ampm, noonish, 11 o'clock lunchtime, in the night five thirty, at 7",
        "times",
        re.compile(
            r"(?i)ampm|ish$|lunch|in the night|o'clock midnight|^(?:in the )?afternoon|seven afternoon"
            r"|^(?:7|seven)$|\dh\d|\d h \d|mid[ -]?(?:morning|afternoon|night$)|mid[ -]day"
        ),
    ),
    Reason(
        "minutes as they are said to an alarm clock: eight forty, fifteen thirty p m",
        "times",
        re.compile(
            r"(?i)(?:^|to )(?:three|five|seven|eight|ten|eleven|fifteen)"
            r" (?:five|ten|fifteen|twenty|thirty|forty|fifty)"
        ),
    ),
    Reason(
        "no number of units: all day, the whole week, another business day",
        "durations",
        re.compile(r"(?i)\ball\b|whole|full|business"),
    ),
    Reason(
        "English that nobody writes: 100 percentage, percent of 10, Nineth, twenty and four, 2 days 1 month",
        "ordinals, per cent, durations",
        re.compile(r"(?i)percentage$|percents|^per ?cent|^nineth$|twenty and|days \d month"),
    ),
    Reason(
        "wrong in the cases: the third of “forty-two and a third” as an ordinal",
        "ordinals",
        re.compile(r"(?<=and a )(?:third|thirtieth)$"),
        6,
    ),
    Reason(
        "years and days as they are dictated: nineteen seventy eight, May twenty one",
        "dates",
        re.compile(r"(?i)(?:nineteen|two thousand)\b|twenty one$"),
    ),
    Reason("a doctor's note or a laboratory's unit: 87 yo, km/ms", "ages, quantities",
           re.compile(r"yo$|millisecond|/ms|\bpm\b|picometer|drachma|rad$|\btokens\b")),
)  # fmt: skip
_HEDGE = re.compile(r"(?i)(?:more|less) than ")


def _numbers(expected: Expected, value: Value) -> bool:
    wanted = float(expected["Resolution"]["value"])
    return isinstance(value, Amount) and value.kind in ("number", "fraction") and _equal(float(value.number), wanted)


def _ordinals(expected: Expected, value: Value) -> bool:
    wanted = float(expected["Resolution"]["value"])
    return isinstance(value, Amount) and value.kind == "ordinal" and float(value.number) == wanted


def _percents(expected: Expected, value: Value) -> bool:
    wanted = float(expected["Resolution"]["value"].rstrip("%"))
    return isinstance(value, Amount) and value.kind == "percent" and _equal(float(value.number), wanted)


def _ages(expected: Expected, value: Value) -> bool:
    unit = expected["Resolution"]["unit"].lower().replace("age", "year")
    wanted = float(expected["Resolution"]["value"])
    return isinstance(value, Amount) and value.kind == "age" and (float(value.number), value.unit) == (wanted, unit)


_NAMES_OF_UNITS = {"metric_ton": "tonne", "c": "celsius", "f": "fahrenheit"}


def _quantities(expected: Expected, value: Value) -> bool:
    wanted = float(expected["Resolution"]["value"])
    unit = expected["Resolution"]["unit"].lower().replace(" ", "_")
    unit = _NAMES_OF_UNITS.get(unit, unit)
    if not isinstance(value, Amount) or value.kind != "quantity":
        return False
    if (unit, value.unit) == ("foot", "inch"):
        wanted, unit = wanted * 12, "inch"  # they give 5 feet 2 inches in feet
    if unit == "ton" and value.unit == "tonne":
        unit = "tonne"  # they call both the same
    return _equal(float(value.number), wanted) and value.unit == unit


def _money(expected: Expected, value: Value) -> bool:
    wanted = expected["Resolution"]["value"]
    if not isinstance(value, Amount) or value.kind != "money" or not wanted:
        return False
    return _equal(float(value.number), float(wanted))


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))


def _durations(expected: Expected, value: Value) -> bool:
    seconds = float(expected["Value"]["FutureResolution"]["duration"])
    if not isinstance(value, Amount) or value.kind != "duration":
        return False
    length = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600,
              "month": 2592000, "year": 31536000, "decade": 315360000, "century": 3153600000}  # fmt: skip
    return _equal(float(value.number) * length.get(value.unit, 0), seconds)


def _dates(expected: Expected, value: Value) -> bool:
    if weekday := re.fullmatch(r"XXXX-WXX-(\d)", expected["Value"]["Timex"]):
        return isinstance(value, Day) and value.kind == "weekday" and value.weekday == int(weekday[1]) - 1
    found = re.fullmatch(r"(XXXX|\d{4})-(\d\d)-(\d\d)", expected["Value"]["Timex"])
    if not isinstance(value, Day) or found is None:
        return False
    year = 0 if found[1] == "XXXX" else int(found[1])
    return (value.year, value.month, value.day) == (year, int(found[2]), int(found[3]))


def _times(expected: Expected, value: Value) -> bool:
    found = re.fullmatch(r"T(\d\d)(?::(\d\d))?(?::\d\d)?", expected["Value"]["Timex"])
    if not isinstance(value, Time) or found is None:
        return False
    return (value.hour, value.minute) == (int(found[1]) % 24, int(found[2] or 0))


SETS: dict[str, tuple[str, Callable[[Expected, Value], bool]]] = {
    "numbers": ("Number/English/NumberModel.json", _numbers),
    "ordinals": ("Number/English/OrdinalModel.json", _ordinals),
    "per cent": ("Number/English/PercentModel.json", _percents),
    "money": ("NumberWithUnit/English/CurrencyModel.json", _money),
    "ages": ("NumberWithUnit/English/AgeModel.json", _ages),
    "quantities": ("NumberWithUnit/English/DimensionModel.json", _quantities),
    "temperatures": ("NumberWithUnit/English/TemperatureModel.json", _quantities),
    "durations": ("DateTime/English/DurationParser.json", _durations),
    "dates": ("DateTime/English/DateParser.json", _dates),
    "times": ("DateTime/English/TimeParser.json", _times),
}


class Case(NamedTuple):
    """A text, and each value that is expected with its span: the end is past the last character."""

    text: str
    expected: list[tuple[Expected, int, int]]


def cases_of(path: Path) -> Iterator[Case]:
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        text, spans = case["Input"], []
        for expected in case["Results"]:
            start = expected["Start"]
            end = expected["End"] + 1 if "End" in expected else start + expected["Length"]
            if hedge := _HEDGE.match(text, start):
                start = hedge.end()
            spans.append((expected, start, end))
        yield Case(text, spans)


def is_right(case: Case, agrees: Callable[[Expected, Value], bool]) -> bool:
    """Whether each value that a case expects is among ours, at its place."""
    tokens = tokens_of(case.text)
    values = [(tokens.span(value.first, value.past), value) for value in values_of(tokens)]
    return all(
        any(_same(case.text, span, (start, end)) and agrees(expected, value) for span, value in values)
        for expected, start, end in case.expected
    )


def _same(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans are the same, but for the full stop of an abbreviation."""
    return one[0] == other[0] and text[slice(*one)].rstrip(".") == text[slice(*other)].rstrip(".")


def out_of_scope(name: str, case: Case) -> str:
    """Return why a case is none for news; "" if it is."""
    for expected, start, end in case.expected:
        if _has_no_size(expected):
            return "a word without a figure: dollar, celsius, last, next, %"
        for reason in _REASONS:
            words = case.text[max(0, start - reason.around) : end + reason.around]
            if (reason.sets == "all" or name in reason.sets.split(", ")) and reason.found.search(words):
                return reason.words
    return ""


def _has_no_size(expected: Expected) -> bool:
    if "Resolution" not in expected:
        return False
    resolution = expected["Resolution"] or {}
    relative = resolution.get("relativeTo", "start") != "start"
    return relative or not any(character.isdecimal() for character in resolution.get("value") or "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("specs", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many wrong cases of each set")
    chosen = parser.parse_args()
    left: Counter[str] = Counter()
    read_all_the_same: Counter[str] = Counter()
    nothing = right = total = 0
    for name, (file, agrees) in SETS.items():
        scoped = []
        for case in cases_of(chosen.specs / file):
            if not case.expected:
                nothing += 1
            elif reason := out_of_scope(name, case):
                left[reason] += 1
                read_all_the_same[reason] += not reason.startswith("a word without") and is_right(case, agrees)
            else:
                scoped.append(case)
        wrong = [case for case in scoped if not is_right(case, agrees)]
        right, total = right + len(scoped) - len(wrong), total + len(scoped)
        print(f"{name}: {len(scoped) - len(wrong)} of {len(scoped)} = {1 - len(wrong) / len(scoped):.3f}")
        for case in wrong[: chosen.show]:
            print(f"    {case.text!r} wants {[case.text[start:end] for _, start, end in case.expected]}")
    print(f"all: {right} of {total} = {right / total:.3f}; {nothing} that expect nothing are not scored")
    for words, number in left.most_common():
        print(f"out of scope, {number} ({read_all_the_same[words]} read right all the same): {words}")


if __name__ == "__main__":
    main()
