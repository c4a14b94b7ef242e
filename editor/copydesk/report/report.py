"""What every report builds on: choosing one by name, and summing up."""

from __future__ import annotations

from typing import Protocol, TextIO

from copydesk.check.results import Results
from copydesk.errors import CopydeskError, nearest
from copydesk.rules import SEVERITIES, Finding, Fix


class Report(Protocol):
    """Writes results to `out`; `colour` says whether a terminal reads it."""

    def __call__(self, results: Results, out: TextIO, /, *, colour: bool) -> None: ...


BUILT_IN = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html")
FOR_PEOPLE = ("text", "concise")  # in the encoding of whoever reads; all others are UTF-8


def report_named(name: str) -> Report:
    """Return the installed report of that name. Raises CopydeskError if there is none."""
    from importlib import import_module

    if name in BUILT_IN:  # the usual case needs no look at the installed packages
        report: Report = import_module(f"copydesk.report.{name}").report
        return report
    from importlib.metadata import entry_points

    reports = {entry_point.name: entry_point for entry_point in entry_points(group="copydesk.reports")}
    if name not in reports:
        raise CopydeskError(f"there is no format “{name}”.{nearest(name, reports)}")
    installed: Report = reports[name].load()
    return installed


def fixes_here(finding: Finding) -> tuple[Fix, ...]:
    """Return the fixes for this place alone, best first."""
    return tuple(fix for fix in finding.fixes if not fix.everywhere)


def summary(results: Results) -> str:
    """Return the run in one line: “3 warnings and 1 suggestion in 2 files; 1 file could not be checked.”"""
    checked = sum(file.error is None for file in results.files)
    failed = len(results.files) - checked
    if failed and not checked:
        return f"{counted(failed, 'file')} could not be checked."
    counts = [counted(number, severity) for severity in SEVERITIES if (number := results.count(severity))]
    listed = counts[0] if len(counts) == 1 else f"{', '.join(counts[:-1])} and {counts[-1]}" if counts else ""
    text = f"{listed or 'Nothing to report'} in {counted(checked, 'file')}"
    return f"{text}; {', '.join(lacks)}." if (lacks := _lacks(results, failed)) else f"{text}."


def _lacks(results: Results, failed: int) -> list[str]:
    broken = {crash.rule for file in results.files if file.checked for crash in file.checked.crashes}
    lacks = [f"{counted(failed, 'file')} could not be checked"] if failed else []
    lacks += [f"{counted(len(broken), 'rule')} broke down"] if broken else []
    lacks += ["not everything was checked"] if results.unchecked else []
    return [*lacks, "the check was interrupted"] if results.interrupted else lacks


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: “1 file”, “1,200 files”, “2 fixes”."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
