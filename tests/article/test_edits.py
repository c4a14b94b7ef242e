"""Edits: all or none, what is not edited stays, positions follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Edit, OverlappingEdits, PositionMap, Span
from copydesk.article.edits import apply, inverse


@st.composite
def text_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [Edit(start, end, draw(st.text(max_size=5))) for start, end in spans]


@given(text_and_edits())
def test_inverse_takes_every_set_of_edits_back(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    assert apply(apply(text, edits), inverse(text, edits)) == text


@given(text_and_edits())
def test_order_of_edits_does_not_matter(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    distinct = list({edit.start: edit for edit in edits}.values())
    assert apply(text, distinct) == apply(text, list(reversed(distinct)))


@given(text_and_edits(), st.data())
def test_an_untouched_character_is_found_where_it_went(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    text, edits = case
    untouched = [i for i in range(len(text)) if not any(edit.start <= i < edit.end for edit in edits)]
    if not untouched:
        return
    offset = data.draw(st.sampled_from(untouched))
    positions = PositionMap(edits, len(text))
    assert apply(text, edits)[positions.position(offset, after=True)] == text[offset]
    moved = positions.span(Span(offset, offset + 1))
    assert moved is not None
    assert apply(text, edits)[moved.start : moved.end] == text[offset]


@given(text_and_edits(), st.data())
def test_a_span_survives_exactly_if_no_edit_touches_its_words(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = case
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    moved = PositionMap(edits, len(text)).span(Span(start, end))
    if moved is not None:
        assert apply(text, edits)[moved.start : moved.end] == text[start:end]
    elif start < end:
        assert any(edit.start < end and start < edit.end for edit in edits)


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 3, "a"), Edit(2, 5, "b")],
        [Edit(0, 3, "a"), Edit(0, 3, "a")],
        [Edit(4, 9, "a")],
        [Edit(3, 2, "a")],
    ],
)
def test_overlapping_edits_and_edits_outside_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(OverlappingEdits):
        apply("abcde", edits)


def test_insertions_at_one_place_keep_their_order() -> None:
    assert apply("ab", [Edit(1, 1, "x"), Edit(1, 1, "y"), Edit(1, 2, "z")]) == "axyz"


def test_a_position_at_an_insertion_stays_before_it_unless_asked() -> None:
    positions = PositionMap([Edit(2, 2, "xx")], 4)
    assert (positions.position(2), positions.position(2, after=True), positions.position(3)) == (2, 4, 5)


def test_a_position_in_replaced_words_goes_to_an_end_of_their_replacement() -> None:
    positions = PositionMap([Edit(2, 6, "xyz")], 9)
    assert (positions.position(4), positions.position(4, after=True)) == (2, 5)
