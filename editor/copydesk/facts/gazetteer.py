"""Places of the world by name: a compact index that ships with the package and opens at once.

What goes in is a name as an article spells it; what comes out are the places that bear it, with the
name GeoNames prefers and every other Latin-script spelling it lists. The data are from GeoNames
(https://www.geonames.org, CC BY 4.0): places of 500 people and more, countries, and states of the US.
`tools/build_gazetteer.py` makes the file.

Storage: zlib-compressed blocks of records and a hash index over mmap, from the standard library alone.
Measured with the same 557,000 keys it takes 6.5 MB and opens in 0.1 ms. marisa-trie wanted 3.9 MB for its two
tries and about 8 with the tables of places beside them, 4 to 6 ms to import, a compiled wheel of 1.5 MB and
brings no type hints; SQLite wanted 20 MB.

Layout, little-endian: the header; the end of each block (u32 each, from the start of the blocks), preceded
by 0; the start of each hash bucket in the postings (u32, one more than there are buckets); the postings (u32
each: a fingerprint above, a place's number below); the blocks. A key is hashed with CRC-32: its high 16 bits
choose the bucket, its low bits are the fingerprint. A hit is verified by the record, so a collision costs
time, never a wrong answer.
"""

from __future__ import annotations

import mmap
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from copydesk.errors import CopydeskError

PATH = Path(__file__).parent / "data" / "gazetteer.bin"

Kind = Literal["country", "state", "city"]

# The format, shared with tools/build_gazetteer.py. Raise the last byte of MAGIC when it or `fold` changes.
MAGIC = b"CDPLACE\x01"
HEADER = struct.Struct("<8sIII")  # magic, number of places, of blocks, of postings
WORD = 4
BUCKETS = 1 << 16
NUMBER_BITS = 18
BLOCK_PLACES = 32  # 64 saves another 0.2 MB and makes a look-up half as slow again
KIND_MARKS: dict[Kind, str] = {"country": "=", "state": "+", "city": ""}

_NUMBER_MASK = (1 << NUMBER_BITS) - 1
_FINGERPRINT_MASK = (1 << (32 - NUMBER_BITS)) - 1
_KINDS: dict[str, Kind] = {"=": "country", "+": "state"}
_KIND_ORDER: dict[Kind, int] = {"country": 0, "state": 1, "city": 2}

# Letters that Unicode does not decompose, the marks that transliterations disagree on, and hyphens.
_FOLDS = str.maketrans(
    {
        **{"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"},
        **{"ŋ": "n", "ə": "e", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k"},
        **dict.fromkeys("'’‘ʻʼʹʾʿ′`´.\u00ad"),
        **dict.fromkeys("-‐‑–—", " "),
    }
)


def fold(name: str) -> str:
    """Return the key under which `name` is filed: without case, accents, apostrophes and full stops.

    Hyphens count as spaces, and runs of spaces as one: Gdańsk → gdansk, Rostov-on-Don → rostov on don,
    Khar’kov → kharkov, St. Louis → st louis. Umlauts lose their dots (Köln → koln); the spelling Koeln
    is a variant of its own where GeoNames lists it.
    """
    folded = name.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFD", folded)
        folded = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(folded.translate(_FOLDS).split())


def address(key: str) -> tuple[int, int]:
    """Return the bucket and the fingerprint of a folded name."""
    code = zlib.crc32(key.encode())
    return code >> 16, code & _FINGERPRINT_MASK


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the world. Two are equal if they are the same place, by whichever name they were found.

    `name` is the one GeoNames prefers: mostly the usual English one (Munich, Kyiv), but with the accents of
    the local spelling (Gdańsk), and now and then the local form (Köln) or another romanization (Nizhniy
    Novgorod): no reason alone to correct anyone. `population` counts people, 0 if unknown.
    """

    number: int
    """Tells apart places that have everything else in common. It may change when the index is rebuilt."""
    name: str
    kind: Kind
    country: str
    """ISO 3166 code of two letters; for a country its own."""
    state: str
    """Postal code of a state of the United States; elsewhere empty."""
    population: int
    variants: tuple[str, ...] = field(compare=False)
    """Other spellings that fold differently from `name` and from each other, sorted by their keys."""
    by_variant: bool = field(compare=False)
    """The look-up matched one of `variants`, not `name`."""


class Gazetteer:
    """The index in the file `path`, mapped into memory and read as needed.

    Raises CopydeskError if the file is missing, is not an index of this version, or is damaged; damage
    inside a block shows when that block is first read.
    """

    def __init__(self, path: Path = PATH) -> None:
        self._path = path
        self._data = self._map()
        self._places: int
        try:
            magic, self._places, blocks, postings = HEADER.unpack_from(self._data)
            self._buckets_at = HEADER.size + WORD * (blocks + 1)
            self._postings_at = self._buckets_at + WORD * (BUCKETS + 1)
            self._blocks_at = self._postings_at + WORD * postings
            (end,) = struct.unpack_from("<I", self._data, HEADER.size + WORD * blocks)
        except struct.error as error:
            raise self._damaged() from error
        if magic != MAGIC or self._blocks_at + end != len(self._data):
            raise self._damaged()
        # A name like San Antonio is borne by many places that stand in a few blocks.
        self._block = lru_cache(maxsize=64)(self._read_block)

    def __len__(self) -> int:
        return self._places

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return the places called `name`: countries, then US states, then cities, most populous first."""
        return tuple(sorted(self._matches(fold(name)), key=_rank))

    def knows(self, name: str) -> bool:
        """Return whether any place is called `name`. Beware of Nice, Reading, Most and Of: all are towns."""
        return next(self._matches(fold(name)), None) is not None

    def _matches(self, key: str) -> Iterator[Place]:
        bucket, fingerprint = address(key)
        start, end = struct.unpack_from("<2I", self._data, self._buckets_at + WORD * bucket)
        try:
            postings = struct.unpack_from(f"<{end - start}I", self._data, self._postings_at + WORD * start)
        except struct.error as error:
            raise self._damaged() from error
        for posting in postings:
            if posting >> NUMBER_BITS == fingerprint:
                place = self._place(posting & _NUMBER_MASK, key)
                if place is not None:
                    yield place

    def _place(self, number: int, key: str) -> Place | None:
        """Return the place, or None if it does not go by `key` and only its fingerprint agreed."""
        try:
            record = self._block(number // BLOCK_PLACES)[number % BLOCK_PLACES]
            name, code, population, *variants = record.split("\t")
            people = int(population)
        except (struct.error, zlib.error, ValueError, IndexError) as error:
            raise self._damaged() from error
        by_variant = fold(name) != key
        if by_variant and not any(fold(variant) == key for variant in variants):
            return None
        kind = _KINDS.get(code[0], "city")
        code = code.removeprefix(KIND_MARKS[kind])
        return Place(number, name, kind, code[:2], code[2:], people, tuple(variants), by_variant)

    def _read_block(self, block: int) -> list[str]:
        start, end = struct.unpack_from("<2I", self._data, HEADER.size + WORD * block)
        packed = self._data[self._blocks_at + start : self._blocks_at + end]
        return zlib.decompress(packed).decode().split("\n")

    def _map(self) -> mmap.mmap:
        try:
            with self._path.open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except OSError as error:
            reason = error.strerror or str(error)
            message = f"The index of place names cannot be read: {self._path}: {reason}. Reinstall copydesk."
            raise CopydeskError(message) from error
        except ValueError as error:  # an empty file cannot be mapped
            raise self._damaged() from error

    def _damaged(self) -> CopydeskError:
        return CopydeskError(
            f"The index of place names is damaged or of another version: {self._path}. Reinstall copydesk."
        )


def _rank(place: Place) -> tuple[int, int, int]:
    return _KIND_ORDER[place.kind], -place.population, place.number


@cache
def gazetteer() -> Gazetteer:
    """Return the index that ships with the package, opened on the first call."""
    return Gazetteer()
