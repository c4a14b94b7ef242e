"""`copydesk`: finding the command, and saying in one line what went wrong."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from copydesk import __version__
from copydesk.errors import CopydeskError

# Command → module that holds it and what it does. A module is imported only when its command is run, so that
# `--help` does not wait for rules, engines or the terminal.
_COMMANDS = {
    "edit": ("copydesk.cli.edit", "Open an article in the terminal editor."),
    "check": ("copydesk.cli.check", "Check articles and report what was found."),
    "rules": ("copydesk.cli.rules", "List, explain, test and begin rules."),
    "setup": ("copydesk.cli.setup", "Say what there is for grammar, and set up LanguageTool."),
    "dictionary": ("copydesk.cli.dictionary", "Look after words that are right though no engine knows them."),
    "cache": ("copydesk.cli.cache", "Look after the results that are kept on disk."),
    "completion": ("copydesk.cli.completion", "Print what makes a shell complete commands."),
    "schema": ("copydesk.cli.schema", "Print the JSON Schema of a report."),
}


class _Commands(click.Group):
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


def main() -> None:
    """Run the command line. Exit 0: nothing to stop for; 1: findings at the fail level; 2: could not check."""
    try:
        code = copydesk.main(standalone_mode=False)
    except CopydeskError as error:
        fail(str(error))
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:  # the reader of a pipe had enough
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # a disk that is full, for one
        _give_up_output()
        fail(f"{error.filename or 'the output cannot be written'}: {error.strerror}")
    sys.exit(code if isinstance(code, int) else 0)


def _give_up_output() -> None:
    """Let go of what could not be put out: Python would try once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def fail(message: str) -> None:
    """Say one line on standard error and exit 2."""
    from copydesk.report.visible import visible

    click.echo(f"copydesk: {visible(message)}", err=True)
    sys.exit(2)
