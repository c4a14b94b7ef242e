"""Tags of template languages in copy: Liquid (Jekyll), Hugo's shortcodes, Jinja."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from copydesk.article.article import Part
from copydesk.article.edits import Span
from copydesk.article.pieces import PLACEHOLDER, Weaver, part_of

_LONGEST = 4_000  # code points; a longer stretch between braces is no tag
_OPENING = re.compile(r"\{\{[<%]?|\{%")
_CLOSING = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}"}
_EMPTY_LINE = re.compile(r"\n[ \t]*\r?\n")
# Tags whose content is no copy, up to the tag that ends them.
_ENCLOSING = re.compile(
    r"\{%-?\s*(highlight|raw|comment)\b|\{\{[<%]\s*(highlight|raw|comment|mermaid)\b(?![^\n]*/[>%]\}\})"
)
# What a tag has a reader see: `caption="…"`. Of pictures the title too is printed.
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(caption|alt|title)\s*[=:]\s*("(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|`[^`]*+`)""", re.DOTALL
)
_PICTURE = re.compile(r"fig(?:ure)?|image|img|picture|photo", re.IGNORECASE)
_ESCAPE = re.compile(r"""\\(["'\\])""")


class _Tag(NamedTuple):
    """Where a tag stands, and where what is no copy ends with it."""

    start: int
    end: int
    last: int


def masked(text: str) -> str:
    """Return text of the same length in which tags, and what code tags enclose, are placeholders line by line."""
    pieces: list[str] = []
    position = 0
    for tag in _tags(text):
        pieces += (text[position : tag.start], re.sub(r"[^\r\n]", PLACEHOLDER, text[tag.start : tag.last]))
        position = tag.last
    return "".join((*pieces, text[position:])) if pieces else text


@lru_cache(maxsize=2)  # each block of HTML in a page of Markdown asks for those of the whole page
def captions(text: str) -> tuple[Part, ...]:
    """Return the captions and alternative texts that tags have, in order."""
    return tuple(caption for tag in _tags(text) if tag.end == tag.last for caption in _captions(text, tag))


def within(parts: Sequence[Part], span: Span) -> Sequence[Part]:
    """Return those of some parts, which are in order, that begin in a span."""
    first = bisect_left(parts, span.start, key=lambda part: part.span.start)
    return parts[first : bisect_left(parts, span.end, first, key=lambda part: part.span.start)]


def _captions(text: str, tag: _Tag) -> Iterator[Part]:
    for attribute in _ATTRIBUTE.finditer(text, tag.start, tag.end):
        if attribute[1] == "title" and not _PICTURE.search(text, tag.start, attribute.start()):
            continue
        start, end = attribute.start(2) + 1, attribute.end(2) - 1
        mark = text[end]
        weaver, position = Weaver(text), start
        for escape in _ESCAPE.finditer(text, start, end) if mark != "`" else ():
            weaver.verbatim(position, escape.start())
            weaver.shown(escape[1], *escape.span())
            position = escape.end()
        weaver.verbatim(position, end)
        prose = weaver.prose(() if mark == "`" else (("\\", "\\\\"), (mark, f"\\{mark}")))
        if prose is not None and "{{" not in prose.words:
            yield part_of("caption", prose)


def _tags(text: str) -> Iterator[_Tag]:
    if "{{" not in text and "{%" not in text:
        return
    position = 0
    find = _Finder(text)
    for opening in _OPENING.finditer(text):
        start = opening.start()
        if start < position:
            continue
        closing = _CLOSING[opening.group()]
        end = find(closing, opening.end())
        if end < 0 or end - start > _LONGEST or _EMPTY_LINE.search(text, start, end):
            continue
        end += len(closing)
        position = _end_of_enclosed(text, start, find) or end
        yield _Tag(start, end, position)


def _end_of_enclosed(text: str, start: int, find: _Finder) -> int | None:
    """Return where the content of the code tag at `start` ends, its end tag included; None if it is no such tag."""
    match = _ENCLOSING.match(text, start)
    if match is None:
        return None
    for ending in (f"{{% end{match[1]}", f"{{%- end{match[1]}", f"{{{{< /{match[2]}", f"{{{{% /{match[2]}"):
        if (begins := find(ending, match.end())) >= 0:
            closing = "%}" if match[1] else "}}"
            ends = text.find(closing, begins, begins + _LONGEST)
            return ends + len(closing) if ends >= 0 else None
    return None


class _Finder:
    """Finds the next of several strings from rising positions without ever looking at a stretch twice."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}

    def __call__(self, wanted: str, position: int) -> int:
        known = self._next.get(wanted)
        if known is None or -1 < known < position:
            known = self._next[wanted] = self._text.find(wanted, position)
        return known
