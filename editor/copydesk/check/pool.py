"""Checking in other processes: through any executor of `concurrent.futures`, a cluster's among them."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from copydesk.article import Source
from copydesk.check.desk import Desk
from copydesk.check.outcome import Outcome
from copydesk.check.settings import Settings
from copydesk.errors import CopydeskError

_BATCH_BYTES = 60_000  # of copy sent at once: some tens of milliseconds of work


@dataclass(frozen=True, slots=True)
class Job:
    """One file to check, as it was read. `number` is its place in the run."""

    number: int
    name: str
    raw: bytes
    settings: Settings


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


def spread(jobs: Iterable[Job], executor: Executor) -> Iterator[list[tuple[int, Outcome]]]:
    """Check jobs through an executor, and yield what becomes of them as it is done."""
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


def work(batch: Sequence[Job]) -> list[tuple[int, Outcome]]:
    """Check a batch. Runs in a worker, which keeps its desks from batch to batch."""
    outcomes = []
    for job in batch:
        desk = _desk(_Hashable(job.settings))
        outcomes.append((job.number, desk.outcome(desk.read(Source.from_bytes(job.raw, job.name)))))
    return outcomes


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
def _desk(key: _Hashable) -> Desk:
    return Desk(key.settings)


@contextmanager
def processes(number: int) -> Iterator[Executor]:
    """Open a pool of processes. Raises CopydeskError if a worker is killed while it is open."""
    import multiprocessing

    others = set(multiprocessing.active_children())
    # Spawned, not forked: a grammar engine may already run threads here.
    pool = ProcessPoolExecutor(number, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)
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


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
