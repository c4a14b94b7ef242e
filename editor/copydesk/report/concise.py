"""One line for each finding: for editors' problem lists, grep and logs."""

from __future__ import annotations

from typing import TextIO

from copydesk.check.results import Results
from copydesk.report.problems import problems
from copydesk.report.report import fixes_here, summary
from copydesk.report.visible import harmless, visible


def report(results: Results, out: TextIO, /, *, colour: bool) -> None:
    """Write `path:line:column: severity: message [rule] (first suggestion)`, and a summary.

    What was not checked is such a line too, an error.
    """
    for file in results.files:
        for finding in file.findings:
            assert file.checked is not None
            line, column = file.checked.article.source.locate(finding.span.start)
            suggestion = next((f" ({fix.title})" for fix in fixes_here(finding)), "")
            text = f"{file.path}:{line}:{column}: {finding.severity}: {finding.message} [{finding.rule}]{suggestion}"
            out.write(harmless(visible(text)) + "\n")
    for problem in problems(results):
        if problem.grave:
            place = f"{problem.path}:{problem.line}:1" if problem.path else "copydesk"
            out.write(harmless(visible(f"{place}: error: {problem.message}")) + "\n")
    out.write(summary(results) + "\n")
