"""The JSON report: a contract that other tools rely on. Offsets are code points; lines and columns count from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, TextIO

import msgspec
from msgspec import Meta

from copydesk.article import Article, Role, Span
from copydesk.check.fingerprint import fingerprint
from copydesk.check.results import FileResult, Results
from copydesk.report.streams import encoded, write_list
from copydesk.report.visible import writable
from copydesk.rules import Finding, Severity

VERSION = 1  # of the contract: it changes when a field goes or means something else, not when one is added

Offset = Annotated[int, Meta(ge=0, description="An offset into the file's text, in code points, from 0.")]
Line = Annotated[int, Meta(ge=1, description="A line, from 1. LF, CR LF and CR end a line.")]
Column = Annotated[int, Meta(ge=1, description="A column, in code points, from 1.")]
Count = Annotated[int, Meta(ge=0)]


class JsonEdit(msgspec.Struct):
    """Replace the text from `start` to `end` (exclusive) by `text`; `start` = `end` is an insertion."""

    start: Offset
    end: Offset
    text: str


class JsonFix(msgspec.Struct):
    """One way to put a finding right: its edits are made together or not at all."""

    title: Annotated[str, Meta(description="What it does, in words: Change to “Sudzha”.")]
    safe: Annotated[bool, Meta(description="Whether it may be made with nobody looking.")]
    edits: list[JsonEdit]


class JsonRelated(msgspec.Struct):
    """Another place that bears on a finding."""

    start: Offset
    end: Offset
    line: Line
    column: Column
    text: Annotated[str, Meta(description="The words there.")]
    message: Annotated[str, Meta(description="What it has to do with the finding; may be empty.")]


class JsonFinding(msgspec.Struct):
    """One finding. `fixes` are best first; those that change every place alike come last."""

    rule: Annotated[str, Meta(description="The rule's name: Pack.Rule.")]
    severity: Severity
    message: Annotated[str, Meta(description="What is wrong, in plain words.")]
    part: Annotated[Role, Meta(description="What of the article it stands in.")]
    start: Offset
    end: Offset
    line: Line
    column: Column
    text: Annotated[str, Meta(description="The words that it is about.")]
    related: list[JsonRelated]
    fixes: list[JsonFix]
    fingerprint: Annotated[
        str,
        Meta(description="Tells the finding again after edits elsewhere: of the rule, its words and those around."),
    ]
    confidence: Annotated[
        Annotated[float, Meta(ge=0, le=1)] | None, Meta(description="How sure the rule is, where it says so.")
    ] = None
    evidence: Annotated[str, Meta(description="What the rule goes by; may be empty.")] = ""


class JsonFile(msgspec.Struct):
    """One file, clean or not; `error` says in one line why it could not be checked."""

    path: Annotated[str, Meta(description="The path as it was given or found.")]
    error: str | None
    findings: list[JsonFinding]


class JsonEngine(msgspec.Struct):
    """The grammar engine that was used."""

    name: str
    version: str


class JsonSummary(msgspec.Struct):
    """Counts over the whole report."""

    files: Annotated[Count, Meta(description="Files, with those that could not be checked.")]
    errors: Count
    warnings: Count
    suggestions: Count


class JsonReport(msgspec.Struct):
    """What copydesk found in a run over files."""

    version: Annotated[int, Meta(description=f"The version of this contract, {VERSION}.")]
    files: list[JsonFile]
    notices: Annotated[list[str], Meta(description="Lines about the check rather than the copy.")]
    engine: JsonEngine | None
    summary: JsonSummary


def report(results: Results, out: TextIO, /, *, colour: bool) -> None:
    """Write the report as one JSON object, a finding at a time."""
    out.write(f'{{\n "version": {VERSION},\n "files": [')
    for index, file in enumerate(results.files):
        out.write(",\n  " if index else "\n  ")
        _write_file(file, out)
    out.write("\n ],\n" if results.files else "],\n")
    rest = {"notices": _notices(results), "engine": engine_of(results), "summary": summary_of(results)}
    out.write(encoded(rest, indent=1).removeprefix("{\n") + "\n")


def _write_file(file: FileResult, out: TextIO) -> None:
    head = (
        f'"path": {encoded(writable(file.path))}',
        f'"error": {encoded(file.error and writable(file.error))}',
        '"findings": ',
    )
    out.write("{\n   " + ",\n   ".join(head))
    write_list(findings_of(file), out, margin="   ")
    out.write("\n  }")


def findings_of(file: FileResult) -> Iterator[JsonFinding]:
    """Yield a file's findings as the contract's data."""
    if file.checked and file.findings:  # of a clean file the article need not be looked at
        article = file.checked.article
        yield from (_finding(article, finding) for finding in file.findings)


def engine_of(results: Results) -> JsonEngine | None:
    """Return the grammar engine as the contract's data."""
    return JsonEngine(results.engine.name, results.engine.version) if results.engine else None


def summary_of(results: Results) -> JsonSummary:
    """Return the counts as the contract's data."""
    return JsonSummary(
        files=len(results.files),
        errors=results.count("error"),
        warnings=results.count("warning"),
        suggestions=results.count("suggestion"),
    )


def _notices(results: Results) -> list[str]:
    return [writable(notice) for notice in results.notices]


def _finding(article: Article, finding: Finding) -> JsonFinding:
    line, column = article.source.locate(finding.span.start)
    part = article.part_at(finding.span.start)
    fixes = sorted(finding.fixes, key=lambda fix: fix.everywhere)
    return JsonFinding(
        rule=writable(finding.rule),
        severity=finding.severity or "warning",
        message=writable(finding.message),
        part=part.role if part else "body",
        start=finding.span.start,
        end=finding.span.end,
        line=line,
        column=column,
        text=writable(article.words_at(finding.span)),
        related=[_related(article, related.span, related.message) for related in finding.related],
        fixes=[
            JsonFix(
                writable(fix.title),
                fix.safe,
                [JsonEdit(edit.start, edit.end, writable(edit.text)) for edit in fix.edits],
            )
            for fix in fixes
        ],
        fingerprint=fingerprint(article.text, finding),
        confidence=finding.confidence,
        evidence=writable(finding.evidence),
    )


def _related(article: Article, span: Span, message: str) -> JsonRelated:
    line, column = article.source.locate(span.start)
    return JsonRelated(*span, line, column, writable(article.words_at(span)), writable(message))
