"""Making fixes in a file: pass after pass until nothing is left to make."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from copydesk.article import Article, Edit, Source, Span
from copydesk.check.atomic import refuse_elsewhere, write_atomically
from copydesk.check.inline import without
from copydesk.check.outcome import Checked, Unused
from copydesk.check.results import FileResult
from copydesk.check.run import Runner, without_path
from copydesk.check.stets import Stet, remove_stets, without_stets
from copydesk.errors import CopydeskError
from copydesk.plain_file import LARGEST, read_file, read_text
from copydesk.rules import Finding, Fix

_PASSES = 10
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x7f": "\\177"}


@dataclass
class Fixing:
    """Makes fixes in files, and takes stets away that silence nothing.

    `runner` is the one that checked the files. `unsafe` says whether fixes are made that somebody should look at,
    too: of each finding the first. `write` says whether to write them back, or only keep what would change.
    `made` counts the fixes, `removed` the stets; `diffs` are unified diffs; `fights` are lines about rules
    that undo each other, whose fixes were not made.
    """

    runner: Runner
    write: bool = True
    unsafe: bool = False
    made: int = 0
    removed: int = 0
    diffs: list[str] = field(default_factory=list)
    fights: list[str] = field(default_factory=list)
    _entries: dict[Path, list[Stet]] = field(default_factory=dict)  # that go, by their files

    def fixed(self, file: FileResult) -> FileResult:
        """Return what is to be said of a file after its safe fixes are made."""
        checked = file.checked
        if checked is None or not (checked.unused or any(compatible(checked.article, checked.findings, self.unsafe))):
            return file
        try:
            checked = self._made_in(file, checked)
        except CopydeskError as error:
            return FileResult(file.path, error=without_path(str(error), Path(file.path)))
        return msgspec.structs.replace(file, checked=checked)

    def _made_in(self, file: FileResult, checked: Checked) -> Checked:
        """Make fixes pass after pass; those that overlap wait for the next one.

        Rules that never come to rest make no fix: the passes begin again from the file as it was, without them.
        """
        path, before = Path(file.path), checked.article.source
        fighting: set[str] = set()
        while True:
            after_passes, made, restless = self._passes(path, checked, fighting)
            if not restless:
                break
            fighting |= restless
        checked = after_passes
        if fighting:
            names = ", ".join(sorted(fighting))
            self.fights.append(f"{file.path}: the fixes of these rules undo each other, so none was made: {names}")
        useless = [unused for unused in checked.unused if self.runner.desk_for_path(path).has(unused.rule)]
        if edits := without(checked.article, [unused.comment for unused in useless if unused.comment]):
            checked = self._rechecked(path, checked, edits)
        after = checked.article.source
        if self.write and after.raw != before.raw:
            _write_back(path, before, after)
        self.made += made
        self.removed += sum(unused.comment is not None for unused in useless)
        self.diffs.append(diff(before, after))
        for unused in useless:
            if unused.entry is not None:
                self._entries.setdefault(unused.entry.path, []).append(unused.entry.stet)
        return _without_notices(checked, useless)

    def _passes(self, path: Path, checked: Checked, fighting: set[str]) -> tuple[Checked, int, set[str]]:
        """Return the file after its last pass, the number of fixes, and the rules that did not come to rest.

        Those are the rules that still have fixes to make after the last pass, and those that made one in the second
        half of the passes.
        `fighting` are rules whose fixes are not made.
        """
        made = 0
        late: set[str] = set()
        for number in range(_PASSES):
            chosen = self._chosen(checked, fighting)
            if not chosen:
                return checked, made, set()
            checked = self._rechecked(path, checked, [edit for _, fix in chosen for edit in fix.edits])
            made += len(chosen)
            late |= {finding.rule for finding, _ in chosen if number >= _PASSES // 2}
        left = {finding.rule for finding, _ in self._chosen(checked, fighting)}
        return checked, made, left | late if left else left

    def _chosen(self, checked: Checked, fighting: set[str]) -> list[tuple[Finding, Fix]]:
        findings = [finding for finding in checked.findings if finding.rule not in fighting]
        return list(compatible(checked.article, findings, self.unsafe))

    def _rechecked(self, path: Path, checked: Checked, edits: Sequence[Edit]) -> Checked:
        source = checked.article.source
        return self.runner.recheck(path, Source.from_bytes(source.write(edits), source.name))

    def finish(self) -> None:
        """Take the stets that silence nothing out of their files. Raises CopydeskError if one cannot be written."""
        for path, stets in self._entries.items():
            if self.write:
                refuse_elsewhere(path)
                remove_stets(path, stets)
            else:
                before = read_text(path, most=LARGEST)
                self.diffs.append(_unified(before, without_stets(path, stets), str(path)))
            self.removed += len(stets)


def _without_notices(checked: Checked, useless: Sequence[Unused]) -> Checked:
    """Return what is said of a file without what is said of entries that are to go from their files."""
    gone = {unused.notice for unused in useless if unused.entry is not None}
    return replace(
        checked,
        notices=tuple(notice for notice in checked.notices if notice not in gone),
        unused=tuple(unused for unused in checked.unused if unused.notice not in gone),
    )


def _write_back(path: Path, before: Source, after: Source) -> None:
    refuse_elsewhere(path)
    try:
        there = read_file(path)
    except OSError as error:
        raise CopydeskError(f"{path}: cannot be read any more: {error.strerror}; nothing was written") from None
    if there == after.raw:
        return  # another process was as quick
    if there != before.raw:
        raise CopydeskError(f"{path}: was changed by somebody else meanwhile; nothing was written, check it again")
    write_atomically(path, after.raw)


def compatible(article: Article, findings: Sequence[Finding], unsafe: bool = False) -> Iterator[tuple[Finding, Fix]]:
    """Yield each finding's first fix that may be made, unless it touches words that an earlier one changes.

    Two changes with nothing but markup or blanks between them are not made together: each was fitted by itself.
    """
    taken: list[Edit] = []  # in order
    for finding in findings:
        fix = next((fix for fix in finding.fixes if (fix.safe or unsafe) and not fix.everywhere), None)
        if fix is None or not all(_is_apart(article, edit, taken) for edit in fix.edits):
            continue
        for edit in fix.edits:
            insort(taken, edit, key=_place)
        yield finding, fix


def _place(edit: Edit) -> Span:
    return edit.span


def _is_apart(article: Article, edit: Edit, taken: Sequence[Edit]) -> bool:
    index = bisect_left(taken, edit.span, key=_place)
    before, behind = taken[max(0, index - 1) : index], taken[index : index + 1]
    return all(_has_word(article, other.end, edit.start) for other in before) and all(
        _has_word(article, edit.end, other.start) for other in behind
    )


def _has_word(article: Article, start: int, end: int) -> bool:
    """Whether a letter or digit that a reader sees is between two places of the text."""
    part = article.part_at(start)
    if start >= end or part is None or not part.span.contains(Span(start, end)):
        return start < end
    words = part.words[part.prose.offset(start) : part.prose.offset(end)]
    return any(map(str.isalnum, words))


def diff(before: Source, after: Source) -> str:
    """Return the change between two states of a file as a unified diff, empty if there is none."""
    return _unified(before.text, after.text, before.name)


def _unified(before: str, after: str, name: str) -> str:
    lines = difflib.unified_diff(_lines(before), _lines(after), _quoted(name), _quoted(name))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)  # as those who apply a diff count them


def _quoted(name: str) -> str:
    """Return a file's name as git writes it in a diff: in quotes if it has control characters."""
    if not any(ord(character) < 32 or character in '"\\\x7f' for character in name):
        return name
    return '"' + "".join(_ESCAPED.get(each) or (f"\\{ord(each):03o}" if each < " " else each) for each in name) + '"'
