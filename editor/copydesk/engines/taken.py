"""What an engine can take: it is kept from words and sentences that no person writes, and from whole shelves.

What Harper was found to cost (0.2): 6 ms for each word that it does not know, and 100 MB for one of 300 letters; time
that grows with the square of a sentence's length.
"""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.article import Part, Span
from copydesk.engines.engine import Engine
from copydesk.patterns import pattern

MOST_CHARACTERS = 500_000  # of one article
MOST_UNKNOWN = 3_000  # different words of one article that no dictionary has; an engine may say less
LONGEST_WORD = 60  # letters
LONGEST_SENTENCE = 2_000  # code points
_LONG = pattern(rf"[^\W_]{{{LONGEST_WORD + 1},}}")
_SHORTEST = 3  # code points that a word takes, its blank included


def most_unknown_of(engine: Engine) -> int:
    """Return how many different words that no dictionary has an engine is given of one article."""
    return getattr(engine, "most_unknown", MOST_UNKNOWN)


def too_much(most_unknown: int = MOST_UNKNOWN) -> str:
    """Return what an editor hears of an article that an engine was not given whole."""
    return f"an article may have {MOST_CHARACTERS:,} characters, and {most_unknown:,} words that no dictionary knows"


def how_many(parts: Sequence[Part], most_unknown: int = MOST_UNKNOWN) -> int:
    """Return how many of an article's parts, from its beginning, an engine should be given."""
    from copydesk.facts.words.dictionary import is_word  # late: what is remembered needs no dictionary

    if sum(len(part.words) for part in parts) <= most_unknown * _SHORTEST:
        return len(parts)
    characters, unknown = 0, set[str]()
    for number, part in enumerate(parts):
        characters += len(part.words)
        unknown.update(word for word in part.vocabulary if not word.isdigit() and not is_word(word))
        if characters > MOST_CHARACTERS or len(unknown) > most_unknown:
            return number
    return len(parts)


def blanked(part: Part) -> tuple[str, tuple[Span, ...]]:
    """Return a part's words with blanks in place of endless words and sentences, and where these are."""
    if len(part.words) <= LONGEST_WORD:
        return part.words, ()
    spans: list[Span] = []
    if max(map(len, part.words.split()), default=0) > LONGEST_WORD:
        spans += (Span(*match.span()) for match in _LONG.finditer(part.words))
    if len(part.words) > LONGEST_SENTENCE:
        spans += (span for span in part.sentences if span.end - span.start > LONGEST_SENTENCE)
    words = part.words
    for start, end in spans:
        words = words[:start] + " " * (end - start) + words[end:]
    return words, tuple(spans)
