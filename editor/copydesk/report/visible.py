"""Making text fit to print: control characters shown, never sent; columns counted as a terminal counts them."""

from __future__ import annotations

import re
import unicodedata

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡", 0x2028: "⏎", 0x2029: "⏎"}
# C1 controls, and marks that turn the direction of what follows: both can make a line say what it does not.
_PICTURES |= dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "�")
_PICTURES[0x09] = " "
# Half of a pair, as in a file name that is not UTF-8: no encoding has it, so printing it would end the report.
_NOT_WRITABLE = dict.fromkeys(range(0xD800, 0xE000), "�")
_PICTURES |= _NOT_WRITABLE


# What build servers take for a command in a log: GitHub's `::name::` at the beginning of a line, its older `##[name]`
# and Azure's `##vso[…]` anywhere in one, TeamCity's `##teamcity[…]`.
_COMMAND = re.compile(r"#(?=#(?:vso|teamcity)?\[)|^\s*:(?=:)", re.IGNORECASE | re.MULTILINE)
_JOINER = "\u2060"  # takes no room, and is no blank


def harmless(text: str) -> str:
    """Return lines for a log in which no build server finds a command: an invisible character breaks each up."""
    return _COMMAND.sub(lambda found: found[0] + _JOINER, text) if "::" in text or "##" in text else text


def harmless_markup(text: str) -> str:
    """Return HTML or XML text that reads the same, in which no build server finds a command."""
    return _COMMAND.sub(lambda found: f"{found[0][:-1]}&#{ord(found[0][-1])};", text)


def harmless_json(text: str) -> str:
    """Return JSON that means the same, in which no build server finds a command."""
    return _COMMAND.sub(r"\\u0023", text) if "##" in text else text


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
