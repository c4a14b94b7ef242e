"""A session: an article being edited. Its text and its one undo stack are the truth; a screen only shows them."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from copydesk.article import (
    Article,
    Edit,
    Fitting,
    PositionMap,
    Source,
    Span,
    Unfit,
    UnreadableSource,
    read,
)
from copydesk.article.edits import apply, inverse
from copydesk.check import dictionary
from copydesk.check.one_fault import each
from copydesk.check.quoted import Quoted
from copydesk.check.stets import Kept, add_stet, remove_stet, stet_for
from copydesk.errors import CopydeskError
from copydesk.rules import Finding, Fix
from copydesk.session import saving
from copydesk.session.alike import Everywhere, everywhere
from copydesk.session.marks import Mark, moved, moved_marks, recognised
from copydesk.session.recovery import Journal, Recovered
from copydesk.session.saving import Reason
from copydesk.session.work import Block, Job, Reading, blocks_of

_REVISIONS_KEPT = 200  # a result older than that is dropped rather than carried forward


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done and can be undone.

    `dismissed` is what it let stand, `learnt` the word that it put into the editor's dictionary; `marks` and `stood`
    are the findings, open and let stand, as they were before.
    """

    title: str
    edits: tuple[Edit, ...] = ()
    inverse: tuple[Edit, ...] = ()
    dismissed: tuple[Mark, ...] = ()
    learnt: str = ""
    marks: tuple[Mark, ...] = ()
    stood: tuple[Mark, ...] = ()
    mark: int | None = None  # the finding that it answered


class Session:
    """An article being edited.

    `marks` are the open findings in the order of the text, with spans in `text` as it is now; `revision` grows
    with every change of the text; `fresh` says that the marks are what a full check made of this revision.
    """

    def __init__(self, article: Article, path: Path, journal: Journal | None = None) -> None:
        self.path = path
        self.source = article.source
        self.text = article.source.text
        self.revision = 0
        self.marks: tuple[Mark, ...] = ()
        self.dismissed: tuple[Mark, ...] = ()
        self.blocks: tuple[Block, ...] = blocks_of(article)
        self.notices: tuple[str, ...] = ()
        self.reasons: dict[str, str] = {}  # rule → why an editor cares
        self.engine = ""
        self.checked = -1  # the newest revision whose findings were taken, and whether those were all
        self.complete = False
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._ids = itertools.count(1)
        self._maps: deque[tuple[int, PositionMap]] = deque(maxlen=_REVISIONS_KEPT)
        self._lines_of: str | None = None
        self._line_starts: tuple[int, ...] = ()
        self._read_of: str = self.text
        self._read: Article | None = article
        self._journal = journal
        self._stets: dict[int, tuple[Kept, ...]] = {}  # what this session put into the stet file
        self._learnt: set[str] = set()  # what it put into the editor's dictionary

    # What there is

    @property
    def fresh(self) -> bool:
        return self.checked == self.revision and self.complete

    @property
    def changed(self) -> bool:
        """Whether there is anything that saving would write."""
        return self.text != self.source.text or bool(self._unkept() or self._unwanted())

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was done and can be undone, oldest first."""
        return tuple(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def mark(self, id_: int) -> Mark | None:
        """Return the open finding with that id."""
        return next((mark for mark in self.marks if mark.id == id_), None)

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def prose(self, span: Span) -> str:
        """Return the words of a span as a reader sees them."""
        article = self._article()
        return article.prose_at(span) if article is not None else self.words(span)

    def _article(self) -> Article | None:
        """Return the article that the text is now; None while it is none."""
        if self._read_of is not self.text:
            self._read_of, self._read = self.text, None
            with suppress(UnreadableSource):
                self._read = read(Source.from_text(self.text, self.source.name))
        return self._read

    @property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first code point of every line of the text as it is now."""
        if self._lines_of is not self.text:
            self._lines_of, self._line_starts = self.text, replace(self.source, raw=b"", text=self.text).line_starts
        return self._line_starts

    def line_of(self, offset: int) -> int:
        """Return the line, from 1, in which an offset stands."""
        return bisect_right(self.line_starts, offset)

    def job(self) -> Job:
        """Return what a worker needs to check the text as it is now."""
        return Job(self.revision, self.source.name, self.text)

    # Answering

    def accept(self, id_: int, fix: int = 0) -> Step | None:
        """Make a fix of a finding. Returns None if it is gone, or has no such fix."""
        chosen = self._fix(id_, fix)
        if chosen is None:
            return None
        return self._do(Step(chosen.title, edits=chosen.edits, mark=id_))

    def everywhere(self, id_: int, fix: int = 0) -> Everywhere | None:
        """Return what `change_all` would do: the edits, and how many places they change."""
        mark, chosen = self.mark(id_), self._fix(id_, fix)
        if mark is None or chosen is None:
            return None
        others = [other.finding for other in self.marks]
        if (article := self._article()) is not None:
            quoted = Quoted(article)
            if not quoted.touches([Edit(*mark.finding.span, "")]):
                others = [other for other in others if not quoted.touches([Edit(*other.span, "")])]
        return everywhere(mark.finding, chosen, others, self.text)

    def change_all(self, id_: int, fix: int = 0) -> Step | None:
        """Make a fix of a finding, and the same one wherever the same is found, as one step."""
        change = self.everywhere(id_, fix)
        if change is None:
            return None
        return self._do(Step(change.title, edits=change.edits, mark=id_))

    def dismiss(self, id_: int) -> Step | None:
        """Let a finding stand, for this article. The stet file is written when the article is saved."""
        mark = self.mark(id_)
        if mark is None:
            return None
        words = " ".join(self.words(mark.span).split())
        return self._do(Step(f"Let “{words}” stand", dismissed=(mark,), mark=id_))

    def learn(self, id_: int) -> Step | None:
        """Put the word of a finding about spelling into the editor's own dictionary, at once; undoing takes it out.

        Returns None if the finding is gone, or not about spelling. Raises CopydeskError if it cannot be written.
        """
        mark = self.mark(id_)
        if mark is None or not mark.finding.spelling:
            return None
        word = dictionary.as_entry(self.words(mark.span))
        return self._do(Step(f"Add “{word}” to your dictionary", learnt=word, mark=id_))

    def replace(self, span: Span, words: str, mark: int | None = None) -> Step | None:
        """Put one's own words in the place of those that a reader sees at a span; markup there stays.

        Returns None if they are the same words. Raises CopydeskError if they cannot be put among the markup there.
        """
        if self.prose(span) == words:
            return None
        edits: tuple[Edit, ...] = (Edit(*span, words),)
        if (article := self._article()) is not None:
            try:
                edits = Fitting(article, loosely=True)(edits)
            except Unfit as unfit:
                raise CopydeskError(f"“{words}” cannot be put here: {unfit}") from None
        return self._do(Step(f"Change to “{words}”", edits=edits, mark=mark))

    def _fix(self, id_: int, index: int) -> Fix | None:
        mark = self.mark(id_)
        if mark is None or not 0 <= index < len(mark.finding.fixes):
            return None
        return mark.finding.fixes[index]

    # Undoing

    def undo(self) -> Step | None:
        """Undo the last step and return it; findings come back as they were before it."""
        if not self._undo:
            return None
        step = self._undo[-1]
        if step.learnt:
            dictionary.remove(dictionary.personal(), [step.learnt])
            self._learnt.discard(step.learnt)
        self._undo.pop()
        self._edit(step.inverse)
        self.marks, self.dismissed = step.marks, step.stood
        self._redo.append(step)
        return step

    def redo(self) -> Step | None:
        """Do again what was undone last, and return it."""
        if not self._redo:
            return None
        step = self._apply(self._redo[-1])
        self._redo.pop()
        return step

    def _do(self, step: Step) -> Step:
        step = self._apply(replace(step, inverse=tuple(inverse(self.text, step.edits))))
        self._redo.clear()
        return step

    def _apply(self, step: Step) -> Step:
        # Taken anew when a step is done again: a check may have come in meanwhile.
        step = replace(step, marks=self.marks, stood=self.dismissed)
        if step.learnt:
            added = dictionary.add(dictionary.personal(), [step.learnt])
            self._learnt.add(step.learnt)
            step = replace(step, learnt="".join(added))  # what was there before is not to be taken out again
        self._edit(step.edits)
        gone = {mark.id for mark in step.dismissed} | {step.mark}
        self.marks = tuple(mark for mark in self.marks if mark.id not in gone and not self._is_learnt(mark.finding))
        self.dismissed += step.dismissed
        self._undo.append(step)
        return step

    def _is_learnt(self, finding: Finding) -> bool:
        """Whether it is about a word that was put into the dictionary: a check from before that still reports it."""
        return finding.spelling and self.words(finding.span) in dictionary.Dictionary(frozenset(self._learnt))

    def _edit(self, edits: Sequence[Edit]) -> None:
        """Change the text, and carry everything that has a place in it along."""
        if not edits:
            return
        by = PositionMap(edits, len(self.text))
        self.text = apply(self.text, edits)
        self._maps.append((self.revision, by))
        self.revision += 1
        self.marks = moved_marks(self.marks, by)
        self.dismissed = moved_marks(self.dismissed, by)
        self.blocks = tuple(
            Block(block.kind, Span(by.position(block.span.start), by.position(block.span.end, after=True)))
            for block in self.blocks
        )

    # Checking

    def take(self, reading: Reading) -> bool:
        """Take what a worker found. What came for an earlier revision is carried forward, or dropped.

        Returns whether it was taken.
        """
        older = (reading.revision, reading.complete) < (self.checked, self.complete)
        maps = self._maps_since(reading.revision)
        if older or maps is None:
            return False
        self.marks = self._marked(
            _carried(reading.findings, maps),
            _carried(reading.stetted, maps),
        )
        if reading.revision == self.revision:
            self.blocks = reading.blocks or self.blocks
        self.notices = reading.notices
        self.reasons.update(reading.reasons)
        self.engine = reading.engine or self.engine
        self.checked, self.complete = reading.revision, reading.complete
        return True

    def _maps_since(self, revision: int) -> list[PositionMap] | None:
        if revision == self.revision:
            return []
        if revision > self.revision or not self._maps or self._maps[0][0] > revision:
            return None
        return [by for of, by in self._maps if of >= revision]

    def _marked(self, findings: list[Finding], stetted: list[Finding]) -> tuple[Mark, ...]:
        """Return findings as marks: the known ones keep their ids, those dismissed are left out."""
        unwanted = set(self._unwanted())
        undone = [mark for mark in self.marks if mark.id in unwanted]
        again = recognised(stetted, undone, self.text)
        findings = findings + [finding for finding, mark in zip(stetted, again, strict=True) if mark]
        silenced = recognised(findings, self.dismissed, self.text)
        findings = [finding for finding, mark in zip(findings, silenced, strict=True) if mark is None]
        findings = [finding for finding in findings if not self._is_learnt(finding)]
        known = recognised(findings, self.marks, self.text)
        marks = [Mark(mark.id if mark else next(self._ids), new) for new, mark in zip(findings, known, strict=True)]
        return tuple(sorted(marks, key=lambda mark: (mark.span, mark.finding.rule)))

    def position_now(self, position: int, revision: int) -> int:
        """Return where an offset into the text of an earlier revision is now; as near as can be if it is too old."""
        for by in self._maps_since(revision) or ():
            position = by.position(position)
        return min(position, len(self.text))

    # Keeping

    def save(self, force: Collection[Reason] = ()) -> None:
        """Write the article, and what was let stand, to disk.

        Raises SaveRefused where the person at the keyboard must decide first (`force` is the decision), and
        CopydeskError where the disk refuses; nothing is lost by either.
        """
        if self.text != self.source.text or force or saving.changed_on_disk(self.path, self.source):
            self.source = saving.save(self.path, self.source, self.text, force)
        for id_ in self._unwanted():
            for stet in self._stets[id_]:
                remove_stet(stet)
            del self._stets[id_]
        for mark in self._unkept():
            # One answer is for everybody who speaks of the fault.
            stets = tuple(stet_for(self.path, self.text, finding) for finding in each([mark.finding]))
            for stet in stets:
                add_stet(stet)
            self._stets[mark.id] = stets
        self.forget_recovery()

    def _unkept(self) -> list[Mark]:
        """Return the dismissed marks that the stet file lacks."""
        return [mark for mark in self.dismissed if mark.id not in self._stets]

    def _unwanted(self) -> list[int]:
        """Return the marks that the stet file has and that are no longer dismissed."""
        want = {mark.id for mark in self.dismissed}
        return [id_ for id_ in self._stets if id_ not in want]

    def keep_recovery(self) -> None:
        """Write unsaved work to the recovery file, or remove that if there is none. Raises CopydeskError."""
        if self._journal is None:
            return
        if self.changed:
            dismissed = tuple(
                (finding.rule, finding.span) for finding in each(mark.finding for mark in self._unkept())
            )
            self._journal.keep(self.text, self.source, dismissed)
        else:
            self._journal.remove()

    def forget_recovery(self) -> None:
        """Remove the recovery file: the work is saved, or not wanted."""
        if self._journal is not None:
            self._journal.remove()

    def recoverable(self) -> Recovered | None:
        """Return unsaved work of an earlier session, if there is any."""
        return self._journal.find(self.source) if self._journal is not None else None

    def recover(self, recovered: Recovered) -> Step:
        """Take up unsaved work of an earlier session, as one step that can be undone."""
        edit = difference(self.text, recovered.text)
        step = self._do(Step("Take up unsaved work", edits=(edit,) if edit else ()))
        dismissed = tuple(
            Mark(next(self._ids), Finding(span, "", rule=rule))
            for rule, span in recovered.dismissed
            if span.end <= len(self.text)
        )
        if dismissed:
            self._undo[-1] = step = replace(step, dismissed=dismissed)
            self.dismissed += dismissed
        return step


def _carried(findings: Iterable[Finding], maps: Sequence[PositionMap]) -> list[Finding]:
    result = []
    for finding in findings:
        there: Finding | None = finding
        for by in maps:
            there = moved(there, by) if there is not None else None
        if there is not None:
            result.append(there)
    return result


def difference(before: str, after: str) -> Edit | None:
    """Return one edit that turns `before` into `after`, as small as one edit can be; None if they are alike."""
    if before == after:
        return None
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    return Edit(start, len(before) - end, after[start : len(after) - end])


def _shared(one: str, other: str) -> int:
    """Return the length of the beginning that two texts share."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))
