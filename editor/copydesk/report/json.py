"""The JSON report: a contract that other tools rely on. Offsets are code points; lines and columns count from 1."""

from __future__ import annotations

from typing import TextIO

import msgspec

from copydesk.article import Article, Span
from copydesk.check.fingerprint import fingerprint
from copydesk.check.results import FileResult, Results
from copydesk.rules import Finding


class JsonEdit(msgspec.Struct):
    """Replace the text from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


class JsonFix(msgspec.Struct):
    """One way to put a finding right."""

    title: str
    safe: bool
    edits: list[JsonEdit]


class JsonRelated(msgspec.Struct):
    """Another place that bears on a finding."""

    start: int
    end: int
    line: int
    column: int
    text: str
    message: str


class JsonFinding(msgspec.Struct):
    """One finding. `fixes` are best first; those that change every place alike come last."""

    rule: str
    severity: str
    message: str
    part: str
    start: int
    end: int
    line: int
    column: int
    text: str
    related: list[JsonRelated]
    fixes: list[JsonFix]
    fingerprint: str
    confidence: float | None = None
    evidence: str = ""


class JsonFile(msgspec.Struct):
    """One file, clean or not; `error` says in one line why it could not be checked."""

    path: str
    error: str | None
    findings: list[JsonFinding]


class JsonEngine(msgspec.Struct):
    """The grammar engine that was used."""

    name: str
    version: str


class JsonSummary(msgspec.Struct):
    """Counts over the whole report."""

    files: int
    errors: int
    warnings: int
    suggestions: int


class JsonReport(msgspec.Struct):
    """The report."""

    version: int
    files: list[JsonFile]
    notices: list[str]
    engine: JsonEngine | None
    summary: JsonSummary


def report(results: Results, out: TextIO, /, *, colour: bool) -> None:
    """Write the report as one JSON object."""
    encoded = msgspec.json.format(msgspec.json.encode(as_data(results)), indent=1)
    out.write(encoded.decode("utf-8") + "\n")


def as_data(results: Results) -> JsonReport:
    """Return results as the contract's data."""
    return JsonReport(
        version=1,
        files=[_file(file) for file in results.files],
        notices=list(results.notices),
        engine=JsonEngine(results.engine.name, results.engine.version) if results.engine else None,
        summary=JsonSummary(
            files=len(results.files),
            errors=results.count("error"),
            warnings=results.count("warning"),
            suggestions=results.count("suggestion"),
        ),
    )


def _file(file: FileResult) -> JsonFile:
    findings = [_finding(file.checked.article, finding) for finding in file.findings] if file.checked else []
    return JsonFile(_text(file.path), file.error and _text(file.error), findings)


def _finding(article: Article, finding: Finding) -> JsonFinding:
    line, column = article.source.locate(finding.span.start)
    part = article.part_at(finding.span.start)
    fixes = sorted(finding.fixes, key=lambda fix: fix.everywhere)
    return JsonFinding(
        rule=finding.rule,
        severity=finding.severity or "warning",
        message=_text(finding.message),
        part=part.role if part else "body",
        start=finding.span.start,
        end=finding.span.end,
        line=line,
        column=column,
        text=_text(article.words_at(finding.span)),
        related=[_related(article, related.span, related.message) for related in finding.related],
        fixes=[
            JsonFix(
                _text(fix.title), fix.safe, [JsonEdit(edit.start, edit.end, _text(edit.text)) for edit in fix.edits]
            )
            for fix in fixes
        ],
        fingerprint=fingerprint(article.text, finding),
        confidence=finding.confidence,
        evidence=finding.evidence,
    )


def _related(article: Article, span: Span, message: str) -> JsonRelated:
    line, column = article.source.locate(span.start)
    return JsonRelated(*span, line, column, _text(article.words_at(span)), _text(message))


def _text(text: str) -> str:
    """Return text that JSON can carry: a lone surrogate, as in an odd file name, becomes U+FFFD."""
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
