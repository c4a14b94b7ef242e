"""`copydesk completion`: the lines that make a shell complete commands, options and the names of rules."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from copydesk.cli.command import Command
from copydesk.cli.output import echo


@click.command(cls=Command)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes a shell complete copydesk's commands.

    For bash, put into ~/.bashrc:  eval "$(copydesk completion bash)"
    """
    from copydesk.cli.main import copydesk

    made = get_completion_class(shell)
    assert made is not None
    echo(made(copydesk, {}, "copydesk", "_COPYDESK_COMPLETE").source())
