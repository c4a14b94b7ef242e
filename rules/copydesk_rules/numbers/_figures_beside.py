"""Percentages against the two figures beside them that are of the same thing, whatever words join them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.facts import figures, percentages
from copydesk.facts.figures import Figure, moved
from copydesk.rules import Article, Finding, Part, Related, Stretches, pattern
from copydesk_rules.numbers._arithmetic import change_between, share_of
from copydesk_rules.numbers._exactness import level, stated
from copydesk_rules.numbers._writing import plain, put_right, shown

_KINDS = frozenset(("money", "count"))
_LEAST = 10  # of a count; of fewer, percentages say little
_FAR = 5  # times that two levels of one thing may be apart
_CHANGES = frozenset(
    "discount rise increase fall drop decrease reduction cut growth gain jump profit decline".split()
)
_OF_SHARES = pattern(r"(?:\bor|\brate\sof|\bthat\sis,?|\bwhich\sis|:)\s\Z")
_INTO_SHARES = pattern(r"\s?[:—–(]\s?(?:[a-z]+\s){0,2}\Z")
_MORE = pattern(r"\s(?:more|less|fewer|up|down|higher|lower|above|below)\b")
_NEAR = 30  # code points
_MOST = 12  # figures of two sentences; with more, which is of which is anybody's guess


class _Placed(NamedTuple):
    """A figure with spans in the text, and the number of its sentence."""

    figure: Figure
    sentence: int


def beside(article: Article) -> Iterator[Finding]:
    """Yield the percentages that do not fit the only two figures of the same thing in their sentence and the last.

    What other facts have read as a change or a share is left to the rule that judges those.
    """
    everything, read = article.facts(figures), article.facts(percentages)
    judged = (*(change.percent for change in read.changes), *(share.percent for share in read.shares))
    told = Stretches(figure.span for figure in judged if figure is not None)
    for number, (part, bare) in enumerate(zip(article.parts, everything.bare, strict=True)):
        if part.is_body and len(bare) > 2 and any(figure.kind == "percent" for figure in bare):
            by_sentence: dict[int, list[_Placed]] = {}
            for one in _placed(part, everything[number]):
                by_sentence.setdefault(one.sentence, []).append(one)
            for sentence, here in by_sentence.items():
                near = [*by_sentence.get(sentence - 1, ()), *here]
                percents = [one for one in here if one.figure.kind in ("percent", "points")]
                if len(percents) == 1 and len(near) <= _MOST and not told.overlap(percents[0].figure.span):
                    yield from _wrong(article, percents[0], near)


def _placed(part: Part, here: Sequence[Figure]) -> Iterator[_Placed]:
    starts = [sentence.start for sentence in part.sentences]
    for figure in here:
        yield _Placed(moved(figure, part), bisect_right(starts, figure.span.start))


def _wrong(article: Article, one: _Placed, placed: Sequence[_Placed]) -> Iterator[Finding]:
    percent = one.figure
    if percent.kind != "percent" or percent.hedge or percent.scope:
        return
    near = [each.figure for each in placed if _counts(each.figure)]
    if percent.role == "by" or percent.noun in _CHANGES:
        nouns = {percent.noun, percent.owner} - _CHANGES - {""}
        levels = [figure for figure in near if figure.noun in nouns]
        if len(levels) == 2 and levels[0].kind == levels[1].kind and levels[0].unit_of == levels[1].unit_of:
            yield from _wrong_change(article, percent, *levels)
    elif percent.role in ("plain", "share", "rate"):
        own = [each.figure for each in placed if each.sentence == one.sentence and _counts(each.figure)]
        counts = [figure for figure in own if figure.kind == "count"]
        if len(counts) == 2 and _is_their_share(article, percent, counts):
            yield from _wrong_share(article, percent, *sorted(counts, key=lambda figure: figure.value))


def _counts(figure: Figure) -> bool:
    exact = not figure.hedge and not figure.scope
    return exact and figure.kind in _KINDS and (figure.kind == "money" or figure.value >= _LEAST)


def _is_their_share(article: Article, percent: Figure, counts: Sequence[Figure]) -> bool:
    """Whether a percentage is in apposition to two counts of one thing: 45 of 60, or 65 per cent."""
    nouns = {figure.noun for figure in counts if figure.noun}
    text, (start, end) = article.text, percent.span
    if len(nouns) > 1 or counts[0].value == counts[1].value or _MORE.match(text, end):
        return False
    last, first = counts[-1].span.end, counts[0].span.start
    if last < start:
        return start - last < _NEAR and _OF_SHARES.search(text, last, start) is not None
    return end < first and _INTO_SHARES.match(text[end:first]) is not None


def _wrong_share(article: Article, percent: Figure, part: Figure, whole: Figure) -> Iterator[Finding]:
    if share_of(level(part), level(whole)).meets(stated(percent)):
        return
    right = part.value / whole.value * 100
    fix = put_right(article, percent, round(right, 1) if percent.number.step < 1 else round(right))
    yield Finding(
        percent.span,
        f"{shown(article, part)} of {shown(article, whole)} is {plain(right, percent)} per cent, not "
        f"{shown(article, percent)}.",
        related=tuple(Related(figure.span, "worked out from this") for figure in sorted((part, whole), key=_start)),
        fixes=(fix,) if fix else (),
        confidence=0.7,
    )


def _wrong_change(article: Article, percent: Figure, one: Figure, other: Figure) -> Iterator[Finding]:
    before, after = (other, one) if other.role == "from" or one.role == "to" else (one, other)
    if not 1 / _FAR < one.value / other.value < _FAR:
        return
    for first, second in ((one, other), (other, one)):
        if change_between(level(first), level(second)).meets(stated(percent)):
            return
        if share_of(level(first), level(second)).meets(stated(percent)):
            return
    right = abs(after.value / before.value - 1) * 100
    fix = put_right(article, percent, round(right, 1) if percent.number.step < 1 else round(right))
    yield Finding(
        percent.span,
        f"From {shown(article, before)} to {shown(article, after)} is {plain(right, percent)} per cent, not "
        f"{shown(article, percent)}.",
        related=tuple(Related(figure.span, "worked out from this") for figure in sorted((one, other), key=_start)),
        fixes=(fix,) if fix else (),
        confidence=0.7,
    )


def _start(figure: Figure) -> int:
    return figure.span.start
