"""Spans of years, as far as they can be worked out again: “eight years, from 2008 to 2016”, “its 40th anniversary”.

`article.facts(spans_of_time)` is a tuple of them in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts.figures import ANY, BETWEEN, COUNT, YEAR, Figured, figures_of, sentences_of
from copydesk.patterns import pattern

Counted = Literal["years", "anniversary", "ago", "ordinal year"]


class Year(msgspec.Struct, frozen=True):
    """A year of the calendar where it stands."""

    span: Span
    value: int


class SpanOfTime(msgspec.Struct, frozen=True):
    """A number of years, and between which years they lie. `ends` has one year, or two, in the order of the words.

    `years` is how many are stated, None where there are just two ends (“from 2016 to 2008”); `slack` how many years
    off the statement may be; `counted` what is counted: years, an anniversary, years before the day of writing, or
    the year that something is in (“its 40th year”). With one end, the other is the day of writing; `shift` says how
    many years behind (“last year”) or ahead of it is meant, at least and at most.
    """

    span: Span
    ends: tuple[Year, ...]
    years: int | None = None
    slack: int = 1
    counted: Counted = "years"
    shift: tuple[int, int] = (0, 0)


_ORDINALS = {
    word: value
    for value, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        start=1,
    )
} | {
    **{"twenty-fifth": 25, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100},
    **{"centenary": 100, "bicentenary": 200, "centennial": 100, "bicentennial": 200},
    **{"golden jubilee": 50, "silver jubilee": 25},
}
_N = COUNT
_DAY = rf"(?:{_N}\s)?(?:[A-Z][a-z]+\.?\s)?(?:{_N},\s)?"
_LEVEL = rf"[{ANY}](?:\s[a-z-]+){{0,3}}\sin\s{_DAY}"
_RANGES = pattern(
    rf"(?:\b(?:from|between)\s{_DAY}(?P<y1>{YEAR})\s(?:(?:to|till|through|and)\s|until\s"
    rf"(?:[\w’']+\s){{0,6}}?)(?:in\s)?{_DAY}(?P<y2>{YEAR})"
    rf"|(?P<y3>{YEAR})\s?[–—-]\s?(?P<y4>{YEAR})|\bfrom\s{_LEVEL}(?P<y5>{YEAR}),?\sto\s{_LEVEL}(?P<y6>{YEAR}))"
)
_NUMBER_OF = r"[\s-](?:more\s|full\s|consecutive\s|straight\s)?"
_YEARS = rf"(?P<n>{_N}){_NUMBER_OF}(?P<unit>years?|decades?)\b"
_LENGTH = pattern(
    rf"\b(?:for|of|in|over|during|after|spent|spanning|served|lasted|the|a|his|her|its|their|ran"
    rf"|serving)\s(?:about\s|almost\s|nearly\s|the\s|next\s|some\s|past\s)?{_YEARS}",
    re.I,
)
_LENGTH_BEHIND = pattern(
    rf"^(?:,|\s?[—–(:]|;\sfor|,?\sa\s(?:span|period|stretch|total)\sof)\s?(?:for\s|a\stotal\sof\s|some\s)?{_YEARS}"
)
_LATER = pattern(
    rf"(?P<y1>{YEAR}){BETWEEN}{{0,90}}?(?<=\s){_YEARS}\s(?P<way>later|earlier|before|afterwards?)(?:,"
    rf"|\b){BETWEEN}{{0,25}}?\b(?:in\s)(?:[A-Z][a-z]+\s)?(?P<y2>{YEAR})"
)
_IN = r"in\s(?:[A-Z][a-z]+\s)?"
_HEDGES = r"(?:just\s|almost\s|nearly\s|more\sthan\s|about\s|some\s)?"
_AGO = pattern(
    rf"\b{_IN}(?P<y1>{YEAR}),?\s(?:—\s|–\s)?{_HEDGES}{_YEARS}\sago"
    rf"|(?P<n2>{_N}){_NUMBER_OF}(?P<unit2>years?|decades?)\sago,?\s(?:\(|—\s|–\s)?(?:back\s)?{_IN}(?P<y2>{YEAR})"
)
_WORDS = "|".join(sorted(map(re.escape, _ORDINALS), key=len, reverse=True))
_ANNIVERSARY = pattern(
    rf"\b(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_WORDS}))"
    r"(?:[\s-](?:wedding\s|birth\s)?(?P<what>anniversary|birthday|year)\b|(?<=ary|ial|lee)\b)",
    re.I,
)
_OCCASION = pattern(r"anniversary|birthday|\byear\b|jubilee|cente|bicente", re.I)
_FOUNDED = pattern(
    r"\b(?:founded|established|opened|launched|formed|set\sup|created|built|began|started|since|born|founding|opening|of\sthe|of\sits"
    r"|incorporated|introduced|first\s(?:published|held|shown|released|aired)|released|published|died|married|signed|inaugurated"
    rf"|dating\s(?:back\s)?to)\b{BETWEEN}{{0,40}}?(?P<year>{YEAR})",
    re.I,
)
_NEXT = pattern(r"\bnext\s(?:year|month)|\bupcoming|\bwill\b|\bahead\sof|\bto\smark|\bplan|\bprepar|\bsoon\b", re.I)
_LAST = pattern(r"\blast\syear|\bmarked|\bcelebrated|\bhad\b", re.I)
_QUICK = frozenset(
    """years year decade decades anniversary birthday centenary bicentenary centennial bicentennial jubilee from
    between""".split()
)
_TWO_YEARS = pattern(rf"{YEAR}.*{YEAR}")


def local(part: Part) -> tuple[SpanOfTime, ...]:
    """Return the spans of a part, relative to it."""
    read = figures_of(part)
    if not any(figure.kind == "year" for figure in read.figures):
        return ()
    if _QUICK.isdisjoint(part.vocabulary) and not _DASHED.search(part.words):
        return ()
    return tuple(
        found
        for sentence in sentences_of(read.text)
        if _ANY_YEAR.search(sentence)
        for found in _spans(sentence, read, part)
    )


_ANY_YEAR = pattern(YEAR)
_DASHED = pattern(r"\d\s?[–—-]\s?[12]\d\d\d")


def combine(article: Article, locals_: Sequence[tuple[SpanOfTime, ...]]) -> tuple[SpanOfTime, ...]:
    """Return the spans of the article, with spans in its text."""
    return tuple(
        replace(
            one,
            span=part.text_span(*one.span),
            ends=tuple(replace(year, span=part.text_span(*year.span)) for year in one.ends),
        )
        for part, found in zip(article.parts, locals_, strict=True)
        for one in found
    )


def _spans(sentence: str, read: Figured, part: Part) -> Iterator[SpanOfTime]:
    yield from _ranges(sentence, read)
    for match in (
        _LATER.finditer(sentence)
        if any(word in sentence for word in (" later", " earlier", " before", " after"))
        else ()
    ):
        if (length := _length(match, read)) is not None:
            ends = (_year(read, match["y1"]), _year(read, match["y2"]))
            if match["way"] in ("earlier", "before"):
                ends = ends[::-1]
            yield SpanOfTime(length[0], ends, length[1], length[2])
    for match in _AGO.finditer(sentence) if " ago" in sentence else ():
        if (length := _length(match, read)) is not None:
            yield SpanOfTime(length[0], (_year(read, match["y1"] or match["y2"]),), length[1], length[2], "ago")
    yield from _anniversaries(sentence, read, part)


def _year(read: Figured, sign: str) -> Year:
    figure = read.at(sign)
    return Year(figure.span, int(figure.value))


_AND_DAYS = pattern(rf"\sand\s(?:{_N}|a)\s(?:days?|months?|weeks?)\b")


def _ranges(sentence: str, read: Figured) -> Iterator[SpanOfTime]:
    found = list(_RANGES.finditer(sentence)) if _TWO_YEARS.search(sentence) else []
    if not found:
        return
    ends = [tuple(_year(read, year) for year in match.groups() if year) for match in found]
    for first, last in ends:
        yield SpanOfTime(Span(first.span.start, last.span.end), (first, last))
    lead = _AND_DAYS.sub("", sentence[max(0, found[0].start() - 70) : found[0].start()])
    before = _last(_LENGTH, lead)
    if before is not None and re.search(r"[.;:]|\b(?:and|but|later|ago|after|before|old)\b", lead[before.end() :]):
        before = None
    length = before or _LENGTH_BEHIND.match(sentence[found[-1].end() :])
    if length is None or (stated := _length(length, read)) is None:
        return
    if len(found) == 1 or before is None:
        yield SpanOfTime(stated[0], (ends[0][0], ends[-1][1]), stated[1], stated[2])


def _last(wanted: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in wanted.finditer(text):  # noqa: B007
        pass
    return found


def _length(match: re.Match[str], read: Figured) -> tuple[Span, int, int] | None:
    """Return where a length in years stands, how many they are, and how far off that may be."""
    groups = match.groupdict()
    sign, unit = groups.get("n") or groups.get("n2"), groups.get("unit") or groups.get("unit2")
    if sign is None:
        return None
    figure = read.at(sign)
    if figure.value != int(figure.value) or not 0 < figure.value < 1000:
        return None
    decades = str(unit).startswith("decade")
    slack = (4 if decades else 1) + (round(figure.value * 0.12) + 1 if figure.number.hedge else 0)
    return figure.span, int(figure.value) * (10 if decades else 1), slack


def _anniversaries(sentence: str, read: Figured, part: Part) -> Iterator[SpanOfTime]:
    for match in _ANNIVERSARY.finditer(sentence) if _OCCASION.search(sentence) else ():
        count = int(match["digits"]) if match["digits"] else _ORDINALS[match["word"].lower()]
        since = [found["year"] for found in _FOUNDED.finditer(sentence) if _belongs(sentence, match, found)]
        if len(since) != 1 or count < 1:
            continue
        start = _year(read, since[0])
        others = [sign for sign in _ANY_YEAR.findall(sentence) if sign != since[0]]
        place = part.words.find(match.group())
        if len(others) > 1 or place < 0:
            continue
        ends = (start, _year(read, others[0])) if others else (start,)
        nth_year = (match["what"] or "").lower() == "year"
        shift = (-1 if _LAST.search(sentence) else 0, 1 if _NEXT.search(sentence) else 0) if not others else (0, 0)
        counted: Counted = "ordinal year" if nth_year else "anniversary"
        yield SpanOfTime(Span(place, place + len(match.group())), ends, count, 0, counted, shift)


_GOES_ON = pattern(r"\s(?:of|since)\s(?:[\w’'“”\"-]+\s){0,6}?$|\s(?:of|since)\s[^,;.]{0,40}\sin\s(?:[A-Z][a-z]+\s)?$")
_ENDS = pattern(
    r"(?:\sof\s(?:publication|operation|business|existence|service|its))?(?:\sin\s(?:business|operation|existence))?\s?(?:[.,;:)—–]|$|\s(?:in|this|next|last|with|on|by|and)\b(?!\s(?:the|its|a)\s))"
)


def _belongs(sentence: str, occasion: re.Match[str], founding: re.Match[str]) -> bool:
    """Whether an anniversary is counted from a founding that the sentence speaks of.

    Before it the founding is the subject's (“the club, founded in 1987, marks its 40th anniversary”), unless the
    anniversary is of something else; behind it, it must be what the anniversary is of.
    """
    if founding.start("year") < occasion.start():
        return _ENDS.match(sentence, occasion.end()) is not None
    return _GOES_ON.match(sentence[occasion.end() : founding.start("year")]) is not None
