"""`copydesk schema`: JSON Schemas of what copydesk writes, for the programs that read it."""

from __future__ import annotations

import click

from copydesk.cli.command import Group
from copydesk.cli.output import out_utf8


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
def schema() -> None:
    """Print the JSON Schema of a report."""


@schema.command()
def report() -> None:
    """Print the JSON Schema of `check --format json`."""
    _print("json")


@schema.command()
def jsonl() -> None:
    """Print the JSON Schema of one line of `check --format jsonl`."""
    _print("jsonl")


def _print(name: str) -> None:
    from copydesk.report.schema import as_text, schema_of

    out_utf8().write(as_text(schema_of(name)))
