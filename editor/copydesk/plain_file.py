"""Reading files that somebody else may have put there: plain files of a size that can be meant, and nothing else.

A named pipe waits for ever, a device never ends, and some files of the system's do either. All that names a file to
copydesk, or lies in a folder that it looks through, is read here.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

LARGEST = 64 * 1024 * 1024  # bytes
OF_A_HOUSE = 4 * 1024 * 1024  # bytes of settings, of a dictionary: as data they take thirty times as much memory
_KINDS = (
    (stat.S_ISFIFO, "is a named pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class NoPlainFile(OSError):
    """It is something else than a file, or larger than any that is meant. `strerror` says which."""


def read_file(path: Path, most: int = 0) -> bytes:
    """Return the bytes of a file that has `most` of them, or `LARGEST`.

    Raises OSError, with words for it in `strerror`; it never waits.
    """
    most = most or LARGEST
    handle = os.open(path, os.O_RDONLY | _AT_ONCE)
    try:
        status = os.fstat(handle)
        _refuse_what_is_no_file(status, path, most)
    except BaseException:
        os.close(handle)
        raise
    with os.fdopen(handle, "rb") as file:
        raw = file.read(status.st_size + 1)
        if raw is not None and len(raw) > status.st_size:  # the system's own say that they are empty; some never end
            raw += file.read(most + 1 - len(raw)) or b""
    if raw is None:
        raise NoPlainFile(errno.EAGAIN, "has nothing to read", str(path))
    if len(raw) > most:
        raise _too_large(path, most)
    return raw


def read_text(path: Path, errors: str = "strict", most: int = OF_A_HOUSE) -> str:
    """Return a file's text in UTF-8, its line ends as “\\n”, without a byte order mark.

    Raises as `read_file` does, and UnicodeDecodeError.
    """
    text = read_file(path, most).decode("utf-8", errors).removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _refuse_what_is_no_file(status: os.stat_result, path: Path, most: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    for is_one, what in _KINDS:
        if is_one(status.st_mode):
            raise NoPlainFile(errno.EINVAL, what, str(path))
    if status.st_size > most:
        raise _too_large(path, most)


def _too_large(path: Path, most: int) -> NoPlainFile:
    return NoPlainFile(errno.EFBIG, too_large(most), str(path))


def too_large(most: int = 0) -> str:
    """Return what is said of a file that has more bytes than any that is meant."""
    return f"has more than {(most or LARGEST) // 1024 // 1024} MB, which is not read"
