"""JUnit's XML: a test suite for each file, a test case for each finding, an error for what was not checked.

A finding at the fail level is a failure, and its `type` is the severity. Any other is a case that passed, with what
was found for its output: a build that passes shows no failures. A clean file is one case that passed. Notices about
the check are cases that were skipped: readers show those with what they say. What is of no file is in a suite of its
own, `copydesk`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, TextIO
from xml.sax.saxutils import escape

from copydesk.check.results import FileResult, Results
from copydesk.report.paths import relative
from copydesk.report.problems import Problem, problems
from copydesk.report.text import finding_lines
from copydesk.report.visible import harmless_markup, visible
from copydesk.rules import Finding

# What XML 1.0 cannot carry, even escaped, and the C1 controls, from which it warns off.
_NOT_XML = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Marks that turn the direction of what follows, which whoever looks at the file itself should not be fooled by.
_TURNING = {chr(code): f"&#{code};" for code in (*range(0x2028, 0x202F), *range(0x2066, 0x206A))}
_IN_ATTRIBUTES = _TURNING | {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def report(results: Results, out: TextIO, /, *, colour: bool) -> None:
    """Write one `testsuites` element."""
    suites = _suites(results)
    counts = [_counts(suite, results) for suite in suites]
    tests, failures, errors = (sum(each[column] for each in counts) for column in range(3))
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="copydesk" {_numbers(tests, failures, errors)}>\n')
    for suite, (*numbers, skipped) in zip(suites, counts, strict=True):
        name = _attribute(relative(suite.file.path))
        out.write(f'  <testsuite name={name} {_numbers(*numbers)} skipped="{skipped}">\n')
        out.writelines(_cases(suite, name, results))
        out.write("  </testsuite>\n")
    out.write("</testsuites>\n")


class _Suite(NamedTuple):
    """A file, and what is to be said of the check of it."""

    file: FileResult
    said: list[Problem]


def _suites(results: Results) -> list[_Suite]:
    suites = [_Suite(file, []) for file in results.files]
    by_path = {suite.file.path: suite for suite in reversed(suites)}
    of_none = _Suite(FileResult("copydesk"), [])
    for problem in problems(results):
        by_path.get(problem.path, of_none).said.append(problem)
    return [*suites, of_none] if of_none.said else suites


def _counts(suite: _Suite, results: Results) -> tuple[int, int, int, int]:
    findings, errors = suite.file.findings, sum(problem.grave for problem in suite.said)
    failures, skipped = sum(map(results.is_failure, findings)), len(suite.said) - errors
    return len(findings) + len(suite.said) + _is_clean(suite), failures, errors, skipped


def _is_clean(suite: _Suite) -> bool:
    return suite.file.checked is not None and not suite.file.findings and not any(one.grave for one in suite.said)


def _numbers(tests: int, failures: int, errors: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="{errors}" time="0"'


def _cases(suite: _Suite, name: str, results: Results) -> Iterator[str]:
    file = suite.file
    times: Counter[str] = Counter()  # readers take cases of one name for one case

    def case(title: str, line: int, inner: str) -> str:
        times[title] += 1
        return _case(name, f"{title} ({times[title]})" if times[title] > 1 else title, line, inner)

    for problem in suite.said:
        kind = "error" if problem.grave else "skipped"
        yield case(_title(problem), problem.line, f"<{kind} message={_attribute(problem.reason)}/>")
    if _is_clean(suite):
        yield f'    <testcase name={_attribute("clean")} classname={name} file={name} time="0"/>\n'
    if file.checked is None or not file.findings:
        return
    source = file.checked.article.source
    for finding in file.findings:
        line, column = source.locate(finding.span.start)
        said = _failure(file, finding) if results.is_failure(finding) else _output(file, finding)
        yield case(f"{finding.rule} at {line}:{column}", line, said)


def _title(problem: Problem) -> str:
    if problem.rule:
        return f"{problem.rule} runs"
    return "could be checked" if problem.grave else "notice"


def _case(name: str, title: str, line: int, inner: str) -> str:
    title = _attribute(title)
    return (
        f'    <testcase name={title} classname={name} file={name} line="{line}" time="0">\n'
        f"      {inner}\n    </testcase>\n"
    )


def _failure(file: FileResult, finding: Finding) -> str:
    message = _attribute(visible(finding.message))
    return f'<failure type="{finding.severity or "warning"}" message={message}>{_text(file, finding)}</failure>'


def _output(file: FileResult, finding: Finding) -> str:
    return f"<system-out>{_text(file, finding)}</system-out>"


def _text(file: FileResult, finding: Finding) -> str:
    return _carried("\n".join(finding_lines(file, finding)))


def _carried(text: str, entities: dict[str, str] = _TURNING) -> str:
    return harmless_markup(escape(_NOT_XML.sub("�", text), entities))


def _attribute(text: str) -> str:
    return f'"{_carried(text, _IN_ATTRIBUTES)}"'
