"""Results on disk, so that neither a file nor a paragraph that was checked before need be checked again.

The folder is the user's alone: it holds words of unpublished copy. SQLite keeps several processes out of each
other's way; no package for disk caches that is looked after does the same without pickle.
"""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from copydesk.check.keys import code_stamp
from copydesk.check.outcome import Outcome
from copydesk.engines.remembered import Said

_KEPT_DAYS = 30
_MOST_BYTES = 200_000_000
_AT_ONCE = 500  # variables in one SQL statement
_SEAL = 8  # bytes in front of what is kept: a hash of it and its key
# What SQLite says where the disk is full: such a file is not broken.
_DISK_IS_FULL = ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC")
# What it says where a file is not ours to write, and also where one byte of a file's head is wrong.
_NOT_OURS = ("SQLITE_READONLY", "SQLITE_CANTOPEN")
KeptT = TypeVar("KeptT")


def folder() -> Path:
    """Return the folder of the cache; it need not exist."""
    from platformdirs import user_cache_path

    return user_cache_path("copydesk")


def _refuse_anothers(folder: Path) -> None:
    """Raise PermissionError if a folder is another user's, who could read and change what is kept in it."""
    if hasattr(os, "geteuid") and folder.stat().st_uid != os.geteuid():
        what = "the folder is another user's; delete it, or set XDG_CACHE_HOME"
        raise PermissionError(errno.EPERM, what, str(folder))


class _Damaged(Exception):
    """What is kept is not what was put there."""


class _Cache(Generic[KeptT]):
    """What was made, by key. Whatever is wrong with the file, it is a cache: `problem` says so; nothing is kept."""

    def __init__(self, path: Path, what: type[KeptT]) -> None:
        self._path = path
        self._decoder = msgspec.msgpack.Decoder(what)
        self.problem = ""
        self._usable = True

    def get_many(self, keys: Iterable[str]) -> dict[str, KeptT]:
        """Return what is kept under these keys."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, KeptT] = {}
        try:
            if not wanted or not self._path.exists():
                return found
            with closing(self._connect()) as connection:
                for start in range(0, len(wanted), _AT_ONCE):
                    some = wanted[start : start + _AT_ONCE]
                    marks = ",".join("?" * len(some))
                    rows = connection.execute(f"SELECT key, outcome FROM results WHERE key IN ({marks})", some)
                    found.update((key, self._decoder.decode(_unsealed(key, data))) for key, data in rows)
        except (sqlite3.Error, OSError, msgspec.MsgspecError, _Damaged) as error:
            self._give_up(error)
            return {}
        return found

    def put_many(self, made: Mapping[str, KeptT]) -> None:
        """Keep what was made, and forget what is old or too much."""
        if not made or not self._usable:
            return
        now = int(time.time())
        rows = [(key, now, _sealed(key, msgspec.msgpack.encode(one))) for key, one in made.items()]
        try:
            with closing(self._connect()) as connection:
                with connection:
                    connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
                _prune(connection, now)
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def clean(self) -> int:
        """Delete the cache. Return how many bytes it took. Raises OSError if it cannot be deleted."""
        size = 0
        for path in self._files():
            with suppress(FileNotFoundError):
                size += path.stat().st_size
                path.unlink()
        return size

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_anothers(self._path.parent)
        if self._path.parent.stat().st_mode & 0o077:
            self._path.parent.chmod(0o700)
        connection = sqlite3.connect(self._path, timeout=5)
        try:
            connection.text_factory = _text
            connection.execute("PRAGMA synchronous = OFF")  # what a power cut takes is worked out again
            connection.execute(
                "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, made INTEGER, outcome BLOB) WITHOUT ROWID"
            )
        except BaseException:
            connection.close()
            raise
        return connection

    def _give_up(self, error: Exception) -> None:
        """Go on without the cache. One that is broken is dropped, so that the next run begins anew."""
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            return  # others are at it
        if isinstance(error, OSError) or self._is_not_at_fault(error):
            reason = (error.strerror if isinstance(error, OSError) else "") or error
            self.problem = f"the cache in {self._path.parent} cannot be used: {reason}"
            self._usable = False
            return
        self.problem = f"the cache in {self._path.parent} was broken and has been dropped"
        with suppress(OSError):
            self.clean()

    def _is_not_at_fault(self, error: Exception) -> bool:
        """Whether an error of SQLite's is about the disk, or a file that is not ours to write."""
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(_NOT_OURS):
            writable = os.access(self._path.parent, os.W_OK)
            return not writable or (self._path.exists() and not os.access(self._path, os.R_OK | os.W_OK))
        return name in _DISK_IS_FULL or "is full" in str(error)

    def _files(self) -> list[Path]:
        return [self._path.with_name(self._path.name + ending) for ending in ("", "-journal", "-wal", "-shm")]


class ResultCache(_Cache[Outcome]):
    """The outcomes of whole articles."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path or folder() / "results.sqlite3", Outcome)


class RemarkCache(_Cache[Said]):
    """What grammar engines said of paragraphs, or of whole texts."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path or folder() / "remarks.sqlite3", Said)

    def get_many(self, keys: Iterable[str]) -> dict[str, Said]:
        """Return what was said under these keys, by the code that is here now."""
        stamp = code_stamp()
        found = super().get_many(f"{key} {stamp}" for key in keys)
        return {key.partition(" ")[0]: said for key, said in found.items()}

    def put_many(self, made: Mapping[str, Said]) -> None:
        """Keep what was said, and forget what is old or too much."""
        stamp = code_stamp()
        super().put_many({f"{key} {stamp}": said for key, said in made.items()})


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")  # an error would quote what was kept, which is copy


def _sealed(key: str, data: bytes) -> bytes:
    """Return what is to be kept under a key, with a seal in front: any other byte in either breaks it."""
    return hashlib.blake2b(data, key=key.encode()[:64], digest_size=_SEAL).digest() + data


def _unsealed(key: object, kept: object) -> bytes:
    """Return what was sealed for a key. Raises _Damaged if it, its key or its seal is another."""
    if isinstance(key, str) and isinstance(kept, bytes) and _sealed(key, kept[_SEAL:]) == kept:
        return kept[_SEAL:]
    raise _Damaged


def _prune(connection: sqlite3.Connection, now: int) -> None:
    """Forget what is old, once a day; and the older half of what is too much."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    (page,) = connection.execute("PRAGMA page_size").fetchone()
    (pruned,) = connection.execute("PRAGMA user_version").fetchone()  # on what day, counted from 1970
    today = now // 86_400
    too_much = (pages - free) * page > _MOST_BYTES
    if pruned == today and not too_much:
        return
    with connection:
        connection.execute("DELETE FROM results WHERE made < ?", (now - _KEPT_DAYS * 86_400,))
        if too_much:
            connection.execute(
                "DELETE FROM results WHERE key IN "
                "(SELECT key FROM results ORDER BY made LIMIT (SELECT count(*) / 2 FROM results))"
            )
        connection.execute(f"PRAGMA user_version = {today}")
    if too_much:
        connection.execute("VACUUM")  # else the file stays as large as it ever was
