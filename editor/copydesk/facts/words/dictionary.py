"""Which words English has, in any country's spelling: a compact table that opens at once.

The words are SCOWL's up to size 70, as large as a dictionary that one has on the desk; above that come words that
are likelier a slip for a commoner one (“curch”, “manged”). `tools/build_word_lists.py` makes the table.

Storage, little-endian: a magic number, then the CRC-32 of each word, sorted. One word in 25,000 that there is not is
taken for one that there is.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from bisect import bisect_left
from functools import cache
from pathlib import Path

from copydesk.errors import CopydeskError

PATH = Path(__file__).parent / "data" / "dictionary.bin"
MAGIC = b"CDWORDS\x01"


def is_word(word: str) -> bool:
    """Whether a dictionary has a word, or the word that this is the possessive of; capitals do not matter.

    Raises CopydeskError if the table is missing or damaged.
    """
    code = code_of(word.lower().replace("’", "'").removesuffix("'s"))
    codes = _codes()
    at = bisect_left(codes, code)
    return at < len(codes) and codes[at] == code


def code_of(word: str) -> int:
    """Return what stands for a word, in lower case, in the table."""
    return zlib.crc32(word.encode())


@cache
def _codes() -> array[int]:
    codes = array("I")
    try:
        data = PATH.read_bytes()
        codes.frombytes(data.removeprefix(MAGIC))
    except (OSError, ValueError) as error:
        raise CopydeskError(f"The dictionary cannot be read: {PATH}. Reinstall copydesk.") from error
    if not data.startswith(MAGIC) or codes.itemsize != 4:
        raise CopydeskError(f"The dictionary is damaged: {PATH}. Reinstall copydesk.")
    if sys.byteorder == "big":
        codes.byteswap()
    return codes
