"""What was not checked: every format carries it, standard error says it once, and the exit code is 2."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import Result

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
