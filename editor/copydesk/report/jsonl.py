"""JSON Lines: one object a line, told apart by `type`, for programs that read as it comes.

The last line is the summary: without it, the report broke off.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, TextIO

import msgspec
from msgspec import Meta

from copydesk.check.results import FileResult, Results
from copydesk.report.json import (
    VERSION,
    JsonEngine,
    JsonFinding,
    JsonSummary,
    engine_of,
    findings_of,
    summary_of,
)
from copydesk.report.streams import encoded
from copydesk.report.visible import writable


class FindingLine(JsonFinding, tag_field="type", tag="finding", kw_only=True):
    """One finding, as in the JSON report, and the file that it is in."""

    path: str


class ErrorLine(msgspec.Struct, tag_field="type", tag="error"):
    """A file that could not be checked, and in one line why."""

    path: str
    error: str


class NoticeLine(msgspec.Struct, tag_field="type", tag="notice"):
    """A line about the check rather than the copy."""

    message: str


class SummaryLine(JsonSummary, tag_field="type", tag="summary", kw_only=True):
    """The last line: counts over the whole report."""

    version: Annotated[int, Meta(description=f"The version of this contract, {VERSION}.")]
    engine: JsonEngine | None


Line = FindingLine | ErrorLine | NoticeLine | SummaryLine


def report(results: Results, out: TextIO, /, *, colour: bool) -> None:
    """Write findings and errors file by file, then notices, then the summary."""
    for line in _lines(results):
        out.write(encoded(line) + "\n")


def _lines(results: Results) -> Iterator[Line]:
    for file in results.files:
        yield from _file(file)
    for notice in results.notices:
        yield NoticeLine(writable(notice))
    summary = summary_of(results)
    yield SummaryLine(**msgspec.structs.asdict(summary), version=VERSION, engine=engine_of(results))


def _file(file: FileResult) -> Iterator[Line]:
    path = writable(file.path)
    if file.error:
        yield ErrorLine(path, writable(file.error))
    for finding in findings_of(file):
        yield FindingLine(**msgspec.structs.asdict(finding), path=path)
