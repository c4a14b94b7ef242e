"""Dates.Order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import permutations, starmap

from copydesk.facts import article_day, elapsed
from copydesk.facts.article_day import day_of
from copydesk.facts.days import WEEKDAYS, CalendarDate, days_in
from copydesk.facts.elapsed import Stretch
from copydesk.rules import Article, Bad, Finding, Fix, Good, Part, Related, Rule, change_to, pattern
from copydesk.text import analysis_of

# What can only come after what: the events of each line in their order.
_LINES = (
    ("shot stabbed injured wounded hurt", "died"),
    (
        "arrested detained",
        "charged indicted",
        "tried",
        "convicted acquitted",
        "sentenced jailed",
        "released freed paroled",
    ),
    ("born", "married", "died"),
    ("born", "graduated", "retired", "died"),
    ("founded established opened launched formed built", "closed dissolved demolished disbanded scrapped folded"),
    ("proposed introduced", "passed approved", "repealed"),
    ("elected", "inaugurated", "impeached resigned ousted deposed"),
    ("disappeared vanished kidnapped abducted", "found rescued freed"),
    ("began started", "ended finished"),
    ("bought acquired", "sold resold"),
    ("appointed hired", "fired sacked dismissed resigned quit"),
)
_STAGES: dict[str, list[tuple[int, int]]] = {}
for _line, _stages in enumerate(_LINES):
    for _stage, _verbs in enumerate(_stages):
        for _verb in _verbs.split():
            _STAGES.setdefault(_verb, []).append((_line, _stage))
_VERB = "|".join(sorted(_STAGES, key=len, reverse=True))
_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_TIME = (
    rf"(?:{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?|(?:{_MONTH},?\s)?(?:1[5-9]"
    rf"|20)\d\d|{_DAYS})"
)
_BEFORE = (
    r"(?:the\s(?:day|night|week|month|year)\sbefore|the\sprevious\s(?:day|night|week|month|year)|a\s(?:day"
    r"|week|month|year)\searlier)"
)
_TWO = pattern(
    rf"\b(?P<one>{_VERB})\s(?:[^.,;:()\d]{{0,40}}?\s)?(?:in\s|on\s)?(?P<t1>{_TIME}),?\s(?:[—–]\s)?"
    rf"(?:and|but|then|before\sbeing|until\sit\swas)\s(?:(?:was|were|had\sbeen|has\sbeen|he|she|it|they"
    rf"|then|later|also|finally|eventually|is|be)\s){{0,3}}"
    rf"(?P<two>{_VERB})\s(?:[^.,;:()\d]{{0,40}}?\s)?(?:(?:in|on)\s)?(?:(?P<t2>{_TIME})"
    rf"(?P<back>\sbefore\b)?|(?P<before>{_BEFORE}))"
)


class Order(Rule):
    """Events in an order that cannot be: arrested on Tuesday and charged on the Monday before, from 2016 to 2008.

    Weekdays are placed in the week before the article's own date, and left alone where there is none.

    Source: Reuters Handbook, “dates and times”; AP Stylebook, “arrest”, “indict” (one is charged after arrest).
    """

    name = "Dates.Order"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad("He was arrested on Tuesday and charged the day before.", found="charged the day before"),
        Bad(
            "He was mayor of the city "
            "from 2016 to 2008."
        , found="2016 to 2008", fixed="He was mayor of the city from 2008 to 2016."),
        Bad("August 16, 2024\n\nHe was arrested on Tuesday and charged on Monday.", found="charged on Monday"),
        Bad("The mill opened in 1912 and closed in 1902.", found="closed in 1902"),
        Bad("She was shot on 3 May 2021 and died on 1 May 2021.", found="died on 1 May 2021"),
        Good("He was arrested on Tuesday and charged on Monday. He was mayor from 2008 to 2016."),
        Good("August 13, 2024\n\nHe was arrested on Tuesday and charged on Monday."),
        Good("The mill opened in 1912 and closed in 2002; it was sold in 1999, having been bought in 1987."),
        Good(
            "He was charged in 2015 after he had been arrested in 2013. He was arrested in 2011 and "
            "convicted in 2011."
        ),
        Good("Polls moved from 2100 to 2000 votes; flats are sold from 2,000 to 1,900 pounds."),
    ]  # fmt: skip

    def check(self, article: Article) -> Iterator[Finding]:
        times = article.facts(elapsed)
        counted = {(count.begin.span, count.end.span) for count in times.counts if count.begin and count.end}
        for found in times.stretches:
            turned = found.end.year < found.begin.year and (found.begin.span, found.end.span) not in counted
            turned = turned and found.begin.scale == found.end.scale == "year"
            start, end = found.span
            moved = turned and _MOVED.search(article.text, max(0, start - 50), start)
            if turned and not moved and not _BEFORE_CHRIST.match(article.text, end):
                yield _turned(article, found)
        known = article.facts(article_day)
        written = known.day if known else None
        for part in article.parts:
            if any(starmap(_comes_after, permutations(_WORDS & part.vocabulary, 2))):
                yield from _events(part, written)


# A date, a target or an estimate is moved from one year to an earlier one.
_MOVED = pattern(
    r"\b(?:mov(?:e|es|ed|ing)|chang(?:e|es|ed|ing)|shift(?:s|ed|ing)?|br(?:ing|ings|inging|ought)|forward"
    r"|delay(?:ed|s)?|advanc(?:e|ed|ing)|cut"
    r"|slip(?:ped|s)?|revis(?:e|ed|ing)|back|lower(?:ed|ing)?|rais(?:e|ed|ing)|push(?:ed|ing)?|put|reduc"
    r"(?:e|ed|ing)|shorten(?:ed|ing)?|went|going"
    r"|extend(?:ed|ing)?|updat(?:e|ed)|correct(?:ed|ing|s)?)\s(?:\w+\s){0,4}(?:from|between)\s(?:[A-Z]\w+\s)?$"
)
_BEFORE_CHRIST = pattern(r"\)?\s?B\.?C\b")
_WORDS = frozenset(_STAGES)


def _turned(article: Article, found: Stretch) -> Finding:
    first, last = found.begin.year, found.end.year
    words = article.words_at(found.span)
    new = f"{last}{words[4:-4]}{first}"
    return Finding(
        found.span,
        f"{last} was before {first}.",
        fixes=(Fix(f"Change to “{new}”", change_to(found.span, new).edits),),
        confidence=0.85,
    )


def _events(part: Part, written: date | None) -> Iterator[Finding]:
    for match in _TWO.finditer(part.words):
        if not _comes_after(match["two"], match["one"]) or _ELSE.search(match.group()):
            continue
        if (match["before"] or match["back"]) and match["one"] != match["two"]:
            late = match["before"] or match["t2"]
        elif match["t2"] and _is_before(match["t2"], match["t1"], written):
            late = match["t2"]
        else:
            continue
        yield Finding(
            part.text_span(match.start("two"), match.end()),
            f"That puts “{match['two']}” ({late}) before “{match['one']}” ({match['t1']}).",
            related=(Related(part.text_span(match.start("one"), match.end("t1")), "what comes first"),),
            confidence=0.7,
        )


_ELSE = pattern(r"\b(?:another|other|second|third|again|new|first|next)\b")


def _comes_after(later: str, earlier: str) -> bool:
    first = dict(_STAGES[earlier])
    return any(line in first and stage > first[line] for line, stage in _STAGES[later])


def _is_before(one: str, other: str, written: date | None) -> bool:
    """Whether the first time is certainly before the second."""
    if one in WEEKDAYS and other in WEEKDAYS:
        if written is None or other == WEEKDAYS[written.weekday()]:
            return False  # “on Tuesday”, of a Tuesday, may be a week ago
        ago = [(written.weekday() - WEEKDAYS.index(day)) % 7 for day in (one, other)]
        return ago[0] > ago[1]
    if one in WEEKDAYS or other in WEEKDAYS:
        return False
    first, second = _latest(one, written), _earliest(other, written)
    return first is not None and second is not None and first < second


_YEAR = re.compile(r"\d{4}$")


def _latest(words: str, written: date | None) -> date | None:
    if found := _date_in(words):
        return day_of(found, written)
    year = _YEAR.search(words)
    return date(int(year[0]), 12, 31) if year else None


def _earliest(words: str, written: date | None) -> date | None:
    if found := _date_in(words):
        return day_of(found, written)
    year = _YEAR.search(words)
    return date(int(year[0]), 1, 1) if year else None


def _date_in(words: str) -> CalendarDate | None:
    return next((one.date for one in days_in(analysis_of(words)) if one.date), None)
