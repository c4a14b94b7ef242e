"""Checking in other processes: through any executor of `concurrent.futures`, a cluster's among them."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import lru_cache

import msgspec

from copydesk.article import Source
from copydesk.check.desk import Desk
from copydesk.check.outcome import Outcome, read_article
from copydesk.check.settings import Settings
from copydesk.errors import CopydeskError

_BATCH_BYTES = 20_000  # of copy sent at once: some tens of milliseconds of work


class Job(msgspec.Struct, frozen=True):
    """One file to check, as it was read. `number` is its place in the run.

    Where it `remembers`, what the grammar engine says of its paragraphs is kept on disk.
    """

    number: int
    name: str
    raw: bytes
    settings: Settings
    remembers: bool = False


class Done(msgspec.Struct, frozen=True):
    """What became of a batch: outcomes by the number of their job, and what is wrong with the cache, if anything."""

    outcomes: list[tuple[int, Outcome]]
    problem: str = ""


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
    if isinstance(executor, _Forking) and jobs and not jobs[0].settings.engine_used:
        # Rules imported, patterns compiled, word lists read: workers that are forked now have all that.
        yield work(jobs[:1])
        jobs = jobs[1:]
    with _without_interrupts():
        waiting = [executor.submit(work, batch) for batch in batches(jobs)]
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
    outcomes = []
    problem = ""
    for job in batch:
        desk = _desk(_Hashable(job.settings), job.remembers)
        try:
            # With a memory of its own, which goes with it: another article has other paragraphs.
            article = read_article(Source.from_bytes(job.raw, job.name), job.settings)
        except CopydeskError:  # no article: whoever reads it for the report says why
            continue
        outcomes.append((job.number, desk.outcome(article)))
        problem = problem or (desk.store.problem if desk.store else "")
    return Done(outcomes, problem)


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


@contextmanager
def processes(number: int) -> Iterator[Executor]:
    """Open a pool of processes. Raises CopydeskError if a worker is killed while it is open."""
    import multiprocessing

    others = set(multiprocessing.active_children())
    pool = _pool(number)
    try:
        yield pool
    except BrokenProcessPool:
        raise CopydeskError("a worker process was killed, perhaps for want of memory; try --jobs 1") from None
    except KeyboardInterrupt:
        for process in set(multiprocessing.active_children()) - others:
            process.kill()  # what they have in hand may take long, and nobody waits for it any more
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Forking(ProcessPoolExecutor):
    """A pool whose workers begin, with the first job, as copies of this process: what is ready here, they have."""


def _pool(number: int) -> ProcessPoolExecutor:
    import multiprocessing

    forks = _is_alone()
    kind = _Forking if forks else ProcessPoolExecutor
    context = multiprocessing.get_context("fork" if forks else "spawn")
    return kind(number, mp_context=context, initializer=_begin)


def _is_alone() -> bool:
    """Whether this process has one thread. To fork another is unsafe: a thread of an engine's may hold a lock."""
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False  # no Linux; elsewhere the system's own libraries do not bear forking


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdout = sys.stderr  # that of the process that is waited for is for its report
    # What a check makes goes when its article goes, hardly ever in circles: to look for those would cost a tenth.
    gc.freeze()
    gc.set_threshold(500_000, 50, 50)
