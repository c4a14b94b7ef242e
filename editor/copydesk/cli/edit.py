"""`copydesk edit FILE`: the terminal editor."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from copydesk.cli.command import Command
from copydesk.cli.output import out, screen
from copydesk.errors import CopydeskError


@click.command(cls=Command)
@click.argument("file", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings to use instead of those found."
)
def edit(file: Path, config: Path | None) -> None:
    """Open the article FILE in the terminal: walk the findings, change or keep, save.

    Press ? in the editor for its keys.
    """
    with screen():
        _edit(file, config)


def _refuse_bad_sizes() -> None:
    """Raise CopydeskError where the environment gives the screen a size that is no number: libraries break at it."""
    for name in ("COLUMNS", "LINES"):
        given = os.environ.get(name, "")
        if given and not (given.isascii() and given.isdecimal() and len(given) < 7):
            raise CopydeskError(f"{name} in the environment is “{given}”: it must be a whole number; unset it")


def _edit(file: Path, config: Path | None) -> None:
    from copydesk.article import Source
    from copydesk.check.outcome import read_article
    from copydesk.check.settings_file import load_settings

    _refuse_bad_sizes()
    settings = load_settings(file, config)
    article = read_article(Source.from_path(file), settings)
    if not (sys.stdin.isatty() and out().isatty()):
        raise CopydeskError(f"edit needs a terminal; without one, use: copydesk check {file}")

    from copydesk.session import Journal, Session
    from copydesk.session.checker import BackgroundChecker

    session = Session(article, file, Journal(file))
    checker = BackgroundChecker(settings)
    checker.ask(session.job())  # the worker starts on it while the screen is being made

    from copydesk.terminal.app import CopydeskApp

    CopydeskApp(session, checker).run()
