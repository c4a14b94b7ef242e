"""Telling a finding again after the article was edited: by its rule, its words and the words around them."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from copydesk.article import Span
from copydesk.patterns import pattern
from copydesk.rules import Finding

_WORDS_AROUND = 5
_REACH = 120  # code points looked at on either side, so that a huge file costs no more
_WRAP_AT_MOST = 100  # columns; a longer line is a paragraph of its own, or more

# Where a paragraph ends whatever the format: an empty line, the tag of a block. The text alone has to do, because a
# session tells findings again while it is being edited, long before it is read anew.
_EDGE = pattern(
    r"(?:\r\n|\n|\r(?!\n))[ \t>]*(?:\r\n|[\n\r])"
    r"|</?(?:p|div|h[1-6]|li|ul|ol|dl|d[dt]|blockquote|fig(?:ure|caption)|article|section|header|t[dhr]|table)\b[^<>]*>",
    re.IGNORECASE,
)
_LINE_END = pattern(r"\r\n?|\n")
# What is no word of the copy: comments, and the marks of quotations at the beginnings of lines.
_NO_WORDS = pattern(r"<!--.*?-->|(?:(?<=[\n\r])|^)[ \t]*>[> \t]*(?=\S|$)", re.DOTALL)


class Place(NamedTuple):
    """Where in the copy a finding stands, in words: blank space is one blank, whatever it was."""

    words: str
    before: str
    after: str


def place_of(text: str, span: Span) -> Place:
    """Return the words of a span and up to five words on either side of it, within its paragraph.

    They are the same wherever the paragraph moves, however it is wrapped, and whatever is edited elsewhere. Short
    paragraphs that nothing but a line end parts cannot be told from one that is wrapped, and count as one.
    """
    before = _words(text[_paragraph_start(text, span.start) : span.start])[-_WORDS_AROUND:]
    after = _words(text[span.end : _paragraph_end(text, span.end)])[:_WORDS_AROUND]
    return Place(" ".join(_words(text[span.start : span.end])), " ".join(before), " ".join(after))


def _words(text: str) -> list[str]:
    if "<!--" in text or ">" in text:
        text = _NO_WORDS.sub("", text)
    return text.split()


def _paragraph_start(text: str, position: int) -> int:
    """Return where the paragraph before a position begins, at most `_REACH` back."""
    start = max(0, position - _REACH)
    for edge in _EDGE.finditer(text, start, position):
        start = edge.end()
    for line_end in _LINE_END.finditer(text, start, position):
        if _is_between_long_lines(text, *line_end.span()):
            start = line_end.end()
    return start


def _paragraph_end(text: str, position: int) -> int:
    """Return where the paragraph behind a position ends, at most `_REACH` on."""
    end = min(len(text), position + _REACH)
    if edge := _EDGE.search(text, position, end):
        end = edge.start()
    for line_end in _LINE_END.finditer(text, position, end):
        if _is_between_long_lines(text, *line_end.span()):
            return line_end.start()
    return end


def _is_between_long_lines(text: str, start: int, end: int) -> bool:
    """Whether a line end parts lines of which one is too long to have been wrapped."""
    behind = text[end : end + _WRAP_AT_MOST + 1]
    before = text[max(0, start - _WRAP_AT_MOST - 1) : start]
    return any(len(line) > _WRAP_AT_MOST and not _LINE_END.search(line) for line in (before, behind))


def fingerprint(text: str, finding: Finding) -> str:
    """Return 16 hexadecimal digits that tell this finding from others in the file.

    Neither message nor counts nor positions enter it, so that edits elsewhere leave it alone.
    """
    identity = "\x1f".join((finding.rule, *place_of(text, finding.span)))
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
