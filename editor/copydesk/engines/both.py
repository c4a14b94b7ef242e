"""Both engines at once: what either says, with the name of the one that says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from copydesk.article import Part, Span
from copydesk.engines.engine import Engine, Remark
from copydesk.engines.taken import most_unknown_of


class Both:
    """Two engines as one. What both say of one place becomes one finding when all has been said."""

    def __init__(self, first: Engine, second: Engine) -> None:
        self._engines = (first, second)

    @property
    def name(self) -> str:
        return " and ".join(engine.name for engine in self._engines)

    @property
    def version(self) -> str:
        return " and ".join(engine.version for engine in self._engines)

    @property
    def most_unknown(self) -> int:
        return min(most_unknown_of(engine) for engine in self._engines)

    def speaks(self, language: str) -> bool:
        return all(engine.speaks(language) for engine in self._engines)

    def start(self) -> None:
        for engine in self._engines:
            engine.start()

    def check(self, parts: Sequence[Part]) -> list[tuple[Remark, ...]]:
        first, second = self._engines
        with ThreadPoolExecutor(1, thread_name_prefix="grammar") as pool:
            deeper = pool.submit(second.check, parts)
            quick = first.check(parts)
            return [
                tuple(sorted((*_said_by(first, one), *_said_by(second, other)), key=_in_order))
                for one, other in zip(quick, deeper.result(), strict=True)
            ]

    def notices(self, parts: Sequence[Part]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(notice for engine in self._engines for notice in engine.notices(parts)))


def _said_by(engine: Engine, remarks: Iterable[Remark]) -> list[Remark]:
    return [replace(remark, source=remark.source or engine.name.capitalize()) for remark in remarks]


def _in_order(remark: Remark) -> tuple[Span, str]:
    return remark.span, remark.rule
