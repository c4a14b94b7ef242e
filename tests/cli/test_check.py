"""`copydesk check` as a newcomer and a pipeline meet it."""

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from copydesk.cli.check import check
from copydesk.errors import CopydeskError

BAD = "Headline of the day\n\nThe river rose on Monday. Because, it had rained all night.\n\nIt fell on Friday.\n"
GOOD = "Headline of the day\n\nThe river rose on Monday.\n\nIt fell on Friday, the mayor said.\n"


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(check, [str(argument) for argument in arguments], standalone_mode=False)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_text(BAD)
    return path


def test_exit_codes_follow_the_fail_level(bad: Path) -> None:
    assert run(bad, "--ignore", "Grammar.SpellCheck").return_value == 0
    assert run(bad, "--fail-level", "warning").return_value == 1
    assert run(bad, "--fail-level", "warning", "--exit-zero").return_value == 0


def test_what_is_shown_and_what_fails_are_two_things(bad: Path) -> None:
    result = run(bad, "--min-severity", "error", "--fail-level", "warning")
    assert result.stdout == "Nothing to report in 1 file.\n"
    assert result.return_value == 1


def test_rules_are_selected_and_ignored(bad: Path) -> None:
    def rules(*arguments: str) -> set[str]:
        report = json.loads(run(bad, "--format", "json", *arguments).stdout)
        return {finding["rule"] for finding in report["files"][0]["findings"]}

    assert rules("--select", "Grammar.StrayComma") == {"Grammar.StrayComma"}
    assert rules("--select", "Grammar,Names", "--ignore", "Grammar.StrayComma") == set()
    assert rules("--select", "Names") == set()


def test_an_unknown_rule_is_refused_with_the_nearest(bad: Path) -> None:
    with pytest.raises(CopydeskError, match=r"no rule or pack “Nmes”\. Did you mean “Names”\?"):
        run(bad, "--select", "Nmes")


def test_fix_makes_safe_fixes_and_reports_what_is_left(bad: Path) -> None:
    result = run(bad, "--fix", "--select", "Grammar.StrayComma", "--fail-level", "warning")
    assert bad.read_text() == BAD.replace("Because,", "Because")
    assert result.stdout == "Nothing to report in 1 file.\n"
    assert "1 fix made." in result.stderr
    assert result.return_value == 0


def test_unsafe_fixes_are_made_only_when_asked(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Headline of the day\n\nTroops left Kiev on Monday.\n\nIt was quiet, the mayor said.\n")
    run(article, "--fix", "--select", "Names")
    assert "Kiev" in article.read_text()
    with pytest.raises(CopydeskError, match="add one of them"):
        run(article, "--unsafe-fixes")
    result = run(article, "--fix", "--unsafe-fixes", "--select", "Names")
    assert article.read_text().splitlines()[2] == "Troops left Kyiv on Monday."
    assert result.stdout == "Nothing to report in 1 file.\n"


def test_the_sample_comes_to_rest_when_everything_is_fixed(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_bytes((Path(__file__).parents[2] / "samples" / "sudzha.txt").read_bytes())
    result = run(article, "--fix", "--unsafe-fixes", "--ignore", "Grammar.SpellCheck", "--format", "json")
    assert "undo each other" not in result.stderr
    left = json.loads(result.stdout)["files"][0]["findings"]
    assert all(not finding["fixes"] for finding in left)
    assert article.read_text().startswith("Zelensky says forces have captured Russian town of Sudzha\n")


def test_diff_shows_the_change_and_makes_none(bad: Path) -> None:
    result = run(bad, "--diff", "--select", "Grammar.StrayComma")
    assert "-The river rose on Monday. Because, it had" in result.stdout
    assert "+The river rose on Monday. Because it had" in result.stdout
    assert bad.read_text() == BAD


def test_a_folder_is_searched_and_every_file_listed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text(GOOD)
    (tmp_path / "two.txt").write_text(GOOD)
    (tmp_path / "three.jpg").write_bytes(b"\xff\xd8\0")
    (tmp_path / ".hidden.txt").write_text(BAD)
    report = json.loads(run(tmp_path, "--format", "json").stdout)
    assert [Path(file["path"]).name for file in report["files"]] == ["two.txt", "one.txt"]


def test_settings_beside_the_article_hold(bad: Path) -> None:
    (bad.parent / "copydesk.toml").write_text('[rules]\nselect = ["Names"]\n')
    assert run(bad).stdout == "Nothing to report in 1 file.\n"


BROKEN: list[tuple[str, bytes | None, str]] = [
    ("missing.txt", None, "there is no such file"),
    ("binary.txt", b"\x7fELF\0\0", "is a binary file, not an article"),
    ("empty.txt", b"", "is empty: there is nothing to check"),
    ("long.txt", b"Headline\n\n" + b"x" * 10_000_000, "this line has 10,000,000 characters"),
    ("broken.txt", "Headline\n\ncaf\u00e9 ".encode() + b"\xff\xfe", "3:7: byte 0xFF is not valid UTF-8"),
]


@pytest.mark.parametrize(
    ("name", "data", "reason"), BROKEN, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_file_that_cannot_be_checked_is_one_line_and_exit_2(
    tmp_path: Path, name: str, data: bytes | None, reason: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    good = tmp_path / "good.txt"
    good.write_text(GOOD)
    result = run(path, good, "--ignore", "Grammar")
    assert result.return_value == 2
    (line,) = result.stderr.splitlines()
    assert reason in line
    assert str(path) in line
    assert line.removeprefix("copydesk: ") == result.stdout.splitlines()[0]
    assert result.stdout.endswith("\n\nNothing to report in 1 file; 1 file could not be checked.\n")
    report = json.loads(run(path, "--format", "json", "--ignore", "Grammar").stdout)
    assert reason in report["files"][0]["error"]


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match="there are no articles in this folder"):
        run(tmp_path)


def test_a_headline_alone_is_checked_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Only a headline\n")
    result = run(path, "--ignore", "Grammar")
    assert result.return_value == 0
    assert "has only a headline" in result.stderr
    for number in range(3):
        (path.parent / f"bare{number}.txt").write_text("Bridge is closed\n")
    said = run(path.parent, "--ignore", "Grammar").stderr
    assert said.count("only a headline") == 1
    assert "a.txt and 3 other files have only a headline" in said


def test_a_read_only_file_is_not_fixed(bad: Path) -> None:
    bad.chmod(0o444)
    result = run(bad, "--fix", "--select", "Grammar.StrayComma")
    assert result.return_value == 2
    assert "is read-only; nothing was written" in result.stderr
    assert bad.read_text() == BAD


def test_a_plugin_that_does_not_import_is_named_and_the_others_go_on(
    bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = tmp_path / "plugin"
    (plugin / "broken-1.0.dist-info").mkdir(parents=True)
    (plugin / "broken-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (plugin / "broken-1.0.dist-info" / "entry_points.txt").write_text("[copydesk.rules]\nBroken = broken_rules\n")
    (plugin / "broken_rules.py").write_text("import nothing_of_the_kind\n")
    monkeypatch.syspath_prepend(str(plugin))
    result = run(bad, "--select", "Grammar.StrayComma,Broken")
    assert "Grammar.StrayComma" in result.stdout
    assert "the rules “Broken” of the package broken could not be loaded: ModuleNotFoundError" in result.stderr
    with pytest.raises(CopydeskError, match="nothing to check with"):
        run(bad, "--select", "Broken")


def test_the_program_prints_no_traceback(tmp_path: Path) -> None:
    import subprocess

    command = [os.path.join(os.path.dirname(sys.executable), "copydesk"), "check"]
    for arguments in (
        ["--config", "nope.toml", str(tmp_path)],
        [str(tmp_path / "none")],
        ["--format", "jsn", "."],
        [],
    ):
        done = subprocess.run([*command, *arguments], capture_output=True, text=True, cwd=tmp_path, check=False)
        assert done.returncode == 2, arguments
        assert "Traceback" not in done.stderr
        assert done.stderr.count("\n") <= 4
