"""Errors meant for the person at the keyboard."""

from __future__ import annotations

from collections.abc import Iterable


class CopydeskError(Exception):
    """Something the user can act on. The message is one line: what, where, what to do."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return “ Did you mean “…”?” for the known word closest to `word`, or an empty string."""
    import difflib  # to start without it is quicker

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean “{close[0]}”?" if close else ""
