"""What editing leaves behind in copy: a table, one row for each kind, and the search for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from copydesk.rules import Article, Part, Span, pattern
from copydesk_rules.copy._desk_notes import BRACKETED, PARENTHESISED
from copydesk_rules.copy._fields import FIELDS
from copydesk_rules.copy._remarks import REMARKS
from copydesk_rules.copy._residue import RESIDUE
from copydesk_rules.copy._row import Row, row
from copydesk_rules.copy._to_come import TO_COME


class Found(NamedTuple):
    """A leftover in a part, `span` relative to the part."""

    span: Span
    kind: Row


_ROWS = (*TO_COME, *FIELDS, *REMARKS, *RESIDUE)


def _rows_by(looks: Callable[[Row], Iterable[str]]) -> dict[str, tuple[int, ...]]:
    rows: dict[str, tuple[int, ...]] = {}
    for number, kind in enumerate(_ROWS):
        for look in looks(kind):
            rows[look] = (*rows.get(look, ()), number)
    return rows


# What any leftover has one of, and the rows it may then be: most articles have none, and need no look at each row.
_BY_WORD = _rows_by(lambda kind: kind.words)
_BY_STRING = _rows_by(lambda kind: kind.strings)
_WORDS = frozenset(_BY_WORD)
_ALSO = {number: kind.also for number, kind in enumerate(_ROWS) if kind.also}
_SHORTEST = tuple(one for one in _BY_STRING if not any(other in one for other in _BY_STRING if other != one))

_STOPGAP_HEADLINE = row(
    r"""
    (?:(?:untitled|copy of|new|test)(?: (?:document|draft|article|post|story))?(?: \(?\d+\)?)?
    |headline(?: \d+)?|headline goes here|hed|draft(?: ?\d+)?
    |(?:working )?title|(?:new|test) (?:headline|page)
    |test(?: test)+|test ?\d*|dummy|asdf\w*|tbc|tbd|tk|x{3,}(?: x{3,})*)\W*""",
    "“{}” is no headline yet.",
    "the system's default, or a stopgap, stands where the headline should",
    any_case=True,
)

_DRAFT = row(
    r"^DRAFT ?[:–—-]|[(\[](?:DRAFT|draft)[)\]]\W*$|^(?:FWD?|Fwd?|RE): ",
    "“{}”: an instruction to colleagues is still here.",
    "it says that the story is not finished",
)

_SQUARE = pattern(r"\[([^\[\]\n]{1,240})\]")
_CURLY = pattern(r"(?<![{$#%\\])\{([^{}\n ]+ [^{}\n]{4,240})\}(?!\})")
_ROUND = pattern(r"\(([^()\n]{1,160})\)")


def leftovers(article: Article) -> Iterator[tuple[Part, Found]]:
    """Yield the leftovers that parts show by themselves, each with its part, in order and without overlaps."""
    lowered = "\n".join(part.words for part in article.parts).lower()
    here = [string for string in _SHORTEST if string in lowered]
    strings = [string for string in _BY_STRING if any(map(string.__contains__, here)) and string in lowered]
    for part in article.parts:
        end = 0
        for found in sorted(_all(part, strings), key=lambda one: (one.span.start, -one.span.end)):
            if found.span.start >= end:
                end = found.span.end
                yield part, found


def _all(part: Part, strings: Sequence[str]) -> Iterator[Found]:
    words = part.words
    if part.kind == "headline" and _STOPGAP_HEADLINE.pattern.fullmatch(words):
        yield Found(Span(0, len(words)), _STOPGAP_HEADLINE)
    elif part.kind == "headline":
        yield from _matches(_DRAFT, words)
    for number in _possible(part, strings):
        yield from _matches(_ROWS[number], words)
    for needed, brackets, rows in (("[", _SQUARE, BRACKETED), ("{", _CURLY, BRACKETED), ("(", _ROUND, PARENTHESISED)):
        if needed in words:
            for match in brackets.finditer(words):
                inner = match.group(1).strip()
                if note := next((kind for kind in rows if kind.pattern.fullmatch(inner)), None):
                    yield Found(Span(*match.span()), note)


def _possible(part: Part, strings: Sequence[str]) -> list[int]:
    """Return the numbers of the rows of which a part has a word, or one of the `strings`: a quick look."""
    rows: set[int] = set()
    if strings:
        lowered = part.words.lower()
        rows.update(number for string in strings if string in lowered for number in _BY_STRING[string])
    if not _WORDS.isdisjoint(part.vocabulary):
        rows.update(number for word in _WORDS & part.vocabulary for number in _BY_WORD[word])
    rows.difference_update(number for number, words in _ALSO.items() if words.isdisjoint(part.vocabulary))
    return sorted(rows)


def _matches(kind: Row, words: str) -> Iterator[Found]:
    for match in kind.pattern.finditer(words):
        if kind.accepts(words, match):
            yield Found(Span(match.start(), match.start() + len(match.group().rstrip())), kind)
