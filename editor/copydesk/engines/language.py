"""Whether copy is in English at all: an engine for English takes every word of another language for a mistake."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.article import Part

# The commonest words of English that no other language of the Latin alphabet has in such numbers. In published news
# they are a quarter of all words, in German, French, Spanish, Italian, Dutch or Polish one in fifty at most.
_COMMON = frozenset(
    "the of and to that for with his her was were by from it be at have has this which are said".split()
)
# The commonest words of Spanish, French, German, Italian, Portuguese and Dutch that are none in English.
_FOREIGN = frozenset(
    """el los las que y muy un una por para con está es del al su lo le les des du et est une dans sur pas qui ce il
    di della che per non sono è não com os uma mais und das ist nicht mit von den dem ein eine zu auf het een van
    niet voor te""".split()
)
_ENOUGH = 40  # words; fewer prove nothing
_LEAST = 0.06  # of all words: tables of results and lists of names have that and more


def is_english(parts: Sequence[Part]) -> bool:
    """Whether an article's words are English, as far as can be seen. Too few of them count as English."""
    words = [word for part in parts for word in part.small_words if word.isalpha()]
    if len(words) < _ENOUGH:
        return _in_our_letters(parts)
    return sum(word in _COMMON for word in words) / len(words) >= _LEAST


def reads_as_foreign(words: Sequence[str]) -> bool:
    """Whether a sentence of these words is in another language: two of its commonest words, and more than of English.

    A name (the Rio de la Plata, Rafael van der Vaart) has such words too, in a sentence with more of English.
    """
    small = [word.strip(".,;:!?()“”\"'«»") for word in words]
    small[:1] = [word.lower() for word in small[:1]]
    foreign = sum(word in _FOREIGN for word in small)
    return foreign >= 2 and foreign > sum(word in _COMMON for word in small)


def _in_our_letters(parts: Sequence[Part]) -> bool:
    """Whether most letters are Latin: a language without spaces has few words, however long it is."""
    letters = [letter for part in parts for letter in part.words if letter.isalpha()]
    return len(letters) < _ENOUGH or sum(letter < "\u0250" for letter in letters) * 2 > len(letters)
