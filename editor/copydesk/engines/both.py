"""Both engines at once: what they say of one place is one remark, which names whoever says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from copydesk.article import Part, Span
from copydesk.engines.engine import Engine, Remark


class Both:
    """Two engines as one. The second's words are kept where both speak, since it is the deeper."""

    def __init__(self, first: Engine, second: Engine) -> None:
        self._engines = (first, second)

    @property
    def name(self) -> str:
        return " and ".join(engine.name for engine in self._engines)

    @property
    def version(self) -> str:
        return " and ".join(engine.version for engine in self._engines)

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
                tuple(sorted(merged(_said_by(first, one), _said_by(second, other)), key=_in_order))
                for one, other in zip(quick, deeper.result(), strict=True)
            ]

    def notices(self, parts: Sequence[Part]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(notice for engine in self._engines for notice in engine.notices(parts)))


def _said_by(engine: Engine, remarks: Iterable[Remark]) -> list[Remark]:
    return [replace(remark, source=remark.source or engine.name.capitalize()) for remark in remarks]


def _in_order(remark: Remark) -> tuple[Span, str]:
    return remark.span, remark.rule


def merged(first: Sequence[Remark], second: Sequence[Remark]) -> Iterator[Remark]:
    """Yield the remarks of two engines on one part, those about the same words as one.

    Their spans overlap, and either both do not know the word, or they would put the same in its place.
    """
    left = list(first)
    for remark in second:
        same = [other for other in left if _agree(remark, other)]
        left = [other for other in left if other not in same]
        yield _together(remark, same) if same else remark
    yield from left


def _agree(one: Remark, other: Remark) -> bool:
    if not one.span.overlaps(other.span):
        return False
    if one.spelling and other.spelling:
        return True
    return one.span == other.span and bool(set(one.replacements) & set(other.replacements) or not one.replacements)


def _together(remark: Remark, others: Sequence[Remark]) -> Remark:
    """Return a remark with what others add: their suggestions behind its own, and who they are."""
    suggestions = [text for other in others if other.span == remark.span for text in other.replacements]
    return replace(
        remark,
        replacements=tuple(dict.fromkeys((*remark.replacements, *suggestions))),
        spelling=remark.spelling or any(other.spelling for other in others),
        suggestion=remark.suggestion and all(other.suggestion for other in others),
        source=" and ".join(f"{one.source} ({one.rule})" for one in (*others, remark)),
    )
