"""Results on disk, so that a file that was checked before need not be checked again.

The folder is the user's alone: it holds words of unpublished copy. SQLite keeps several processes out of each
other's way; no package for disk caches that is looked after does the same without pickle.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from copydesk.check.outcome import Outcome

_KEPT_DAYS = 30
_MOST_BYTES = 200_000_000
_AT_ONCE = 500  # variables in one SQL statement


def folder() -> Path:
    """Return the folder of the cache; it need not exist."""
    from platformdirs import user_cache_path

    return user_cache_path("copydesk")


class ResultCache:
    """Outcomes by key. Whatever is wrong with the file, it is a cache: `problem` says so and nothing is kept."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or folder() / "results.sqlite3"
        self.problem = ""

    def get_many(self, keys: Iterable[str]) -> dict[str, Outcome]:
        """Return the outcomes that are kept under these keys."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, Outcome] = {}
        if not wanted or not self._path.exists():
            return found
        try:
            with closing(self._connect()) as connection:
                for start in range(0, len(wanted), _AT_ONCE):
                    some = wanted[start : start + _AT_ONCE]
                    marks = ",".join("?" * len(some))
                    rows = connection.execute(f"SELECT key, outcome FROM results WHERE key IN ({marks})", some)
                    found.update((key, msgspec.msgpack.decode(data, type=Outcome)) for key, data in rows)
        except (sqlite3.Error, msgspec.DecodeError) as error:
            self._drop(error)
            return {}
        return found

    def put_many(self, outcomes: Mapping[str, Outcome]) -> None:
        """Keep outcomes, and forget what is old or too much."""
        if not outcomes:
            return
        now = int(time.time())
        rows = [(key, now, msgspec.msgpack.encode(outcome)) for key, outcome in outcomes.items()]
        try:
            with closing(self._connect()) as connection, connection:
                connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
                self._prune(connection, now)
        except (sqlite3.Error, OSError) as error:
            self._drop(error)

    def clean(self) -> int:
        """Delete the cache. Return how many bytes it took."""
        size = 0
        for path in self._files():
            with suppress(FileNotFoundError):
                size += path.stat().st_size
                path.unlink()
        return size

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path.parent.chmod(0o700)
        connection = sqlite3.connect(self._path, timeout=5)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")  # what a power cut takes is worked out again
        connection.execute(
            "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, made INTEGER, outcome BLOB) WITHOUT ROWID"
        )
        return connection

    def _prune(self, connection: sqlite3.Connection, now: int) -> None:
        connection.execute("DELETE FROM results WHERE made < ?", (now - _KEPT_DAYS * 86_400,))
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (page,) = connection.execute("PRAGMA page_size").fetchone()
        if pages * page > _MOST_BYTES:
            connection.execute("DELETE FROM results WHERE made < ?", (now - 1,))

    def _drop(self, error: Exception) -> None:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            return  # others are at it: this run goes on without
        self.problem = f"the cache in {self._path.parent} was broken and has been dropped: {error}"
        with suppress(OSError):
            self.clean()

    def _files(self) -> list[Path]:
        return [self._path.with_name(self._path.name + ending) for ending in ("", "-wal", "-shm")]
