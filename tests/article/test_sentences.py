"""Where sentences end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article.sentences import sentence_spans, small_words, word_spans


def sentences(words: str) -> list[str]:
    return [words[start:end] for start, end in sentence_spans(words)]


@pytest.mark.parametrize(
    "words",
    [
        "Mr. Smith met Gen. Lee at 5 p.m. Tuesday in Washington, D.C., on Jan. 5.",
        "J. K. Rowling of the U.S. Senate spoke to Acme Corp. lawyers.",
        "He paid £3.50, i.e. nothing, for No. 10.",
        "The firm (Acme Inc.) said so, e.g. here … and there.",
    ],
)
def test_abbreviations_and_initials_end_nothing(words: str) -> None:
    assert sentences(words) == [words]


@pytest.mark.parametrize(
    "words",
    [
        ["He left.", "She stayed."],
        ["“It is over,” he said.", "“Go home.”", "They went."],
        ["It works for Acme Corp.", "The company is big."],
        ["Who knows?", "Nobody!", "“Really?”", "Yes."],
        ["He arrived at 5 p.m.", "The doors were shut."],
    ],
)
def test_stops_end_sentences(words: list[str]) -> None:
    assert sentences(" ".join(words)) == words


def test_words_keep_hyphens_apostrophes_and_figures_whole() -> None:
    words = "Kiev's 1,150-strong al-Qaeda unit’s 21.7 miles"
    assert [words[start:end] for start, end in word_spans(words)] == [
        "Kiev's", "1,150", "strong", "al-Qaeda", "unit’s", "21.7", "miles",
    ]  # fmt: skip


@given(st.text() | st.text(st.characters(codec="ascii")))
def test_small_words_are_the_runs_of_letters_and_digits_of_any_alphabet(words: str) -> None:
    assert small_words(words) == tuple(re.findall(r"[^\W_]+", words.lower()))
