"""Numbers: what counts as one, its value, and how exactly it is given."""

from __future__ import annotations

from decimal import Decimal

import pytest

from copydesk.article import Source, read
from copydesk.facts import numbers
from copydesk.facts.numbers import numbers_in


@pytest.mark.parametrize(
    ("words", "value", "step"),
    [
        ("35", "35", "1"),
        ("1,150", "1150", "1"),
        ("21.7", "21.7", "0.1"),
        (".5", "0.5", "0.1"),
        ("12\u00a0000", "12000", "1"),
        ("2.5 million", "2500000", "100000"),
        ("5bn", "5000000000", "1000000000"),
        ("7½", "7.5", "0.5"),
        ("2 1/2", "2.5", "0.5"),
        ("3/4", "0.75", "0.25"),
        ("minus 5", "-5", "1"),
        ("−4.5", "-4.5", "0.1"),
        ("twenty-one", "21", "1"),
        ("two hundred and five", "205", "1"),
        ("a million", "1000000", "1000000"),
        ("three and a half million", "3500000", "500000"),
        ("two and a half", "2.5", "0.5"),
        ("five thousand three hundred", "5300", "100"),
        ("a dozen", "12", "1"),
    ],
)
def test_value_and_step(words: str, value: str, step: str) -> None:
    (number,) = numbers_in(f"They counted {words} there.")
    assert number.value == Decimal(value)
    assert number.step == Decimal(step)
    assert f"They counted {words} there."[slice(*number.span)] == words


@pytest.mark.parametrize(
    "words", ["F-16", "COVID-19", "1990s", "3rd", "21st", "10:30", "12/08/2024", "24/7", "dozens", "none"]
)
def test_what_is_no_number(words: str) -> None:
    assert list(numbers_in(f"It was {words} again.")) == []


def test_money_and_hedges() -> None:
    words = "It cost £5m, about 20 of them, nearly 30, more than 40."
    found = list(numbers_in(words))
    assert [number.value for number in found] == [5_000_000, 20, 30, 40]
    assert [number.hedge for number in found] == ["", "about", "under", "over"]
    assert [number.currency for number in found] == ["£", "", "", ""]


def test_what_stands_before_a_figure_belongs_to_it_wherever_it_stands() -> None:
    words = "The F-16 fell by $ negative 5.5, then to −.5 and minus 3, and by £½."
    assert [(words[slice(*number.span)], float(number.value)) for number in numbers_in(words)] == [
        ("$ negative 5.5", -5.5),
        ("−.5", -0.5),
        ("minus 3", -3),
        ("£½", 0.5),
    ]


def test_number_words_are_found_in_small_letters_with_a_capital_and_in_capitals() -> None:
    words = "Two of the twenty-one came. Someone weighed TEN stone, often; a two_three, and One."
    assert [words[slice(*number.span)] for number in numbers_in(words)] == ["Two", "twenty-one", "TEN", "One"]


def test_numbers_that_stand_side_by_side_are_two() -> None:
    assert [number.value for number in numbers_in("Between twenty and thirty came, one two three.")] == [
        20,
        30,
        1,
        2,
        3,
    ]


def test_trailing_noughts_may_be_rounding() -> None:
    assert [number.round_step for number in numbers_in("300, 1,150, 35, 35.0, 0")] == [100, 10, 1, Decimal("0.1"), 1]


def test_spans_are_in_the_text() -> None:
    article = read(Source.from_text("A headline\n\nOne body with 21 words.\n\nAnd 35 more.\n", "a.txt"))
    assert [article.words_at(number.span) for number in article.facts(numbers)] == ["One", "21", "35"]


@pytest.mark.parametrize("words", ["9" * 40, "1." + "0" * 40 + "1", "9" + ",999" * 12, "a" + " hundred" * 20])
def test_what_is_too_long_to_reckon_with_breaks_nothing(words: str) -> None:
    for number in numbers_in(f"It is {words} miles off."):
        assert number.round_step >= number.step


@pytest.mark.parametrize("words", ["5-", "5/", "five hundred and ", "5 500 ", "½", "- ", "a-"])
def test_rows_without_end_break_nothing(words: str) -> None:
    numbers_in(words * 3000)
