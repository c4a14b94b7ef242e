"""Checking in the background: one worker process, asked about the newest text only, started again if it dies.

A process, not a thread: rules keep the interpreter busy, and a key press would wait for them. A plain process
and a pipe, not a pool: one that is stuck in a check can be ended at once when the editor leaves.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Protocol

from copydesk.session.work import Failure, Job, Reading

if TYPE_CHECKING:
    from copydesk.check.settings import Settings

Answer = Reading | Failure
Deliver = Callable[[Answer], None]


class Checker(Protocol):
    """Checks texts somewhere else. Answers come to what `start` was given, perhaps on another thread."""

    def start(self, deliver: Deliver) -> None: ...
    def ask(self, job: Job) -> None: ...
    def stop(self) -> None: ...


def _work(line: Connection, settings: Settings) -> None:
    from copydesk.session.worker import work  # with all the rules: in the worker process only

    work(line, settings)


class BackgroundChecker:
    """A checker with a worker process of its own.

    `ask` never waits. While the worker is busy only the newest job is kept. A job may be asked before `start`:
    its answer is delivered then.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._changed = threading.Condition()  # guards what follows
        self._deliver: Deliver | None = None
        self._undelivered: list[Answer] = []
        self._unanswered: Job | None = None
        self._next: Job | None = None
        self._restarts_left = 1
        self._stopped = False
        self._launch()

    def _launch(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(
            target=_work, args=(theirs, self._settings), name="copydesk-check", daemon=True
        )
        self._process.start()
        theirs.close()
        for loop in (self._listen, self._send):
            threading.Thread(target=loop, args=(self._line,), name="copydesk-check", daemon=True).start()

    def start(self, deliver: Deliver) -> None:
        """Have answers delivered from now on, on a thread that is not the caller's but for those already there."""
        with self._changed:
            self._deliver = deliver
            waiting, self._undelivered = self._undelivered, []
        for answer in waiting:
            deliver(answer)

    def ask(self, job: Job) -> None:
        """Check a text; an older one that is still waiting is forgotten."""
        with self._changed:
            self._next = self._unanswered = job
            self._changed.notify_all()

    def _send(self, line: Connection) -> None:
        """Pass jobs on, on a thread of its own: a long text waits in the pipe until the worker takes it."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._next is not None or self._gone(line))
                if self._gone(line):
                    return
                job, self._next = self._next, None
            try:
                line.send(job)
            except (OSError, ValueError):
                return  # the listener notices too, and has it asked again

    def _gone(self, line: Connection) -> bool:
        return self._stopped or line is not self._line

    def _listen(self, line: Connection) -> None:
        while True:
            try:
                answer: Answer = line.recv()
            except (EOFError, OSError):
                break
            with self._changed:
                answered = isinstance(answer, Failure) or answer.complete
                waiting = self._unanswered
                if answered and waiting and (isinstance(answer, Failure) or answer.revision == waiting.revision):
                    self._unanswered = None
            self._give(answer)
        self._lost(line)

    def _give(self, answer: Answer) -> None:
        with self._changed:
            deliver = self._deliver
            if deliver is None:
                self._undelivered.append(answer)
                return
        deliver(answer)

    def _lost(self, line: Connection) -> None:
        with self._changed:
            if self._gone(line):
                return
            self._restarts_left -= 1
            if self._restarts_left >= 0:
                self._next = self._unanswered
                self._launch()
                self._changed.notify_all()
                return
        self._give(Failure("The checks stopped working, twice. What you see may be out of date; you can still save."))

    def stop(self) -> None:
        """End the worker, whatever it is doing."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._process.kill()
        self._process.join(timeout=1)
        self._line.close()
