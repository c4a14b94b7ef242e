"""What markup sets apart as somebody else's words: block quotes, `<q>`, `<cite>`, titles in italics, other languages.

Nothing is set apart in plain text, where there is no markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from copydesk.article.article import Article, Part
from copydesk.article.edits import Span
from copydesk.article.html.roles import BLOCKS
from copydesk.article.html.tokens import Token, attributes, tokens
from copydesk.patterns import pattern

_QUOTING = frozenset(("q", "blockquote"))
_TITLES = frozenset(("cite",))
_ITALICS = frozenset(("i", "em"))
_SETTING_APART = _QUOTING | _TITLES | _ITALICS
_MARKS = frozenset("* _ *** ___ **_ _** __* *__".split())  # of italics, in bold too
_WHOLE = frozenset(("html", "body", "main", "article"))  # their language is the article's
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
_EMPTY_LINE = pattern(r"\n[ \t]*\r?\n")
# Classes of posts on other sites, and of words that are not to be translated.
_OTHERS = frozenset(
    """notranslate twitter-tweet fb-post fb-video fb-comment-embed instagram-media tiktok-embed reddit-embed-bq
    bluesky-embed mastodon-embed text-post-media""".split()
)
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
    opened: dict[str, list[tuple[Token, bool | None]]] = {}  # by name; None for those that only have the same name
    language = article.language.lower().partition("-")[0]
    for token in _tags(article.text):
        if token.name in BLOCKS and token.what == "open":
            for start, foreign in opened.pop("p", ()):  # any block ends a paragraph
                if foreign:
                    yield "p", Span(start.end, token.start), foreign
        if token.what == "open" and token.name not in _EMPTY:
            foreign = _is_foreign(article.text, token, language)
            if foreign or token.name in _SETTING_APART or token.name in opened:
                opened.setdefault(token.name, []).append(
                    (token, foreign if foreign or token.name in _SETTING_APART else None)
                )
        elif token.what == "close" and (waiting := opened.get(token.name)):
            start, known = waiting.pop()
            if not waiting:
                del opened[token.name]
            if known is not None and start.end < token.start:
                yield token.name, Span(start.end, token.start), known


def _tags(text: str) -> Iterator[Token]:
    """Yield the tags of a text; one that never ends takes no more with it than its paragraph."""
    position = 0
    while position < len(text):
        empty_line = _EMPTY_LINE.search(text, position)
        end = empty_line.end() if empty_line else len(text)
        yield from (token for token in tokens(text, position, end) if token.what != "text")
        position = end


def _is_foreign(text: str, token: Token, language: str) -> bool:
    """Whether an element says that its words are of another language, not to be translated, or a post of others."""
    if token.name in _WHOLE or token.attributes[1] - token.attributes[0] <= len(" lang="):
        return False
    given = attributes(text, token)
    theirs = (given.get("lang") or given.get("xml:lang") or "").strip().lower().partition("-")[0]
    if given.get("translate", "").lower() == "no" or theirs not in ("", language):
        return True
    return not _OTHERS.isdisjoint(given.get("class", "").lower().split())


def _emphasised(text: str, part: Part) -> Iterator[Span]:
    """Yield the titles between single stars or underscores of Markdown."""
    chunks = part.prose.chunks
    if not chunks or ("*" not in text[slice(*part.span)] and "_" not in text[slice(*part.span)]):
        return
    gaps = [(part.span.start, chunks[0].start), *((one.end, other.start) for one, other in pairwise(chunks))]
    opened = -1
    for start, end in (*gaps, (chunks[-1].end, chunks[-1].end)):
        if text[start:end].strip() not in _MARKS and not (start == end and opened >= 0):
            continue
        if opened >= 0 and _is_title(text[opened:start]):
            yield Span(opened, start)
        opened = end if opened < 0 else -1


def _is_title(words: str) -> bool:
    """Whether words in italics are a title rather than stress: two or more, all but small ones with a capital."""
    found = words.split()
    great = [word for word in found if word.lower() not in _SMALL]
    return len(found) > 1 and bool(great) and all(not word[:1].islower() for word in great)
