"""Many processes: the same answer as one, and nothing by halves where one dies or is interrupted."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import Result

import copydesk.check.run as run_module
from copydesk.check.pool import Job, batches
from copydesk.check.put_away import PutAway
from copydesk.check.run import Choice, Runner
from copydesk.check.settings import Settings
from copydesk.report import report_named

Run = Callable[..., Result]
COPYDESK = Path(sys.executable).with_name("copydesk")
TEXT = (
    "Headline number {n}\n\nThe train left Kiev on Monday. Because, it was so.\n\nIt was late again, said {n} men.\n"
)
FEW = ("--select", "Names.OutdatedName,Slow", "--format", "json")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number in range(12):
        path = tmp_path / "archive" / f"{number % 3}" / f"{number:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(n=number))
    (tmp_path / "archive/1/broken.txt").write_bytes(b"\x7fELF\0")
    return tmp_path / "archive"


def test_any_number_of_jobs_and_any_order_of_arguments(archive: Path, run: Run) -> None:
    folders = ["archive/0", "archive/1", "archive/2"]
    orders = (
        ["archive"],
        folders,
        folders[::-1],
        [*folders, "archive/0/00.txt", "archive/2"],
        ["./archive/1", "archive"],
    )
    for name in ("json", "text", "sarif"):
        said = {
            run("check", *paths, "--no-cache", "--jobs", jobs, "--select", "Names,Units", "--format", name).stdout
            for jobs in (1, 2)
            for paths in (orders if jobs == 1 else orders[2:3])
        }
        said |= {run("check", *paths, "--select", "Names,Units", "--format", name).stdout for paths in orders}
        assert len(said) == 1


def test_files_come_in_order_each_once(archive: Path, run: Run) -> None:
    report = json.loads(run("check", "archive/2", "archive", "archive/0/00.txt", "--no-cache", *FEW[:1], "Names",
                            "--format", "json").stdout)  # fmt: skip
    paths = [file["path"] for file in report["files"]]
    assert paths == sorted(set(paths))
    assert len(paths) == 13


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("name", ["0/00.txt", "2/99.txt"])  # the first, which is checked here, and the last
def test_a_file_without_an_article_is_said_and_counted(archive: Path, jobs: int, name: str) -> None:
    (archive / name).write_text("\n")
    ticks: list[int] = []
    results = Runner(Choice(select=("Names",)), jobs=jobs, tick=ticks.append).run([archive])
    errors = {file.path: file.error for file in results.files if file.error}
    assert errors[str(archive / name)] == "is empty: there is nothing to check"
    assert len(errors) == 2
    assert sum(ticks) == len(results.files)


def test_batches_are_small_and_lose_nothing() -> None:
    jobs = [
        Job(number, "a.txt", b"x" * size, Settings()) for number, size in enumerate([10, 100_000, 30_000, 40_000, 1])
    ]
    assert [[job.number for job in batch] for batch in batches(jobs)] == [[0, 1], [2], [3], [4]]


def test_any_executor_will_do(archive: Path) -> None:
    with ThreadPoolExecutor(2) as executor:
        results = Runner(Choice(select=("Names",)), executor=executor).run([archive])
    plain = Runner(Choice(select=("Names",))).run([archive])
    assert [(file.path, file.error, file.findings) for file in results.files] == [
        (file.path, file.error, file.findings) for file in plain.files
    ]


# A plugin that takes its time, so that there is something to interrupt.

SLOW = '''
import os, signal, time
from copydesk.rules import Rule

class Slow(Rule):
    """Takes its time."""

    name = "Slow.Rule"

    def check(self, article):
        open(os.environ["SLOW_LOG"], "a").write("x")
        if "number 7" in article.text and os.environ.get("SLOW_DIES"):
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(float(os.environ.get("SLOW_SECONDS", "0")))
        return iter(())
'''


@pytest.fixture
def slow(tmp_path: Path, cache_folder: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts the command in a process group of its own, with a slow rule."""
    plugin = tmp_path / "plugin"
    (plugin / "slow-1.0.dist-info").mkdir(parents=True)
    (plugin / "slow-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: slow\nVersion: 1.0\n")
    (plugin / "slow-1.0.dist-info/entry_points.txt").write_text("[copydesk.rules]\nSlow = slow_rule\n")
    (plugin / "slow_rule.py").write_text(SLOW)
    log = tmp_path / "log"
    begun: list[subprocess.Popen[str]] = []

    def start(*arguments: str, **settings: str) -> subprocess.Popen[str]:
        log.write_text("")
        process = subprocess.Popen(
            [COPYDESK, "check", *arguments],
            env=os.environ | {"PYTHONPATH": str(plugin), "SLOW_LOG": str(log)} | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=hears_interrupts,
        )
        begun.append(process)
        return process

    yield start
    for process in begun:
        if process.poll() is None:
            process.kill()
            process.communicate()


def hears_interrupts() -> None:
    """Take Ctrl-C as usual: whoever runs the tests in the background has it ignored, and what they start as well."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(log: Path, number: int) -> None:
    """Wait until the slow rule has begun with that many files."""
    end = time.monotonic() + 20
    while len(log.read_text()) < number:
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.skipif(sys.platform == "win32", reason="wants signals")
def test_a_long_run_keeps_no_articles_and_says_the_same(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Runner(Choice(select=("Names",)), jobs=2).run([archive])
    monkeypatch.setattr(run_module, "_AT_ONCE", 2)
    long = Runner(Choice(select=("Names",)), jobs=2).run([archive])
    assert [file.path for file in long.files] == [file.path for file in plain.files]
    for name in ("json", "text", "sarif", "html"):
        written = []
        for results in (plain, long):
            out = io.StringIO()
            report_named(name)(results, out, colour=False)
            written.append(out.getvalue())
        assert written[0] == written[1]
    kept = [file.checked for file in long.files if file.checked]
    assert kept
    assert all(isinstance(checked, PutAway) and "article" not in vars(checked) for checked in kept)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_gives_a_partial_report(
    archive: Path, slow: Callable[..., subprocess.Popen[str]], tmp_path: Path, jobs: str
) -> None:
    for number in range(12):  # enough for several batches
        path = archive / f"{number % 3}" / f"{number:02}.txt"
        path.write_text(TEXT.format(n=number) + "\nThe end of it all.\n" * 1_600)
    process = slow("archive", "--jobs", jobs, "--no-cache", *FEW, SLOW_SECONDS="0.3")
    wait_for(tmp_path / "log", 6)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    out, said = process.communicate(timeout=20)
    assert process.returncode == 130
    report = json.loads(out)
    (notice,) = report["notices"]
    assert f"copydesk: {notice}\n" in said
    assert said.count("\n") == 1 + sum(bool(file["error"]) for file in report["files"])
    done = len(report["files"])
    assert notice == f"interrupted: {done} of 13 files were checked"
    assert 1 < done < 13
    assert all(file["findings"] for file in report["files"] if not file["error"])


@pytest.mark.skipif(sys.platform == "win32", reason="wants signals")
def test_an_interrupt_marks_sarif_and_text_and_keeps_what_was_done(
    archive: Path, slow: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    process = slow("archive", "--jobs", "1", *FEW[:3], "sarif", SLOW_SECONDS="0.2")
    wait_for(tmp_path / "log", 4)
    os.killpg(process.pid, signal.SIGINT)
    out, _ = process.communicate(timeout=20)
    (invocation,) = json.loads(out)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "interrupted: " in invocation["toolExecutionNotifications"][-1]["message"]["text"]
    process = slow("archive", "--jobs", "1", *FEW[:3], "text", SLOW_SECONDS="0")
    process.communicate(timeout=20)
    assert len((tmp_path / "log").read_text()) <= 9  # the first three were kept


@pytest.mark.skipif(sys.platform == "win32", reason="wants signals")
def test_an_interrupt_fixes_nothing_by_halves(
    archive: Path, slow: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in archive.rglob("*.txt")}
    process = slow("archive", "--fix", "--select", "Grammar.StrayComma,Slow", SLOW_SECONDS="0.15")
    wait_for(tmp_path / "log", 14)  # the first pass is over
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "interrupted" in said
    for path, raw in before.items():
        assert path.read_bytes() in (raw, raw.replace(b"Because,", b"Because"))
    assert not list(archive.rglob("*.tmp"))


@pytest.mark.skipif(sys.platform == "win32", reason="wants signals")
@pytest.mark.parametrize("options", [("--format", "json"), ("--fix",)])
def test_a_worker_that_is_killed_is_one_line(
    archive: Path, slow: Callable[..., subprocess.Popen[str]], options: tuple[str, ...]
) -> None:
    before = {path: path.read_bytes() for path in archive.rglob("*.txt")}
    process = slow("archive", "--jobs", "2", "--select", "Grammar.StrayComma,Slow", *options, SLOW_DIES="1")
    out, said = process.communicate(timeout=30)
    assert process.returncode == 2
    why = "a worker process was killed, perhaps for want of memory; try --jobs 1"
    assert said == f"copydesk: {why}\n"
    assert (json.loads(out)["notices"] == [why]) if "json" in options else out == ""
    assert {path: path.read_bytes() for path in archive.rglob("*.txt")} == before


@pytest.mark.skipif(sys.platform == "win32", reason="wants signals")
def test_no_worker_outlives_the_run(
    archive: Path, slow: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    process = slow("archive", "--jobs", "2", *FEW, SLOW_SECONDS="60")
    wait_for(tmp_path / "log", 1)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=30)  # ends only when nobody holds the pipes: long before a file is done
