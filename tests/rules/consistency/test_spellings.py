"""Two spellings of one word, and two words that only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk_rules.consistency.spelling import american


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neighbourhoods", "neighborhoods"),
        ("reorganised", "reorganized"),
        ("theatres", "theaters"),
        ("defence", "defense"),
        ("travelling", "traveling"),
        ("paediatric", "pediatric"),
        ("smouldering", "smoldering"),
        ("enrolment", "enrollment"),
        ("focussed", "focused"),
        ("learnt", "learned"),
    ],
)
def test_two_spellings_are_one_word(one: str, other: str) -> None:
    assert american(one) == american(other) == other


@pytest.mark.parametrize(("one", "other"), [("tour", "tor"), ("four", "for"), ("prise", "prize"), ("metre", "meter")])
def test_two_words_stay_two(one: str, other: str) -> None:
    assert american(one) != american(other)


@given(st.text("aeilnoprstuyzcdg", min_size=5, max_size=14))
def test_what_is_american_stays_so(word: str) -> None:
    assert american(american(word)) == american(word)
