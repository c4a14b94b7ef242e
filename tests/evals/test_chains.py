"""The recipe that scores chains of mentions: what counts as right, missed and wrong."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    path = Path(__file__).parents[2] / "evals" / "chains.py"
    spec = importlib.util.spec_from_file_location("chains", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TEXT = "A vote is held\n\nDr Ana Silva left Tessera Foods. She said the company knew. Tom Reed stayed."


def row(*mentions: tuple[str, int], kind: str = "person") -> dict[str, Any]:
    chain = {"kind": kind, "name": "x", "mentions": [{"text": text, "nth": nth} for text, nth in mentions]}
    return {"id": "1", "text": TEXT, "chains": [chain]}


def counted(recipe: ModuleType, one: dict[str, Any]) -> Any:
    tallies = {kind: recipe.Tally() for kind in recipe.KINDS}
    recipe.score(one, tallies)
    return tallies[one["chains"][0]["kind"]]


def test_a_chain_that_is_found(recipe: ModuleType) -> None:
    tally = counted(recipe, row(("Dr Ana Silva", 1), ("She", 1)))
    assert (tally.found, tally.labelled, tally.ours_right, tally.ours, tally.without) == (2, 2, 2, 2, 1)


def test_a_title_more_or_less_is_no_miss(recipe: ModuleType) -> None:
    assert counted(recipe, row(("Ana Silva", 1), ("She", 1))).found == 2


def test_a_mention_that_is_missed_and_one_that_is_wrong(recipe: ModuleType) -> None:
    tally = counted(recipe, row(("Tessera Foods", 1), ("vote", 1), kind="organisation"))
    assert (tally.found, tally.labelled, tally.ours_right, tally.ours) == (1, 2, 1, 2)
    assert [(miss.what, "[[vote]]" in miss.around) for miss in tally.misses] == [("missed", True), ("wrong", False)]


def test_a_label_that_is_not_in_the_text_is_named(recipe: ModuleType) -> None:
    with pytest.raises(ValueError, match="“Silva” is not there 2 times"):
        recipe.chains_of(row(("Silva", 2)))
