"""Prose with its letters composed: “é” is one character to rules, also where the file has an e and an accent."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import is_normalized, normalize

from copydesk.article.graphemes import graphemes
from copydesk.article.prose import Prose


def composed(prose: Prose) -> Prose:
    """Return the prose in Unicode's form NFC. What was composed of several characters is one indivisible chunk."""
    if is_normalized("NFC", prose.words):
        return prose
    pieces: list[tuple[str, int, int]] = []
    for chunk, limit in prose.stretches:
        words = prose.words[chunk.prose : limit]
        if limit - chunk.prose != chunk.end - chunk.start:
            pieces.append((normalize("NFC", words), chunk.start, chunk.end))
        else:
            pieces += _composed(words, chunk.start)
    return replace(Prose.joined(pieces), escapes=prose.escapes)


def _composed(words: str, place: int) -> list[tuple[str, int, int]]:
    """Return words that are in the text at `place` as pieces: runs that stay as they are, and composed graphemes."""
    pieces: list[tuple[str, int, int]] = []
    kept = start = 0
    for grapheme in graphemes(words):
        end = start + len(grapheme)
        if not is_normalized("NFC", grapheme):
            pieces += (
                (words[kept:start], place + kept, place + start),
                (normalize("NFC", grapheme), place + start, place + end),
            )
            kept = end
        start = end
    pieces.append((words[kept:], place + kept, place + len(words)))
    return pieces
