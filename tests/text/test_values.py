"""Values: every notation that news uses, with its readings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.tokens import tokens_of
from copydesk.text.values import Amount, Day, Pair, Period, Time, Value, values_of


def found(text: str, kind: str) -> list[tuple[str, Value]]:
    """Return the values of a kind, each with the words that it is."""
    tokens = tokens_of(text)
    return [
        (text[slice(*tokens.span(value.first, value.past))], value)
        for value in values_of(tokens)
        if value.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("some 1,150 people", "1,150", "1150"),
        ("a 2.5 million gap", "2.5 million", "2500000"),
        ("1.2 lakh crore was", "1.2 lakh crore", "1200000000000"),
        ("it has 1 520 seats", "1 520", "1520"),
        ("all 5½ of them", "5½", "5.5"),
        ("a 3 1/2 inch", "3 1/2", "3.5"),
        ("twenty-one men", "twenty-one", "21"),
        ("a hundred and five men", "a hundred and five", "105"),
        ("two hundred and three thousand", "two hundred and three thousand", "203000"),
        ("two and a half million", "two and a half million", "2500000"),
        ("half a dozen eggs", "half a dozen", "6"),
        ("a half-million men", "a half-million", "500000"),
        ("it was −5 then", "−5", "-5"),
        ("minus 12 degrees", "minus 12", "-12"),
        ("a couple dozen", "a couple dozen", "24"),
    ],
)  # fmt: skip
def test_numbers(text: str, words: str, number: str) -> None:
    numbers = dict(found(text, "number"))
    assert words in numbers
    assert isinstance(numbers[words], Amount)
    assert numbers[words].number == Decimal(number)


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [("two-thirds of it", "two-thirds", 2 / 3), ("a quarter of", "a quarter", 0.25), ("3/4 of", "3/4", 0.75),
     ("half the town", "half", 0.5), ("1⁄2 of", "1⁄2", 0.5), ("⅝ of", "⅝", 0.625)],
)  # fmt: skip
def test_fractions(text: str, words: str, number: float) -> None:
    ((seen, value),) = found(text, "fraction")
    assert seen == words
    assert isinstance(value, Amount)
    assert float(value.number) == pytest.approx(number)


@pytest.mark.parametrize(
    ("text", "kind", "words", "number", "unit"),
    [
        ("up 5½% to", "percent", "5½%", "5.5", "%"),
        ("five per cent", "percent", "five per cent", "5", "%"),
        ("a 20-percent cut", "percent", "20-percent", "20", "%"),
        ("rose 2 percentage points", "points", "2 percentage points", "2", "%"),
        ("25 basis points", "points", "25 basis points", "0.25", "%"),
        ("paid £1.2bn for", "money", "£1.2bn", "1200000000", "£"),
        ("paid US$639m", "money", "US$639m", "639000000", "US$"),
        ("500 euros a day", "money", "500 euros", "500", "euro"),
        ("five U.S. dollars", "money", "five U.S. dollars", "5", "dollar"),
        ("sold at 90p each", "money", "90p", "90", "penny"),
        ("Rs 5 crore", "money", "Rs 5 crore", "50000000", "Rs"),
        ("EUR 5 million", "money", "EUR 5 million", "5000000", "EUR"),
        ("two-and-a-half hours", "duration", "two-and-a-half hours", "2.5", "hour"),
        ("half an hour", "duration", "half an hour", "0.5", "hour"),
        ("a three-day strike", "duration", "three-day", "3", "day"),
        ("for a year and a half", "duration", "a year and a half", "1.5", "year"),
        ("the 21st time", "ordinal", "21st", "21", ""),
        ("the twenty-first", "ordinal", "twenty-first", "21", ""),
        ("in the 1990s", "decade", "1990s", "1990", ""),
        ("in 1911 he", "year", "1911", "1911", ""),
    ],
)
def test_amounts(text: str, kind: str, words: str, number: str, unit: str) -> None:
    amounts = dict(found(text, kind))
    assert words in amounts
    value = amounts[words]
    assert isinstance(value, Amount)
    assert (value.number, value.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [("about 20 men", "about"), ("more than 20", "over"), ("at least 20", "over"), ("nearly 20", "under"),
     ("as many as 20", "under"), ("less than 20", "under"), ("only 20", ""), ("up to £20", "under")],
)  # fmt: skip
def test_hedges(text: str, hedge: str) -> None:
    kind = "money" if "£" in text else "number"
    ((_, value),) = found(text, kind)
    assert isinstance(value, Amount)
    assert value.hedge == hedge


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("on Aug. 14 he", "Aug. 14", (0, 8, 14)),
        ("on August 14, 2024, he", "August 14, 2024", (2024, 8, 14)),
        ("on 14 August 2024", "14 August 2024", (2024, 8, 14)),
        ("the 14th of August", "14th of August", (0, 8, 14)),
        ("in August 2024", "August 2024", (2024, 8, 0)),
        ("on 2024-03-04", "2024-03-04", (2024, 3, 4)),
        ("on 04.03.2024", "04.03.2024", (2024, 3, 4)),
        ("on 31/12/99", "31/12/99", (1999, 12, 31)),
    ],
)
def test_dates(text: str, words: str, day: tuple[int, int, int]) -> None:
    dates = dict(found(text, "date"))
    assert words in dates
    date = dates[words]
    assert isinstance(date, Day)
    assert (date.year, date.month, date.day) == day


def test_a_date_of_two_orders_has_both_readings() -> None:
    days = [value for _, value in found("on 3/4/2024", "date") if isinstance(value, Day)]
    assert {(day.month, day.day) for day in days} == {(3, 4), (4, 3)}


@pytest.mark.parametrize("text", ["may 5 people come", "he may march", "the sun shone", "a wed couple"])
def test_what_is_no_day(text: str) -> None:
    assert not found(text, "date")
    assert not found(text, "weekday")


@pytest.mark.parametrize(
    ("text", "words", "clock", "zone"),
    [("at 10:30 he", "10:30", (10, 30), ""), ("at 10.30pm he", "10.30pm", (22, 30), ""),
     ("at 5 p.m. GMT", "5 p.m. GMT", (17, 0), "gmt"), ("at five o’clock", "five o’clock", (5, 0), ""),
     ("at noon", "noon", (12, 0), ""), ("at 12 am", "12 am", (0, 0), "")],
)  # fmt: skip
def test_times(text: str, words: str, clock: tuple[int, int], zone: str) -> None:
    ((seen, value),) = found(text, "time")
    assert isinstance(value, Time)
    assert (seen, (value.hour, value.minute), value.zone) == (words, clock, zone)


@pytest.mark.parametrize(
    ("text", "kind", "words", "ends"),
    [
        ("cost $5-7bn", "range", "$5-7bn", (5 * 10**9, 7 * 10**9)),
        ("aged between 18 and 24", "range", "between 18 and 24", (18, 24)),
        ("aged 18 to 24", "range", "aged 18 to 24", (18, 24)),
        ("between 5 and 7 million", "range", "between 5 and 7 million", (5 * 10**6, 7 * 10**6)),
        ("7 or 8 years", "range", "7 or 8 years", (7, 8)),
        ("8 to 9 per cent", "range", "8 to 9 per cent", (8, 9)),
        ("won 5-4 there", "score", "5-4", (5, 4)),
        ("in 2019-20 it", "years", "2019-20", (2019, 2020)),
        ("from 1999–02 on", "years", "1999–02", (1999, 2002)),
    ],
)
def test_pairs(text: str, kind: str, words: str, ends: tuple[int, int]) -> None:
    pairs = dict(found(text, kind))
    assert words in pairs
    pair = pairs[words]
    assert isinstance(pair, Pair)
    assert (pair.low.number, pair.high.number) == ends


def test_a_month_in_figures_is_no_span_of_years() -> None:
    assert not found("since 2024-03", "years")


def test_what_is_inside_a_number_is_none() -> None:
    assert [words for words, _ in found("two and a half million", "number")] == ["two", "two and a half million"]


@given(st.integers(0, 10**12))
def test_figures_read_back(number: int) -> None:
    for text in (f"{number}", f"{number:,}"):
        assert [value.number for _, value in found(f"of {text} men", "number") if isinstance(value, Amount)] == [
            number
        ]


@given(st.text(alphabet="0123456789 -–/.,%£$½ahlfndmiosecr'’:()", max_size=40))
def test_values_are_runs_of_tokens(text: str) -> None:
    tokens = tokens_of(text)
    for value in values_of(tokens):
        assert 0 <= value.first < value.past <= len(tokens)


@pytest.mark.parametrize(
    ("text", "words", "zone"),
    [
        ("at 5 p.m. GMT+3 on", "5 p.m. GMT+3", "gmt+3"),
        ("at 10:30 (EDT) on", "10:30 (EDT)", "edt"),
        ("at 9 a.m. Eastern on", "9 a.m. Eastern", "eastern"),
        ("at 3pm local time on", "3pm local time", "local"),
        ("at 6pm Moscow time on", "6pm Moscow time", "moscow"),
        ("noon Eastern Standard Time", "noon Eastern Standard Time", "eastern"),
        ("at 5 p.m. (local)", "5 p.m.", ""),
        ("at 5 p.m. Monday", "5 p.m.", ""),
    ],
)
def test_zones(text: str, words: str, zone: str) -> None:
    ((seen, value),) = found(text, "time")
    assert isinstance(value, Time)
    assert (seen, value.zone) == (words, zone)


@pytest.mark.parametrize(
    ("text", "words", "clock"),
    [
        ("at half past eight", "half past eight", (8, 30)),
        ("a quarter to 8 in the morning", "a quarter to 8 in the morning", (7, 45)),
        ("at ten past 9 in the evening", "ten past 9 in the evening", (21, 10)),
        ("three minutes to one", "three minutes to one", (12, 57)),
        ("until 8 in the morning", "8 in the morning", (8, 0)),
        ("by 11 at night", "11 at night", (23, 0)),
        ("by 8p.m. on", "8p.m.", (20, 0)),
    ],
)
def test_times_in_words(text: str, words: str, clock: tuple[int, int]) -> None:
    times = dict(found(text, "time"))
    assert words in times
    time = times[words]
    assert isinstance(time, Time)
    assert (time.hour, time.minute) == clock


@pytest.mark.parametrize(
    ("text", "words", "clock"),
    [("on air at 1600 GMT daily", "1600 GMT", (16, 0)), ("starts at 7.30 on Friday", "7.30", (7, 30)),
     ("open from 6.15 until late", "6.15", (6, 15))],
)  # fmt: skip
def test_times_without_a_colon(text: str, words: str, clock: tuple[int, int]) -> None:
    ((seen, value),) = found(text, "time")
    assert isinstance(value, Time)
    assert (seen, value.hour, value.minute) == (words, *clock)


@pytest.mark.parametrize(
    "text", ["closed at 7.30 points", "rose by 7.30, he said", "at .30 of it", "at 7.75 on the scale"]
)
def test_other_figures_with_two_decimals(text: str) -> None:
    assert not found(text, "time")


def test_a_range_is_no_time() -> None:
    assert not found("they voted five to eight", "time")


@pytest.mark.parametrize(
    ("text", "words", "day", "weekday"),
    [
        ("on Monday, Aug. 14, 2024, he", "Monday, Aug. 14, 2024", (2024, 8, 14), 0),
        ("on Wed, 22 January", "Wed, 22 January", (0, 1, 22), 2),
        ("on May twenty-first", "May twenty-first", (0, 5, 21), -1),
        ("the second of August 2017", "second of August 2017", (2017, 8, 2), -1),
    ],
)
def test_days_with_weekday_or_in_words(text: str, words: str, day: tuple[int, int, int], weekday: int) -> None:
    dates = dict(found(text, "date"))
    assert words in dates
    date = dates[words]
    assert isinstance(date, Day)
    assert ((date.year, date.month, date.day), date.weekday) == (day, weekday)


@pytest.mark.parametrize(
    ("text", "kind", "words", "number", "year"),
    [
        ("in summer 2019 he", "season", "summer 2019", 2, 2019),
        ("the winter of 2018", "season", "winter of 2018", 4, 2018),
        ("in fall 2020", "season", "fall 2020", 3, 2020),
        ("in Q3 2024 it", "quarter", "Q3 2024", 3, 2024),
        ("the third quarter of 2024", "quarter", "third quarter of 2024", 3, 2024),
        ("third-quarter profit", "quarter", "third-quarter", 3, 0),
        ("in 3Q it", "quarter", "3Q", 3, 0),
        ("the 1st quarter", "quarter", "1st quarter", 1, 0),
    ],
)
def test_periods(text: str, kind: str, words: str, number: int, year: int) -> None:
    periods = dict(found(text, kind))
    assert words in periods
    period = periods[words]
    assert isinstance(period, Period)
    assert (period.number, period.year) == (number, year)


@pytest.mark.parametrize(
    "text", ["prices fall 2 points", "a fall of 2000 feet", "last summer he", "the Q and A", "a quarter of it"]
)
def test_what_is_no_period(text: str) -> None:
    assert not found(text, "season")
    assert not found(text, "quarter")


@pytest.mark.parametrize(
    ("text", "decade"), [("in the 90s he", 1990), ("the ’80s", 1980), ("the late seventies", 1970)]
)
def test_decades_of_two_digits(text: str, decade: int) -> None:
    assert {int(value.number) for _, value in found(text, "decade") if isinstance(value, Amount)} == {decade}


@pytest.mark.parametrize("text", ["a man in his 90s", "25 and 40s each", "men in their 20s and 30s"])
def test_what_is_no_decade(text: str) -> None:
    assert not found(text, "decade")


@pytest.mark.parametrize(("text", "score"), [("were 49 for three at lunch", (49, 3)), ("on 112 for 7.", (112, 7))])
def test_runs_for_wickets(text: str, score: tuple[int, int]) -> None:
    ((_, pair),) = found(text, "score")
    assert isinstance(pair, Pair)
    assert (pair.low.number, pair.high.number) == score


@pytest.mark.parametrize(
    "text", ["paid 49 for three days", "49 for 20 people", "$49 for three tickets", "2.5 for three"]
)
def test_what_is_no_score(text: str) -> None:
    assert not found(text, "score")


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("3 million and a half", "3 million and a half", 3_500_000),
        ("two million and three fifths", "two million and three fifths", 2_600_000),
        ("one billion and a half million", "one billion and a half million", 1_000_500_000),
        ("a hundred and three quarters", "a hundred and three quarters", 100.75),
        ("3 hundred and 21", "3 hundred and 21", 321),
        ("nought point eleven", "nought point eleven", 0.11),
    ],
)
def test_numbers_with_a_part_behind_them(text: str, words: str, number: float) -> None:
    value = dict(found(text, "number"))[words]
    assert isinstance(value, Amount)
    assert float(value.number) == pytest.approx(number)


def test_decades_go_on() -> None:
    assert [words for words, _ in found("the 80s and 90s, the 1960s and 70s", "decade")] == [
        "80s",
        "90s",
        "1960s",
        "70s",
    ]


def test_the_s_of_seconds_is_not_that_of_decades() -> None:
    assert [words for words, _ in found("in 9.58s, in their 20s", "duration")] == ["9.58s"]


_WORDS = """
    a the half quarter past to in at morning minutes o'clock aged old of years - / , . : ( ) GMT + Eastern time
    5 21 st 3.5 1/2 ½ ° C square metres feet in inches per hour an mph km 2 stone hundred million and one twenty
    third thirds Monday May August 2024 Q summer 90 s nineties ' % $ p.m. for point zero couple dozen minus
    light year
""".split()


@given(st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(["", " ", "  "])), max_size=9))
def test_values_of_any_words_are_runs_of_tokens(pieces: list[tuple[str, str]]) -> None:
    tokens = tokens_of("".join(word + space for word, space in pieces))
    for value in values_of(tokens):
        assert 0 <= value.first < value.past <= len(tokens)
