"""Headline style: how words are written when they go into a headline."""

from __future__ import annotations

from copydesk.rules import pattern

_WORD = pattern(r"[^\W\d_][\w’'-]*")
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
