"""What files and folders can do to a check: one clear line each, and the others go on."""

from __future__ import annotations

import errno
import json
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from copydesk.article import Source
from copydesk.check.atomic import sweep
from copydesk.errors import CopydeskError
from copydesk.report.report import BUILT_IN

Run = Callable[..., Result]
GOOD = "Headline of the day\n\nThe train left Kiev on Monday.\n\nIt was late again, and the heating was off.\n"
NAMES = ("--select", "Names.OutdatedName", "--format", "concise")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good article; it is the working folder."""
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD)
    return tmp_path


def only_line(result: Result) -> str:
    """Return the one line on standard error of a run that could not check everything, but the good article."""
    assert result.return_value == 2
    assert "good.txt:3:16: warning" in result.stdout
    assert "Traceback" not in result.stderr
    (line,) = result.stderr.splitlines()
    return line


def test_a_missing_path_is_an_error_never_text(desk: Path, run: Run) -> None:
    assert only_line(run("check", ".", "none.txt", *NAMES)) == "copydesk: none.txt: there is no such file"
    report = json.loads(run("check", "none.txt", "--format", "json").stdout)
    assert report["files"] == [{"path": "none.txt", "error": "there is no such file", "findings": []}]


def copydesk(*arguments: str, most_bytes: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program as somebody whom permissions bind, and who can write files of so many bytes at most."""
    command = [str(Path(sys.executable).with_name("copydesk")), *arguments]
    if os.geteuid() == 0:
        if not (setpriv := shutil.which("setpriv")):
            pytest.skip("root may read everything")
        command = [setpriv, "--bounding-set=-dac_override,-dac_read_search", *command]

    def limited() -> None:
        if most_bytes is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    return subprocess.run(command, preexec_fn=limited, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("given", [(".",), (".", "closed"), (".", "closed/a.txt")])
def test_a_folder_that_cannot_be_read(desk: Path, cache_folder: Path, given: tuple[str, ...]) -> None:
    Path("closed").mkdir()
    Path("closed/a.txt").write_text(GOOD)
    Path("closed").chmod(0)
    try:
        done = copydesk("check", *given, *NAMES)
    finally:
        Path("closed").chmod(0o700)
    assert done.returncode == 2
    assert "good.txt:3:16: warning" in done.stdout
    said = ["copydesk: closed: this folder cannot be read: Permission denied"]
    if "closed/a.txt" in given:
        said.append("copydesk: closed/a.txt: cannot be read: Permission denied")
    assert done.stderr.splitlines() == said


def test_a_file_that_cannot_be_read(desk: Path, cache_folder: Path) -> None:
    Path("a.txt").write_text(GOOD)
    Path("a.txt").chmod(0)
    done = copydesk("check", ".", *NAMES)
    assert done.returncode == 2
    assert "good.txt:3:16: warning" in done.stdout
    assert done.stderr == "copydesk: a.txt: cannot be read: Permission denied\n"


@pytest.mark.parametrize("form", BUILT_IN)
def test_a_full_disk_for_the_report(desk: Path, cache_folder: Path, form: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no disk that is always full")
    program = Path(sys.executable).with_name("copydesk")
    with open("/dev/full", "w") as full:
        command = [program, "check", "good.txt", *NAMES[:2], "--format", form]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr == "copydesk: the output cannot be written: No space left on device\n"


def test_a_disk_that_fills_up_leaves_everything_as_it_was(desk: Path, cache_folder: Path) -> None:
    text = "Headline\n\nIt fell. Because, it was dry.\n\n" + "The end of it was near. " * 20 + "\n"
    Path("a.txt").write_text(text)
    done = copydesk("check", "a.txt", "--fix", "--select", "Grammar.StrayComma", most_bytes=100)
    assert done.returncode == 2
    assert done.stderr == "copydesk: a.txt: cannot be written: File too large\n"
    assert Path("a.txt").read_text() == text
    assert sorted(os.listdir()) == ["a.txt", "good.txt"]
    done = copydesk("check", "a.txt", "--select", "Grammar.StrayComma", most_bytes=100)
    assert done.returncode == 0
    assert "Grammar.StrayComma" in done.stdout  # without a cache it is only slower
    assert done.stderr.count("the cache in") == 1
    assert len(done.stderr.splitlines()) == 1


def test_links_in_a_circle(desk: Path, run: Run) -> None:
    Path("a").mkdir()
    Path("a/up").symlink_to("..")
    Path("round.txt").symlink_to("about.txt")
    Path("about.txt").symlink_to("round.txt")
    result = run("check", ".", "a/up", *NAMES)
    assert result.return_value == 0
    assert result.stdout.count("good.txt") == 1
    assert [line.partition(": is ")[2] for line in result.stderr.splitlines()] == [
        "a link to nothing that is there; left out"
    ] * 4  # two links, in two folders that were named
    assert "Too many levels of symbolic links" in only_line(run("check", "good.txt", "round.txt", *NAMES))


def test_a_file_that_vanishes_in_mid_run(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("gone.txt").write_text(GOOD)
    from_path = Source.from_path

    def vanishing(path: Path) -> Source:
        if path.name == "gone.txt":
            path.unlink()
        return from_path(path)

    monkeypatch.setattr(Source, "from_path", vanishing)
    assert only_line(run("check", ".", *NAMES)) == "copydesk: gone.txt: there is no such file"


@pytest.mark.parametrize("what", ["vanishes", "is changed"])
def test_a_file_that_somebody_else_touches_while_it_is_fixed(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    from copydesk.check.run import Runner

    article = Path("a.txt")
    article.write_text("Headline\n\nIt fell. Because, it was dry.\n\nThe end.\n")
    recheck = Runner.recheck

    def disturbed(self: Runner, path: Path, source: Source) -> Any:
        article.unlink() if what == "vanishes" else article.write_text("Another text.\n")
        return recheck(self, path, source)

    monkeypatch.setattr(Runner, "recheck", disturbed)
    result = run("check", "a.txt", "--fix", "--select", "Grammar.StrayComma")
    assert result.return_value == 2
    assert "nothing was written" in result.stderr
    assert not article.exists() if what == "vanishes" else article.read_text() == "Another text.\n"


def test_fifty_megabytes_are_refused_unread(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    from_path = Source.from_path
    monkeypatch.setattr(Source, "from_path", lambda path: (opened.append(path.name), from_path(path))[1])
    Path("huge.txt").write_bytes(b"A line of a log that nobody will ever read.\n" * 1_200_000)
    line = only_line(run("check", ".", "--no-cache", *NAMES))
    assert line == "copydesk: huge.txt: has 53 MB, more than any article (at most 20); split it up"
    assert opened == ["good.txt"]


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, "is a binary file, not an article"),
        ("program.md", b"\x7fELF\x02\x01\x01" + bytes(500), "is a binary file, not an article"),
        ("page.html", b"PK\x03\x04\x14\0\0\0" + os.urandom(500) + b"\0", "is a binary file, not an article"),
        ("mixed.txt", "Café\n\nThe caf\u00e9 ".encode() + b"and the caf\xe9 were shut.\n", "is not valid UTF-8"),
        ("half.txt", b"\xff\xfeH\0e\0a\0d\0l", "is not valid UTF-16-LE all through"),
        ("empty.md", b"", "is empty: there is nothing to check"),
        ("blank.html", b" \n\n ", "there is no article on this page"),
        ("front.md", b"---\ntitle: [a\nlang: en\n---\n\nThe end.\n", "front.md"),
        ("toml.md", b"+++\ntitle = \n+++\n\nThe end.\n", "toml.md"),
        ("long.txt", b"Headline\n\n" + b"x" * 10_000_000, "this line has 10,000,000 characters"),
    ],
)
def test_files_that_are_no_articles(desk: Path, run: Run, name: str, raw: bytes, said: str) -> None:
    Path(name).write_bytes(raw)
    line = only_line(run("check", ".", *NAMES))
    assert line.startswith(f"copydesk: {name}:")
    assert said in line
    assert line.count(name) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_files_of_several_encodings_in_one_run(desk: Path, run: Run, encoding: str) -> None:
    text = GOOD.replace("late again", "late “again”, in a café")
    Path("other.txt").write_bytes(text.encode(encoding))
    result = run("check", ".", *NAMES)
    assert result.return_value == 0
    assert "other.txt:3:16: warning" in result.stdout


@pytest.mark.parametrize("name", BUILT_IN)
def test_file_names_with_control_characters(desk: Path, run: Run, name: str) -> None:
    names = ["new\nline.txt", "es\x1b[31mc.md", "bell\x07.html", "c1\x9b.txt", "not-utf8-\udcff.txt", "rtl\u202e.txt"]
    for each in names:
        Path(each).write_text(GOOD if each.endswith("txt") else f"<h1>A</h1>\n\n<p>{GOOD}</p>\n")
    Path("broken\n\x1b[2J.txt").write_bytes(b"\0")
    result = run("check", ".", "--select", "Names.OutdatedName", "--format", name)
    assert result.return_value == 2
    shown = result.stdout_bytes.decode("utf-8") + result.stderr_bytes.decode("utf-8")
    assert not re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert not any("line.txt" in line and "new" not in line for line in shown.splitlines())


def test_html_nested_ten_thousand_deep(desk: Path, run: Run) -> None:
    deep = "<div>" * 10_000
    Path("deep.html").write_text(f"<html><body><h1>Headline</h1>{deep}<p>They left Kiev.</p></body></html>")
    Path("inline.md").write_text("# Headline\n\n" + "<b>" * 10_000 + "They left Kiev.\n\n" + "> " * 5_000 + "Kiev\n")
    result = run("check", ".", *NAMES)
    assert result.return_value == 0
    assert "deep.html:1:" in result.stdout


# A full disk


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_an_article_as_it_was(desk: Path, run: Run) -> None:
    text = "Headline\n\nIt fell. Because, it was dry.\n\nThe end.\n"
    Path("a.txt").write_text(text)
    result = run("check", "a.txt", "--fix", "--select", "Grammar.StrayComma")
    assert result.return_value == 2
    assert result.stderr == "copydesk: a.txt: cannot be written: No space left on device\n"
    assert Path("a.txt").read_text() == text
    assert sorted(os.listdir()) == ["a.txt", "good.txt"]


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_a_baseline_as_it_was(desk: Path, run: Run) -> None:
    Path("baseline.toml").write_text("# old\n")
    with pytest.raises(CopydeskError, match=r"baseline\.toml: cannot be written: No space left on device"):
        run("check", "good.txt", "--write-baseline", "baseline.toml", *NAMES[:2])
    assert Path("baseline.toml").read_text() == "# old\n"
    assert sorted(os.listdir()) == ["baseline.toml", "good.txt"]


def test_several_processes_that_fix_at_once_do_no_harm(desk: Path, cache_folder: Path) -> None:
    text = "Headline\n\nIt fell. Because, it was dry.\n\nThe end.\n"
    for number in range(8):
        Path(f"{number}.txt").write_text(text)
    command = [Path(sys.executable).with_name("copydesk"), "check", ".", "--fix", "--select", "Grammar.StrayComma"]
    processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(3)]
    for process in processes:
        _, said = process.communicate(timeout=60)
        assert b"Traceback" not in said
        assert process.returncode == 0
    assert {Path(f"{number}.txt").read_text() for number in range(8)} == {text.replace("Because,", "Because")}
    assert not list(desk.glob(".*.tmp"))


@pytest.mark.parametrize("format_", BUILT_IN)
def test_what_a_killed_fix_left_goes_with_the_next_run(desk: Path, run: Run, format_: str) -> None:
    Path(".good.txt.abc123.copydesk.tmp").write_text("half of it")
    sweep.cache_clear()
    run("check", ".", "--format", format_, *NAMES)
    assert sorted(os.listdir()) == ["good.txt"]
