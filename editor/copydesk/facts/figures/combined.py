"""The figures of an article: by part as they were read, and together, with owners named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from msgspec.structs import replace

from copydesk.article import Article, Part
from copydesk.facts.figures.naming import named
from copydesk.facts.figures.reading import bare_figures_of, figures_of
from copydesk.facts.figures.records import Figure
from copydesk.lazily import cached_property
from copydesk.text import analysis_of

Key = tuple[str, str, str]  # kind, unit and noun


class PartFigures:
    """The figures of one part's words, read when they are asked for: most rules want only their values."""

    def __init__(self, words: str) -> None:
        self._words = words

    @cached_property
    def bare(self) -> tuple[Figure, ...]:
        return tuple(bare_figures_of(analysis_of(self._words)))

    @cached_property
    def full(self) -> tuple[Figure, ...]:
        return tuple(figures_of(analysis_of(self._words)))


class Figures(Sequence[tuple[Figure, ...]]):
    """The figures of each part in turn, spans relative to it; `all` and `alike` have those of the article.

    `bare` has them without noun, owner, time, role and scope, which take most of the time.
    """

    def __init__(self, article: Article, parts: Sequence[PartFigures]) -> None:
        self._article = article
        self._parts = tuple(parts)

    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, index: int) -> tuple[Figure, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[Figure, ...]]: ...
    def __getitem__(self, index: int | slice) -> tuple[Figure, ...] | Sequence[tuple[Figure, ...]]:
        if isinstance(index, slice):
            return [part.full for part in self._parts[index]]
        return self._parts[index].full

    def __iter__(self) -> Iterator[tuple[Figure, ...]]:
        return (part.full for part in self._parts)

    @property
    def bare(self) -> Sequence[tuple[Figure, ...]]:
        """The figures of each part in turn, with their values, units and hedges only."""
        return [part.bare for part in self._parts]

    @cached_property
    def all(self) -> tuple[Figure, ...]:
        """The figures of the article in order, spans in its text, owners by the fullest name that it has for them."""
        if not any(self.bare):
            return ()
        by_part = zip(self._article.parts, self, strict=True)
        return tuple(named(self._article, (moved(figure, part) for part, here in by_part for figure in here)))

    @cached_property
    def alike(self) -> dict[Key, tuple[Figure, ...]]:
        """The figures of the article by kind, unit and noun, for those that have a noun."""
        found: dict[Key, list[Figure]] = {}
        for figure in self.all:
            if figure.noun:
                found.setdefault((figure.kind, figure.unit_of, figure.noun), []).append(figure)
        return {key: tuple(figures) for key, figures in found.items()}


def moved(figure: Figure, part: Part) -> Figure:
    """Return a figure of a part with spans that count from the beginning of the text."""
    number = replace(figure.number, span=part.text_span(*figure.number.span))
    owner = figure.owner_span and part.text_span(*figure.owner_span)
    return replace(figure, span=part.text_span(*figure.span), number=number, owner_span=owner)
