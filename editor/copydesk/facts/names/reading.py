"""Telling names from words that have a capital for another reason, with the whole article's help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.article import Article, Part
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.lexicon import NOT_NAMES, ordinary_words
from copydesk.facts.names.mentions import Mention, PartNames, Word

_SPEAKS = frozenset(("said", "says", "added", "told"))
_FEW_USE = 3.6  # Zipf frequency; “analyst” and “dealer” have more


class Evidence(msgspec.Struct, frozen=True):
    """What the article shows of its words: `proved` have a capital where only names have one; `lower` have none."""

    proved: frozenset[str]
    lower: frozenset[str]

    def is_name(self, word: Word, after: str = "") -> bool:
        """Whether a word that had to have a capital is a name all the same; `after` is the word behind it.

        A word that few use and that speaks is one: “Dryer said” is no machine.
        """
        if word.text in self.proved:
            return True
        small = word.text.lower()
        if small in NOT_NAMES or small in self.lower:
            return False
        if small not in ordinary_words():
            return True
        return after in _SPEAKS and not small.endswith("s") and zipf(small) < _FEW_USE


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
        words = (
            mention.words
            if not first.opens or evidence.is_name(first, mention.after if len(mention.words) == 1 else "")
            else mention.words[1:]
        )
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
    first, last = words[0], words[-1]
    start, end = part.text_span(first.start, last.end)
    shift = start - first.start
    if end - last.end == shift:  # nothing in the source stands between its letters
        moved = tuple([Word(text, at + shift, to + shift, *rest) for text, at, to, *rest in words])
    else:
        moved = tuple(Word(one.text, *part.text_span(one.start, one.end), one.opens, one.possessive) for one in words)
    title = mention.title if first is mention.words[0] else ""
    return Mention(moved, title, mention.before, mention.after, mention.sentence, index, mention.style)
