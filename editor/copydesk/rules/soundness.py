"""What a finding must be, so that any report can show it and any fix can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import Any

from copydesk.article import Edit, Span
from copydesk.errors import without_addresses
from copydesk.rules.finding import SEVERITIES, Finding, Fix, Related

MOST_FINDINGS = 10_000  # in one part; fewer of an article are reported


class BadFinding(Exception):
    """A rule yields what no report can show; the message says what."""


def a_finding(found: object) -> Finding:
    """Return what a rule yields. Raises BadFinding if it is no finding at all."""
    if not isinstance(found, Finding):
        raise BadFinding(f"it yields {shown(found)}, which is no Finding")
    return found


def sound(found: object, length: int) -> Finding:
    """Return a finding in a text, or the words of a part, of some length. Raises BadFinding if it is none."""
    finding = a_finding(found)
    for wrong in _wrongs(finding, length):
        raise BadFinding(wrong)
    return finding


def all_sound(found: Iterable[object], length: int) -> tuple[Finding, ...]:
    """Return the first findings in the words of a part: there may be no end. Raises BadFinding."""
    return tuple(sound(finding, length) for finding in islice(found, MOST_FINDINGS))


def _wrongs(finding: Finding, length: int) -> Iterator[str]:
    yield from _wrong_span("a finding has the span", finding.span, length)
    yield from _wrong_texts("a finding", finding, ("message", "evidence", "rule", "fault"))
    if not finding.message:
        yield "a finding has no message"
    if finding.severity is not None and not is_one_of(finding.severity, SEVERITIES):
        yield f"a finding has the severity {shown(finding.severity)}; it must be {listed(SEVERITIES)}, or None"
    sure = finding.confidence
    if sure is not None and (isinstance(sure, bool) or not isinstance(sure, (int, float)) or not 0 <= sure <= 1):
        yield f"a finding has the confidence {shown(sure)}; it must be a number from 0 to 1"
    for name, kind in (("related", Related), ("fixes", Fix), ("also", Finding)):
        given = getattr(finding, name)
        if not isinstance(given, tuple) or not all(isinstance(one, kind) for one in given):
            yield f"a finding has {shown(given)} as “{name}”; it must be a tuple of {kind.__name__}"
    for place in finding.related:
        yield from _wrong_span("a related place has the span", place.span, length)
        yield from _wrong_texts("a related place", place, ("message",))
    for fix in finding.fixes:
        yield from _wrong_fix(fix, length)
    for other in finding.also:
        yield from _wrongs(other, length)


def _wrong_fix(fix: Fix, length: int) -> Iterator[str]:
    yield from _wrong_texts("a fix", fix, ("title",))
    if not isinstance(fix.edits, tuple) or not all(isinstance(edit, Edit) for edit in fix.edits):
        yield f"a fix has {shown(fix.edits)} as “edits”; it must be a tuple of Edit"
    if not fix.edits:
        yield "a fix has no edits"
    for edit in fix.edits:
        yield from _wrong_span("an edit has the span", edit.span, length)
        yield from _wrong_texts("an edit", edit, ("text",))
    for one, other in pairwise(sorted(edit.span for edit in fix.edits)):
        if other.start < one.end or one == other:
            yield f"a fix has edits that overlap, at {tuple(one)} and {tuple(other)}"


def _wrong_span(what: str, span: object, length: int) -> Iterator[str]:
    if not isinstance(span, Span) or not all(type(place) is int for place in span):
        yield f"{what} {shown(span)}; it must be a Span of two whole numbers"
    elif not 0 <= span.start <= span.end <= length:
        yield f"{what} {tuple(span)}, which is not in the {length:,} characters that it was given"


def _wrong_texts(what: str, thing: object, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        text: Any = getattr(thing, name)
        if not isinstance(text, str):
            yield f"{what} has {shown(text)} as “{name}”; it must be a text"
        elif not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
            yield f"{what} has half of a character (a surrogate) in “{name}”"


def is_one_of(value: object, known: tuple[str, ...]) -> bool:
    return isinstance(value, str) and value in known


def listed(known: tuple[str, ...]) -> str:
    return ", ".join(f"“{one}”" for one in known[:-1]) + f" or “{known[-1]}”"


def shown(value: object) -> str:
    """Return a value in a few words, whatever it does when it is asked for them."""
    if isinstance(value, str):
        return f"“{value[:60]}”"
    try:
        words = without_addresses(" ".join(repr(value).split()))
    except Exception:
        words = f"a {type(value).__name__}"
    return words if len(words) <= 60 else f"{words[:60]}…"
