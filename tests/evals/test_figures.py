"""The recipe that scores figures on labelled articles."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

TEXT = "Harrow Mills grows\n\nProfit at Harrow Mills rose 12 percent to £4 million in 2023. It employs 340 people."


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    path = Path(__file__).parents[2] / "evals" / "figures.py"
    spec = importlib.util.spec_from_file_location("evals_figures", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["evals_figures"] = module
    spec.loader.exec_module(module)
    return module


def test_a_figure_is_found_and_its_fields_are_compared(recipe: ModuleType) -> None:
    label = {"text": "12 percent", "nth": 1, "noun": "profit", "owner": "Harrow Mills", "time": "2024", "role": "by"}
    (one,) = recipe.scored({"id": "a", "text": TEXT, "figures": [label]})
    assert one.figure is not None
    assert one.right == {"noun", "owner", "role"}


def test_what_is_no_figure_is_not_found(recipe: ModuleType) -> None:
    label = {"text": "Profit", "nth": 1, "noun": None, "owner": None, "time": None, "role": "plain"}
    (one,) = recipe.scored({"id": "a", "text": TEXT, "figures": [label]})
    assert one.figure is None


@pytest.mark.parametrize(
    ("expected", "given", "right"),
    [
        ("Dr Ana Silva", "Silva", True),
        ("the new bridge", "new bridge", True),
        ("Harrow Mills", "Leeds", False),
        (None, "Leeds", False),
        (None, "", True),
        ("children at the school", "children", True),
    ],
)
def test_owners_are_compared_by_their_words(
    recipe: ModuleType, expected: str | None, given: str, right: bool
) -> None:
    assert recipe.agree("owner", expected, given, {}.get) is right


def test_the_nth_occurrence(recipe: ModuleType) -> None:
    assert recipe.place("12 and 12", "12", 2) == (7, 9)
    with pytest.raises(ValueError, match="not found"):
        recipe.place("12", "12", 2)
