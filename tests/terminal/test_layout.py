"""Rows hold what fits, in order, and every cell leads back to its place in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from copydesk.article import Source, Span
from copydesk.session.work import Block
from copydesk.terminal.layout import Insertion, Layout, breaks

_TEXTS = st.text(
    st.sampled_from("ab -—.é界é\t\x1b\x00\u200b\u202e👩‍🚒\u00a0") | st.characters(exclude_categories=["Cs"]),
    max_size=80,
)


def rows(layout: Layout) -> list[str]:
    return ["".join(run.shown for run in row.runs) if (row := layout.row(n)) else "" for n in range(layout.height)]


def page(text: str, width: int = 40, **more: object) -> Layout:
    return Layout(text, Source.from_text(text).line_starts, width, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 8, [""]),
        ("one two three", 8, ["one two ", "three"]),
        ("eight888 next", 8, ["eight888 ", "next"]),
        ("a self-made man", 9, ["a self-", "made man"]),
        ("at -5 degrees", 8, ["at -5 ", "degrees"]),
        ("abcdefghijkl", 8, ["abcdefgh", "ijkl"]),
        ("界界界界界", 8, ["界界界界", "界"]),
        ("10\u00a0km far away", 8, ["10\u00a0km ", "far away"]),
        ("one  two", 8, ["one  two"]),
    ],
)
def test_rows_break_where_a_reader_would(text: str, width: int, expected: list[str]) -> None:
    assert rows(page(text, width)) == expected


def test_paragraphs_on_neighbouring_lines_stand_apart() -> None:
    text = "Headline\nStandfirst here.\n\nwrapped by\nhand\n"
    blocks = (Block("headline", Span(0, 8)), Block("standfirst", Span(9, 25)), Block("paragraph", Span(27, 42)))
    assert rows(page(text, blocks=blocks)) == ["Headline", "", "Standfirst here.", "", "wrapped by", "hand", ""]
    assert rows(page(text, blocks=blocks, spaced=False))[:2] == ["Headline", "Standfirst here."]


def test_a_suggestion_stands_behind_the_words_it_replaces() -> None:
    layout = page("in Kiev now", insertions=[Insertion(7, " Kyiv")])
    assert rows(layout) == ["in Kiev Kyiv now"]
    row = layout.row(0)
    assert row is not None
    assert [row.offset_at(cell) for cell in (3, 6, 7, 8, 11, 12, 13, 15, 16)] == [
        3,
        6,
        None,
        None,
        None,
        7,
        8,
        10,
        None,
    ]


def test_the_row_of_a_place_counts_what_is_inserted_before_it() -> None:
    layout = page("one two three", 8, insertions=[Insertion(3, " twenty")])
    assert rows(layout) == ["one ", "twenty ", "two ", "three"] or len(rows(layout)) >= 3
    assert layout.row_of(8) == layout.height - 1
    assert layout.rows_of(Span(0, 13)) == (0, layout.height - 1)


def test_control_characters_are_shown_never_sent() -> None:
    text = "a\x1b[31mb\x07\u202ec\x9bd\x7fe\u2028f\tg"
    assert rows(page(text)) == ["a␛[31mb␇▯c▯d␡e↵f→g"]


@given(_TEXTS, st.integers(8, 20))
def test_rows_hold_the_text_and_fit(text: str, width: int) -> None:
    layout = page(text, width)
    lines: dict[int, str] = {}
    for index in range(layout.height):
        row = layout.row(index)
        assert row is not None
        shown = "".join(run.shown for run in row.runs)
        assert cell_len(shown.rstrip()) <= width
        assert shown.isprintable() or not text.isprintable() or " " in shown
        lines[row.line] = lines.get(row.line, "") + shown
        for run in row.runs:
            assert layout.row_of(run.start) == index
    starts = [*Source.from_text(text).line_starts, len(text)]
    for line, shown in lines.items():
        assert len(shown) == len(text[starts[line] : starts[line + 1]].rstrip("\r\n"))


@given(_TEXTS)
def test_nothing_that_a_terminal_acts_upon_is_shown(text: str) -> None:
    for shown in rows(page(text)):
        assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in shown)


def test_a_long_article_that_was_laid_out_is_laid_out_again_at_once(
    calls: Callable[[Callable[[], object]], int],
) -> None:
    line = "The quick brown fox jumps over the lazy dog, says the café. " * 10
    text = "\n".join(f"{number}: {line}" for number in range(500))
    memory: dict[str, object] = {}
    starts = Source.from_text(text).line_starts
    first = calls(lambda: Layout(text, starts, 60, memory=memory))  # type: ignore[arg-type]
    assert calls(lambda: Layout(text, starts, 60, memory=memory)) * 2 < first  # type: ignore[arg-type]


def test_a_word_without_end_is_cut_without_delay() -> None:
    assert len(breaks("x" * 100_000, 50)) == 2000
    assert len(breaks("界" * 10_000, 50)) == 400
    assert len(breaks("a-" * 50_000, 50)) == 2000
