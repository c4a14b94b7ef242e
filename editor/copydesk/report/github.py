"""GitHub's workflow commands: each finding becomes an annotation on the changed file."""

from __future__ import annotations

import re
from typing import TextIO

from copydesk.check.results import Results
from copydesk.report.problems import problems
from copydesk.report.report import fixes_here, summary
from copydesk.report.visible import visible

_LINE_END = re.compile(r"([\r\n])")
_LINE_ENDS = {"\r": "%0D", "\n": "%0A"}
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def report(results: Results, out: TextIO, /, *, colour: bool) -> None:
    """Write a workflow command for each problem with the check and for each finding, and a summary.

    The problems come first: of a long list of annotations GitHub shows but the beginning.
    """
    for problem in problems(results):
        level = "error" if problem.grave else "warning"
        where = f" file={_property(problem.path)}" if problem.path else ""
        where += f",line={problem.line}" if problem.line > 1 else ""
        out.write(f"::{level}{where}::{_data(problem.message)}\n")
    for file in results.files:
        for finding in file.findings:
            assert file.checked is not None
            source = file.checked.article.source
            line, column = source.locate(finding.span.start)
            end_line, end_column = source.locate(finding.span.end)
            where = f"file={_property(file.path)},line={line},endLine={end_line}"
            if end_line == line:  # GitHub refuses columns on an annotation of several lines
                where += f",col={column},endColumn={end_column}"
            suggestion = next((f"\n{fix.title}" for fix in fixes_here(finding)), "")
            level = _LEVELS[finding.severity or "warning"]
            out.write(f"::{level} {where},title={_property(finding.rule)}::{_data(finding.message + suggestion)}\n")
    out.write(summary(results) + "\n")


def _data(text: str) -> str:
    """Return text as GitHub's runner decodes it; what it cannot decode, other control characters, is made visible."""
    return "".join(_LINE_ENDS.get(piece) or visible(piece) for piece in _LINE_END.split(text.replace("%", "%25")))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
