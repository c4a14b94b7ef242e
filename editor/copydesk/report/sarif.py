"""SARIF 2.1.0, which GitHub's code scanning, Azure DevOps and editors read.

Source: OASIS, “Static Analysis Results Interchange Format (SARIF) Version 2.1.0”; what GitHub makes of it:
“SARIF support for code scanning”. Columns and offsets are Unicode code points, and the report says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, TextIO

from copydesk import __version__
from copydesk.article import Source, Span
from copydesk.check.fingerprint import fingerprint
from copydesk.check.results import Results
from copydesk.report.documentation import RuleText, documentation
from copydesk.report.paths import uri
from copydesk.report.problems import problems
from copydesk.report.report import fixes_here
from copydesk.report.streams import encoded, write_list
from copydesk.report.visible import writable
from copydesk.rules import Finding, Fix

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_ROOT = "%SRCROOT%"  # by custom, where the repository was checked out
# What SARIF would read as a link or a placeholder in a plain message (3.11.5 and 3.11.6).
_LINK = re.compile(r"\[([^\[\]]*)\]\(")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_Json = dict[str, Any]


def report(results: Results, out: TextIO, /, *, colour: bool) -> None:
    """Write one log with one run, a result at a time."""
    rules = documentation(results)
    out.write(f'{{\n "$schema": "{_SCHEMA}",\n "version": "2.1.0",\n "runs": [\n  {{\n')
    for name, value in _run(results, rules).items():
        out.write(f'   "{name}": {encoded(value)},\n')
    out.write('   "artifacts": ')
    artifacts = ({"location": _artifact(file.path), "roles": ["analysisTarget"]} for file in results.files)
    write_list(artifacts, out, margin="   ", indent=-1)
    out.write(',\n   "results": ')
    write_list(_results(results, list(rules)), out, margin="   ", indent=-1)
    out.write("\n  }\n ]\n}\n")


def _run(results: Results, rules: dict[str, RuleText]) -> _Json:
    """Return the run's properties but for the long lists."""
    driver = {"name": "copydesk", "version": __version__, "rules": [_rule(rule) for rule in rules.values()]}
    tool: _Json = {"driver": driver}
    if results.engine:
        tool["extensions"] = [{"name": results.engine.name, "version": results.engine.version}]
    return {
        "tool": tool,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [
            {
                "executionSuccessful": not (results.broken or results.interrupted),
                "toolExecutionNotifications": list(_notifications(results)),
            }
        ],
    }


def _rule(rule: RuleText) -> _Json:
    text = "\n\n".join((rule.summary, *rule.details))
    examples = "".join(f"\n\n> {_quoted(before)}\n\nbecomes\n\n> {_quoted(after)}" for before, after in rule.examples)
    return {
        "id": writable(rule.name),
        "name": writable(rule.name.rpartition(".")[2]),
        "shortDescription": {"text": writable(rule.summary)},
        "fullDescription": {"text": writable(text)},
        "help": {"text": writable(text), "markdown": writable(text + (examples and f"\n\n## Examples{examples}"))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [writable(rule.name.partition(".")[0])]},
    }


def _quoted(copy: str) -> str:
    return copy.replace("\n", "\n> ")


def _notifications(results: Results) -> Iterator[_Json]:
    for problem in problems(results):
        notification: _Json = {
            "descriptor": {"id": "could-not-be-checked" if problem.grave else "notice"},
            "level": "error" if problem.grave else "warning",
            "message": _message(problem.message),
        }
        if problem.path:
            where = {"artifactLocation": _artifact(problem.path), "region": {"startLine": problem.line}}
            notification["locations"] = [{"physicalLocation": where}]
        if problem.rule:
            notification["associatedRule"] = {"id": writable(problem.rule)}
        yield notification


def _results(results: Results, rules: list[str]) -> Iterator[_Json]:
    index_of = {name: index for index, name in enumerate(rules)}
    for number, file in enumerate(results.files):
        if file.checked is None or not file.findings:
            continue
        source = file.checked.article.source
        artifact = _artifact(file.path) | {"index": number}
        times: Counter[str] = Counter()
        for finding in file.findings:
            print_ = fingerprint(source.text, finding)
            times[print_] += 1
            result = _result(source, artifact, finding, f"{print_}:{times[print_]}")
            yield {"ruleIndex": index_of[finding.rule]} | result


def _result(source: Source, artifact: _Json, finding: Finding, print_: str) -> _Json:
    """Return one result; its fingerprint is also under the name that GitHub goes by to tell alerts again."""
    result: _Json = {
        "ruleId": writable(finding.rule),
        "level": _LEVELS[finding.severity or "warning"],
        "message": _message(finding.message),
        "locations": [_location(source, artifact, finding.span)],
        "partialFingerprints": {"copydesk/v1": print_, "primaryLocationLineHash": print_},
    }
    if finding.related:
        result["relatedLocations"] = [
            _location(source, artifact, related.span)
            | {"id": number, "message": _message(related.message or "See here.")}
            for number, related in enumerate(finding.related, 1)
        ]
    if fixes := [_fix(source, artifact, fix) for fix in fixes_here(finding) if fix.edits]:
        result["fixes"] = fixes
    if finding.confidence is not None:
        result["rank"] = round(100 * min(max(finding.confidence, 0), 1), 1)
    if finding.evidence:
        result["properties"] = {"evidence": writable(finding.evidence)}
    return result


def _fix(source: Source, artifact: _Json, fix: Fix) -> _Json:
    replacements = [
        {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": writable(edit.text)}}
        for edit in fix.edits
    ]
    return {
        "description": _message(fix.title),
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _location(source: Source, artifact: _Json, span: Span) -> _Json:
    region = _region(source, span)
    if span.start < span.end:
        region["snippet"] = {"text": writable(source.text[slice(*span)])}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _region(source: Source, span: Span) -> _Json:
    (line, column), (end_line, end_column) = source.locate(span.start), source.locate(span.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,  # like ours, behind the last character
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _artifact(path: str) -> _Json:
    where = uri(path)
    return {"uri": where} if where.startswith("file:") else {"uri": where, "uriBaseId": _ROOT}


def _message(text: str) -> _Json:
    plain = _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\[\1\\](", text))
    return {"text": writable(plain)}
