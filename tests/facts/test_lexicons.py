"""Lexicons are YAML: what is read from them here is what a YAML library reads."""

from pathlib import Path

import pytest
import yaml

import copydesk.engines
import copydesk.facts.claims
import copydesk_rules.headline
from copydesk.facts.lexicons import lines, read, words

MODULES = (copydesk.engines, copydesk.facts.claims, copydesk_rules.headline)
FOLDERS = [Path(module.__file__ or "").parent / "data" for module in MODULES]
LEXICONS = [file for folder in FOLDERS for file in sorted(folder.glob("*.yaml"))]


@pytest.mark.parametrize("file", LEXICONS, ids=lambda file: file.name)
def test_a_lexicon_is_yaml_and_names_its_source(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert read(file) == yaml.safe_load(text)
    assert "Source" in text


def test_words_and_lines(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text('# Source: none\nsaid: say tell # two\n  add\npairs:\n- rise climb / fall\n- "9/11"\n', "utf-8")
    assert words(file, "said") == ["say", "tell", "add"]
    assert lines(file, "pairs") == ["rise climb / fall", "9/11"]


@pytest.mark.parametrize("text", ["- one\n", "said: say\n- tell\n", "words\n"])
def test_what_is_no_lexicon_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.yaml, line \d"):
        read(file)
