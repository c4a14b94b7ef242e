"""`copydesk check`: report what is wrong, fix what is safe, and say by the exit code whether to go on."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from copydesk.article import Source
from copydesk.check.results import Results
from copydesk.check.run import Runner
from copydesk.cli.command import Command
from copydesk.cli.names import complete_rules
from copydesk.cli.output import complain, out, out_utf8
from copydesk.cli.request import Request
from copydesk.errors import CopydeskError
from copydesk.plain_file import LARGEST, too_large
from copydesk.report.problems import lines, problems
from copydesk.report.report import counted, report_named
from copydesk.rules import SEVERITIES

if TYPE_CHECKING:
    from copydesk.check.cache import ResultCache
    from copydesk.check.fixing import Fixing

_Command = TypeVar("_Command", bound=Callable[..., Any])
_SEVERITY = click.Choice(SEVERITIES)
_FORMATS = "text (default), concise, json, jsonl, sarif, github, gitlab, junit or html."


def _names(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(name.strip() for each in given for name in each.split(",") if name.strip())
    if given and not names:
        raise click.BadParameter("it names no pack and no rule", context, parameter)
    return names


def _path_option(*names: str, **settings: Any) -> Callable[[_Command], _Command]:
    return click.option(*names, type=click.Path(path_type=Path), metavar="FILE", **settings)


@click.command(cls=Command)
@click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path))
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
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the first suggestion of everything.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@_path_option("--baseline", help="Leave out what this file of stets holds.")
@_path_option("--write-baseline", help="Write all that is found into such a file.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever was found.")
@_path_option("--config", help="Use these settings.")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Use N processes (default: as fits).")
@click.option("--no-cache", is_flag=True, help="Check everything anew, and keep nothing.")
@click.option("--changed-since", metavar="REF", help="Only what has changed since this git revision.")
@click.option("--all-rules", is_flag=True, help="All that the grammar engine says, nothing held back.")
@click.option("--together", is_flag=True, help="Compare the articles too: names that one spells unlike another.")
@click.option("--watch", is_flag=True, help="Check again whenever something changes, until Ctrl-C.")
@_path_option("--stdin-filename", help="What to call standard input, which is checked for the path -.")
def check(**given: Any) -> int:
    """Check articles and report what was found.

    PATH is an article, a folder of them, or - for standard input. Exit 0: nothing at the fail level; 1: findings at
    it; 2: something could not be checked; 130: interrupted.

    With --changed-since, files count that differ from where this branch left the git revision REF, or that git does
    not know; of their findings, those in paragraphs that changed, and those about the whole article that have a
    related place in one.
    """
    # What a check makes, it keeps to the end: looking for rubbish in between costs a tenth of the time.
    gc.set_threshold(100_000, 50, 50)
    request = Request(**given)
    if request.watch:
        from copydesk.cli.watch import watch

        request.refuse_contradictions()
        return watch(request, lambda: _Run(request).code)
    code = _Run(request).code()
    gc.freeze()  # nor is there anything to look for at the end
    return code


class _Run:
    """One call of the command."""

    def __init__(self, request: Request) -> None:
        request.refuse_contradictions()
        self._request = request
        self._report = report_named(request.format_)
        self._runner = Runner(request.choice, jobs=request.jobs, cache=self._cache())
        self._runner.together = request.together

    def code(self) -> int:
        """Check, report, and return the exit code."""
        request, runner = self._request, self._runner
        if request.changed_since is not None:
            from copydesk.check.git import Changes

            runner.changes = Changes(request.changed_since)
        fixing = self._fixing()
        try:
            runner.baseline = request.existing_baseline()
            with self._progress():
                results = runner.run(self._inputs()).failing_at(request.fail_level)
        except CopydeskError as error:
            self._report_nothing(str(error))
            raise
        if fixing is not None and not results.interrupted:
            try:
                fixing.finish()
            except CopydeskError as error:  # what was found, and fixed, is reported all the same
                results = results.lacking(str(error))
        if request.write_baseline and not results.interrupted:
            from copydesk.cli.baseline import write

            write(request.write_baseline, results)
            self._say(results, fixing)
            return 2 if results.broken else 0
        self._put_out(results, fixing)
        return self._code(results)

    def _report_nothing(self, why: str) -> None:
        """Put out a report of no file that says why, where a program reads it: of nothing it would make an error."""
        if self._request.for_people or self._request.write_baseline is not None:
            return
        self._report(Results(()).lacking(why), out_utf8(), colour=False)

    def _code(self, results: Results) -> int:
        if results.interrupted:
            return 130
        if results.broken:
            return 2
        return 1 if results.reaching(results.fail_level) and not self._request.exit_zero else 0

    def _inputs(self) -> list[Path | Source]:
        inputs: list[Path | Source] = []
        for path in dict.fromkeys(self._request.paths):
            if str(path) == "-":
                name = str(self._request.stdin_filename or "stdin.txt")
                raw = sys.stdin.buffer.read(LARGEST + 1)  # what is piped in may have no end
                if len(raw) > LARGEST:
                    raise CopydeskError(f"standard input {too_large()}")
                inputs.append(Source.from_bytes(raw, name))
            else:
                inputs.append(path)
        return inputs

    def _cache(self) -> ResultCache | None:
        if self._request.no_cache or self._request.fix or self._request.diff:
            return None
        from copydesk.check.cache import ResultCache

        return ResultCache()

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

        fixing = Fixing(self._runner, write=not self._request.diff, unsafe=self._request.unsafe_fixes)
        self._runner.finish = fixing.fixed
        return fixing

    def _put_out(self, results: Results, fixing: Fixing | None) -> None:
        try:
            self._write(results, fixing)
            out().flush()
        except BrokenPipeError:  # who reads has had enough; what was found is the same
            if self._request.watch:
                raise
        self._say(results, fixing)

    def _write(self, results: Results, fixing: Fixing | None) -> None:
        if self._request.diff and fixing is not None:
            from copydesk.cli.diffs import for_a_log, goes_to_a_log

            diff = "".join(fixing.diffs)
            out_utf8().write(for_a_log(diff) if goes_to_a_log(out()) else diff)
        elif self._request.statistics:
            from copydesk.cli.statistics import statistics

            out().write(statistics(results))
        else:
            stream = out() if self._request.for_people else out_utf8()
            self._report(results.down_to(self._request.min_severity), stream, colour=_wants_colour())

    def _say(self, results: Results, fixing: Fixing | None) -> None:
        """Put on standard error what there is to say of the check, but for what is on the same screen already."""
        request = self._request
        is_shown = request.for_people and out().isatty() and sys.stderr.isatty()
        is_shown = is_shown and not (request.diff or request.statistics or request.write_baseline)
        said = lines(problem for problem in problems(results) if not (is_shown and problem.grave))
        if fixing is not None:
            said += fixing.fights
            if fixing.made and fixing.write:
                said.append(f"{counted(fixing.made, 'fix', 'fixes')} made.")
            if fixing.removed and fixing.write:
                said.append(f"{counted(fixing.removed, 'stet')} that silenced nothing removed.")
        for line in said:
            complain(f"copydesk: {line}")


def _wants_colour() -> bool:
    return out().isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
