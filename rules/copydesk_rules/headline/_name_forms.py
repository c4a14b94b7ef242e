"""The forms of a name: folded, short, as initials, and the names that stand for each other."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from copydesk.rules import pattern

_GROUPS = Path(__file__).parent / "data" / "same_name.txt"
PIECE = pattern(r"[^\W_]+")
_INITIAL_WORD = pattern(r"(?:[A-Z]\.)+|[^\W\d_][\w’'-]*|&|[.;:!?()\"“”]")
_INNER_CAPITALS = pattern(r"[A-Z][a-z]{2,}(?:[A-Z][a-z]+){2,}$")
_UNDIVIDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_LINKS = frozenset("of the and for in on de la du des to".split())


def fold(word: str) -> str:
    """Return a word in small letters, without accents, stops and apostrophes."""
    if word.isalpha() and word.isascii():
        return word.lower()
    folded = word.casefold()
    if not folded.isascii():
        folded = folded.translate(_UNDIVIDED)
        folded = "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
    return folded.replace(".", "").replace("’", "").replace("'", "")


@cache
def same_names() -> Mapping[str, tuple[frozenset[str], ...]]:
    """Return the groups of names that stand for each other, under each of their forms, folded."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for line in _GROUPS.read_text(encoding="utf-8").splitlines():
        forms = line.partition("#")[0].split("|")
        group = frozenset(fold(form.strip()) for form in forms if form.strip())
        for form in group:
            found[form].append(group)
    return {form: tuple(groups) for form, groups in found.items()}


def squeezed(word: str) -> str:
    """Return a word with doubled letters made single: Belarussian, Belarusian."""
    return "".join(letter for letter, _ in groupby(word))


def is_contraction(short: str, word: str) -> bool:
    """Whether a word has the letters of `short` in their order, its first and its last among them: Dept, Qld, IFX."""
    if len(word) < len(short) + 2 or word[0] != short[0] or word[-1] != short[-1]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


def initial(word: str) -> str:
    """Return what a word gives an acronym: a of Alexandria, oc of Ocasio-Cortez, us of US, gsk of GlaxoSmithKline."""
    if _INNER_CAPITALS.match(word):
        return "".join(sign for sign in word if sign.isupper()).lower()
    pieces = PIECE.findall(fold(word))
    if word.isupper() and len(word) < 5:
        return fold(word)
    return "".join(piece[0] for piece in pieces)


def neighbours(name: Sequence[str], at: int) -> Iterator[Sequence[str]]:
    """Yield the word `at` of a name with the one before it, and with the one behind it."""
    if at:
        yield name[at - 1 : at + 1]
    if at + 1 < len(name):
        yield name[at : at + 2]


def runs(words: str) -> Iterator[list[str]]:
    """Yield runs of capitalised words with the small words between them."""
    run: list[str] = []
    for match in _INITIAL_WORD.finditer(words):
        word = match.group()
        if word[0].isupper() or word == "&" or (word in _LINKS and run):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run
