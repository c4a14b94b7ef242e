"""How long a rule may take over one article, and ending one that takes longer."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Protocol
from weakref import WeakKeyDictionary

from copydesk.errors import CopydeskError
from copydesk.rules.rule import Rule

LIMIT = 20.0  # seconds; a rule takes thousandths of one
GRACE = 10.0  # seconds more; a process that has not heard of the first limit by then stands still
LOADING = 60.0  # seconds that a plugin may take to be imported
_LOOKS = 20  # at the clock, within that time

MOST_CUTS = 3  # articles on which a rule is ended; after that it is left out

Clock = Callable[[str], None]


class Notes(Protocol):
    """What a worker notes for the process that waits for it; see `copydesk.check.supervision`."""

    def asks(self, rule: str) -> None: ...
    def lives(self, seconds: float) -> None: ...
    def rests(self) -> None: ...


notes: Notes | None = None  # of this process, where another waits for it


class Cut(CopydeskError):
    """A rule was ended because it took too long."""


class GivenUp(Exception):
    """A rule is not asked any more."""

    def __str__(self) -> str:
        return f"it was ended on {MOST_CUTS} articles before, and is not asked any more"


class Cuts:
    """On how many articles each rule was ended, in this process."""

    def __init__(self) -> None:
        self._counts: WeakKeyDictionary[Rule, int] = WeakKeyDictionary()

    def refuse(self, rule: Rule) -> None:
        """Raise GivenUp if a rule was ended too often."""
        if self._counts.get(rule, 0) >= MOST_CUTS:
            raise GivenUp

    def count(self, rule: Rule, error: BaseException) -> None:
        """Note that a rule has raised something."""
        if isinstance(error, (Cut, OutOfTime)):
            self._counts[rule] = self._counts.get(rule, 0) + 1


cuts = Cuts()


class OutOfTime(BaseException):
    """A rule took too long. No Exception: a rule that catches whatever comes does not catch this."""

    def __str__(self) -> str:
        return f"it did not return within {LIMIT:g} seconds and was ended"


def hears_interrupts() -> bool:
    """Whether Ctrl-C reaches this process. A worker hears of none: there an interrupt is a rule's own."""
    return signal.getsignal(signal.SIGINT) is not signal.SIG_IGN


@contextmanager
def noted(what: str) -> Iterator[None]:
    """Note meanwhile that this process does something that may end it, or stand still: importing a plugin."""
    if not notes:
        yield
        return
    notes.asks(what)
    notes.lives(LOADING)
    try:
        yield
    finally:
        notes.asks("")
        notes.rests()


@contextmanager
def patience() -> Iterator[Clock]:
    """Yield what is called with a rule's name where it begins, and with an empty one where it ends.

    In between OutOfTime is raised once it has taken longer than `LIMIT`: in Python code, in what waits, and in
    regular expressions. Of loops of C that never look for signals a worker's `notes` end the process. Signals reach
    only the main thread of a process: in another, and where a system has none, there is no limit. One timer serves
    all rules of an article, so that it costs some millionths of a second.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield notes.asks if notes else lambda rule: None
        return
    began: float | None = None

    def clock(rule: str) -> None:
        nonlocal began
        if notes:
            notes.asks(rule)
        began = time.monotonic() if rule else None

    def look(number: int, frame: FrameType | None) -> None:
        taken = time.monotonic() - began if began is not None else 0.0
        if taken > LIMIT:
            raise OutOfTime  # a rule that catches even this has until the clock outside of Python ends it
        if notes:
            notes.lives(LIMIT + GRACE - taken)

    before = signal.signal(signal.SIGALRM, look)
    running = signal.setitimer(signal.ITIMER_REAL, LIMIT / _LOOKS, LIMIT / _LOOKS)
    if notes:
        notes.lives(LIMIT + GRACE)
    try:
        yield clock
    finally:
        began = None
        if notes:
            notes.rests()
        signal.setitimer(signal.ITIMER_REAL, *running)
        signal.signal(signal.SIGALRM, before)
