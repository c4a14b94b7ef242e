"""Tokens: every code point belongs to one, and a word is cut where values and patterns need it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sudza’s 40-year-old mayor", "Sudza ’s 40 - year - old mayor"),
        ("They don't. O’Brien did", "They don't . O’Brien did"),
        ("U.S. troops at 5 p.m. left", "U.S. troops at 5 p.m. left"),
        ("£5.4m (1,150.5) and 3,4", "£ 5.4 m ( 1,150.5 ) and 3 , 4"),
        ("the 1990s, the 21st", "the 1990 s , the 21 st"),
        ("Київ і 東京", "Київ і 東京"),
        ("well... he", "well ... he"),
    ],
)
def test_where_words_are_cut(text: str, expected: str) -> None:
    tokens = tokens_of(text)
    assert [tokens.text(index) for index in range(len(tokens))] == expected.split()


@given(st.text())
def test_every_code_point_belongs_to_a_token(text: str) -> None:
    tokens = tokens_of(text)
    assert (tokens.ends[-1] if tokens.ends else 0) == len(text)
    assert all(text[tokens.start(index) : tokens.ends[index]] == tokens.text(index) for index in range(len(tokens)))
    assert all(tokens.at(tokens.start(index)) == index for index in range(len(tokens)) if tokens.text(index))


def test_sentences_are_runs_of_tokens() -> None:
    tokens = tokens_of("He came at 5 p.m. on Friday. She did not. Why?")
    assert [tokens.sentence(index) for index in (0, 8, 11)] == [(0, 8), (8, 12), (8, 12)]
    assert tokens.sentence_of == [0] * 8 + [1] * 4 + [2] * 2
