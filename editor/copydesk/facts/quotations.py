"""Direct quotations: the words between quotation marks, and who is said to have spoken them.

Apostrophes are told from quotation marks by what stands beside them: a mark opens behind a blank or an
opening bracket and before a word, and closes behind a word or a stop. A quotation that runs over several
paragraphs opens again in each and closes in the last (Chicago Manual of Style 13.32), so an opening mark
that is never closed in its paragraph holds to the paragraph's end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from copydesk.article import Article, Part, Span
from copydesk.patterns import pattern

_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’", "'": "'"}
_MARK = pattern("[“”«»„\"‘’']")
_SPEECH = (
    "said|says|told|tells|added|adds|asked|asks|wrote|writes|stated|states|explained|replied|insisted|argued|warned|"
    "claimed|announced|declared|continued|noted|admitted|confirmed|denied|tweeted|posted|testified|recalled|quipped|joked"
)
_NAME = r"(?:(?:[A-Z][\w’'.-]+|of|de|van|von|bin|al)\s+){0,5}[A-Z][\w’'-]+|he|she|they|it|I|we"
_SPEAKER_AFTER = pattern(
    rf"\s*,?\s*(?:(?:{_SPEECH})\s+(?:the\s+)?({_NAME})|({_NAME})\s+(?:\w+ly\s+)?(?:{_SPEECH})\b)"
)
_SPEAKER_BEFORE = pattern(rf"\b({_NAME})[^.,“”\"]{{0,40}}?\b(?:{_SPEECH})\b[^.“”\"]{{0,30}}$")
_CLIPPED = pattern(r"\d\ds\b|(?:tis|twas|em|cause|til)\b", re.IGNORECASE)  # ’90s, ’tis: no opening marks
_GOES_ON = pattern(r"\s+[a-z]")
_CLOSING_SINGLE = pattern(r"[\w.,!?…]['’](?!\w)")


class Quotation(msgspec.Struct, frozen=True):
    """A direct quotation: `span` includes its marks. `speaker` is as the text gives it, or empty.

    `whole` says that it has the length of speech, five words or more; shorter ones are words held at a
    distance (“aircraft-like”) or titles as often as speech.
    """

    span: Span
    words: str
    speaker: str = ""

    @property
    def whole(self) -> bool:
        return self.words.count(" ") >= 4


def local(part: Part) -> tuple[Quotation, ...]:
    """Return the part's quotations, spans relative to the part."""
    words = part.words
    return tuple(
        Quotation(span, words[span.start + 1 : span.end].rstrip("”\"’'»"), _speaker(words, span))
        for span in _spans(words)
    )


def _spans(words: str) -> list[Span]:
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(words):
        mark, position = match.group(), match.start()
        if opened is not None:
            if mark == opened[1] and _closes(words, position):
                found.append(Span(opened[0], position + 1))
                opened = None
        elif mark in _PAIRS and _opens(words, position):
            opened = (position, _PAIRS[mark])
    # Only double marks run on into the next paragraph; a stray single one is an apostrophe ('90s, 'tis).
    if opened is not None and opened[1] in '”"':
        found.append(Span(opened[0], len(words)))
    return found


def _opens(words: str, position: int) -> bool:
    before, after = words[position - 1 : position], words[position + 1 : position + 2]
    if not after or after.isspace():
        return False
    if words[position] in "'‘" and _CLIPPED.match(words, position + 1):
        return False
    return not before or before.isspace() or before in "([{—–-/“‘\"'"


def _closes(words: str, position: int) -> bool:
    mark, after = words[position], words[position + 1 : position + 2]
    if mark in "”»":
        return True
    if after.isalnum():
        return False
    # “workers' party”: a plural possessive, unless it is the last single mark that could close.
    possessive = mark in "'’" and words[position - 1] == "s" and _GOES_ON.match(words, position + 1)
    return not possessive or _CLOSING_SINGLE.search(words, position + 1) is None


def _speaker(words: str, span: Span) -> str:
    after = _SPEAKER_AFTER.match(words, span.end)
    if after:
        return after.group(1) or after.group(2)
    before = _SPEAKER_BEFORE.search(words[max(0, span.start - 120) : span.start])
    return before.group(1) if before else ""


def combine(article: Article, locals_: Sequence[tuple[Quotation, ...]]) -> tuple[Quotation, ...]:
    """Return all quotations of the article in order, spans in the text."""
    return tuple(
        Quotation(part.text_span(*quotation.span), quotation.words, quotation.speaker)
        for part, found in zip(article.parts, locals_, strict=True)
        for quotation in found
    )
