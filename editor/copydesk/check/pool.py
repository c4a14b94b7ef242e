"""Checking in other processes: through any executor of `concurrent.futures`, a cluster's among them."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import lru_cache
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import msgspec

from copydesk.article import Source
from copydesk.check.desk import Desk
from copydesk.check.outcome import Outcome, read_article
from copydesk.check.settings import Settings
from copydesk.check.supervision import culprit, end_with_parent, take_notes
from copydesk.errors import BrokenDown, CopydeskError
from copydesk.rules.loading import Broken, plugin_in

_LAST_WORDS = 2.0  # seconds that a worker may take to end by itself
_BATCH_BYTES = 20_000  # of copy sent at once: some tens of milliseconds of work


class Job(msgspec.Struct, frozen=True):
    """One file to check, as it was read. `number` is its place in the run.

    Where it `remembers`, what the grammar engine says of its paragraphs is kept on disk. Rules that are `gone` are
    not asked.
    """

    number: int
    name: str
    raw: bytes
    settings: Settings
    remembers: bool = False
    gone: Mapping[str, str] = {}


class Done(msgspec.Struct, frozen=True):
    """What became of a batch: outcomes by the number of their job, and what is wrong with the cache, if anything.

    `numbers` are those of all its jobs; `broken` says on which of them the check broke down, and how.
    """

    outcomes: list[tuple[int, Outcome]]
    problem: str = ""
    numbers: tuple[int, ...] = ()
    broken: tuple[tuple[int, str], ...] = ()


def batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """Put jobs together so that sending them costs little beside the work."""
    batch: list[Job] = []
    size = 0
    for job in jobs:
        batch.append(job)
        size += len(job.raw)
        if size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def spread(jobs: Sequence[Job], executor: Executor) -> Iterator[Done]:
    """Check jobs through an executor, and yield what becomes of them as it is done."""
    return _spread(batches(jobs), executor)


def _spread(given: Iterable[Sequence[Job]], executor: Executor) -> Iterator[Done]:
    with _without_interrupts():
        waiting = [executor.submit(work, batch) for batch in given]
    for future in as_completed(waiting):
        yield future.result()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold back Ctrl-C meanwhile. Processes that start here never hear it: they leave it to this one to end them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def work(batch: Sequence[Job]) -> Done:
    """Check a batch, except what cannot be read. Runs in a worker, which keeps its desks from batch to batch."""
    outcomes, broken = [], []
    problem = ""
    for job in batch:
        desk = _desk(_Hashable(job.settings), job.remembers)
        desk.gone = job.gone
        try:
            # With a memory of its own, which goes with it: another article has other paragraphs.
            article = read_article(Source.from_bytes(job.raw, job.name), job.settings)
        except CopydeskError:  # no article: whoever reads it for the report says why
            continue
        try:
            outcomes.append((job.number, desk.outcome(article)))
        except BrokenDown as error:
            broken.append((job.number, str(error)))
        problem = problem or (desk.store.problem if desk.store else "")
    return Done(outcomes, problem, tuple(job.number for job in batch), tuple(broken))


class _Hashable:
    """Settings as a key: they are equal if they read the same."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._text = repr(settings)

    def __hash__(self) -> int:
        return hash(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashable) and self._text == other._text


@lru_cache(maxsize=8)
def _desk(key: _Hashable, remembers: bool) -> Desk:
    if not remembers:
        return Desk(key.settings)
    from copydesk.check.cache import RemarkCache

    return Desk(key.settings, RemarkCache())


class Workers:
    """Processes on this machine that check files. They begin when they are needed, and end with this.

    A rule that ends the process which asks it is left out of all that is not done by then; `gone` says which, and
    how each did it. Where one may do so, the workers are `wary`: nothing is asked in this process, and files go one
    by one.
    """

    def __init__(self, number: int, *, wary: bool) -> None:
        self._number = number
        self._wary = wary
        self._pool: ProcessPoolExecutor | None = None
        self._begun: list[BaseProcess] = []
        self.gone: dict[str, str] = {}

    def __enter__(self) -> Workers:
        from tempfile import TemporaryDirectory

        self._notes = TemporaryDirectory(prefix="copydesk-", ignore_cleanup_errors=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, *how: object) -> None:
        self._end(at_once=kind is not None)
        self._notes.cleanup()

    def check(self, jobs: Sequence[Job]) -> Iterator[Done]:
        """Check jobs, and yield what becomes of them as it is done.

        Raises CopydeskError if a worker is killed, and no rule did it.
        """
        waiting = {job.number: job for job in jobs}
        for done in self._checked(waiting):
            for number in done.numbers:
                del waiting[number]
            yield done

    def _checked(self, waiting: Mapping[int, Job]) -> Iterator[Done]:
        while waiting:
            if self._pool is None:
                self._pool = self._new_pool()
                if self._is_warmed_here(next(iter(waiting.values()))):
                    # Rules imported, patterns compiled, word lists read: workers that are forked now have all that.
                    yield work(list(waiting.values())[:1])
            jobs = [msgspec.structs.replace(job, gone=self.gone) for job in waiting.values()]
            try:
                yield from _spread(([job] for job in jobs) if self._wary else batches(jobs), self._pool)
            except BrokenProcessPool:
                self._leave_out_who_did_it()

    def _is_warmed_here(self, first: Job) -> bool:
        return isinstance(self._pool, _Forking) and not self._wary and not first.settings.engine_used

    def _leave_out_who_did_it(self) -> None:
        begun, folder = self._begun, Path(self._notes.name)
        self._end(at_once=True)
        found = culprit(folder, begun)
        if found is not None and (plugin := plugin_in(found.rule)):
            raise CopydeskError(str(Broken(plugin, found.how)))
        if found is None or found.rule in self.gone:
            raise CopydeskError("a worker process was killed, perhaps for want of memory; try --jobs 1")
        self.gone[found.rule] = found.how

    def _new_pool(self) -> ProcessPoolExecutor:
        import multiprocessing

        forks = _is_alone()
        self._begun = []
        context: Any = _Recording(multiprocessing.get_context("fork" if forks else "spawn"), self._begun)
        kind: type[ProcessPoolExecutor] = _Forking if forks else ProcessPoolExecutor
        return kind(self._number, mp_context=context, initializer=_begin, initargs=(Path(self._notes.name),))

    def _end(self, *, at_once: bool) -> None:
        """End the workers. A thread that a plugin began may hold one up, and what it has in hand."""
        if self._pool is None:
            return
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in self._begun:
            if not at_once:
                process.join(_LAST_WORDS)
            if process.is_alive():
                process.kill()
        self._pool.shutdown(wait=True)
        self._pool = None


class _Forking(ProcessPoolExecutor):
    """A pool whose workers begin, with the first job, as copies of this process: what is ready here, they have."""


class _Recording:
    """A context of multiprocessing that notes which processes it has made."""

    def __init__(self, context: Any, made: list[BaseProcess]) -> None:
        self._context = context
        self._made = made

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def Process(self, *given: Any, **named: Any) -> BaseProcess:
        process: BaseProcess = self._context.Process(*given, **named)
        self._made.append(process)
        return process


def _is_alone() -> bool:
    """Whether this process has one thread. To fork another is unsafe: a thread of an engine's may hold a lock."""
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False  # no Linux; elsewhere the system's own libraries do not bear forking


def _begin(notes: Path) -> None:
    end_with_parent()
    take_notes(notes)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdout = sys.stderr  # that of the process that is waited for is for its report
    # What a check makes goes when its article goes, hardly ever in circles: to look for those would cost a tenth.
    gc.freeze()
    gc.set_threshold(500_000, 50, 50)
