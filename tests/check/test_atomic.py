"""Writing a file whole or not at all."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from copydesk.check.atomic import refuse_elsewhere, sweep, write_atomically
from copydesk.errors import CopydeskError

Run = Callable[..., Result]


def test_bytes_and_mode_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_atomically(file, b"new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_bytes(b"old")
    link.symlink_to(file)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(CopydeskError, match="is read-only; nothing was written"):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CopydeskError, match="cannot be written: No space left on device"):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


_WRITER = """
import os, sys, time
from copydesk.check.atomic import write_atomically
from pathlib import Path
os.fsync = lambda descriptor: (print("half", flush=True), time.sleep(60))
write_atomically(Path(sys.argv[1]), b"new")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="wants locks that end with their process")
def test_what_a_killed_process_left_is_swept_and_what_a_living_one_has_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    theirs = tmp_path / ".a.txt.abcdefgh.tmp"  # another program's
    theirs.touch()
    command = [sys.executable, "-c", _WRITER, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"half\n"
        half = set(tmp_path.iterdir()) - {file, theirs}
        assert len(half) == 1
        sweep.cache_clear()
        sweep(tmp_path)
        assert set(tmp_path.iterdir()) == {file, theirs} | half
        writer.kill()
        writer.wait()
        sweep.cache_clear()
        sweep(tmp_path)
    assert set(tmp_path.iterdir()) == {file, theirs}
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize("options", [(), ("--fix",), ("--diff",)])
def test_a_run_sweeps_the_folders_of_what_it_checks_and_reads_no_temporary(
    tmp_path: Path, run: Run, options: tuple[str, ...]
) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\nNothing to say.\n")
    left = tmp_path / ".a.txt.abcdefgh.copydesk.tmp"
    left.write_text("half of it")
    sweep.cache_clear()
    format_ = () if options == ("--diff",) else ("--format", "json")
    said = run("check", tmp_path, *format_, *options).stdout
    assert not format_ or json.loads(said)["summary"]["files"] == 1
    assert not left.exists()


def test_a_link_out_of_its_folder_is_not_written_through(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "articles", tmp_path / "elsewhere.txt"
    folder.mkdir()
    elsewhere.write_text("old")
    (folder / "a.txt").symlink_to(elsewhere)
    (folder / "b.txt").symlink_to("c.txt")
    (folder / "c.txt").write_text("old")
    refuse_elsewhere(folder / "b.txt")
    with pytest.raises(CopydeskError, match="link out of its folder"):
        refuse_elsewhere(folder / "a.txt")
