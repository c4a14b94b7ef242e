"""`copydesk check`: report what is wrong, fix what is safe, and say by the exit code whether to go on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from copydesk.article import Source
from copydesk.check.atomic import write_atomically
from copydesk.check.desk import Checked, Desk
from copydesk.check.results import Results
from copydesk.check.run import Choice, Runner
from copydesk.report.report import counted, report_named
from copydesk.report.visible import visible
from copydesk.rules import SEVERITIES, Severity

_SEVERITY = click.Choice(SEVERITIES)


def _names(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for each in given for name in each.split(",") if name.strip())


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", default="text", metavar="FORMAT", help="text (default), concise, json or github."
)
@click.option("--select", multiple=True, callback=_names, metavar="NAMES", help="Only these packs or rules.")
@click.option("--ignore", multiple=True, callback=_names, metavar="NAMES", help="Not these packs or rules.")
@click.option("--min-severity", type=_SEVERITY, default="suggestion", help="What is shown (default: everything).")
@click.option("--fail-level", type=_SEVERITY, default="error", help="What makes the exit code 1 (default: error).")
@click.option("--fix", is_flag=True, help="Make the safe fixes, and report what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever was found.")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Use these settings.")
def check(
    paths: tuple[Path, ...],
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    min_severity: Severity,
    fail_level: Severity,
    fix: bool,
    diff: bool,
    exit_zero: bool,
    config: Path | None,
) -> int:
    """Check articles and report what was found.

    PATH is an article or a folder of them. Exit 0: nothing at the fail level; 1: findings at it; 2: something
    could not be checked.
    """
    report = report_named(format_)
    runner = Runner(Choice(config, select, ignore))
    fixing = _Fixing(write=not diff)
    results = runner.run(paths, fixing) if fix or diff else runner.run(paths)
    if diff:
        sys.stdout.write("".join(fixing.diffs))
    else:
        report(results.down_to(min_severity), sys.stdout, colour=_wants_colour())
    sys.stdout.flush()
    _say(results, fixing, with_errors=format_ not in ("json", "github"), with_notices=format_ != "json")
    if results.broken:
        return 2
    return 1 if results.reaching(fail_level) and not exit_zero else 0


class _Fixing:
    """Checks a source after making its safe fixes; writes it back, or only keeps what would change."""

    def __init__(self, *, write: bool) -> None:
        self.write = write
        self.made = 0
        self.diffs: list[str] = []
        self.fights: list[str] = []

    def __call__(self, desk: Desk, source: Source) -> Checked:
        from copydesk.check.fixing import diff, fix_source

        fixed = fix_source(desk, source)
        if fixed.fighting:
            self.fights.append(
                f"{source.name}: the fixes of these rules undo each other: {', '.join(fixed.fighting)}"
            )
        if fixed.made and self.write:
            write_atomically(Path(source.name), fixed.source.raw)
        self.made += fixed.made
        self.diffs.append(diff(source, fixed.source))
        return fixed.checked


def _say(results: Results, fixing: _Fixing, *, with_errors: bool, with_notices: bool) -> None:
    """Put on standard error what the report does not carry."""
    lines: list[str] = []
    if with_errors:
        lines += (f"{file.path}: {file.error}" for file in results.files if file.error)
    if with_notices:
        lines += results.notices
    lines += fixing.fights
    if fixing.made and fixing.write:
        lines.append(f"{counted(fixing.made, 'fix').replace('fixs', 'fixes')} made.")
    for line in lines:
        click.echo(f"copydesk: {visible(line)}", err=True)


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
