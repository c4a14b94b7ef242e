"""The protocol that every grammar engine keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from copydesk.article import Part, Span
from copydesk.errors import CopydeskError, nearest


@dataclass(frozen=True, slots=True)
class Remark:
    """What an engine says of a part. `span` counts code points of the part's words.

    `rule` is the engine's own name for the rule; `replacements` are whole texts for the span, best first;
    `spelling` says that the engine does not know the word, which proves little of a name.
    """

    span: Span
    rule: str
    message: str
    replacements: tuple[str, ...] = ()
    spelling: bool = False


class Engine(Protocol):
    """A grammar engine. It is used from one thread at a time."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...

    def start(self) -> None:
        """Begin whatever takes long, on another thread, and return at once."""

    def check(self, parts: Sequence[Part]) -> list[tuple[Remark, ...]]:
        """Return the remarks on each part. Raises CopydeskError with one line if the engine cannot work."""
        ...


@lru_cache(maxsize=8)
def engine_for(name: str, language: str, ignore: tuple[str, ...] = ()) -> Engine:
    """Return the installed engine of that name for a language (BCP 47), without the engine rules to ignore.

    The same is returned again: making one takes long. Raises CopydeskError if there is none.
    """
    if name == "harper":  # the usual case needs no look at the installed packages
        from copydesk.engines.harper import Harper

        return Harper(language, ignore)
    from importlib.metadata import entry_points

    engines = {entry_point.name: entry_point for entry_point in entry_points(group="copydesk.engines")}
    if name not in engines:
        raise CopydeskError(f"there is no grammar engine “{name}”.{nearest(name, engines)}")
    engine: Engine = engines[name].load()(language, ignore)
    return engine
