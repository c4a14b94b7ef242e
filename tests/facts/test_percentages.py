"""What percentages are worked out from."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk.facts import percentages
from copydesk.facts.figures import Figure
from copydesk.facts.percentages import Percentages


def found_in(body: str) -> Percentages:
    return read(Source.from_text(f"A headline\n\n{body}\n", "a.txt")).facts(percentages)


def value(figure: Figure | None) -> float | None:
    return figure.value if figure else None


@pytest.mark.parametrize(
    ("body", "direction", "percent", "by", "before", "after"),
    [
        ("Sales rose 25 per cent, from 40 to 50.", 1, 25, None, 40, 50),
        ("Sales fell from 50 to 40, or 20%.", -1, 20, None, 50, 40),
        ("Turnout rose from 40 to 50 per cent, a rise of 20 per cent.", 1, 20, None, 40, 50),
        ("It posted a 52% rise in profits for the year to £198 from the £130 seen earlier.", 1, 52, None, 130, 198),
        ("The index fell 531 (3.12%) to close at 16,460.", -1, 3.12, 531, None, 16460),
        ("Revenue was 10, up 8.1% from 9.25.", 1, 8.1, None, 9.25, 10),
        ("The budget grew 20% to $120 million, up from $100 million last year.", 1, 20, None, 1e8, 1.2e8),
        ("Profit surged 70% to 2.39 in the last three months of 2004 compared with 1.41.", 1, 70, None, 1.41, 2.39),
        ("It reported a 20 per cent profit plunge, down $54 to $216.", -1, 20, 54, None, 216),
        ("The index lost 0.2 percent or 12.5 points to end at 6,178.", -1, 0.2, 12.5, None, 6178),
        ("The index rose 8.05 points or 0.7 percent to 1,156.79.", 1, 0.7, 8.05, None, 1156.79),
        ("The index ended 2.43 points or 0.12 percent lower at 2,017.99.", -1, 0.12, 2.43, None, 2017.99),
        ("It was set at $540, an increase of eight percent on its $500 of a year ago.", 1, 8, None, 500, 540),
        ("Imports were 3,684 tonnes, off 47.5 percent from 7,011 tonnes.", -1, 47.5, None, 7011, 3684),
        ("Spending fell 60 percent from a peak of 15 trillion yen to 6 trillion yen.", -1, 60, None, 15e12, 6e12),
        ("Attendance went from 40 to 50, an increase of 20 percent.", 1, 20, None, 40, 50),
        ("Eggs climbed to $5 a dozen, from $4, a 20% jump.", 1, 20, None, 4, 5),
        ("Revenue reached £4.6m, against £3.7m a year earlier, a rise of 34 per cent.", 1, 34, None, 3.7e6, 4.6e6),
        ("Gates rose from 3,112 by 14% to 3,361.", 1, 14, None, 3112, 3361),
        ("It closed at €182 on Friday, 30% below the peak of €227.50.", -1, 30, None, 227.5, 182),
        ("He rushed for 1,064 yards in a year, 15 percent fewer than the 1,330 of before.", -1, 15, None, 1330, 1064),
        ("Cancellations were at 96 in May, against 128 a year before: a 33 per cent fall.", -1, 33, None, 128, 96),
        (
            "Burglaries fell from 1,486 to 1,204, and he said that the 23% reduction pleased him.",
            -1,
            23,
            None,
            1486,
            1204,
        ),
        ("Sales came in at £214.6m (2023: £203.1m), up 7.5%.", 1, 7.5, None, 203.1e6, 214.6e6),
        ("Rent has gone from £1,220 to £1,525 since 2020, an increase of 20%.", 1, 20, None, 1220, 1525),
        ("Turnout was 36%, up 20 points from 30%.", 1, 20, None, 30, 36),
        ("The price fell from £8.40 a litre to £7.14. That was a drop of 25 per cent.", -1, 25, None, 8.4, 7.14),
    ],
)
def test_changes(
    body: str, direction: int, percent: float, by: float | None, before: float | None, after: float | None
) -> None:
    (change,) = found_in(body).changes
    assert change.direction == direction
    assert [value(each) for each in (change.percent, change.by, change.before, change.after)] == [
        percent, by, before, after,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "Prices will rise 8% to 9%.",
        "Exports rose 12% to £5bn, but imports fell from £4bn.",
        "Shares rose 5 percent to $20, from a low of $12 in March.",
        "They hold 351,500 shares, or 10.6 percent of the total.",
        "Speeds are up to 20 times faster than the 3 megabits of before.",
        "Net income rose to $709 million, or $2.62 per share.",
        "Trade will rise 10 percent to one billion euros (1.15 billion U.S. dollars).",
        "Output of the double-decker will fall to 12.",
        "A hundred years ago, fewer than one in 50 were ill.",
        "Own-label sales rose 12% as the grocer's revenue, from £340m.",
        "The ferry takes 150 cars, 50% more than the one it replaces.",
        "Six people were killed and more than two dozen injured, and more than 50 vanished.",
        "Layoffs will rise to 55,000 from an earlier estimate of 45,000 to 50,000 cuts.",
    ],
)
def test_figures_that_do_not_belong_together(body: str) -> None:
    assert found_in(body).changes == ()


@pytest.mark.parametrize(
    "body",
    [
        "Only 2% of members - 13 out of 659 - came.",
        "He took 13 of the 659 seats, or 2%.",
        "Of the 659 members, 2%, or 13 people, came.",
        "Turnout was 2%: 13 of the 659 members came.",
        "Of 659 who came over the bank holiday weekend to the hospital, 13 (2%) waited.",
        "Papers came from 13 of the 659 members, a turnout of 2 per cent.",
        "Some 2% of the 659 tenants, or 13 people, said so.",
    ],
)
def test_shares(body: str) -> None:
    (share,) = found_in(body).shares
    assert (share.portion.value, share.whole.value, share.percent.value) == (13, 659, 2)


def test_spans_count_from_the_beginning_of_the_text() -> None:
    text = "A headline\n\nFirst.\n\nSales rose 25 per cent, from 40 to 50.\n"
    article = read(Source.from_text(text, "a.txt"))
    (change,) = article.facts(percentages).changes
    assert change.percent is not None
    assert article.words_at(change.percent.span) == "25 per cent"


def test_a_difference_in_money_is_held_against_both_levels() -> None:
    (change,) = found_in("Sales rose by $20 million to $50 million from $40 million.").changes
    assert [value(each) for each in (change.percent, change.by, change.before, change.after)] == [None, 2e7, 4e7, 5e7]


def test_a_factor_is_of_its_own_sentence() -> None:
    (change,) = found_in(
        "The law led to a doubling of fines. They rose from 280 in the 1700s to 300 in the 1800s."
    ).changes
    assert change.factor == 0


def test_a_change_of_something_else_in_one_sentence_is_another() -> None:
    changes = found_in("Own-label sales rose 12% as total revenue increased from £340m to £357m, or by 5%.").changes
    assert [(value(one.percent), value(one.before)) for one in changes] == [(5, 340e6)]
    changes = found_in("It put up the charge for waste by 25%, from £40 to £50, only to cut it by 20% later.").changes
    assert [(value(one.percent), value(one.before)) for one in changes] == [(25, 40)]
