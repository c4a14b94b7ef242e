"""Every example on every page: settings are settings, rules are rules, commands exist, stets silence something."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from _pytest.mark.structures import ParameterSet
from click.testing import Result

from copydesk.check.settings_file import load_settings
from copydesk.cli.main import copydesk

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
Run = Callable[..., Result]


def blocks(*languages: str) -> list[ParameterSet]:
    found_here = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for found in re.finditer(r"^```(\w*)[^\n]*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            if found[1] in languages:
                line = text.count("\n", 0, found.start()) + 1
                found_here.append(pytest.param(found[2], id=f"{page.name}:{line}"))
    return found_here


def commands() -> list[str]:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    return sorted(set(re.findall(r"^(?: {4})?\$ (copydesk [^\n#|>]*)", pages, re.MULTILINE)))


@pytest.mark.parametrize("text", blocks("toml"))
def test_toml_is_toml_and_settings_are_known(text: str, tmp_path: Path) -> None:
    data = tomllib.loads(text)
    if not {"project", "tool", "stet", "build-system"} & data.keys():
        (tmp_path / "copydesk.toml").write_text(text, encoding="utf-8")
        load_settings(tmp_path)


@pytest.mark.parametrize("text", blocks("yaml", "yml"))
def test_yaml_is_yaml(text: str) -> None:
    assert yaml.safe_load(text)


@pytest.mark.parametrize("text", blocks("python"))
def test_python_is_python(text: str) -> None:
    compile(text, "example", "exec")


@pytest.mark.parametrize("line", commands())
def test_a_command_and_its_options_exist(line: str) -> None:
    words = shlex.split(line)[1:]
    command = copydesk.get_command(None, words[0])  # type: ignore[arg-type]
    assert command is not None, line
    if inner := getattr(command, "commands", None):
        command = inner[words[1]]
    known = {name for parameter in command.params for name in parameter.opts} | {"--help", "-h"}
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("text", [case for case in blocks("markdown", "html") if "stet " in case.values[0]])  # type: ignore[attr-defined]
def test_a_stet_silences_something_and_a_fix_leaves_it(text: str, tmp_path: Path, run: Run) -> None:
    rules = re.findall(r"<!-- stet ([\w.]+)", text)
    article = tmp_path / "a.md"

    def said(words: str, *more: str) -> str:
        article.write_text(f"# A headline of the day\n\n{words}", encoding="utf-8")
        result = run("check", "--no-cache", "--format", "concise", *more, article)
        return result.stdout + result.stderr

    without = said(re.sub(r"<!-- stet .*?-->\n", "", text))
    for rule in rules:
        assert f"[{rule}]" in without
        assert rule not in said(text)
    said(text, "--fix")
    assert article.read_text(encoding="utf-8").endswith(text)


def test_what_is_installed_in_a_pipeline_comes_from_the_repository_with_its_constraints() -> None:
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["copydesk"]
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    lines = [*job["before_script"], *(step["run"] for step in steps if "run" in step)]
    installs = [shlex.split(line) for line in lines if "pip install" in line]
    assert len(installs) == 2
    for words in installs:
        *_, constraint, constraints, package = words
        assert (constraint, constraints) == ("--constraint", f"{package}/constraints.txt")
        assert package.startswith(("/", "$GITHUB_ACTION_PATH"))
    assert any("git clone" in line and '--branch "$COPYDESK_TAG"' in line for line in lines)
