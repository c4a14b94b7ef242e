"""Reading the marks of a paragraph from left to right."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.facts.marks.records import DOUBLE, SINGLE, Marks, Pair
from copydesk.patterns import pattern

# What closes each opening mark by itself, whatever stands beside it: „so“, »so«, and so on.
_ALWAYS_CLOSES = {"„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‚": "‘"}
_OPENING_BEFORE = frozenset("([{<=—–-/“‘\"'„«‹‚¿¡￼")
# Words whose first letters an apostrophe stands for, and figures of years: ’tis, ’em, rock ’n’ roll, ’90s.
_CLIPPED = pattern(
    r"\d\ds?\b(?!['’](?!\w))|n(?:['’]|\b)|(?:tis|twas|twere|twill|em|s|d|t|re|ll|ve)\b(?!['’](?!\w))", re.IGNORECASE
)
# The same of words that a quotation may begin with: ’cause I say so, ‘cause for alarm’.
_PERHAPS_CLIPPED = pattern(
    r"(?:ere|cause|cos|coz|till?|bout|round|fraid|specially|kay|nuff|neath|nother|cept|scuse|ello|appen|im|er|un|net|"
    r"phone|flu)\b(?!['’](?!\w))",
    re.IGNORECASE,
)
# Words that end in an apostrophe for letters left out, besides those in -in’: cup o’ tea, good ol’ boys.
_CUT_SHORT = pattern(r"(?:\w[iI][nN]|\b(?:[oO]|[aA]n|[tT]h|[wW]i|[oO]l|[mM]o|[pP]o|[lL]i'?l|[fF]o))$")
_THIN = frozenset("\u2009\u200a\u202f\u200b\u200c\u200d\u2060\ufeff")  # thin spaces and what has no width
_DOTS = pattern(r"\s*\.(?:\.|\s?\.|\w)")  # “... and so on”, “.38 pistol”
_GOES_ON = pattern(r"\s+[a-z]")
_COORDINATE = pattern(r"\d\s?[’'′]\s?\d{1,2}(?:\.\d+)?\s?$")
_SPEECH_BEFORE = pattern(r"(?:[,:]\s|[“\"])$")
_LOOK_AHEAD = 12  # marks


class Reader:
    """Reads one paragraph's marks from left to right. `open` holds the places of what is open."""

    def __init__(self, words: str, places: Sequence[int]) -> None:
        self.words, self.places = words, places
        self.open: list[int] = []
        self.signs: Counter[str] = Counter()  # of what is open
        self.pairs: list[tuple[int, int]] = []
        self.unclosed: list[int] = []
        self.unopened: list[int] = []
        self.backwards: list[int] = []
        self.apostrophes: list[int] = []

    def read(self) -> Marks:
        for index, place in enumerate(self.places):
            if self.words[place] in DOUBLE:
                self._double(place)
            else:
                self._single(index, place)
        while self.open:
            self._leave_unclosed(self._pop())
        partners = {place for pair in self.pairs for place in pair}
        return Marks(
            tuple(_nested(self.pairs)),
            tuple(sorted(self.unclosed)),
            tuple(self.unopened),
            tuple(place for place in self.backwards if place in partners),
            tuple(sorted(self.apostrophes)),
        )

    # What stands beside a mark

    def _before(self, place: int) -> str:
        """Return the character before a mark, "" at the beginning; thin spaces between marks do not count."""
        while place and self.words[place - 1] in _THIN:
            place -= 1
        return self.words[place - 1] if place else ""

    def _after(self, place: int) -> str:
        place += 1
        while self.words[place : place + 1] in _THIN and place < len(self.words):
            place += 1
        return self.words[place : place + 1]

    def _may_open(self, place: int) -> bool:
        after = self._after(place)
        if not after or after.isspace() or after in ",;:!?)]}":
            return False
        if after == "." and not _DOTS.match(self.words, place + 1):
            return False
        before = self._before(place)
        return not before or before.isspace() or before in _OPENING_BEFORE

    def _may_close(self, place: int) -> bool:
        before = self._before(place)
        return bool(before) and not before.isspace() and before not in "([{" and not self._after(place).isalnum()

    def _is_prime(self, place: int) -> bool:
        """Whether a straight mark behind a figure is inches or seconds, feet or minutes."""
        words = self.words
        if not words[place - 1 : place].isdigit():
            return False
        if words[place] == "'":
            return not self._is_open(SINGLE)
        if _COORDINATE.search(words, max(0, place - 12), place):
            return True  # 6'2", 51°30'26"
        return not self._is_open(DOUBLE) or self._is_closed_later(place)

    def _is_closed_later(self, place: int) -> bool:
        """Whether the next double mark that is not behind a figure closes what is open: “a 6" pipe, I said.”"""
        words = self.words
        for other in self.places[bisect_right(self.places, place) :][:_LOOK_AHEAD]:
            if words[other] in DOUBLE and not (words[other] == '"' and words[other - 1].isdigit()):
                return words[other] != "“" and self._may_close(other) and not self._may_open(other)
        return False

    # Double marks

    def _double(self, place: int) -> None:
        mark = self.words[place]
        if mark == '"':
            self._straight_double(place)
        elif mark == "”" and self._is_second(place):
            return
        elif any(self.signs[sign] and mark in closing for sign, closing in _ALWAYS_CLOSES.items()):
            self._close(place, DOUBLE)
        elif mark in "„«":
            self._push(place)
        elif mark == "“":
            if self._is_open(DOUBLE) and self._may_close(place) and not self._may_open(place):
                self.backwards.append(place)  # “so“
                self._close(place, DOUBLE)
            else:
                self._push(place)
        elif not self._is_open(DOUBLE) and self._may_open(place):
            if mark == "”":
                self.backwards.append(place)  # ”so”
            self._push(place)
        else:
            self._close(place, DOUBLE)

    def _is_second(self, place: int) -> bool:
        """Whether a curly mark stands for seconds or inches: 51°30’26”."""
        if not _COORDINATE.search(self.words, max(0, place - 12), place):
            return False
        return not self._is_open(DOUBLE) or self._is_closed_later(place)

    def _straight_double(self, place: int) -> None:
        if self._is_prime(place):
            return
        opens, closes = self._may_open(place), self._may_close(place)
        if opens == closes:
            closes = self._is_open(DOUBLE)
        if closes:
            self._close(place, DOUBLE)
        else:
            self._push(place)

    # Single marks

    def _single(self, index: int, place: int) -> None:
        mark = self.words[place]
        before, after = self._before(place), self._after(place)
        top = self.words[self.open[-1]] if self.open else ""
        if mark in "‹›‚":
            self._angled_or_low(place, top)
        elif mark == "‘" and top == "‚":
            self._close(place, SINGLE)
        elif before.isalnum() and after.isalnum():
            self.apostrophes.append(place)
        elif mark != "’" and self._may_open(place):
            if self._is_clipped(index, place) or (mark == "'" and not self._closes_later(index)):
                self._lone_opening(place)
            else:
                self._push(place)
        elif self._may_close(place):
            self._closing_single(index, place, top, before)
        else:
            self.apostrophes.append(place)

    def _angled_or_low(self, place: int, top: str) -> None:
        if top in _ALWAYS_CLOSES and self.words[place] in _ALWAYS_CLOSES[top]:
            self._close(place, SINGLE)
        elif self._may_open(place):
            self._push(place)

    def _closing_single(self, index: int, place: int, top: str, before: str) -> None:
        words = self.words
        if top and top in SINGLE:
            # The transliterated ‘Ali, and the boys' dogs.
            stray = top == "‘" and words[place] == "'" and before.isalnum() and self._after(place) not in (":", ",")
            if stray or (self._may_be_left_out(place) and self._closes_later(index, strictly=True)):
                self.apostrophes.append(place)
            else:
                if words[place] == "‘":
                    self.backwards.append(place)
                self._close(place, SINGLE)
        elif before and before in ",.!?" and not self._is_prime(place) and words[place] != "‘":
            self.unopened.append(place)
        elif not before.isdigit():
            self.apostrophes.append(place)

    def _lone_opening(self, place: int) -> None:
        """Take a single mark that nothing closes for an apostrophe, unless it begins a sentence of speech."""
        speech = _SPEECH_BEFORE.search(self.words, max(0, place - 2), place) or (
            place == 0 and self.words[place] == "‘"
        )
        first = place + 1
        while self.words[first : first + 1] and self.words[first] in DOUBLE:
            first += 1  # ‘“Gull” is the name of a boat
        if speech and self.words[first : first + 1].isupper() and not _CLIPPED.match(self.words, first):
            self.unclosed.append(place)
        else:
            self.apostrophes.append(place)

    def _is_clipped(self, index: int, place: int) -> bool:
        """Whether the mark before a word stands for letters or figures: ’90s, rock ’n’ roll, ’cause."""
        if _CLIPPED.match(self.words, place + 1):
            return True
        perhaps = _PERHAPS_CLIPPED.match(self.words, place + 1)
        return perhaps is not None and not self._closes_later(index, strictly=True)

    def _may_be_left_out(self, place: int) -> bool:
        """Whether the mark behind a word may be a possessive's or stand for letters: workers’ party, goin’ home."""
        words = self.words
        if words[place - 1] in "nN" and words[place - 2 : place - 1] in ("'", "’", "‘"):
            return True  # rock ’n’ roll
        if not _GOES_ON.match(words, place + 1):
            return False
        return words[place - 1] in "szx" or _CUT_SHORT.search(words, max(0, place - 5), place) is not None

    def _closes_later(self, index: int, *, strictly: bool = False) -> bool:
        """Whether one of the next single marks may close; `strictly`: before another may open."""
        for place in self.places[index + 1 : index + 1 + _LOOK_AHEAD]:
            if self.words[place] in DOUBLE:
                continue
            if self._may_close(place) and self.words[place] in "'’":
                if not self._may_be_left_out(place) or not strictly:
                    return True
            elif strictly and self._may_open(place) and not _CLIPPED.match(self.words, place + 1):
                return False
        return False

    # The stack

    def _push(self, place: int) -> None:
        self.open.append(place)
        self.signs[self.words[place]] += 1

    def _pop(self) -> int:
        place = self.open.pop()
        self.signs[self.words[place]] -= 1
        return place

    def _is_open(self, level: frozenset[str]) -> bool:
        return any(self.signs[sign] for sign in level)

    def _close(self, place: int, level: frozenset[str]) -> None:
        """Close the innermost mark of a level; what is open within it stays without a partner."""
        if not self._is_open(level):
            self.unopened.append(place)
            return
        while self.words[self.open[-1]] not in level:
            self._leave_unclosed(self._pop())
        self.pairs.append((self._pop(), place))

    def _leave_unclosed(self, place: int) -> None:
        if self.words[place] in "'‘":
            self._lone_opening(place)
        else:
            self.unclosed.append(place)


def _nested(pairs: Sequence[tuple[int, int]]) -> Iterator[Pair]:
    around: list[int] = []  # where the pairs that are open close
    for opening, closing in sorted(pairs):
        while around and around[-1] < opening:
            around.pop()
        yield Pair(opening, closing, len(around))
        around.append(closing)
