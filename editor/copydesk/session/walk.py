"""Walking the findings: which one is looked at, which of its suggestions is chosen, what comes next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from copydesk.article import Span
from copydesk.rules import Fix
from copydesk.session.marks import Mark
from copydesk.session.session import Session, Step


class Walk:
    """An editor's way through a session's findings. Every answer moves on to the next finding."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._current: int | None = None
        self._chosen: dict[int, int] = {}  # finding → index of the suggestion that was picked
        self._place = 0  # where the current finding stands or stood, in the text of revision `_of`
        self._of = session.revision
        self.settle()

    @property
    def current(self) -> Mark | None:
        return None if self._current is None else self.session.mark(self._current)

    @property
    def number(self) -> int:
        """The number of the current finding among the open ones, from 1; 0 if there is none."""
        return next((n for n, mark in enumerate(self.session.marks, 1) if mark.id == self._current), 0)

    @property
    def choice(self) -> int:
        """Index of the suggestion chosen for the current finding."""
        mark = self.current
        if mark is None:
            return 0
        chosen = self._chosen.get(mark.id, 0)
        return chosen if chosen < len(mark.finding.fixes) else 0

    @property
    def fix(self) -> Fix | None:
        """The suggestion chosen for the current finding, if it has any."""
        mark = self.current
        return mark.finding.fixes[self.choice] if mark is not None and mark.finding.fixes else None

    # Moving

    def select(self, id_: int) -> bool:
        """Look at a finding. Returns whether there is such a one."""
        mark = self.session.mark(id_)
        if mark is None:
            return False
        self._current, self._place, self._of = id_, mark.span.start, self.session.revision
        return True

    def step(self, by: int) -> bool:
        """Go `by` findings on, or back. Past the end it begins again at the other; returns whether it did."""
        marks = self.session.marks
        if not marks:
            return False
        target = self.number - 1 + by
        self.select(marks[target % len(marks)].id)
        return not 0 <= target < len(marks)

    def choose(self, index: int) -> bool:
        """Choose a suggestion of the current finding. Returns whether it has so many."""
        mark = self.current
        if mark is None or not 0 <= index < len(mark.finding.fixes):
            return False
        self._chosen[mark.id] = index
        return True

    def settle(self) -> None:
        """Find one's place again after findings changed: the same finding, else the next one, else the last."""
        self._place, self._of = self.session.position_now(self._place, self._of), self.session.revision
        mark = self.current
        if mark is None:
            marks = self.session.marks
            index = bisect_left(marks, self._place, key=lambda mark: mark.span.start)
            mark = marks[min(index, len(marks) - 1)] if marks else None
        if mark is None:
            self._current = None
        else:
            self.select(mark.id)

    # Answering

    def accept(self) -> Step | None:
        """Make the chosen suggestion."""
        return self._answered(lambda id_: self.session.accept(id_, self.choice))

    def change_all(self) -> Step | None:
        """Make the chosen suggestion in all places alike."""
        return self._answered(lambda id_: self.session.change_all(id_, self.choice))

    def dismiss(self) -> Step | None:
        """Let the current finding stand."""
        return self._answered(self.session.dismiss)

    def learn(self) -> Step | None:
        """Put the current finding's word into the editor's dictionary. Raises CopydeskError if that is refused."""
        return self._answered(self.session.learn)

    def own_words(self, words: str) -> Step | None:
        """Put one's own words where the current finding is. Raises CopydeskError if that cannot be done."""
        mark = self.current
        span = mark.span if mark is not None else Span(0, 0)
        return self._answered(lambda id_: self.session.replace(span, words, mark=id_))

    def undo(self) -> Step | None:
        """Undo the last step, and look at what it had answered."""
        return self._revisit(self.session.undo())

    def redo(self) -> Step | None:
        """Do the last undone step again, and go on behind it."""
        return self._revisit(self.session.redo())

    def _answered(self, answer: Callable[[int], Step | None]) -> Step | None:
        if self._current is None:
            return None
        done = answer(self._current)
        if done is not None:
            self.settle()
        return done

    def _revisit(self, step: Step | None) -> Step | None:
        if step is not None and (step.mark is None or not self.select(step.mark)):
            self.settle()
        return step
