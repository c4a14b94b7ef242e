"""Finding articles in folders."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.check import ignored
from copydesk.check.files import articles_in
from copydesk.errors import CopydeskError


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


def test_a_link_is_read_within_its_repository_and_leads_nowhere_else(
    made: Callable[..., list[str]], tmp_path: Path
) -> None:
    made("desk/here/a.txt", "desk/there/b.txt", "secrets.txt")
    (tmp_path / "desk/here/b.txt").symlink_to(tmp_path / "desk/there/b.txt")
    (tmp_path / "desk/here/c.txt").symlink_to("../../secrets.txt")
    notes: list[str] = []
    here = tmp_path / "desk/here"
    assert articles_in([here], notes.append) == [here / "a.txt"]
    assert notes == [
        f"{here / name}: is a link that leads out of the folder; left out" for name in ("b.txt", "c.txt")
    ]
    (tmp_path / "desk/.git").mkdir()
    assert found(here) == ["a.txt", "b.txt"]
    assert articles_in([here / "c.txt"]) == [here / "c.txt"], "whoever names a link wants it"


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


def test_what_is_called_like_an_article_and_is_none_is_said(made: Callable[..., list[str]], tmp_path: Path) -> None:
    made("a.txt")
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "gone.html").symlink_to("nowhere")
    (tmp_path / "null.txt").symlink_to(os.devnull)
    (tmp_path / "pipe.py").symlink_to("nowhere")
    said: list[str] = []
    assert articles_in([tmp_path], said.append) == [tmp_path / "a.txt"]
    assert sorted(said) == [
        f"{tmp_path}/gone.html: is a link to nothing that is there; left out",
        f"{tmp_path}/null.txt: is no file, but a pipe, a socket or a device; left out",
        f"{tmp_path}/pipe.md: is no file, but a pipe, a socket or a device; left out",
    ]


def test_a_link_to_what_is_left_out_under_its_own_name_is_read(
    made: Callable[..., list[str]], tmp_path: Path
) -> None:
    made(".store/a.md", "b.md")
    (tmp_path / "a.md").symlink_to(".store/a.md")
    (tmp_path / "again.md").symlink_to("b.md")
    assert found(tmp_path) == ["a.md", "b.md"]


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="wants git")
def test_what_git_tracks_is_taken_though_it_ignores_it(made: Callable[..., list[str]], tmp_path: Path) -> None:
    made("drafts/a.md", "drafts/x/b.md", "c.txt", "d.txt", "inner/.store/e.txt", "inner/f.txt", "inner/deep/g.txt")
    for folder, names in ((tmp_path, ["drafts/a.md", "c.txt"]), (tmp_path / "inner", [".store/e.txt", "f.txt"])):
        git(folder, "init", "-q")
        git(folder, "add", *names)
        git(folder, "commit", "-qm", "first")
    (tmp_path / ".gitignore").write_text("/drafts/\n*.txt\n")
    assert found(tmp_path) == ["c.txt", "drafts/a.md", "inner/f.txt"]
    assert found(tmp_path / "drafts") == ["a.md", "x/b.md"]  # asked for by name
    (tmp_path / "c.txt").unlink()
    assert found(tmp_path) == ["drafts/a.md", "inner/f.txt"]
    (tmp_path / ".git/index").write_bytes(b"broken")
    said: list[str] = []
    assert articles_in([tmp_path], said.append) == [tmp_path / "inner/f.txt"]
    (line,) = said
    assert "which ignored files are tracked cannot be told, they are left out: " in line


_NAMES = st.text("ab./", min_size=1, max_size=12).filter(lambda name: "//" not in name and name[0] != "/" != name[-1])


@given(pattern=st.text("ab*?/[]!", min_size=1, max_size=10), name=_NAMES)
def test_a_settled_pattern_matches_the_same(pattern: str, name: str) -> None:
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    with suppress(ValueError, re.error):
        regex, _ = GitIgnoreSpecPattern.pattern_to_regex(pattern)
        if regex is not None and "[^/]*" in regex:
            plain, settled = re.compile(regex), re.compile(ignored._settled(regex))
            for path in (name, f"{name}/"):
                assert bool(settled.match(path)) == bool(plain.match(path))


@pytest.mark.parametrize(
    "pattern", ["*a" * 60 + "b", "**/" + "*a" * 60 + "/b", "*?" * 60 + "b", "x" + "*" * 200 + "y", "*[ab]" * 60 + "c"]
)
def test_no_pattern_runs_away(made: Callable[..., list[str]], tmp_path: Path, pattern: str) -> None:
    (tmp_path / ".gitignore").write_text(pattern + "\n")
    name = "a" * 200 + ".txt"
    assert made(name, f"{'a' * 200}/a.md") == [name, f"{'a' * 200}/a.md"]


def test_deep_patterns_are_bounded(made: Callable[..., list[str]], tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("/".join(["a", "**"] * 6) + "/b\n")
    with pytest.raises(CopydeskError, match=r"\.gitignore:1: .* has more than 4 “\*\*”"):
        made("/".join("a" * 60) + "/x.md")
    (tmp_path / ".gitignore").write_text("x\n" * 5_001)
    with pytest.raises(CopydeskError, match="more than 5,000 patterns"):
        found(tmp_path)
