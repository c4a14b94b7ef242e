"""Results of a long run, put away: of each article only the bytes are kept, and it is read again for the report."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from copydesk.article import Article, Source, read
from copydesk.check.outcome import Checked
from copydesk.rules import Finding


class PutAway(Checked):
    """What is said of an article, without the article: that takes six times the memory of its bytes."""

    def __init__(self, article: Article, **others: Any) -> None:
        kept = (article.source.raw, article.source.name, article.language, article.genre)
        object.__setattr__(self, "_kept", kept)
        for name, value in others.items():
            object.__setattr__(self, name, value)

    def with_findings(self, findings: tuple[Finding, ...]) -> PutAway:
        """Return the same with other findings; the article stays where it is."""
        other = object.__new__(PutAway)
        other.__dict__.update(self.__dict__, findings=findings)
        return other

    @property
    def article(self) -> Article:
        """The article, read again."""
        kept: tuple[bytes, str, str, str] = self.__dict__["_kept"]
        return _read_again(*kept)


def put_away(checked: Checked) -> PutAway:
    """Return the same without the article."""
    return PutAway(**{name: getattr(checked, name) for name in checked.__dataclass_fields__})


@lru_cache(maxsize=4)  # a report asks for the same several times in a row
def _read_again(raw: bytes, name: str, language: str, genre: str) -> Article:
    return read(Source.from_bytes(raw, name), language=language, genre=genre)
