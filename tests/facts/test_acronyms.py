"""Acronyms and what an article says they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.facts import acronyms


def article(body: str) -> Article:
    return read(Source.from_text(f"The headline of the day\n\n{body}\n", "a.txt"))


@pytest.mark.parametrize(
    ("body", "acronym", "phrase"),
    [
        ("The World Health Organization (WHO) said so.", "WHO", "World Health Organization"),
        ("WHO (World Health Organization) said so.", "WHO", "World Health Organization"),
        ("The Financial Conduct Authority, or FCA, said so.", "FCA", "Financial Conduct Authority"),
        ("A gross domestic product (GDP) of two.", "GDP", "gross domestic product"),
        ("The Kurdistan Workers' Party (PKK) said so.", "PKK", "Kurdistan Workers' Party"),
        ("Non-governmental organizations (NGOs) left.", "NGO", "Non-governmental organizations"),
    ],
)
def test_expansions(body: str, acronym: str, phrase: str) -> None:
    assert article(body).facts(acronyms).expanded == {acronym: phrase}


@pytest.mark.parametrize(
    "body", ["The firm (NYSE: F) rose.", "It rained (a lot) in the USA.", "He said (WHO knows) so."]
)
def test_what_stands_in_brackets_for_another_reason(body: str) -> None:
    assert not article(body).facts(acronyms).expanded


def test_a_full_name_anywhere_is_noticed() -> None:
    found = article("The National Rifle Association objected. The NRA will sue.").facts(acronyms)
    assert found.spelt_out == {"NRA"}


def test_uses_have_their_places() -> None:
    one = article("The NRA and two SUVs; @NATO, B-52s and www.EU.org are none.")
    assert [one.words_at(use.span) for use in one.facts(acronyms).uses] == ["NRA", "SUV"]


@given(st.text(alphabet="ABCab ().,'&\n", max_size=120))
def test_any_text_can_be_asked(text: str) -> None:
    one = article(text)
    for use in one.facts(acronyms).uses:
        assert one.words_at(use.span) == use.text
