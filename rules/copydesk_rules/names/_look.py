"""A quick look whether a part can have any of many phrases, before slow patterns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from copydesk.rules import Part


class Phrases:
    """Phrases by their longest word: a part that has none of these words has none of the phrases.

    `endings` are letters that a phrase's last word may have besides: “s” for a plural.
    """

    def __init__(self, phrases: Iterable[str], endings: Iterable[str] = ("",)) -> None:
        self._phrases: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for phrase in phrases:
            *words, last = small_words(phrase)
            for ending in endings:
                every = [*words, last + ending]
                self._phrases[max(every, key=len)].append((phrase, frozenset(every)))
        self._telling = frozenset(self._phrases)

    def may_be_in(self, part: Part) -> bool:
        """Whether all the words of any phrase stand in a part, in whatever order and case."""
        return next(self._possible(part), None) is not None

    def possible(self, part: Part) -> list[str]:
        """Return the phrases all whose words stand in a part, each once."""
        return list(dict.fromkeys(self._possible(part)))

    def _possible(self, part: Part) -> Iterator[str]:
        vocabulary = part.vocabulary
        if not self._telling.isdisjoint(vocabulary):
            for telling in self._telling & vocabulary:
                for phrase, words in self._phrases[telling]:
                    if words <= vocabulary:
                        yield phrase


def small_words(phrase: str) -> list[str]:
    """Return a phrase's runs of letters and digits in lower case, as a part's vocabulary has them."""
    return re.findall(r"[^\W_]+", phrase.lower())
