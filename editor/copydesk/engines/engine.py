"""The protocol that every grammar engine keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from copydesk.article import Part, Span


@dataclass(frozen=True, slots=True)
class Remark:
    """What an engine says of a part. `span` counts code points of the part's words.

    `rule` is the engine's own name for the rule; `replacements` are whole texts for the span, best first;
    `spelling` says that the engine does not know the word, which proves little of a name; `spacing` that it is of a
    kind that comes in heaps and is told once an article; `suggestion` that it is no more than that. `source` is who
    says it, with the engine's category and link.
    """

    span: Span
    rule: str
    message: str
    replacements: tuple[str, ...] = ()
    spelling: bool = False
    spacing: bool = False
    suggestion: bool = False
    source: str = ""


class Engine(Protocol):
    """A grammar engine. It is used from one thread at a time.

    One that need not have an article whole may have a method `texts(parts)` as well: it returns the parts in groups,
    each of which it reads for itself, so that what it says of one holds whatever stands around it.
    One that knows the names of all its rules may have a method `rules()`, which returns them.
    One that takes long over each word that it does not know may have an attribute `most_unknown`: how many different
    ones of an article it is given.
    """

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...

    def start(self) -> None:
        """Begin whatever takes long, on another thread, and return at once."""

    def speaks(self, language: str) -> bool:
        """Whether it can be given texts in a language (BCP 47)."""
        ...

    def notices(self, parts: Sequence[Part]) -> tuple[str, ...]:
        """Return what an editor should know about the check of these parts, a line each."""
        ...

    def check(self, parts: Sequence[Part]) -> list[tuple[Remark, ...]]:
        """Return the remarks on each part. Raises CopydeskError with one line if the engine cannot work."""
        ...
