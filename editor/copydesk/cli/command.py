"""Commands that are alone on standard output while they run."""

from __future__ import annotations

from typing import Any

import click

from copydesk.cli import output


class _Context(click.Context):
    def invoke(self, callback: Any, /, *args: Any, **kwargs: Any) -> Any:
        with output.alone():
            return super().invoke(callback, *args, **kwargs)


class Command(click.Command):
    """A command: what its libraries print stays out of standard output."""

    context_class = _Context


class Group(click.Group):
    """A group of such commands."""

    context_class = _Context
    command_class = Command
    group_class = type
