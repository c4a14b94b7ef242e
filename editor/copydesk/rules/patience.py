"""How long a rule may take over one article, and ending one that takes longer."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

LIMIT = 20.0  # seconds; a rule takes thousandths of one
_LOOKS = 20  # at the clock, within that time

Clock = Callable[[bool], None]


class OutOfTime(BaseException):
    """A rule took too long. No Exception: a rule that catches whatever comes does not catch this."""

    def __str__(self) -> str:
        return f"it did not return within {LIMIT:g} seconds and was ended"


@contextmanager
def patience() -> Iterator[Clock]:
    """Yield what is called with True where a rule begins and with False where it ends.

    In between OutOfTime is raised once it has taken longer than `LIMIT`: in Python code, in what waits, and in
    regular expressions. Loops of C that never look for signals are not ended. Signals reach only the main thread of a
    process: in another, and where a system has none, there is no limit. One timer serves all rules of an article, so
    that it costs some millionths of a second.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield lambda begins: None
        return
    began: float | None = None

    def clock(begins: bool) -> None:
        nonlocal began
        began = time.monotonic() if begins else None

    def look(number: int, frame: FrameType | None) -> None:
        if began is not None and time.monotonic() - began > LIMIT:
            raise OutOfTime

    before = signal.signal(signal.SIGALRM, look)
    running = signal.setitimer(signal.ITIMER_REAL, LIMIT / _LOOKS, LIMIT / _LOOKS)
    try:
        yield clock
    finally:
        began = None
        signal.setitimer(signal.ITIMER_REAL, *running)
        signal.signal(signal.SIGALRM, before)
