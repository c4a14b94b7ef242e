"""What was not checked: every format carries it, standard error says it once, and the exit code is 2."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import Result

from copydesk.article import Article
from copydesk.errors import CopydeskError
from copydesk.report.report import BUILT_IN, FOR_PEOPLE

Run = Callable[..., Result]
GOOD = "# Headline of the day\n\nThe river rose on Monday. It fell on Friday, the mayor of the town said again.\n"
STET = "<!-- stet Names.OutdatedName -->\n"


def break_down(*given: Any, **others: Any) -> Any:
    raise RuntimeError("out of order")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with three clean articles; a rule breaks down on each of them."""
    monkeypatch.chdir(tmp_path)
    for name in "abc":
        Path(f"{name}.md").write_text(GOOD)
    monkeypatch.setattr("copydesk_rules.names.outdated_name.OutdatedName.check", break_down)
    return tmp_path


def check(run: Run, name: str, *more: str) -> Result:
    given = ("check", ".", "--no-cache", "--jobs", "1", "--format", name, "--select", "Names.OutdatedName", *more)
    return run(*given)


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_rule_that_breaks_down(desk: Path, run: Run, name: str) -> None:
    result = check(run, name)
    assert result.return_value == 2
    (line,) = result.stderr.splitlines()
    what = "the rule Names.OutdatedName broke down and was left out: RuntimeError: out of order"
    assert line == f"copydesk: a.md and 2 other files: {what}"
    assert "out of order" in result.stdout
    if name in (*FOR_PEOPLE, "github", "html"):
        assert "Nothing to report in 3 files; 1 rule broke down." in result.stdout


@pytest.mark.parametrize("name", BUILT_IN)
def test_an_engine_that_fails(desk: Path, run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.engines.harper.Harper.check", break_down)
    result = check(run, name, "--select", "Grammar", "--ignore", "Names")
    assert result.return_value == 2
    (line,) = result.stderr.splitlines()
    assert "a.md and 2 other files: the rule Grammar broke down" in line
    assert "out of order" in result.stdout


@pytest.mark.parametrize("where", ["copydesk.check.check.AsRead", "copydesk.check.run.with_stets"])
@pytest.mark.parametrize("name", BUILT_IN)
def test_an_article_that_copydesk_itself_breaks_down_on(
    desk: Path, run: Run, name: str, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(desk)
    Path("d.md").write_text(f"{GOOD}\nThe train left Kiev.\n")
    real = getattr(importlib.import_module(where.rpartition(".")[0]), where.rpartition(".")[2])

    def only_on_a(article: Article, *given: Any, **named: Any) -> Any:
        return break_down() if article.source.name == "a.md" else real(article, *given, **named)

    monkeypatch.setattr(where, only_on_a)
    result = check(run, name)
    assert result.return_value == 2
    what = "copydesk broke down on it, please report this: RuntimeError: out of order (test_not_checked.py:"
    assert what in result.stdout + result.stderr
    assert "Kiev" in result.stdout, "the others are checked"


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_file_that_cannot_be_read(desk: Path, run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(desk)
    Path("d.md").write_bytes(b"\0")
    result = check(run, name)
    assert result.return_value == 2
    assert result.stderr == "copydesk: d.md: is a binary file, not an article\n"
    assert "is a binary file" in result.stdout


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_stet_that_silences_nothing(desk: Path, run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(desk)
    Path("b.md").write_text(GOOD.replace("\n\n", f"\n\n{STET}\n"))
    result = check(run, name)
    assert result.return_value == 0
    assert result.stderr == "copydesk: b.md:3: this stet silences nothing of Names.OutdatedName\n"
    assert ("silences nothing" in result.stdout) == (name not in FOR_PEOPLE)


def read_by_a_machine(name: str, text: str) -> None:
    """Raise if a report is not what its format says."""
    if name in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif name == "jsonl":
        assert [json.loads(line)["type"] for line in text.splitlines()][-1] == "summary"
    elif name == "junit":
        ElementTree.fromstring(text)
    else:
        assert text.startswith({"html": "<!DOCTYPE html>", "github": "::error"}[name])


@pytest.mark.parametrize("settings", ["[ruls]\n", "[rules]\nselect = ['Nope']\n", "a = [\n", "[units]\na = 'b c'\n"])
@pytest.mark.parametrize("name", BUILT_IN)
def test_settings_that_cannot_be_used(
    desk: Path, run: Run, name: str, settings: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(desk)
    Path("copydesk.toml").write_text(settings)
    code, out, error = outcome("check", ".", "--no-cache", "--format", name)
    assert code == 2
    assert "copydesk.toml" in error
    if name in FOR_PEOPLE:
        assert not out
    else:
        read_by_a_machine(name, out)
        assert "copydesk.toml" in out


def outcome(*given: str) -> tuple[int, str, str]:
    """Return the exit code, standard output and standard error of the whole program."""
    command = [str(Path(sys.executable).with_name("copydesk")), *given]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_revision_that_is_not_there(desk: Path, run: Run, name: str) -> None:
    code, out, error = outcome("check", ".", "--no-cache", "--format", name, "--changed-since", "nope")
    assert (code, error.count("\n")) == (2, 1)
    if name not in FOR_PEOPLE:
        read_by_a_machine(name, out)
        assert "--changed-since" in out


@pytest.mark.parametrize("styles", ["path = 'styles'", "path = '.'", ""])
@pytest.mark.parametrize("name", BUILT_IN)
def test_a_pack_that_is_not_there(
    desk: Path, run: Run, name: str, styles: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(desk)
    Path("a.md").write_text(GOOD.replace("the town", "Kiev"))
    Path("copydesk.toml").write_text(f"[styles]\nuse = ['House']\n{styles}\n")
    result = check(run, name)
    assert result.return_value == 2
    (line,) = result.stderr.splitlines()
    assert "styles" in line or "House" in line
    assert line.removeprefix("copydesk: ")[:30] in result.stdout or name in ("html", "junit")
    assert "Kyiv" in result.stdout  # the other rules have their say
    if name not in FOR_PEOPLE:
        read_by_a_machine(name, result.stdout)


def test_an_empty_pack_and_a_broken_one_leave_the_rest(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(desk)
    Path("a.md").write_text(GOOD.replace("rose", "utilised"))
    for pack, text in (
        ("Empty", None),
        ("Broken", "extends: nothing\n"),
        ("House", "extends: existence\nmessage: no\ntokens: [utilised]\n"),
    ):
        Path("styles", pack).mkdir(parents=True)
        if text:
            Path("styles", pack, "A.yml").write_text(text)
    Path("copydesk.toml").write_text("[styles]\npath = 'styles'\nuse = ['Empty', 'Broken', 'House']\n")
    for _ in "cold", "warm":  # what is kept forgets nothing
        result = run("check", ".", "--format", "json", "--ignore", "Grammar")
        assert result.return_value == 2
        report = json.loads(result.stdout)
        assert [finding["rule"] for file in report["files"] for finding in file["findings"]] == ["House.A"]
        assert len([line for line in report["notices"] if "Empty" in line or "Broken" in line]) == 2


@pytest.mark.parametrize("name", BUILT_IN)
def test_copy_past_the_limits(desk: Path, run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(desk)
    monkeypatch.setattr("copydesk.article.bounds.MOST_PARTS", 5)
    Path("b.md").write_text(GOOD + "\nThe river fell again.\n" * 9)
    result = check(run, name)
    assert result.return_value == 2
    assert "b.md:" in result.stderr
    assert "nothing was checked from here on" in result.stderr
    assert "nothing was checked from here on" in result.stdout


def test_findings_past_the_limits(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(desk)
    monkeypatch.setattr("copydesk.check.limits.MOST_FINDINGS", 2)
    Path("b.md").write_text(GOOD + "\nThe train left Kiev." * 9)
    result = check(run, "text", "--exit-zero")
    assert result.return_value == 2
    assert "b.md: Names.OutdatedName found more than 2 places; only the first ones are reported" in result.stderr


@pytest.mark.parametrize("option", ["--diff", "--statistics"])
@pytest.mark.parametrize("name", sorted({*BUILT_IN} - {*FOR_PEOPLE}))
def test_what_takes_the_place_of_a_report_is_no_format(desk: Path, run: Run, name: str, option: str) -> None:
    with pytest.raises(CopydeskError, match=f"leave out --format {name}"):
        check(run, name, option)


def test_each_machine_is_told_in_its_own_way(desk: Path, run: Run) -> None:
    Path("b.md").write_text(GOOD.replace("\n\n", "\n\n<!-- stet Headline -->\n\n"))
    more = ("--select", "Headline")
    assert check(run, "github", *more).stdout.splitlines()[:3] == [
        "::error file=a.md::the rule Names.OutdatedName broke down and was left out: RuntimeError: out of order",
        "::error file=b.md::the rule Names.OutdatedName broke down and was left out: RuntimeError: out of order",
        "::warning file=b.md,line=3::this stet silences nothing of Headline",
    ]
    issues = json.loads(check(run, "gitlab", *more).stdout)
    assert [
        (issue["location"]["path"], issue["location"]["lines"]["begin"], issue["severity"]) for issue in issues
    ] == [
        ("a.md", 1, "blocker"),
        ("b.md", 1, "blocker"),
        ("b.md", 3, "info"),
        ("c.md", 1, "blocker"),
    ]
    (sarif,) = json.loads(check(run, "sarif", *more).stdout)["runs"]
    (invocation,) = sarif["invocations"]
    assert not invocation["executionSuccessful"]
    levels = [each["level"] for each in invocation["toolExecutionNotifications"]]
    assert levels == ["error", "error", "warning", "error"]
    assert invocation["toolExecutionNotifications"][0]["associatedRule"] == {"id": "Names.OutdatedName"}
    suites = ElementTree.fromstring(check(run, "junit", *more).stdout)
    assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("4", "0", "3")
    assert [case.get("line") for case in suites.iter("testcase") if case.find("skipped") is not None] == ["3"]


def test_a_baseline_hides_no_breakdown(desk: Path, run: Run) -> None:
    result = check(run, "text", "--write-baseline", "baseline.toml")
    assert result.return_value == 2
    assert "a.md and 2 other files: the rule Names.OutdatedName broke down" in result.stderr
