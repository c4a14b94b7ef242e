"""What a session asks of a worker, and what comes back. Both are sent between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from copydesk.article import Article, Kind, Span
from copydesk.rules import Finding


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the article as the screen needs it: what it is, and where it stands in the text."""

    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True)
class Job:
    """Check one revision of a text. `name` is the file's path: its ending says how to read it."""

    revision: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules say of one revision.

    `stetted` are findings that the article's stet file silences. `complete` is false of a first answer,
    given before a slow grammar engine has had its say. `reasons` says of the rules that found something why an
    editor cares. `seconds` is how long the check took.
    """

    revision: int
    findings: tuple[Finding, ...]
    stetted: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    engine: str = ""
    complete: bool = True
    seconds: float = 0.0


class Failure(str):
    """A line that says why a job could not be done. The worker goes on."""

    __slots__ = ()


def blocks_of(article: Article) -> tuple[Block, ...]:
    """Return the parts of an article as blocks."""
    return tuple(Block(part.kind, part.span) for part in article.parts)
