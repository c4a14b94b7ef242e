"""Make the word lists of `copydesk.facts.names` and `.words` from SCOWL and the names of the 1990 US census.

    python tools/build_word_lists.py SCOWL CENSUS

SCOWL is the folder of word lists of http://wordlist.aspell.net (Debian's package `scowl` has it as
/usr/share/dict/scowl); CENSUS holds dist.all.last, dist.male.first and dist.female.first (public domain).
"""

from __future__ import annotations

import argparse
import sys
from array import array
from collections.abc import Iterable
from pathlib import Path

from copydesk.facts.gazetteer import fold
from copydesk.facts.words.dictionary import MAGIC, PATH, code_of

DATA = Path(__file__).parent.parent / "editor" / "copydesk" / "facts" / "names" / "data"
SIZES = (10, 20, 35, 40, 50, 55, 60, 70)
VARIETIES = ("english", "american", "british", "british_z", "canadian", "australian")
DICTIONARY = 70  # the largest size whose words are taken for right, whoever writes them
SURNAMES = 10_000  # the rest are borne by fewer than one person in 60,000


def scowl(folder: Path, category: str, largest: int) -> set[str]:
    """Return the words of one category, in American and British spelling, up to a size; no possessives."""
    words: set[str] = set()
    for variety in ("english", "american", "british"):
        for size in SIZES:
            path = folder / f"{variety}-{category}.{size}"
            if size <= largest and path.exists():
                words.update(path.read_text(encoding="latin-1").split())
    return {word for word in words if "'" not in word and len(word) > 2}


def census(folder: Path, name: str) -> list[str]:
    """Return the names of one list, the most frequent first, in lower case."""
    return [line.split()[0].lower() for line in (folder / name).read_text().splitlines()]


def dictionary(folder: Path) -> set[str]:
    """Return the words of every country, with the variants that dictionaries list, folded to plain letters."""
    words: set[str] = set()
    for variety in (*VARIETIES, *(f"{one}_variant_1" for one in VARIETIES), "variant_1"):
        for size in SIZES:
            path = folder / f"{variety}-words.{size}"
            if size <= DICTIONARY and path.exists():
                words.update(path.read_text(encoding="latin-1").split())
    return {fold(word) for word in words if not word.endswith("'s")}


def write_dictionary(words: Iterable[str]) -> None:
    """Write the table of `copydesk.facts.words.dictionary`."""
    codes = array("I", sorted({code_of(word) for word in words}))
    if sys.byteorder == "big":
        codes.byteswap()
    PATH.write_bytes(MAGIC + codes.tobytes())


def write(name: str, words: Iterable[str]) -> None:
    """Write a list, one word a line, sorted."""
    (DATA / name).write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("scowl", type=Path)
    parser.add_argument("census", type=Path)
    given = parser.parse_args()
    DATA.mkdir(exist_ok=True)
    first_names = set(census(given.census, "dist.male.first")) | set(census(given.census, "dist.female.first"))
    capitalised = scowl(given.scowl, "upper", 60) | scowl(given.scowl, "proper-names", 60)
    names = {word.lower() for word in capitalised if not word.isupper()}
    write_dictionary(dictionary(given.scowl))
    write("ordinary.txt", {word.lower() for word in scowl(given.scowl, "words", 40)})
    write("given.txt", first_names)
    write("known.txt", (names | set(census(given.census, "dist.all.last")[:SURNAMES])) - first_names)


if __name__ == "__main__":
    main()
