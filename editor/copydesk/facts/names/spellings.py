"""Every word that the article's names are made of, with its places; and the pairs that look alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA

from copydesk.article import Span
from copydesk.facts.names.derivation import derived
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.keys import keys
from copydesk.facts.names.mentions import Mention
from copydesk.facts.names.similarity import plain
from copydesk.lazily import cached_property

SHORTEST = 4  # letters; shorter names look alike by chance
_COMMON = 3.5  # Zipf frequency of a word that everybody knows
_LONGEST = 40  # letters; whatever is longer is no name
_CROWD = 12  # spellings under one key; what so many share tells nothing
_THRONG = 60  # the same, under a key that tells more


class Occurrence(NamedTuple):
    """A word of a name where it stands: the mention, and which of its words it is."""

    mention: Mention
    at: int

    @property
    def span(self) -> Span:
        return self.mention.words[self.at].span

    @property
    def opens(self) -> bool:
        return self.mention.words[self.at].opens


@dataclass(frozen=True, eq=False)
class Spelling:
    """One word as it is spelt, without “’s”, and every place where a name has it, in the order of the text."""

    text: str
    occurrences: tuple[Occurrence, ...] = field(repr=False)

    @cached_property
    def plain(self) -> str:
        return plain(self.text)

    @property
    def count(self) -> int:
        return len(self.occurrences)

    @cached_property
    def full(self) -> tuple[Occurrence, ...]:
        """The places where the word stands with other words of a name."""
        return tuple(place for place in self.occurrences if len(place.mention.words) > 1)


def by_text(mentions: Iterable[Mention]) -> dict[str, Spelling]:
    """Return every word of the names under its text."""
    places: dict[str, list[Occurrence]] = defaultdict(list)
    for mention in mentions:
        for index, word in enumerate(mention.words):
            places[word.text].append(Occurrence(mention, index))
    return {text: Spelling(text, tuple(found)) for text, found in places.items()}


def lookalikes(words: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Yield pairs of spellings that may be meant for one, each pair once, the first in the text first."""
    words = tuple(words)
    acronyms = {word.text.lower() for word in words if word.text.isupper()}  # whose other form may be Irna or Asean
    first: dict[str, Spelling] = {}
    buckets: dict[str, list[Spelling]] = {}  # of the few keys that more than one word has
    for word in words:
        if _comparable(word) and word.text.lower() not in acronyms:
            own = dict.fromkeys(keys(word.plain), word)
            for key in first.keys() & own.keys():
                own[key] = first[key]
                buckets.setdefault(key, [first[key]]).append(word)
            first |= own
    seen: set[tuple[int, int]] = set()
    for key in filter(buckets.__contains__, first):
        bucket = buckets[key]
        if len(bucket) <= (_CROWD if key[0] in "#=^" else _THRONG):
            for one, other in combinations(bucket, 2):
                pair = (id(one), id(other))
                if pair not in seen:
                    seen.add(pair)
                    if _close(one.plain, other.plain, key) and _of_one_build(one.text, other.text):
                        yield one, other


def _comparable(word: Spelling) -> bool:
    text = word.text
    return SHORTEST <= len(word.plain) <= _LONGEST and not text.isupper() and "." not in text


def _of_one_build(one: str, other: str) -> bool:
    """Whether two words have as many parts, and the parts in which they differ are names and no letters.

    Boeing and ex-Boeing, Rafale-A and Rafale-D, UK-Korea and US-Korea, Jong-un and Jong-il, Asia-Pacific and
    Asian-Pacific are not two spellings of one name.
    """
    if "-" not in one and "-" not in other:
        return True
    here, there = one.split("-"), other.split("-")
    if len(here) != len(there):
        return False
    differing = [(mine, yours) for mine, yours in zip(here, there, strict=True) if mine != yours]
    return all(
        min(len(mine), len(yours)) > 1
        and not (mine.isupper() and yours.isupper())
        and OSA.distance(plain(mine), plain(yours)) < max(len(mine), len(yours))
        and not (derived(plain(mine), plain(yours)) and zipf(plain(mine)) > _COMMON < zipf(plain(yours)))
        for mine, yours in differing
    )


def _close(one: str, other: str, key: str) -> bool:
    """A cheap look before the alignment: far fewer letters differ than agree."""
    longer = max(len(one), len(other))
    if one == other:
        return False
    if key[0] == "=":
        return True
    return OSA.distance(one, other) <= (longer + 1) // (3 if key[0] != "#" or longer < 6 else 2)
