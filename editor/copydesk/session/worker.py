"""The worker process: it keeps one desk, warm, and answers jobs until the line is cut."""

from __future__ import annotations

import copy
import inspect
import os
import signal
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection

from copydesk.article import Source
from copydesk.check.desk import Desk
from copydesk.check.outcome import Checked
from copydesk.check.settings import Settings
from copydesk.errors import CopydeskError
from copydesk.rules import Rule
from copydesk.session.work import Failure, Job, Reading, blocks_of


class Reader:
    """Reads jobs at a desk. Before the grammar engine is awake, a first answer comes from the rules alone."""

    def __init__(self, settings: Settings) -> None:
        self._desk = Desk(settings)
        self._reasons = {rule.name: reason_of(rule) for rule in self._desk.rules}
        self._awake = self._desk.engine is None

    def read(self, job: Job) -> Iterator[Reading]:
        """Yield one reading of the job, or two: a quick one first, then the complete one."""
        source = Source.from_text(job.text, job.name)
        if not self._awake:
            quick = copy.copy(self._desk)  # the same rules and the same cache
            quick.engine = None
            yield self._reading(quick, job, source, complete=False)
        yield self._reading(self._desk, job, source, complete=True)
        self._awake = True

    def _reading(self, desk: Desk, job: Job, source: Source, *, complete: bool) -> Reading:
        started = time.perf_counter()
        checked = desk.check_source(source)
        engine = self._desk.engine
        return Reading(
            revision=job.revision,
            findings=checked.findings,
            stetted=checked.stetted,
            notices=_notices(self._desk, checked) if complete else (),
            blocks=blocks_of(checked.article),
            reasons=self._reasons_for(checked),
            engine=f"{engine.name} {engine.version}" if engine else "",
            complete=complete,
            seconds=time.perf_counter() - started,
        )

    def _reasons_for(self, checked: Checked) -> dict[str, str]:
        found = {finding.rule for finding in checked.findings}
        return {rule: reason for rule, reason in self._reasons.items() if rule in found}


def reason_of(rule: Rule) -> str:
    """Return why an editor cares, in the rule's own words: its docstring's second paragraph, or the first."""
    paragraphs = (inspect.getdoc(rule) or "").split("\n\n")
    return " ".join(paragraphs[min(1, len(paragraphs) - 1)].split())


def _notices(desk: Desk, checked: Checked) -> tuple[str, ...]:
    crashes = (f"the rule {crash.rule} broke down: {crash.error}" for crash in checked.crashes)
    return (*desk.notices, *checked.notices, *crashes)


def work(line: Connection, settings: Settings) -> None:
    """Answer the jobs that come down the line with readings or failures, until it is closed. Runs in a process."""
    _leave_the_terminal_alone()
    try:
        reader = Reader(settings)
    except CopydeskError as error:
        reader, broken = None, Failure(error)
    except Exception as error:
        reader, broken = None, Failure(f"the checks cannot start: {type(error).__name__}: {error}")
    while True:
        try:
            job: Job = line.recv()
            while line.poll():
                job = line.recv()  # only the newest counts
            if reader is None:
                line.send(broken)
                continue
            for reading in reader.read(job):
                line.send(reading)
                if line.poll():
                    break  # the text has moved on: the newer job first
        except CopydeskError as error:
            line.send(Failure(error))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return
        except Exception as error:  # whatever broke, the editor goes on and may ask again
            line.send(Failure(f"the check broke down: {type(error).__name__}: {error}"))


def _leave_the_terminal_alone() -> None:
    """See to it that nothing said here reaches the screen, and that ctrl+c there does not end this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
