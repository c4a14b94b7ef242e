"""What a worker leaves for the process that waits for it, and when each of the two ends.

A rule is anybody's code. It may end its process, crash it, or stay in a loop of C that no signal reaches. So a worker
notes which rule it asks, in a file that outlives it, and a clock that Python cannot hold up ends it when it stands
still. The process that waits reads from the notes whom to leave out.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import time
from collections.abc import Iterable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from copydesk.rules import patience

_NAME = 300  # bytes of a rule's name
_STUCK = ".stuck"  # ending of the file that a worker which stands still leaves its traceback in
_TO_END = 5.0  # seconds
_FROM_OUTSIDE = (None, -signal.SIGTERM, -9)  # how a process ends that others end


class Culprit(NamedTuple):
    """A rule that ended the process which asked it, and how, in a line."""

    rule: str
    how: str


class Notes:
    """The notes of this process, a worker."""

    def __init__(self, folder: Path) -> None:
        file = folder / str(os.getpid())
        self._notes = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        self._traceback = os.open(f"{file}{_STUCK}", os.O_RDWR | os.O_CREAT, 0o600)

    def asks(self, rule: str) -> None:
        """Note that a rule is asked, or none if the name is empty."""
        os.pwrite(self._notes, rule.encode("utf-8", "replace")[:_NAME].ljust(_NAME, b"\0"), 0)

    def lives(self, seconds: float) -> None:
        """End this process if it has not said so again, or that it rests, within some seconds."""
        faulthandler.dump_traceback_later(seconds, exit=True, file=self._traceback)

    def rests(self) -> None:
        """Stop that clock."""
        faulthandler.cancel_dump_traceback_later()


def take_notes(folder: Path) -> None:
    """Have the check of this process, a worker, leave notes in a folder."""
    patience.notes = Notes(folder)


def culprit(folder: Path, processes: Iterable[BaseProcess]) -> Culprit | None:
    """Return the rule that ended one of some workers; None if no rule did, but the system, or somebody."""
    for process in processes:
        code = _exit_code(process)
        if code in _FROM_OUTSIDE:
            continue
        file = folder / str(process.pid)
        try:
            rule = file.read_bytes().rstrip(b"\0").decode("utf-8", "replace")
            is_stuck = os.path.getsize(f"{file}{_STUCK}") > 0
        except OSError:
            continue
        if rule:
            return Culprit(rule, _how(code or 0, is_stuck=is_stuck))
    return None


def _exit_code(process: BaseProcess) -> int | None:
    """Return how a process ended, once it has. If a thread of the pool waits for it too, that one may be told first,
    and note the exit code a moment later.
    """
    until = time.monotonic() + _TO_END
    process.join(_TO_END)
    while process.exitcode is None and time.monotonic() < until:
        time.sleep(0.01)
    return process.exitcode


def _how(code: int, *, is_stuck: bool) -> str:
    if is_stuck:
        return f"it did not return within {patience.LIMIT:g} seconds, heard nothing, and was ended with its process"
    if code < 0:
        return f"its process crashed (signal {-code})"
    return f"it ended its process (exit code {code})"


def end_with_parent() -> None:
    """End this process when the one that started it has ended, however that was.

    Else it would keep pipes open that somebody waits for.
    """
    from multiprocessing import connection, parent_process
    from threading import Thread

    parent = parent_process()
    if parent is None:
        return

    def wait() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    Thread(target=wait, name="end-with-parent", daemon=True).start()
