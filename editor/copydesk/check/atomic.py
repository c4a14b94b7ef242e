"""Writing a file so that a reader sees the old bytes or the new ones, never half of them.

Own code: the packages for it are unmaintained or do not keep the file's mode.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from copydesk.errors import CopydeskError


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
    import tempfile  # late: most runs write nothing

    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode_of(target))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _mode_of(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
