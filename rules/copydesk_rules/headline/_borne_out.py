"""Whether an article bears a figure of its headline out, and what it has instead."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from copydesk.rules import Span, pattern
from copydesk_rules.headline._body_figures import Body, Stated
from copydesk_rules.headline._figures import SIGNS, Figure
from copydesk_rules.headline._lexicon import DATES, FRACTIONS, MONEY, MONTHS, TIME_UNITS

_RECENT = range(1995, 2045)  # what an article without a date may have been written in
_AGES = range(18, 111)
_AT_AN_AGE = pattern(r"\b(?:at|aged?)\s+$", re.IGNORECASE)
_MONTHS = tuple("january february march april may june july august september october november december".split())
_AFTER = pattern(r"\b(?:at|after|turns?|hits?|marks?|celebrates?)\s+$", re.IGNORECASE)
_RANKED = pattern(
    r"\b(?:[Nn]o\.|[Nn]umber|#)\s?(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b|"
    r"\b(\d{1,3})(?=(?:st|nd|rd|th)[\s-](?!century))"
)
# PRESS DIGEST - Le Monde Aug. 23: the day of the digest, not of the news
_LABELLED = pattern(r"(?:^(?:[A-Za-z]+\.?\s)?|\s[-–—|:]\s(?:[A-Za-z]+\.?\s){0,3})$")
_SHORT_MONTHS = frozenset(name[:3] for name in _MONTHS)
_DAY_OF_MONTH = pattern(
    rf"\b(?P<before>{MONTHS})\.?\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|[:.]\d)|"
    rf"\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<behind>{MONTHS})\b",
    re.IGNORECASE,
)
_CLIPPED_YEAR = pattern(r"[’'](\d\d)\b")
_RANGE = pattern(r"\s?(?:and|to|or|[-–])\s?[$£€]?\d")


def bears_out(body: Body, figure: Figure) -> bool:
    """Whether the article has `figure` in any form, or it follows from what the article has."""
    money = bool(figure.currency) and figure.currency in SIGNS
    if not money and body.has(figure.value):
        return True
    values = body.sums_of_money if money else body.values
    if any(_fits(figure, value) for value in values):
        return True
    if figure.digits != int(figure.digits) and figure.digits in body.values:
        return True  # “in millions” stands above a column of figures
    if figure.digits != figure.value and any(
        one.value == figure.digits and _RANGE.match(body.text_after(one)) for one in body.stated
    ):
        return True  # “between $250 and $260 million”
    if figure.sort in ("count", "money", "share") and figure.value in body.multiples:
        return True
    if figure.sort in ("count", "money") and _add_up_to(body, figure):
        return True
    if figure.sort == "share":
        return _share_follows(body, figure)
    if figure.sort == "time":
        return _time_follows(body, figure)
    if figure.sort == "age":
        return _age_follows(body, figure)
    return figure.sort == "count" and _AFTER.search(figure.before) is not None and _years_apart(body, figure.value)


def _add_up_to(body: Body, figure: Figure) -> bool:
    if figure.hedge or figure.step > 1 or figure.value >= 1000:
        return any(_fits(figure, value) for value in body.sums) or any(
            _fits(figure, value) for value in body.products
        )
    return figure.value in body.sums or figure.value in body.products


def _fits(figure: Figure, value: float) -> bool:
    """Whether `figure` may stand for `value`: the same, rounded or cut off, or as near as its hedge allows."""
    off = figure.value - value
    if abs(off) <= 1e-9 * max(1.0, value):
        return True
    if value != int(value) and abs(off) < 1 and figure.value < 1000:
        return True
    if figure.sort != "age" and abs(off) <= _room(figure):
        return True
    if figure.hedge == "under":
        return 0 <= off <= 0.15 * figure.value
    if figure.hedge == "over":
        return 0 <= -off <= 0.15 * figure.value + (1 if figure.value > 20 else 0)
    return figure.hedge == "about" and abs(off) <= 0.12 * figure.value


def _room(figure: Figure) -> float:
    """How far off what `figure` was rounded from may be: 2K for 2,300, 300 for 297, $3B for 3.19 billion."""
    rounded = figure.rounded
    if figure.step != 1:
        return min(figure.step, 0.5 * figure.value)  # cut off as often as rounded
    shown = figure.value / rounded if rounded else 0
    if (figure.value >= 1000 and shown < 100) or (figure.value >= 100 and shown < 10):
        return min(rounded / 2, 0.08 * figure.value)
    return 0


def _share_follows(body: Body, figure: Figure) -> bool:
    if any(_fits(figure, value) or _fits(figure, 100 - value) for value in body.sums):
        return True
    if any(one.sort == "share" and _fits(figure, 100 - one.value) for one in body.stated):
        return True
    fractions = {100.0 * one.value for one in body.stated if one.value < 1}
    fractions.update(FRACTIONS[word] for word in FRACTIONS.keys() & body.words)
    counts = [one for one in body.stated if one.sort in ("count", "money") and one.value]
    for one, other in pairwise(counts):
        if one.sentence == other.sentence:
            low, high = sorted((one.value, other.value))
            fractions.update((100 * low / high, 100 * (high - low) / high, 100 * (high - low) / low))
    if body.words & {"double", "doubled", "doubles", "twice"}:
        fractions |= {100.0, 200.0}
    if body.words & {"triple", "tripled", "triples"}:
        fractions |= {200.0, 300.0}
    if "all" in body.words or "every" in body.words or "entire" in body.words:
        fractions.add(100.0)
    return any(abs(figure.value - value) <= max(1.0, 0.03 * figure.value) for value in fractions)


def _time_follows(body: Body, figure: Figure) -> bool:
    hours = TIME_UNITS[figure.unit] * figure.value
    for one in body.of("time"):
        worth = TIME_UNITS[one.unit] * one.value
        if one.unit != figure.unit and abs(worth - hours) <= max(0.06 * hours, 0.5 * TIME_UNITS[figure.unit]):
            return True
    if hours >= TIME_UNITS["year"]:
        return _years_apart(body, hours / TIME_UNITS["year"])
    return figure.unit == "month" and _months_apart(body, figure.value)


def _years_apart(body: Body, gap: float) -> bool:
    """Whether a length of time or an age follows from two years that the article has, or from one and its own."""
    if gap < 2:
        return False
    undated = not body.now and not any(year in _RECENT for year in body.years)
    if undated and any(int(year + gap) in _RECENT for year in body.years):
        return True
    return any(abs(later - earlier - gap) <= 1 for earlier, later in combinations(body.years, 2))


def _age_follows(body: Body, figure: Figure) -> bool:
    """Whether an age follows from the year of birth, or from other years where neither that nor an age is given."""
    births, age = body.births, figure.value
    if births:
        last = [body.now] if body.now else body.years
        if any(year - birth - age in (0, 1) for birth in births for year in last):
            return True
        return (
            not body.now and any(int(birth + age) in _RECENT for birth in births) and max(body.years) <= max(births)
        )
    told = _AT_AN_AGE.search(figure.before) and any(one.value in _AGES for one in body.of("count"))
    return _years_apart(body, age) and ("born" in body.words or not (told or body.of("age")))


def _months_apart(body: Body, gap: float) -> bool:
    months = sorted({index for index, name in enumerate(_MONTHS) if name in body.words or name[:3] in body.words})
    return any((later - earlier) in (gap, 12 - gap) for earlier, later in combinations(months, 2))


def other_label(body: Body, figure: Figure) -> Span | None:
    """Return where the article has another number under the headline's label: PlayStation 5 for PlayStation 12."""
    if body.has(figure.value) or figure.value in body.values:
        return None
    if figure.label in DATES:
        return _other_day(body, figure)
    if figure.label in ("no", "nos", "number"):
        label = _RANKED
    elif figure.label:
        label = pattern(rf"\b{re.escape(figure.label)}[.\s-]+(\d{{1,4}})\b(?![,.:/]\d)", re.IGNORECASE)
    elif figure.before.endswith(("'", "’")):
        label = _CLIPPED_YEAR
    else:
        return None
    for part in body.parts:
        match = label.search(part.words)
        if match:
            return part.text_span(*match.span(match.lastindex or 0))
    return None


def _other_day(body: Body, figure: Figure) -> Span | None:
    """Return the day of the month that the article has, if it has one of that month, and not the headline's."""
    month = figure.label[:3]
    if month not in _SHORT_MONTHS or _LABELLED.search(figure.before):
        return None
    found: dict[int, Span] = {}
    for part in body.parts:
        for match in _DAY_OF_MONTH.finditer(part.words):
            name, group = (match["before"], "day") if match["before"] else (match["behind"], "first")
            if name[:3].lower() == month:
                found.setdefault(int(match[group]), part.text_span(*match.span(group)))
    return next(iter(found.values())) if len(found) == 1 and int(figure.value) not in found else None


def other_score(body: Body, figure: Figure) -> Span | None:
    """Return where the article has another score, if it has one score only and that either way round."""
    pairs = {tuple(sorted(pair)) for pair, _ in body.scores}
    if len(pairs) != 1 or tuple(sorted((figure.value, figure.versus))) in pairs:
        return None
    return body.scores[0][1]


def other_currency(body: Body, figure: Figure) -> Stated | None:
    """Return the article's sum that is the headline's in another currency, if it has none in the headline's."""
    if figure.sort != "money":
        return None
    same = [one for one in body.of("money") if _fits(figure, one.value)]
    mine = MONEY.get(figure.currency, frozenset())
    if not same or not mine or any(MONEY.get(one.currency, mine) & mine for one in same):
        return None
    return same[0]
