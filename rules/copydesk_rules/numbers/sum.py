"""Numbers.Sum."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.facts import sums
from copydesk.facts.figures import Figure
from copydesk.facts.sums import Sum as Addition
from copydesk.rules import Article, Bad, Finding, Good, Related, Rule, Span, Stretches
from copydesk_rules.numbers._balances import wrong_balances
from copydesk_rules.numbers._exactness import Range, level
from copydesk_rules.numbers._writing import in_sentence, plain, put_right, shown, written

_FAR = (
    10  # times that parts and total of one thing may be apart: two locations, 601 Sprain Road and 150 Midland Avenue
)


class Sum(Rule):
    """Parts do not add up to their total: 12 people, of them five men and six women.

    It is the first thing that every desk's checklist asks of figures, and what a reader writes in about. The rule
    adds up what the words give as parts of a whole: lists behind a colon or dash, “including”, “of whom”, “the
    other 18”, “for a total of”, shares of a vote over a hundred per cent. What is rounded or stated as “at least”
    may differ.

    Source: AP Stylebook, “numerals” (“check the arithmetic”); Reuters Handbook of Journalism, “figures”.
    """

    name = "Numbers.Sum"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "Twelve people were on board. The boat carried 12 people: five men and six women.",
            found="12",
            fixed="Twelve people were on board. The boat carried 11 people: five men and six women.",
        ),
        Bad("The settlement of $6.75 million includes $6 million from the county and $1.75 million from insurers."),
        Bad("The doctors of three of those 21 patients changed their minds; the other 16 went ahead.", found="21"),
        Bad("Crashes killed nine people, including 12 children, over the weekend.", found="12"),
        Bad(
            "Final results gave the mayor 52 per cent of the vote, with 41 per cent for Smith and 12 per "
            "cent for Jones."
        ),
        Bad(
            "The fund paid out $4 million, $3 million and $2 million, a total of $12 million.",
        ),
        Bad("The rain left 13 dead, five of them in Leeds and fifteen in Hull.", found="fifteen"),
        Bad("The jury of seven men and six women, 12 in all, retired.", found="12"),
        Bad(
            "The blast wounded 42 people, doctors said.\n\nBy noon 20 had gone home. The remaining 12 were in two "
            "wards.",
            found="12",
            fixed="The blast wounded 42 people, doctors said.\n\nBy noon 20 had gone home. The remaining 22 were in "
            "two wards.",
        ),
        Bad(
            "The bridge will cost £4.6m. The state pays £2.9m. The town will borrow £1.4m, and the remaining "
            "£600,000 comes from tolls.",
            found="£600,000",
        ),
        Bad("He has six goals, three of them in this match and the other four in May.", found="four"),
        Bad(
            "The team rang 26 birds in a day. There were nine larks, seven wrens, six owls and five gulls.",
            found="26",
        ),
        Bad(
            "A final dividend of 6.4p with the interim payment of 3.1p makes 9.7p for the year.",
            found="9.7",
            fixed="A final dividend of 6.4p with the interim payment of 3.1p makes 9.5p for the year.",
        ),
        Good("The blast wounded 42 people.\n\nBy noon 20 had gone home. The remaining 22 were in two wards."),
        Good("The two moulds were kept in four rooms: one was full of air, the other three of steam."),
        Good("Nine men were held on Monday. Two were freed. Police want to speak to the other three suspects."),
        Good("The team rang 40 birds in a day. There were nine larks, seven wrens, six owls and five gulls by noon."),
        Good("Stalls stood in two places: 601 Sprain Road in Hull and 150 Midland Avenue in Leeds."),
        Good(
            "The boat carried 12 people: five men and seven women. It sank with 12 aboard, including two of "
            "the crew."
        ),
        Good("The quake damaged 143 buildings, including 70 schools, 40 houses and ten shops."),
        Good("The band has had eight top three hits, including four number ones."),
        Good(
            "The dead were five children, four women and five men. Four of the 12 counts, including two of "
            "fraud, fell."
        ),
        Good(
            "He reached 3 percent in two polls, of which four are needed. Some 63% of voters liked it; 61% "
            "would pay."
        ),
        Good("At least 20 people were hurt: 11 guests and 10 of the staff, two reports said."),
        Good("Bombs hit 10 villages, including 300 houses and a school."),
    ]  # fmt: skip

    def check(self, article: Article) -> Iterator[Finding]:
        found = [finding for addition in article.facts(sums) if (finding := _wrong(article, addition)) is not None]
        yield from found
        told = [span for one in found for span in _spans(one)]
        for finding in wrong_balances(article):
            if not any(map(Stretches(told).overlap, _spans(finding))):
                told += _spans(finding)
                yield finding


def _spans(finding: Finding) -> list[Span]:
    return [finding.span, *(related.span for related in finding.related)]


def _wrong(article: Article, addition: Addition) -> Finding | None:
    parts = [level(part) for part in addition.parts]
    found = Range(sum(part.low for part in parts) + addition.ones, sum(part.high for part in parts) + addition.ones)
    if addition.total is None:
        return _wrong_shares(article, addition, found)
    total = _total(addition.total)
    if addition.relation == "at most":
        alone = max(level(part).low for part in addition.parts) + (addition.ones if len(addition.parts) == 1 else 0)
        if found.low <= total.high and alone <= level(addition.total).high:
            return None  # but “at least four, including five” is wrong all the same
    elif total.meets(found):
        return None
    value = sum(part.value for part in addition.parts) + addition.ones
    greatest = max(addition.parts, key=lambda part: part.value)
    if addition.relation == "at most":
        return _too_many(article, addition, greatest, value)
    if not 1 / _FAR < value / (addition.total.value or 1) < _FAR:
        return None
    fix = put_right(article, addition.total, value, exact=True)
    return Finding(
        addition.total.number.span,
        f"{_added(article, addition)} make {_like(article, value, addition.total)}, not "
        f"{in_sentence(article, addition.total)}.",
        related=tuple(Related(part.span, "added up") for part in addition.parts),
        fixes=(fix,) if fix else (),
        confidence=0.8,
    )


def _total(figure: Figure) -> Range:
    """Return what a total may be; “at least 20” and “over 20” may be a few more."""
    total = level(figure)
    if figure.number.hedge == "over":
        return Range(total.low, figure.value * 1.35 + 1)
    if figure.number.hedge in ("under", "about"):
        return Range(figure.value * 0.8 - 1, figure.value * (1.0 if figure.number.hedge == "under" else 1.2))
    return total


def _too_many(article: Article, addition: Addition, greatest: Figure, value: float) -> Finding:
    assert addition.total is not None
    alone = greatest.value > addition.total.value or len(addition.parts) == 1
    part = (
        shown(article, greatest)
        if alone
        else f"{_added(article, addition)}, together {_like(article, value, greatest)},"
    )
    return Finding(
        (greatest if alone else addition.total).number.span,
        f"{part[:1].upper()}{part[1:]} cannot be among {in_sentence(article, addition.total)}.",
        related=tuple(
            Related(each.span, "compared") for each in (addition.total, *addition.parts) if each is not greatest
        ),
        confidence=0.7,
    )


def _wrong_shares(article: Article, addition: Addition, found: Range) -> Finding | None:
    slack = 0.5 * len(addition.parts)
    if found.low - slack <= 100 and (addition.relation == "at most" or found.high + slack >= 100):
        return None
    last = addition.parts[-1]
    value = sum(part.value for part in addition.parts)
    rest = 100 - value + last.value
    fix = put_right(article, last, rest, exact=True) if addition.relation == "equals" and rest > 0 else None
    return Finding(
        last.span,
        f"{_added(article, addition)} make {value:g}, not 100.",
        related=tuple(Related(part.span, "added up") for part in addition.parts[:-1]),
        fixes=(fix,) if fix else (),
        confidence=0.7,
    )


def _like(article: Article, value: float, figure: Figure) -> str:
    """Return a value written like a figure of the article, or plainly where it cannot be."""
    return written(article, value, figure, exact=True) or plain(value, figure)


def _added(article: Article, addition: Addition) -> str:
    words = [in_sentence(article, part) for part in addition.parts] + ["one"] * addition.ones
    first = ", ".join(words[:-1])
    text = f"{first} and {words[-1]}" if first else words[-1]
    return text[:1].upper() + text[1:]
