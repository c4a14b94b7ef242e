"""Saving: the file is replaced at once or not at all, and never over somebody else's changes."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Literal

from copydesk.article import Source
from copydesk.check.atomic import write_atomically
from copydesk.errors import CopydeskError
from copydesk.plain_file import read_file

Reason = Literal["changed", "missing", "read-only", "encoding"]

# What a person may choose to do about a refusal.
REMEDIES: dict[Reason, str] = {
    "changed": "Overwrite it",
    "missing": "Write it again",
    "read-only": "Write it all the same",
    "encoding": "Save as UTF-8",
}


class SaveRefused(CopydeskError):
    """The file was not written. `reason` may be forced by the person at the keyboard; `remedy` says how."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason

    @property
    def remedy(self) -> str:
        return REMEDIES[self.reason]


def save(path: Path, source: Source, text: str, force: Collection[Reason] = ()) -> Source:
    """Write `text` to `path` as the bytes of `source` with what was edited, and return the new source.

    Encoding, byte order mark and line ends stay as they were. Raises SaveRefused where that would undo
    somebody's work or wish, and CopydeskError where the disk refuses.
    """
    if "changed" not in force:
        _refuse_changed(path, source, force)
    data, encoding, mark = _encoded(source, text, force)
    _make_writable(path, force)
    write_atomically(path, data)
    return replace(source, raw=data, encoding=encoding, mark=mark, text=text)


def changed_on_disk(path: Path, source: Source) -> bool:
    """Whether the file is no longer as it was read."""
    try:
        return read_file(path) != source.raw
    except OSError:
        return True


def _refuse_changed(path: Path, source: Source, force: Collection[Reason]) -> None:
    try:
        same = read_file(path) == source.raw
    except FileNotFoundError:
        if "missing" in force:
            return
        raise SaveRefused("missing", f"{path.name} was moved or deleted since you opened it.") from None
    except OSError as error:
        raise CopydeskError(f"{path}: cannot be read: {error.strerror}") from None
    if not same:
        raise SaveRefused("changed", f"{path.name} was changed by someone else since you opened it.")


def _encoded(source: Source, text: str, force: Collection[Reason]) -> tuple[bytes, str, bytes]:
    try:
        return source.encode(text), source.encoding, source.mark
    except CopydeskError:
        if "encoding" in force:
            return text.encode("utf-8"), "utf-8", b""
        bad = next(character for character in text if not _encodable(character, source.encoding))
        raise SaveRefused(
            "encoding",
            f"“{bad}” (U+{ord(bad):04X}) cannot be written in the file's encoding, {source.encoding}.",
        ) from None


def _encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _make_writable(path: Path, force: Collection[Reason]) -> None:
    target = Path(os.path.realpath(path))
    if not target.exists():
        return
    mode = target.stat().st_mode
    # Root may write anything; a file without a write bit is still somebody's wish that it stay as it is.
    if mode & 0o222 and os.access(target, os.W_OK):
        return
    if "read-only" not in force:
        raise SaveRefused("read-only", f"{path.name} is read-only.")
    try:
        target.chmod(mode | 0o200)
    except OSError as error:
        raise CopydeskError(f"{path}: cannot be made writable: {error.strerror}") from None
