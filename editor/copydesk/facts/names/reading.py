"""Telling names from words that have a capital for another reason, with the whole article's help."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import groupby

import msgspec

from copydesk.article import Article, Part
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.lexicon import NOT_NAMES, ordinary_words
from copydesk.facts.names.mentions import Mention, PartNames, Word, small_words
from copydesk.patterns import pattern

_SPEAKS = frozenset(("said", "says", "added", "told"))
_START = pattern(r"[^\W_]+")
_FEW_USE = 3.6  # Zipf frequency; “analyst” and “dealer” have more


class Evidence(msgspec.Struct, frozen=True):
    """What the article shows of its words: `proved` have a capital where only names have one; `small` have none.

    Only words that had to have a capital somewhere are asked about, and only those are among `small`, in lower case.
    """

    proved: frozenset[str]
    small: frozenset[str]

    def is_name(self, word: Word, after: str = "") -> bool:
        """Whether a word that had to have a capital is a name all the same; `after` is the word behind it.

        A word that few use and that speaks is one: “Dryer said” is no machine.
        """
        if word.text in self.proved:
            return True
        small = word.text.lower()
        if small in NOT_NAMES or small in self.small:
            return False
        if small not in ordinary_words():
            return True
        return after in _SPEAKS and not small.endswith("s") and zipf(small) < _FEW_USE


def settled(article: Article, locals_: Sequence[PartNames]) -> list[Mention]:
    """Return the article's mentions with spans in the text, in its order, without words that are no names."""
    evidence = _evidence(article, locals_)
    found: list[Mention] = []
    for index, (part, names) in enumerate(zip(article.parts, locals_, strict=True)):
        shift = part.prose.shift
        for mention in names.mentions:
            found += [_in_text(mention, words, part, index, shift) for words in _names(mention, evidence)]
    return found


def _evidence(article: Article, locals_: Sequence[PartNames]) -> Evidence:
    proved: set[str] = set()
    doubtful: set[str] = set()
    for names in locals_:
        for mention in names.mentions:
            for word in mention.words:
                if word.opens or mention.style != "sentence":
                    doubtful.add(word.text)
                else:
                    proved.add(word.text)
    wanted = {word.lower() for word in doubtful - proved} - NOT_NAMES
    return Evidence(frozenset(proved), frozenset(_small(article, locals_, wanted)))


def _small(article: Article, locals_: Sequence[PartNames], wanted: Collection[str]) -> set[str]:
    """Return which of the words `wanted` the article writes with a small letter somewhere."""
    wanted_by_start = defaultdict(list)
    for word in wanted:
        start = _START.match(word)
        wanted_by_start[start.group() if start else ""].append(word)
    starts = frozenset(wanted_by_start)
    found: set[str] = set()
    for part, names in zip(article.parts, locals_, strict=True):
        if names.prose:  # a quick look for the word, and then a slow one
            known = starts & part.vocabulary
            here = {word for start in known for word in wanted_by_start[start] if word in names.prose}
            if not here <= found:
                found |= here.intersection(small_words(names.prose))
    return found


def _names(mention: Mention, evidence: Evidence) -> list[tuple[Word, ...]]:
    """Return the words of a mention that are names; in a headline with capitals throughout they may be several."""
    words = mention.words
    if mention.style == "sentence":
        if words[0].opens and not evidence.is_name(words[0], mention.after if len(words) == 1 else ""):
            words = words[1:]
        return [words] if words else []
    runs = groupby(words, evidence.is_name)
    return [tuple(run) for named, run in runs if named]


def _in_text(mention: Mention, words: tuple[Word, ...], part: Part, index: int, shift: int | None) -> Mention:
    if shift is None:
        moved = [Word(one.text, *part.text_span(one.start, one.end), one.opens, one.possessive) for one in words]
    else:
        moved = [Word(one.text, one.start + shift, one.end + shift, one.opens, one.possessive) for one in words]
    title = mention.title if words[0] is mention.words[0] else ""
    return Mention(tuple(moved), title, mention.before, mention.after, mention.sentence, index, mention.style)
