"""`copydesk check --watch`: check again whenever an article, or what the house has settled, changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.check import keys, settings_file
from copydesk.check.files import articles_in
from copydesk.check.settings_file import load_settings
from copydesk.check.stets import FILE_NAME as STETS
from copydesk.cli.output import CannotWrite, complain, out
from copydesk.cli.request import Request
from copydesk.errors import CopydeskError

_PAUSE = 0.5  # seconds between two looks
_LOOKING = 0.1  # at most this share of the time goes into looking
_BESIDE = (settings_file.FILE_NAME, "pyproject.toml", STETS, ".gitignore")

_Stamps = dict[str, tuple[int, int]]  # when a file was changed, and its size, by its path


@dataclass(frozen=True)
class Look:
    """How things stand: the articles, and what else has a say in the checks of them."""

    articles: _Stamps
    house: _Stamps


def watch(
    request: Request, begin: Callable[[], Callable[[], int]], *, pause: Callable[[float], object] = time.sleep
) -> int:
    """Check, and check again when something changes, until interrupted. Return the exit code, 130.

    `begin` makes ready what checks: at first, and whenever what the house has settled changes.
    """
    seen: Look | None = None
    check: Callable[[], int] | None = None
    try:
        while True:
            started = time.monotonic()
            there = look(request)
            took = time.monotonic() - started
            if there != seen:
                if seen is None or check is None or there.house != seen.house:
                    check = _begun(begin)
                if check is not None and _said(check) == 130:
                    return 130
                seen = there
            pause(max(_PAUSE, took / _LOOKING))
    except KeyboardInterrupt:
        return 130


def _begun(begin: Callable[[], Callable[[], int]]) -> Callable[[], int] | None:
    settings_file.forget()
    keys.forget()
    try:
        return begin()
    except CopydeskError as error:
        _say(str(error))
        return None


def _said(check: Callable[[], int]) -> int:
    """Check, on a screen of its own, and return the exit code; a mistake in the settings is no reason to stop."""
    if out().isatty():
        out().write("\x1b[2J\x1b[1;1H")
    try:
        code = check()
    except CannotWrite:
        raise
    except CopydeskError as error:
        _say(str(error))
        code = 2
    if sys.stderr.isatty() and code != 130:
        _say("watching; Ctrl-C ends it")
    return code


def _say(line: str) -> None:
    complain(f"copydesk: {line}")


def look(request: Request) -> Look:
    """Return how things stand with the articles that a request means."""
    try:
        articles = articles_in(request.paths)
    except CopydeskError:
        articles = []  # the check says what is wrong
    return Look(_stamps(articles), _stamps(_of_house(request, articles)))


def _of_house(request: Request, articles: Iterable[Path]) -> Iterator[Path]:
    """Yield the files, there or not, that settle what is checked and what is let stand."""
    yield from filter(None, (request.config, request.baseline))
    folders = {Path(os.path.abspath(path)).parent for path in (*articles, *request.paths)}
    folders |= {Path(os.path.abspath(path)) for path in request.paths}
    for place in {above for folder in folders for above in (folder, *folder.parents)}:
        yield from (place / name for name in _BESIDE)
    styles = set()
    for folder in folders:
        try:
            settings = load_settings(folder, request.config)
        except CopydeskError:
            continue
        if settings.styles_path is not None:
            styles |= {settings.styles_path / pack for pack in settings.styles.use}
    for pack in styles:
        for root, _, names in os.walk(pack):
            yield from (Path(root, name) for name in names)


def _stamps(paths: Iterable[Path]) -> _Stamps:
    stamps = {}
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        stamps[str(path)] = (status.st_mtime_ns, status.st_size)
    return stamps
