"""Making fixes in a file: pass after pass until nothing is left to make."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.article import Edit, Source
from copydesk.check.desk import Checked, Desk
from copydesk.rules import Finding, Fix

_PASSES = 10


@dataclass(frozen=True)
class Fixed:
    """A file after fixing: its bytes, what remains to be said of it, and how many fixes were made.

    `fighting` names the rules whose fixes would not come to rest; it is empty if they did.
    """

    source: Source
    checked: Checked
    made: int
    fighting: tuple[str, ...] = ()


def fix_source(desk: Desk, source: Source) -> Fixed:
    """Make the safe fixes in a source and check what came of it.

    Fixes that overlap wait for the next pass. Raises CopydeskError where the source cannot be read.
    """
    checked = desk.check_source(source)
    made = 0
    for _ in range(_PASSES):
        chosen = list(_compatible(checked.findings))
        if not chosen:
            return Fixed(source, checked, made)
        edits = [edit for _, fix in chosen for edit in fix.edits]
        source = Source.from_bytes(source.write(edits), source.name)
        made += len(chosen)
        checked = desk.check_source(source)
    fighting = sorted({finding.rule for finding, _ in _compatible(checked.findings)})
    return Fixed(source, checked, made, tuple(fighting))


def _compatible(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Fix]]:
    """Yield each finding's first safe fix, unless it touches words that an earlier one changes."""
    taken: list[Edit] = []
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.safe and not fix.everywhere), None)
        if fix is None:
            continue
        if all(not _clash(edit, other) for edit in fix.edits for other in taken):
            taken += fix.edits
            yield finding, fix


def _clash(edit: Edit, other: Edit) -> bool:
    return edit.span.overlaps(other.span) or edit.start == other.start


def diff(before: Source, after: Source) -> str:
    """Return the change between two states of a file as a unified diff, empty if there is none."""
    lines = difflib.unified_diff(
        before.text.splitlines(keepends=True), after.text.splitlines(keepends=True), before.name, after.name
    )
    return "".join(
        line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
