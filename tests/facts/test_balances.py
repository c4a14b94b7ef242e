"""Figures that have to agree: rests, margins and sums."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Source, read
from copydesk.facts import balances
from copydesk.facts.figures import Figure


def found(text: str) -> list[tuple[str, str, list[str], list[str], list[str]]]:
    """Return kind, result, bound, near and after of the balances of a story."""
    article = read(Source.from_text(f"The headline of it\n\n{text}\n", "a.txt"))

    def words(figures: tuple[Figure, ...]) -> list[str]:
        return [article.words_at(figure.span) for figure in figures]

    return [
        (one.kind, *words((one.result,)), words(one.bound), words(one.near), words(one.after))
        for one in article.facts(balances)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 32 were hurt.\n\nOf these 20 went home; the other 12 did not.", ("rest", "12", ["20"], ["32"], [])),
        ("Of 120 aboard 84 were saved, leaving 36.", ("rest", "36", ["120", "84"], [], [])),
        ("He lost 210 of its 560 ewes, so that 350 are left.", ("rest", "350", ["210", "560"], [], [])),
        ("It passed by 15 votes to 11, a majority of four.", ("margin", "four", ["15", "11"], [], [])),
        ("It has 26 birds. There are 14 larks and 12 owls.", ("sum", "14", ["14", "12"], ["26"], [])),
        ("They hold 21 of the 45 seats, we 24.", ("sum", "21", ["21", "45", "24"], [], ["45"])),
        ("Ann had £4, Tom £5 and Bob £6, £15 in all.", ("sum", "£4", ["£4", "£5", "£6", "£15"], [], ["£15"])),
        ("Three came, four left. All seven were tired.", ("sum", "Three", ["Three", "four"], ["seven"], [])),
    ],
)
def test_what_has_to_agree(text: str, expected: tuple[str, str, list[str], list[str], list[str]]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    ["He has 12 books, including three novels and four plays.", "In 2001, 2004 and 2005 it rained.", "He left."],
)
def test_what_need_not(text: str) -> None:
    assert found(text) == []


@given(
    st.lists(
        st.sampled_from("12 seven £4m and , . : the other remaining of lead a in all leaving".split()), max_size=30
    )
)
def test_any_words_can_be_read(words: list[str]) -> None:
    found(" ".join(words))
