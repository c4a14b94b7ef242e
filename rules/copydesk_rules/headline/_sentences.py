"""Sentences of the body that have one of some verbs, and the words of weight in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.facts.claims.verbs import stem
from copydesk.rules import Part, Span, pattern

_WORD = pattern(r"[^\W_][\w’'-]+")
_SMALL = frozenset(
    """the and for with from that this his her its their was were has have had are will not but who which said say
    says into over after before about new more than also been being would could may in on at by to of as is it an
    or""".split()
)


def content(text: str) -> frozenset[str]:
    """Return the stems of the words of weight in a text."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.lower() not in _SMALL)


def told_in(parts: Sequence[Part], words: frozenset[str]) -> Iterator[tuple[Part, Span, Span]]:
    """Yield the sentences that have one of `words`, and where in the sentence it stands; the first one of each."""
    for part in parts:
        if part.vocabulary.isdisjoint(words):
            continue
        for sentence in part.sentences:
            for match in _WORD.finditer(part.words, sentence.start, sentence.end):
                if match.group().lower() in words:
                    yield part, sentence, Span(match.start() - sentence.start, match.end() - sentence.start)
                    break
