"""Aligning words with those that are to replace them: where in the new ones a place between two old letters is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from copydesk.patterns import pattern

_TOKEN = pattern(r"\s+|\w+|[^\w\s]")
_MOST_TOKENS = 200
_MOST_LETTERS = 60  # a comparison takes time by the square of the length


class Block(NamedTuple):
    """Code points of the old words and those that replace them; `in_step`: one by one."""

    start: int
    end: int
    new_start: int
    new_end: int
    in_step: bool


_Differ = Callable[[str, str, int, int], Iterator[Block]]


class Alignment:
    """Which of the `new` words replace which of the `old`: word by word, and letter by letter."""

    def __init__(self, old: str, new: str) -> None:
        self._new = new
        self._blocks = list(_aligned(old, new, 0, 0, _by_words))

    def place(self, offset: int) -> tuple[int, int] | None:
        """Return where in the new words the place at an offset of the old ones is.

        The two ends differ where words are inserted just there. None if that place is in the middle of words that
        are replaced by quite others.
        """
        places: list[int] = []
        for start, end, new_start, new_end, in_step in self._blocks:
            if start < offset < end:
                if in_step:
                    return new_start + offset - start, new_start + offset - start
                return (new_start, new_end) if new_start == new_end else None
            if end == offset:
                places += (new_start, new_end) if start == end else (new_end,)
            elif start == offset:
                places.append(new_start)
        return (min(places), max(places)) if places else (0, len(self._new))

    def end_around(self, offset: int) -> tuple[int, int]:
        """Return the end, in the new words, of the block in which an offset of the old ones is."""
        end = next(block.new_end for block in self._blocks if block.start < offset < block.end)
        return end, end


def _aligned(old: str, new: str, at: int, new_at: int, differ: _Differ) -> Iterator[Block]:
    """Yield the blocks of words of which the beginning and the end may be the same."""
    before = _shared(old, new)
    behind = _shared(old[before:][::-1], new[before:][::-1])
    if before:
        yield Block(at, at + before, new_at, new_at + before, True)
    one, other = old[before : len(old) - behind], new[before : len(new) - behind]
    at, new_at = at + before, new_at + before
    if len(one) == len(other) and _blanks(one) == _blanks(other):
        if one:
            yield Block(at, at + len(one), new_at, new_at + len(other), True)
    elif not one or not other:
        yield Block(at, at + len(one), new_at, new_at + len(other), False)
    else:
        yield from differ(one, other, at, new_at)
    if behind:
        at, new_at = at + len(one), new_at + len(other)
        yield Block(at, at + behind, new_at, new_at + behind, True)


def _shared(one: str, other: str) -> int:
    """Return the length of the beginning that two texts share."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


def _blanks(words: str) -> list[int]:
    return [index for index, character in enumerate(words) if character.isspace()]


def _by_words(old: str, new: str, at: int, new_at: int) -> Iterator[Block]:
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(ours) > _MOST_TOKENS or len(theirs) > _MOST_TOKENS:
        yield Block(at, at + len(old), new_at, new_at + len(new), False)
        return
    for tag, first, last, new_first, new_last in SequenceMatcher(None, ours, theirs, False).get_opcodes():
        words, new_words = ours[first:last], theirs[new_first:new_last]
        if tag != "replace" or len(words) != len(new_words):
            words, new_words = ["".join(words)], ["".join(new_words)]
        for word, new_word in zip(words, new_words, strict=True):
            yield from _aligned(word, new_word, at, new_at, _by_letters)
            at, new_at = at + len(word), new_at + len(new_word)


def _by_letters(old: str, new: str, at: int, new_at: int) -> Iterator[Block]:
    if len(old) > _MOST_LETTERS or len(new) > _MOST_LETTERS:
        yield Block(at, at + len(old), new_at, new_at + len(new), False)
        return
    for tag, first, last, new_first, new_last in SequenceMatcher(None, old, new, False).get_opcodes():
        in_step = last - first == new_last - new_first
        assert in_step or tag != "equal"
        yield Block(at + first, at + last, new_at + new_first, new_at + new_last, in_step)
