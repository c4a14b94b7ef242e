"""Standard output: for what a command says, and nothing else.

Libraries print. A grammar engine writes to descriptor 1 from Rust, a plugin calls `print`, and a report with such a
line in it can no longer be read. So `claim` moves standard output to a descriptor that nobody else knows; what is
written to descriptor 1 from then on is dropped. While a command is `alone` on it, `print` goes to standard error.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

import click

from copydesk.errors import CopydeskError

_WHY = {errno.EBADF: "standard output is closed"}


class CannotWrite(CopydeskError):
    """Standard output takes no more: there is no use in going on."""


_own: TextIO | None = None  # standard output, while others are kept out of `sys.stdout`


class _Descriptor(io.FileIO):
    """A descriptor that is written to until that fails once. What comes after that is dropped."""

    failed = False

    def write(self, data: Any, /) -> int:
        """Write some of the data, and return how much. Raises CannotWrite, or BrokenPipeError if nobody reads."""
        if self.failed:
            return memoryview(data).nbytes
        try:
            while (written := super().write(data)) is None:
                self._wait()
        except BrokenPipeError:
            self.failed = True
            raise
        except OSError as error:
            self.failed = True
            why = _WHY.get(error.errno or 0, error.strerror)
            raise CannotWrite(f"the output cannot be written: {why}") from None
        return written

    def _wait(self) -> None:
        """Wait until a descriptor that somebody made non-blocking takes more."""
        import select

        select.select([], [self.fileno()], [])


def claim() -> None:
    """Take standard output for this program's own words, before anybody else can write to it."""
    _open_missing()
    encoding = sys.stdout.encoding if sys.stdout else "utf-8"
    descriptor = os.dup(1) if sys.stdout else os.open(os.devnull, os.O_RDONLY)  # writing to that fails, as it should
    _drop(1)
    sys.stdin = sys.stdin or io.TextIOWrapper(io.BytesIO())
    sys.stderr = sys.stderr or io.TextIOWrapper(io.BytesIO())
    raw = _Descriptor(descriptor, "w")
    sys.stdout = io.TextIOWrapper(
        io.BufferedWriter(raw), encoding=encoding, errors="replace", line_buffering=raw.isatty()
    )


def release() -> None:
    """Write what is left, and keep everybody out of standard output from now on. Raises what writing raises."""
    mine, sys.stdout = sys.stdout, sys.stderr
    try:
        sys.stderr.flush()
    except OSError:
        _drop(2)  # Python would try once more at its end, and exit with a code of its own
    mine.close()


def _open_missing() -> None:
    """Fill descriptors 0 to 2 that are closed: a database that is opened next would be taken for one of them."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # the lowest that is free is this one


def _drop(descriptor: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


@contextmanager
def alone() -> Iterator[None]:
    """Keep what others `print` meanwhile out of standard output: it goes to standard error."""
    global _own
    if _own is not None:
        yield
        return
    _own, sys.stdout = sys.stdout, sys.stderr
    try:
        yield
    finally:
        sys.stdout, _own = _own, None


@contextmanager
def screen() -> Iterator[None]:
    """Leave the terminal to the editor: what others write meanwhile, also to standard error, is dropped."""
    descriptor = os.dup(2)
    _drop(2)
    drawn_on = ("__stdout__", "__stderr__", "stderr")  # by Textual, which says there too if it breaks down
    before = {name: getattr(sys, name) for name in drawn_on}
    vars(sys).update(dict.fromkeys(drawn_on, out()))
    try:
        yield
    finally:
        vars(sys).update(before)
        os.dup2(descriptor, 2)
        os.close(descriptor)


def out() -> TextIO:
    """Return standard output, for text in the encoding of whatever reads it. What it lacks becomes “?”."""
    return _own or sys.stdout


def out_utf8() -> TextIO:
    """Return standard output for what a program reads: in UTF-8, whatever the locale.

    Bytes of a file's name that are not UTF-8 are written as they are, so that a patch names the file.
    """
    stream = out()
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    return stream


def echo(text: str, *, nl: bool = True) -> None:
    """Write text to standard output."""
    from copydesk.report.visible import harmless  # late: to start without the reports is quicker

    click.echo(harmless(text), file=out(), nl=nl)


def columns() -> int | None:
    """Return how wide the terminal is that reads standard output, or COLUMNS; None if neither says."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and len(given) < 7:
        return int(given) or None
    try:
        return os.get_terminal_size(out().fileno()).columns or None
    except (OSError, ValueError):
        return None


def complain(line: str) -> None:
    """Put a line on standard error, if that can be written."""
    from copydesk.report.visible import harmless, visible

    with suppress(OSError):
        click.echo(harmless(visible(line)), err=True)
