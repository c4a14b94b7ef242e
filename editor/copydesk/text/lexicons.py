"""Lexicons by name: sets of single words in lower case, their forms made by inflection, with a bit each.

A file of `lexicon/` holds tables; each is a lexicon, with any of `verbs`, `nouns` (bases, to be inflected) and
`words` (taken as they are). The lexicon “rise” has them all; “rise.verbs” and “rise.nouns” the forms of those alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from copydesk.text.inflection import plural, verb_forms
from copydesk.text.tables import FOLDER, table

_KINDS = ("verbs", "nouns", "words")
_NOT_LEXICONS = frozenset(("irregular", "nicknames", "numerals", "calendar", "units", "closed"))


@cache
def lexicon(name: str) -> frozenset[str]:
    """Return the words of a lexicon. Raises KeyError, with the names there are, for one that does not exist."""
    if name not in _all():
        raise KeyError(f"there is no lexicon “{name}”; there are {', '.join(sorted(_all()))}")
    return _all()[name]


def bits_of(lower: str) -> int:
    """Return a number with a bit set for each lexicon that the word is in."""
    return _bits().get(lower, 0)


@cache
def bit(name: str) -> int:
    """Return the bit of a lexicon. Raises KeyError for one that does not exist."""
    lexicon(name)
    return 1 << sorted(_all()).index(name)


@cache
def _all() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        if path.stem in _NOT_LEXICONS:
            continue
        for name, held in table(path.stem).items():
            parts = {kind: frozenset(_forms(kind, held[kind])) for kind in _KINDS if kind in held}
            found[name] = frozenset().union(*parts.values())
            found |= {f"{name}.{kind}": forms for kind, forms in parts.items()}
    return found


def _forms(kind: str, words: str) -> Iterator[str]:
    for word in words.split():
        if kind == "verbs":
            yield from verb_forms(word)
        elif kind == "nouns":
            yield from (word, plural(word))
        else:
            yield word


@cache
def _bits() -> dict[str, int]:
    bits: dict[str, int] = {}
    for number, name in enumerate(sorted(_all())):
        for word in _all()[name]:
            bits[word] = bits.get(word, 0) | 1 << number
    return bits
