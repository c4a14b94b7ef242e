"""What a run of the check over files came to, for reports and exit codes."""

from __future__ import annotations

import msgspec

from copydesk.check.outcome import Checked
from copydesk.rules import SEVERITIES, Finding, Severity


class FileResult(msgspec.Struct, frozen=True):
    """One file: what was found in it, or in one line why it could not be checked."""

    path: str
    checked: Checked | None = None
    error: str | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.checked.findings if self.checked else ()


class EngineUsed(msgspec.Struct, frozen=True):
    """The grammar engine of a run."""

    name: str
    version: str


class Results(msgspec.Struct, frozen=True):
    """All files of a run, in the order of their paths; `notices` are lines said once.

    `unchecked` are those of the notices that say what was not checked, whatever the file. `interrupted` says that the
    run was broken off, and that files which were not reached are missing; then the first notice says so. What is as
    grave as `fail_level` makes the run fail.
    """

    files: tuple[FileResult, ...]
    notices: tuple[str, ...] = ()
    engine: EngineUsed | None = None
    interrupted: bool = False
    unchecked: frozenset[str] = frozenset()
    fail_level: Severity = "error"

    def count(self, severity: Severity) -> int:
        """Return how many findings have just this severity."""
        return sum(finding.severity == severity for file in self.files for finding in file.findings)

    def reaching(self, level: Severity) -> bool:
        """Whether any finding is as grave as `level`."""
        return any(_reaches(finding, level) for file in self.files for finding in file.findings)

    def is_failure(self, finding: Finding) -> bool:
        """Whether a finding is as grave as the fail level."""
        return _reaches(finding, self.fail_level)

    def down_to(self, level: Severity) -> Results:
        """Return these results without the findings that are less grave than `level`."""
        if level == SEVERITIES[-1]:
            return self
        return msgspec.structs.replace(self, files=tuple(_down_to(file, level) for file in self.files))

    def failing_at(self, level: Severity) -> Results:
        """Return these results with another fail level."""
        return msgspec.structs.replace(self, fail_level=level)

    def lacking(self, *lines: str) -> Results:
        """Return these results with lines on what was not checked, or not written."""
        return msgspec.structs.replace(self, notices=(*self.notices, *lines), unchecked=self.unchecked.union(lines))

    @property
    def broken(self) -> bool:
        """Whether something was not checked: a file or the rest of one, with a rule or with all of them."""
        return bool(self.unchecked) or any(file.checked is None or not file.checked.is_whole for file in self.files)


def broke_down(rule: str, error: str) -> str:
    """Return what is said of a rule that broke down on a file."""
    return f"the rule {rule} broke down and was left out: {error}"


def _down_to(file: FileResult, level: Severity) -> FileResult:
    kept = tuple(finding for finding in file.findings if _reaches(finding, level))
    if file.checked is None or len(kept) == len(file.findings):
        return file
    return msgspec.structs.replace(file, checked=file.checked.with_findings(kept))


def _reaches(finding: Finding, level: Severity) -> bool:
    return SEVERITIES.index(finding.severity or "warning") <= SEVERITIES.index(level)
