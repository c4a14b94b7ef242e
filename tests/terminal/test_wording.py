"""Findings in few words."""

from __future__ import annotations

import pytest

from copydesk.article import Edit, Span
from copydesk.rules import Finding, Fix
from copydesk.terminal.wording import (
    after,
    change_of,
    counted,
    evidence_of,
    one_line,
    rule_title,
    shortened,
    trimmed,
    wrapped,
)

TEXT = "captured 1,150 square kilometers of territory"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(9, 32, "1,150 square kilometers (444 square miles)"), Edit(32, 32, " (444 square miles)")),
        (Edit(9, 32, "some 1,150 square kilometers"), Edit(9, 9, "some ")),
        (Edit(9, 32, "1,150 square miles"), Edit(22, 32, "miles")),
        (Edit(9, 32, "1,150 cubic kilometers"), Edit(15, 21, "cubic")),
        (Edit(9, 14, "1,140"), Edit(9, 14, "1,140")),
        (Edit(9, 14, ""), Edit(9, 14, "")),
    ],
)
def test_only_whole_words_that_change_are_shown(edit: Edit, expected: Edit) -> None:
    assert trimmed(edit, TEXT) == expected


def test_a_change_in_few_words() -> None:
    assert change_of(Fix("", (Edit(9, 14, "1,\n140"),)), TEXT) == ("1,150", "1, 140")
    assert change_of(Fix("", ()), TEXT) == ("", "")
    assert after(Span(9, 21), Fix("", (Edit(14, 15, "-"), Edit(40, 41, "x"))), TEXT) == "1,150-square"


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        ("Names.InconsistentSpelling", "Inconsistent spelling"),
        ("Grammar.MORFOLOGIK_RULE_EN_US", "Morfologik rule en us"),
        ("Google.Acronyms", "Acronyms"),
    ],
)
def test_rules_are_named_as_a_person_says_them(rule: str, title: str) -> None:
    assert rule_title(rule) == title


def test_words_fit_in_cells() -> None:
    assert shortened("abc", 3) == "abc"
    assert shortened("abcd", 3) == "ab…"
    assert shortened("界界界", 4) == "界…"
    assert shortened("abc", 0) == ""
    assert wrapped("one two\nthree", 8) == ["one two", "three"]
    assert one_line("a \n b\x1b") == "a b␛"
    assert counted(1, "error", "errors") == "1 error"
    assert counted(0, "error", "errors") == "0 errors"


def test_evidence_is_one_line() -> None:
    finding = Finding(Span(0, 0), "", confidence=0.8, evidence="GeoNames has it.")
    assert evidence_of(finding) == "GeoNames has it. 80% sure"
    assert evidence_of(Finding(Span(0, 0), "")) == ""
