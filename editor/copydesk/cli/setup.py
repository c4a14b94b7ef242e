"""`copydesk setup`: what there is for grammar; `copydesk setup languagetool`: LanguageTool, made ready."""

from __future__ import annotations

import sys
from threading import Lock
from typing import Any

import click

from copydesk.cli.command import Group
from copydesk.cli.output import complain, echo


@click.group(cls=Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def setup(context: click.Context) -> None:
    """Say what there is for grammar on this machine, or bring more."""
    if context.invoked_subcommand is None:
        from copydesk.engines.languagetool.doctor import report

        lines = list(report())
        width = max(len(what) for what, _ in lines)
        for what, found in lines:
            echo(f"{what:{width}}  {found}")


@setup.command()
@click.option("--dry-run", is_flag=True, help="Say what would be fetched, and fetch nothing.")
@click.option("--remove", is_flag=True, help="End the server, and delete what was set up.")
@click.option("--repository", default="", metavar="URL", help="A Maven repository to use instead of Maven Central.")
def languagetool(dry_run: bool, remove: bool, repository: str) -> None:
    """Set up LanguageTool for English: fetch it, check what came, make it start fast.

    About 50 MB are fetched and 65 MB kept, in your own data folder. Nothing is sent anywhere.
    """
    from copydesk.engines.languagetool import setup as steps

    if remove:
        freed = steps.remove()
        echo(f"Freed {freed / 1e6:,.0f} MB." if freed else "There was nothing to remove.")
        return
    planned = steps.plan()
    if dry_run:
        echo(
            f"{len(planned.missing)} files, {planned.bytes_to_fetch / 1e6:,.0f} MB, would be fetched into "
            f"{planned.folder}; done, it takes about {planned.bytes_on_disk / 1e6:,.0f} MB. "
            f"It would run on Java {planned.java.version}, {planned.java.command}."
        )
        return
    with _Bar(planned.bytes_to_fetch) as bar:
        done = steps.set_up(repository, bar.tick, bar.say)
    echo(
        f"LanguageTool {done.version} is set up in {planned.folder}, {steps.size_of(planned.folder) / 1e6:,.0f} MB. "
        'The editor uses it; for check, set engine = "languagetool" in [grammar].'
    )


class _Bar:
    """A progress bar on standard error, for terminals; elsewhere nothing but what is said."""

    def __init__(self, length: int) -> None:
        self._lock = Lock()
        self._bar: Any = None
        if length and sys.stderr.isatty():
            self._bar = click.progressbar(length=length, label="Fetching", file=sys.stderr, show_pos=False)

    def tick(self, size: int) -> None:
        with self._lock:  # several files come at once
            if self._bar is not None:
                self._bar.update(size)

    def say(self, line: str) -> None:
        self._end()
        complain(line)

    def _end(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *how: object) -> None:
        self._end()
