"""Tags of template languages in copy: Liquid (Jekyll), Hugo's shortcodes, Jinja."""

from __future__ import annotations

import re

from copydesk.article.pieces import PLACEHOLDER

_LONGEST = 4_000  # code points; a longer stretch between braces is no tag
_OPENING = re.compile(r"\{\{[<%]?|\{%")
_CLOSING = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}"}
_EMPTY_LINE = re.compile(r"\n[ \t]*\r?\n")
# Tags whose content is no copy, up to the tag that ends them.
_ENCLOSING = re.compile(
    r"\{%-?\s*(highlight|raw|comment)\b|\{\{[<%]\s*(highlight|raw|comment|mermaid)\b(?![^\n]*/[>%]\}\})"
)


def masked(text: str) -> str:
    """Return text of the same length in which tags, and what code tags enclose, are placeholders line by line."""
    if "{{" not in text and "{%" not in text:
        return text
    pieces: list[str] = []
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
        end = _end_of_enclosed(text, start, find) or end + len(closing)
        pieces += (text[position:start], re.sub(r"[^\r\n]", PLACEHOLDER, text[start:end]))
        position = end
    return "".join((*pieces, text[position:]))


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
