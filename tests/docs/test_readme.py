"""What the README shows works."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.check.settings_file import load_settings
from copydesk.rules.house import load_rule
from copydesk.rules.testing import trials

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found is not None
    return found.group(1)


def test_the_settings_are_settings(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text(block("toml"))
    settings = load_settings(tmp_path)
    assert settings.names == {"Kyiv": ("Kiev",)}
    assert not settings.for_article(tmp_path / "live" / "a.txt", "news").wants("Headline.X")


def test_the_yaml_rule_passes_its_tests(tmp_path: Path) -> None:
    (tmp_path / "House").mkdir()
    file = tmp_path / "House" / "Utilise.yml"
    file.write_text(block("yaml"))
    rule, notice = load_rule(file)
    assert rule is not None, notice
    assert [line for trial in trials(rule) for line in trial.complaints()] == []


def test_the_python_rule_passes_its_examples() -> None:
    space: dict[str, object] = {"__name__": "house"}
    exec(block("python"), space)
    rule = space["Weekday"]
    assert [line for trial in trials(rule) for line in trial.complaints()] == []  # type: ignore[arg-type]


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`(--[a-z-]+)", README))))
def test_every_option_exists(option: str) -> None:
    from copydesk.cli.check import check

    assert option in {name for parameter in check.params for name in parameter.opts}


def test_the_reference_of_the_rules_is_up_to_date() -> None:
    tool = Path(__file__).parents[2] / "tools" / "rule_reference.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], capture_output=True, text=True, check=False)
    assert done.stderr == ""
