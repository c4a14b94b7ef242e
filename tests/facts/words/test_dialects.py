"""Spellings of two countries."""

import pytest

from copydesk.facts.words.dialects import neutral


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organised", "organized"),
        ("analysing", "analyzing"),
        ("Tokenisation", "tokenization"),
    ],
)
def test_one_word_has_one_key(british: str, american: str) -> None:
    assert neutral(british) == neutral(american)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("teh", "the"),
        ("recieve", "receive"),
        ("goverment", "government"),
        ("schedulled", "scheduled"),
        ("watre", "water"),
    ],
)
def test_a_mistake_is_not_a_dialect(wrong: str, right: str) -> None:
    assert neutral(wrong) != neutral(right)
