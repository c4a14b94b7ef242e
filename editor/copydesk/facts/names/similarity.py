"""How two spellings differ: an alignment that names each difference."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from copydesk.facts.gazetteer import fold
from copydesk.facts.names.sounds import LAST_SOUNDS, LONGEST, SAME_SOUND

Change = Literal[
    "romanised", "doubled", "swapped", "exchanged", "vowel", "vowel-dropped", "h", "near", "key", "dropped", "other"
]

_VOWELS = frozenset("aeiouy")
_NEAR = "bp dt gk sz mn lr vf vw cs ck cg qk jg jy xs bv td th".split()
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEY_NEIGHBOURS = [row[index : index + 2] for row in _KEYS for index in range(len(row) - 1)]


def _substitutions() -> dict[tuple[str, str], Change]:
    """Return what sort of slip one letter for another is; whatever is not here is an “other”."""
    found: dict[tuple[str, str], Change] = {}
    kinds: tuple[tuple[Change, Iterable[str]], ...] = (
        ("key", _KEY_NEIGHBOURS),
        ("near", _NEAR),
        ("vowel", (one + other for one in _VOWELS for other in _VOWELS)),
    )
    for kind, pairs in kinds:  # the last is the strongest
        for pair in pairs:
            found[pair[0], pair[1]] = found[pair[1], pair[0]] = kind
    return found


_SUBSTITUTIONS = _substitutions()

COST: dict[Change, float] = {
    "romanised": 0.35,
    "doubled": 0.35,
    "swapped": 0.5,
    "exchanged": 0.6,
    "vowel": 0.6,
    "vowel-dropped": 0.6,
    "h": 0.5,
    "near": 0.7,
    "key": 0.8,
    "dropped": 0.8,
    "other": 1.0,
}


class Difference(NamedTuple):
    """One difference: its kind, and what stands in the one and the other spelling at which letter of the one."""

    kind: Change
    here: str
    there: str
    at: int


class Likeness(msgspec.Struct, frozen=True):
    """How two spellings differ. `cost` adds up the differences; the shorter spelling has `length` letters."""

    differences: tuple[Difference, ...]
    cost: float
    length: int


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """Return a word in small letters without accents, apostrophes and hyphens."""
    if word.isascii() and word.isalpha():
        return word.lower()
    return fold(word).replace(" ", "")


def same_but_for_accents(one: str, other: str) -> bool:
    """Whether two words differ in accents, apostrophes, hyphens and capitals at most."""
    return plain(one) == plain(other)


@lru_cache(maxsize=20_000)
def likeness(one: str, other: str, limit: float = 3.0) -> Likeness | None:
    """Align two plain words at the least cost; None if they cost more than `limit`.

    Takes words as `plain` returns them.
    """
    rows = _costs(one, other)
    total = rows[-1][-1][0]
    if total > limit:
        return None
    return Likeness(tuple(_trace(rows, one, other)), round(total, 3), min(len(one), len(other)))


_Cell = tuple[float, int, int, Change | None]
_FAR: _Cell = (99.0, 0, 0, None)


def _costs(one: str, other: str) -> list[list[_Cell]]:
    """Fill the table of least costs; each cell says how many letters of each word its last step took."""
    band = 3 + abs(len(one) - len(other))
    rows: list[list[_Cell]] = [[_FAR] * (len(other) + 1) for _ in range(len(one) + 1)]
    rows[0][0] = (0.0, 0, 0, None)
    put_in = [_omission(other, index) for index in range(len(other))]
    for j, kind in enumerate(put_in[:band], 1):
        rows[0][j] = rows[0][j - 1][0] + COST[kind], 0, 1, kind
    sounds, other_sounds = _sounds(one), _sounds(other)
    for i, row in enumerate(rows[1:], 1):
        above, left_out = rows[i - 1], _omission(one, i - 1)
        alike = frozenset[str]().union(*[SAME_SOUND[sound] for sound in sounds[i]])
        if i <= band:
            row[0] = above[0][0] + COST[left_out], 1, 0, left_out
        for j in range(max(1, i - band), min(len(other), i + band) + 1):
            cell = _together(rows, one, other, i, j)
            if not alike.isdisjoint(other_sounds[j]):
                cell = min([cell, *_sound_steps(rows, sounds[i], other_sounds[j], i, j)], key=_by_cost)
            if i == len(one) and j == len(other):
                cell = min([cell, *_last_steps(rows, one, other)], key=_by_cost)
            if above[j][0] < cell[0] and (cost := above[j][0] + COST[left_out]) < cell[0]:
                cell = cost, 1, 0, left_out
            if row[j - 1][0] < cell[0] and (cost := row[j - 1][0] + COST[put_in[j - 1]]) < cell[0]:
                cell = cost, 0, 1, put_in[j - 1]
            row[j] = cell
    return rows


def _together(rows: list[list[_Cell]], one: str, other: str, i: int, j: int) -> _Cell:
    """Return the cheapest last step that takes a letter of both words, or two or three that changed places."""
    here, there = one[i - 1], other[j - 1]
    before = rows[i - 1][j - 1][0]
    if here == there:
        return before, 1, 1, None
    kind = _SUBSTITUTIONS.get((here, there), "other")
    best: _Cell = (before + COST[kind], 1, 1, kind)
    if i > 1 and j > 1 and here == other[j - 2] and one[i - 2] == there:
        best = min(best, (rows[i - 2][j - 2][0] + COST["swapped"], 2, 2, "swapped"), key=_by_cost)
    if i > 2 and j > 2 and here == other[j - 3] and one[i - 3] == there and one[i - 2] == other[j - 2]:
        best = min(best, (rows[i - 3][j - 3][0] + COST["exchanged"], 3, 3, "exchanged"), key=_by_cost)
    return best


def _by_cost(cell: _Cell) -> float:
    return cell[0]


def _sounds(word: str) -> list[list[str]]:
    """Return, for each number of letters, the sounds that so many end with, short ones first."""
    return [
        [sound for start in range(end - 1, max(end - LONGEST, 0) - 1, -1) if (sound := word[start:end]) in SAME_SOUND]
        for end in range(len(word) + 1)
    ]


def _sound_steps(rows: list[list[_Cell]], mine: list[str], yours: list[str], i: int, j: int) -> Iterator[_Cell]:
    for here in mine:
        for there in yours:
            if there in SAME_SOUND[here]:
                yield rows[i - len(here)][j - len(there)][0] + COST["romanised"], len(here), len(there), "romanised"


def _last_steps(rows: list[list[_Cell]], one: str, other: str) -> Iterator[_Cell]:
    for taken in range(2, min(LONGEST, len(one)) + 1):
        for there in range(2, min(LONGEST, len(other)) + 1):
            if (one[-taken:], other[-there:]) in LAST_SOUNDS:
                yield rows[-1 - taken][-1 - there][0] + COST["romanised"], taken, there, "romanised"


def _omission(word: str, index: int) -> Change:
    letter = word[index]
    if letter in word[max(index - 1, 0) : index] or letter in word[index + 1 : index + 2]:
        return "doubled"
    if letter == "h":
        return "h"
    return "vowel-dropped" if letter in _VOWELS else "dropped"


def _trace(rows: list[list[_Cell]], one: str, other: str) -> list[Difference]:
    found: list[Difference] = []
    i, j = len(one), len(other)
    while i or j:
        _, taken, there, kind = rows[i][j]
        if kind is not None:
            found.append(Difference(kind, one[i - taken : i], other[j - there : j], i - taken))
        i, j = i - taken, j - there
    return found[::-1]


def accents(word: str) -> int:
    """Return how many letters of a word carry marks: the fuller of two spellings has more."""
    return sum(unicodedata.combining(character) > 0 for character in unicodedata.normalize("NFD", word))
