"""What the panels beside the page say, as lines. Pure: a session's walk in, lines out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from rich.cells import cell_len
from rich.style import Style

from copydesk.article import Span
from copydesk.rules import Fix, Severity
from copydesk.session import Mark, Session
from copydesk.session.walk import Walk
from copydesk.terminal.glyphs import SIGNS
from copydesk.terminal.theme import Inks
from copydesk.terminal.widgets.lines import Ink, Line
from copydesk.terminal.wording import (
    Change,
    after,
    change_of,
    evidence_of,
    one_line,
    reach,
    rule_title,
    shortened,
    wrapped,
)

_RULE_AT_LEAST = 10  # cells in which a rule's title still says something
_SENTENCE_ROWS = 4  # of a related place
_AGREE = "The article bears it out."


# The list of findings


class Listing(Sequence[Line]):
    """A line for each open finding: where, how grave, the words and what they would become, the rule.

    A line is made when it is asked for: of a thousand findings a screen shows a dozen.
    """

    def __init__(self, walk: Walk, inks: Inks, width: int) -> None:
        self._session, self._marks = walk.session, walk.session.marks
        self._current, self._choice = walk.current, walk.choice
        self._inks, self._width = inks, width

    def __len__(self) -> int:
        return len(self._marks)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        mark = self._marks[index]
        number = self._session.line_of(mark.span.start)
        repeated = index > 0 and self._session.line_of(self._marks[index - 1].span.start) == number
        return self._line(mark, "" if repeated else str(number))

    def _line(self, mark: Mark, number: str) -> Line:
        inks, session = self._inks, self._session
        current = self._current is not None and mark.id == self._current.id
        severity = mark.finding.severity or "warning"
        where = f"{number:>4} "
        room = self._width - len(where) - 3
        fix = mark.finding.fixes[self._choice if current else 0] if mark.finding.fixes else None
        change = _change(session, mark, fix, inks, room)
        used = sum(cell_len(words) for words, _ in change)
        left = room - used - 2
        title = shortened(rule_title(mark.finding.rule), left) if left >= _RULE_AT_LEAST else ""
        gap = " " * max(1, room - used - cell_len(title))
        text = (
            (where, inks.dim if current else inks.faint),
            (f"{SIGNS[severity]} ", inks.severity[severity]),
            *change,
            (gap, inks.text),
            (title, inks.dim),
            (" ", inks.text),
        )
        return Line(text, f"select({mark.id})", inks.chosen if current else None)


def _change(session: Session, mark: Mark, fix: Fix | None, inks: Inks, room: int) -> tuple[Ink, ...]:
    """Return “words → suggestion” in at most `room` cells."""
    words = one_line(session.words(mark.span))
    if fix is None or not fix.edits:
        return ((shortened(words, room), inks.text),)
    change = change_of(fix, session.text)
    whole = change.old == words or not change.old
    if not change.new and whole:
        return ((shortened(change.old, room - 7), inks.text), (" delete", inks.dim))
    if not whole:  # a part of the marked words changes: what they become as a whole
        around = reach(mark.span, fix)
        words, become = one_line(session.text[slice(*around)]), one_line(after(around, fix, session.text))
        change = Change(words, become) if become != words else change
    old, sign = (change.old, " → ") if change.old else (words, " + ")
    half = max(room // 2 - 2, room - 3 - cell_len(change.new))
    old = shortened(old, half)
    new = shortened(change.new, room - 3 - cell_len(old))
    return ((old, inks.text), (sign, inks.faint), (new, inks.good))


# The headline


def headline_lines(walk: Walk, inks: Inks, width: int, *, rows: int) -> list[Line]:
    """Return what the checks say of the headline, in at most `rows` lines; one row says it all in one line."""
    session = walk.session
    headline = next((block.span for block in session.blocks if block.kind == "headline"), None)
    if headline is None:
        return [Line(((" There is none.", inks.dim),))]
    about = [mark for mark in session.marks if _about_headline(mark, headline)]
    if not about:
        if session.checked < 0:
            return [Line(((" Checking…", inks.dim),))]
        return [Line(((" ✓ ", inks.good), (_AGREE, inks.dim)))]
    lines: list[Line] = []
    share = max(1, rows // len(about))
    for mark in about[:rows]:
        lines += _headline_finding(walk, mark, inks, width, share)
    return lines


def _about_headline(mark: Mark, headline: Span) -> bool:
    return mark.span.overlaps(headline)


def _headline_finding(walk: Walk, mark: Mark, inks: Inks, width: int, rows: int) -> Iterator[Line]:
    current = walk.current is not None and mark.id == walk.current.id
    severity = mark.finding.severity or "warning"
    message = wrapped(mark.finding.message, width - 4)
    if len(message) > rows:
        message = [*message[: rows - 1], shortened(" ".join(message[rows - 1 :]), width - 4)]
    for index, words in enumerate(message):
        sign = (f" {SIGNS[severity]} ", inks.severity[severity]) if index == 0 else ("   ", inks.text)
        yield Line((sign, (words, inks.text)), f"select({mark.id})", inks.chosen if current else None)


# The details


def details_lines(walk: Walk, inks: Inks, width: int, related: int | None, *, brief: bool) -> list[Line]:
    """Return everything there is to say about the current finding; `related` is the place being looked at.

    `brief` leaves out the rule's reasons, for a panel of a few rows.
    """
    mark = walk.current
    if mark is None:
        return done_lines(walk.session, inks, width)
    return list(_Details(walk, mark, inks, max(20, width - 2)).lines(related, brief=brief))


class _Details:
    def __init__(self, walk: Walk, mark: Mark, inks: Inks, width: int) -> None:
        self._walk, self._mark, self._inks, self._width = walk, mark, inks, width

    def lines(self, related: int | None, *, brief: bool) -> Iterator[Line]:
        yield from self._title(brief=brief)
        yield from self._paragraph(self._mark.finding.message, self._inks.text)
        if not brief:
            yield Line()
        yield from self._fixes()
        yield from self._dictionary()
        yield from self._related(related, brief=brief)
        evidence = evidence_of(self._mark.finding)
        if evidence:
            yield from self._section("Evidence", brief=brief)
            yield from self._paragraph(evidence, self._inks.dim)
        reasons = "" if brief else self._walk.session.reasons.get(self._mark.finding.rule, "")
        if reasons:
            yield from self._section("Why it matters", brief=brief)
            yield from self._paragraph(reasons, self._inks.dim)

    def _title(self, *, brief: bool) -> Iterator[Line]:
        severity: Severity = self._mark.finding.severity or "warning"
        ink, rule = self._inks.severity[severity], self._mark.finding.rule
        title = (f" {SIGNS[severity]} ", ink), (rule_title(rule), self._inks.strong)
        if brief:
            yield Line((*title, (f"  {severity}", ink)))
            return
        yield Line((*title, (f"  {severity}", ink)))
        yield Line(((f"   {shortened(rule, self._width - 3)}", self._inks.dim),))
        yield Line()

    def _section(self, title: str, *, brief: bool) -> Iterator[Line]:
        if not brief:
            yield Line()
            yield Line(((f" {title}", self._inks.strong),))

    def _paragraph(self, words: str, ink: Style) -> Iterator[Line]:
        for row in wrapped(words, self._width - 1):
            yield Line(((f" {row}", ink),))

    def _fixes(self) -> Iterator[Line]:
        fixes = self._mark.finding.fixes
        if not fixes:
            yield Line(((" No suggestion: ", self._inks.dim), *self._key("e", "own words"), *self._key("d", "stet")))
            return
        everywhere = self._walk.session.everywhere(self._mark.id, self._walk.choice)
        alike = set(everywhere.edits) if everywhere is not None and everywhere.places > 1 else set()
        named = False  # one of the suggestions is what the key for all places does
        for index, fix in enumerate(fixes):
            same = bool(alike) and fix.everywhere and set(fix.edits) == alike
            named |= same
            yield from self._fix(index, fix, "A" if same else "")
        if everywhere is not None and alike and not named and not fixes[self._walk.choice].everywhere:
            words = ("A ", self._inks.key), (f"changes all {everywhere.places} places alike", self._inks.dim)
            yield Line((("   ", self._inks.text), *words), "change_all")

    def _dictionary(self) -> Iterator[Line]:
        if self._mark.finding.spelling:
            words = ("w ", self._inks.key), ("adds it to your dictionary", self._inks.dim)
            yield Line((("   ", self._inks.text), *words), "learn")

    def _key(self, key: str, label: str) -> Iterator[Ink]:
        yield key, self._inks.key
        yield f" {label}  ", self._inks.dim

    def _fix(self, index: int, fix: Fix, key: str) -> Iterator[Line]:
        chosen = index == self._walk.choice
        action, ground = f"choose({index + 1})", self._inks.chosen if chosen else None
        for nth, row in enumerate(wrapped(fix.title, self._width - 8)):
            number = f" {index + 1 if index < 9 else ' '} " if nth == 0 else "   "
            sign = ("▸ " if chosen else "  ") if nth == 0 else "  "
            ink = self._inks.good if chosen else self._inks.text
            more = ((f"  {key}", self._inks.key),) if key and nth == 0 else ()
            yield Line(((number, self._inks.key), (sign, self._inks.good), (row, ink), *more), action, ground)

    def _related(self, related: int | None, *, brief: bool) -> Iterator[Line]:
        places = self._mark.finding.related
        if not places:
            return
        if not brief:
            yield Line()
            yield Line(((" Elsewhere  ", self._inks.strong), ("r ", self._inks.key), ("walks them", self._inks.dim)))
        session = self._walk.session
        for index, place in enumerate(places):
            where = f" line {session.line_of(place.span.start)} ".ljust(9)
            ground = self._inks.chosen if index == related else None
            *rows, last = self._quoted(place.span, self._width - len(where), 1 if brief else _SENTENCE_ROWS)
            for row in rows:
                yield Line(((where, self._inks.dim), (row, self._inks.text)), f"look({index})", ground)
                where = " " * len(where)
            message = shortened(place.message, self._width - len(where) - cell_len(last) - 2)
            inks = (where, self._inks.dim), (last, self._inks.text), (f"  {message}", self._inks.dim)
            yield Line(inks, f"look({index})", ground)

    def _quoted(self, span: Span, width: int, most: int) -> list[str]:
        """Return the words of a place in rows: a sentence of the story is read beside its headline."""
        words = f"“{one_line(self._walk.session.words(span))}”"
        rows = wrapped(words, width)
        return rows if len(rows) <= most else [*rows[: most - 1], shortened(" ".join(rows[most - 1 :]), width)]


def done_lines(session: Session, inks: Inks, width: int) -> list[Line]:
    """Return what is said where there is no finding: that the check is on, or that all is done."""
    if not session.fresh and session.checked < session.revision:
        return [Line(), Line(((" Checking…", inks.dim),))]
    changed = sum(bool(step.edits) for step in session.steps)
    said = [
        f"{changed} changed" if changed else "",
        f"{len(session.dismissed)} let stand" if session.dismissed else "",
    ]
    lines: list[Line] = [
        Line(),
        Line(((" ✓ ", inks.good), ("Nothing left to look at", inks.strong))),
        Line(),
    ]
    summary = ", ".join(filter(None, said))
    if summary:
        lines.append(Line(((f"   {summary}.", inks.dim),)))
    save: Sequence[Ink] = (("s", inks.key), (" saves, ", inks.dim)) if session.changed else ()
    lines.append(Line((("   ", inks.text), *save, ("q", inks.key), (" quits.", inks.dim))))
    return lines
