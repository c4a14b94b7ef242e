"""Frames of words that are taken for each other, read from `data/confusables.toml` and made into patterns.

A frame is the words around the wrong one, `_`, with spaces between them:

    a|b     any of some words            take*   any form of a verb
    ?x      x or nothing                 !a|b    a word that is none of these
    /NS     a part of speech, by the letters of the text layer; /. is also the edge of a text
    ..3     at most three words of anything in the clause
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from copydesk.text import Patterns, Piece, gap, named, opt, other, pattern, plural, tagged, verb_forms

_DATA = Path(__file__).parent / "data" / "confusables.toml"
_IS = "'s"  # a token of its own


class Slip(NamedTuple):
    """A wrong word with the right one, what that means, and whether only British English parts the two."""

    wrong: str
    right: str
    meaning: str
    british: bool
    names: bool


Frames = tuple[Patterns, dict[str, Slip]]


@cache
def words() -> dict[str, list[tuple[Slip, str]]]:
    """Return the frames of each word that may be wrong, under its first token, unread."""
    found: dict[str, list[tuple[Slip, str]]] = {}
    for row in tomllib.loads(_DATA.read_text(encoding="utf-8"))["pair"]:
        for wrong, right in _pairs(row):
            slip = Slip(wrong, right, row["means"], row.get("british", False), row.get("names", False))
            found.setdefault(wrong.removesuffix(_IS), []).extend((slip, frame) for frame in row["frames"])
    return found


@cache
def frames(word: str) -> Frames:
    """Return the patterns of a word, filed under it, and the slip that each finds; made when it is first met.

    Raises ValueError, with the frame, for one that cannot be read.
    """
    slips = {f"{number}: {frame}": (slip, frame) for number, (slip, frame) in enumerate(words()[word])}
    made = []
    for name, (slip, frame) in slips.items():
        read = pattern(name, *_pieces(frame, slip.wrong))
        at = next(index for index, step in enumerate(read.steps) if step.words == {word} and hasattr(step, "name"))
        made.append(replace(read, anchor=at))
    return Patterns(made), {name: slip for name, (slip, _) in slips.items()}


def _pairs(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each wrong form with the right one: “words” as they are, nouns in both numbers, verbs in all forms."""
    for kind in ("words", "nouns", "verbs"):
        for pair in filter(None, row.get(kind, "").split(", ")):
            wrong, _, right = pair.partition(" > ")
            forms = {"words": _as_is, "nouns": _numbers, "verbs": verb_forms}[kind]
            yield from dict(zip(forms(wrong), forms(right), strict=True)).items()


def _as_is(word: str) -> tuple[str, ...]:
    return (word,)


def _numbers(noun: str) -> tuple[str, ...]:
    return noun, plural(noun)


def _pieces(frame: str, wrong: str) -> Iterator[Piece]:
    if "_" not in frame.split():
        raise ValueError(f"the frame “{frame}” has no _ for the word")
    for part in frame.split():
        if part == "_":
            yield named("word", wrong.removesuffix(_IS))
            if wrong.endswith(_IS):
                yield _IS
        else:
            yield opt(_step(part[1:])) if part[0] == "?" and len(part) > 1 else _step(part)


def _step(part: str) -> Piece:
    if part.startswith("/"):
        return tagged(part[1:])
    if part.startswith("..") and part[2:].isdecimal():
        return gap(int(part[2:]), across=True)
    if part.startswith("!") and len(part) > 1:
        return other(*_words(part[1:]))
    return frozenset(_words(part))


def _words(part: str) -> Iterator[str]:
    for word in part.split("|"):
        yield from verb_forms(word[:-1]) if word.endswith("*") else (word,)
