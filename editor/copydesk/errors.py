"""Errors meant for the person at the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+\b")
_LONGEST = 500  # characters of what somebody else's code says


class CopydeskError(Exception):
    """Something the user can act on. The message is one line: what, where, what to do."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return “ Did you mean “…”?” for the known word closest to `word`, or an empty string."""
    import difflib  # to start without it is quicker

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean “{close[0]}”?" if close else ""


def in_a_line(error: BaseException) -> str:
    """Return what somebody else's code raised, with its kind, in one line that is the same every time."""
    try:
        said = str(error)
    except Exception:  # whatever it does when it is asked
        said = ""
    line = without_addresses(" ".join(f"{type(error).__name__}: {said}".split()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def without_addresses(said: str) -> str:
    """Return what Python says of an object without where it is in memory, which is another place in each run."""
    return _ADDRESS.sub("", said)
