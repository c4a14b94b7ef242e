"""Making fixes in a file: pass after pass until nothing is left to make."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from copydesk.article import Edit, Source
from copydesk.check.atomic import write_atomically
from copydesk.check.desk import Desk
from copydesk.check.outcome import Checked
from copydesk.check.results import FileResult
from copydesk.check.run import without_path
from copydesk.errors import CopydeskError
from copydesk.rules import Finding, Fix

_PASSES = 10


@dataclass
class Fixing:
    """Makes the safe fixes in files. `write` says whether to write them back, or only keep what would change.

    `made` counts the fixes; `diffs` are unified diffs; `fights` are lines about rules that undo each other.
    """

    desk_for: Callable[[FileResult], Desk]
    write: bool = True
    made: int = 0
    diffs: list[str] = field(default_factory=list)
    fights: list[str] = field(default_factory=list)

    def fixed(self, file: FileResult) -> FileResult:
        """Return what is to be said of a file after its safe fixes are made."""
        if file.checked is None or next(_compatible(file.checked.findings), None) is None:
            return file
        try:
            checked = self._made_in(file, file.checked)
        except CopydeskError as error:
            return FileResult(file.path, error=without_path(str(error), Path(file.path)))
        return replace(file, checked=checked)

    def _made_in(self, file: FileResult, checked: Checked) -> Checked:
        """Make fixes pass after pass; those that overlap wait for the next one."""
        desk, before = self.desk_for(file), checked.article.source
        made = 0
        for _ in range(_PASSES):
            chosen = list(_compatible(checked.findings))
            if not chosen:
                break
            edits = [edit for _, fix in chosen for edit in fix.edits]
            source = checked.article.source
            checked = desk.check_source(Source.from_bytes(source.write(edits), source.name))
            made += len(chosen)
        if fighting := sorted({finding.rule for finding, _ in _compatible(checked.findings)}):
            self.fights.append(f"{file.path}: the fixes of these rules undo each other: {', '.join(fighting)}")
        after = checked.article.source
        if self.write:
            _write_back(Path(file.path), before, after)
        self.made += made
        self.diffs.append(diff(before, after))
        return checked


def _write_back(path: Path, before: Source, after: Source) -> None:
    if path.read_bytes() != before.raw:
        raise CopydeskError(f"{path}: was changed by somebody else meanwhile; nothing was written, check it again")
    write_atomically(path, after.raw)


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
