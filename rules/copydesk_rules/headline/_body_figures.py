"""The figures of an article below its headline, and what follows from them: sums, differences, products."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from copydesk.facts import numbers
from copydesk.facts.numbers import Number
from copydesk.lazily import cached_property
from copydesk.rules import Article, Part, Span, pattern
from copydesk_rules.headline._figures import Sort, nouns_after
from copydesk_rules.headline._lexicon import (
    GROUPS,
    NOTHING_FURTHER,
    ORDINALS,
    SCALES,
    TIME_UNITS,
    TIMES,
    Further,
)
from copydesk_rules.headline._sides import story_below

_UNITS = "|".join(TIME_UNITS)
_TIME = pattern(
    rf"[\s-](?:(?:more|straight|consecutive|full|long|extra|further|whole|additional|or\sso|and\sa\shalf)[\s-]+)?"
    rf"(?P<unit>{_UNITS})(?:s|\b)(?![\s-]old)",
    re.IGNORECASE,
)
_OLD = pattern(rf"[\s-](?:and-a-half-)?(?:{_UNITS})s?[\s-]olds?\b", re.IGNORECASE)
_AGE_BEFORE = pattern(
    r"(?:\b(?:aged?|ages|at\s+(?:the\s+)?age(?:\s+of)?|turn(?:s|ed|ing)?|(?:is|was|were|be)(?:\s+(?:only|just|now))?|"
    r"birthday|died\s+at|dead\s+at|just|at)\s+(?:about\s+)?|[^\W\d][”’'\"]?,\s+|\()$",
    re.IGNORECASE,
)
_AGE_AFTER = pattern(r"\s*(?:[,;:).]|$|(?:when|and|at|who|in|on|years)\b)")
_SHARE = pattern(r"\s?(?:%|percent\b|per\scent\b|pct\b|percentage)", re.IGNORECASE)
_MONEY = pattern(r"\s?(?P<unit>dollars?|pounds?|euros?|yen|rupees?|roubles?|rubles?|yuan|cents?)\b", re.IGNORECASE)
_SHORT = pattern(r"(?<![\w.,])[$£€]?(\d{1,3}(?:,\d{3})*(?:\.\d+)?)\s?(bn|tn|mln|[KkMBT])\b")
_STUCK = pattern(r"[a-z]-(\d{1,3})\b")  # the then-88-year-old
_ORDINAL = pattern(r"\b(\d{1,3})(?:st|nd|rd|th)\b")
_DECADE = pattern(r"(?<!\d)[’']?(\d\d(?:\d0)?)s\b")
_YEAR = pattern(r"(?<![\d,.$£€])(?:1[5-9]|20)\d\d(?![\d%]|,\d)")
_BORN = pattern(r"\b[Bb]orn\b[^.;()]{0,60}?\b(1[89]\d\d|20\d\d)\b|\((1[89]\d\d)\s?[–-]\s?20\d\d\)")
_ISO_DATE = pattern(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_CLIPPED_YEAR = pattern(r"[’'](\d\d)\b")
_DATELINE_YEAR = pattern(r".{0,20}\b((?:19|20)\d\d)\b")
_SCORE = pattern(r"(?<![\w-])(\d{1,3})\s?[–-]\s?(\d{1,3})(?![\w-])")
_DATE_BEFORE = pattern(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?\.?\s(?:the\s)?$",
    re.IGNORECASE,
)
_DATE_AFTER = pattern(
    r"\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DIALLED = pattern(r"[-–.]\d{3}")
_ONE_OF_MANY = pattern(r"(?i:\s?of\b|-|\s(?:point|who|that|another|more)\b)")
_GOES_ON = pattern(r"(?:-?,?\s(?:and|to|or)|-?,|\sand\s\w+,)\s(?:ages?\s)?$")
_JOINED = pattern(r",|\band\b|\bplus\b|\bas well as\b|\balong with\b|\bwith\b|;", re.IGNORECASE)
_SUBSET = pattern(
    r"\b(?:includ\w+|of (?:them|whom|which|the)|among|out of|from|to|total|bring\w*|up)\b", re.IGNORECASE
)
DEAD = pattern(
    r"\b(?:kill\w*|dead|die[ds]?|dying|deaths?|bodies|slain|murder\w*|fatal\w*|lost their lives)\b", re.IGNORECASE
)
HURT = pattern(r"\b(?:wound\w*|injur\w*|hurt|sick\w*|hospitali\w*|ill|missing|surviv\w*)\b", re.IGNORECASE)
_AND_ONE = pattern(
    r"[^.;!?,]{2,50}?\s(?:and|plus|then|before|as well as|along with)\s+(?:\w+ing\s+)?"
    r"(?:his|her|their|its|a|an|the|another|one)\s\w",
    re.IGNORECASE,
)
_PARTS_OF = pattern(r"\s(?:out\s)?of\s(?:the\s)?(?:roughly\s|about\s|some\s)?$", re.IGNORECASE)
_CHANGED = pattern(r"\b(?:from|to|down|up|versus|vs|compared)\b", re.IGNORECASE)
_WORD = pattern(r"[\s-]+([^\W\d_][\w’'-]*)")
_EACH = pattern(
    r"[^.;!?]{0,20}?\b(?:per|a|an|each|every)\s(?:person|head|share|piece|year|month|week|day|hour|night|game)\b|"
    r"[^.;!?]{0,12}?\b(?:each|apiece|annually|monthly|weekly|daily)\b",
    re.IGNORECASE,
)
_MOST_TIMES = 100
_LONGEST_SUM = 4  # how many numbers of a sentence are added up


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of the article. `sort`, `unit` and `nouns` as in `Figure`; `sentence` counts in the article."""

    value: float
    sort: Sort
    span: Span
    sentence: int
    step: float = 1
    unit: str = ""
    nouns: tuple[str, ...] = ()
    currency: str = ""


class Body:
    """The figures of an article below its headline, and what follows from them.

    `further` is what a house adds to the words that stand for numbers.
    """

    def __init__(self, article: Article, above: Part, further: Further = NOTHING_FURTHER) -> None:
        self._article = article
        self._further = further
        self.parts = story_below(article, above)
        self._numbers = [one for one in article.facts(numbers) if not above.span.contains(one.span)]

    @cached_property
    def text(self) -> str:
        return "\n".join(part.words for part in self.parts)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset[str]().union(*(part.vocabulary for part in self.parts))

    @cached_property
    def stated(self) -> list[Stated]:
        return list(self._stated())

    def has(self, value: float) -> bool:
        """Whether a number below the headline is `value`: a quick look before all that may be one is read."""
        return any(
            abs(float(number.value)) == value
            and any(part.span.contains(number.span) for part in self.parts)
            and not self._is_named(number)
            for number in self._numbers
        )

    def _stated(self) -> Iterator[Stated]:
        sentence, last = 0, None
        waiting = self._numbers
        at = 0
        for part in self.parts:
            for span in part.sentences:
                inside = part.text_span(*span)
                while at < len(waiting) and waiting[at].span.start < inside.end:
                    if waiting[at].span.start >= inside.start:
                        last = self._one(waiting[at], sentence, last)
                        yield last
                    at += 1
                sentence += 1

    def _one(self, number: Number, sentence: int, last: Stated | None) -> Stated:
        text = self._article.text
        start, end = number.span
        before, rest = _around(text, number.span)
        value, step = abs(float(number.value)), float(number.step)
        if self._is_named(number):
            return Stated(value, "named", number.span, sentence)
        nouns = nouns_after(rest)
        if number.currency:
            return Stated(value, "money", number.span, sentence, step, nouns=nouns, currency=number.currency)
        if _SHARE.match(rest):
            return Stated(value, "share", number.span, sentence, step, nouns=nouns)
        money = _MONEY.match(rest)
        if money and value != 2:
            return Stated(value, "money", number.span, sentence, step, currency=money["unit"].lower().rstrip("s"))
        listed = last is not None and last.sort == "age" and _GOES_ON.fullmatch(text[last.span.end : start])
        if value < 150 and (listed or _OLD.match(rest) or (_AGE_BEFORE.search(before) and _AGE_AFTER.match(rest))):
            return Stated(value, "age", number.span, sentence, step, nouns=nouns)
        time = _TIME.match(rest)
        if time:
            return Stated(value, "time", number.span, sentence, step, time["unit"].lower(), nouns)
        if number.form == "figures" and step == 1 and 1500 <= value <= 2100 and "," not in text[start:end]:
            return Stated(value, "year", number.span, sentence)
        return Stated(value, "count", number.span, sentence, step, nouns=nouns)

    def _is_named(self, number: Number) -> bool:
        """Whether a number is part of a date or of what is dialled."""
        text = self._article.text
        start, end = number.span
        before, rest = _around(text, number.span)
        return (
            any(date.start() <= start < date.end() for date in _ISO_DATE.finditer(text, max(0, start - 10), end + 10))
            or _DATE_BEFORE.search(before) is not None
            or _DATE_AFTER.match(rest) is not None
            or _DIALLED.match(rest) is not None
            or _DIALLED.search(before[-5:] + text[start:end]) is not None
        )

    @cached_property
    def values(self) -> list[float]:
        """Every value that stands below the headline in any form: digits, words, ordinals, decades, groups."""
        found = {one.value for one in self.stated if one.sort != "named"}
        for match in _SHORT.finditer(self.text):
            found.add(float(match[1].replace(",", "")) * SCALES[match[2].lower()])
        found.update(float(match[1]) for match in _ORDINAL.finditer(self.text))
        found.update(float(match[1]) for match in _DECADE.finditer(self.text))
        found.update(float(match[1]) for match in _CLIPPED_YEAR.finditer(self.text))
        for pair, _ in self.scores:
            found.update(pair)
        found.update(value for word, value in ORDINALS.items() if word in self.words)
        found.update(float(match[1]) for match in _STUCK.finditer(self.text))
        groups = GROUPS | self._further.worth
        found.update(value for word, value in groups.items() if word in self.words)
        found.update(self._in_further_words())
        return sorted(found)

    def _in_further_words(self) -> Iterator[float]:
        """Yield the figures with a house's own word behind them: three brace."""
        worth = self._further.worth
        return (one.value * worth[noun] for one in self.stated for noun in one.nouns[:1] if noun in worth)

    @cached_property
    def sums_of_money(self) -> list[float]:
        """Every value that may be money: years, ages, shares and times are left out."""
        away = {one.value for one in self.stated if one.sort in ("year", "age", "share", "time", "named")}
        stated = {one.value for one in self.stated if one.sort in ("money", "count")}
        return sorted(stated | (set(self.values) - away))

    @cached_property
    def births(self) -> list[int]:
        """The years in which the article says somebody was born: “born on 12 May 1953”, “(1953-2019)”."""
        return [int(next(filter(None, match.groups()))) for match in _BORN.finditer(self.text)]

    @cached_property
    def scores(self) -> list[tuple[tuple[float, float], Span]]:
        return [
            ((float(match[1]), float(match[2])), part.text_span(*match.span()))
            for part in self.parts
            for match in _SCORE.finditer(part.words)
        ]

    @cached_property
    def years(self) -> list[int]:
        found = {int(match.group()) for match in _YEAR.finditer(self.text)}
        if self.now:
            found.add(self.now)
        return sorted(found)

    @cached_property
    def now(self) -> int:
        """The year in which the article was written, or 0 if it does not say."""
        if self._article.date:
            return self._article.date.year
        first = self.parts[0].words if self.parts else ""
        match = _DATELINE_YEAR.match(first) if first.startswith("(") or first[:12].isupper() else None
        return int(match[1]) if match else 0

    def text_after(self, one: Stated) -> str:
        return self._article.text[one.span.end : one.span.end + 20]

    def beside(self, one: Stated, reach: int) -> tuple[str, str]:
        """Return up to `reach` code points of a figure's paragraph before it, and as many behind it."""
        part = self._article.part_at(one.span.start)
        inside = part.span if part else one.span
        before = self._article.text[max(inside.start, one.span.start - reach) : one.span.start]
        return before, self._article.text[one.span.end : min(inside.end, one.span.end + reach)]

    def text_around(self, one: Stated) -> str:
        return " ".join(self.beside(one, 50))

    def of(self, sort: Sort) -> list[Stated]:
        return [one for one in self.stated if one.sort == sort]

    @cached_property
    def sums(self) -> frozenset[float]:
        """What the counts, or the sums of money, of one sentence come to, and what is left or added in it."""
        found: set[float] = set()
        for sort in ("count", "money", "share"):
            ones = [one for one in self.of(sort) if one.value != 1 or not self._vague(one)]
            for start, first in enumerate(ones):
                total = first.value
                for last, other in pairwise(ones[start : start + _LONGEST_SUM]):
                    if not self._add_up(last, other):
                        break
                    total += other.value
                    found.add(total)
        found.update(self._differences())
        found.update(self._one_more())
        return frozenset(found)

    def _vague(self, one: Stated) -> bool:
        return _ONE_OF_MANY.match(self._article.text, one.span.end) is not None

    def _add_up(self, one: Stated, other: Stated) -> bool:
        """Whether two counts may be parts of one: side by side in a sentence, and not the dead beside the hurt."""
        if one.sentence != other.sentence or one.value == other.value == 1:
            return False
        text = self._article.text
        between = text[one.span.end : other.span.start]
        if not _JOINED.search(between) or _SUBSET.search(between):
            return False
        around = text[max(0, one.span.start - 40) : other.span.end + 30]
        return not (DEAD.search(around) and HURT.search(around))

    @cached_property
    def products(self) -> frozenset[float]:
        """What $250,000 a year comes to in four years."""
        found: set[float] = set()
        times = {one.value for one in self.stated if 1 < one.value <= _MOST_TIMES}
        for one in self.stated:
            if one.sort in ("count", "money") and _EACH.match(self._article.text, one.span.end, one.span.end + 40):
                found.update(one.value * by for by in times)
        return frozenset(found)

    @cached_property
    def multiples(self) -> frozenset[float]:
        """What “twice as many”, “tripled” and their like make of the figures."""
        times = {value for word, value in TIMES.items() if word in self.words}
        return frozenset(one.value * by for by in times for one in self.stated)

    def _differences(self) -> Iterator[float]:
        """Yield what is left: 105 of 150, from 3 to 7."""
        for one, other in pairwise(self.stated):
            if one.sentence == other.sentence:
                between = self._article.text[one.span.end : other.span.start]
                if _PARTS_OF.search(between) or _CHANGED.search(between):
                    yield abs(one.value - other.value)

    def _one_more(self) -> Iterator[float]:
        """Yield eight parachutists and their pilot."""
        for one in self.of("count"):
            if one.value < 50 and (
                _AND_ONE.match(self._article.text, one.span.end, one.span.end + 90)
                or not {"other", "others"}.isdisjoint(one.nouns[:2])
            ):
                yield one.value + 1


def _around(text: str, span: Span) -> tuple[str, str]:
    """Return what stands right before a number, and what stands behind it in its line."""
    return text[max(0, span.start - 24) : span.start], text[span.end : span.end + 60].split("\n")[0]
