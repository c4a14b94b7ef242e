"""`copydesk check`: report what is wrong, fix what is safe, and say by the exit code whether to go on."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from copydesk.article import Source
from copydesk.check.results import Results
from copydesk.check.run import Choice, Runner
from copydesk.cli.names import complete_rules
from copydesk.errors import CopydeskError
from copydesk.report.report import counted, report_named
from copydesk.report.visible import visible
from copydesk.rules import SEVERITIES, Severity

if TYPE_CHECKING:
    from copydesk.check.fixing import Fixing

_Command = TypeVar("_Command", bound=Callable[..., Any])
_SEVERITY = click.Choice(SEVERITIES)
_FORMATS = "text (default), concise, json, jsonl, sarif, github, gitlab, junit or html."


def _names(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for each in given for name in each.split(",") if name.strip())


def _path_option(*names: str, **settings: Any) -> Callable[[_Command], _Command]:
    return click.option(*names, type=click.Path(path_type=Path), metavar="FILE", **settings)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format_", default="text", metavar="FORMAT", help=_FORMATS)
@click.option(
    "--select",
    multiple=True,
    callback=_names,
    shell_complete=complete_rules,
    metavar="NAMES",
    help="Only these packs or rules.",
)
@click.option(
    "--extend-select",
    multiple=True,
    callback=_names,
    shell_complete=complete_rules,
    metavar="NAMES",
    help="These packs or rules too.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=_names,
    shell_complete=complete_rules,
    metavar="NAMES",
    help="Not these packs or rules.",
)
@click.option("--min-severity", type=_SEVERITY, default="suggestion", help="What is shown (default: everything).")
@click.option("--fail-level", type=_SEVERITY, default="error", help="What makes the exit code 1 (default: error).")
@click.option("--fix", is_flag=True, help="Make the safe fixes, and report what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@_path_option("--baseline", help="Leave out what this file of stets holds.")
@_path_option("--write-baseline", help="Write all that is found into such a file.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever was found.")
@_path_option("--config", help="Use these settings.")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Use N processes (default: as fits).")
@click.option("--no-cache", is_flag=True, help="Check everything anew, and keep nothing.")
@_path_option("--stdin-filename", help="What to call standard input, which is checked for the path -.")
def check(**given: Any) -> int:
    """Check articles and report what was found.

    PATH is an article, a folder of them, or - for standard input. Exit 0: nothing at the fail level; 1: findings at
    it; 2: something could not be checked.
    """
    # What a check makes, it keeps to the end: looking for rubbish in between costs a tenth of the time.
    gc.set_threshold(100_000, 50, 50)
    code = _Run(Request(**given)).code()
    gc.freeze()  # nor is there anything to look for at the end
    return code


@dataclass(frozen=True)
class Request:
    """What the command line asks for."""

    paths: tuple[Path, ...]
    format_: str
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    min_severity: Severity
    fail_level: Severity
    fix: bool
    diff: bool
    statistics: bool
    baseline: Path | None
    write_baseline: Path | None
    exit_zero: bool
    config: Path | None
    jobs: int
    no_cache: bool
    stdin_filename: Path | None


class _Run:
    """One call of the command."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._report = report_named(request.format_)
        choice = Choice(request.config, request.select, request.ignore, request.extend_select)
        self._runner = Runner(choice, jobs=request.jobs, cache=self._cache(), baseline=self._baseline())

    def code(self) -> int:
        """Check, report, and return the exit code."""
        with self._progress():
            results = self._runner.run([self._input(path) for path in self._request.paths])
        fixing = self._fixing()
        if fixing is not None:
            results = replace(results, files=tuple(map(fixing.fixed, results.files)))
        if self._request.write_baseline:
            _write_baseline(self._request.write_baseline, results)
            return 2 if results.broken else 0
        self._put_out(results, fixing)
        if results.broken:
            return 2
        return 1 if results.reaching(self._request.fail_level) and not self._request.exit_zero else 0

    def _input(self, path: Path) -> Path | Source:
        if str(path) != "-":
            return path
        if self._request.fix:
            raise CopydeskError("--fix has no file to write standard input back to; use --diff")
        return Source.from_bytes(sys.stdin.buffer.read(), str(self._request.stdin_filename or "stdin.txt"))

    def _cache(self) -> Any:
        if self._request.no_cache or self._request.fix or self._request.diff:
            return None
        from copydesk.check.cache import ResultCache

        return ResultCache()

    def _baseline(self) -> Path | None:
        path = self._request.baseline
        if path is not None and not path.is_file():
            raise CopydeskError(f"{path}: there is no such baseline; write one with --write-baseline")
        return path

    def _progress(self) -> AbstractContextManager[Any]:
        """Show a bar on long runs, to terminals only."""
        if not sys.stderr.isatty() or (len(self._request.paths) == 1 and self._request.paths[0].is_file()):
            return nullcontext()
        from copydesk.cli.progress import Progress

        progress = Progress()
        self._runner.tick = progress.tick
        self._runner.begin = progress.begin
        return progress

    def _fixing(self) -> Fixing | None:
        if not (self._request.fix or self._request.diff):
            return None
        from copydesk.check.fixing import Fixing

        return Fixing(lambda file: self._runner.desk_for_path(Path(file.path)), write=not self._request.diff)

    def _put_out(self, results: Results, fixing: Fixing | None) -> None:
        if self._request.diff and fixing is not None:
            sys.stdout.write("".join(fixing.diffs))
        elif self._request.statistics:
            sys.stdout.write(_statistics(results))
        else:
            self._report(results.down_to(self._request.min_severity), sys.stdout, colour=_wants_colour())
        sys.stdout.flush()
        self._say(results, fixing)

    def _say(self, results: Results, fixing: Fixing | None) -> None:
        """Put on standard error what the report does not carry."""
        lines: list[str] = []
        if self._request.format_ in ("text", "concise", "html") or self._request.diff or self._request.statistics:
            lines += (f"{file.path}: {file.error}" for file in results.files if file.error)
            lines += results.notices
        if fixing is not None:
            lines += fixing.fights
            if fixing.made and fixing.write:
                lines.append(f"{counted(fixing.made, 'fix', 'fixes')} made.")
        for line in lines:
            click.echo(f"copydesk: {visible(line)}", err=True)


def _statistics(results: Results) -> str:
    """Return how often each rule speaks, the most frequent first; those on trial are marked so."""
    shown = Counter(finding.rule for file in results.files for finding in file.findings)
    trial = Counter(
        f"{finding.rule} (trial)" for file in results.files if file.checked for finding in file.checked.trial
    )
    rows = sorted((shown + trial).items(), key=lambda row: (-row[1], row[0]))
    width = len(f"{rows[0][1]:,}") if rows else 1
    return (
        "".join(f"{number:>{width},}  {name}\n" for name, number in rows)
        + f"{sum((shown + trial).values()):,}  in all\n"
    )


def _write_baseline(path: Path, results: Results) -> None:
    from copydesk.check.fingerprint import place_of
    from copydesk.check.stets import Stet, relative, write_baseline

    stets: list[Stet] = []
    for file in results.files:
        if file.checked is None:
            continue
        name = relative(Path(file.path), path.absolute().parent)
        text = file.checked.article.text
        stets += [Stet(finding.rule, *place_of(text, finding.span), file=name) for finding in file.findings]
    write_baseline(path, stets)
    click.echo(f"copydesk: {path}: {counted(len(stets), 'finding')} written.", err=True)


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
