"""Words that are right though no engine knows them: the editor's own, the house's, and those of its style sheet.

A dictionary is a text file with a word a line, and comments behind “#”. A word in small letters is right however it
is capitalised, any other as it stands or all in capitals; so are their possessives.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from unicodedata import normalize

import msgspec

from copydesk.check.atomic import write_atomically
from copydesk.check.settings import Settings
from copydesk.errors import CopydeskError
from copydesk.plain_file import read_text


class Dictionary(msgspec.Struct, frozen=True, dict=True):
    """Words that are right."""

    words: frozenset[str] = frozenset()

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or not self.words:
            return False
        plain = _plain(word)
        return not self.words.isdisjoint((plain, plain.lower())) or (plain.isupper() and plain in self._in_capitals)

    @cached_property
    def _in_capitals(self) -> frozenset[str]:
        return frozenset(word.upper() for word in self.words)

    @cached_property
    def stamp(self) -> str:
        """What stands for these words in the key of a cache."""
        text = "\n".join(sorted(self.words))
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest() if text else ""


NO_WORDS = Dictionary()


def personal() -> Path:
    """Return the file of the editor's own words; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path("copydesk") / "dictionary.txt"


def dictionary_for(settings: Settings) -> Dictionary:
    """Return the words that are right where some settings hold.

    Raises CopydeskError if the file that the settings name is not there, or one cannot be read.
    """
    house = settings.dictionary_path
    if house is not None and not os.path.isfile(house):
        raise CopydeskError(f"{house}: there is no such dictionary; [grammar] names it")
    words = _words_in(personal()) | (_words_in(house) if house else frozenset())
    return _dictionary(words, tuple(normalize("NFC", name) for name in settings.names))


def add(path: Path, words: Iterable[str]) -> list[str]:
    """Put words into a dictionary, which is made if there is none. Returns those that it did not have.

    Raises CopydeskError if something is no word, or the file cannot be read or written.
    """
    known = _words_in(path)
    new = [word for word in dict.fromkeys(map(_one_word, words)) if word not in known]
    if new:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise CopydeskError(f"{path}: cannot be written: {error.strerror}") from None
        lines = [*_lines(path), *new]
        write_atomically(path, ("\n".join(lines) + "\n").encode())
    return new


def remove(path: Path, words: Iterable[str]) -> list[str]:
    """Take words out of a dictionary. Returns those that it had. Raises CopydeskError as `add` does."""
    known = _words_in(path)
    old = [word for word in dict.fromkeys(map(_one_word, words)) if word in known]
    if old:
        lines = [line for line in _lines(path) if normalize("NFC", _word_in(line)) not in old]
        write_atomically(path, "".join(f"{line}\n" for line in lines).encode())
    return old


def words_in(path: Path) -> list[str]:
    """Return the words of a dictionary, sorted; none if there is no such file. Raises CopydeskError."""
    return sorted(_words_in(path), key=lambda word: (word.lower(), word))


def as_entry(words: str) -> str:
    """Return how the words that a finding marks would stand in a dictionary: without a possessive.

    Raises CopydeskError if they are more than one word, or none.
    """
    return _one_word(_plain(words))


def _plain(word: str) -> str:
    return normalize("NFC", word).replace("’", "'").removesuffix("'s").strip("'")


def _one_word(text: str) -> str:
    word = normalize("NFC", text).strip().replace("’", "'")
    if len(word.split()) != 1 or not any(letter.isalpha() for letter in word) or "#" in word:
        raise CopydeskError(f"“{text}” is not a word; a dictionary has single words")
    return word


def _words_in(path: Path) -> frozenset[str]:
    try:
        status = path.stat()
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise CopydeskError(f"{path}: cannot be read: {error.strerror}") from None
    return _read(path, status.st_mtime_ns, status.st_size, status.st_ino)


@lru_cache(maxsize=8)
def _read(path: Path, *version: int) -> frozenset[str]:
    return frozenset(normalize("NFC", word) for line in _lines(path) if (word := _word_in(line)))


def _lines(path: Path) -> list[str]:
    try:
        return read_text(path).splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise CopydeskError(f"{path}: cannot be read: {reason}") from None


def _word_in(line: str) -> str:
    return line.partition("#")[0].strip().replace("’", "'")


@lru_cache(maxsize=8)
def _dictionary(words: frozenset[str], style_sheet: tuple[str, ...]) -> Dictionary:
    return Dictionary(words | frozenset(_pieces(style_sheet)))


def _pieces(style_sheet: Iterable[str]) -> Iterator[str]:
    for name in style_sheet:
        yield from map(_plain, name.split())
