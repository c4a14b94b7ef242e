"""Telling names from words that have a capital for another reason, with the whole article's help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.article import Article, Part
from copydesk.facts.names.lexicon import NOT_NAMES, ordinary_words
from copydesk.facts.names.mentions import Mention, PartNames, Word


class Evidence(msgspec.Struct, frozen=True):
    """What the article shows of its words: `proved` have a capital where only names have one; `lower` have none."""

    proved: frozenset[str]
    lower: frozenset[str]

    def is_name(self, word: Word) -> bool:
        """Whether a word that had to have a capital is a name all the same."""
        if word.text in self.proved:
            return True
        small = word.text.lower()
        if small in NOT_NAMES or small in self.lower:
            return False
        return small not in ordinary_words()


def settled(article: Article, locals_: Sequence[PartNames]) -> list[Mention]:
    """Return the article's mentions with spans in the text, in its order, without words that are no names."""
    evidence = _evidence(locals_)
    found: list[Mention] = []
    for index, (part, names) in enumerate(zip(article.parts, locals_, strict=True)):
        for mention in names.mentions:
            found += (_in_text(mention, words, part, index) for words in _names(mention, evidence))
    return found


def _evidence(locals_: Sequence[PartNames]) -> Evidence:
    proved = {
        word.text
        for names in locals_
        for mention in names.mentions
        if mention.style == "sentence"
        for word in mention.words
        if not word.opens
    }
    return Evidence(frozenset(proved), frozenset[str]().union(*(names.lower for names in locals_)))


def _names(mention: Mention, evidence: Evidence) -> Iterator[tuple[Word, ...]]:
    if mention.style == "sentence":
        first = mention.words[0]
        words = mention.words if not first.opens or evidence.is_name(first) else mention.words[1:]
        if words:
            yield words
        return
    run: list[Word] = []
    for word in mention.words:
        if evidence.is_name(word):
            run.append(word)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _in_text(mention: Mention, words: tuple[Word, ...], part: Part, index: int) -> Mention:
    moved = tuple(
        Word(word.text, *part.text_span(word.start, word.end), word.opens, word.possessive) for word in words
    )
    whole = words[0] is mention.words[0] and words[-1] is mention.words[-1]
    if whole:
        return mention._replace(words=moved, part=index)
    return mention._replace(words=moved, part=index, title="" if words[0] is not mention.words[0] else mention.title)
