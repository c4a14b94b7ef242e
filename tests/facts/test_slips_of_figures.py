"""Figures that are a slip of the keys apart."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.facts.slips_of_figures import any_swapped, are_swapped, is_slip


@pytest.mark.parametrize(("stated", "right"), [(13, 15), (46, 64), (1967, 1976), (12_400, 12_900), (148, 138)])
def test_slips(stated: int, right: int) -> None:
    assert is_slip(stated, right)
    assert is_slip(right, stated)


@pytest.mark.parametrize(("stated", "right"), [(13, 13), (3, 5), (10, 37), (99, 100), (1234, 4321), (1967, 1958)])
def test_no_slips(stated: int, right: int) -> None:
    assert not is_slip(stated, right)


@pytest.mark.parametrize(
    ("one", "other", "swapped"),
    [
        ("46", "64", True),
        ("13.4E6", "14.3E6", True),
        ("2.05", "2.50", True),
        ("1200", "2100", True),
        ("46", "46", False),
        ("46", "6.4", False),
        ("10", "1", False),
        ("123", "321", False),
        ("0.5", "0.5", False),
    ],
)
def test_swapped_digits(one: str, other: str, swapped: bool) -> None:
    assert are_swapped(Decimal(one), Decimal(other)) is swapped


@given(st.lists(st.decimals(min_value=-1000, max_value=10**7, places=2, allow_nan=False), max_size=8))
def test_the_quick_look_over_many_finds_what_pairs_would(values: list[Decimal]) -> None:
    pairs = any(are_swapped(one, other) for one in values for other in values if one != other)
    assert any_swapped(values) == pairs
    assert any_swapped([*values, Decimal("13.4"), Decimal("14.3")])
    assert any_swapped([*values, Decimal(405), Decimal(450)])
