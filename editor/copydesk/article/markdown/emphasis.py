"""Which runs of `*`, `_` and `~~` are markup, by CommonMark's rules, in time that grows with their number alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple


class Run:
    """A run of one delimiter: where what is left of it stands, and what it may do."""

    __slots__ = ("can_close", "can_open", "character", "count", "length", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.character = text[start]
        self.start = start
        self.count = self.length = end - start
        before = class_of(text[start - 1]) if start else " "
        after = class_of(text[end]) if end < len(text) else " "
        left = after != " " and (after != "." or before != "w")
        right = before != " " and (before != "." or after != "w")
        if self.character == "_":
            self.can_open = left and (not right or before == ".")
            self.can_close = right and (not left or after == ".")
        else:
            self.can_open, self.can_close = left, right
        if self.character == "~" and self.count != 2:
            self.can_open = self.can_close = False


class Pair(NamedTuple):
    """Two delimiters that belong together: the text's spans of opening and closing one."""

    character: str
    opening: tuple[int, int]
    closing: tuple[int, int]


def class_of(character: str) -> str:
    """Return “ ” for a blank, “.” for punctuation, “w” for the rest."""
    if character.isspace():
        return " "
    return "." if unicodedata.category(character)[0] in "PS" else "w"


def pairs(runs: list[Run]) -> Iterator[Pair]:
    """Yield the delimiters in `runs`, which are in order, that are markup."""
    openers: list[tuple[int, Run]] = []  # with their number, by which the searched ones are remembered
    searched: dict[tuple[str, bool, int], int] = {}
    for number, run in enumerate(runs):
        while run.can_close and run.count:
            key = (run.character, run.can_open, run.length % 3)
            index = _opener(openers, run, searched.get(key, -1))
            if index is None:
                searched[key] = openers[-1][0] if openers else -1
                break
            del openers[index + 1 :]
            opener = openers[-1][1]
            width = 2 if opener.count >= 2 and run.count >= 2 else 1
            end = opener.start + opener.count
            yield Pair(run.character, (end - width, end), (run.start, run.start + width))
            opener.count -= width
            run.start += width
            run.count -= width
            if not opener.count:
                openers.pop()
        if run.can_open and run.count:
            openers.append((number, run))


def _opener(openers: list[tuple[int, Run]], closer: Run, searched: int) -> int | None:
    """Return the index of the nearest opener for a closer, none of those up to number `searched`."""
    for index in range(len(openers) - 1, -1, -1):
        number, opener = openers[index]
        if number <= searched:
            return None
        if opener.character == closer.character:
            odd = (opener.can_close or closer.can_open) and (opener.length + closer.length) % 3 == 0
            if not odd or (opener.length % 3 == 0 and closer.length % 3 == 0):
                return index
    return None
