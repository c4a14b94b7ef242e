"""What a paragraph is, by its words: a dateline, a byline, a date, a correction note, or copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from copydesk.article.article import Kind, Part
from copydesk.article.pieces import part_of
from copydesk.article.prose import Prose
from copydesk.patterns import pattern

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE_LINE = pattern(
    rf"(?:{_WEEKDAY},?\s+)?(?:({_MONTH})\.?\s+(\d{{1,2}})|(\d{{1,2}})\s+({_MONTH})),?\s+(\d{{4}})\.?"
)
_ISO_DATE = pattern(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d\S*(?: [A-Z+-]\S*)?)?")
# “KYIV, Ukraine (AP) — ”, “LONDON (Reuters) - ”: a place in capitals, perhaps a country and an agency, a dash.
_DATELINE = pattern(
    r"[A-Z][A-Z.’' -]{2,30}[A-Z](?:, [A-Z][\w.’ ]{1,30}|, [A-Z][a-z]{2,9}\.? \d{1,2})*"
    r"(?: \([A-Z][\w ./]{1,30}\))?\s*(?:—|–|--?)\s+(?=\S)"
)
_BYLINE = pattern(r"(?:By|Words by|Reporting by)\s+(?:[A-Z][\w.’'-]*|and|in|,|\s)+", re.ASCII)
_STORY = "(?:article|story|report|headline|piece|post|page|column|review|interview|caption)"
_NOTE = pattern(
    r"\W*(?:(?:Correction|Corrections and clarifications|Clarification|Editor[’']s note"
    rf"|This {_STORY} (?:was|has been) (?:since )?(?:amended|corrected|updated)"
    rf"|(?:[\w.,: ]{{1,30}}: )?(?:In )?(?:An|The) (?:earlier|previous|original) version of this {_STORY})\b"
    r"|(?:An?|The) (?:article|headline|caption)\b[^.\n]{1,150}\b(?:misspell?ed|misspelt|misidentified)\b)",
    re.IGNORECASE,
)
_NOTE_HEADING = pattern(
    r"\W*(?:Corrections?(?: (?:and|&) clarifications?)?|Clarifications?|Editor[’']s notes?|Amendments?)\W*",
    re.IGNORECASE,
)

# What content systems call any article, and what the trade's own kinds are called in the singular.
_NO_GENRE = frozenset("post posts page pages article articles story stories blog default content entry".split())
_GENRES = {
    "sports": "sport", "opinions": "opinion", "comment": "opinion", "commentisfree": "opinion", "op-ed": "opinion",
    "obituaries": "obituary", "obit": "obituary", "obits": "obituary", "liveblog": "live", "live-blog": "live",
    "qa": "q&a", "q-and-a": "q&a", "interview": "q&a",
}  # fmt: skip
_KNOWN_GENRES = frozenset((*_GENRES.values(), "news", "feature", "analysis", "review"))


def copy_parts(prose: Prose, before: Sequence[Part]) -> Iterator[Part]:
    """Yield what a paragraph is, given the parts before it; a dateline at its beginning is a part of its own."""
    words = prose.words
    if _DATE_LINE.fullmatch(words):
        yield part_of("dateline", prose)
    elif len(words) < 120 and _BYLINE.fullmatch(words) and len(before) <= 3:
        yield part_of("byline", prose)
    elif is_note(words):
        yield part_of("note", prose)
    elif dateline := _DATELINE.match(words):
        yield from _split(prose, len(dateline.group().rstrip()), dateline.end())
    else:
        yield part_of("paragraph", prose)


def is_note(words: str) -> bool:
    """Whether a paragraph says that the article was corrected."""
    return _NOTE.match(words) is not None


def notes_marked(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts with a heading “Corrections”, and what stands under it, as notes."""
    under: Part | None = None
    for part in parts:
        if part.kind == "heading":
            ends = under is None or part.level <= under.level
            if _NOTE_HEADING.fullmatch(part.words):
                under = part
            elif ends:
                under = None
        yield replace(part, kind="note", level=0) if under is not None and part.is_body else part


def _split(prose: Prose, end: int, start: int) -> Iterator[Part]:
    """Make a dateline of the prose before `end` and a paragraph of the prose from `start`."""
    kinds: tuple[tuple[Kind, int, int], ...] = (("dateline", 0, end), ("paragraph", start, len(prose.words)))
    for kind, first, last in kinds:
        pieces = prose.pieces(first, last)
        yield part_of(kind, replace(Prose.joined(pieces), escapes=prose.escapes))


def date_of(words: str) -> date | None:
    """Return the day that a line names and nothing else (“Friday, January 4, 2019”), or one written as 2019-01-04."""
    try:
        if iso := _ISO_DATE.fullmatch(words):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        match = _DATE_LINE.fullmatch(words)
        if match is None:
            return None
        month, day = (match[1], match[2]) if match[1] else (match[4], match[3])
        return date(int(match[5]), _MONTHS.index(month[:3]) + 1, int(day))
    except ValueError:
        return None


def language_of(value: str, default: str) -> str:
    """Return the language tag that an article gives, `default` where that says more of the same language."""
    tag = value.strip().replace("_", "-")
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag) or default.lower().startswith(f"{tag.lower()}-"):
        return default
    return tag


def genre_of(value: str, *, known_only: bool = False) -> str | None:
    """Return the kind of piece that an article says it is; None where that is what any article is called."""
    genre = "-".join(value.lower().split())
    genre = _GENRES.get(genre, genre)
    if genre in _NO_GENRE or not genre or (known_only and genre not in _KNOWN_GENRES):
        return None
    return genre
