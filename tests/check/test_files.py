"""Finding articles in folders."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from copydesk.check.files import articles_in


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., list[str]]:
    """Makes files, and returns the names of the articles found below the folder."""

    def make(*names: str, **contents: str) -> list[str]:
        for name in (*names, *contents):
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(contents.get(name, "Text."))
        return found(tmp_path)

    return make


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in articles_in([folder])]


def test_a_folder_gives_its_articles_files_first_by_name(made: Callable[..., list[str]]) -> None:
    assert made("b.md", "a.txt", "c.HTML", "a/z.txt", "B/y.markdown", "no.py", ".hidden.txt", ".git/x.txt",
                "node_modules/x.md") == ["a.txt", "b.md", "c.HTML", "B/y.markdown", "a/z.txt"]  # fmt: skip


def test_what_git_ignores_is_left_out(made: Callable[..., list[str]], tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("/build/\n*.txt\n!keep.txt\ndrafts\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/.gitignore").write_text("!again.txt\n/local.md\n")
    assert made("build/a.md", "x/build/a.md", "a.txt", "keep.txt", "sub/again.txt", "sub/local.md", "sub/x/local.md",
                "sub/drafts/a.md", "sub/keep.txt") == [
        "keep.txt", "sub/again.txt", "sub/keep.txt", "sub/x/local.md", "x/build/a.md",
    ]  # fmt: skip


def test_the_repository_above_counts_too(made: Callable[..., list[str]], tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("/news/old/\n")
    made("news/old/a.md", "news/new/a.md", "news/new/b.md")
    assert found(tmp_path / "news") == ["new/a.md", "new/b.md", "old/a.md"]  # no repository
    (tmp_path / ".git/info").mkdir(parents=True)
    (tmp_path / ".git/info/exclude").write_text("b.md\n")
    assert found(tmp_path / "news") == ["new/a.md"]
    assert found(tmp_path / "news/old") == ["a.md"]  # asked for by name


def test_a_file_named_is_taken_whatever_it_is_and_once(made: Callable[..., list[str]], tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.md\n")
    made("a.md", "b.txt", "c.py")
    paths = [tmp_path / "a.md", tmp_path / "c.py", tmp_path, tmp_path / "x/../b.txt", tmp_path / "missing.txt"]
    assert [path.name for path in articles_in(paths)] == ["a.md", "b.txt", "c.py", "missing.txt"]
    assert articles_in(paths[::-1]) == articles_in(paths)


def test_links_in_a_circle_end(made: Callable[..., list[str]], tmp_path: Path) -> None:
    made("a/a.txt")
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "again.txt").symlink_to(tmp_path / "a/a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert found(tmp_path) == ["a/a.txt"]


def test_a_link_to_a_file_elsewhere_is_read(made: Callable[..., list[str]], tmp_path: Path) -> None:
    made("here/a.txt", "there/b.txt")
    (tmp_path / "here/b.txt").symlink_to(tmp_path / "there/b.txt")
    assert found(tmp_path / "here") == ["a.txt", "b.txt"]


def test_a_pipe_is_no_article(made: Callable[..., list[str]], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert made("a.txt") == ["a.txt"]


def test_a_folder_that_cannot_be_listed_is_handed_on(
    made: Callable[..., list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made("a/a.txt", "b/b.txt")
    scandir = os.scandir

    def refusing(path: Any) -> Any:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert found(tmp_path) == ["a", "b/b.txt"]


def test_strange_names_are_found(made: Callable[..., list[str]]) -> None:
    assert made("new\nline.txt", "\x1b[31m.md") == ["\x1b[31m.md", "new\nline.txt"]
