"""Named pipes, sockets, devices and files without end, wherever a file may be named: one line, at once."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from copydesk import plain_file
from copydesk.check import settings_file
from copydesk.check.atomic import write_atomically
from copydesk.errors import CopydeskError
from copydesk.plain_file import NoPlainFile, read_file, read_text

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="wants named pipes")
Run = Callable[..., Result]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(path))


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def a_folder(path: Path) -> None:
    path.mkdir()


KINDS = [pipe, endless, a_socket, loop, a_folder]
PLACES = {
    "input": (("a.txt",), "a.txt"),
    "settings": (("ok.txt",), "copydesk.toml"),
    "shared settings": (("ok.txt",), "pyproject.toml"),
    "named settings": (("ok.txt", "--config", "c.toml"), "c.toml"),
    "baseline": (("ok.txt", "--baseline", "b.toml"), "b.toml"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, kind: Callable[[Path], None], place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    settings_file.forget()
    Path("ok.txt").write_text("Headline\n\nThe mayor said so.\n")
    arguments, name = PLACES[place]
    kind(Path(name))
    try:
        result = run("check", "--no-cache", *arguments)
        lines = [line for line in result.stderr.splitlines() if name in line]
        assert result.exit_code == 2 or result.return_value == 2
        assert len(lines) == 1
    except CopydeskError as error:
        assert "\n" not in str(error)  # noqa: PT017
        assert name in str(error)  # noqa: PT017
    settings_file.forget()


@pytest.mark.parametrize("kind", [pipe, endless])
def test_a_gitignore_or_stet_file_that_is_none_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, kind: Callable[[Path], None]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ok.txt").write_text("Headline\n\nThe mayor said so.\n")
    kind(Path(".gitignore"))
    run("check", "--no-cache", ".")
    kind(Path("stet.toml"))
    with pytest.raises(CopydeskError, match=r"stet\.toml: cannot be used as a stet file: [^\n]*$"):
        run("check", "--no-cache", ".")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_file, "LARGEST", 10)
    file = tmp_path / "a.txt"
    file.write_bytes(b"a" * 10)
    assert read_file(file) == b"a" * 10
    file.write_bytes(b"a" * 11)
    with pytest.raises(NoPlainFile):
        read_file(file)


@pytest.mark.skipif(not os.path.exists("/proc/self/maps"), reason="wants files that say they are empty")
def test_a_file_that_says_it_is_empty_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_file(Path("/proc/self/status"))
    monkeypatch.setattr(plain_file, "LARGEST", 10)
    with pytest.raises(NoPlainFile):
        read_file(Path("/proc/self/maps"))


def test_what_a_house_writes_has_a_limit_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    settings_file.forget()
    Path("ok.txt").write_text("Headline\n\nThe mayor said so.\n")
    much = "# a line\n" * 500_000
    for name in ("copydesk.toml", "pyproject.toml", "words.txt", ".gitignore"):
        Path("copydesk.toml").write_text("[grammar]\nengine = 'harper'\ndictionary = 'words.txt'\n")
        Path("words.txt").write_text("Sudza\n")
        Path(name).write_text(much)
        if name == "pyproject.toml":
            Path("copydesk.toml").unlink()
        settings_file.forget()
        with pytest.raises(CopydeskError, match=rf"{name}.*has more than \d MB, which is not read"):
            run("check", "--no-cache", ".")
        Path(name).unlink()


def test_a_byte_order_mark_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_bytes(b"\xef\xbb\xbf[names]\nKyiv = ['Kiev']\n")
    assert settings_file.load_settings(tmp_path / "a.txt").names == {"Kyiv": ("Kiev",)}


def test_a_folder_is_named_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError) as caught:
        read_file(tmp_path)
    assert caught.value.filename == str(tmp_path)


def test_line_ends_are_one_kind(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a\r\nb\rc\n")
    assert read_text(tmp_path / "a") == "a\nb\nc\n"


def test_no_device_or_pipe_is_replaced_by_a_file(tmp_path: Path) -> None:
    pipe(tmp_path / "p")
    with pytest.raises(CopydeskError, match="is no plain file; nothing was written"):
        write_atomically(tmp_path / "p", b"a")
