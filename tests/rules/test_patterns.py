"""Patterns that are kept compiled: the same as if they were compiled anew, or else compiled anew."""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import patterns
from copydesk.rules.loading import installed_rules

TEXT = r"(?P<day>mon|tues)day(?:,\s(\d{1,2}))?(?P<rest>.*)"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where patterns are kept, and nothing is as yet."""
    path = tmp_path / "kept"
    monkeypatch.setattr(patterns, "_file", lambda: path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    patterns._kept.cache_clear()
    yield path
    patterns._kept.cache_clear()


def test_every_pattern_of_the_rules_comes_back_the_same(file: Path) -> None:
    assert installed_rules()[0]
    patterns.keep()
    kept = patterns._kept()
    assert len(kept) > 500
    for (text, flags), numbers in kept.items():
        back, anew = patterns._revived(text, patterns._Numbers(*numbers)), re.compile(text, flags)
        assert back == anew  # `re` compares what they were compiled to
        assert (back.flags, back.groups, back.groupindex) == (anew.flags, anew.groups, anew.groupindex)


@given(st.sampled_from([0, re.I, re.M | re.X]), st.text("Mondays, 12\nx"))
def test_a_kept_pattern_finds_the_same(flags: int, words: str) -> None:
    back, anew = patterns._revived(TEXT, patterns._numbers(TEXT, flags)), re.compile(TEXT, flags)
    assert [match.groupdict() for match in back.finditer(words)] == [
        match.groupdict() for match in anew.finditer(words)
    ]
    assert back.sub(r"\g<rest>\2", words) == anew.sub(r"\g<rest>\2", words)


def test_what_is_kept_is_not_compiled_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = patterns.pattern(TEXT, re.I)
    patterns.keep()
    monkeypatch.setattr(re, "compile", None)
    assert made.search("On Monday, 12")


def test_what_no_rule_has_any_longer_goes_when_there_is_too_much(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_made", [])
    monkeypatch.setattr(patterns, "_MOST", 2)
    first, second = patterns.pattern("1"), patterns.pattern("2")
    patterns.keep()
    del first
    third = patterns.pattern("3")
    patterns.keep()
    assert [text for text, _ in patterns._kept()] == ["2", "3"]
    assert second.match("2")
    assert third.match("3")


@pytest.mark.parametrize(
    "content",
    [b"", b"no such thing", marshal.dumps(1), marshal.dumps(("another Python", {(TEXT, 0): ()})), marshal.dumps({})],
)
def test_a_file_that_is_of_no_use_is_none(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert patterns.pattern(TEXT).search("monday")
    patterns.keep()
    assert patterns._kept()  # written anew


@pytest.mark.parametrize("numbers", [(), (32, b"\1\2\3", 0, {}), (32, b"\xff" * 400, 2, {"day": 1}), "rubbish", 7])
def test_numbers_that_are_damaged_are_made_anew(file: Path, numbers: object) -> None:
    file.write_bytes(marshal.dumps((sys.version, {(TEXT, 0): numbers})))
    found = patterns.pattern(TEXT).search("monday, 3")
    assert found is not None
    assert found["day"] == "mon"


def test_nothing_is_written_where_python_writes_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = patterns.pattern(TEXT)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    patterns.keep()
    assert made.search("monday")
    assert not file.exists()
