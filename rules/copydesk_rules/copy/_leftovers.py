"""What editing leaves behind in copy: a table, one row for each kind, and the search for them in a part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from copydesk.rules import Part, Span, pattern
from copydesk_rules.copy._desk_notes import BRACKETED, PARENTHESISED
from copydesk_rules.copy._fields import FIELDS
from copydesk_rules.copy._remarks import REMARKS
from copydesk_rules.copy._row import Row, row
from copydesk_rules.copy._to_come import TO_COME


class Found(NamedTuple):
    """A leftover in a part, `span` relative to the part."""

    span: Span
    kind: Row


_ROWS = (*TO_COME, *FIELDS, *REMARKS)


def _rows_by(looks: Callable[[Row], Iterable[str]]) -> dict[str, tuple[int, ...]]:
    rows: dict[str, tuple[int, ...]] = {}
    for number, kind in enumerate(_ROWS):
        for look in looks(kind):
            rows[look] = (*rows.get(look, ()), number)
    return rows


# What any leftover has one of, and the rows it may then be: most parts have none, and need no look at each row.
_BY_WORD = _rows_by(lambda kind: kind.words)
_BY_STRING = _rows_by(lambda kind: kind.strings)
_WORDS = frozenset(_BY_WORD)

_STOPGAP_HEADLINE = row(
    r"""
    (?:untitled(?: (?:document|draft|article|post|story))?|headline(?: \d+)?|headline goes here|hed
    |(?:working )?title|(?:new|test) (?:article|post|story|headline|page)
    |test(?: test)+|test ?\d*|dummy|asdf\w*|tbc|tbd|tk|x{3,}(?: x{3,})*)\W*""",
    "“{}” is no headline yet.",
    "the system's default, or a stopgap, stands where the headline should",
    any_case=True,
)

_DRAFT = row(
    r"^DRAFT ?[:–—-]|[(\[](?:DRAFT|draft)[)\]]\W*$",
    "“{}”: an instruction to colleagues is still here.",
    "it says that the story is not finished",
)

_SQUARE = pattern(r"\[([^\[\]\n]{1,240})\]")
_ROUND = pattern(r"\(([^()\n]{1,160})\)")


def scan(part: Part) -> tuple[Found, ...]:
    """Return the leftovers that a part shows by itself, in order and without overlaps, spans relative to it."""
    found = sorted(_all(part), key=lambda one: (one.span.start, -one.span.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)


def _all(part: Part) -> Iterator[Found]:
    words = part.words
    if part.kind == "headline" and _STOPGAP_HEADLINE.pattern.fullmatch(words):
        yield Found(Span(0, len(words)), _STOPGAP_HEADLINE)
    elif part.kind == "headline":
        yield from _matches(_DRAFT, words)
    for number in _possible(part):
        yield from _matches(_ROWS[number], words)
    for needed, brackets, rows in (("[", _SQUARE, BRACKETED), ("(", _ROUND, PARENTHESISED)):
        if needed in words:
            for match in brackets.finditer(words):
                inner = match.group(1).strip()
                if note := next((kind for kind in rows if kind.pattern.fullmatch(inner)), None):
                    yield Found(Span(*match.span()), note)


def _possible(part: Part) -> list[int]:
    """Return the numbers of the rows of which a part has a word or a string: a quick look."""
    lowered = part.words.lower()
    rows = {number for string in _BY_STRING if string in lowered for number in _BY_STRING[string]}
    if not _WORDS.isdisjoint(part.vocabulary):
        rows.update(number for word in _WORDS & part.vocabulary for number in _BY_WORD[word])
    return sorted(rows)


def _matches(kind: Row, words: str) -> Iterator[Found]:
    for match in kind.pattern.finditer(words):
        if kind.accepts(words, match):
            yield Found(Span(match.start(), match.start() + len(match.group().rstrip())), kind)
