"""The recipe that scores our values on the cases of Recognizers-Text: what is right, and what is out of scope."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    path = Path(__file__).parents[2] / "evals" / "recognizers.py"
    spec = importlib.util.spec_from_file_location("recognizers", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def case(recipe: ModuleType, folder: Path, text: str, words: str, **resolution: str) -> Any:
    """Return a case as it is read from a file: `text` with `words` expected as a value."""
    start = text.index(words)
    expected = {"Text": words.lower(), "Start": start, "End": start + len(words) - 1, "Resolution": resolution}
    (folder / "cases.json").write_text(json.dumps([{"Input": text, "Results": [expected]}]), encoding="utf-8-sig")
    (read,) = recipe.cases_of(folder / "cases.json")
    return read


def test_a_case_is_right_where_words_and_value_agree(recipe: ModuleType, tmp_path: Path) -> None:
    agrees = recipe.SETS["money"][1]
    assert recipe.is_right(case(recipe, tmp_path, "It cost $20 then", "$20", value="20"), agrees)
    assert not recipe.is_right(case(recipe, tmp_path, "It cost $20 then", "$20", value="21"), agrees)
    assert not recipe.is_right(case(recipe, tmp_path, "It cost $20 then", "$20 then", value="20"), agrees)


def test_a_hedge_is_left_out_of_what_is_expected(recipe: ModuleType, tmp_path: Path) -> None:
    agrees = recipe.SETS["numbers"][1]
    assert recipe.is_right(case(recipe, tmp_path, "more than 20 men", "more than 20", value="20"), agrees)


@pytest.mark.parametrize(
    ("of", "text", "words", "value", "reason"),
    [
        ("money", "about c $ 1.34 a share", "c $ 1.34", "1.34", "taken apart"),
        ("money", "up to $1.34 a share", "$1.34", "1.34", ""),
        ("numbers", "it is one over three", "one over three", "0.3333", "a sum"),
        ("ordinals", "the last one", "last", "", "a word without"),
    ],
)
def test_what_is_out_of_scope(
    recipe: ModuleType, tmp_path: Path, of: str, text: str, words: str, value: str, reason: str
) -> None:
    found = recipe.out_of_scope(of, case(recipe, tmp_path, text, words, value=value))
    assert found.startswith(reason)
    assert bool(found) == bool(reason)
