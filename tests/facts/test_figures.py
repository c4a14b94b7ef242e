"""Figures as kinds: money, percentages, years, counts."""

from __future__ import annotations

import pytest

from copydesk.facts.figures import figured


@pytest.mark.parametrize(
    ("words", "kind", "unit", "span"),
    [
        ("It cost A$4.50 then.", "money", "A$", "A$4.50"),
        ("It cost 3 million euros then.", "money", "euro", "3 million euros"),
        ("Shares closed at 605p.", "money", "pence", "605p"),
        ("Some 5 per cent left.", "percent", "%", "5 per cent"),
        ("Up 1.5 percentage points.", "points", "%", "1.5 percentage points"),
        ("In 1987 they met.", "year", "", "1987"),
        ("Some 2000 people met.", "count", "people", "2000"),
        ("It has 12 members.", "count", "member", "12"),
    ],
)
def test_kinds(words: str, kind: str, unit: str, span: str) -> None:
    (figure,) = figured(words).figures
    assert (figure.kind, figure.unit, words[slice(*figure.span)]) == (kind, unit, span)


def test_prose_has_one_sign_for_each_figure_and_no_conversions() -> None:
    read = figured("Profit rose 76% to $1.13bn (£600m; €700m) in 2004.")
    signs = [sign for sign in read.text if "\ue000" <= sign <= "\uf3ff"]
    assert [read.at(sign).kind for sign in signs] == ["percent", "money", "year"]
    assert "(" not in read.text


def test_prose_with_private_code_points_is_left_alone() -> None:
    assert figured("A \ue000 and 12 more.").figures == ()
