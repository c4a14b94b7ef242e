"""Writing a file so that a reader sees the old bytes or the new ones, never half of them.

Own code: the packages for it are unmaintained or do not keep the file's mode.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path

from copydesk.errors import CopydeskError

_SUFFIX = ".copydesk.tmp"


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file at `path` (or what a link there points to) by `data`, keeping its mode.

    Raises CopydeskError with one line if that cannot be done; the old file is then untouched.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            raise CopydeskError(f"{path}: is no plain file; nothing was written. Name another")
        if target.exists() and not _writable(target):
            raise CopydeskError(f"{path}: is read-only; nothing was written. Change its permissions, or save a copy")
        _replace(target, data)
    except OSError as error:
        raise CopydeskError(f"{path}: cannot be written: {error.strerror or error}") from None


def _writable(target: Path) -> bool:
    # A rename would go through even so, and root may write anything: a file without a write bit is
    # somebody's wish that it stay as it is.
    return bool(target.stat().st_mode & 0o222) and os.access(target, os.W_OK)


def _replace(target: Path, data: bytes) -> None:
    sweep(target.parent)
    handle, temporary = _begun(target)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            _set_mode(file.fileno(), temporary, _mode_of(target))
            temporary.replace(target)  # while it is locked
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _set_mode(handle: int, temporary: Path, mode: int) -> None:
    """Set a file's mode by its descriptor: where others may write, its name may be another file's by now."""
    if hasattr(os, "fchmod"):
        os.fchmod(handle, mode)
    else:
        temporary.chmod(mode)


def refuse_elsewhere(path: Path) -> None:
    """Raise CopydeskError if a file is a link that leads out of its folder: what is checked says what is written."""
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(path.parent)):
        raise CopydeskError(f"{path}: is a link out of its folder; nothing was written. Name the file itself")


def _begun(target: Path) -> tuple[int, Path]:
    """Make a temporary file beside a file, and lock it. Returns its descriptor and its path."""
    import tempfile  # late: most runs write nothing

    while True:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=_SUFFIX, dir=target.parent)
        _lock(handle)
        if os.fstat(handle).st_nlink or os.name == "nt":
            return handle, Path(name)
        os.close(handle)  # another process swept it away before it was locked


def _lock(handle: int) -> bool:
    """Lock a file for as long as it is open. Returns whether that could be done."""
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


@cache
def sweep(folder: Path) -> None:
    """Delete the temporary files that killed processes left in a folder: those of ours that nobody has locked."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in [one for one in entries if one.name.endswith(_SUFFIX) and one.name.startswith(".")]:
            with suppress(OSError):
                handle = os.open(entry.path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
                try:
                    if stat.S_ISREG(os.fstat(handle).st_mode) and _lock(handle):
                        os.unlink(entry.path)
                finally:
                    os.close(handle)


def _mode_of(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
