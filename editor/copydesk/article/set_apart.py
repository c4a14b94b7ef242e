"""What markup sets apart as somebody else's words: block quotes, `<q>`, `<cite>`, titles in italics, other languages.

Nothing is set apart in plain text, where there is no markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from copydesk.article.article import Article, Part
from copydesk.article.edits import Span
from copydesk.article.html.tokens import Token, attributes, tokens

_QUOTING = frozenset(("q", "blockquote"))
_TITLES = frozenset(("cite",))
_ITALICS = frozenset(("i", "em"))
_WHOLE = frozenset(("html", "body", "main", "article"))  # their language is the article's
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
_DEEPEST = 50  # elements; what is opened further in than that is not looked at
_SMALL = frozenset("a an and at by de du for from in la le of on or the to von with".split())


class SetApart(NamedTuple):
    """Spans of the text, in no order: `quoted` words of others, and `named` titles of works."""

    quoted: tuple[Span, ...] = ()
    named: tuple[Span, ...] = ()


def set_apart(article: Article) -> SetApart:
    """Return what the markup of an article sets apart; an element that is never closed sets nothing apart."""
    quoted = [part.span for part in article.parts if part.kind == "quote"]
    if all(part.prose.shift is not None for part in article.parts) and "<" not in article.text:
        return SetApart(tuple(quoted))
    named: list[Span] = []
    if "<" in article.text and not _is_plain(article):
        for name, span, foreign in _elements(article):
            if foreign or name in _QUOTING:
                quoted.append(span)
            elif name in _TITLES or (name in _ITALICS and _is_title(article.prose_at(span))):
                named.append(span)
    named += (span for part in article.parts for span in _emphasised(article.text, part))
    return SetApart(tuple(quoted), tuple(named))


def _is_plain(article: Article) -> bool:
    """Whether all there is between the parts is blank, as in plain text, where `<q>` is what a reader sees."""
    end = 0
    for part in article.parts:
        if article.text[end : part.span.start].strip() or article.text[slice(*part.span)] != part.words:
            return False
        end = part.span.end
    return True


def _elements(article: Article) -> Iterator[tuple[str, Span, bool]]:
    """Yield the elements that may set words apart: their names, what is in them, and if it is not the article's."""
    text, language = article.text, article.language.lower().partition("-")[0]
    opened: list[tuple[Token, bool]] = []
    for token in tokens(text, 0, len(text)):
        if token.what == "open" and token.name not in _EMPTY:
            if len(opened) < _DEEPEST:
                opened.append((token, _is_foreign(text, token, language)))
        elif token.what == "close":
            for index in range(len(opened) - 1, -1, -1):
                if opened[index][0].name == token.name:
                    start, foreign = opened[index]
                    del opened[index:]
                    if start.end < token.start:
                        yield token.name, Span(start.end, token.start), foreign
                    break


def _is_foreign(text: str, token: Token, language: str) -> bool:
    if token.name in _WHOLE:
        return False
    given = attributes(text, token) if token.attributes[1] - token.attributes[0] > len(" lang=") else {}
    theirs = (given.get("lang") or given.get("xml:lang") or "").strip().lower().partition("-")[0]
    return given.get("translate", "").lower() == "no" or (theirs not in ("", language))


def _emphasised(text: str, part: Part) -> Iterator[Span]:
    """Yield the titles between single stars or underscores of Markdown."""
    chunks = part.prose.chunks
    if not chunks or ("*" not in text[slice(*part.span)] and "_" not in text[slice(*part.span)]):
        return
    gaps = [(part.span.start, chunks[0].start), *((one.end, other.start) for one, other in pairwise(chunks))]
    opened = -1
    for start, end in (*gaps, (chunks[-1].end, chunks[-1].end)):
        if text[start:end].strip() not in ("*", "_") and not (start == end and opened >= 0):
            continue
        if opened >= 0 and _is_title(text[opened:start]):
            yield Span(opened, start)
        opened = end if opened < 0 else -1


def _is_title(words: str) -> bool:
    """Whether words in italics are a title rather than stress: two or more, all but small ones with a capital."""
    found = words.split()
    great = [word for word in found if word.lower() not in _SMALL]
    return len(found) > 1 and bool(great) and all(not word[:1].islower() for word in great)
