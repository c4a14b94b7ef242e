"""Spellings of two countries."""

import pytest

from copydesk.facts.words.dialects import neutral


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organised", "organized"),
        ("analysing", "analyzing"),
        ("cancelled", "canceled"),
        ("colours", "colors"),
        ("neighbourhood", "neighborhood"),
        ("centres", "centers"),
        ("programme", "program"),
        ("defence", "defense"),
        ("storey", "story"),
        ("paediatric", "pediatric"),
        ("Catalogue", "catalog"),
        ("jewellery", "jewelry"),
        ("traveller", "traveler"),
    ],
)
def test_one_word_has_one_key(british: str, american: str) -> None:
    assert neutral(british) == neutral(american)


@pytest.mark.parametrize(("wrong", "right"), [("teh", "the"), ("recieve", "receive"), ("goverment", "government")])
def test_a_mistake_is_not_a_dialect(wrong: str, right: str) -> None:
    assert neutral(wrong) != neutral(right)
