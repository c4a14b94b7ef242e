"""Graphemes: borders are found in bounded steps, however many marks a letter has."""

from __future__ import annotations

from copydesk.article.composing import composed
from copydesk.article.graphemes import is_border
from copydesk.article.prose import Prose


def test_borders() -> None:
    assert [is_border("e\u0301a", offset) for offset in range(4)] == [True, False, True, True]


def test_a_letter_with_thousands_of_marks_is_read() -> None:
    text = "a" + "\u0300\u0301" * 30_000
    assert not is_border(text, 30_000)  # it looks back a little, not over all of them
    assert composed(Prose.verbatim(text, 0, len(text))).words.startswith("à")
