"""Finding the reader for a file: plain text, and others by entry point."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import Protocol
from unicodedata import is_normalized

from copydesk.article.article import Article
from copydesk.article.bounds import bounded, refuse_shelf
from copydesk.article.composing import composed
from copydesk.article.source import Source


class Reader(Protocol):
    """Makes an article of a source. `suffixes` are the file endings it claims, lower case, with the dot."""

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, source: Source, *, language: str = "en-US", genre: str = "news") -> Article:
        """Return the article. Raises UnreadableSource if there is none in it."""
        ...


def read(source: Source, *, language: str = "en-US", genre: str = "news") -> Article:
    """Return the article in `source`, read by the reader of its file ending, without what is too large to be copy.

    Its prose is in Unicode's form NFC. Raises UnreadableSource with one line that says why it cannot be read.
    """
    reader = reader_for(source.name)
    refuse_shelf(source, _kind(reader))
    article = reader.read(source, language=language, genre=genre)
    if not is_normalized("NFC", source.text):
        parts = tuple(replace(part, prose=composed(part.prose)) for part in article.parts)
        perhaps = article.perhaps_standfirst
        perhaps = None if perhaps is None else parts[article.parts.index(perhaps)]
        article = replace(article, parts=parts, perhaps_standfirst=perhaps)
    return bounded(article)


def _kind(reader: Reader) -> str:
    """Return which of our readers this is; empty if it is another package's."""
    for kind, suffix in (("html", HTML[0]), ("markdown", MARKDOWN[0]), ("text", ".txt")):
        if suffix in reader.suffixes:
            return kind
    return ""


def is_plain(name: str) -> bool:
    """Whether a file of that name is read as plain text, in which nothing is markup."""
    return reader_for(name) is _own(_TEXT)


def reader_for(name: str) -> Reader:
    """Return the reader of a file name; plain text where no other claims it."""
    suffix = PurePath(name).suffix.lower()
    # The usual cases need no look at the installed packages, which takes longer than reading an article.
    reader = _own(_OWN[suffix]) if suffix in _OWN else _installed().get(suffix)
    return reader or _own(_OWN[""])


def known_suffixes() -> frozenset[str]:
    """Return the file endings that are taken for articles in a folder."""
    return frozenset((*(suffix for suffix in _OWN if suffix), *_installed()))


MARKDOWN = (".md", ".markdown", ".mdown")
HTML = (".html", ".htm", ".xhtml")
_TEXT, _MARKDOWN, _HTML = (
    "copydesk.article.plain:PlainText",
    "copydesk.article.markdown:Markdown",
    "copydesk.article.html:Html",
)
_OWN = {
    **dict.fromkeys(("", ".txt", ".text"), _TEXT),
    **dict.fromkeys(MARKDOWN, _MARKDOWN),
    **dict.fromkeys(HTML, _HTML),
}


@cache
def _own(place: str) -> Reader:
    module, _, name = place.partition(":")
    reader: Reader = getattr(import_module(module), name)()
    return reader


@cache
def _installed() -> dict[str, Reader]:
    """Return the readers of other packages by the file endings that they claim."""
    from importlib.metadata import entry_points

    found: dict[str, Reader] = {}
    for entry_point in entry_points(group="copydesk.readers"):
        if entry_point.value in _OWN.values():
            continue
        reader: Reader = entry_point.load()()
        for suffix in reader.suffixes:
            found.setdefault(suffix, reader)
    return found
