"""The tutorial is true: its files are written, its commands run, and what they print is compared."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "writing-rules.md"
_FENCE = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MAIN = "from copydesk.cli.main import main; main()"


def run(command: str, folder: Path) -> str:
    """Return what a command prints, standard error first."""
    program, *arguments = shlex.split(command)
    assert program == "copydesk"
    environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"}
    result = subprocess.run(
        [sys.executable, "-c", _MAIN, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert "Traceback" not in result.stderr, result.stderr
    return result.stderr + result.stdout


def test_the_page_is_true(tmp_path: Path) -> None:
    ran = 0
    for language, title, body in _FENCE.findall(PAGE.read_text(encoding="utf-8")):
        if title:
            file = tmp_path / title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(body, encoding="utf-8")
            if language == "toml":
                tomllib.loads(body)
        elif language == "console":
            command, _, expected = body.partition("\n")
            assert run(command.removeprefix("$ "), tmp_path) == expected, command
            ran += 1
    assert ran >= 8


def test_links_within_the_page_lead_somewhere() -> None:
    text = PAGE.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-")
        for line in re.findall(r"^#+ (.*)$", text, re.M)
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) <= headings
