"""Headline style: how words are written when they go into a headline."""

from __future__ import annotations

from copydesk.rules import pattern

_WORD = pattern(r"(?<![\d.])[^\W\d_][\w’'-]*")
# Words that a title-case headline leaves small.
_SMALL = frozenset("a an and as at but by for from in into nor of on or over per the to up via vs with".split())


def is_title_case(headline: str) -> bool:
    """Whether the headline capitalises nearly all its words: Fed Leaves Rates Unchanged."""
    words = [word for word in _WORD.findall(headline) if word.lower() not in _SMALL][1:]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capitals >= 0.85 * len(words)


def in_style(words: str, headline: str, *, opens: bool = False) -> str:
    """Return `words` as the headline would write them; `opens` says that they begin it."""
    if is_title_case(headline):
        words = _WORD.sub(lambda match: _capital(match.group()), words)
    return words[:1].upper() + words[1:] if opens else words


def _capital(word: str) -> str:
    return word if word in _SMALL else word[0].upper() + word[1:]


def capitalises_all(headline: str) -> bool:
    """Whether a capital proves nothing in this headline: hardly a word of weight in it is small."""
    words = _WORD.findall(headline)[1:]
    if any(word[0].isupper() and word.lower() in _NEVER_CAPITALS for word in words):
        return True
    return not any(word.islower() and len(word) > 2 and word not in _SMALL and word not in _WEAK for word in words)


# Words that have a capital in the midst of a headline only if all words of weight do.
_NEVER_CAPITALS = frozenset(
    "is are was were be been its his her their into with from up off out down my your can will".split()
)
_WEAK = frozenset(
    "after over with from into amid is are was be it its his her their he she they not no off out up down".split()
)
