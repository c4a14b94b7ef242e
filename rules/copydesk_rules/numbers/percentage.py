"""Numbers.Percentage."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.facts import percentages
from copydesk.facts.figures import Figure
from copydesk.facts.percentages import Change, Share
from copydesk.rules import Article, Bad, Finding, Fix, Good, Related, Rule, Span, change_to, pattern
from copydesk_rules.numbers._arithmetic import change_between, differs_by, share_of, start_level
from copydesk_rules.numbers._exactness import Range, level, stated
from copydesk_rules.numbers._figures_beside import beside
from copydesk_rules.numbers._writing import plain, put_right, shown

# How many times as much “doubled”, “halved” and so on may stand for, as parts of the plain factor.
_FACTORS = {
    "": Range(0.88, 1.18), "more than": Range(0.99, 1.5), "over": Range(0.99, 1.5), "just over": Range(0.99, 1.2),
    "nearly": Range(0.8, 1.02), "almost": Range(0.8, 1.02), "just under": Range(0.85, 1.01),
    "fold": Range(0.88, 1.6), "about": Range(0.82, 1.22), "roughly": Range(0.82, 1.22),
}  # fmt: skip
_SCALE = 500  # times that two levels of one thing are not apart
_LEAST_PART, _MOST_PART = 0.8, 1.25  # how much of “a third” a rise or fall by a third may be
_MOST_PERCENT = 10_000  # beyond it the figures are of two things
_NAMED = {2.0: "double", 3.0: "three times", 4.0: "four times", 0.5: "half"}


class Percentage(Rule):
    """A percentage, or a “doubled” or “halved”, does not follow from the figures beside it.

    From 40 to 50 is a rise of 25 per cent, not 20: the commonest slip is to divide by the new figure. Between two
    percentages the difference is in percentage points: from 5 per cent to 7 is up two points, and 40 per cent. The
    rule works the sum out again from the figures as they are rounded in the copy, and is silent where rounding,
    “about” or “more than” explain the difference, and where it cannot tell which figures belong together.

    Source: AP Stylebook, “percent, percentage, percentage points”; Darrell Huff, How to Lie with Statistics,
    chapter 9; Guardian style guide, “percentage rises”.
    """

    name = "Numbers.Percentage"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "Membership rose 20 per cent, from 40 to 50, in a year.",
            found="20 per cent",
            fixed="Membership rose 25 per cent, from 40 to 50, in a year.",
        ),
        Bad(
            "Quarterly profit jumped 26% to $1.13bn (£600m) for the three months to December, from $639m.",
            found="26%",
            fixed="Quarterly profit jumped 77% to $1.13bn (£600m) for the three months to December, from $639m.",
        ),
        Bad(
            "The index fell 531 points, or 5.12%, to close at 16,460.",
            found="5.12%",
            fixed="The index fell 531 points, or 3.13%, to close at 16,460.",
        ),
        Bad(
            "Unemployment rose from 5 percent to 7 percent, an increase of 2 percent.",
            found="2 percent",
            fixed="Unemployment rose from 5 percent to 7 percent, an increase of 2 percentage points.",
        ),
        Bad("The price of a ticket doubled from £12 to £19 on Monday.", found="doubled from £12 to £19"),
        Bad("Claims rose 5 percent, to 21,280 from 22,400 the week before.", found="21,280"),
        Bad("The shares fell by a third, from 90p to 70p.", found="70"),
        Bad("Waiting times rose to 40 days from 55 a year earlier.", found="40"),
        Bad(
            "Ethnic minorities hold 5% of seats - 13 out of 659 - in the chamber.",
            found="5%",
            fixed="Ethnic minorities hold 2% of seats - 13 out of 659 - in the chamber.",
        ),
        Bad("The index lost 0.89 percent or 123.89 points to end at 64,178.78.", found="0.89 percent"),
        Bad("The CAC-40 ended 2.43 points or 0.42 percent lower at 2,017.99.", found="0.42 percent"),
        Bad("It sold 810,000 barrels, 52 percent of the 2.495 million traded.", found="52 percent"),
        Good("Sales rose 2% to $11.1bn from $10.9bn. Taxes jumped 51.3 pct to 92 mln francs from 61 mln."),
        Good("Unemployment rose by two percentage points, from 5 per cent to 7 per cent, or by 40 per cent."),
        Good(
            "It raised its stake to 351,500 shares, or 10.6 percent of the total, from 286,500 shares, or "
            "8.6 percent."
        ),
        Good("Speeds are up to 20 times faster than the 3 megabits of before. The single crept up from six to five."),
        Good("Revenue more than doubled, from £12m to £29m. Growth was cut by the fund to 0.8% from 1.8%."),
        Good("Exports rose 12.3% to $1.15 trillion, but imports rose by 16.3% to $1.76 trillion."),
        Good("Arrivals rose 19-fold to 6.3 million from 330,600. The bore grew from 60 (2.36) to 88 mm (3.46)."),
        Good("Net income rose to $709 million, or $2.62 a share, from $293 million, or $1.05 a share."),
        Good("Trade will rise 10 percent to one billion euros (1.15 billion U.S. dollars), from a low base."),
        Good("The water dropped from 20 metres to 50 metres below ground. Output of the double-decker fell to 12."),
        Bad(
            "Prices, which were £200 last year, are now £230, up 10 per cent.",
            found="10 per cent",
            fixed="Prices, which were £200 last year, are now £230, up 15 per cent.",
        ),
        Bad("In 2019 the town had 300 shops. It now has 240, a fall of 30 per cent.", found="30 per cent"),
        Bad("Out of 60 tests 45 were positive, a rate of 65 per cent.", found="65 per cent"),
        Bad("Turnout was 58 per cent: 21,150 of the 42,300 voters came.", found="58 per cent"),
        Good("Out of 60 tests 45 were positive, a rate of 75 per cent."),
        Good("Prices, which were £200 last year, are now £230, up 15 per cent."),
        Good("Sales rose 8 per cent to £30m, and profit was £4m."),
        Good("Prices will rise 8% to 9% from January, and by 20% to 25% from May."),
    ]  # fmt: skip

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(percentages)
        for change in found.changes:
            finding = _wrong_factor(article, change) or _wrong_way(article, change) or _wrong_sum(article, change)
            if finding is not None:
                yield finding
        for share in found.shares:
            finding = _wrong_share(article, share)
            if finding is not None:
                yield finding
        yield from beside(article)


def _related(*figures: Figure | None) -> tuple[Related, ...]:
    found = sorted((figure for figure in figures if figure is not None), key=lambda figure: figure.span)
    return tuple(Related(figure.span, "worked out from this") for figure in found)


def _wrong_factor(article: Article, change: Change) -> Finding | None:
    if not change.factor or change.before is None or change.after is None or not change.before.value:
        return None
    times = change.after.value / change.before.value
    if change.factor not in _NAMED and change.factor < 2:
        return _wrong_part(article, change, times - 1)
    allowed = _FACTORS.get(change.hedge, _FACTORS["about"])
    if change.factor < 1:  # “more than halved” is less than half
        allowed = Range(1 / allowed.high, 1 / allowed.low)
    if Range(change.factor * allowed.low, change.factor * allowed.high).meets(Range(times, times)):
        return None
    places = sorted((change.before.span, change.after.span))
    start = _factor_start(article, max(places[0].start - 80, 0), places[0].start)
    return Finding(
        Span(start, places[1].end),
        f"From {shown(article, change.before)} to {shown(article, change.after)} is {times:.2g} times as much, "
        f"not {_NAMED.get(change.factor) or f'{change.factor:.2g} times'}.",
        confidence=0.8,
    )


def _wrong_part(article: Article, change: Change, grew: float) -> Finding | None:
    """Return a finding if something rose or fell by another part than “a third”."""
    part = change.factor - 1
    if _LEAST_PART * part <= grew <= _MOST_PART * part or _MOST_PART * part <= grew <= _LEAST_PART * part:
        return None
    if change.before is None or change.after is None:
        return None
    way = "rise" if grew > 0 else "fall"
    return Finding(
        change.after.number.span,
        f"From {shown(article, change.before)} to {shown(article, change.after)} is a {way} of "
        f"{abs(grew):.0%}, not {abs(part):.0%}.",
        related=_related(change.before),
        confidence=0.7,
    )


_STEMS = (
    "doubl tripl trebl quadrupl halv twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold"
).split()


def _factor_start(article: Article, low: int, high: int) -> int:
    near = article.text[low:high].lower()
    found = max(near.rfind(stem) for stem in _STEMS)
    return low + found if found >= 0 else high


def _wrong_way(article: Article, change: Change) -> Finding | None:
    if change.before is None or change.after is None or not change.direction:
        return None
    grew = change.after.value - change.before.value
    if grew * change.direction >= 0 or _is_depth(article, change.after):
        return None
    if change.percent is not None and not _is_so_much(change.before, change.after, change.percent):
        return None  # the figures are of something else, or the percentage is wrong as well
    if max(change.before.value, change.after.value) > _SCALE * min(change.before.value, change.after.value) > 0:
        return None  # “to 15 million from 39”: the scale of one is understood
    verb = "a rise" if grew > 0 else "a fall"
    return Finding(
        change.after.number.span,
        f"From {shown(article, change.before)} to {shown(article, change.after)} is {verb}.",
        related=_related(change.before, change.percent),
        confidence=0.8,
    )


def _is_so_much(before: Figure, after: Figure, percent: Figure) -> bool:
    """Whether a percentage says how far apart two levels are, whichever way."""
    return percent.kind == "percent" and change_between(level(before), level(after)).meets(stated(percent))


_DEPTH = pattern(r"[\s-]?\w*\s(?:below|deep|underground|underwater|beneath)\b")


def _is_depth(article: Article, figure: Figure) -> bool:
    """Whether it counts downwards: the water fell from 20 meters to 50 meters below ground."""
    return _DEPTH.match(article.text, figure.span.end) is not None


def _wrong_sum(article: Article, change: Change) -> Finding | None:
    before, after, percent, by = change.before, change.after, change.percent, change.by
    if before is not None and after is not None:
        if percent is None:
            return _wrong_difference(article, change)
        if before.kind == "percent" and percent.kind == "points":
            return _wrong_points(article, change)
        if before.kind == "percent" and differs_by(before, after, percent):
            return _points(article, percent, change)
        right = change_between(level(before), level(after))
        worth = abs(after.value - before.value) / abs(before.value) * 100 if before.value else 0.0
        base = f"from {shown(article, before)} to {shown(article, after)}"
        other = abs(after.value - before.value) / abs(after.value) * 100 if after.value else 0.0
    elif percent is not None and by is not None and (before or after):
        start = start_level(change)
        if start is None or start.low + start.high <= 0:
            return None
        right, worth = share_of(level(by), start), abs(by.value) / ((start.low + start.high) / 2) * 100
        base = _from_difference(article, change, by)
        other = 0.0
    else:
        return None
    if not right.high or right.meets(stated(percent)) or percent.kind == "points":
        return None
    return _percent_finding(article, percent, worth, base, other, change)


def _from_difference(article: Article, change: Change, by: Figure) -> str:
    way = "rise" if change.direction > 0 else "fall" if change.direction < 0 else "change"
    if change.before is not None:
        return f"a {way} of {shown(article, by)} from {shown(article, change.before)}"
    assert change.after is not None
    return f"a {way} of {shown(article, by)} to {shown(article, change.after)}"


def _percent_finding(
    article: Article, percent: Figure, worth: float, base: str, other: float, change: Change
) -> Finding:
    fix = put_right(article, percent, worth) if worth < _MOST_PERCENT else None
    sum_ = (
        f"{base[:1].upper()}{base[1:]} is {plain(worth, percent)} {_sign(article, percent)}, not "
        f"{plain(percent.value, percent)}."
    )
    swapped = other and stated(percent).meets(Range(other, other))
    return Finding(
        percent.span,
        sum_.replace(" %", "%"),
        related=_related(change.before, change.after, change.by),
        fixes=(fix,) if fix else (),
        confidence=0.8,
        evidence="It is worked out from the new figure, not from the old one." if swapped else "",
    )


def _sign(article: Article, percent: Figure) -> str:
    words = article.text[percent.number.span.end : percent.span.end].strip(" -\u00a0\n")
    return words or "%"


def _points(article: Article, percent: Figure, change: Change) -> Finding:
    words = article.words_at(percent.number.span)
    one = percent.value == 1
    adjective = article.text[percent.number.span.end : percent.number.span.end + 1] == "-"  # a 2-percent rise
    new = f"{words}-percentage-point" if adjective else f"{words} percentage point{'' if one else 's'}"
    return Finding(
        percent.span,
        "Between two percentages the difference is in percentage points.",
        related=_related(change.before, change.after),
        fixes=(change_to(percent.span, new),),
        confidence=0.8,
        severity="suggestion",
    )


def _wrong_points(article: Article, change: Change) -> Finding | None:
    before, after, points = change.before, change.after, change.percent
    assert before is not None
    assert after is not None
    assert points is not None
    right = abs(after.value - before.value)
    slack = float(max(before.number.step, after.number.step, points.number.step)) + 1e-9
    if abs(right - abs(points.value)) <= slack:
        return None
    fix: Fix | None = put_right(article, points, right, exact=True)
    return Finding(
        points.span,
        f"From {shown(article, before)} to {shown(article, after)} is {plain(right, points)} points.",
        related=_related(before, after),
        fixes=(fix,) if fix else (),
        confidence=0.8,
    )


def _wrong_difference(article: Article, change: Change) -> Finding | None:
    before, after, by = change.before, change.after, change.by
    if by is None or before is None or after is None:
        return None
    low = min(abs(new - old) for old in level(before) for new in level(after))
    high = max(abs(new - old) for old in level(before) for new in level(after))
    if Range(low, high).meets(stated(by)):
        return None
    right = abs(after.value - before.value)
    fix = put_right(article, by, right, exact=True)
    return Finding(
        by.span,
        f"From {shown(article, before)} to {shown(article, after)} is {plain(right, before)}.",
        related=_related(before, after),
        fixes=(fix,) if fix else (),
        confidence=0.7,
    )


def _wrong_share(article: Article, share: Share) -> Finding | None:
    right = share_of(level(share.portion), level(share.whole))
    if not right.high or right.meets(stated(share.percent)):
        return None
    worth = share.portion.value / share.whole.value * 100
    base = f"{shown(article, share.portion)} of {shown(article, share.whole)}"
    return _percent_finding(
        article, share.percent, worth, base, 0.0, Change(0, before=share.portion, after=share.whole)
    )
