"""The page on checking before publication is true, as far as it can be without the archive that it speaks of."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "ci.md").read_text(encoding="utf-8")
_MAIN = "from copydesk.cli.main import main; main()"


def fenced(language: str, containing: str) -> str:
    (block,) = (text for text in re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.M | re.S) if containing in text)
    return str(block)


def printed(command: str) -> str:
    """Return what the page says that a command prints."""
    match = re.search(rf"^    \$ {re.escape(command)}\n((?:    .*\n|\n)+)", PAGE, re.M)
    assert match is not None, command
    return dedent(match.group(1)).rstrip() + "\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"}
    return subprocess.run(
        [sys.executable, "-c", _MAIN, *arguments], cwd=folder, capture_output=True, text=True, check=False,
        env=environment,
    )  # fmt: skip


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    for name, text in (
        ("copydesk.toml", fenced("toml", "House")),
        ("styles/House/Utilise.yml", fenced("yaml", "utilise")),
        ("articles/flood.md", fenced("markdown", "Flood reaches")),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    run(tmp_path, "check", "articles", "--select", "Links", "--write-baseline", "baseline.toml")
    return tmp_path


def test_the_house_rule_passes_its_tests(newsroom: Path) -> None:
    done = run(newsroom, "rules", "test", "styles/House/Utilise.yml")
    assert done.stdout == printed("copydesk rules test styles/House/Utilise.yml")


def test_the_build_is_red_as_shown(newsroom: Path) -> None:
    command = "check articles --baseline baseline.toml --fail-level warning"
    done = run(newsroom, *command.split())
    wanted = printed(f"copydesk {command}").replace("in 292 files", "in 1 file")
    assert (done.returncode, done.stdout, done.stderr) == (1, wanted, "")
