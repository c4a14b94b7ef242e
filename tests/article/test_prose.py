"""Prose and its map to the text."""

import pytest

from copydesk.article import Span
from copydesk.article.prose import Prose

TEXT = "The **Sud**za of Erdo&#287;an"
PROSE = Prose.joined([("The ", 0, 4), ("Sud", 6, 9), ("za of Erdo", 11, 21), ("ğ", 21, 27), ("an", 27, 29)])


def test_a_word_split_by_markup_is_read_whole_and_found_whole() -> None:
    start = PROSE.words.index("Sudza")
    span = PROSE.span(start, start + 5)
    assert PROSE.words == "The Sudza of Erdoğan"
    assert TEXT[span.start : span.end] == "Sud**za"


def test_an_entity_is_indivisible() -> None:
    start = PROSE.words.index("ğ")
    assert PROSE.span(start, start + 1) == Span(21, 27)
    assert TEXT[slice(*PROSE.span(start - 4, start + 3))] == "Erdo&#287;an"


def test_an_insertion_goes_behind_the_words_before_it() -> None:
    assert PROSE.span(7, 7) == Span(9, 9)
    assert PROSE.span(0, 0) == Span(0, 0)


def test_the_way_back_leads_to_the_same_word() -> None:
    for offset in range(len(PROSE.words)):
        assert PROSE.offset(PROSE.span(offset, offset + 1).start) == offset


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 99)])
def test_what_is_outside_raises(span: tuple[int, int]) -> None:
    with pytest.raises(IndexError):
        PROSE.span(*span)
