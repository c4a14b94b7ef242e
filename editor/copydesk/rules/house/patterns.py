"""Finding what a rule looks for: its tokens or swaps, in the order and with the word boundaries that Vale gives them.

Plain words are looked up by their first word and never become a pattern; that keeps a list of a thousand
clichés as quick as one of ten. All else is one pattern of the `regex` package, cut off when it runs away.
"""

from __future__ import annotations

import heapq
import re
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from copydesk.rules.house.document import Node

if TYPE_CHECKING:
    import regex

TIMEOUT = 2.0  # seconds of wall clock; generous, for a busy machine must not change what is found

_AT = "alternative_"  # and its index: a group's name
_SPECIAL = re.compile(r"[\\.^$*+?{}\[\]()|]")
_BACK_REFERENCE = re.compile(r"\\[1-9]|\\k<|\(\?P=")
_WORD = re.compile(r"\w+")
_GROUP = re.compile(r"\$(?:(\d+)|\{(\w+)\}|(\$))")


class Match(NamedTuple):
    """Code points `start` to `end`, found by the alternative of index `which`."""

    start: int
    end: int
    which: int


class _Search(Protocol):
    """Goes through some prose for one thing."""

    def after(self, position: int) -> Match | None:
        """Return the first match that does not begin before `position`."""
        ...


class Deadline:
    """How long a rule may still look at one stretch of prose."""

    def __init__(self, seconds: float | None = None) -> None:
        self._end = time.monotonic() + (TIMEOUT if seconds is None else seconds)

    @property
    def left(self) -> float:
        """The seconds left. Raises TimeoutError if there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def translated(pattern: str) -> str:
    r"""Return Vale's (.NET's) notation of a pattern in that of the `regex` package.

    `[` inside a class is itself, `\z` is the end, `\k<name>` refers back; a typewriter apostrophe also
    finds a typographic one, which published copy has.
    """
    pieces: list[str] = []
    position, in_class = 0, False
    while position < len(pattern):
        piece, position, in_class = _next_piece(pattern, position, in_class)
        pieces.append(piece)
    return "".join(pieces)


def _next_piece(pattern: str, position: int, in_class: bool) -> tuple[str, int, bool]:
    character, following = pattern[position], pattern[position + 1 : position + 2]
    if character == "\\":
        if named := _NAMED_REFERENCE.match(pattern, position):
            return f"(?P={named[1]})", named.end(), in_class
        return (r"\Z" if following == "z" else character + following), position + 2, in_class
    if in_class:
        return _next_in_class(pattern, position)
    if character == "[":
        opening = _CLASS_OPENING.match(pattern, position)
        assert opening is not None  # it matches any “[”
        return opening.group().replace("[]", r"[\]").replace("^]", r"^\]"), opening.end(), True
    return ("['’]" if character == "'" else character), position + 1, False


def _next_in_class(pattern: str, position: int) -> tuple[str, int, bool]:
    character, following = pattern[position], pattern[position + 1 : position + 2]
    if character == "[":
        if posix := _POSIX_CLASS.match(pattern, position):
            return posix.group(), posix.end(), True
        return r"\[", position + 1, True
    if character in "&|~-" and following == character:  # set operators to `regex`, characters to Vale
        return f"\\{character}\\{character}", position + 2, True
    if character == "'" and following != "-" and pattern[position - 1] != "-":
        return "'’", position + 1, True
    return character, position + 1, character != "]"


_CLASS_OPENING = re.compile(r"\[\^?\]?")
_POSIX_CLASS = re.compile(r"\[:\^?\w+:\]")
_NAMED_REFERENCE = re.compile(r"\\k<(\w+)>")


def compiled(node: Node, pattern: str, *, ignorecase: bool) -> regex.Pattern[str]:
    """Compile a pattern in Vale's notation. Raises BadRule at `node` if it is broken."""
    import regex

    # Version 1 is the one in which (?i) in the middle of a pattern holds for what follows, as in Vale.
    flags = regex.VERSION1 | regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0)
    try:
        return regex.compile(translated(pattern), flags)
    except regex.error as error:
        raise node.error(
            f"the pattern “{pattern}” is broken: {getattr(error, 'msg', error)}; put a backslash before a character "
            "that is meant as itself: \\( \\[ \\? \\. \\+ \\*"
        ) from None
    except (RecursionError, OverflowError, MemoryError):
        raise node.error(f"the pattern “{pattern[:60]}” is too large; split it into several") from None


def is_plain(pattern: str) -> bool:
    """Whether the pattern is just words, that begin and end with a letter, a digit or an underscore."""
    return (
        bool(pattern) and not _SPECIAL.search(pattern) and bool(_WORD.match(pattern[0]) and _WORD.match(pattern[-1]))
    )


@dataclass(frozen=True, eq=False)
class Finder:
    """Looks for alternatives, which stand in order of preference where two begin at one place.

    `bounded` asks for a word boundary on both sides. The patterns are compiled when it is made, to hear of
    broken ones early; raises BadRule then.
    """

    alternatives: Sequence[Node]
    ignorecase: bool
    bounded: bool

    def __post_init__(self) -> None:
        _ = self._patterns, self._by_first_word

    def find(self, words: str, deadline: Deadline) -> Iterator[Match]:
        """Yield what is found, from left to right, nothing twice. Raises TimeoutError."""
        searches: list[_Search] = [*self._plain_searches(words)]
        searches += (_PatternSearch(pattern, words, deadline) for pattern in self._patterns)
        # Where two begin at one place, the alternative that stands first is preferred, as in a pattern a|b.
        heap = [
            (match.start, match.which, match.end, number)
            for number, search in enumerate(searches)
            if (match := search.after(0)) is not None
        ]
        heapq.heapify(heap)
        position = 0
        while heap:
            start, which, end, number = heap[0]
            if start >= position:
                yield Match(start, end, which)
                position = end
            following = searches[number].after(position)
            if following is None:
                heapq.heappop(heap)
            else:
                heapq.heapreplace(heap, (following.start, following.which, following.end, number))

    @cached_property
    def _plain(self) -> dict[int, str]:
        texts = enumerate(node.text or "" for node in self.alternatives)
        return {index: _folded(text, self.ignorecase) for index, text in texts if self.bounded and is_plain(text)}

    @cached_property
    def _by_first_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, text in self._plain.items():
            first = _WORD.match(text)
            assert first is not None  # it is plain
            found.setdefault(first.group(), []).append(index)
        return found

    def _plain_searches(self, words: str) -> Iterator[_PlainSearch]:
        if not self._by_first_word:
            return
        folded, present = _words_in(words, self.ignorecase)
        for first in self._by_first_word.keys() & present:
            for index in self._by_first_word[first]:
                yield _PlainSearch(self._plain[index], index, folded)

    @cached_property
    def _patterns(self) -> list[regex.Pattern[str]]:
        """All that is not plain, as one pattern in which the group `alternative_7` is the alternative of index 7.

        What refers back to a group of its own by number stands apart.
        """
        together: list[int] = []
        apart: list[int] = []
        for index, node in enumerate(self.alternatives):
            if index not in self._plain:
                is_apart = _BACK_REFERENCE.search(node.text or "")
                (apart if is_apart else together).append(index)
        groups = ([together] if together else []) + [[index] for index in apart]
        return [self._joined(group) for group in groups]

    def _joined(self, indexes: list[int]) -> regex.Pattern[str]:
        from copydesk.rules.house.document import BadRule

        nodes = [self.alternatives[index] for index in indexes]
        if len(nodes) == 1 and _BACK_REFERENCE.search(nodes[0].text or ""):
            # The group that names the alternative comes last, so that \1 is the pattern's own first group.
            body = f"(?:{nodes[0].text})(?P<{_AT}{indexes[0]}>)"
        else:
            body = "|".join(f"(?P<{_AT}{index}>{node.text})" for index, node in zip(indexes, nodes, strict=True))
        try:
            return compiled(
                nodes[0], rf"\b(?:{body})\b" if self.bounded else f"(?:{body})", ignorecase=self.ignorecase
            )
        except BadRule:
            for node in nodes:  # say which of them it is
                compiled(node, node.text or "", ignorecase=self.ignorecase)
            raise


class _PlainSearch:
    """Looks for plain words between word boundaries, without a pattern."""

    def __init__(self, wanted: str, index: int, words: str) -> None:
        self._wanted, self._index, self._words = wanted, index, words

    def after(self, position: int) -> Match | None:
        wanted, words = self._wanted, self._words
        start = words.find(wanted, position)
        while start >= 0:
            end = start + len(wanted)
            if not (_WORD.match(words[start - 1 : start]) or _WORD.match(words[end : end + 1])):
                return Match(start, end, self._index)
            start = words.find(wanted, start + 1)
        return None


class _PatternSearch:
    def __init__(self, pattern: regex.Pattern[str], words: str, deadline: Deadline) -> None:
        self._pattern, self._words, self._deadline = pattern, words, deadline

    def after(self, position: int) -> Match | None:
        while True:
            found = self._pattern.search(self._words, position, timeout=self._deadline.left)
            if found is None:
                return None
            if found.end() > found.start():
                name = next(
                    name for name, value in found.groupdict().items() if value is not None and name.startswith(_AT)
                )
                return Match(found.start(), found.end(), int(name.removeprefix(_AT)))
            position = found.end() + 1  # nothing was matched: nothing to report
            if position > len(self._words):
                return None


def _folded(words: str, ignorecase: bool) -> str:
    """Return the words with typewriter apostrophes, in lower case if case is ignored; just as long."""
    words = words.replace("’", "'")
    if not ignorecase:
        return words
    lowered = words.lower()
    if len(lowered) == len(words):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in words)


@lru_cache(maxsize=512)
def _words_in(words: str, ignorecase: bool) -> tuple[str, frozenset[str]]:
    # Every rule asks this of the same paragraphs in turn.
    folded = _folded(words, ignorecase)
    return folded, frozenset(_WORD.findall(folded))


class Exceptions:
    """What a rule leaves alone: a match that holds an exception, or lies within one of several words."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        listed = sorted((node for node in nodes if node.text), key=lambda node: -len(node.text or ""))
        self._any = self._joined(listed, ignorecase=False)
        phrases = [node for node in listed if " " in (node.text or "") or r"\s" in (node.text or "")]
        self._phrases = self._joined(phrases, ignorecase=True)

    def within(self, words: str, deadline: Deadline) -> Callable[[int, int], bool]:
        """Return the function that says whether a match from `start` to `end` of the words is excepted.

        It, and this, raise TimeoutError.
        """
        if self._any is None:
            return lambda start, end: False
        holding = self._any
        phrases = [] if self._phrases is None else list(self._phrases.finditer(words, timeout=deadline.left))
        starts = [phrase.start() for phrase in phrases]

        def is_excepted(start: int, end: int) -> bool:
            last = bisect_right(starts, start) - 1
            if last >= 0 and end <= phrases[last].end():
                return True
            return holding.search(words[start:end].strip(), timeout=deadline.left) is not None

        return is_excepted

    @staticmethod
    def _joined(nodes: Sequence[Node], *, ignorecase: bool) -> regex.Pattern[str] | None:
        if not nodes:
            return None
        for node in nodes:
            if not is_plain(node.text or ""):
                compiled(node, node.text or "", ignorecase=ignorecase)
        return compiled(
            nodes[0], r"\b(?:" + "|".join(f"(?:{node.text})" for node in nodes) + r")\b", ignorecase=ignorecase
        )


def expanded(replacement: str, match: regex.Match[str]) -> str:
    """Return a replacement with $1, ${1} and ${name} filled in from the match; $$ is a dollar sign."""

    def group(reference: re.Match[str]) -> str:
        if reference[3]:
            return "$"
        try:
            return match[int(reference[1])] or "" if reference[1] else match[_number_or_name(reference[2])] or ""
        except IndexError:
            return reference.group()

    return _GROUP.sub(group, replacement)


def _number_or_name(text: str) -> int | str:
    return int(text) if text.isdecimal() else text


def refers_to_groups(replacement: str) -> bool:
    """Whether a replacement takes something from what was matched."""
    return "$" in replacement and _GROUP.search(replacement) is not None
