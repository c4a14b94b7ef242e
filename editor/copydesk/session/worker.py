"""The worker process: it keeps one desk, warm, and answers jobs until the line is cut."""

from __future__ import annotations

import copy
import inspect
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection

from copydesk.article import Source
from copydesk.check.cache import RemarkCache
from copydesk.check.desk import Desk
from copydesk.check.engine import deeper, engine_of, in_language_of
from copydesk.check.outcome import Checked
from copydesk.check.settings import GRAMMAR, Settings
from copydesk.check.supervision import end_with_parent
from copydesk.engines.remembered import Store
from copydesk.errors import CopydeskError, in_a_line
from copydesk.rules import Rule
from copydesk.session.work import Failure, Job, Reading, blocks_of

_LOOK = 0.02  # seconds between looks whether there is a newer job


class Reader:
    """Reads jobs at a desk. Before a grammar engine is awake, a first answer comes from what is there without it.

    With the engine “auto”, that is Harper before LanguageTool, and Harper alone if LanguageTool fails.
    """

    def __init__(self, settings: Settings, store: Store | None = None) -> None:
        self._desk = Desk(settings, store)
        self._reasons = {rule.name: reason_of(rule) for rule in self._desk.rules}
        self._awake = self._desk.engine is None
        self._is_slow = settings.engine_used in ("languagetool", "both")
        self._deeper = self._deeper_desk(settings)
        self._deeper_awake = False
        self._complaint = ""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="grammar")

    def _deeper_desk(self, settings: Settings) -> Desk | None:
        """Return a desk with LanguageTool, if the settings leave the engine open and it is set up."""
        deep = deeper(settings)
        if deep is None:
            return None
        desk = copy.copy(self._desk)  # the same rules and the same cache
        try:
            desk.settings, desk.engine = deep, engine_of(deep, "", self._desk.store)
        except CopydeskError as error:
            self._desk.notices.append(str(error))
            return None
        return desk

    def read(self, job: Job, newer: Callable[[], bool] = lambda: False) -> Iterator[Reading]:
        """Yield the readings of the job: quick ones first, and the complete one last.

        LanguageTool is not waited for once there is a `newer` job; what it finds all the same it remembers.
        """
        source = Source.from_text(job.text, job.name)
        if not self._awake:
            quick = copy.copy(self._desk)
            quick.engine = None
            yield self._reading(quick, job, source, complete=False)
        if self._is_slow and not self._has_asked(self._desk, source, newer):
            return
        if self._deeper is None or not self._deeper_awake:
            yield self._reading(self._desk, job, source, complete=self._deeper is None)
            self._awake = True
        if self._deeper is None or not self._has_asked(self._deeper, source, newer):
            return
        reading = self._reading(self._deeper, job, source, complete=True)
        if self._complaint:
            # Harper's word stands, with the reason beside it, and LanguageTool is left alone from now on.
            self._deeper = None
            self._desk.notices.append(f"{self._complaint}. Grammar is Harper's from now on")
            reading = self._reading(self._desk, job, source, complete=True)
        self._deeper_awake = True
        yield reading

    def _has_asked(self, desk: Desk, source: Source, newer: Callable[[], bool]) -> bool:
        """Ask LanguageTool on a thread. Returns whether it has answered, or failed, before there was a newer job."""
        assert desk.engine is not None
        article = desk.read(source)
        engine = in_language_of(article, desk.engine, desk.settings, desk.store)
        asked = self._thread.submit(engine.check, article.parts)
        while True:
            try:
                asked.exception(timeout=_LOOK)
            except TimeoutError:
                if newer():
                    return False
            else:
                return True

    def _reading(self, desk: Desk, job: Job, source: Source, *, complete: bool) -> Reading:
        started = time.perf_counter()
        checked = desk.check_source(source)
        if desk is self._deeper:
            self._complaint = next((crash.error for crash in checked.crashes if crash.rule == GRAMMAR), "")
        engine = desk.engine or self._desk.engine
        return Reading(
            revision=job.revision,
            findings=checked.findings,
            stetted=checked.stetted,
            notices=self._notices(checked) if complete else (),
            blocks=blocks_of(checked.article),
            reasons=self._reasons_for(checked),
            engine=f"{engine.name} {engine.version}" if engine else "",
            complete=complete,
            seconds=time.perf_counter() - started,
        )

    def _notices(self, checked: Checked) -> tuple[str, ...]:
        crashes = (f"the rule {crash.rule} broke down: {crash.error}" for crash in checked.crashes)
        store = self._desk.store
        return (*checked.notices, *crashes, *([store.problem] if store and store.problem else ()))

    def _reasons_for(self, checked: Checked) -> dict[str, str]:
        found = {finding.rule for finding in checked.findings}
        return {rule: reason for rule, reason in self._reasons.items() if rule in found}


def reason_of(rule: Rule) -> str:
    """Return why an editor cares, in the rule's own words: its docstring's second paragraph, or the first."""
    paragraphs = (inspect.getdoc(rule) or "").split("\n\n")
    return " ".join(paragraphs[min(1, len(paragraphs) - 1)].split())


def work(line: Connection, settings: Settings) -> None:
    """Answer the jobs that come down the line with readings or failures, until it is closed. Runs in a process."""
    _leave_the_terminal_alone()
    end_with_parent()
    try:
        reader = Reader(settings, RemarkCache())
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
            for reading in reader.read(job, line.poll):
                line.send(reading)
                if line.poll():
                    break  # the text has moved on: the newer job first
        except CopydeskError as error:
            line.send(Failure(error))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return
        except Exception as error:  # whatever broke, the editor goes on and may ask again
            line.send(Failure(f"the check broke down: {in_a_line(error)}"))


def _leave_the_terminal_alone() -> None:
    """See to it that nothing said here reaches the screen, and that ctrl+c there does not end this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
