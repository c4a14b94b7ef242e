"""The names in an article: every mention, the words they are made of, which are spelt two ways, and of what things.

`article.facts(names)` returns `Names`. Notes that correct an earlier version take no part: they say on purpose
what was wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from copydesk.article import Article, Part, Span
from copydesk.facts.gazetteer import gazetteer
from copydesk.facts.names.clusters import Cluster, gather
from copydesk.facts.names.lexicon import known_names, ordinary_words
from copydesk.facts.names.mentions import Mention, PartNames, Word, in_part
from copydesk.facts.names.reading import settled
from copydesk.facts.names.spellings import Occurrence, Spelling, by_text
from copydesk.facts.names.variants import Found, Glosses, Variants, find
from copydesk.lazily import cached_property
from copydesk.patterns import pattern

_SEPARATORS = pattern(r"['’ʼ‘‐‑-]")

__all__ = [
    "Cluster",
    "Described",
    "Mention",
    "Names",
    "Occurrence",
    "Spelling",
    "Variants",
    "Word",
    "combine",
    "local",
]


class Described(msgspec.Struct, frozen=True):
    """A mention that calls its place a city, a town or a village; `span` is that noun's in the text.

    `leads` says that the noun stands before the name (“town of Sudza”), not behind it (“Sudza city”).
    """

    mention: Mention
    noun: str
    span: Span
    leads: bool


@dataclass(frozen=True, eq=False)
class Names:
    """The names of an article; all spans count code points of its text."""

    mentions: tuple[Mention, ...]
    spellings: Mapping[str, Spelling] = field(repr=False)
    described: tuple[Described, ...]
    glosses: Glosses = field(repr=False)
    possible: Sequence[PartNames] = field(repr=False)
    """What may be names in each of the article's parts by itself, spans relative to it."""

    @property
    def variants(self) -> tuple[Variants, ...]:
        """The names that are spelt two ways, the first in the text first."""
        return self._found.groups

    @property
    def too_much(self) -> str:
        """How far `variants` looks, in the words of TooMuch, where there is more than that; else empty."""
        return self._found.too_much

    @cached_property
    def _found(self) -> Found:
        return find(self.spellings, self.glosses)

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """The things that are named, each with all its mentions, the first named first."""
        return gather(self.mentions, self.variants, frozenset(one.mention for one in self.described))

    def explains(self, word: str) -> bool:
        """Whether `word` is (part of) a name of this article, so that it need be in no dictionary.

        A word that has its capital only from standing at a sentence's start is explained if something else
        shows it to be a name: a second such word, another spelling, the gazetteer, or that it is repeated
        and like no English word.
        """
        text = word.strip("’'“”\"‘.,").removesuffix("'s").removesuffix("’s")
        if text in self._pieces or self._explains(text) or self._explains(text.removesuffix("s")):
            return True
        pieces = text.split("-")
        return len(pieces) > 1 and all(self._explains(one) or one.lower() in ordinary_words() for one in pieces)

    def _explains(self, text: str) -> bool:
        spelling = self.spellings.get(text)
        if spelling is None:
            return False
        if any(not place.opens for place in spelling.occurrences) or text in self._varied:
            return True
        if _like_an_english_word(text.lower()):
            return False
        return bool(spelling.full) or spelling.count > 1 or gazetteer().knows(text) or text.lower() in known_names()

    @cached_property
    def _pieces(self) -> frozenset[str]:
        """Capitalised parts of names with hyphens or apostrophes, which a speller may take for words of their own."""
        compound = (text for text in self.spellings if not text.isalpha() and self._explains(text))
        return frozenset(piece for text in compound for piece in _SEPARATORS.split(text) if piece[:1].isupper())

    @cached_property
    def _varied(self) -> frozenset[str]:
        return frozenset(spelling.text for group in self.variants for spelling in group.spellings)


def _like_an_english_word(word: str) -> bool:
    """Whether a common English word is one slip away."""
    near = (word[:index] + word[index + 1 :] for index in range(len(word)))
    swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
    ordinary = ordinary_words()
    if len(word) < 5:
        return False
    if any(other in ordinary for other in (*near, *swapped)):
        return True
    return any(
        word[:index] + letter + word[index + skip :] in ordinary
        for index in range(len(word) + 1)
        for letter in "abcdefghijklmnopqrstuvwxyz"
        for skip in (0, 1)
    )


def local(part: Part) -> PartNames:
    """Return what may be names in one part; spans are relative to it."""
    return PartNames() if part.kind in ("note", "byline") else in_part(part)


def combine(article: Article, locals_: Sequence[PartNames]) -> Names:
    """Return the names of the article, read with the help of all its parts."""
    mentions = tuple(settled(article, locals_))
    described = tuple(_described(article, locals_, mentions))
    return Names(mentions, by_text(mentions), described, _glosses(article, locals_), locals_)


def _glosses(article: Article, locals_: Sequence[PartNames]) -> Glosses:
    sentences: set[tuple[int, int]] = set()
    ends: list[int] = []
    for index, (part, names) in enumerate(zip(article.parts, locals_, strict=True)):
        for sentence, end in names.glosses:
            sentences.add((index, sentence))
            ends.append(part.text_span(end - 1, end).end)
    return Glosses(frozenset(sentences), tuple(ends))


def _described(article: Article, locals_: Sequence[PartNames], mentions: Sequence[Mention]) -> list[Described]:
    parts = {index: (part, locals_[index]) for index, part in enumerate(article.parts) if locals_[index].descriptions}
    if not parts:
        return []
    standing = {(mention.part, mention.span): mention for mention in mentions if mention.part in parts}
    found: list[Described] = []
    for index, (part, names) in parts.items():
        for description in names.descriptions:
            span = part.text_span(*names.mentions[description.mention].span)
            mention = standing.get((index, span))
            if mention is not None:
                noun = part.text_span(description.start, description.end)
                found.append(Described(mention, description.noun, noun, description.leads))
    return found
