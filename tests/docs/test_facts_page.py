"""The page on facts is true: its example prints what it says, and the records are those that are exported."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

import copydesk.facts

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")


def fenced(language: str) -> str:
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.M | re.S)
    return str(block)


def test_the_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(fenced("python"), "facts.md", "exec"), {})
    assert capsys.readouterr().out == fenced("text")


def test_every_record_is_there_with_all_its_fields() -> None:
    path = ROOT / "tools" / "facts_reference.py"
    spec = importlib.util.spec_from_file_location("facts_reference", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    outline = [line for line in tool.page().splitlines() if line.startswith(("## ", "### ", "- `"))]
    assert outline == [line for line in PAGE.splitlines() if line.startswith(("## ", "### ", "- `"))], (
        "run python tools/facts_reference.py"
    )


def test_whatever_is_exported_is_there_and_nothing_else_is() -> None:
    for name in copydesk.facts.__all__:
        assert getattr(copydesk.facts, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Nobody'"):
        _ = copydesk.facts.Nobody
