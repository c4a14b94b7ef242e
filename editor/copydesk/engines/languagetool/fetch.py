"""Fetching the pinned jars from a Maven repository through the package jgo, which only this module imports."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from copydesk.engines.languagetool.jars import Jar
from copydesk.engines.languagetool.places import NOT_INSTALLED
from copydesk.errors import CopydeskError

_AT_ONCE = 4
_TIMEOUT = 30  # seconds without a byte

Tick = Callable[[int], None]


class _Stopped(Exception):
    """Another jar could not be had: this one need not be fetched to the end."""


def missing(jars: Iterable[Jar], folder: Path) -> list[Jar]:
    """Return the jars that are not in a folder, or not as they should be."""
    return [jar for jar in jars if not jar.is_at(folder / jar.file)]


def fetch(jars: Sequence[Jar], folder: Path, repository: str = "", tick: Tick = lambda size: None) -> None:
    """Fetch jars into a folder. What has come is kept if it breaks off; `tick` is told how many bytes have come.

    `repository` is the address of one to use instead of Maven's own. Raises CopydeskError with one line: no network,
    no such file there, another hash than ours, no room on the disk.
    """
    halfway = folder.parent / "fetching"
    download = _Download(halfway, repository, tick)
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="fetch") as pool:
        waiting = [pool.submit(download.take, jar, folder) for jar in jars]
        try:
            for done in waiting:
                done.result()
        except BaseException:
            download.stopped = True
            pool.shutdown(cancel_futures=True)
            # The first to fail may have come before one that was merely stopped.
            for done in waiting:
                with suppress(_Stopped, CancelledError):
                    done.result()
            raise
    shutil.rmtree(halfway, ignore_errors=True)


class _Download:
    """Takes one jar after another out of a repository."""

    def __init__(self, halfway: Path, repository: str, tick: Tick) -> None:
        try:
            from jgo.maven import MavenContext, PythonResolver
        except ImportError:
            raise CopydeskError(NOT_INSTALLED) from None
        self._tick = tick
        self.stopped = False
        self._context = MavenContext(
            resolver=PythonResolver(progress_callback=self._progress),
            repo_cache=halfway,
            local_repos=[],
            remote_repos={"repository": repository.rstrip("/")} if repository else None,
            timeout=_TIMEOUT,
        )

    def take(self, jar: Jar, folder: Path) -> None:
        """Fetch one jar, check it, and put it in its place. Raises CopydeskError."""
        from requests import RequestException

        if self.stopped:
            raise _Stopped
        group, name, version = jar.artifact.split(":")
        artifact = self._context.project(group, name).at_version(version).artifact()
        path = Path(artifact.cached_path)
        path.unlink(missing_ok=True)  # half of one that broke off would be taken for the whole
        try:
            artifact.resolve()
            if not jar.is_at(path):
                raise CopydeskError(
                    f"{jar.file} is not what it should be (its hash is another): nothing of it was used. Try again; "
                    "if it stays so, something between here and the repository changes files"
                )
            path.replace(folder / jar.file)
        except RequestException as error:
            raise CopydeskError(
                f"{jar.file} cannot be fetched: {_reason(error)}. Try again: what has come is kept"
            ) from None
        except OSError as error:
            raise CopydeskError(f"{jar.file} cannot be written: {error.strerror or error}") from None
        except RuntimeError:
            raise CopydeskError(f"{jar.file} cannot be fetched: the repository does not have it") from None
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    @contextmanager
    def _progress(self, name: str, size: int) -> Iterator[Callable[[int], None]]:
        def came(number: int) -> None:
            if self.stopped:
                raise _Stopped
            self._tick(number)

        yield came


def _reason(error: Any) -> str:
    from requests import exceptions

    if isinstance(error, exceptions.ProxyError):
        return "the proxy does not let it through"
    if isinstance(error, exceptions.SSLError):
        return "the connection is not secure (its certificate is not one that this machine trusts)"
    if isinstance(error, exceptions.Timeout):
        return "no answer in time"
    if isinstance(error, exceptions.ConnectionError):
        return "there is no connection"
    return " ".join(str(error).split())[:200]
