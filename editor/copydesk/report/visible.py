"""Making text fit to print: control characters shown, never sent; columns counted as a terminal counts them."""

from __future__ import annotations

import unicodedata

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡", 0x2028: "⏎", 0x2029: "⏎"}
# C1 controls, and marks that turn the direction of what follows: both can make a line say what it does not.
_PICTURES |= dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "�")
_PICTURES[0x09] = " "
# Half of a pair, as in a file name that is not UTF-8: no encoding has it, so printing it would end the report.
_NOT_WRITABLE = dict.fromkeys(range(0xD800, 0xE000), "�")
_PICTURES |= _NOT_WRITABLE


def visible(text: str) -> str:
    """Return `text` with every control character replaced by one visible character, code point for code point."""
    return text.translate(_PICTURES)


def writable(text: str) -> str:
    """Return `text` as UTF-8 can carry it: a lone surrogate becomes U+FFFD. The rest is data, and kept."""
    return text if text.isascii() else text.translate(_NOT_WRITABLE)


def width(text: str) -> int:
    """Return how many terminal columns `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
