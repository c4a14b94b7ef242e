"""Reading a rule file: YAML as plain data that remembers where each value stands.

Built on YAML's events and not on a loader: nothing is ever constructed or executed, `no` and `2024-01-01`
stay the words they are, and a file nested thousands deep is refused instead of exhausting the stack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unicodedata import normalize

from copydesk.errors import CopydeskError, nearest
from copydesk.plain_file import read_file

LARGEST = 2_000_000  # bytes; the largest published packs have files of some 50 kB
_DEEPEST = 12  # a rule file needs four levels


class BadRule(CopydeskError):
    """A rule file that cannot be used: `path:line:column: what; what to do`."""


@dataclass(slots=True)
class Node:
    """A value in a rule file. `line` and `column` count from 1.

    It has either a `text`, or `items`, or `entries` (keys with their values, in order).
    """

    path: str
    line: int
    column: int
    text: str | None = None
    quoted: bool = False
    items: list[Node] | None = None
    entries: list[tuple[Node, Node]] | None = None
    _key: Node | None = field(default=None, repr=False)

    def error(self, what: str) -> BadRule:
        """Return the error that says `what` of this place."""
        return BadRule(f"{self.path}:{self.line}:{self.column}: {what}")

    @property
    def is_null(self) -> bool:
        return self.text is not None and not self.quoted and self.text in ("", "~", "null", "Null", "NULL")

    def as_text(self, key: str) -> str:
        """Return a single text, as it is written. Raises BadRule for a list or a table."""
        if self.text is None:
            raise self.error(f"“{key}” must be a text, not {self._what}; write it on one line")
        return self.text

    def as_flag(self, key: str) -> bool:
        """Return true or false. Raises BadRule for anything else."""
        word = (self.text or "").lower()
        if word in ("true", "yes", "on"):
            return True
        if word in ("false", "no", "off"):
            return False
        raise self.error(f"“{key}” must be true or false, not {self._what}")

    def as_number(self, key: str) -> int:
        """Return a whole number, 0 or more. Raises BadRule for anything else."""
        if self.text is None or not self.text.isdecimal():
            raise self.error(f"“{key}” must be a whole number, not {self._what}")
        return int(self.text)

    def as_list(self, key: str) -> list[Node]:
        """Return the items of a list of texts; a single text is a list of one, nothing an empty one."""
        if self.items is None:
            if self.text is None:
                raise self.error(f"“{key}” must be a list; begin each line with “- ”")
            return [] if self.is_null else [self]
        for item in self.items:
            item.as_text(key)
        return self.items

    def as_table(self, key: str) -> list[tuple[Node, Node]]:
        """Return keys and values in order. Raises BadRule if it is no table, or a key stands twice."""
        if self.is_null:
            return []
        if self.entries is None:
            raise self.error(f"“{key}” must be a table: a line such as “utilise: use” for each entry")
        seen: dict[str, Node] = {}
        for name, _ in self.entries:
            first = seen.setdefault(name.as_text(key), name)
            if first is not name:
                raise name.error(f"“{name.text}” stands twice, first in line {first.line}; delete one of the two")
        return self.entries

    @property
    def _what(self) -> str:
        if self.items is not None:
            return "a list"
        return "a table" if self.entries is not None else f"“{self.text}”"

    def _add(self, child: Node) -> None:
        if self.items is not None:
            self.items.append(child)
        elif self.entries is not None:
            if self._key is None:
                self._key = child
            else:
                self.entries.append((self._key, child))
                self._key = None


def meant(word: str, words: Iterable[str]) -> str:
    """Return which of the words may be meant: the nearest, else all of them."""
    listed = sorted(words)
    return nearest(word, listed) or f" Known are {', '.join(listed)}"


def read_document(path: Path) -> Node:
    """Return the one document in the YAML file at `path`. Raises BadRule."""
    try:
        raw = read_file(path)
    except OSError as error:
        raise BadRule(f"{path}: cannot be read: {error.strerror or error}") from None
    if len(raw) > LARGEST:
        raise BadRule(f"{path}: has {len(raw):,} bytes, more than any rule file; split it into several rules")
    try:
        return parse_document(raw.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise BadRule(f"{path}:{line}:{column}: is not valid UTF-8; save the file as UTF-8") from None


def parse_document(text: str, path: str) -> Node:
    """Return the one document in `text`, in the form NFC as prose is; `path` is for messages. Raises BadRule."""
    import yaml

    text = normalize("NFC", text)

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = _composed(yaml.parse(text, Loader=loader), path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.problem == "found unexpected end of stream" and error.context_mark:
            mark = error.context_mark  # where the quotation mark that is never closed stands
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise BadRule(
            f"{path}:{line}:{column}: is not valid YAML: {error.problem or error.context}; check the indentation, "
            "and put text that holds : # % or quotation marks between quotation marks"
        ) from None
    except yaml.YAMLError as error:  # a character that YAML does not allow
        position = getattr(error, "position", 0)
        line = text.count("\n", 0, position) + 1
        raise BadRule(
            f"{path}:{line}:1: is not valid YAML: {' '.join(str(error).split())}; delete that character"
        ) from None
    if root is None:
        raise BadRule(f"{path}:1:1: is empty; begin with a line such as “extends: substitution”")
    return root


def _composed(events: Iterable[Any], path: str) -> Node | None:
    root: Node | None = None
    stack: list[Node] = []
    for event, node in _nodes(events, path):
        if node is None:  # the end of a list or a table
            stack.pop()
            continue
        if stack:
            stack[-1]._add(node)
        elif root is not None:
            raise node.error("is a second document; keep each rule in a file of its own")
        else:
            root = node
        if node.text is None:
            stack.append(node)
            if len(stack) > _DEEPEST:
                raise node.error("is nested deeper than any rule needs; check the brackets and the indentation")
        elif event.anchor is not None:
            raise node.error("YAML anchors are not used in rules; write the words out")
    return root


def _nodes(events: Iterable[Any], path: str) -> Iterator[tuple[Any, Node | None]]:
    import yaml

    for event in events:
        place = (path, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            yield event, Node(*place, text=event.value, quoted=not event.implicit[0])
        elif isinstance(event, yaml.SequenceStartEvent):
            yield event, Node(*place, items=[])
        elif isinstance(event, yaml.MappingStartEvent):
            yield event, Node(*place, entries=[])
        elif isinstance(event, yaml.CollectionEndEvent):
            yield event, None
        elif isinstance(event, yaml.AliasEvent):
            raise Node(*place).error("YAML aliases are not used in rules; write the words out")
