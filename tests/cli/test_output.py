"""Standard output: the report is all that is on it, whatever a library prints, and wherever it leads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.report.report import FOR_PEOPLE

PROGRAM = str(Path(sys.executable).with_name("copydesk"))
ARTICLE = "Headline of the day\n\nThe train left “Kiev” on Monday.\n\nShe is looking forward to meet the minister.\n"

# A package that prints in every way that there is, at every time that there is.
NOISY = """
import atexit, ctypes, os, subprocess, sys, threading
from copydesk.article.plain import PlainText
from copydesk.rules import Finding, Rule
from copydesk.article import Span


def cry():
    if not os.environ.get("NOISY"):
        return
    print("NOISE print", flush=True)
    print("NOISE left in a buffer", end="")
    os.write(1, b"NOISE write")
    if sys.__stdout__ is not None:
        sys.__stdout__.write("NOISE __stdout__")
    libc = ctypes.CDLL(None)
    libc.puts(b"NOISE C")
    libc.printf(b"NOISE C, left in a buffer")
    subprocess.run(["echo", "NOISE child"], check=True)
    thread = threading.Thread(target=lambda: (print("NOISE thread"), os.write(1, b"NOISE thread")))
    thread.start()
    thread.join()


cry()
atexit.register(cry)


class Reader:
    suffixes = (".noisy",)

    def read(self, source, **others):
        cry()
        return PlainText().read(source, **others)


class Noise(Rule):
    "Says something of every article."

    name = "Noisy.Noise"
    severity = "warning"

    def check(self, article):
        cry()
        yield Finding(Span(0, 8), "a finding")

    def __del__(self):
        cry()


def report(results, out, *, colour):
    cry()
    out.write(f"{len(results.files)} files “read”")
"""
POINTS = """[copydesk.rules]
Noisy = noisy
[copydesk.readers]
noisy = noisy:Reader
[copydesk.reports]
noisy = noisy:report
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with two articles, and a package installed that prints."""
    package = tmp_path / "package"
    (package / "noisy-1.0.dist-info").mkdir(parents=True)
    (package / "noisy-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: noisy\nVersion: 1.0\n")
    (package / "noisy-1.0.dist-info" / "entry_points.txt").write_text(POINTS)
    (package / "noisy.py").write_text(NOISY)
    monkeypatch.setenv("PYTHONPATH", str(package))
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    Path("a.noisy").write_text(ARTICLE)
    Path("b.txt").write_text(ARTICLE)
    return desk


def copydesk(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120, env={**os.environ, **environment})


CHECK = ("check", ".", "--no-cache", "--select", "Noisy,Names.OutdatedName,Grammar")


@pytest.mark.parametrize(
    "command",
    [
        *((*CHECK, "--format", name) for name in ("text", "json", "noisy")),
        (*CHECK, "--format", "json", "--jobs", "2"),
        (*CHECK, "--diff", "--unsafe-fixes"),
        (*CHECK, "--statistics"),
        ("rules", "list"),
        ("rules", "explain", "Noisy.Noise"),
        ("completion", "bash"),
        ("schema", "report"),
        ("setup",),
        ("check", "--help"),
        ("--version",),
    ],
    ids=" ".join,
)
def test_nothing_but_the_report_is_on_standard_output(desk: Path, command: tuple[str, ...]) -> None:
    quiet, noisy = copydesk(*command), copydesk(*command, NOISY="1")
    assert quiet.stdout
    assert noisy.stdout == quiet.stdout
    assert noisy.returncode == quiet.returncode
    assert b"Traceback" not in noisy.stderr


def test_nothing_else_in_workers_that_are_forked(desk: Path) -> None:
    Path("copydesk.toml").write_text("[grammar]\nengine = false\n")
    command = (*CHECK[:-1], "Noisy,Names.OutdatedName", "--format", "json", "--jobs", "2")
    assert copydesk(*command, NOISY="1").stdout == copydesk(*command).stdout


def test_what_a_plugin_prints_is_on_standard_error(desk: Path) -> None:
    assert b"NOISE print" in copydesk(*CHECK, NOISY="1").stderr


def test_completions_are_all_that_a_shell_is_given(desk: Path) -> None:
    asked = {"_COPYDESK_COMPLETE": "bash_complete", "COMP_WORDS": "copydesk check --select Nois", "COMP_CWORD": "3"}
    done = copydesk(**asked, NOISY="1")
    assert done.stdout.splitlines() == [b"plain,Noisy", b"plain,Noisy.Noise"]


def test_the_grammar_engine_prints_nothing(desk: Path) -> None:
    done = copydesk("check", "b.txt", "--no-cache", "--format", "github")
    assert done.stdout.startswith(b"::")
    assert b"gerund_form" not in done.stdout + done.stderr


# Where standard output leads


@pytest.mark.parametrize("name", ["text", "concise", "sarif", "junit", "--diff", "list"])
def test_the_locale_of_a_machine_is_no_reason_to_fail(desk: Path, name: str) -> None:
    """Programs read UTF-8, whatever the locale; to people, what the encoding lacks is a question mark."""
    commands = {"--diff": (*CHECK, "--diff", "--unsafe-fixes"), "list": ("rules", "list")}
    command = commands.get(name, (*CHECK, "--format", name))
    plain = copydesk(*command)
    assert not plain.stdout.isascii() or name in ("concise", "list")
    for encoding in ("ascii", "latin-1:strict"):
        done = copydesk(*command, PYTHONIOENCODING=encoding)
        wanted = plain.stdout
        if name in (*FOR_PEOPLE, "list"):
            wanted = wanted.decode().encode(encoding.partition(":")[0], "replace")
        assert done.stdout == wanted
        assert (done.returncode, done.stderr) == (plain.returncode, b"")


def in_shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(
    "command", ["check b.txt --no-cache --select Noisy", "rules list", "schema report", "check --help", "--version"]
)
@pytest.mark.parametrize("where", [">&-", ">/dev/full", "0<&- >&-"])
def test_what_cannot_be_written_is_one_line(desk: Path, command: str, where: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no disk that is always full")
    done = in_shell(f"{PROGRAM} {command} {where}")
    why = "No space left on device" if "full" in where else "standard output is closed"
    assert done.stderr == f"copydesk: the output cannot be written: {why}\n"
    assert done.returncode == 2


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
@pytest.mark.parametrize(
    ("command", "code"), [("check b.txt --select Noisy", 0), ("check b.txt none.txt", 2), ("check --no", 2)]
)
def test_a_report_needs_no_standard_error(desk: Path, command: str, code: int, where: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no disk that is always full")
    done = in_shell(f"{PROGRAM} {command} {where}")
    assert done.returncode == code
    assert bool(done.stdout) == ("b.txt" in command)


def test_closed_standard_input_is_an_empty_article(desk: Path) -> None:
    done = in_shell(f"{PROGRAM} check - <&-")
    assert done.returncode == 2
    assert done.stderr == "copydesk: stdin.txt: is empty: there is nothing to check\n"


def test_nothing_is_written_to_a_file_that_takes_the_place_of_standard_output(desk: Path, cache_folder: Path) -> None:
    """With descriptor 1 closed, the next file that is opened would get it: the cache, say."""
    done = in_shell(f"NOISY=1 {PROGRAM} check . >&- 2>&-")
    assert done.returncode == 2
    assert not any(b"NOISE" in path.read_bytes() for path in cache_folder.rglob("*") if path.is_file())


def test_a_reader_who_has_had_enough_does_not_change_the_exit_code(desk: Path) -> None:
    for number in range(25):  # in one article, findings that show so many places would be cut, with a notice
        Path(f"b{number}.txt").write_text(ARTICLE + "\nThe train left Kiev on Monday.\n" * 200)
    check = f"{PROGRAM} check b*.txt --select Names.OutdatedName --fail-level"
    for level, code in (("warning", 1), ("error", 0)):
        done = in_shell(f"set -o pipefail; {check} {level} | head -n 1")
        assert (done.returncode, done.stderr) == (code, "")
    assert in_shell(f"set -o pipefail; {PROGRAM} rules list | true").stderr == ""


def test_a_pipe_that_is_not_waited_for_gets_the_whole_report(desk: Path) -> None:
    Path("b.txt").write_text(ARTICLE + "\nThe train left Kiev on Monday.\n" * 2_000)
    command = [PROGRAM, "check", "b.txt", "--select", "Names.OutdatedName", "--format", "json"]
    whole = subprocess.run(command, capture_output=True, timeout=120).stdout
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with subprocess.Popen(command, stdout=writing) as process, open(reading, "rb") as pipe:
        os.close(writing)
        assert pipe.read() == whole
    assert process.returncode == 0
