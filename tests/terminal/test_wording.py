"""Findings in few words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from copydesk.article import Edit, Span
from copydesk.rules import Finding, Fix
from copydesk.terminal.glyphs import visible
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
    ("text", "edits", "change"),
    [
        ("A <b>Ki</b>ev man", [Edit(5, 7, "Ky"), Edit(11, 13, "iv")], ("Ki</b>ev", "Ky</b>iv")),
        ("A *Ki*ev man", [Edit(3, 3, "so "), Edit(6, 8, "iv")], ("Ki*ev", "so Ki*iv")),
        ("A Ki" + " " * 300 + "ev man", [Edit(2, 4, "Ky"), Edit(304, 306, "iv")], ("Ki", "Ky")),
    ],
)
def test_all_pieces_of_a_change_that_markup_splits_are_shown(
    text: str, edits: list[Edit], change: tuple[str, str]
) -> None:
    assert change_of(Fix("", tuple(edits)), text) == change
    assert change_of(Fix("", tuple(edits), everywhere=True), text) == trimmed_first(edits[0], text)


def trimmed_first(edit: Edit, text: str) -> tuple[str, str]:
    return text[slice(*edit.span)], edit.text.strip()


_PICTURES = st.text(
    st.sampled_from("👩👧💻🏳🌈🚒❤☎1a👍🏽🇬🇧🧑界é") | st.sampled_from("\u200d\ufe0f\u20e3\u0301"), max_size=12
)


@given(_PICTURES)
def test_what_is_shown_is_as_wide_as_its_characters(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert cell_len(shown) == sum(map(cell_len, shown))


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
