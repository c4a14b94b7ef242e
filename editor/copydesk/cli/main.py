"""`copydesk`: finding the command, and saying in one line what went wrong."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

from copydesk import __version__
from copydesk.cli import output
from copydesk.cli.command import Group
from copydesk.errors import CopydeskError

# Command → module that holds it and what it does. A module is imported only when its command is run, so that
# `--help` does not wait for rules, engines or the terminal.
_COMMANDS = {
    "edit": ("copydesk.cli.edit", "Open an article in the terminal editor."),
    "check": ("copydesk.cli.check", "Check articles and report what was found."),
    "facts": ("copydesk.cli.facts", "List the people, organisations and places of an article."),
    "rules": ("copydesk.cli.rules", "List, explain, test and begin rules."),
    "setup": ("copydesk.cli.setup", "Say what there is for grammar, and set up LanguageTool."),
    "dictionary": ("copydesk.cli.dictionary", "Look after words that are right though no engine knows them."),
    "cache": ("copydesk.cli.cache", "Look after the results that are kept on disk."),
    "completion": ("copydesk.cli.completion", "Print what makes a shell complete commands."),
    "schema": ("copydesk.cli.schema", "Print the JSON Schema of a report."),
}

_LAST_WORDS = 2.0  # seconds that threads have to end by themselves
_COMPLETING = "_COPYDESK_COMPLETE"  # a shell sets it that wants to know how a command may go on


class _Commands(Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="copydesk")
def copydesk() -> None:
    """Read a news article the way a copy editor does."""


def _look_for_no_modules_here() -> None:
    """Take the working folder out of where Python looks for modules and plugins; it may be what is checked.

    An empty entry in PYTHONPATH, which a stray colon makes, puts it there. Only `rules` is given Python by name.
    """
    if sys.argv[1:2] == ["rules"]:
        return
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    try:
        here = os.path.realpath(os.curdir)
    except FileNotFoundError:  # a folder that was deleted has no modules
        return
    if any(os.path.realpath(name) == here for name in named):  # realpath has "" for the working folder, as Python has
        sys.path[:] = [entry for entry in sys.path if os.path.realpath(entry) != here]
    sys.path[:] = [entry for entry in sys.path if entry]


def main() -> None:
    """Run the command line. Exit 0: nothing to stop for; 1: findings at the fail level; 2: could not check."""
    output.claim()
    _look_for_no_modules_here()
    try:
        code = _exit_code(_run)
    finally:
        ended = _exit_code(output.release)
    _end(code or ended)


def _end(code: int) -> NoReturn:
    """Exit, even where a thread that a plugin began goes on: Python itself would wait for it."""
    until = time.monotonic() + _LAST_WORDS
    for thread in threading.enumerate():
        if not thread.daemon and thread is not threading.main_thread():
            thread.join(max(0, until - time.monotonic()))
            if thread.is_alive():
                atexit._run_exitfuncs()
                os._exit(code)
    sys.exit(code)


def _run() -> Any:
    columns = output.columns()  # click would look for them at the descriptor that is no longer standard output
    width = max(min(columns, 80) - 2, 50) if columns else None
    try:
        return copydesk.main(standalone_mode=False, terminal_width=width)
    except (SystemExit, KeyError, ValueError) as error:
        if getattr(error, "code", 1) and (given := os.environ.get(_COMPLETING)):  # a shell asks, or seems to
            raise CopydeskError(f"{_COMPLETING} in the environment is “{given}”: no shell asks so") from None
        raise


def _exit_code(step: Callable[[], Any]) -> int:
    """Take a step, say in one line what went wrong, and return the exit code."""
    try:
        code = step()
    except CopydeskError as error:
        return _failed(str(error))
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:  # the reader of a pipe had enough
        return 0
    except OSError as error:
        why = error.strerror or str(error)
        return _failed(f"{error.filename}: {why}" if isinstance(error.filename, str) else why)
    return code if isinstance(code, int) else 0


def _failed(message: str) -> int:

    output.complain(f"copydesk: {message}")
    return 2
