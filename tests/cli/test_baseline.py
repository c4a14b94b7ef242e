"""Baselines: silent about what was there, and about nothing else; and stets that are of no use."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from copydesk.errors import CopydeskError

Run = Callable[..., Result]
NAMES = ("--select", "Names.OutdatedName", "--format", "concise", "--fail-level", "warning")
OLD = "Headline of the day\n\nThe train left Kiev on Monday.\n\nIt was late again, and the heating was off.\n"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "a.txt").write_text(OLD)
    (folder / "b.txt").write_text(OLD.replace("train", "bus"))
    return folder


def test_what_it_holds_is_not_reported_and_what_is_new_is(archive: Path, run: Run) -> None:
    written = run("check", archive, "--write-baseline", "baseline.toml", *NAMES)
    assert written.return_value == 0
    assert "2 findings written" in written.stderr
    silent = run("check", archive, "--baseline", "baseline.toml", *NAMES)
    assert (silent.return_value, silent.stdout) == (0, "Nothing to report in 2 files.\n")
    with (archive / "b.txt").open("a") as file:
        file.write("\nNobody in Kiev would say why.\n")
    new = run("check", archive, "--baseline", "baseline.toml", *NAMES)
    assert new.return_value == 1
    (line, _) = new.stdout.splitlines()
    assert "b.txt:7:" in line


def test_an_entry_that_nothing_matches_any_more_is_no_news(archive: Path, run: Run) -> None:
    run("check", archive, "--write-baseline", "baseline.toml", *NAMES)
    (archive / "a.txt").write_text(OLD.replace("Kiev", "Kyiv"))
    result = run("check", archive, "--baseline", "baseline.toml", *NAMES)
    assert (result.stdout, result.stderr) == ("Nothing to report in 2 files.\n", "")


def test_a_baseline_that_is_not_there_is_an_error(archive: Path, run: Run) -> None:
    with pytest.raises(CopydeskError, match="there is no such baseline"):
        run("check", archive, "--baseline", "none.toml")


def test_fixing_leaves_what_a_baseline_holds(archive: Path, run: Run) -> None:
    (archive / "a.txt").write_text("Headline\n\nIt fell. Because, it was dry.\n\nThe end.\n")
    comma = ("--select", "Grammar.StrayComma")
    run("check", archive, "--write-baseline", "baseline.toml", *comma)
    result = run("check", archive, "--baseline", "baseline.toml", "--fix", *comma)
    assert "Because, it" in (archive / "a.txt").read_text()
    assert result.stdout == "Nothing to report in 2 files.\n"


# Stets that are of no use

UNUSED = """\
# Headline of the day

The train left Kiev on Monday. <!-- stet Names.OutdatedName -->

It was late. <!-- stet Names -->

<!-- stet Names.OutdatedName, Units -->

It was late in Kiev. <!-- stet Nmaes -->
"""
STETS = """\
# Agreed with the desk.
[[stet]]
rule = "Names.OutdatedName"
words = "Kiev"
before = "No such words stand"
file = "a.md"

[[stet]]  # for another file
rule = "Names.OutdatedName"
words = "Odessa"
file = "b.md"

[[stet]]
rule = "Units.MissingConversion"
words = "5 km"
file = "a.md"
"""


@pytest.fixture
def stetted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(UNUSED)
    Path("stet.toml").write_text(STETS)
    return tmp_path


def test_unused_stets_are_told_with_their_places(stetted: Path, run: Run) -> None:
    result = run("check", "a.md", "--ignore", "Grammar", "--format", "concise")
    said = result.stderr.replace(f"{stetted}{os.sep}", "").splitlines()
    assert said == [
        "copydesk: a.md:5: this stet silences nothing of Names",
        "copydesk: a.md:7: this stet silences nothing of Units",
        "copydesk: a.md:9: this stet silences nothing of Nmaes",
        "copydesk: stet.toml: this stet no longer matches one place: Names.OutdatedName “Kiev” in a.md",
        "copydesk: stet.toml: this stet no longer matches one place: Units.MissingConversion “5 km” in a.md",
    ]
    assert result.stdout == "Nothing to report in 1 file.\n"


def test_of_rules_that_did_not_run_nothing_is_said(stetted: Path, run: Run) -> None:
    said = run("check", "a.md", "--select", "Units", "--format", "concise").stderr
    assert "Names" not in said
    assert said.count("Units") == 2
    # One rule of a pack is not the pack.
    assert "of Names" not in run("check", "a.md", "--select", "Names.OutdatedName").stderr
    Path("copydesk.toml").write_text('[severity]\n"Names.OutdatedName" = "trial"\n')
    assert "a.md:3" not in run("check", "a.md", "--ignore", "Grammar").stderr  # on trial, but it ran


def test_fix_removes_them_where_the_rules_ran(stetted: Path, run: Run) -> None:
    result = run("check", "a.md", "--fix", "--ignore", "Grammar", "--format", "concise")
    assert "4 stets that silenced nothing removed." in result.stderr
    assert Path("a.md").read_text() == (
        UNUSED.replace(" <!-- stet Names -->", "").replace("Names.OutdatedName, Units", "Names.OutdatedName")
    )
    left = Path("stet.toml").read_text()
    assert left.startswith("# Agreed with the desk.\n")
    assert "Odessa" in left
    assert "Kiev" not in left
    assert "5 km" not in left
    # A name that no rule has may be a slip: it is said, and not thrown away.
    assert [line for line in result.stderr.splitlines() if "stet silences" in line] == [
        "copydesk: a.md:9: this stet silences nothing of Nmaes"
    ]


def test_diff_shows_it_and_changes_nothing(stetted: Path, run: Run) -> None:
    result = run("check", "a.md", "--diff", "--ignore", "Grammar")
    assert "-It was late. <!-- stet Names -->" in result.stdout
    assert '-words = "Kiev"' in result.stdout
    assert Path("a.md").read_text() == UNUSED
    assert Path("stet.toml").read_text() == STETS


def test_a_stet_file_that_cannot_be_written_is_one_line(stetted: Path, run: Run) -> None:
    Path("stet.toml").chmod(0o444)
    result = run("check", "a.md", "--fix", "--ignore", "Grammar")
    assert result.return_value == 2
    assert [line for line in result.stderr.splitlines() if "stet.toml: is read-only; nothing was written" in line]
    assert Path("stet.toml").read_text() == STETS


def test_it_holds_all_that_is_said_of_one_fault(archive: Path, run: Run) -> None:
    (archive / "styles/House").mkdir(parents=True)
    rule = "extends: substitution\nmessage: Use '%s'.\nlevel: error\nswap:\n  Kiev: Kyiv\n"
    (archive / "styles/House/Kyiv.yml").write_text(rule)
    (archive / "copydesk.toml").write_text('[styles]\npath = "styles"\nuse = ["House"]\n')
    chosen = ("--select", "House", "--select", "Names.OutdatedName", "--format", "concise", "--fail-level", "warning")
    (line, *_) = run("check", archive / "a.txt", *chosen).stdout.splitlines()
    assert "House.Kyiv" in line
    written = run("check", archive, "--write-baseline", "baseline.toml", *chosen)
    assert "4 findings written" in written.stderr
    assert run("check", archive, "--baseline", "baseline.toml", *chosen).return_value == 0


def test_a_baseline_is_written_over_nothing_else(archive: Path, run: Run) -> None:
    article = archive / "a.txt"
    with pytest.raises(CopydeskError, match="is no baseline"):
        run("check", "--write-baseline", article, article, *NAMES)
    assert article.read_text() == OLD
    run("check", archive, "--write-baseline", "b.toml", *NAMES)
    kept = Path("b.toml").read_text()
    with pytest.raises(CopydeskError, match="name another"):
        run("check", archive, "--baseline", "b.toml", "--write-baseline", "b.toml", *NAMES)
    assert Path("b.toml").read_text() == kept


def test_names_that_are_not_utf8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        Path(name).write_text(OLD)
    except OSError:
        pytest.skip("this file system has no such names")
    assert run("check", ".", "--write-baseline", "baseline.toml", *NAMES).return_value == 0
    assert "caf\ufffd.txt" in Path("baseline.toml").read_text("utf-8")
    assert run("check", ".", "--baseline", "baseline.toml", *NAMES).return_value == 0
    command = [Path(sys.executable).with_name("copydesk"), "check", ".", "--diff", "--unsafe-fixes", *NAMES[:2]]
    with Path("made.patch").open("wb") as patch:  # a file: what goes to a log is made harmless
        made = subprocess.run(command, stdout=patch, stderr=subprocess.PIPE, check=False)
    assert b"+++ caf\xe9.txt" in Path("made.patch").read_bytes()
    assert made.stderr == b""
