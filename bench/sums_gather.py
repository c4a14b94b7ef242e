"""Sentences whose figures hang together, found by trying the arithmetic, each with one change: see sums.py."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise, permutations

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty""".split()
SCALES = {"m": 1e6, "mln": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12, "": 1}
FIGURE = re.compile(
    rf"(?<![\w.,])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d-])\s?(?P<scale>(?:m"
    rf"|mln|million|bn|billion|trillion)\b)?"
    rf"|(?P<word>{'|'.join(WORDS[2:])})\b(?!-))\s?(?P<percent>%|per\s?cent|pct)?",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\d,.$£])(1[6-9]\d\d|20[0-4]\d)(?![\d,%])")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])|\n+")
WEEKDAY_AND_DATE = re.compile(
    r"(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[^\w\n]{1,4}(?:the )?(?:"
    r"(?P<m>[JFMASOND][a-z]{2,8})\.? (?P<d>\d{1,2})|(?P<d2>\d{1,2})(?:st|nd|rd|th)? "
    r"(?P<m2>[JFMASOND][a-z]{2,8}))"
    r"(?:,? (?P<y>\d{4}))?"
)
PARTS = re.compile(
    r"\b(?:includ\w+|total\w*|of (?:whom|which|them)|compris\w+|consist\w+|the (?:other|remaining|rest)"
    r"|made up|out of|of the|both|together)\b|[:—–]"
)


@dataclass(frozen=True)
class Row:
    """One sentence: where it stands, and one change that makes its sum wrong."""

    kind: str
    source: str
    article: str
    start: int
    end: int
    at: int
    was: str
    becomes: str


@dataclass(frozen=True)
class Figure:
    start: int
    end: int
    value: float
    step: float
    percent: bool
    text: str


def gather(texts: Mapping[tuple[str, str], str]) -> Iterator[Row]:
    """Yield one row for each sentence whose figures fit."""
    seen: set[str] = set()
    for (source, article), text in texts.items():
        lived = ages(text)
        for start, end in sentences(text):
            words = " ".join(text[start:end].split())
            if words in seen or len(words) > 450:
                continue
            seen.add(words)
            chance = random.Random(words)
            for kind, place, new in (
                *fits(text, start, end, chance),
                *((k, p, n) for k, p, n in lived if start <= p[0] < end),
            ):
                yield Row(kind, source, article, start, end, place[0], text[slice(*place)], new)
                break


def sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in (*SENTENCE.finditer(text), None):
        end = gap.start() if gap else len(text)
        if end - start > 15:
            yield start, end
        start = gap.end() if gap else end


Fit = tuple[str, tuple[int, int], str]


def fits(text: str, start: int, end: int, chance: random.Random) -> Iterator[Fit]:
    yield from weekdays(text, start, end, chance)
    figures = list(figures_in(text, start, end))
    for found in (percentages(figures, text), parts(figures, text[start:end]), spans(figures, text, start, end)):
        for kind, related, broken in found:
            changes = [
                (figure, new)
                for figure in related
                for _ in range(20)
                if (new := changed(figure, chance)) and broken(figure, new)
            ]
            if changes:
                figure, new = chance.choice(changes)
                yield kind, (figure.start, figure.start + len(figure.text)), new
                return


def figures_in(text: str, start: int, end: int) -> Iterator[Figure]:
    for match in FIGURE.finditer(text, start, end):
        if match["word"]:
            yield Figure(
                match.start("word"),
                match.end(),
                WORDS.index(match["word"].lower()),
                1,
                bool(match["percent"]),
                match["word"],
            )
        else:
            scale = SCALES[(match["scale"] or "").lower()]
            decimals = len(match["digits"].partition(".")[2])
            value = float(match["digits"].replace(",", "")) * scale
            yield Figure(
                match.start("digits"),
                match.end(),
                value,
                scale * 10.0**-decimals,
                bool(match["percent"]),
                match["digits"],
            )


def changed(figure: Figure, chance: random.Random) -> str:
    """Return the figure with one digit changed, or another word."""
    if not figure.text[0].isdigit():
        new = chance.choice(WORDS[2:])
        return "" if new == figure.text.lower() else new.capitalize() if figure.text[0].isupper() else new
    places = [index for index, sign in enumerate(figure.text) if sign.isdigit()]
    if is_year(figure):
        places = places[1:]
    place = chance.choice(places)
    digit = chance.choice("123456789" if place == 0 else "0123456789")
    new = figure.text[:place] + digit + figure.text[place + 1 :]
    return "" if new == figure.text else new


def value_of(figure: Figure, text: str) -> float:
    if not figure.text[0].isdigit():
        return float(WORDS.index(text.lower()))
    return (
        float(text.replace(",", "")) * figure.value / float(figure.text.replace(",", "") or 1)
        if figure.value
        else 0.0
    )


def _alike(one: Figure, other: Figure, text: str) -> bool:
    """Whether two figures may count one thing: both with a sign of money before them, or neither."""
    return (text[one.start - 1] in "$£€") == (text[other.start - 1] in "$£€")


def percentages(figures: list[Figure], text: str):
    """A percentage, and two others of which one is that much more or less, or that part of the other."""
    for percent in (figure for figure in figures if figure.percent):
        others = [
            figure
            for figure in figures
            if figure is not percent and not figure.percent and figure.value > 0 and not is_year(figure)
        ]
        for one, other in permutations(others, 2):
            if not _alike(one, other, text):
                continue
            for relation in (_growth, _portion, _points):
                if relation is _points and one.value >= other.value:
                    continue
                if _near(percent, one, other, relation):
                    yield "percentage", (percent, one, other), _breaks((percent, one, other), relation)
                    break


def _growth(one: float, other: float) -> tuple[float, ...]:
    return (abs(other - one) / one * 100,)


def _portion(one: float, other: float) -> tuple[float, ...]:
    return (one / other * 100,) if one < other else ()


def _points(one: float, other: float) -> tuple[float, ...]:
    return one / (other + one) * 100, one / (other - one) * 100  # a loss, or a gain, and the level after it


def _near(percent: Figure, one: Figure, other: Figure, relation) -> bool:
    slack = _slack(percent, one, other)
    return percent.value < 1000 and any(
        abs(worth - percent.value) <= slack for worth in relation(one.value, other.value)
    )


def _slack(percent: Figure, one: Figure, other: Figure) -> float:
    return percent.step * 0.6 + percent.value * (one.step / one.value + other.step / other.value) * 0.5


def _breaks(triple: tuple[Figure, Figure, Figure], relation):
    percent, one, other = triple

    def broken(figure: Figure, new: str) -> bool:
        values = [value_of(each, new) if each is figure else each.value for each in triple]
        if min(values) <= 0 or values[1] == values[2]:
            return False
        slack = 4 * _slack(percent, one, other) + 100 * max(one.step / one.value, other.step / other.value)
        return all(abs(worth - values[0]) > slack for worth in relation(values[1], values[2]))

    return broken


def is_year(figure: Figure) -> bool:
    return figure.step == 1 and 1600 < figure.value < 2050 and "," not in figure.text


def parts(figures: list[Figure], sentence: str):
    """A total that two to five others of the sentence make together; or one that others are said to be among."""
    if not PARTS.search(sentence):
        return
    plain = [figure for figure in figures if not figure.percent and not is_year(figure) and figure.value > 1]
    for total in plain:
        others = [figure for figure in plain if figure is not total and figure.value < total.value]
        for count in (5, 4, 3, 2):
            for chosen in combinations(others, count):
                if len(others) <= 8 and abs(sum(each.value for each in chosen) - total.value) < total.step * 0.5:
                    yield "sum", (total, *chosen), _unbalances(total, chosen)
                    return
    among = re.search(r"\bincluding\b|\bof (?:whom|which|them)\b|\bamong them\b|\bout of\b", sentence)
    if among and len(plain) == 2 and plain[0].value != plain[1].value:
        small, large = sorted(plain, key=lambda figure: figure.value)
        yield (
            "sum",
            (large, small),
            lambda figure, new: (
                value_of(large, new) < small.value if figure is large else value_of(small, new) > large.value
            ),
        )


def _unbalances(total: Figure, chosen: tuple[Figure, ...]):
    def broken(figure: Figure, new: str) -> bool:
        whole = value_of(total, new) if figure is total else total.value
        made = sum(value_of(each, new) if each is figure else each.value for each in chosen)
        return made > whole + total.step * 3 or whole - made > max(0.03 * whole, total.step * 3)

    return broken


def spans(figures: list[Figure], text: str, start: int, end: int):
    """Two years and the number of years between them."""
    years = [
        Figure(match.start(), match.end(), float(match[1]), 1, False, match[1])
        for match in YEAR.finditer(text, start, end)
    ]
    for figure in figures:
        if (
            is_year(figure)
            or figure.percent
            or not re.match(r"[\s-](?:\w+ )?(?:year|anniv)", text[figure.start + len(figure.text) :])
        ):
            continue
        for one, other in combinations(years, 2):
            distance = abs(other.value - one.value)
            if distance and abs(distance - figure.value) <= 1:
                yield (
                    "span",
                    (figure, one, other),
                    lambda changed_, new, f=figure, a=one, b=other: (
                        (changed_ is f or 1600 < value_of(changed_, new) < 2050)
                        and abs(
                            abs(
                                (value_of(b, new) if changed_ is b else b.value)
                                - (value_of(a, new) if changed_ is a else a.value)
                            )
                            - (value_of(f, new) if changed_ is f else f.value)
                        )
                        > 2
                    ),
                )
                return
    for one, other in pairwise(years):
        if one.value < other.value and re.search(
            r"\b(?:from|between)\b|^.{4}\s?[–-]", text[max(start, one.start - 25) : other.start]
        ):
            yield (
                "span",
                (one, other),
                lambda figure, new, a=one, b=other: (
                    1600 < value_of(figure, new) < 2050
                    and (value_of(a, new) if figure is a else a.value)
                    > (value_of(b, new) if figure is b else b.value)
                ),
            )


def weekdays(text: str, start: int, end: int, chance: random.Random) -> Iterator[Fit]:
    head = re.search(r"(?:\w+day, )?([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})", text[:400])
    for match in WEEKDAY_AND_DATE.finditer(text, start, end):
        month, day = (match["m"] or match["m2"])[:3].lower(), int(match["d"] or match["d2"])
        year = match["y"] or (head[3] if head else None)
        if month in MONTHS and year and _weekday(int(year), MONTHS.index(month) + 1, day) == f"{match['day']}day":
            new = chance.choice([name for name in WEEKDAYS if name != f"{match['day']}day"])
            yield "weekday", (match.start(), match.start() + len(match["day"]) + 3), new


def _weekday(year: int, month: int, day: int) -> str:
    try:
        return WEEKDAYS[date(year, month, day).weekday()]
    except ValueError:
        return ""


def ages(text: str) -> list[Fit]:
    """A year of birth and an age at the day of the article: either is changed."""
    chance = random.Random(text)
    found: list[Fit] = []
    head = re.search(r"(?:[A-Z][a-z]{2})[a-z]* \d{1,2}, (\d{4})", text[:400])
    if head is None:
        return []
    now = int(head[1])
    for born in re.finditer(r"\bborn\b[^.]{0,90}?\b(1[89]\d\d|20[01]\d)\b", text):
        for aged in re.finditer(
            r"\b(?:aged?|at|age of|was|is|turned)\s(\d{1,3})\b|,\s(\d{1,3}),|\b(\d{1,3})[- ]year", text
        ):
            group = next(index for index in (1, 2, 3) if aged[index])
            if int(aged[group]) in (now - int(born[1]), now - int(born[1]) - 1):
                for place in (aged.span(group), born.span(1)):
                    new = str(int(text[slice(*place)]) + chance.choice((-20, -12, -10, -7, -4, -3, 3, 4, 6, 9, 10)))
                    found.append(("age", place, new))
    return found
