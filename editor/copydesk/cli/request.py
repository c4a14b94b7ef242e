"""What `copydesk check` was asked for."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from copydesk.check.run import Choice
from copydesk.errors import CopydeskError
from copydesk.report.report import FOR_PEOPLE
from copydesk.rules import Severity


class Request(msgspec.Struct, frozen=True):
    """What the command line asks for."""

    paths: tuple[Path, ...]
    format_: str
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    min_severity: Severity
    fail_level: Severity
    fix: bool
    unsafe_fixes: bool
    diff: bool
    statistics: bool
    baseline: Path | None
    write_baseline: Path | None
    exit_zero: bool
    config: Path | None
    jobs: int
    no_cache: bool
    stdin_filename: Path | None
    changed_since: str | None
    watch: bool
    together: bool
    all_rules: bool = False

    def refuse_contradictions(self) -> None:
        """Raise CopydeskError if two of the options cannot be had together."""
        from_input = any(str(path) == "-" for path in self.paths)
        if self.changed_since == "":
            raise CopydeskError("--changed-since names no revision; if a variable was to name one, it is empty")
        instead = next(
            (option for option, given in (("--diff", self.diff), ("--statistics", self.statistics)) if given), ""
        )
        if instead and not self.for_people:
            raise CopydeskError(f"{instead} is put out in place of a report: leave out --format {self.format_}")
        if self.unsafe_fixes and not (self.fix or self.diff):
            raise CopydeskError("--unsafe-fixes says what --fix and --diff may do: add one of them")
        if self.fix and from_input:
            raise CopydeskError("--fix has no file to write standard input back to; use --diff")
        writes = (("--fix", self.fix), ("--write-baseline", self.write_baseline), ("-", from_input))
        for option, given in writes:
            if self.watch and given:
                raise CopydeskError(f"--watch only looks at files, again and again: leave out {option}")
        if self.write_baseline is not None:
            self._refuse_to_overwrite(self.write_baseline)

    def _refuse_to_overwrite(self, path: Path) -> None:
        """Raise CopydeskError if a baseline would be written over an article, settings, or the one that is in use."""
        if self.baseline is not None and os.path.abspath(self.baseline) == os.path.abspath(path):
            raise CopydeskError(f"{path}: --baseline leaves out what it holds, so nothing would remain: name another")
        if os.path.lexists(path):
            from copydesk.check.stets import read_stets

            try:
                read_stets(path)
            except CopydeskError:
                raise CopydeskError(f"{path}: is there and is no baseline: name another file for it") from None

    @property
    def for_people(self) -> bool:
        """Whether people read the report, and no program."""
        return self.format_ in FOR_PEOPLE

    @property
    def choice(self) -> Choice:
        """What it says about settings."""
        return Choice(self.config, self.select, self.ignore, self.extend_select, self.all_rules)

    def existing_baseline(self) -> Path | None:
        """Return the baseline that was named. Raises CopydeskError if it is not there."""
        path = self.baseline
        if path is not None and not os.path.exists(path):
            raise CopydeskError(f"{path}: there is no such baseline; write one with --write-baseline")
        return path
