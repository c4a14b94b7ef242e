"""One fault is one finding: what several rules, or a rule and an engine, say of it, the more telling first.

Two findings are about one fault where their words overlap and
- they offer the same correction: some fix of each leaves the same text behind; or
- both are of one kind that their rules name (`Rule.fault`: “spelling”), and would change the same words; or
- one of them offers nothing, and its message gives the words that the other offers; or
- both are an engine's, of the very same words, and one of them offers nothing.

A wrong number and a remark on its style are two faults, though they stand on the same words.

The first to speak is, in this order: a rule of the house; our own rule before an engine, or before a dictionary;
the graver; the one with a correction; the surer; LanguageTool before Harper, being the deeper; the one that marks
fewer words; then by the rule's name. It is as grave as the gravest of them; but how grave the house takes its own
rule to be stands, unless another proves an error. The fixes of the others come after its own, what they say goes
into its evidence, and they are kept whole in `Finding.also`: a stet or a baseline is about each.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from copydesk.article import Span
from copydesk.check.settings import GRAMMAR, covers
from copydesk.rules import SEVERITIES, Edit, Finding, Fix, Related

_AT_ONCE = 40  # findings that cover one place and are compared with the next: more are no copy but an attack
_SLIDE = 200  # code points that an insertion or a deletion is moved back to where it can first be made
_WORD = re.compile(r"\w")

Effect = tuple[Edit, ...]


def told_once(text: str, findings: Iterable[Finding], house: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return the findings, those about one fault as one, each in its place in the text.

    `house` are the packs of the house's own rules. Spans count code points of `text`.
    """
    known = [_Known(finding, *_proposed(text, finding)) for finding in sorted(findings, key=_place)]
    leader = list(range(len(known)))
    open_: list[int] = []
    for index, one in enumerate(known):
        open_ = [other for other in open_ if _touch(known[other].finding.span, one.finding.span)][-_AT_ONCE:]
        for other in open_:
            if _is_one_fault(text, known[other], one):
                first, second = sorted((_first(leader, other), _first(leader, index)))
                leader[second] = first
        open_.append(index)
    groups: dict[int, list[Finding]] = {}
    for index, one in enumerate(known):
        groups.setdefault(_first(leader, index), []).append(one.finding)
    told = (_together(text, group, house) if len(group) > 1 else group[0] for group in groups.values())
    return tuple(sorted(told, key=_place))


def each(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, and after each those of other rules that were told with it."""
    for finding in findings:
        yield finding
        yield from finding.also


def effect(text: str, fix: Fix) -> Effect:
    """Return what a fix changes, as little as it can be: alike for all fixes that leave the same text behind."""
    return tuple(edit for edit in (_least(text, edit) for edit in sorted(fix.edits, key=_start)) if _changes(edit))


class _Known(NamedTuple):
    """A finding, what its fixes for this place do, and the words that it would change, or marks."""

    finding: Finding
    effects: frozenset[Effect]
    words: Span


def _proposed(text: str, finding: Finding) -> tuple[frozenset[Effect], Span]:
    effects = [done for fix in finding.fixes if not fix.everywhere and (done := effect(text, fix))]
    first = effects[0] if effects else ()
    inside = [edit.span for edit in first if _touch(edit.span, finding.span)]
    words = _whole_words(text, Span(inside[0].start, inside[-1].end)) if inside else finding.span
    return frozenset(effects), words


def _is_one_fault(text: str, one: _Known, other: _Known) -> bool:
    if one.effects & other.effects:
        return True
    if one.finding.fault and one.finding.fault == other.finding.fault:
        return one.words.overlaps(other.words)
    if bool(one.effects) == bool(other.effects):
        return False
    silent, offering = (other, one) if one.effects else (one, other)
    if one.finding.span == other.finding.span and _is_engines(one.finding) and _is_engines(other.finding):
        return True
    return _names(silent.finding.message, text, offering)


def _names(message: str, text: str, offering: _Known) -> bool:
    """Whether a message gives the words that a fix puts in the place of those it marks."""
    start, end = offering.words
    for done in offering.effects:
        if len(done) == 1 and start <= done[0].start and done[0].end <= end:
            words = text[start : done[0].start] + done[0].text + text[done[0].end : end]
            if any(map(str.isalpha, words)) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", message):
                return True
    return False


def _together(text: str, group: Sequence[Finding], house: Collection[str]) -> Finding:
    """Return one finding for several about one fault."""
    first, *others = sorted(group, key=lambda finding: _rank(finding, house))
    others = list(each(others))
    gravest = min(group, key=_gravity).severity
    if gravest != "error" and _is_house_rule(first, house):
        gravest = first.severity
    places = {place.span for place in first.related}
    related = (place for other in others for place in other.related if place.span not in places | {first.span})
    said = dict.fromkeys(f"{other.rule} too: {other.message}" for other in others)
    return replace(
        first,
        severity=gravest,
        fixes=_fixes(text, first, others),
        related=(*first.related, *_distinct(related)),
        evidence=" ".join(filter(None, (_as_sentence(first.evidence), *said))),
        also=(*first.also, *others),
    )


def _fixes(text: str, first: Finding, others: Sequence[Finding]) -> tuple[Fix, ...]:
    """Return the fixes of all, those for this place first; of two that do the same, or read the same, the first.

    What the first finding does not offer itself is not safe: two rules disagree about it.
    """
    made: dict[tuple[bool, Effect], Fix] = {}
    own = {effect(text, fix) for fix in first.fixes}
    for fix in (fix for finding in (first, *others) for fix in finding.fixes):
        key = fix.everywhere, effect(text, fix)
        safe = fix.safe and (not own or key[1] in own)
        kept = made.get(key)
        made[key] = replace(kept or fix, safe=safe or (kept is not None and kept.safe))
    by_title: dict[str, Fix] = {}
    for fix in sorted(made.values(), key=lambda fix: fix.everywhere):
        by_title.setdefault(fix.title, fix)
    return tuple(by_title.values())


def _rank(finding: Finding, house: Collection[str]) -> tuple[object, ...]:
    by_dictionary = _is_engines(finding) or (finding.fault == "spelling" and finding.confidence is None)
    return (
        by_dictionary or not _is_house_rule(finding, house),
        by_dictionary,
        _gravity(finding),
        not finding.fixes,
        -(finding.confidence or 0.0),
        not finding.rule.rpartition(".")[2].isupper(),  # as LanguageTool's names are
        finding.span.end - finding.span.start,
        finding.rule,
        finding.span,
    )


def _is_house_rule(finding: Finding, house: Collection[str]) -> bool:
    return any(covers(pack, finding.rule) for pack in house)


def _is_engines(finding: Finding) -> bool:
    """Whether an engine says so: rules of our own in its pack say how sure they are."""
    return covers(GRAMMAR, finding.rule) and finding.confidence is None


def _gravity(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity or "warning")


def _distinct(places: Iterable[Related]) -> Iterable[Related]:
    return {place.span: place for place in places}.values()


def _as_sentence(evidence: str) -> str:
    return evidence if not evidence or evidence[-1] in ".!?" else f"{evidence}."


def _first(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = index = leader[leader[index]]
    return index


def _place(finding: Finding) -> tuple[Span, int, str, str]:
    return finding.span, _gravity(finding), finding.rule, finding.message


def _start(edit: Edit) -> int:
    return edit.start


def _touch(one: Span, other: Span) -> bool:
    """Whether two spans share words, or are at one place and one of them has none."""
    return one.overlaps(other) or one.contains(other) or other.contains(one)


def _changes(edit: Edit) -> bool:
    return bool(edit.text) or edit.end > edit.start


def _least(text: str, edit: Edit) -> Edit:
    """Return an edit without what it leaves as it is at either end, as far to the left as it can be made."""
    start, end, new = edit.start, edit.end, edit.text
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    slid = 0
    while start and slid < _SLIDE and (not new or start == end) and (new or start < end):
        last = new[-1] if new else text[end - 1]
        if text[start - 1] != last:
            break
        start, end, slid = start - 1, end - 1, slid + 1
        new = new and last + new[:-1]
    return Edit(start, end, new)


def _whole_words(text: str, span: Span) -> Span:
    """Return a span with the rest of the words in which it begins and ends."""
    start, end = span
    while start and end - start < _SLIDE and _WORD.match(text, start - 1):
        start -= 1
    while end < len(text) and end - start < 2 * _SLIDE and _WORD.match(text, end):
        end += 1
    return Span(start, end)
