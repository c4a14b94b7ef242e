"""Text that stands twice: for each piece of a text, the earlier piece that it repeats, word for word or nearly.

Linear in the text's length: pieces are compared only if they share rare runs of words, each found in an index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from copydesk_rules.copy._clauses import NUMBERS

Words = tuple[str, ...]

_FEWEST = 5  # runs of four words that stand twice, if as little as 15 words are nearly the same
_FEWEST_OF_ONE = 3  # of these in one piece: a sentence of it may be as short as that
_PLACES = 6  # where a run of words stands more often, it says nothing
_SHARED = 0.4  # of its runs of four words: what a piece has to share with another to be compared with it
_NEARLY = 0.88  # of the words, in order, with one word put for another counting twice
_MOULD, _MOULD_NEARLY = 40, 28  # words of a piece cast in one mould with another, at most
_VERSION = 0.9  # likeness
_COMPARED = 1500  # words: longer pieces are the same or not


class Match(NamedTuple):
    """The number of an earlier piece, and how nearly it is the same, from 0 to 1."""

    earlier: int
    likeness: float


def in_doubt(pieces: Sequence[Words]) -> list[bool]:
    """Return for each piece whether any of it may stand twice: a quick look, that most texts are done with."""
    runs = list(_all_runs(list(chain.from_iterable(pieces))))  # some lie across two pieces: that does no harm
    if len(runs) - len(set(runs)) < _FEWEST:
        return [False] * len(pieces)
    twice = {run for run, count in Counter(runs).items() if count > 1}
    return [len(twice.intersection(_all_runs(words))) >= _FEWEST_OF_ONE for words in pieces]


def repeats(pieces: Sequence[Words], *, least: int, least_nearly: int | None) -> dict[int, Match]:
    """Return, by number, the pieces of `least` words that repeat an earlier one, or nearly, if of `least_nearly`."""
    found: dict[int, Match] = {}
    whole: dict[Words, int] = {}
    for number, words in enumerate(pieces):
        if len(words) >= least and whole.setdefault(words, number) != number:
            found[number] = Match(whole[words], 1.0)
    if least_nearly is None:
        return found
    long = [number for number, words in enumerate(pieces) if least_nearly <= len(words) <= _COMPARED]
    runs = {number: _runs(pieces[number]) for number in long if number not in found}
    suspects = _suspects(runs)
    index = _index(runs, set[Words]().union(*(runs[number] for number in suspects)))
    for number in suspects:
        if match := _nearest(number, pieces, runs, index):
            found[number] = match
    return found


def _all_runs(words: Sequence[str]) -> Iterator[Words]:
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _runs(words: Words) -> set[Words]:
    return set(_all_runs(words))


def _suspects(runs: Mapping[int, set[Words]]) -> list[int]:
    """Return the pieces that have much in common with all before them: hardly ever one, and found at little cost."""
    seen: set[Words] = set()
    suspects = []
    for number, own in runs.items():
        if len(own & seen) >= _SHARED * len(own):
            suspects.append(number)
        seen |= own
    return suspects


def _index(runs: Mapping[int, set[Words]], wanted: set[Words]) -> dict[Words, list[int]]:
    index: dict[Words, list[int]] = {run: [] for run in wanted}
    for number, own in runs.items() if wanted else ():
        for run in own & wanted:
            index[run].append(number)
    return index


def _nearest(
    number: int, pieces: Sequence[Words], runs: Mapping[int, set[Words]], index: Mapping[Words, list[int]]
) -> Match | None:
    shared: Counter[int] = Counter()
    for run in runs[number]:
        if len(index[run]) <= _PLACES:
            shared.update(place for place in index[run] if place < number)
    if not shared:
        return None
    earlier, count = min(shared.items(), key=lambda item: (-item[1], item[0]))
    if count < _SHARED * len(runs[number]):
        return None
    words = pieces[number]
    from rapidfuzz.distance import Indel  # late: most articles never need it

    likeness = Indel.normalized_similarity(words, pieces[earlier])
    if likeness < _NEARLY or _is_parallel(words, pieces[earlier], likeness):
        return None
    return Match(earlier, likeness)


def _is_parallel(one: Words, other: Words, likeness: float) -> bool:
    """Whether two pieces are cast in one mould, with other figures: results, prices, dates.

    What is long, and has hardly anything but a figure changed, is rather an older version.
    """
    limit = _MOULD_NEARLY if likeness > _VERSION else _MOULD
    return _figures(one) != _figures(other) and len(one) < limit


def _figures(words: Words) -> list[str]:
    return [NUMBERS.get(word, word) for word in words if word.isdigit() or word in NUMBERS]
