"""Writing numbers: what is written reads back, in the style of its model, or it is not written."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.facts.numbers import Number, numbers_in
from copydesk.facts.writing_numbers import (
    alike,
    in_digits,
    in_words,
    ordinal_ending,
    reads_as,
    thousands_in,
)

MODELS = st.sampled_from(
    "12|7|1,250|1250|25000|1\u202f250|0.4|.25|21.70|£5m|$1.50bn|£3 million|$2-million|two|nineteen|two million"
    "|Forty-one|minus 5|-7.5|-.5|€1,200m|3 trillion|a hundred|2½|¾|5 1/2|½ million|0".split("|")
)
VALUES = st.floats(-9, 16).map(lambda power: Decimal(f"{10**power:.6g}")) | st.integers(0, 10_000).map(Decimal)


def model(words: str) -> Number:
    (number,) = numbers_in(words)
    return number


@given(VALUES, MODELS, st.booleans())
def test_a_value_reads_back_in_the_style_of_its_model(value: Decimal, words: str, exact: bool) -> None:
    like = model(words)
    new = alike(value, like, words, exact=exact)
    if new is None:
        return
    read = model(new)
    assert abs(abs(read.value) - value) <= read.step / 2
    assert (read.form, read.currency, read.value < 0) == (like.form, like.currency, like.value < 0)
    assert not re.search(r"[eE][+-]?\d|\d{16}", new)
    assert read.value
    if read.form == "figures":
        assert re.sub(r"[\d.,\u202f]+", "", new) == re.sub(r"[\d.,\u202f]+", "", words)  # sign, scale, gap
        decimals = len(words.partition(".")[2].rstrip(" abcdefghijklmnopqrstuvwxyz-"))
        shown = len(new.partition(".")[2].rstrip(" abcdefghijklmnopqrstuvwxyz-"))
        assert shown == decimals or (exact and shown > decimals)
    if exact and read.form == "figures":
        assert abs(read.value) == value or shown >= 6


@pytest.mark.parametrize(
    ("value", "words", "new"),
    [
        ("0.004", "£1.50m", None),  # not £0.00m
        ("30000", "£5m", None),
        ("12345678900000", "12", "12,345,678,900,000"),
        ("1.2e16", "12", None),
        ("1500", "1250", "1500"),
        ("15000", "1250", "15,000"),
        ("15000", "25000", "15000"),
        ("1500", "1\u202f250", "1\u202f500"),
        ("1500", "12", "1,500"),
        ("3000000", "two million", "three million"),
        ("17", "nineteen", "seventeen"),
        ("170", "nineteen", None),
        ("0.5", ".25", ".50"),
        ("3", "2½", None),
        ("0", "12", None),
        ("10.45", "12", "10"),
        ("5", "minus 5", "minus 5"),
    ],
)
def test_figures_that_no_paper_would_print_are_not_written(value: str, words: str, new: str | None) -> None:
    assert alike(Decimal(value), model(words), words) == new


def test_an_exact_value_takes_the_decimals_that_it_needs() -> None:
    assert alike(Decimal("10.45"), model("12"), "12", exact=True) == "10.45"


@given(VALUES, st.integers(0, 6), st.sampled_from([",", "", "\u202f", "\u00a0"]))
def test_digits_read_back(value: Decimal, places: int, thousands: str) -> None:
    text = in_digits(value, places, thousands)
    if text is not None and len(text.partition(".")[2]) == places:
        assert reads_as(text, value)
    assert text != "0" or not value


@given(st.integers(-5, 200))
def test_words_read_back(value: int) -> None:
    words = in_words(value)
    assert (words is None) == (not 0 <= value < 100)
    assert words is None or reads_as(words, Decimal(value))


def test_endings_of_ordinals() -> None:
    wanted = "th st nd rd th th th th th th th th th th th th th th th th th st nd rd th".split()
    assert [ordinal_ending(number) for number in range(25)] == wanted
    assert [ordinal_ending(number) for number in (101, 111, 112, 113, 122)] == ["st", "th", "th", "th", "nd"]


def test_thousands_are_marked_as_the_text_marks_them() -> None:
    assert thousands_in("Of 1\u202f250 and 3\u202f000 people 2,500 left.") == "\u202f"
    assert thousands_in("Of 12 people, 250 left.") == ","
