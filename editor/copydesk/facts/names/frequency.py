"""How common a word or a name is in English: a compact table that opens at once.

`zipf` gives the logarithm of how often a word stands in a thousand million words: “the” has 7.7, “Egypt” 4.5,
“Khodorkovsky” 1.6, and what is in no list 0. A slip has no frequency of its own, so the table tells a well-known
name and its misspelling from two well-known names. `tools/build_word_frequencies.py` makes it; the data are from
wordfreq (CC BY-SA 4.0) and the 1990 US census.

Storage: a hash index over mmap. Little-endian: the header; where each bucket starts (u32 each, one more than
there are buckets); the entries (a fingerprint of 16 bits and a level of 8 each). The high 16 bits of a word's
CRC-32 choose the bucket, the low ones are the fingerprint; one unknown word in 14,000 is taken for a known one.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from functools import cache, lru_cache
from pathlib import Path

from copydesk.errors import CopydeskError

PATH = Path(__file__).parent / "data" / "frequency.bin"

# The format, shared with tools/build_word_frequencies.py.
MAGIC = b"CDFREQ\x00\x01"
HEADER = struct.Struct("<8sI")  # magic, number of entries
ENTRY = struct.Struct("<HB")
BUCKETS = 1 << 16
STEP = 0.05  # what one level is worth

_STARTS = struct.Struct("<2I")
_ENTRIES_AT = HEADER.size + 4 * (BUCKETS + 1)


def address(word: str) -> tuple[int, int]:
    """Return the bucket and the fingerprint of a plain word."""
    code = zlib.crc32(word.encode())
    return code >> 16, code & 0xFFFF


@lru_cache(maxsize=20_000)
def zipf(word: str) -> float:
    """Return how common a plain word is: the logarithm of its count in a thousand million words, 0 if unknown.

    Takes a word as `similarity.plain` returns it. Raises CopydeskError if the table is missing or damaged.
    """
    table = _table()
    bucket, fingerprint = address(word)
    start, end = _STARTS.unpack_from(table, HEADER.size + 4 * bucket)
    entries = table[_ENTRIES_AT + ENTRY.size * start : _ENTRIES_AT + ENTRY.size * end]
    for known, level in ENTRY.iter_unpack(entries):
        if known == fingerprint:
            return float(round(level * STEP, 2))
    return 0.0


@cache
def _table() -> mmap.mmap:
    try:
        with PATH.open("rb") as file:
            table = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, count = HEADER.unpack_from(table)
    except (OSError, ValueError, struct.error) as error:
        raise CopydeskError(f"The table of word frequencies cannot be read: {PATH}. Reinstall copydesk.") from error
    if magic != MAGIC or len(table) != _ENTRIES_AT + ENTRY.size * count:
        raise CopydeskError(f"The table of word frequencies is damaged: {PATH}. Reinstall copydesk.")
    return table
