"""Which names are one slip from a well-known person's, or from a place's of several words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk_rules.names._place_slips import nearest_of_many, of_river, with_letters_moved
from copydesk_rules.names._well_known import nearest

NAMES = ["Alfred Russel Wallace", "Isambard Kingdom Brunel", "Sidney Poitier", "Donald Rumsfeld", "Le Corbusier"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_as_it_is_has_no_slip(name: str) -> None:
    assert nearest(name.split()) is None


@given(st.sampled_from(NAMES), st.data())
def test_a_letter_left_out_or_doubled_is_found(name: str, data: st.DataObject) -> None:
    *first, last = name.split()
    at = data.draw(st.integers(1, len(last) - 1))
    wrong = data.draw(st.sampled_from([last[:at] + last[at + 1 :], last[:at] + last[at] + last[at:]]))
    found = nearest((*first, wrong))
    assert found is not None
    assert found.right == last


@pytest.mark.parametrize("name", ["Mohammad Hatami", "Askar Akaev", "Viktor Yanukovich", "Mahinda Rajapakse"])
def test_another_romanization_is_no_slip(name: str) -> None:
    assert nearest(name.split()) is None


@pytest.mark.parametrize(("wrong", "right"), [("Addis Abbaba", "Addis Ababa"), ("Rio de Janiero", "Rio de Janeiro")])
def test_a_place_of_several_words(wrong: str, right: str) -> None:
    place = nearest_of_many(wrong)
    assert place is not None
    assert place.name == right


@pytest.mark.parametrize("name", ["Addis Abeba", "New York", "Buenos Aires", "Alma Ata"])
def test_what_may_be_right(name: str) -> None:
    assert nearest_of_many(name) is None


def test_on_and_upon() -> None:
    assert of_river("Berwick-on-Tweed") is not None
    assert of_river("Stoke-on-Trent") is None
    assert of_river("Burton-on-Trent") is None


def test_two_letters_in_another_order() -> None:
    assert [place.name for place in with_letters_moved("Llandielo")] == ["Llandeilo"]
    assert with_letters_moved("Llandeilo") == ()
