"""Texts that are sent, and places in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Part, Source, Span, read
from copydesk.article.prose import Prose
from copydesk.engines.languagetool.text import Units, cut_to_size, pieces

LETTERS = st.text(st.sampled_from("ab 😀𝔸é\n"), max_size=60)


@given(LETTERS)
def test_units_and_code_points_are_converted_both_ways(text: str) -> None:
    units = Units(text)
    for index in range(len(text) + 1):
        unit = len(text[:index].encode("utf-16-le")) // 2
        assert units.units(index) == unit
        assert units.points(unit) == index


@given(st.lists(st.text(st.sampled_from("ab 😀"), min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=8))
def test_a_place_in_what_is_sent_is_the_same_words_in_the_part(paragraphs: list[str]) -> None:
    article = read(
        Source.from_text("\n\n".join(["Headline", *(text.strip() for text in paragraphs)]) + "\n", "a.txt")
    )
    for piece in pieces(article.parts)[0]:
        for start in range(len(piece.text)):
            for end in range(start + 1, min(start + 6, len(piece.text)) + 1):
                place = piece.place(start, end)
                if place is not None:
                    number, span = place
                    assert article.parts[number].words[span.start : span.end] == piece.text[start:end]
                else:
                    assert "\n\n" in piece.text[max(start - 1, 0) : end + 1]


def test_a_long_article_is_sent_in_pieces_that_hold_all_of_it() -> None:
    text = "Headline\n\n" + "The quick brown fox jumps over the lazy dog. \n\n" * 4000
    parts = read(Source.from_text(text, "a.txt")).parts
    sent, notices = pieces(parts)
    assert len(sent) > 2
    assert notices == []
    assert "\n\n".join(piece.text for piece in sent) == "\n\n".join(part.words for part in parts)
    assert [piece.first for piece in sent] == sorted({piece.first for piece in sent})


def test_an_endless_sentence_is_cut_and_what_follows_stays_in_its_place() -> None:
    endless = "and the fox " * 8_000
    text = f"It begins. {endless}ran. It is over."
    part = Part("paragraph", Span(0, len(text)), Prose.verbatim(text, 0, len(text)))
    words, lost = cut_to_size(part)
    assert len(words) == len(part.words)
    assert words.startswith("It begins. and the fox")
    assert words.endswith("It is over.")
    assert lost == [96_015]
    assert len(words.replace("\n", "")) < 7_000
    assert pieces([part])[1] == ["a sentence of 96,015 characters was cut: grammar was checked in the first 6,000"]


def test_a_place_across_two_parts_is_in_none() -> None:
    parts = read(Source.from_text("Headline\n\nOne.\n\nTwo.\n", "a.txt")).parts
    (piece,) = pieces(parts)[0]
    at = piece.text.index("Two")
    assert piece.place(at, at + 3) == (2, Span(0, 3))
    assert piece.place(at - 3, at + 3) is None
