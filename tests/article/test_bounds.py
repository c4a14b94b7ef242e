"""What is too large to be copy is left out, and a notice says so."""

import pytest

from copydesk.article import Article, Source, UnreadableSource, read
from copydesk.article.bounds import LONGEST_ARTICLE, LONGEST_HEADLINE, LONGEST_PARAGRAPH, LONGEST_WORD
from copydesk.article.pieces import PLACEHOLDER

LONG = "ab.," * (LONGEST_WORD // 4)


def article(text: str, name: str = "a.txt") -> Article:
    return read(Source.from_text(text, name))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_word_as_long_as_any_is_read(name: str) -> None:
    one = article(f"<h1>Harbour plan</h1>\n\n<p>The plan {LONG} went through.</p>\n", name)
    assert LONG in one.parts[-1].words
    assert not one.notices


@pytest.mark.parametrize(("name", "line"), [("a.txt", 3), ("a.md", 3), ("a.html", 3)])
def test_an_endless_word_is_left_out_and_the_rest_keeps_its_place(name: str, line: int) -> None:
    text = f"Harbour plan\n\nThe caf&eacute; {LONG}x went through.\n"
    one = article(text if name == "a.txt" else f"<h1>Harbour plan</h1>{text[12:]}", name)
    part = one.parts[-1]
    assert part.words.endswith(f" {PLACEHOLDER} went through.")
    at = part.words.index("went")
    assert one.words_at(part.text_span(at, at + 4)) == "went"
    assert one.words_at(part.text_span(part.words.index(PLACEHOLDER), at)) == f"{LONG}x "
    assert one.notices == (
        f"{name}:{line}: 1,001 characters without a blank are no word (at most 1,000): not checked",
    )


def test_entities_in_an_endless_word_go_with_it() -> None:
    one = article(f"<h1>Harbour plan</h1><p>Then {'&amp;' * 1_001} left.</p>", "a.html")
    assert one.parts[-1].words == f"Then {PLACEHOLDER} left."
    assert one.words_at(one.parts[-1].text_span(5, 6)) == "&amp;" * 1_001


def test_several_are_said_once() -> None:
    one = article(f"Harbour plan\n\n{LONG}x a {LONG}y\n\n{LONG}z\n")
    assert len(one.parts) == 2
    assert "and in 2 other places" in one.notices[0]


def test_a_headline_as_long_as_a_story_is_a_paragraph() -> None:
    words = " ".join(["Harbour"] * LONGEST_HEADLINE)
    assert article(f"{words}\n\nStory.\n").headline
    one = article(f"{words} plan\n\nStory.\n")
    assert one.headline is None
    assert [part.kind for part in one.parts] == ["paragraph", "paragraph"]
    assert "a headline of more than 100 words was checked as a paragraph" in one.notices[0]


def test_what_is_longer_than_a_book_is_checked_as_far_as_a_book_goes() -> None:
    paragraph = ("The plan went through. " * 400).strip()
    number = LONGEST_ARTICLE // len(paragraph) + 2
    one = article("Harbour plan\n\n" + f"{paragraph}\n\n" * number)
    assert LONGEST_ARTICLE - 2 * len(paragraph) < sum(len(part.words) for part in one.parts) <= LONGEST_ARTICLE
    assert "nothing was checked from here on" in one.notices[0]
    assert one.notices[0].startswith(f"a.txt:{2 * len(one.parts) + 1}: ")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_paragraph_as_long_as_a_story_is_read_in_pieces_at_its_sentences(name: str) -> None:
    sentence = (
        "The plan of the town went <b>through</b>." if name == "a.html" else "The plan of the town went through."
    )
    body = " ".join([sentence] * 1_000)
    one = article(f"<h1>Harbour plan</h1>\n<p>{body}</p>" if name == "a.html" else f"# Harbour plan\n\n{body}", name)
    pieces = one.parts[1:]
    assert " ".join(part.words for part in pieces) == body.replace("<b>", "").replace("</b>", "")
    assert all(len(part.words) <= LONGEST_PARAGRAPH and part.words.endswith(".") for part in pieces)
    assert len(pieces) == 4
    for part in pieces:
        at = part.words.rindex("went")
        assert one.words_at(part.text_span(at, at + 4)) == "went"
        assert part.text_span(0, len(part.words)) == part.span
    assert "was checked in pieces of at most 10,000" in one.notices[0]


def test_without_sentences_it_is_cut_at_blanks() -> None:
    one = article("Harbour plan\n\n" + "harbour " * 5_000)
    assert " ".join(part.words for part in one.parts[1:]).split() == ["harbour"] * 5_000
    assert max(len(part.words) for part in one.parts) <= LONGEST_PARAGRAPH


def test_an_endless_blank_is_read_as_one() -> None:
    one = article(f"Harbour plan\n\nThe plan{' ' * 200}went through.\n")
    assert one.parts[1].words == "The plan went through."
    assert one.words_at(one.parts[1].text_span(9, 13)) == "went"
    assert not one.notices


def test_parts_have_their_price_however_short_they_are() -> None:
    one = article("Harbour plan\n\n" + "a\n\n" * (LONGEST_ARTICLE // 10))
    assert len(one.parts) <= LONGEST_ARTICLE // 100


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.txt", "a\n\n" * 1_100_000, "a.txt: has 2,200,001 lines, more than any article"),
        ("a.md", "a\n\n" * 600_000, "a.md: has 1,800,000 characters, more than any article"),
        ("a.html", "<b>" * 700_000, "a.html: has 700,000 tags, more than any article"),
    ],
)
def test_what_would_take_all_memory_is_not_read(name: str, text: str, says: str) -> None:
    with pytest.raises(UnreadableSource, match=says):
        article(text, name)
