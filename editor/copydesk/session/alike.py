"""Changing every place alike: which other findings the same fix puts right."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.article import Edit, Span
from copydesk.rules import Finding, Fix


@dataclass(frozen=True, slots=True)
class Everywhere:
    """A change of all places alike: its edits, and how many findings or places it answers."""

    title: str
    edits: tuple[Edit, ...]
    places: int


def everywhere(finding: Finding, fix: Fix, others: Sequence[Finding], text: str) -> Everywhere:
    """Return what changes every place as `fix` of `finding` changes this one.

    A fix of the finding that its rule meant for all places is taken if it puts in the same words; and other
    findings of the rule are changed along that offer the same fix. Where a fix only takes words away, they must
    be the same words.
    """
    taken = sorted(_meant_for_all(finding, fix).edits, key=_place)
    places = len(taken)
    for other in others:
        same = _same_fix(finding, fix, other, text)
        if same is None or not all(_apart(edit, taken) for edit in same.edits):
            continue
        for edit in same.edits:
            insort(taken, edit, key=_place)
        places += 1
    return Everywhere(_title(fix, places), tuple(taken), places)


def _place(edit: Edit) -> Span:
    return edit.span


def _meant_for_all(finding: Finding, fix: Fix) -> Fix:
    """Return the fix of the finding that makes the same change in all places, else `fix` itself."""
    if fix.everywhere:
        return fix
    put_in = {edit.text for edit in fix.edits}
    for other in finding.fixes:
        if other.everywhere and set(fix.edits) <= set(other.edits) and put_in <= {edit.text for edit in other.edits}:
            return other
    return fix


def _same_fix(finding: Finding, fix: Fix, other: Finding, text: str) -> Fix | None:
    if other.rule != finding.rule:
        return None
    put_in = [edit.text for edit in fix.edits]
    takes_away = not any(put_in)
    for theirs in other.fixes:
        if theirs.everywhere or theirs.title != fix.title:
            continue
        # An edit that is split around markup puts in the same words; then the title says which.
        if [edit.text for edit in theirs.edits] != put_in and "“" not in fix.title:
            continue
        if takes_away and _words(other, text) != _words(finding, text):
            continue
        return theirs
    return None


def _words(finding: Finding, text: str) -> str:
    return text[finding.span.start : finding.span.end]


def _apart(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit touches none of those taken, which are in order and touch none of each other."""
    index = bisect_left(taken, edit.span, key=_place)
    neighbours = taken[max(0, index - 1) : index + 1]
    return all(not edit.span.overlaps(other.span) and edit.span != other.span for other in neighbours)


def _title(fix: Fix, places: int) -> str:
    if fix.everywhere or places < 2:
        return fix.title
    return f"{fix.title} in {places} places"
