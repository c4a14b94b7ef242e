"""Words that the headline rules go by.

All are data (`data/*.yaml`), with their sources. A house adds its own by options.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from copydesk.facts.lexicons import lines, words
from copydesk.lazily import cached_property

_DATA = Path(__file__).parent / "data"
_NUMBERS = _DATA / "numbers.yaml"


def _worth(key: str) -> dict[str, float]:
    """Return the words under a key of the numbers with what they are worth."""
    return {word: worth for line in lines(_NUMBERS, key) for word, worth in worth_of(line).items()}


def worth_of(line: str) -> dict[str, float]:
    """Return the words of a line “2 pair couple” with what they are worth.

    Raises ValueError where the line does not begin with a number or has no word.
    """
    number, *found = line.split()
    if not found:
        raise ValueError(f"“{line}” has no word behind its number")
    try:
        worth = float(Fraction(number))
    except (ValueError, ZeroDivisionError):
        raise ValueError(f"“{line}” does not begin with a number") from None
    return dict.fromkeys(map(str.lower, found), worth)


def any_of(alternatives: list[str]) -> str:
    """Return a pattern of words, the longest first; an apostrophe is a straight or a curly one."""
    ordered = sorted(alternatives, key=len, reverse=True)
    return "|".join(re.escape(one).replace("'", "[’']") for one in ordered)


# Figures that state no quantity, with the words that make them so.
IDIOMS = tuple(lines(_DATA / "figures.yaml", "idioms"))

# Months, in full and as papers shorten them, as a pattern.
MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
DATES = frozenset(
    """jan january feb february mar march apr april may june jul july aug august sept september oct october nov
    november dec december page""".split()
)

SCALES = _worth("scales")
TIME_UNITS = _worth("hours")  # in hours
GROUPS = _worth("groups")
FRACTIONS = _worth("fractions")  # in per cent
TIMES = _worth("multiples")
ORDINALS = _worth("ordinals")
NUMBERED = tuple(lines(_NUMBERS, "numbered"))
MONEY = {sign: frozenset(meant) for sign, *meant in map(str.split, lines(_NUMBERS, "currencies"))}
LISTED = f"{any_of(words(_NUMBERS, 'listed'))}|to (?:{any_of(words(_NUMBERS, 'to_do'))})"

# Acronyms that are words like others; parts of the world that everybody places; what stands for the one thing of its
# sort at hand (the Open, the Treasury, the Bill).
ACRONYMS = frozenset(words(_DATA / "common_capitals.yaml", "acronyms"))
REGIONS = frozenset(words(_DATA / "common_capitals.yaml", "regions"))
GENERIC = frozenset(words(_DATA / "common_capitals.yaml", "generic"))

# Superlatives that headlines like, each with the words that bear it out.
_SAME_DEGREE = [line.split() for line in lines(_DATA / "superlatives.yaml", "same_degree")]
SUPERLATIVES = {line[0]: frozenset(line) for line in _SAME_DEGREE}


@dataclass(frozen=True)
class Further:
    """What a house adds to the words that figures go by.

    `idioms`, in small letters, are phrases whose figures state nothing; `numbered` the words that number things;
    `numbers` lines of a number and the words that stand for it: “2 brace”.
    """

    idioms: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @cached_property
    def worth(self) -> dict[str, float]:
        """The words of `numbers` with what they are worth. Raises ValueError where a line has no number."""
        return {word: worth for line in self.numbers for word, worth in worth_of(line).items()}


NOTHING_FURTHER = Further()
