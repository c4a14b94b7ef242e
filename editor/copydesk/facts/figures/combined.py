"""The figures of an article: by part as they were read, and together, with owners named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from msgspec.structs import replace

from copydesk.article import Article, Part
from copydesk.facts.figures.naming import named
from copydesk.facts.figures.records import Figure
from copydesk.lazily import cached_property

Key = tuple[str, str, str]  # kind, unit and noun


class Figures(Sequence[tuple[Figure, ...]]):
    """The figures of each part in turn, spans relative to it; `all` and `alike` have those of the article."""

    def __init__(self, article: Article, parts: Sequence[tuple[Figure, ...]]) -> None:
        self._article = article
        self._parts = tuple(parts)

    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, index: int) -> tuple[Figure, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[Figure, ...]]: ...
    def __getitem__(self, index: int | slice) -> tuple[Figure, ...] | Sequence[tuple[Figure, ...]]:
        return self._parts[index]

    def __iter__(self) -> Iterator[tuple[Figure, ...]]:
        return iter(self._parts)

    @cached_property
    def all(self) -> tuple[Figure, ...]:
        """The figures of the article in order, spans in its text, owners by the fullest name that it has for them."""
        if not any(self._parts):
            return ()
        by_part = zip(self._article.parts, self._parts, strict=True)
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
