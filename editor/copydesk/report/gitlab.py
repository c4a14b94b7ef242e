"""GitLab's code quality report: findings in a merge request's widget and beside the changed lines.

Format: GitLab documentation, “Code Quality”, “Code Quality report format”.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any, TextIO

from copydesk.check.fingerprint import fingerprint
from copydesk.check.results import FileResult, Results
from copydesk.report.paths import relative
from copydesk.report.problems import Problem, problems
from copydesk.report.report import fixes_here
from copydesk.report.streams import write_list
from copydesk.report.visible import writable

_SETTINGS = "copydesk.toml"  # where a problem with a whole run is shown: an issue must be somewhere
_SEVERITIES = {"error": "critical", "warning": "minor", "suggestion": "info"}


def report(results: Results, out: TextIO, /, *, colour: bool) -> None:
    """Write an array of issues; what was not checked is one, a blocker."""
    problematic = (_problem(problem) for problem in problems(results))
    write_list(chain(problematic, (issue for file in results.files for issue in _issues(file))), out)
    out.write("\n")


def _problem(problem: Problem) -> dict[str, Any]:
    path = writable(relative(problem.path or _SETTINGS))
    unread = problem.grave and problem.path and not problem.rule
    return {
        "description": ("This file could not be checked: " if unread else "") + writable(problem.message),
        "check_name": "copydesk",
        "fingerprint": _identity(path, f"problem {problem.line} {writable(problem.message)}", 1),
        "severity": "blocker" if problem.grave else "info",
        "location": {"path": path, "lines": {"begin": problem.line}},
    }


def _issues(file: FileResult) -> Iterator[dict[str, Any]]:
    path = writable(relative(file.path))
    if file.checked is None or not file.findings:
        return
    source = file.checked.article.source
    times: Counter[str] = Counter()
    for finding in file.findings:
        print_ = fingerprint(source.text, finding)
        times[print_] += 1
        suggestion = next((f" ({fix.title})" for fix in fixes_here(finding)), "")
        yield {
            "description": writable(finding.message + suggestion),
            "check_name": writable(finding.rule),
            "fingerprint": _identity(path, print_, times[print_]),
            "severity": _SEVERITIES[finding.severity or "warning"],
            "location": {
                "path": path,
                "lines": {"begin": source.locate(finding.span.start)[0], "end": source.locate(finding.span.end)[0]},
            },
        }


def _identity(path: str, print_: str, time: int) -> str:
    """Return what tells an issue from all others: GitLab shows only one of those that have the same."""
    return hashlib.sha256(f"{path}\x1f{print_}\x1f{time}".encode()).hexdigest()[:32]
