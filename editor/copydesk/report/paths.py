"""File names as other tools want them: relative to the working folder, with slashes; or as a URI."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote


def relative(path: str) -> str:
    """Return a path relative to the working folder if it lies in it, else as it is; always with slashes."""
    within = _within(path)
    return PurePath(within or path).as_posix()


def uri(path: str) -> str:
    """Return a path as a URI reference: relative if it lies in the working folder, else `file:`.

    Percent-encoding is of the name's bytes on disk, so that names which are not UTF-8 survive.
    """
    within = _within(path)
    if within is not None:
        return _quoted(PurePath(within).as_posix())
    absolute = Path(os.path.abspath(path)).as_posix()
    return f"file://{'' if absolute.startswith('/') else '/'}{_quoted(absolute)}"


def _within(path: str) -> str | None:
    """Return the path relative to the working folder, None if it leads out of it."""
    if not os.path.isabs(path) and ".." not in PurePath(path).parts:
        return os.path.normpath(path)
    here = os.getcwd()
    absolute = os.path.abspath(path)
    return os.path.relpath(absolute, here) if absolute.startswith(os.path.join(here, "")) else None


def _quoted(path: str) -> str:
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a pair that stands for no byte
        name = path.encode("utf-8", "surrogatepass")
    return quote(name, safe="/")
