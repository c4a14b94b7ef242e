"""What part of speech a word may be: closed classes by list, then a table of forms, then the ending.

A tag is one letter, so that the tags of a sentence are a string that `re` can search:

    N noun, S plural noun, P name; J adjective, R adverb
    B base of a verb, Z its -s form, E past, A past participle, G -ing form; X be, have, do in finite forms, M modal,
        V a participle after them
    d determiner, q quantifier, o pronoun, w who/which/that, i preposition, t to, c and/or, k other conjunction
    # value, T date or time; ' possessive ending; , ( ) " - : . punctuation

`tags_of` gives a word's tags, the usual one first. The table is made by `tools/build_parts_of_speech.py`, from
lemminflect and the lexicon of Brill's tagger (both MIT licence), and is read when the first word is not in a list.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from copydesk.errors import CopydeskError
from copydesk.text.inflection import singular
from copydesk.text.tables import table

PATH = Path(__file__).parent / "data" / "forms.bin"
OPEN = "NSBZEAGJR"
NOUNS = frozenset("NSP")

# By ending, for words that no list has. Source: Quirk et al., appendix I.17-48.
_ENDINGS = {
    "ly": "R", "ing": "GN", "ed": "EAJ", "ous": "J", "ful": "J", "ive": "JN", "able": "J", "ible": "J", "ical": "J",
    "less": "J", "ish": "J", "ian": "JN", "ese": "JN", "ness": "N", "ment": "N", "tion": "N", "sion": "N",
    "ity": "N", "ship": "N", "hood": "N", "ism": "N", "ist": "N", "ists": "S", "ers": "S", "ors": "S", "al": "J",
    "ise": "B", "ize": "B", "ises": "Z", "izes": "Z", "ic": "J", "ss": "N", "us": "N", "is": "N", "s": "SZ",
}  # fmt: skip
_LONGEST_ENDING = 4


@cache
def tags_of(lower: str) -> str:
    """Return the tags that a word in lower case may have, the usual one first."""
    if lower in _closed():
        return _closed()[lower]
    if "'" in lower and (joined := _contracted(lower)):
        return joined
    return _forms().get(lower) or _by_ending(lower)


def is_known(lower: str) -> bool:
    """Whether a list or the table has a word."""
    return lower in _closed() or lower in _forms()


@cache
def singular_of(noun: str) -> str:
    """Return the singular of a noun in lower case, irregular ones by the table: viruses, axes."""
    return _singulars().get(noun) or singular(noun)


def _contracted(lower: str) -> str:
    """Return the tag of “don't” or “they've”; of the latter it is that of the pronoun."""
    if lower.endswith("n't"):
        return "X"
    return "o" if _closed().get(lower.partition("'")[0]) == "o" else ""


def _by_ending(lower: str) -> str:
    for size in range(min(_LONGEST_ENDING, len(lower) - 2), 0, -1):
        if tags := _ENDINGS.get(lower[-size:]):
            return tags
    return "N"


@cache
def _closed() -> dict[str, str]:
    """Return the words of `lexicon/closed.toml` with their tags."""
    found: dict[str, str] = {}
    for held in table("closed").values():
        for word in held["words"].split():
            found[word] = found.get(word, "") + held["tag"]
    return found


def write(forms: Mapping[str, str], singulars: Mapping[str, str]) -> None:
    """Write the table: words, tags of which each has a number, the numbers, and plurals that no rule gives."""
    signatures = sorted(set(forms.values()))
    number = {signature: at for at, signature in enumerate(signatures)}
    words = sorted(forms)
    odd = " ".join(f"{many} {one}" for many, one in sorted(singulars.items()))
    head = "\n".join((" ".join(words), " ".join(signatures), odd)).encode()
    PATH.write_bytes(zlib.compress(head + b"\0" + bytes(number[forms[word]] for word in words), 9))


@cache
def _read() -> tuple[dict[str, str], dict[str, str]]:
    try:
        head, _, numbers = zlib.decompress(PATH.read_bytes()).partition(b"\0")
        words, signatures, odd = (line.split(" ") for line in head.decode().split("\n"))
        forms = dict(zip(words, map(signatures.__getitem__, numbers), strict=True))
    except (OSError, ValueError, IndexError, zlib.error) as error:
        raise CopydeskError(f"The table of word forms cannot be read: {PATH}. Reinstall copydesk.") from error
    return forms, dict(zip(odd[::2], odd[1::2], strict=True))


def _forms() -> dict[str, str]:
    return _read()[0]


def _singulars() -> dict[str, str]:
    return _read()[1]
