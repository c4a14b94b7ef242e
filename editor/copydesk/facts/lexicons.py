"""Lexicons: word lists kept as data, in the plain part of YAML that people edit by hand.

A file has keys, and under each a text of words or a list of texts:

    said: say tell add state
      announce report
    pairs:
    - rise climb / fall decline

It is read here rather than by a YAML library because every check reads it and the import of that library alone
costs more than all the lexicons; a test holds the two to the same result.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

Lexicon = dict[str, str | list[str]]


@cache
def read(path: Path) -> Lexicon:
    """Return what a lexicon has under each of its keys: words parted by blanks, or a list of lines.

    Raises ValueError, with file and line, for a line that is none of these.
    """
    found: Lexicon = {}
    key = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = line.partition(" #")[0].rstrip()
        if not text or text.startswith("#"):
            continue
        held = found.get(key)
        if text.startswith("- ") and key and (held == "" or isinstance(held, list)):
            found[key] = [*(held or []), _bare(text[2:])]
        elif text[0] == " " and isinstance(held, str):
            found[key] = f"{held} {_bare(text)}".strip()
        elif text[0] not in " -" and (text.endswith(":") or ": " in text):
            key, _, rest = text.partition(":")
            found[key] = _bare(rest)
        else:
            raise ValueError(f"{path.name}, line {number}: no key, no words and no list of a lexicon")
    return found


def words(path: Path, key: str) -> list[str]:
    """Return the words under a key, whether they stand in one text or in a list of lines."""
    held = read(path)[key]
    return held.split() if isinstance(held, str) else [word for line in held for word in line.split()]


def lines(path: Path, key: str) -> list[str]:
    """Return the lines under a key."""
    held = read(path)[key]
    return [held] if isinstance(held, str) else held


def _bare(text: str) -> str:
    text = text.strip()
    return text[1:-1] if text[:1] == '"' and text[-1:] == '"' and len(text) > 1 else text
