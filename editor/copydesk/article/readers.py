"""Finding the reader for a file: plain text, and others by entry point."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath
from typing import Protocol

from copydesk.article.article import Article
from copydesk.article.source import Source


class Reader(Protocol):
    """Makes an article of a source. `suffixes` are the file endings it claims, lower case, with the dot."""

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, source: Source, *, language: str = "en-US", genre: str = "news") -> Article:
        """Return the article. Raises UnreadableSource if there is none in it."""
        ...


def read(source: Source, *, language: str = "en-US", genre: str = "news") -> Article:
    """Return the article in `source`, read by the reader of its file ending.

    Raises UnreadableSource with one line that says why it cannot be read.
    """
    return reader_for(source.name).read(source, language=language, genre=genre)


def reader_for(name: str) -> Reader:
    """Return the reader of a file name; plain text where no other claims it."""
    from copydesk.article.plain import PlainText

    suffix = PurePath(name).suffix.lower()
    if suffix in PlainText.suffixes:
        return PlainText()  # the usual case needs no look at the installed packages
    return _by_suffix().get(suffix) or PlainText()


def known_suffixes() -> frozenset[str]:
    """Return the file endings that are taken for articles in a folder."""
    from copydesk.article.plain import PlainText

    return frozenset((*(suffix for suffix in PlainText.suffixes if suffix), *_by_suffix()))


@cache
def _by_suffix() -> dict[str, Reader]:
    from importlib.metadata import entry_points

    found: dict[str, Reader] = {}
    for entry_point in entry_points(group="copydesk.readers"):
        reader: Reader = entry_point.load()()
        for suffix in reader.suffixes:
            found.setdefault(suffix, reader)
    return found
