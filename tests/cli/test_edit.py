"""`copydesk edit`: what cannot be opened is said in one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from copydesk.cli.main import main; main()", "edit"]


def run(*arguments: str | Path) -> tuple[int, str]:
    done = subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == ""
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no such file"),
        (b"", "is empty"),
        (b"\x00\x01\x02", "is a binary file"),
        (b"x" * 10_000_000, "more than any paragraph"),
        (b"A headline\n\nSome words.\n", "edit needs a terminal; without one, use: copydesk check"),
    ],
    ids=["missing", "empty", "binary", "endless line", "no terminal"],
)
def test_what_cannot_be_opened(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "article.txt"
    if content is not None:
        path.write_bytes(content)
    code, error = run(path)
    assert code == 2
    assert said in error
    assert error.count("\n") == 1


def test_a_folder(tmp_path: Path) -> None:
    code, error = run(tmp_path)
    assert code == 2
    assert "is a folder" in error


def test_settings_that_cannot_be_used(tmp_path: Path) -> None:
    article, config = tmp_path / "a.txt", tmp_path / "c.toml"
    article.write_text("A headline\n")
    config.write_text("[rulez]\n")
    code, error = run(article, "--config", config)
    assert code == 2
    assert "rulez" in error


@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
@pytest.mark.parametrize("given", ["²", "wide", "-1", "1e3", "9" * 5000])
def test_a_size_in_the_environment_that_is_no_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, given: str
) -> None:
    (tmp_path / "article.txt").write_text("A headline\n\nSome words.\n")
    monkeypatch.setenv(name, given)
    code, error = run(tmp_path / "article.txt")
    assert code == 2
    assert f"{name} in the environment is “" in error
    assert error.count("\n") == 1
