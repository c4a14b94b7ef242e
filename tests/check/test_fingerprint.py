"""Fingerprints survive what does not touch the finding: edits elsewhere, moves, wrapping."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Span
from copydesk.check.fingerprint import fingerprint, place_of
from copydesk.rules import Finding

# The name stands first, last, in the middle and alone: at the edges the neighbours must not be seen.
PARAGRAPHS = [
    "Kiev was quiet on Monday, the mayor of the old capital said, and all of its bridges were open again to traffic.",
    "Nobody in the ministry, which had promised a report by the end of the week, would say when trains run to Kiev",
    "The road to Kiev is open, and the queue of lorries at the border, which was nine miles long on Friday, is gone.",
    "Officials of three countries met there to talk about grain, gas and the winter that is now only weeks away.",
]
JOINTS = ("\n\n", "\n", "\r\n\r\n")


def prints(text: str) -> list[str]:
    found = []
    start = text.find("Kiev")
    while start >= 0:
        found.append(fingerprint(text, Finding(Span(start, start + 4), "?", rule="Names.Old")))
        start = text.find("Kiev", start + 1)
    return sorted(found)


@given(st.permutations(PARAGRAPHS), st.sampled_from(JOINTS))
def test_moves(paragraphs: list[str], joint: str) -> None:
    assert prints(joint.join(paragraphs)) == prints("\n\n".join(PARAGRAPHS))


@given(st.integers(30, 100), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "> ", "  "]))
def test_wrapping(width: int, line_end: str, mark: str) -> None:
    wrapped = ["\n".join(mark + line for line in textwrap.wrap(each, width)) for each in PARAGRAPHS]
    text = f"\n{mark.strip()}\n".join(wrapped).replace("\n", line_end)
    assert prints(text) == prints("\n\n".join(PARAGRAPHS))


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.integers(0, 4))
def test_edits_elsewhere(added: str, at: int) -> None:
    paragraphs = [*PARAGRAPHS[:at], added.replace("Kiev", ""), *PARAGRAPHS[at:]]
    assert prints("\n\n".join(paragraphs)) == prints("\n\n".join(PARAGRAPHS))


def test_on_a_page_blocks_are_the_edges() -> None:
    one, two = (f"<p class='a'>{each}</p>" for each in PARAGRAPHS[:2])
    assert prints(one + two) == prints(two + one) == prints(f"{two}\n{one}")


def test_a_stet_beside_it_changes_nothing() -> None:
    text = "\n\n".join(PARAGRAPHS)
    for stet in ("<!-- stet -->\n\nKiev was", "<!-- stet -->\nKiev was", "Kiev <!-- stet --> was"):
        assert prints(text.replace("Kiev was", stet)) == prints(text)


@pytest.mark.parametrize("words", ["road to Kiev", "run to Kiev"])
def test_the_words_beside_it_tell_places_apart(words: str) -> None:
    text = "\n\n".join(PARAGRAPHS)
    start = text.index(words) + len(words) - 4
    changed = text.replace(words, words.replace("to", "via"))
    assert prints(changed) != prints(text)
    assert place_of(text, Span(start, start + 4)).words == "Kiev"


def test_a_huge_line_costs_no_more() -> None:
    text = "word " * 2_000_000
    assert place_of(text, Span(5_000_000, 5_000_004)).before == "word word word word word"
