"""A progress bar for long runs, on standard error."""

from __future__ import annotations

import sys
import time
from typing import Any

import click

_PATIENCE = 0.7  # seconds before anything is shown: a short run needs no bar


class Progress:
    """Shows how many files are done once a run turns out to be long."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._length = 0
        self._done = 0
        self._bar: Any = None

    def begin(self, length: int) -> None:
        """Say how many files there are."""
        self._length = length

    def tick(self, number: int) -> None:
        """Say that `number` more files are done."""
        self._done += number
        if self._bar is not None:
            self._bar.update(number)
        elif time.monotonic() - self._started > _PATIENCE and self._done < self._length:
            self._bar = click.progressbar(length=self._length, label="Checking", file=sys.stderr)
            self._bar.update(self._done)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *how: object) -> None:
        if self._bar is not None:
            self._bar.render_finish()
