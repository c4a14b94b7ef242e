"""Findings as a session keeps them: each with an identity that lasts over edits and new checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from copydesk.article import Edit, PositionMap, Span
from copydesk.check.fingerprint import Place, place_of
from copydesk.rules import Finding, Fix, Related


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding at its place in the session's text. `id` stays the same for as long as it is the same finding."""

    id: int
    finding: Finding

    @property
    def span(self) -> Span:
        return self.finding.span


class Identity(NamedTuple):
    """What makes two findings the same one: the rule, the words it marks and the words around them."""

    rule: str
    place: Place


def identity(finding: Finding, text: str) -> Identity:
    """Return the identity of a finding in `text`."""
    return Identity(finding.rule, place_of(text, finding.span))


def moved(finding: Finding, by: PositionMap) -> Finding | None:
    """Carry a finding over edits; None if they touch its words or what its fixes would change.

    A related place that was edited is forgotten.
    """
    span = by.span(finding.span)
    if span is None:
        return None
    fixes = []
    for fix in finding.fixes:
        edits = _moved_edits(fix, by)
        if edits is not None:
            fixes.append(replace(fix, edits=edits))
    if finding.fixes and not fixes:
        return None
    related = []
    for place in finding.related:
        there = by.span(place.span)
        if there is not None:
            related.append(Related(there, place.message))
    also = tuple(carried for other in finding.also if (carried := moved(other, by)) is not None)
    return replace(finding, span=span, fixes=tuple(fixes), related=tuple(related), also=also)


def _moved_edits(fix: Fix, by: PositionMap) -> tuple[Edit, ...] | None:
    edits = []
    for edit in fix.edits:
        span = by.span(edit.span)
        if span is None:
            return None
        edits.append(Edit(*span, edit.text))
    return tuple(edits)


def moved_marks(marks: Iterable[Mark], by: PositionMap) -> tuple[Mark, ...]:
    """Carry marks over edits, without those that the edits touch."""
    result = []
    for mark in marks:
        finding = moved(mark.finding, by)
        if finding is not None:
            result.append(Mark(mark.id, finding))
    return tuple(result)


class Recogniser:
    """Says which of some marks a finding is: the same rule at the same place, else with the same words around it.

    Each mark is recognised once.
    """

    def __init__(self, marks: Sequence[Mark], text: str) -> None:
        self._text = text
        self._taken: set[int] = set()
        self._by_place: dict[tuple[str, Span], list[Mark]] = defaultdict(list)
        self._by_identity: dict[Identity, list[Mark]] = defaultdict(list)
        for mark in marks:
            self._by_place[mark.finding.rule, mark.span].append(mark)
            self._by_identity[identity(mark.finding, text)].append(mark)

    def at_place(self, finding: Finding) -> Mark | None:
        """Return the mark of the same rule at the same place."""
        return self._take(self._by_place.get((finding.rule, finding.span), ()))

    def alike(self, finding: Finding) -> Mark | None:
        """Return the mark of the same rule, words and surroundings, wherever it stands."""
        return self._take(self._by_identity.get(identity(finding, self._text), ()))

    def _take(self, candidates: Sequence[Mark]) -> Mark | None:
        for mark in candidates:
            if mark.id not in self._taken:
                self._taken.add(mark.id)
                return mark
        return None


def recognised(findings: Sequence[Finding], marks: Sequence[Mark], text: str) -> list[Mark | None]:
    """Return for each finding the mark that it is, or None for a new one."""
    recogniser = Recogniser(marks, text)
    result = [recogniser.at_place(finding) for finding in findings]
    return [mark or recogniser.alike(finding) for mark, finding in zip(result, findings, strict=True)]
