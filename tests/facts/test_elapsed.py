"""Counts of time between moments, and what they may be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from copydesk.article import Article, Source, read
from copydesk.facts import elapsed
from copydesk.facts.elapsed import Elapsed, Moment, fits, gap

WRITTEN = date(2023, 3, 20)


def times_of(body: str) -> tuple[Article, elapsed.Times]:
    article = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))
    return article, article.facts(elapsed)


def words(article: Article, moment: Moment | None) -> str:
    return article.text[slice(*moment.span)] if moment else ""


@pytest.mark.parametrize(
    ("body", "count", "begin", "end", "counted"),
    [
        ("He served eight years as mayor, from 2008 to 2016.", 8, "2008", "2016", "between"),
        ("He ruled 1980–1987, then 1987–2017; for 37 years.", 37, "1980", "2017", "between"),
        ("They left in 2011 and came back three years later, in 2014.", 3, "2011", "2014", "between"),
        ("Designed in 1973, it opened three years later, in 1967.", 3, "1973", "1967", "between"),
        ("It was shut in May 2019, 18 months after it opened in 2017.", 18, "2017", "May 2019", "between"),
        ("It burst at 2.50am, 20 minutes after the warning at 3.10am.", 20, "3.10am", "2.50am", "between"),
        ("It came at 5.52am. It left 14 minutes later, at 6.06am.", 14, "5.52am", "6.06am", "between"),
        (
            "It began at 1:50 a.m. and ended at 3:05 a.m., an hour and 45 minutes later.",
            105,
            "1:50 a.m.",
            "3:05 a.m.",
            "between",
        ),
        (
            "She began in May 2019 and went on until May 2023, a span of three years.",
            3,
            "May 2019",
            "May 2023",
            "between",
        ),
        ("He was held on Monday, two days before Wednesday's vote.", 2, "Monday", "Wednesday", "between"),
        ("It closed in 1998, 25 years ago.", 25, "1998", "", "ago"),
        ("They had held it for 26 years, since the election of 1988.", 26, "1988", "", "ago"),
        ("In the 26 years since 1988 it has never been shut.", 26, "1988", "", "ago"),
        ("The club, founded in 1987, marks its 37th anniversary in 2024.", 37, "1987", "2024", "anniversary"),
        ("Crowds marked the 20th anniversary of the 2003 invasion.", 20, "2003", "", "anniversary"),
        ("Founded in 1987, it is in its 38th year.", 38, "1987", "", "running"),
    ],
)
def test_counts(body: str, count: int, begin: str, end: str, counted: str) -> None:
    article, found = times_of(body)
    (one,) = found.counts
    assert (one.count, words(article, one.begin), words(article, one.end), one.counted) == (
        count,
        begin,
        end,
        counted,
    )


def test_what_something_is_counted_from_is_not_where_the_story_is() -> None:
    article, found = times_of(
        "He was held on Monday, three days after Friday's attack, and two days later, on Wednesday, freed."
    )
    assert [words(article, one.begin) for one in found.counts] == ["Friday", "Monday"]


@pytest.mark.parametrize(
    "body",
    [
        "The firm marks the 10th anniversary of its app; it was founded in 1987.",
        "The club, founded in 1987, is in its 10th year in the new hall.",
        "He was 20 years old in 1987.",
        "He said on Monday, two days after the attack, that the trial would begin on Friday.",
        "From 1999 to 2003, he said, he had spent two years in prison.",
    ],
)
def test_what_is_counted_from_elsewhere(body: str) -> None:
    assert times_of(body)[1].counts == ()


def test_a_stretch_without_a_count() -> None:
    article, found = times_of("She ran it from 2016 to 2008, and taught in the 2019-20 season.")
    (stretch,) = found.stretches
    assert article.text[slice(*stretch.span)] == "2016 to 2008"


@pytest.mark.parametrize(
    ("words_", "longest", "limit"), [("less than a week after", 7, True), ("two days ago", 2, False)]
)
def test_intervals(words_: str, longest: int, limit: bool) -> None:
    article, found = times_of(f"They took it {words_} they came.")
    (one,) = found.intervals
    assert (article.text[slice(*one.span)], one.longest, one.limit) == (words_, longest, limit)


def only(body: str) -> Elapsed:
    (found,) = times_of(body)[1].counts
    return found


@pytest.mark.parametrize(
    ("body", "best", "right"),
    [
        ("He served {} years as mayor, from 2008 to 2016.", 8, [7, 8, 9]),
        ("It closed in May 2019, {} months after it opened in May 2017.", 24, [23, 24, 25]),
        ("It closed in 1998, {} years ago.", 25, [24, 25, 26]),
        ("Crowds marked the {}th anniversary of the 1963 fire in 2010.", 47, [47]),
        ("The club, founded in 1985, is in its {}th year.", 38, [38, 39]),
        ("The van came at 9am and left {} minutes later, at 9.50am.", 50, [50]),
        ("The van came at 11.30pm and left {} minutes later, at 12.20am.", 50, [50]),
        ("It fell on 3 June, {} days after it closed on 27 May.", 7, [7]),
        ("He left on Saturday and came back {} days later, on Tuesday.", 3, [3, 10, 17]),
        ("It fell on 2 January, {} days after talks on 30 December.", 3, [3]),
    ],
)
def test_what_a_count_may_be(body: str, best: int, right: list[int]) -> None:
    fitting = []
    for count in range(2, 60):
        one = only(body.format(count))
        found = gap(one, WRITTEN)
        assert found is not None
        fitting += [count] if fits(one, found) else []
    assert fitting[: len(right)] == right
    assert len(fitting) == len(right) or found.every
    last = gap(only(body.format(2)), WRITTEN)
    assert last is not None
    assert last.best in (best, best - 1440)


@pytest.mark.parametrize(
    ("hedged", "true"), [("about 20", True), ("almost 21", True), ("more than 20", True), ("almost 18", False)]
)
def test_a_hedge_gives_leeway(hedged: str, true: bool) -> None:
    one = only(f"It opened in 1989 and closed {hedged} years later, in 2010.")
    found = gap(one, None)
    assert found is not None
    assert found.best == Decimal(21)
    assert fits(one, found) is true
