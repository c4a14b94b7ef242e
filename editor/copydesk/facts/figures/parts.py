"""Totals and their parts: by the words between them, or because the parts make up the total.

“340 staff, including 60 nurses”; “£14m: £9m for roads and £5m for schools”; “Eleven people were hurt. Four were
passengers and seven were on foot.” What only happens to add up further away is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.facts.figures.records import Figure, Role
from copydesk.text import Amount, Analysis, lexicon

Read = tuple[Amount, Figure]

_PLAIN = frozenset(("plain", "total", "part", "rest", "to"))
_KINDS = frozenset(("count", "money", "percent", "quantity"))
_BACK = 2  # sentences before, in which a total may be
_LONG = 80  # tokens of a sentence in which “the rest” is looked for
_MOST = 12  # figures of a list


def parts_of(text: Analysis, figures: Sequence[Read]) -> Iterator[tuple[int, Role]]:
    """Yield the places, in a row of figures, of totals and parts, with their roles."""
    yield from _with_a_rest(text, figures)
    for first, past in _runs(text, figures):
        yield from _of_a_team(text, figures, first, past)
        yield from _by_words(text, figures, first, past)
        yield from _by_sum(text, figures, first, past)


def _with_a_rest(text: Analysis, figures: Sequence[Read]) -> Iterator[tuple[int, Role]]:
    """Yield shares and wholes whose rest is given as well: they are parts of a total."""
    for place, (amount, figure) in enumerate(figures):
        if figure.role not in ("share", "whole") or figure.kind != "count":
            continue
        first, past = text.tokens.sentence(amount.first)
        said = any(
            text.tokens.lower(at) in ("rest", "remaining", "others") for at in range(first, min(past, first + _LONG))
        )
        later = (one for one, known in figures[place + 1 : place + _MOST] if known.role == "rest")
        near = (text.tokens.sentence_of[one.first] - text.tokens.sentence_of[amount.first] for one in later)
        if said or any(distance <= _BACK for distance in near):
            yield place, "part" if figure.role == "share" else "total"


def _of_a_team(text: Analysis, figures: Sequence[Read], first: int, past: int) -> Iterator[tuple[int, Role]]:
    """Yield the counts that a group of people is made up of: a jury of seven women and five men."""
    group = text.phrases.group_at(figures[first][0].core[0])
    if group is None or text.tokens.lower(group.first - 1) != "of":
        return
    if text.tokens.lower(group.first - 2) in lexicon("collective"):
        yield from ((place, "part") for place in range(first, past))


def _runs(text: Analysis, figures: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """Yield first and past of figures that follow one another in a sentence, all of one kind and free for a role."""
    first = 0
    for at in range(1, len(figures) + 1):
        if at == len(figures) or not _together(text, figures[at - 1], figures[at]):
            if at - first >= 2 and _is_free(figures[first]):
                yield first, min(at, first + _MOST)
            first = at


def _together(text: Analysis, one: Read, other: Read) -> bool:
    same = text.tokens.sentence_of[one[0].first] == text.tokens.sentence_of[other[0].first]
    return same and one[1].kind == other[1].kind and one[1].unit_of == other[1].unit_of and _is_free(other)


def _is_free(read: Read) -> bool:
    return read[1].kind in _KINDS and read[1].role in _PLAIN


def _by_words(text: Analysis, figures: Sequence[Read], first: int, past: int) -> Iterator[tuple[int, Role]]:
    """Yield those whose words say so: a total, then “including”, a colon or a dash, then its parts."""
    for at in range(first, past - 1):
        total, part = figures[at], figures[at + 1]
        between = [text.tokens.lower(index) for index in range(total[0].past, part[0].first)]
        listed = any(word in lexicon("including") for word in between)
        listed = listed or ("of" in between and any(word in ("whom", "which") for word in between))
        if not listed and not (past - at >= 3 and any(word in (":", "—", "–", "-") for word in between)):
            continue
        if part[1].number.value < total[1].number.value:
            yield at, "total"
            yield from ((index, "part") for index in range(at + 1, past))
        return


def _by_sum(text: Analysis, figures: Sequence[Read], first: int, past: int) -> Iterator[tuple[int, Role]]:
    """Yield those that add up: to the first or the last of them, or to one in the sentences before."""
    values = [read[1].number.value for read in figures[first:past]]
    if past - first >= 3:
        for total, parts in ((first, range(first + 1, past)), (past - 1, range(first, past - 1))):
            if _adds_up(figures, total, parts):
                yield total, "total"
                yield from ((index, "part") for index in parts)
                return
    sentence = text.tokens.sentence_of[figures[first][0].first]
    for total in range(first - 1, max(first - _MOST, -1), -1):
        read = figures[total]
        if text.tokens.sentence_of[read[0].first] < sentence - _BACK:
            return
        alike = _is_free(read) and read[1].kind == figures[first][1].kind
        if alike and len(values) >= 2 and _adds_up(figures, total, range(first, past)):
            yield total, "total"
            yield from ((index, "part") for index in range(first, past))
            return


def _adds_up(figures: Sequence[Read], total: int, parts: Sequence[int]) -> bool:
    whole = figures[total][1].number
    numbers = [figures[index][1].number for index in parts]
    slack = (sum(number.step for number in numbers if number.step < 1 or number.step > 1) + whole.step) / 2
    exact = all(number.step == 1 for number in (*numbers, whole))
    difference = abs(sum(number.value for number in numbers) - whole.value)
    return whole.value > 0 and (difference == 0 if exact else difference < slack)
