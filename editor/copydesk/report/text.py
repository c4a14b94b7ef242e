"""The report for people: the line, the place marked, what is wrong, what would be right, where else to look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from copydesk.article import Article, Span
from copydesk.check.results import FileResult, Results
from copydesk.report.pages import linked, page_of
from copydesk.report.problems import lines, problems
from copydesk.report.report import fixes_here, summary
from copydesk.report.visible import harmless, visible, width
from copydesk.rules import Finding

_COLUMNS = 96  # of copy shown around a finding; a paragraph is often one long line
_BOLD, _DIM, _GREEN = "1", "2", "32"
_COLOURS = {"error": "1;31", "warning": "1;33", "suggestion": "1;36"}
_MOST_RELATED = 4
_Paint = Callable[[str, str], str]  # text and an SGR code


def report(results: Results, out: TextIO, /, *, colour: bool) -> None:
    """Write the findings of all files, what was not checked, and a summary.

    On a terminal a rule's name is a link to the page about it.
    """
    paint = _painted if colour else _plain
    page = page_of if colour and out.isatty() else _no_page
    for file in results.files:
        for finding in file.findings:
            out.write(harmless("\n".join(finding_lines(file, finding, paint, page))) + "\n\n")
    if said := lines(problem for problem in problems(results) if problem.grave):
        out.write("".join(f"{harmless(visible(line))}\n" for line in said) + "\n")
    out.write(summary(results) + "\n")


def _painted(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if text else ""


def _plain(text: str, code: str) -> str:
    return text


def _no_page(rule: str) -> str:
    return ""


def finding_lines(
    file: FileResult, finding: Finding, paint: _Paint = _plain, page: Callable[[str], str] = _no_page
) -> list[str]:
    """Return what is shown of one finding: where and what, the copy marked, suggestions, related places."""
    assert file.checked is not None
    article = file.checked.article
    line, column = article.source.locate(finding.span.start)
    severity = finding.severity or "warning"
    place = paint(f"{visible(file.path)}:{line}:{column}:", _BOLD)
    rule = linked(paint(f"[{visible(finding.rule)}]", _DIM), page(finding.rule))
    lines = [f"{place} {paint(severity, _COLOURS[severity])}: {visible(finding.message)} {rule}"]
    gutter = max(4, len(str(line)) + 1)
    shown, before, marked = excerpt(article, finding.span)
    lines.append(f"{paint(f'{line:>{gutter}} |', _DIM)} {shown}")
    marks = "^" * max(1, marked)
    lines.append(f"{paint(' ' * gutter + ' |', _DIM)} {' ' * before}{paint(marks, _COLOURS[severity])}")
    margin = " " * gutter
    if suggestions := [fix.title for fix in fixes_here(finding)[:3]]:
        text = ", or ".join([suggestions[0], *(title[0].lower() + title[1:] for title in suggestions[1:])])
        lines.append(f"{margin} {paint('=', _DIM)} {paint(visible(text), _GREEN)}")
    for related in finding.related[:_MOST_RELATED]:
        there_line, there_column = article.source.locate(related.span.start)
        message = visible(related.message) or f"“{_words_at(article, related.span)}”"
        lines.append(f"{margin} {paint('↳', _DIM)} {paint(f'{there_line}:{there_column}', _BOLD)} {message}")
    if finding.evidence:
        lines.append(f"{margin} {paint(f'  {visible(finding.evidence)}', _DIM)}")
    return lines


def _words_at(article: Article, span: Span) -> str:
    words = visible(" ".join(article.text[span.start : min(span.end, span.start + 200)].split()))
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"


def excerpt(article: Article, span: Span) -> tuple[str, int, int]:
    """Return the copy of a line around a span, the columns before the span in it, and the columns of the span.

    What a long line has too much is left out at blanks, behind “…”. A span over several lines is marked on its
    first one.
    """
    source = article.source
    line, column = source.locate(span.start)
    # Of a line that may be the whole file only what can be shown is looked at.
    cut = max(0, column - 1 - 2 * _COLUMNS)
    line_start = source.line_starts[line - 1]
    line_end = source.line_starts[line] if line < len(source.line_starts) else len(source.text)
    text = source.text[line_start + cut : min(line_end, line_start + column + 3 * _COLUMNS)].rstrip("\r\n")
    start = min(column - 1 - cut, len(text))
    end = min(start + span.end - span.start, start + _COLUMNS, len(text))
    room = _COLUMNS - (end - start)
    first = _word_start(text, start - room * 2 // 3, start)
    last = _word_end(text, max(first + _COLUMNS, end), end)
    before = visible(("…" if first else "") + text[first:start])
    marked = visible(text[start:end])
    after = visible(text[end:last] + ("…" if last < len(text) else ""))
    return before + marked + after, width(before), width(marked)


def _word_start(text: str, position: int, limit: int) -> int:
    """Return where the first word behind `position` begins, `position` itself if none does before `limit`."""
    if position <= 0:
        return 0
    return text.find(" ", position, limit) + 1 or position


def _word_end(text: str, position: int, limit: int) -> int:
    """Return where the last word before `position` ends, `position` itself if none does behind `limit`."""
    if position >= len(text):
        return len(text)
    blank = text.rfind(" ", limit, position)
    return blank if blank >= 0 else position
