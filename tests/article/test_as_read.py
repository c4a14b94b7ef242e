"""An article as it is read: its words alone, and the way back to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, Span, UnreadableSource, read
from copydesk.article.as_read import AsRead


def article(text: str, name: str = "a.md") -> Article:
    return read(Source.from_text(text, name))


def test_plain_text_is_read_as_it_is() -> None:
    plain = article("Head\n\nSome copy.\nKYIV (AP) — More of it.\n", "a.txt")
    as_read = AsRead(plain)
    assert as_read.article is plain
    assert as_read.span(Span(3, 8)) == Span(3, 8)


def test_markup_is_gone_and_the_way_back_leads_into_it() -> None:
    marked = article("# The *Head*\n\nKYIV (AP) — In **Sud**za, Erdo&#287;an [said](x).\n\n> It\n> is.\n")
    as_read = AsRead(marked)
    text = as_read.article.text
    assert text == "The Head\n\nKYIV (AP) — In Sudza, Erdoğan said.\n\nIt is.\n"
    for words, stands in (("Sudza", "Sud**za"), ("Erdoğan", "Erdo&#287;an"), ("It is", "It\n> is")):
        start = text.index(words)
        assert marked.words_at(as_read.span(Span(start, start + len(words)))) == stands
    over = Span(text.index("said"), text.index("It") + 2)
    assert marked.words_at(as_read.span(over)) == "said](x).\n\n> It"


PIECES = st.sampled_from(
    ["word ", "**", "<b>", "</b>", "[a](b) ", "&amp;", "\n\n", "# ", "> ", "<p>", "![a b](c)", "é𐍈"]
)


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_every_word_is_found_where_its_part_has_it(text: str, name: str) -> None:
    try:
        source = article(text, name)
    except UnreadableSource:
        return
    as_read = AsRead(source)
    assert [part.words for part in as_read.article.parts] == [part.words for part in source.parts]
    for part, alone in zip(source.parts, as_read.article.parts, strict=True):
        assert as_read.article.words_at(alone.span) == part.words
        for token in part.tokens:
            assert as_read.span(alone.text_span(*token)) == part.text_span(*token)


@pytest.mark.parametrize("offset", range(8))
def test_an_insertion_stays_in_its_part(offset: int) -> None:
    marked = article("*One*\n\n**Two**\n")
    place = AsRead(marked).span(Span(offset, offset))
    assert place.start == place.end
    assert marked.part_at(place.start) is marked.parts[offset >= 5]


@pytest.mark.parametrize("text", ["a" * 1100, "漢字の記事。" * 300])
def test_an_article_without_a_word(text: str) -> None:
    assert AsRead(read(Source.from_text(text, "a.md"))).article.parts == ()
