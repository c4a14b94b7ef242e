"""What stands within a block of Markdown: which of its characters are seen, and as what.

A scanner of its own, because the parsers there are do not say where inline markup stands. It looks at every
character a bounded number of times, whatever it is given.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from copydesk.article.entities import reference_at
from copydesk.article.markdown.emphasis import Run, pairs
from copydesk.article.pieces import PLACEHOLDER

_SPECIAL = re.compile(rf"[\\`&<\[\]\n]|!\[|\*+|_+|~+|{PLACEHOLDER}+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]|[&\n]")
_BACKTICKS = re.compile("`+")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,100}\]")
# The bounds keep many links that were begun and never ended from costing more than their number.
_TITLE = r"""(?:"(?:[^"\\]|\\.){0,1000}+"|'(?:[^'\\]|\\.){0,1000}+'|\((?:[^()\\]|\\.){0,1000}+\))"""
_TARGET = re.compile(
    r"\([ \t\n]*+(?:<(?:[^<>\\\n]|\\.){0,2000}+>"
    r"|data:[^\s()<>]*+"
    r"|(?!<)(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()\\]{0,500}+\)){0,500}+\)){0,2000}+)"
    rf"(?:[ \t\n]++({_TITLE}))?[ \t\n]*+\)",
    re.DOTALL,
)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}+|[\w.+-]{1,64}@[\w.-]{1,255})>")
_VALUE = r"""(?:"[^"]{0,2000}+"|'[^']{0,2000}+'|[^\s"'=<>`]{1,2000}+)"""
_TAG = re.compile(
    r"</?([A-Za-z][A-Za-z0-9-]{0,63}+)"
    rf"(?:[ \t\n]++[A-Za-z_:][\w.:-]{{0,100}}+(?:[ \t\n]*+=[ \t\n]*+{_VALUE})?){{0,50}}+[ \t\n]*+/?>"
)
_CODE_TAGS = frozenset(("code", "kbd", "samp", "script", "style"))


class Piece(NamedTuple):
    """Characters from `start` to `end` that are seen otherwise than they stand (not at all: `seen` is empty)."""

    start: int
    end: int
    seen: str


class Picture(NamedTuple):
    """An image: its place, its alternative text's and what is seen otherwise there, its title's without the marks."""

    start: int
    end: int
    alternative: tuple[int, int]
    pieces: tuple[Piece, ...]
    title: tuple[int, int] | None


class _Bracket(NamedTuple):
    start: int
    end: int  # behind `[` or `![`
    runs: int  # how many delimiter runs stand before it
    pieces: int  # how many pieces


class Inline:
    """Reads one block. `content` is its lines without what belongs to the blocks around; `labels` are the
    reference definitions that there are, normalised. Afterwards `pieces` are in order and do not overlap.
    """

    def __init__(self, content: str, labels: Container[str]) -> None:
        self.pictures: list[Picture] = []
        self.emphasised = False  # whether one pair of delimiters encloses all of it
        self._content = content
        self._labels = labels
        self._found: list[Piece] = []
        self._runs: list[Run] = []
        self._brackets: list[_Bracket] = []
        self._no_links_before = 0  # brackets of lower number hold a link: links do not nest
        self._missing: set[str] = set()
        self._ticks: dict[int, list[int]] | None = None
        self._scan()
        self._pair(self._runs)
        self.pieces = _in_order(self._found)

    def _scan(self) -> None:
        content, position = self._content, 0
        while special := _SPECIAL.search(content, position):
            position = self._read(special.start(), special.end())

    def _read(self, start: int, end: int) -> int:
        """Read the special characters at `start` and return where to go on."""
        character = self._content[start]
        if character in "*_~":
            self._runs.append(Run(self._content, start, end))
        elif character == "\n":
            self._found.append(Piece(start, end, " "))
        elif character == PLACEHOLDER:
            self._found.append(Piece(start, end, PLACEHOLDER))
        elif character == "\\":
            return self._escape(start)
        elif character == "`":
            return self._code(start)
        elif character == "&":
            return self._reference(start)
        elif character == "<":
            return self._angle(start)
        elif character == "]":
            return self._close(start)
        else:
            return self._open(start, end)
        return end

    def _escape(self, start: int) -> int:
        following = self._content[start + 1 : start + 2]
        if following == "\n":  # a hard break
            self._found.append(Piece(start, start + 2, " "))
        elif following in _PUNCTUATION:
            self._found.append(Piece(start, start + 2, following))
        else:
            return start + 1
        return start + 2

    def _reference(self, start: int) -> int:
        reference = reference_at(self._content, start)
        if reference is None:
            return start + 1
        seen, end = reference
        self._found.append(Piece(start, end, seen))
        return end

    def _code(self, start: int) -> int:
        """Leave out a code span: up to the next run of as many backticks."""
        if self._ticks is None:
            self._ticks = {}
            for run in _BACKTICKS.finditer(self._content):
                self._ticks.setdefault(len(run.group()), []).append(run.start())
        opening = _BACKTICKS.match(self._content, start)
        assert opening is not None
        length = len(opening.group())
        places = self._ticks.get(length, [])
        index = bisect_left(places, opening.end())
        if index == len(places):
            return opening.end()
        end = places[index] + length
        self._found.append(Piece(start, end, PLACEHOLDER))
        return end

    def _angle(self, start: int) -> int:
        """Read an autolink, a comment or a tag."""
        content = self._content
        if autolink := _AUTOLINK.match(content, start):
            self._found += (Piece(start, start + 1, ""), Piece(autolink.end() - 1, autolink.end(), ""))
            return autolink.end()
        for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")):
            if content.startswith(opening, start):
                end = self._find(closing, start + 2)
                if end >= 0:
                    self._found.append(Piece(start, end + len(closing), ""))
                return end + len(closing) if end >= 0 else start + 1
        tag = _TAG.match(content, start)
        if tag is None:
            return start + 1
        name, end = tag[1].lower(), tag.end()
        seen = " " if name == "br" else ""
        if name in _CODE_TAGS and content[start + 1] != "/" and (close := self._find(f"</{name}>", end)) >= 0:
            seen, end = PLACEHOLDER, close + len(name) + 3
        self._found.append(Piece(start, end, seen))
        return end

    def _find(self, wanted: str, position: int) -> int:
        if wanted in self._missing:
            return -1
        found = self._content.find(wanted, position)
        if found < 0:
            self._missing.add(wanted)
        return found

    def _open(self, start: int, end: int) -> int:
        if footnote := _FOOTNOTE.match(self._content, start):
            self._found.append(Piece(start, footnote.end(), ""))
            return footnote.end()
        self._brackets.append(_Bracket(start, end, len(self._runs), len(self._found)))
        return end

    def _close(self, start: int) -> int:
        """Read a `]`: the end of a link or image, if a bracket is open and a target follows."""
        if not self._brackets:
            return start + 1
        number = len(self._brackets) - 1
        bracket = self._brackets.pop()
        is_image = bracket.end - bracket.start == 2
        held_a_link = number < self._no_links_before
        self._no_links_before = min(self._no_links_before, number)
        if held_a_link and not is_image:
            return start + 1
        target = self._target(bracket, start)
        if target is None:
            return start + 1
        end, title = target
        if is_image:
            self._pair(self._runs[bracket.runs :])
            pieces = tuple(_in_order(self._found[bracket.pieces :]))
            del self._runs[bracket.runs :], self._found[bracket.pieces :]
            self._found.append(Piece(bracket.start, end, PLACEHOLDER))
            self.pictures.append(Picture(bracket.start, end, (bracket.end, start), pieces, title))
            return end
        self._no_links_before = number  # those still open hold a link now
        self._pair(self._runs[bracket.runs :])
        del self._runs[bracket.runs :]
        self._found += (Piece(bracket.start, bracket.end, ""), Piece(start, end, ""))
        return end

    def _target(self, bracket: _Bracket, start: int) -> tuple[int, tuple[int, int] | None] | None:
        """Return where the target behind the `]` at `start` ends, and its title's span; None if there is none."""
        following = self._content[start + 1 : start + 2]
        if following == "(" and (target := _TARGET.match(self._content, start + 1)):
            title = (target.start(1) + 1, target.end(1) - 1) if target[1] else None
            return target.end(), title
        if not self._labels:
            return None
        label, end = self._content[bracket.end : min(start, bracket.end + 1_000)], start + 1
        if following == "[" and (explicit := _LABEL.match(self._content, start + 1)):
            label, end = explicit[1].strip() or label, explicit.end()
        elif following == "]" and self._brackets and self._brackets[-1].end == bracket.start:
            return None  # [[Kiev]]: a link of a wiki, whatever reference goes by the name
        return (end, None) if len(label) < 1_000 and normalised(label) in self._labels else None

    def _pair(self, runs: list[Run]) -> None:
        for pair in pairs(runs):
            if pair.character == "~":  # struck out: the reader is told not to read it
                self._found.append(Piece(pair.opening[0], pair.closing[1], ""))
            else:
                self._found += (Piece(*pair.opening, ""), Piece(*pair.closing, ""))
                if pair.closing[1] == len(self._content) and pair.opening[0] == (
                    self.pictures[0].end + 1 if self.pictures else 0
                ):
                    self.emphasised = True


def _in_order(found: Iterable[Piece]) -> list[Piece]:
    """Return the pieces in order, without those that stand in another."""
    pieces: list[Piece] = []
    position = 0
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
        if piece.start >= position:
            pieces.append(piece)
            position = piece.end
    return pieces


def escapes(content: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the backslash escapes, character references and line ends in a title."""
    position = start
    while (special := _ESCAPE.search(content, position, end)) is not None:
        position = special.end()
        if special.group() == "\n":
            yield Piece(*special.span(), " ")
        elif special.group() != "&":
            yield Piece(*special.span(), special.group()[1])
        elif (reference := reference_at(content, special.start())) is not None and reference[1] <= end:
            position = reference[1]
            yield Piece(special.start(), position, reference[0])


def normalised(label: str) -> str:
    """Return a reference's label as labels are compared."""
    return " ".join(label.split()).casefold()
