"""JUnit's XML: a test suite for each file, a failed test case for each finding, an error for what broke.

Every finding shown is a failure, whatever its severity (`--min-severity` says what is shown); its `type` is the
severity. A clean file is one test case that passed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TextIO
from xml.sax.saxutils import escape

from copydesk.check.results import FileResult, Results
from copydesk.report.paths import relative
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
    counts = [_counts(file) for file in results.files]
    tests, failures, errors = (sum(each[column] for each in counts) for column in range(3))
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="copydesk" {_numbers(tests, failures, errors)}>\n')
    for file, numbers in zip(results.files, counts, strict=True):
        name = _attribute(relative(file.path))
        out.write(f'  <testsuite name={name} {_numbers(*numbers)} skipped="0">\n')
        out.writelines(_cases(file, name))
        out.write("  </testsuite>\n")
    out.write("</testsuites>\n")


def _counts(file: FileResult) -> tuple[int, int, int]:
    failures = len(file.findings)
    errors = bool(file.error) + (len(file.checked.crashes) if file.checked else 0)
    return max(failures + errors, 1), failures, errors


def _numbers(tests: int, failures: int, errors: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="{errors}" time="0"'


def _cases(file: FileResult, name: str) -> Iterator[str]:
    if file.error:
        yield _case(name, "could be checked", 1, f"<error message={_attribute(file.error)}/>")
    if file.checked is None:
        return
    for crash in file.checked.crashes:
        yield _case(name, f"{crash.rule} runs", 1, f"<error message={_attribute(crash.error)}/>")
    if not file.findings and not file.checked.crashes:
        yield f'    <testcase name={_attribute("clean")} classname={name} file={name} time="0"/>\n'
    if not file.findings:
        return
    source = file.checked.article.source
    times: Counter[str] = Counter()
    for finding in file.findings:
        line, column = source.locate(finding.span.start)
        title = f"{finding.rule} at {line}:{column}"
        times[title] += 1  # readers take cases of one name for one case
        title += f" ({times[title]})" if times[title] > 1 else ""
        yield _case(name, title, line, _failure(file, finding))


def _case(name: str, title: str, line: int, inner: str) -> str:
    title = _attribute(title)
    return (
        f'    <testcase name={title} classname={name} file={name} line="{line}" time="0">\n'
        f"      {inner}\n    </testcase>\n"
    )


def _failure(file: FileResult, finding: Finding) -> str:
    text = "\n".join(finding_lines(file, finding))
    message = _attribute(visible(finding.message))
    return f'<failure type="{finding.severity or "warning"}" message={message}>{_carried(text)}</failure>'


def _carried(text: str, entities: dict[str, str] = _TURNING) -> str:
    return harmless_markup(escape(_NOT_XML.sub("�", text), entities))


def _attribute(text: str) -> str:
    return f'"{_carried(text, _IN_ATTRIBUTES)}"'
