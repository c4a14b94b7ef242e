"""Errors meant for the person at the keyboard."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+\b")
_LONGEST = 500  # characters of what somebody else's code says


class CopydeskError(Exception):
    """Something the user can act on. The message is one line: what, where, what to do."""


class BrokenDown(CopydeskError):
    """What went wrong in copydesk itself with one article. The others go on."""


@contextmanager
def broken_down() -> Iterator[None]:
    """Raise whatever goes wrong meanwhile as BrokenDown, in one line that says where. What a user can mend stays."""
    try:
        yield
    except (CopydeskError, MemoryError):
        raise
    except Exception as error:
        place = _place(error.__traceback__)
        raise BrokenDown(f"copydesk broke down on it, please report this: {in_a_line(error)} ({place})") from error


def _place(trace: TracebackType | None) -> str:
    """Return where an error was raised, as “file.py:12”."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "nowhere"
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"


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
