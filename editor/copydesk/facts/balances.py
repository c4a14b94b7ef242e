"""Balances: figures that have to agree with others around them, wherever in neighbouring sentences those are.

“Of 32 wounded, 20 were moved; the remaining 12 …” has a rest; “26 birds … There were nine larks, eight wrens and nine
owls” parts and what may be their total; “21,804 votes to 21,391, a margin of 413” a margin. `article.facts(balances)`
is a tuple of them in the order of the text. Whether they are right is for a rule to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Literal, NamedTuple

import msgspec

from copydesk.article import Article, Part
from copydesk.facts import figures
from copydesk.facts.figures import Figure, moved
from copydesk.patterns import pattern

BalanceKind = Literal["rest", "margin", "sum"]


class Balance(msgspec.Struct, frozen=True):
    """Figures that have to agree; all spans are the text's.

    Of a rest or a margin `result` is that figure; `bound` are the figures that its own sentence binds to it, `near`
    like figures before those, the nearest last, that it may be of, and `after` those that follow it.

    Of a sum `bound` are like figures of one sentence, which may be parts, and `near` what may be their total in the
    sentences beside it. `result` is the first of the sentence; `after` those that the words call a whole or a total.
    `ones` says how many more there may be that have no figure: “two men and a boy”.
    """

    kind: BalanceKind
    result: Figure
    bound: tuple[Figure, ...]
    near: tuple[Figure, ...] = ()
    after: tuple[Figure, ...] = ()
    ones: int = 0


_CUES = frozenset(
    """other remaining rest leaving left remain remains margin majority lead advantage deficit gap difference ahead
    behind short""".split()
)
_REST = pattern(
    r"\b(?:(?:the|its|their|his|her|our)\s(?:other|remaining|rest,?)|leaving)\s"
    r"(?:(?:about|some|nearly|almost|roughly|just|only)\s)?\Z",
    re.IGNORECASE,
)
_LEFT = pattern(r"(?:\s[\w'’-]+){0,2}?\s(?:(?:are|were|is|was)\s(?:still\s)?left|remain(?:s|ed)?)\b")
_TOTAL_BEFORE = pattern(
    r"\b(?:total(?:\sof|s|led|ling|ing)?|mak(?:es?|ing)|made|giv(?:es?|ing)|bring(?:s|ing)|in\sall,?|altogether,?"
    r"|sum\sof|[Aa]ll)\s(?:[a-z]+\s){0,3}\Z"
)
_TOTAL_BEHIND = pattern(r"(?:\s[\w'’-]+){0,2},?\s(?:in\sall|in\stotal|altogether|together|combined|overall)\b")
_MARGIN_BEFORE = pattern(r"\b(?:margin|majority|lead|advantage|deficit|gap|difference)\sof\s(?:\w+\s)?\Z")
_MARGIN_BEHIND = pattern(
    r"(?:[\s-](?:votes?|points?|runs?|seats?|shots?))?(?:[\s-](?:\w+\s){0,1}(?:margin|majority|lead|advantage)\b"
    r"|\s(?:ahead|behind|short)\b)"
)
_AGAINST = pattern(r"(?:\s[\w.'’-]+){0,3}?\s(?:to|against|versus)\s(?:[\w.'’-]+\s){0,3}")
_PLACED = pattern(r"\b(?:top|first|last|next|every)\s\Z", re.IGNORECASE)  # a top three hit, the last two weeks
_WHOLE = pattern(r"\bof\s(?:the|its|their|those|his|her|our)\s\Z")  # 21 of the 45 seats
_INCLUDING = pattern(r"\b(?:includ\w+|among)\b")
_ONE = pattern(r"\b(?:one|an?|another|single)\b", re.IGNORECASE)
_CALLED = 40  # code points before a figure in which a word may call it a total, a rest, a margin
_BACK = 2  # parts before in which what a rest or a margin is of may be
_MOST = 12  # like figures around
_CLOSE = 40  # figures of a part that are looked through for like ones
_PARTS = 8  # of one sum
_MOST_OF_ALL = 500  # balances of an article; no story has a tenth of them
_KINDS = frozenset(("count", "money"))


class _Read(NamedTuple):
    """A figure, the part it is in, and the number of its sentence there."""

    figure: Figure
    part: Part
    sentence: int

    @property
    def before(self) -> str:
        """The words that may call it something, as far as they are before it."""
        start = self.figure.span.start
        return self.part.words[max(0, start - _CALLED) : start]


def local(part: Part) -> bool:
    """Return whether a part has any of the words that rests and margins turn on."""
    return part.is_body and not _CUES.isdisjoint(part.vocabulary)


def combine(article: Article, locals_: Sequence[bool]) -> tuple[Balance, ...]:
    """Return the balances of the article."""
    rows = [_read(part, here) for part, here in zip(article.parts, article.facts(figures).bare, strict=True)]
    found: list[Balance] = []
    for number, row in enumerate(rows):
        if len(found) > _MOST_OF_ALL:
            break
        if row and locals_[number]:
            before = [one for earlier in rows[max(0, number - _BACK) : number] for one in earlier[-_CLOSE:]]
            found += islice(_rests_and_margins(before, row), _MOST_OF_ALL)
        if len(row) > 2:
            found += islice(_sums(row), _MOST_OF_ALL)
    return tuple(found)


def _read(part: Part, here: Sequence[Figure]) -> list[_Read]:
    if not here or not part.is_body or part.kind == "heading":
        return []
    starts = [sentence.start for sentence in part.sentences]
    read = (_Read(figure, part, bisect_right(starts, figure.span.start)) for figure in here if figure.kind != "year")
    return [one for one in read if not _PLACED.search(one.before)]


def _are_alike(one: _Read, other: _Read) -> bool:
    """Whether two figures are of one kind and unit, so that one may be a part of the other."""
    return one.figure.kind == other.figure.kind and one.figure.unit_of == other.figure.unit_of


def _moved(read: Sequence[_Read]) -> tuple[Figure, ...]:
    return tuple(moved(one.figure, one.part) for one in read)


def _rests_and_margins(before: Sequence[_Read], row: Sequence[_Read]) -> Iterator[Balance]:
    for at, one in enumerate(row):
        if one.figure.kind not in _KINDS:
            continue
        close = row[max(0, at - _CLOSE) : at]
        own = [other for other in close if other.sentence == one.sentence and _are_alike(one, other)]
        if _REST.search(one.before) or _LEFT.match(one.part.words, one.figure.span.end):
            yield _balance("rest", one, own, (*before, *close), row[at + 1 : at + _MOST])
        elif said := _margin(one):
            joined = _joined(own)
            if joined or said == "of":  # 78 ahead may be of what no figure says
                yield _balance("margin", one, joined, (*before, *close), row[at + 1 : at + _MOST])


def _balance(
    kind: BalanceKind, one: _Read, bound: Sequence[_Read], before: Sequence[_Read], after: Sequence[_Read]
) -> Balance:
    alike = [other for other in before if _are_alike(one, other)][-_MOST:]
    near = [other for other in alike if not any(other is each for each in bound)]
    behind = [other for other in after if other.sentence <= one.sentence + 1 and _are_alike(one, other)]
    return Balance(kind, moved(one.figure, one.part), _moved(bound), _moved(near), _moved(behind))


def _margin(one: _Read) -> str:
    """Return how a figure is called a margin: “of”, or “ahead”, so many; "" if it is not."""
    if _MARGIN_BEFORE.search(one.before):
        return "of"
    return "ahead" if _MARGIN_BEHIND.match(one.part.words, one.figure.span.end) else ""


def _joined(own: Sequence[_Read]) -> list[_Read]:
    """Return the last two of some figures that are set against each other: 15 votes to 11."""
    for first, second in reversed(list(pairwise(own))):
        if _AGAINST.fullmatch(first.part.words, first.figure.span.end, second.figure.span.start):
            return [first, second]
    return []


def _sums(row: Sequence[_Read]) -> Iterator[Balance]:
    """Yield the like figures of each sentence, with those beside it that may be their total."""
    by_sentence: dict[int, list[_Read]] = {}
    for one in row:
        by_sentence.setdefault(one.sentence, []).append(one)
    for sentence, here in by_sentence.items():
        before = by_sentence.get(sentence - 1, [])[-_MOST:]
        called = [one for one in by_sentence.get(sentence + 1, [])[:_MOST] if _is_called_total(one)]
        by_kind: dict[tuple[str, str], list[_Read]] = {}
        for one in here:
            if one.figure.kind in _KINDS and one.figure.value != 1:
                by_kind.setdefault((one.figure.kind, one.figure.unit_of), []).append(one)
        for alike in by_kind.values():
            if 2 <= len(alike) <= _PARTS:
                yield from _sum(alike, [one for one in (*before, *called) if _are_alike(alike[0], one)])


def _sum(alike: Sequence[_Read], near: Sequence[_Read]) -> Iterator[Balance]:
    first = alike[0]
    words = first.part.words
    if _INCLUDING.search(words, first.figure.span.end, alike[-1].figure.span.start):
        return
    total = [one for one in alike[1:] if _WHOLE.search(one.before)]
    total += [alike[-1]] if len(alike) > 2 and _is_called_total(alike[-1]) else []
    if near or len(alike) > 2:
        sentence = first.part.sentences[first.sentence - 1]
        ones = len(_ONE.findall(words, *sentence))
        yield Balance("sum", moved(first.figure, first.part), _moved(alike), _moved(near), _moved(total), ones)


def _is_called_total(one: _Read) -> bool:
    return bool(_TOTAL_BEFORE.search(one.before) or _TOTAL_BEHIND.match(one.part.words, one.figure.span.end))
