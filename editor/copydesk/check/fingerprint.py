"""Telling a finding again after the article was edited: by its rule, its words and the words around them."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from copydesk.article import Span
from copydesk.rules import Finding

_WORDS_AROUND = 5
_REACH = 120  # code points looked at on either side, so that a huge file costs no more


class Place(NamedTuple):
    """Where in the copy a finding stands, in words: blank space is one blank, whatever it was."""

    words: str
    before: str
    after: str


def place_of(text: str, span: Span) -> Place:
    """Return the words of a span and up to five words on either side of it.

    They are the same wherever the paragraph moves, however it is wrapped, and whatever is edited elsewhere.
    """
    before = text[max(0, span.start - _REACH) : span.start].split()[-_WORDS_AROUND:]
    after = text[span.end : span.end + _REACH].split()[:_WORDS_AROUND]
    return Place(" ".join(text[span.start : span.end].split()), " ".join(before), " ".join(after))


def fingerprint(text: str, finding: Finding) -> str:
    """Return 16 hexadecimal digits that tell this finding from others in the file.

    Neither message nor counts nor positions enter it, so that edits elsewhere leave it alone.
    """
    identity = "\x1f".join((finding.rule, *place_of(text, finding.span)))
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
