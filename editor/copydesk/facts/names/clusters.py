"""Mentions of one thing: surnames join full names, and the spellings of one name each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from copydesk.facts.names.fame import is_place
from copydesk.facts.names.lexicon import given_names
from copydesk.facts.names.mentions import Mention
from copydesk.facts.names.variants import Variants
from copydesk.lazily import cached_property

Kind = Literal["person", "place", "unknown"]


@dataclass(frozen=True, eq=False)
class Cluster:
    """All mentions of one thing, in the order of the text. `name` is its fullest form, as first written."""

    name: str
    mentions: tuple[Mention, ...]
    described: bool = False
    """Somewhere it is called a city, a town or a village."""

    @cached_property
    def kind(self) -> Kind:
        """What sort of thing it is, as far as its surroundings tell."""
        if self.described:
            return "place"
        if any(mention.title for mention in self.mentions):
            return "person"
        words = self.name.split()
        if len(words) > 1 and words[0].lower() in given_names():
            return "person"
        return "place" if is_place(self.name) else "unknown"


def gather(
    mentions: Sequence[Mention], groups: Iterable[Variants], described: frozenset[Mention]
) -> tuple[Cluster, ...]:
    """Return the things that the article names, the first named first."""
    alike = {spelling.text: group.preferred.text for group in groups for spelling in group.spellings}
    keys = [tuple(alike.get(word.text, word.text) for word in mention.words) for mention in mentions]
    owners = _owners(keys)
    found: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for key, mention in zip(keys, mentions, strict=True):
        found[owners.get(key, key)].append(mention)
    return tuple(_cluster(members, described) for members in found.values())


def _owners(keys: Sequence[tuple[str, ...]]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Say which full name a shorter one stands for: the only one that ends with it."""
    full = dict.fromkeys(key for key in keys if len(key) > 1)
    ends: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for key in full:
        for start in range(1, len(key)):
            ends[key[start:]].append(key)
    return {short: names[0] for short, names in ends.items() if len(names) == 1 and not is_place(" ".join(short))}


def _cluster(members: Sequence[Mention], described: frozenset[Mention]) -> Cluster:
    fullest = max(members, key=lambda mention: len(mention.words))
    return Cluster(" ".join(fullest.key), tuple(members), any(mention in described for mention in members))
