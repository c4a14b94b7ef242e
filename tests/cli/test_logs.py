"""What stands in copy or in a file's name is never a command to the build server whose log it gets into."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.cli import diffs
from copydesk.report.visible import harmless, harmless_json, harmless_markup

Run = Callable[..., Result]
COMMANDS = (
    "::stop-commands::x",
    "::error file=a::b",
    "##[error]b",
    "##[add-mask]b",
    "##vso[task.setvariable variable=a]b",
    "##TeamCity[message text='b']",
    "section_start:1:a\r\x1b[0Kb",
    "\x1b[2J",
)
FORMATS = ("text", "concise", "json", "jsonl", "sarif", "gitlab", "junit", "html")


def commands_in(log: str) -> list[str]:
    """Return what a build server or a terminal would obey, as the runners' sources read lines."""
    found = [line for line in re.split(r"\r\n|\n|\r", log) if line.lstrip().startswith("::")]
    found += re.findall(r"(?i)##(?:vso|teamcity)?\[.*", log)
    return found + re.findall(r"[\x1b\r].*", log)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which every command stands in copy, as a line, within one, by a finding, and in a name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CI", "true")
    for number, command in enumerate(COMMANDS):
        text = f"Headline\n\nFirst.\n\n{command}\n\n {command} Kiev {command}\n\n\t{command} recieve\n"
        Path(f"{number}.txt").write_bytes(text.encode())
    Path("::error::##[error]x.txt").write_text("Headline\n\nThey left Kiev.\n")
    Path("\n::error::y.txt").write_text("Headline\n\nThey left Kiev.\n")
    Path("copydesk.toml").write_text('[names]\nKyiv = ["Kiev"]\n')
    return tmp_path


@pytest.mark.parametrize("how", [*(("--format", format_) for format_ in FORMATS), ("--statistics",), ("--diff",)])
def test_no_report_has_a_command_in_it(desk: Path, run: Run, how: tuple[str, ...]) -> None:
    missing = ("::error::gone.txt", "##[error]gone.txt")
    result = run("check", "--no-cache", "--select", "Names", *how, *sorted(desk.glob("*.txt")), *missing)
    relative = run("check", "--no-cache", "--select", "Names", *how, ".", *missing)
    for log in (result.stdout, result.stderr, relative.stdout, relative.stderr):
        assert commands_in(log) == []
    assert "Kiev" in result.stdout or how == ("--statistics",)


def test_a_diff_that_cannot_do_harm_is_put_out_as_it_is(tmp_path: Path) -> None:
    diff = "--- a\n+++ a\n@@ -1 +1 @@\n-\tKiev: a :: b\r\n+\tKyiv: a :: b\r\n"
    assert diffs.for_a_log(diff) == diff


@pytest.mark.skipif(shutil.which("git") is None, reason="wants git")
@pytest.mark.parametrize("name", ["a.txt", "a b.txt", "a\nb.txt", 'a"b.txt', "a\tb.txt", "a\\b.txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_diff_in_no_log_applies_whatever_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, name: str, end: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in diffs._SERVERS:
        monkeypatch.delenv(variable, raising=False)
    Path("copydesk.toml").write_text('[names]\nKyiv = ["Kiev"]\n')
    hostile = "\x0c\u2028".join(command.replace("\r", "") for command in COMMANDS)
    text = f"Headline{end}{end}They left Kiev.{end}{end} {hostile}{end}"
    Path(name).write_bytes(text.encode())
    diff = run("check", "--no-cache", "--select", "Names", "--diff", name).stdout_bytes
    assert diff
    subprocess.run(["git", "apply", "-p0", "--whitespace=nowarn"], input=diff, check=True)
    assert Path(name).read_bytes() == text.replace("Kiev", "Kyiv").encode()


@given(st.text(st.sampled_from("#:[ \n\t]vso") | st.characters(), max_size=40))
@example("##[error]::a\n\u3000::b\n##vso[x]")
def test_a_harmless_text_reads_the_same(text: str) -> None:
    line = "".join(text.split("\r")).replace("\x1b", "")
    broken = harmless(line)
    assert commands_in(broken) == []
    assert broken.replace("\u2060", "") == line.replace("\u2060", "")


@given(st.text(st.sampled_from('#[:\\"') | st.characters(codec="utf-8"), max_size=30))
def test_json_and_markup_mean_the_same(text: str) -> None:
    import html
    import json

    assert json.loads(harmless_json(json.dumps(text, ensure_ascii=False))) == text
    plain = text.replace("\r", "")
    assert html.unescape(harmless_markup(html.escape(plain))) == plain
    assert "##[" not in harmless_json(json.dumps(text)) + harmless_markup(html.escape(text))
