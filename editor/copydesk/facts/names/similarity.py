"""How two spellings differ: an alignment that names each difference, and keys under which look-alikes meet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from copydesk.facts.gazetteer import fold
from copydesk.patterns import pattern

Change = Literal["romanised", "doubled", "swapped", "vowel", "vowel-dropped", "h", "near", "key", "dropped", "other"]

# Letters that different romanisations (English, German, French, Polish, scholarly; Hepburn and others for
# Japanese) give to one sound. Source: the tables of BGN/PCGN, ISO 9, DIN 1460, Hepburn and Kunrei.
_SAME_SOUND = (
    "y i j ij yi iy ii yj ji".split(),
    "u ou oo w".split(),
    "o ou oh oo".split(),
    "u uu uh".split(),
    "ya ia ja a".split(),
    "yu iu ju u".split(),
    "ye ie je e yo".split(),
    "v w f ff".split(),
    "k c q ck ch".split(),
    "kh h ch x".split(),
    "g gh h gu".split(),
    "sh sch s sz sj ch x".split(),
    "ch tch tsch cz tsj tj c tx ti".split(),
    "shch sch stsch szcz schtsch sh".split(),
    "zh j dzh dj g sch sj z ž dz".split(),
    "ts tz c z cz t".split(),
    "s z ss sz c".split(),
    "ks x".split(),
    "dz z ds".split(),
    "j dj dzh zh dz z y".split(),
    "ei ai ey ay ee".split(),
    "ee i ie".split(),
    "ae e ay".split(),
    "oe o u".split(),
    "ue u".split(),
    "f ph p".split(),
    "t th".split(),
    "f h".split(),
    "tsu tu".split(),
    "chi ti".split(),
    "shi si".split(),
    "ji zi".split(),
)
_ENDINGS = ("sky ski skii skiy skij skyi skyj skis tsky".split(), "ov ow off of".split(), "ev ew eff ef".split())

_VOWELS = frozenset("aeiouy")
_NEAR = frozenset(
    frozenset(pair) for pair in "bp dt gk sz mn lr vf vw cs ck cg qk jg jy xs bv td th".split() if len(set(pair)) == 2
)
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEY_NEIGHBOURS = frozenset(frozenset(row[i : i + 2]) for row in _KEYS for i in range(len(row) - 1))

COST: dict[Change, float] = {
    "romanised": 0.35,
    "doubled": 0.35,
    "swapped": 0.5,
    "vowel": 0.6,
    "vowel-dropped": 0.6,
    "h": 0.5,
    "near": 0.7,
    "key": 0.8,
    "dropped": 0.8,
    "other": 1.0,
}


def _sounds() -> dict[tuple[str, str], bool]:
    table: dict[tuple[str, str], bool] = {}
    for group in _SAME_SOUND:
        for one in group:
            for other in group:
                if one != other:
                    table[one, other] = True
    return table


_SOUNDS = _sounds()
_BY_LAST = frozenset((one[-1], other[-1]) for one, other in _SOUNDS)
_LONGEST = 4


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


_SIBILANTS = pattern(r"sh?ts?ch|s?t?sch|t?sh|tch|tsj|t[xzs]|[cs]z|[sz]h|dzh|d[zj]|ch|[sczx]")
_SILENT = str.maketrans("", "", "aeiouyhj")
_CLASSES = str.maketrans("cqgvwpdfm", "kkkbbbtbn")
_REPEATED = pattern(r"(.)\1+")


@lru_cache(maxsize=20_000)
def keys(word: str) -> tuple[str, ...]:
    """Return keys of a plain word such that two words that may be one name share at least one.

    They are the word with each letter left out (a slip of one letter), and its consonants by class, whole
    and with one left out (another romanisation).
    """
    found = dict.fromkeys((word, *_with_one_left_out(word)))  # in order: with a set, it would change from run to run
    bones = _SIBILANTS.sub("s", word).translate(_SILENT).translate(_CLASSES)
    bones = _REPEATED.sub(r"\1", bones).replace("ks", "s")
    if len(bones) > 1:
        found["#" + bones] = None
        if len(bones) > 3:
            found.update((f"#{rest}", None) for rest in _with_one_left_out(bones))
    return tuple(found)


def _with_one_left_out(letters: str) -> Iterator[str]:
    return (letters[:index] + letters[index + 1 :] for index in range(len(letters)))


@lru_cache(maxsize=20_000)
def likeness(one: str, other: str, limit: float = 3.0) -> Likeness | None:
    """Align two plain words at the least cost; None if they cost more than `limit`.

    Takes words as `plain` returns them.
    """
    rows = _costs(one, other, limit)
    total = rows[len(one)][len(other)][0] if rows else limit + 1
    if total > limit:
        return None
    return Likeness(tuple(_trace(rows, one, other)), round(total, 3), min(len(one), len(other)))


_Cell = tuple[float, int, int, Change | None]
_FAR: _Cell = (99.0, 0, 0, None)


def _costs(one: str, other: str, limit: float) -> list[list[_Cell]]:
    """Fill the table of least costs; each cell says how many letters of each word its last step took."""
    band = 3 + abs(len(one) - len(other))
    rows: list[list[_Cell]] = [[_FAR] * (len(other) + 1) for _ in range(len(one) + 1)]
    rows[0][0] = (0.0, 0, 0, None)
    left_out = [_omission(one, index) for index in range(len(one))]
    put_in = [_omission(other, index) for index in range(len(other))]
    for i, row in enumerate(rows):
        best = 99.0
        for j in range(max(0, i - band), min(len(other), i + band) + 1):
            cell = row[j]
            if i and j:
                cell = _together(rows, one, other, i, j)
            if i and (cost := rows[i - 1][j][0] + COST[left_out[i - 1]]) < cell[0]:
                cell = cost, 1, 0, left_out[i - 1]
            if j and (cost := row[j - 1][0] + COST[put_in[j - 1]]) < cell[0]:
                cell = cost, 0, 1, put_in[j - 1]
            row[j] = cell
            best = min(best, cell[0])
        if best > limit + 1.5:
            return []
    return rows


def _together(rows: list[list[_Cell]], one: str, other: str, i: int, j: int) -> _Cell:
    """Return the cheapest last step that takes letters of both words."""
    here, there = one[i - 1], other[j - 1]
    if here == there:
        best: _Cell = (rows[i - 1][j - 1][0], 1, 1, None)
    else:
        kind = _substitution(here, there)
        best = (rows[i - 1][j - 1][0] + COST[kind], 1, 1, kind)
    if i > 1 and j > 1 and here == other[j - 2] != one[i - 2] == there:
        best = min(best, (rows[i - 2][j - 2][0] + COST["swapped"], 2, 2, "swapped"), key=_by_cost)
    if (here, there) in _BY_LAST:
        best = min([best, *_sound_steps(rows, one, other, i, j)], key=_by_cost)
    return best


def _by_cost(cell: _Cell) -> float:
    return cell[0]


def _sound_steps(rows: list[list[_Cell]], one: str, other: str, i: int, j: int) -> Iterator[_Cell]:
    for taken in range(1, min(_LONGEST, i) + 1):
        for there in range(1, min(_LONGEST, j) + 1):
            if (one[i - taken : i], other[j - there : j]) in _SOUNDS:
                yield rows[i - taken][j - there][0] + COST["romanised"], taken, there, "romanised"


def _substitution(one: str, other: str) -> Change:
    if one in _VOWELS and other in _VOWELS:
        return "vowel"
    pair = frozenset((one, other))
    if pair in _NEAR:
        return "near"
    return "key" if pair in _KEY_NEIGHBOURS else "other"


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


# Endings that make another name of one: a people, a language, an adjective, a plural, a land.
_DERIVING = frozenset(
    "n an ian ean ans ians ese ish ic ics ist ists ism ite ites is s es ia as land i en ien iens mark ne nes".split()
)
_ADJECTIVES = frozenset("an ian ean en ien".split())
# A woman's surname beside a man's, in Slavic languages: both may be right, as of a couple.
_FEMININE = frozenset((("", "a"), ("y", "aya"), ("i", "a"), ("y", "a"), ("ij", "aja"), ("iy", "aya"), ("yi", "a")))


def _tails(one: str, other: str) -> tuple[str, str, str]:
    shared = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        shared += 1
    return one[:shared], one[shared:], other[shared:]


def derived(one: str, other: str) -> bool:
    """Whether one plain word is made from the other, or both from one name: Slovak, Slovakia; Sweden, Swedes.

    Two forms that do the same work are no derivation: Belarusian and Belarussian, Iranian and Iranan.
    """
    stem, here, there = _tails(one, other)
    if len(stem) < 3 or len(here) > 5 or len(there) > 5:
        return False
    if not here or not there:
        return (here or there) in _DERIVING
    return here in _DERIVING and there in _DERIVING and not (here in _ADJECTIVES and there in _ADJECTIVES)


def gendered(one: str, other: str) -> bool:
    """Whether the plain words may be a man's and a woman's form of one surname: Petrov, Petrova."""
    stem, here, there = _tails(one, other)
    return len(stem) > 3 and ((here, there) in _FEMININE or (there, here) in _FEMININE)
