"""`--changed-since`: what git says has changed, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from copydesk.errors import CopydeskError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="wants git")
Run = Callable[..., Result]

OLD = "# Headline of the day\n\nThe train left Kiev on Monday.\n\nIt was late again, and the heating was off.\n"


def git(*arguments: str) -> None:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two articles that have a finding each, on the branch `main`."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    folder = tmp_path / "repository"
    (folder / "news").mkdir(parents=True)
    monkeypatch.chdir(folder)
    Path("news/a.md").write_text(OLD)
    Path("news/b.md").write_text(OLD)
    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "first")
    return folder


@pytest.fixture
def lines(run: Run) -> Callable[..., dict[str, list[int]]]:
    """Checks, and returns the lines of the findings by file."""

    def check(*arguments: object) -> dict[str, list[int]]:
        paths = arguments or (".",)
        result = run("check", *paths, "--changed-since", "main", "--select", "Names.OutdatedName", "--format", "json")
        report = json.loads(result.stdout)
        return {file["path"]: [finding["line"] for finding in file["findings"]] for file in report["files"]}

    return check


Lines = Callable[..., dict[str, list[int]]]


def test_nothing_changed_is_a_success_over_no_files(repository: Path, run: Run) -> None:
    result = run("check", "news", "--changed-since", "HEAD")
    assert (result.return_value, result.stdout, result.stderr) == (0, "Nothing to report in 0 files.\n", "")


def test_only_changed_paragraphs_are_reported(repository: Path, lines: Lines) -> None:
    Path("news/a.md").write_text(OLD + "\nNobody in Kiev would say why.\n")
    assert lines() == {"news/a.md": [7]}


def test_what_was_moved_or_wrapped_anew_has_not_changed(repository: Path, lines: Lines) -> None:
    head, kiev, late = OLD.strip().split("\n\n")
    Path("news/a.md").write_text("\n\n".join((head, late, kiev.replace("left ", "left\n"), "The end is new.")) + "\n")
    assert lines() == {"news/a.md": []}


def test_a_paragraph_pasted_a_second_time_is_new(repository: Path, lines: Lines) -> None:
    Path("news/a.md").write_text(OLD + "\n" + OLD.split("\n\n")[1] + "\n")
    assert lines() == {"news/a.md": [7]}


def test_staged_committed_and_unknown_files_count_and_ignored_ones_do_not(repository: Path, lines: Lines) -> None:
    git("checkout", "-b", "desk")
    Path("news/a.md").write_text(OLD.replace("Monday", "Tuesday"))
    git("commit", "-am", "second")
    Path("news/staged.md").write_text(OLD)
    git("add", "news/staged.md")
    Path("news/new.md").write_text(OLD)
    Path("news/ignored.md").write_text(OLD)
    Path(".gitignore").write_text("ignored.md\n")
    assert lines() == {"news/a.md": [3], "news/new.md": [3], "news/staged.md": [3]}
    assert lines("news/ignored.md") == {"news/ignored.md": [3]}  # asked for by name, and git knows nothing of it


def test_what_others_did_on_the_branch_since_is_not_ours(repository: Path, lines: Lines) -> None:
    git("checkout", "-b", "desk")
    Path("news/a.md").write_text(OLD.replace("Monday", "Tuesday"))
    git("commit", "-am", "ours")
    git("checkout", "main")
    Path("news/b.md").write_text(OLD.replace("Monday", "Friday"))
    git("commit", "-am", "theirs")
    git("checkout", "desk")
    assert lines() == {"news/a.md": [3]}


def test_a_renamed_file_is_compared_with_what_it_was(repository: Path, lines: Lines) -> None:
    git("mv", "news/a.md", "news/odd\n“name”.md")
    with Path("news/odd\n“name”.md").open("a") as file:
        file.write("\nNobody in Kiev would say why.\n")
    assert lines() == {"news/odd\n“name”.md": [7]}


def test_a_finding_elsewhere_stays_if_a_related_place_has_changed(repository: Path, run: Run) -> None:
    story = "# Headline\n\nGen. Sirsky spoke on Monday to the press.\n\nIt was late, and the heating was off again.\n"
    Path("news/a.md").write_text(story)
    git("commit", "-am", "one spelling")
    Path("news/a.md").write_text(story + "\nGen. Sirski left. Sirski had a train to catch.\n")
    found = run("check", ".", "--changed-since", "main", "--select", "Names.InconsistentSpelling", "--format", "json")
    (file,) = json.loads(found.stdout)["files"]
    for finding in file["findings"]:
        assert finding["line"] == 7 or 7 in [related["line"] for related in finding["related"]]
    assert file["findings"]


def test_fixes_are_made_in_changed_paragraphs_only(repository: Path, run: Run) -> None:
    Path("news/a.md").write_text("# Headline\n\nIt fell. Because, it was dry.\n\nThe end.\n")
    git("commit", "-am", "second")
    with Path("news/a.md").open("a") as file:
        file.write("\nIt rose. Because, it was wet.\n")
    run("check", ".", "--changed-since", "HEAD", "--fix", "--select", "Grammar.StrayComma")
    assert "Because, it was dry" in Path("news/a.md").read_text()
    assert "Because it was wet" in Path("news/a.md").read_text()


def test_standard_input_is_compared_with_the_file_it_is_called_after(repository: Path, run: Run) -> None:
    command = ("check", "-", "--stdin-filename", "news/a.md", "--changed-since", "main", "--select", "Names",
               "--format", "concise")  # fmt: skip
    assert run(*command, input=OLD).stdout == "Nothing to report in 1 file.\n"
    assert "news/a.md:5:" in run(*command, input=OLD.replace("late again", "late in Kiev")).stdout


def test_a_missing_path_is_an_error_all_the_same(repository: Path, run: Run) -> None:
    result = run("check", "news", "none.md", "--changed-since", "main")
    assert result.return_value == 2
    assert "none.md: there is no such file" in result.stderr


@pytest.mark.parametrize("revision", ["nope", "--all", "main:news/a.md", ""])
def test_an_unknown_revision_is_one_line(repository: Path, run: Run, revision: str) -> None:
    said = "knows no revision" if revision else "names no revision"  # a variable of the pipeline that is not set
    with pytest.raises(CopydeskError, match=said) as raised:
        run("check", "news", f"--changed-since={revision}")
    assert "\n" not in str(raised.value)


def test_without_a_repository_or_without_git_it_says_so(
    tmp_path: Path, repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(OLD)
    with pytest.raises(CopydeskError, match="is not in a git repository"):
        run("check", tmp_path / "a.md", "--changed-since", "main")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CopydeskError, match="wants git, which is not installed"):
        run("check", "news", "--changed-since", "main")


def test_a_repository_runs_nothing(repository: Path, run: Run) -> None:
    trap = repository / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {repository}/sprung\n")
    trap.chmod(0o755)
    git("config", "core.fsmonitor", str(trap))
    git("config", "diff.external", str(trap))
    git("config", "diff.x.textconv", str(trap))
    Path(".git/info/attributes").write_text("*.md diff=x\n")
    Path("news/a.md").write_text(OLD.replace("Monday", "Tuesday"))
    (repository / "sprung").unlink(missing_ok=True)
    run("check", "news", "--changed-since", "main", "--select", "Names")
    assert not (repository / "sprung").exists()


def traps(trap: str, folder: Path) -> dict[str, str]:
    """Return every setting by which a repository can have git run something, or fetch by way of something."""
    return {
        "core.fsmonitor": trap,
        "core.hooksPath": str(folder),
        "core.sshCommand": trap,
        "core.gitProxy": trap,
        "core.askPass": trap,
        "core.editor": trap,
        "core.pager": trap,
        "core.alternateRefsCommand": trap,
        "core.attributesFile": str(folder / "attributes"),
        "credential.helper": f"!{trap}",
        "sequence.editor": trap,
        "gpg.program": trap,
        "log.showSignature": "true",
        "pager.diff": trap,
        "pager.diff-index": trap,
        "pager.ls-files": trap,
        "pager.cat-file": trap,
        "pager.rev-parse": trap,
        "interactive.diffFilter": trap,
        "diff.external": trap,
        "diff.trap.textconv": trap,
        "diff.trap.command": trap,
        "filter.trap.clean": trap,
        "filter.trap.smudge": trap,
        "filter.trap.process": trap,
        "filter.trap.required": "true",
        "merge.trap.driver": trap,
        "trace2.eventTarget": str(folder / "sprung"),
        "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{trap}",
        "remote.origin.uploadpack": trap,
        "remote.origin.vcs": "ext",
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
        **{
            f"alias.{name}": f"!{trap}"
            for name in ("diff", "diff-index", "ls-files", "cat-file", "rev-parse", "merge-base")
        },
    }


HOOKS = ("post-index-change", "fsmonitor-watchman", "query-watchman", "pre-commit", "reference-transaction")


@pytest.mark.parametrize("missing", [False, True], ids=["whole", "objects missing"])
@pytest.mark.parametrize("touched", [False, True], ids=["as it was", "touched"])
def test_nothing_that_a_repository_can_name_is_run(
    repository: Path, run: Run, tmp_path: Path, missing: bool, touched: bool
) -> None:
    planted = tmp_path / "planted"
    planted.mkdir()
    sprung = planted / "sprung"
    trap = planted / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {sprung}\ncat\n")
    trap.chmod(0o755)
    for name in HOOKS:
        for place in (planted / name, repository / ".git" / "hooks" / name):
            place.parent.mkdir(exist_ok=True)
            shutil.copy(trap, place)
    attributes = "*.md filter=trap diff=trap merge=trap ident\n"
    for place in (repository / ".gitattributes", repository / ".git/info/attributes", planted / "attributes"):
        place.parent.mkdir(exist_ok=True)
        place.write_text(attributes)
    Path("news/a.md").write_text(OLD.replace("Monday", "Tuesday"))
    if touched:
        os.utime("news/b.md", (1, 1))
    blob = subprocess.run(["git", "rev-parse", "main:news/a.md"], capture_output=True, text=True, check=True)
    with (repository / ".git" / "config").open("a") as config:
        for key, value in traps(str(trap), planted).items():
            section, _, rest = key.partition(".")
            part, _, name = rest.rpartition(".")
            config.write(f'[{section} "{part}"]\n' if part else f"[{section}]\n")
            config.write(f'\t{name} = "{value}"\n')
    if missing:
        (repository / ".git/objects" / blob.stdout[:2] / blob.stdout[2:].strip()).unlink()
    check = ("check", "news", "--changed-since", "main", "--select", "Names.OutdatedName", "--format", "json")
    if missing:
        with pytest.raises(CopydeskError, match=r"^[^\n]*git says[^\n]*$"):
            run(*check)
    else:
        assert [file["path"] for file in json.loads(run(*check).stdout)["files"]] == ["news/a.md"]
    assert not sprung.exists()


def test_what_git_changes_on_the_way_is_no_change(repository: Path, lines: Lines) -> None:
    (repository / ".gitattributes").write_text("*.md text=auto eol=crlf\n*.txt working-tree-encoding=UTF-16\n")
    Path("news/c.txt").write_text(OLD, encoding="utf-16")
    git("add", ".")
    git("commit", "-m", "second")
    Path("news/a.md").write_bytes(OLD.replace("\n", "\r\n").encode())
    os.utime("news/c.txt", (1, 1))
    assert lines() == {}
    Path("news/c.txt").write_text(OLD.replace("Monday", "Tuesday"), encoding="utf-16")
    assert lines() == {"news/c.txt": [3]}


def test_a_change_that_was_staged_and_taken_back_is_none(repository: Path, lines: Lines) -> None:
    Path("news/a.md").write_text(OLD.replace("Monday", "Tuesday"))
    git("add", ".")
    Path("news/a.md").write_text(OLD)
    assert lines() == {}


def test_a_repository_that_git_waits_for_is_given_up(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copydesk.check.git._PATIENCE", 0.2)
    (repository / ".git" / "config").unlink()
    os.mkfifo(repository / ".git" / "config")
    with pytest.raises(CopydeskError, match=r"git has not answered within [^\n]*$"):
        run("check", "news", "--changed-since", "main")


@pytest.fixture
def superproject(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the other one as its submodule `wire`, on the branch `main`."""
    folder = tmp_path / "around"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("c.md").write_text(OLD)
    git("init", "-b", "main")
    git("-c", "protocol.file.allow=always", "submodule", "add", str(repository), "wire")
    git("add", ".")
    git("commit", "-m", "first")
    return folder


def test_a_submodule_is_compared_with_what_it_was_in_the_repository_around(
    superproject: Path, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lines() == {}
    git("checkout", "-b", "work")
    Path("wire/news/a.md").write_text(OLD.replace("Monday", "Tuesday"))
    assert lines() == {"wire/news/a.md": [3]}
    git("-C", "wire", "commit", "-am", "second")  # on its own main: to itself, nothing is changed
    assert lines() == {"wire/news/a.md": [3]}
    git("commit", "-am", "moved")
    assert lines() == lines("wire") == {"wire/news/a.md": [3]}
    monkeypatch.chdir("wire")  # worked in, it has revisions of its own
    assert lines() == {}


def test_a_submodule_that_is_new_is_new_altogether(superproject: Path, repository: Path, lines: Lines) -> None:
    git("checkout", "-b", "work")
    git("-c", "protocol.file.allow=always", "submodule", "add", str(repository), "other")
    assert set(lines()) == {"other/news/a.md", "other/news/b.md"}


def test_a_submodule_without_its_earlier_commit_is_no_success(superproject: Path, run: Run) -> None:
    git("checkout", "-b", "work")
    shutil.rmtree("wire")
    Path("wire").mkdir()
    Path("wire/a.md").write_text(OLD)
    git("-C", "wire", "init", "-b", "main")
    git("-C", "wire", "add", ".")
    git("-C", "wire", "commit", "-m", "another history")
    with pytest.raises(CopydeskError, match=r"this submodule lacks its commit .* fetch-depth: 0"):
        run("check", ".", "--changed-since", "main")


def test_a_shallow_clone_is_no_success(
    repository: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("checkout", "-b", "work")
    Path("news/a.md").write_text(OLD.replace("Monday", "Tuesday"))
    git("commit", "-am", "second")
    git("checkout", "main")
    Path("news/b.md").write_text(OLD.replace("Monday", "Sunday"))
    git("commit", "-am", "third")
    git(
        "clone",
        "--depth",
        "1",
        "--no-single-branch",
        "--branch",
        "work",
        f"file://{repository}",
        str(tmp_path / "clone"),
    )
    monkeypatch.chdir(tmp_path / "clone")
    with pytest.raises(CopydeskError, match=r"shallow and lacks where the branch left “origin/main”.*fetch-depth: 0"):
        run("check", ".", "--changed-since", "origin/main")
    git("fetch", "--unshallow")
    report = json.loads(run("check", ".", "--changed-since", "origin/main", "--format", "json").stdout)
    assert [file["path"] for file in report["files"]] == ["news/a.md"]


def test_what_was_too_large_for_an_article_is_not_read(
    repository: Path, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copydesk.check.git.LARGEST", 50)
    Path("news/a.md").write_text(OLD.replace("Tuesday", "Monday") + "\nMore.\n")
    assert lines() == {"news/a.md": [3]}  # all of it is taken for new


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="wants named pipes")
def test_settings_of_git_that_never_end_are_named(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copydesk.check.git._FIRST", 1)
    os.mkfifo("pipe")
    with Path(".git/config").open("a") as settings:
        settings.write(f"[include]\n\tpath = {repository / 'pipe'}\n")
    with pytest.raises(CopydeskError, match=r"not answered within 1 seconds; .*include\.path in \.git/config"):
        run("check", ".", "--changed-since", "main")
