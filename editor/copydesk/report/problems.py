"""What a report says of the check rather than of the copy: what was not checked, and what is odd about it.

Standard error says these, a line each, and the formats carry them: those for people what was not checked, all others
everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from copydesk.check.outcome import Unused
from copydesk.check.results import FileResult, Results, broke_down


class Problem(NamedTuple):
    """One of them. `path` is the file that it is about, if it is about one; `rule` the rule that broke down.

    `grave` says that something was not checked, and that the run fails; else it is a notice.
    """

    reason: str
    path: str = ""
    line: int = 1
    rule: str = ""
    grave: bool = False

    @property
    def message(self) -> str:
        """What is wrong, in a line that does not name the file."""
        return broke_down(self.rule, self.reason) if self.rule else self.reason


def problems(results: Results) -> Iterator[Problem]:
    """Yield what there is to say of the check: file by file, then of the run."""
    said = set[str]()
    for file in results.files:
        for problem, notice in _of_file(file):
            said.add(notice)
            yield problem
    for number, notice in enumerate(results.notices):
        if notice not in said:
            yield Problem(notice, grave=notice in results.unchecked or (results.interrupted and number == 0))


def _of_file(file: FileResult) -> Iterator[tuple[Problem, str]]:
    """Yield what is to be said of a file, and the notice in the results that says the same."""
    if file.error:
        yield Problem(file.error, file.path, grave=True), ""
    if file.checked is None:
        return
    for crash in file.checked.crashes:
        problem = Problem(crash.error, file.path, rule=crash.rule, grave=True)
        yield problem, f"{file.path}: {problem.message}"
    for unused in file.checked.unused:
        yield _of_stet(file, unused), unused.notice


def _of_stet(file: FileResult, unused: Unused) -> Problem:
    if unused.entry is not None:
        path = str(unused.entry.path)
        return Problem(unused.notice.removeprefix(f"{path}: "), path)
    assert unused.comment is not None
    assert file.checked is not None
    source = file.checked.article.source
    line, _ = source.locate(unused.comment.comment.span.start)
    return Problem(unused.notice.removeprefix(f"{source.name}:{line}: "), file.path, line)


def lines(given: Iterable[Problem]) -> list[str]:
    """Return problems as lines for people: a rule that broke down alike on many files is one line."""
    paths: dict[tuple[str, ...], list[str]] = {}
    for problem in given:
        place = f"{problem.path}:{problem.line}" if problem.line > 1 else problem.path
        key = (problem.rule, problem.message) if problem.rule else (place, problem.message)
        paths.setdefault(key, []).append(place)
    return [f"{_listed(files)}: {key[-1]}" if files[0] else key[-1] for key, files in paths.items()]


def _listed(paths: Sequence[str]) -> str:
    others = len(paths) - 1
    return f"{paths[0]} and {others:,} other file{'s' if others > 1 else ''}" if others else paths[0]
