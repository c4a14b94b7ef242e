"""Character references: `&amp;`, `&#287;`, and in HTML `&copy` without its semicolon too."""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_UNSEEN = "\xad\u200b"  # soft hyphen, zero-width space: places to break a word, not characters of it


def reference_at(text: str, position: int, *, open_ended: bool = False) -> tuple[str, int] | None:
    """Return what the character reference at an `&` shows, and where it ends; None if there is none.

    `open_ended` ones, as in HTML, need no semicolon where the name is an old one.
    """
    match = _REFERENCE.match(text, position)
    if match is None:
        return None
    reference = match.group()
    if reference[1] == "#":
        if reference[-1] != ";" and not open_ended:
            return None
        from html import unescape

        return _seen(unescape(reference)), match.end()
    from html.entities import html5

    if (seen := html5.get(reference[1:])) is not None and (open_ended or reference[-1] == ";"):
        return _seen(seen), match.end()
    if open_ended:
        for length in range(len(reference) - 1, 2, -1):  # “&notit;” shows “¬it;”
            if (seen := html5.get(reference[1:length])) is not None:
                return _seen(seen), position + length
    return None


def _seen(characters: str) -> str:
    return "" if characters in _UNSEEN else characters
