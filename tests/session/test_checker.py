"""The worker process: it answers, forgets what is out of date, is started again when it dies, and ends at once."""

from __future__ import annotations

import os
import queue
import signal
from collections.abc import Iterator
from multiprocessing import Pipe
from threading import Thread

import pytest

from copydesk.check.settings import Grammar, Settings
from copydesk.session import Job
from copydesk.session.checker import Answer, BackgroundChecker
from copydesk.session.work import Failure, Reading
from copydesk.session.worker import Reader, work

TEXT = "A headline\n\nBecause, this is so.\n"
QUICK = Settings(select=("Grammar.StrayComma",), grammar=Grammar(engine="off"))
PATIENCE = 20  # seconds; a worker is ready in one


class Inbox:
    """Keeps what a checker delivers."""

    def __init__(self) -> None:
        self._answers: queue.Queue[Answer] = queue.Queue()

    def __call__(self, answer: Answer) -> None:
        self._answers.put(answer)

    def reading(self, revision: int) -> Reading:
        while True:
            answer = self._answers.get(timeout=PATIENCE)
            if isinstance(answer, Reading) and answer.revision == revision and answer.complete:
                return answer

    def failure(self) -> Failure:
        while True:
            answer = self._answers.get(timeout=PATIENCE)
            if isinstance(answer, Failure):
                return answer


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def checker(inbox: Inbox) -> Iterator[BackgroundChecker]:
    checker = BackgroundChecker(QUICK)
    yield checker
    checker.stop()


def test_a_worker_answers_dies_and_answers_again(checker: BackgroundChecker, inbox: Inbox) -> None:
    checker.ask(Job(0, "article.txt", TEXT))
    checker.start(inbox)
    reading = inbox.reading(0)
    assert [finding.rule for finding in reading.findings] == ["Grammar.StrayComma"]
    assert reading.reasons["Grammar.StrayComma"]
    assert [block.kind for block in reading.blocks] == ["headline", "paragraph"]

    for revision in range(1, 30):
        checker.ask(Job(revision, "article.txt", TEXT * revision))
    assert len(inbox.reading(29).findings) == 29

    checker.ask(Job(30, "article.txt", "   \n"))
    assert "is empty" in inbox.failure()
    checker.ask(Job(31, "article.txt", TEXT))
    assert inbox.reading(31).findings

    _kill(checker)
    checker.ask(Job(32, "article.txt", TEXT))
    assert inbox.reading(32).findings, "started again"
    _kill(checker)
    assert "stopped working" in inbox.failure()
    checker.ask(Job(33, "article.txt", TEXT))  # nobody is there, and nothing breaks


def _kill(checker: BackgroundChecker) -> None:
    pid = checker._process.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)


def test_a_worker_ends_at_once(inbox: Inbox) -> None:
    checker = BackgroundChecker(QUICK)
    checker.start(inbox)
    checker.ask(Job(0, "article.txt", TEXT * 2000))
    checker.stop()
    assert not checker._process.is_alive()
    checker.ask(Job(1, "article.txt", TEXT))


def test_settings_that_cannot_be_used_are_said_with_every_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.session.worker._leave_the_terminal_alone", lambda: None)
    ours, theirs = Pipe()
    thread = Thread(target=work, args=(theirs, Settings(select=("Names.Nonesuch", "Nones"))))
    thread.start()
    ours.send(Job(0, "article.txt", TEXT))
    answer = ours.recv()
    assert isinstance(answer, Failure)
    assert "Nones" in answer
    ours.close()
    thread.join(timeout=PATIENCE)
    assert not thread.is_alive(), "a cut line ends the work"


def test_a_first_answer_comes_before_the_grammar_engine_is_awake(monkeypatch: pytest.MonkeyPatch) -> None:
    class Engine:
        name, version = "slow", "1.0"

        def start(self) -> None: ...

        def speaks(self, language: str) -> bool:
            return True

        def notices(self, parts: object) -> tuple[str, ...]:
            return ()

        def check(self, parts):  # type: ignore[no-untyped-def]
            return [() for _ in parts]

    monkeypatch.setattr("copydesk.check.desk.engine_of", lambda *_: Engine())
    reader = Reader(Settings(select=("Grammar",), grammar=Grammar(engine="harper")))
    readings = list(reader.read(Job(0, "article.txt", TEXT)))
    assert [reading.complete for reading in readings] == [False, True]
    assert [len(reading.findings) for reading in readings] == [1, 1]
    assert readings[1].engine == "slow 1.0"
    assert [reading.complete for reading in reader.read(Job(1, "article.txt", TEXT))] == [True]
