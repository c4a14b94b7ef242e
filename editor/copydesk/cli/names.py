"""Completing the names of packs and rules on the command line."""

from __future__ import annotations

import click

from copydesk.cli.output import alone


def complete_rules(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the packs and rules whose names go on from `incomplete`, the last of a list divided by commas."""
    from copydesk.rules.loading import installed_packs, installed_rules

    before, comma, last = incomplete.rpartition(",")
    with alone():
        known = sorted(installed_packs() | {rule.name for rule in installed_rules()[0]})
    return [f"{before}{comma}{name}" for name in known if name.startswith(last)]
