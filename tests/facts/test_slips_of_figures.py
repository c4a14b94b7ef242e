"""Figures that are a slip of the keys apart."""

from __future__ import annotations

import pytest

from copydesk.facts.slips_of_figures import is_slip


@pytest.mark.parametrize(("stated", "right"), [(13, 15), (46, 64), (1967, 1976), (12_400, 12_900), (148, 138)])
def test_slips(stated: int, right: int) -> None:
    assert is_slip(stated, right)
    assert is_slip(right, stated)


@pytest.mark.parametrize(("stated", "right"), [(13, 13), (3, 5), (10, 37), (99, 100), (1234, 4321), (1967, 1958)])
def test_no_slips(stated: int, right: int) -> None:
    assert not is_slip(stated, right)
