"""Rules of other packages: what keeps the contract runs and can be selected; what does not is named in one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COPYDESK = Path(sys.executable).with_name("copydesk")
RULE = '''
from copydesk.rules import Finding, Rule, Span

class {rule}(Rule):
    """Says something."""
    name = "{pack}.{rule}"
    {line}
    def check(self, article):
        {does}
        yield Finding(Span(0, 8), "said by {rule}")
'''


class Desk:
    """A folder with an article, and plugins beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.plugins = folder / "plugins"
        (folder / "copy").mkdir()
        (folder / "copy" / "a.txt").write_text("Headline of the day\n\nThe train left Kiev on Monday.\n")
        (self.plugins / "plugins-1.0.dist-info").mkdir(parents=True)
        (self.plugins / "plugins-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: plugins\n")
        self.points: list[str] = []

    def plugin(self, point: str, module: str, *texts: str) -> None:
        (self.plugins / f"{module}.py").write_text("\n".join(texts))
        self.points.append(f"{point} = {module}")
        points = "\n".join(self.points)
        (self.plugins / "plugins-1.0.dist-info/entry_points.txt").write_text(f"[copydesk.rules]\n{points}\n")

    def check(self, *arguments: str, settings: str = "", **options: str) -> subprocess.CompletedProcess[str]:
        (self.folder / "copy" / "copydesk.toml").write_text(f"[grammar]\nengine = 'off'\n{settings}")
        return subprocess.run(
            [COPYDESK, "check", *(arguments or ("copy",)), "--format", "json"],
            cwd=self.folder,
            env=os.environ | {"PYTHONPATH": str(self.plugins), "XDG_CACHE_HOME": str(self.folder / "cache")},
            capture_output=True,
            text=True,
            timeout=120,
            **options,  # type: ignore[call-overload]
        )


def rule(name: str, pack: str = "Money", line: str = "", does: str = "") -> str:
    return RULE.format(rule=name, pack=pack, line=line, does=does or "pass")


def rules_in(done: subprocess.CompletedProcess[str]) -> set[str]:
    assert "Traceback" not in done.stderr
    return {finding["rule"] for file in json.loads(done.stdout)["files"] for finding in file["findings"]}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_breach_of_the_contract_leaves_that_rule_out(desk: Desk, jobs: str) -> None:
    (desk.folder / "copy" / "b.txt").write_text("Headline of the day\n\nThe train left.\n")
    desk.plugin("Money", "money", rule("Fatal", line='severity = "fatal"'), rule("Fine"))
    desk.plugin("Ends", "ends", "import sys\nsys.exit(0)\n")
    done = desk.check("copy", "--jobs", jobs)
    assert {"Money.Fine", "Names.OutdatedName"} <= rules_in(done)
    assert "Money.Fatal" not in rules_in(done)
    notices = json.loads(done.stdout)["notices"]
    assert [notice for notice in notices if "Fatal" in notice] == [
        "the rule Money.Fatal of “Money” of the package plugins was left out: its severity is “fatal”; it must be "
        "“error”, “warning” or “suggestion”"
    ]
    assert [notice for notice in notices if "Ends" in notice] == [
        "the rules “Ends” of the package plugins could not be loaded: SystemExit: 0"
    ]


def test_a_rule_that_breaks_down_where_it_is_made_is_left_out(desk: Desk) -> None:
    made = "def __init__(self, options=None, house=None): raise LookupError('no\\nlist')"
    desk.plugin("Money", "money", rule("Made", line=made), rule("Fine"))
    done = desk.check("copy", "--select", "Money")
    assert rules_in(done) == {"Money.Fine"}
    assert json.loads(done.stdout)["notices"] == [
        "the rule Money.Made of the module money was left out: LookupError: no list"
    ]


def test_a_rule_whose_pack_is_not_its_entry_point_can_be_selected(desk: Desk) -> None:
    desk.plugin("Point", "point", rule("Cents", "Coins"), rule("Euros", "Notes"))
    assert {"Coins.Cents", "Notes.Euros"} <= rules_in(desk.check())
    for chosen, found in (
        ("Coins", {"Coins.Cents"}),
        ("Coins.Cents", {"Coins.Cents"}),
        ("Coins,Names", {"Coins.Cents", "Names.OutdatedName"}),
        ("Notes,Coins", {"Coins.Cents", "Notes.Euros"}),
    ):
        for _ in "cold", "warm":
            assert rules_in(desk.check("copy", "--select", chosen)) == found
    assert rules_in(desk.check(settings='[rules]\nselect = ["Coins"]\n')) == {"Coins.Cents"}
    assert "Coins.Cents" not in rules_in(desk.check("copy", "--ignore", "Coins"))
    assert rules_in(desk.check("copy", "--select", "Coins", settings='[severity]\n"Coins.Cents" = "error"\n'))
    none = desk.check("copy", "--select", "Point")  # there is no pack of that name
    assert none.returncode == 2
    assert "there is no rule or pack “Point”" in none.stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--select", "Nope"),
        ("--select", "Names.Nope"),
        ("--select", "names"),
        ("--select", "NAMES.OUTDATEDNAME"),
        ("--select", "Names,Nope"),
        ("--select", "Names", "--extend-select", "Nope"),
        ("--extend-select", "Names.Nope"),
        ("--select", "Units", "--ignore", "Names.Nope"),
        ("--select", "Names.Nope", "--ignore", "Names"),
        ("--select", "Names", "--ignore", "Nope"),
        ("--select", "Names."),
        ("--select", ".OutdatedName"),
        ("--select", "OutdatedName"),
        ("--select", "Names.OutdatedName.More"),
    ],
)
def test_selecting_what_does_not_exist_is_an_error(desk: Desk, options: tuple[str, ...]) -> None:
    for path in ("copy", "-"):
        done = desk.check(path, *options, input="Headline\n\nThey left Kiev.\n")
        assert done.returncode == 2
        report = json.loads(done.stdout)
        assert report["files"] == []
        (line,) = done.stderr.splitlines()
        assert "there is no rule or pack “" in line
        assert report["notices"] == [line.removeprefix("copydesk: ")]


@pytest.mark.parametrize("option", ["--select", "--extend-select", "--ignore"])
@pytest.mark.parametrize("names", ["", ",", " , "])
def test_a_choice_of_nothing_is_an_error(desk: Desk, option: str, names: str) -> None:
    done = desk.check("copy", option, names)
    assert done.returncode == 2
    assert "it names no pack and no rule" in done.stderr


def test_a_comma_at_the_end_is_none(desk: Desk) -> None:
    assert rules_in(desk.check("copy", "--select", "Names,")) == {"Names.OutdatedName"}


def test_where_there_is_nothing_to_check_names_are_looked_at_too(desk: Desk) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"]):
        subprocess.run([*git, *command], cwd=desk.folder / "copy", check=True)
    (desk.folder / "copy" / "copydesk.toml").write_text("")
    done = desk.check("copy", "--changed-since", "HEAD", "--select", "Nope")
    assert done.returncode == 2
    assert "there is no rule or pack “Nope”" in done.stderr


@pytest.mark.parametrize("options", [("--select", "Grammar.Nope"), ("--ignore", "Grammar.Nope")])
def test_a_rule_that_no_engine_has_is_an_error(tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text("Headline of the day\n\nThe train left Kiev on Monday.\n")
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [COPYDESK, "check", "a.txt", *options]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "there is no rule or pack “Grammar.Nope”" in done.stderr


def test_rules_of_engines_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Headline of the day\n\nThe train left Kiev on Monday.\n")
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    named = "Grammar.Spacing,Grammar.SpellCheck,Grammar.OxfordComma,Grammar.MORFOLOGIK_RULE_EN_US,Grammar.StrayComma"
    command = [COPYDESK, "check", "a.txt", "--ignore", named]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert done.stderr == ""
