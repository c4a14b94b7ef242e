"""Web pages read as articles."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Edit, Source, Span, UnreadableSource, read


def article(text: str, name: str = "a.html") -> Article:
    return read(Source.from_text(text, name))


def kinds(text: str, name: str = "a.html") -> list[tuple[str, str]]:
    return [(part.kind, part.words) for part in article(text, name).parts]


def stands(text: str, words: str) -> str:
    """What stands in the text where a reader sees some words."""
    read_article = article(text)
    part = next(part for part in read_article.parts if words in part.words)
    start = part.words.index(words)
    return read_article.words_at(part.text_span(start, start + len(words)))


PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Head &amp; title - The Daily</title>
<meta property="og:title" content="Head"><meta property="article:section" content="Sports">
<script>var x = "<p>No copy here.</p>";</script><style>p { color: red }</style></head>
<body class="with-sidebar"><header><h1 class=logo>The Daily</h1>
<nav><ul><li><a href=/>Home page.</a></ul></nav></header>
<main><p class="promo">Subscribe to our newsletter today, which costs nothing at all and comes in the morning.</p>
<article><header><h1>Erdo&#287;an visits
   <b>Sud</b>za</h1><p class="article__standfirst">A short standfirst.</p>
<p>By <a rel="author" href=x>Jane Smith</a></p><time datetime="2024-08-15T10:00Z">15 August 2024</time>
<p>Listen to this article.</p></header>
<figure><img src=x alt="alt text"><figcaption>Caption &copy 2024</figcaption></figure>
<p>KYIV, Ukraine (AP) — The first paragraph is here.
<p>A second one.
<aside><p>Read another story of ours.</p></aside>
<div class="related-links"><ul><li>Something else.</li></ul></div>
<h2>Section</h2>
<blockquote><p>A quote.</p></blockquote>
<ul><li>One item<li>Two <b>items</b></ul>
<table><tr><th>head<td>cell</table>
<div>Share</div><div>Text in a div, with a stop.</div>
<p class="correction">The name was wrong on Tuesday.</p>
<footer>Topics</footer>
</article></main>
<footer><p>Copyright.</p></footer></body></html>
"""


def test_the_story_is_found_on_its_page() -> None:
    assert kinds(PAGE) == [
        ("headline", "Erdoğan visits Sudza"),
        ("standfirst", "A short standfirst."),
        ("byline", "By Jane Smith"),
        ("dateline", "15 August 2024"),
        ("caption", "alt text"),
        ("caption", "Caption © 2024"),
        ("dateline", "KYIV, Ukraine (AP) —"),
        ("paragraph", "The first paragraph is here."),
        ("paragraph", "A second one."),
        ("paragraph", "Read another story of ours."),
        ("heading", "Section"),
        ("quote", "A quote."),
        ("item", "One item"),
        ("item", "Two items"),
        ("cell", "head"),
        ("cell", "cell"),
        ("paragraph", "Text in a div, with a stop."),
        ("note", "The name was wrong on Tuesday."),
    ]
    page = article(PAGE)
    assert (page.date, page.language, page.genre) == (date(2024, 8, 15), "en-GB", "sport")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("the <b>Sud</b>za <!-- x --> of  \n all<br>places", "the Sudza of all places"),
        ("5 < 6, R&D, AT&amp;T, &lt;p&gt; &notit; &copy 20 &no; &#287;", "5 < 6, R&D, AT&T, <p> ¬it; © 20 &no; ğ"),
        ("Sud&shy;za&nbsp;fell", "Sudza\xa0fell"),
        ("run <code>rm *</code> now <kbd>x</kbd>!", "run \ufffc now \ufffc!"),
        ("seen <i hidden>not</i><i aria-hidden=true>nor</i><i style='display: none'>so</i> again", "seen again"),
        ("was <del>Kiev</del> <ins>Kyiv</ins>", "was Kyiv"),
        ("a claim<sup><a href='#1'>1</a></sup> in m<sup>2</sup>", "a claim in m2"),
        ("a <a title='x > y' href=z>link</a> here", "a link here"),
        ("{{< tag >}} text {{ x }} here", "\ufffc text \ufffc here"),
        ("one <script>if (a < b) '</p>'</script>two<svg><text>no</text></svg>", "one two"),
        ("a<![CDATA[x]]> b <?php echo ?>c <!doctype>d", "a b c d"),
        ("<CODE>x</CODE> IS <B>BOLD</B>", "\ufffc IS BOLD"),
    ],
)  # fmt: skip
def test_a_reader_sees(html: str, words: str) -> None:
    assert kinds(f"<h1>H</h1><p>{html}</p>")[-1] == ("paragraph", words)


def test_words_are_found_whole_in_the_text() -> None:
    assert stands("<p>Mr Erdo&#287;an said", "Erdoğan") == "Erdo&#287;an"
    assert stands("<p>in <b>Sud</b>za now", "Sudza") == "Sud</b>za"
    assert stands("<p>the&nbsp;<i>Times</i>\r\n  of", "Times of") == "Times</i>\r\n  of"


def test_without_an_article_element_the_densest_block_is_read() -> None:
    text = (
        "<html><body><div id=menu><p>Menu</p><p>To a page.</p></div><h1>Headline</h1><div><p>One long paragraph "
        "of copy.</p><p>Another long paragraph of copy.</p><p>And a third.</p></div><div class=comments><p>"
        + "I do not agree. " * 20
        + "</p></div></body></html>"
    )
    assert [words for _, words in kinds(text)] == [
        "Headline", "One long paragraph of copy.", "Another long paragraph of copy.", "And a third.",
    ]  # fmt: skip


def test_a_page_that_is_one_form_is_read_too() -> None:
    text = (
        "<html><body><form><h1>H</h1><div><p>One paragraph of copy.</p><p>Two of them.</p></div></form></body></html>"
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ('<meta property="og:title" content="Kiev &quot;falls&quot;"><title>x</title>', 'Kiev "falls"'),
        ("<title>Kiev falls - and rises | The Daily</title>", "Kiev falls - and rises"),
        ("<title>Kiev falls</title>", "Kiev falls"),
        ("", None),
    ],
)
def test_without_a_heading_the_head_gives_the_headline(head: str, headline: str | None) -> None:
    found = article(f"<html><head>{head}</head><body><p>Text here.</p></body></html>").headline
    assert (found.words if found else None) == headline


def test_a_long_subheading_under_the_headline_is_the_standfirst() -> None:
    assert kinds("<h1>H</h1><h2>The council voted against it on Tuesday</h2><p>Text.")[1][0] == "standfirst"
    assert kinds("<h1>H</h1><h2>Background</h2><p>Text.")[1][0] == "heading"


def test_line_breaks_make_paragraphs_on_old_pages() -> None:
    assert kinds("<h1>H</h1><div>One sentence.<br>Still it.<br><br>Another one.</div>")[1:] == [
        ("paragraph", "One sentence. Still it."), ("paragraph", "Another one."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<aside>Loose text</aside>", []),  # a button, for all we know
        ("<aside><p>A box</p></aside>", [("paragraph", "A box")]),
        ("<aside role=complementary><ul><li>An entry</ul></aside>", [("item", "An entry")]),
        ("<aside class=related><p>Others</p></aside>", []),
        ("<aside><p><a href=x>Another story</a></p></aside>", []),
        ("<nav><aside><p>Menu</p></aside></nav>", []),
        ("<aside class=pull-quote><p>“It is.”</p></aside>", [("quote", "“It is.”")]),
        ("<details><summary>More</summary><p>Text</p></details>", [("paragraph", "More"), ("paragraph", "Text")]),
        ("<img alt='A house &amp; garden'>", [("caption", "A house & garden")]),
        ("<p><img alt=Sudza> in flames</p>", [("caption", "Sudza"), ("paragraph", "in flames")]),
        ("<img alt=IMG_1.jpg><img alt=''><img alt><img aria-hidden=true alt=x><nav><img alt=Logo></nav>", []),
        ("{{< figure caption='One' >}}", [("caption", "One")]),
        ('<p>Text{% image alt="One" %}</p>', [("paragraph", "Text\ufffc")]),
        ("<p>Text<a class='footnote-ref' href='#1'>1</a></p>", [("paragraph", "Text")]),
        ("<section class=footnotes><ol><li>A note <a role=doc-backlink>↩</a></ol></section>", [("note", "A note")]),
        ("<footer><div role=doc-footnote>A note</div></footer>", [("note", "A note")]),
    ],
)
def test_what_stands_beside_the_copy_is_read_as_what_it_is(html: str, expected: list[tuple[str, str]]) -> None:
    page = f"<html><body><article><h1>H</h1><p>Copy.</p>{html}</article></body></html>"
    assert kinds(page)[2:] == expected


def test_the_page_s_descriptions_are_standfirsts() -> None:
    head = (
        '<meta name="description" content="It &quot;fell&quot; again">'
        '<meta property="og:description" content="Other">'
        "<meta name='twitter:description' content='Other'>"
    )
    page = article(
        f"<html><head>{head}</head><body><h1>H</h1><p class=standfirst>Third.</p><p>Copy.</p></body></html>"
    )
    assert [part.words for part in page.parts if part.kind == "standfirst"] == ['It "fell" again', "Other", "Third."]
    edit = page.written(Edit(*page.parts[0].text_span(3, 9), '"rose"'))
    assert page.source.write([edit]).decode().count("It &quot;rose&quot; again") == 1


def test_front_matter_and_xhtml() -> None:
    assert kinds("---\ntitle: 'It''s'\n---\n<h1>One</h1><p>Text.") == [
        ("headline", "It's"), ("heading", "One"), ("paragraph", "Text."),
    ]  # fmt: skip
    xhtml = "<?xml version='1.0'?><html><head><title/><script src='x'/></head><body><h1>H</h1><p/><p>Text.</p></body>"
    assert kinds(xhtml, "a.xhtml") == [("headline", "H"), ("paragraph", "Text.")]


@pytest.mark.parametrize("text", ["", "<html></html>", "<nav>Menu.</nav>", "<p hidden>Text.", "<!-- x", "<p title='"])
def test_a_page_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(UnreadableSource, match=r"a\.html: there is no article on this page"):
        article(text)


def test_a_paragraph_without_end_is_refused_and_a_picture_in_one_is_not() -> None:
    with pytest.raises(UnreadableSource, match=r"a\.html:2: this paragraph has 100,0\d\d characters"):
        article("<h1>H</h1>\n<p>" + "x " * 50_010)
    assert kinds(f"<p>A <img src='data:image/png;base64,{'A' * 200_000}'>picture.")[0][1] == "A picture."


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100_000 + "<p>Text.",
        "<div>" * 10_000 + "<p>Text.</p>" + "</div>" * 10_000,
        "<p>Text." * 20_000,
        "<p>Text.</p>" + "<a" * 100_000,
        "<p>Text.</p>" + '<a b="' * 50_000,
        "<p>Text.</p>" + "<!--" * 50_000,
        "<p>Text. " + "&nottttttttttttttttt" * 4_000,
        "<div>" * 20_000 + "<li>Text." * 10_000,
        "<article><p>A text." * 10_000,
        "<p>Text. " + "<code><p>" * 20_000 + "</code>",
        "<div>" * 20_000 + "</span></p></div>" * 20_000 + "<p>Text.",
        "<p class=dek>Text.</p>" * 20_000,
    ],
)
def test_hostile_pages_take_time_that_grows_with_their_length(text: str) -> None:
    assert article(text).parts  # what is quadratic takes minutes


PIECES = st.sampled_from(
    [
        *(
            "word ",
            "Sudza",
            "é𐍈",
            " ",
            "\r\n",
            "\xa0",
            ". ",
            "5 < 6",
            "<",
            "&",
            "&amp;",
            "&#287;",
            "{{ x }}",
            "<!-- x -->",
        ),
        *(
            "<b>",
            "</b>",
            "<br>",
            "<code>",
            "</code>",
            "<span hidden>",
            "</span>",
            "<a href='x'>",
            "</a>",
            "<!-- x -->",
        ),
        *("<p>", "</p>", "<div>", "</div>", "<li>", "<ul>", "</ul>", "<h1>", "</h1>", "<h2>", "<table>", "<td>"),
        *("<blockquote>", "<aside>", "</aside>", "<article>", "</article>", "<figure>", "<figcaption>"),
        *("<script>", "</script>", "<title>", "</title>", "<summary>", "<section class=footnotes>"),
        *("<img alt='two é &amp; words'>", "<img alt=word>", '<meta name=description content="A &#287; word">'),
        *('{{< figure caption="Two \\"é\\" words" >}}', "{% x alt='a word' %}", "<a class=footnote-ref>1</a>"),
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_every_part_stands_where_the_map_says(pieces: list[str]) -> None:
    try:
        read_article = article("".join(pieces))
    except UnreadableSource:
        return
    for part in read_article.parts:
        assert part.words == part.words.strip(" ") != ""
        assert part.text_span(0, len(part.words)) == part.span
        for token in part.tokens:
            word, stands = part.words[token.start : token.end], read_article.words_at(part.text_span(*token))
            assert word == stands or any(mark in stands for mark in "<&\\")
    spans = [part.span for part in read_article.parts]
    assert all(first.end <= second.start for first, second in pairwise(spans))


@given(st.lists(PIECES, max_size=25), st.data())
def test_a_fix_in_the_source_is_the_fix_in_the_prose(pieces: list[str], data: st.DataObject) -> None:
    before = article("<p>First text.</p>" + "".join(pieces))
    index, token = data.draw(
        st.sampled_from([(i, token) for i, part in enumerate(before.parts) for token in part.tokens])
    )
    part = before.parts[index]
    span = part.text_span(*token)
    if before.words_at(span) != part.words[token.start : token.end]:
        return  # markup within the word: it goes with the word
    if before.text[span.start - 1] == "<":
        return  # with a Latin letter behind it, a loose bracket begins a tag
    fixed = Source.from_text(before.source.write([Edit(*span, "x" * (token.end - token.start))]).decode(), "a.html")
    assert fixed.text[: span.start] == before.text[: span.start]
    assert fixed.text[span.end :] == before.text[span.end :]
    expected = [part.words for part in before.parts]
    expected[index] = re.sub(".", "x", part.words[token.start : token.end]).join(
        (part.words[: token.start], part.words[token.end :])
    )
    assert [part.words for part in read(fixed).parts] == expected


def test_a_fix_with_an_angle_bracket_is_written_as_a_reference() -> None:
    before = article("<p>Five over six.</p>")
    edit = before.written(Edit(*before.parts[0].text_span(5, 9), "<b"))
    assert Source.from_bytes(before.source.write([edit])).text == "<p>Five &lt;b six.</p>"


def test_a_stray_title_in_the_copy_is_no_headline() -> None:
    article = read(Source.from_text("<h2>Words <title>stray</title> and words</h2><p>Copy.</p>", "a.html"))
    assert [part.kind for part in article.parts] == ["heading", "paragraph"]


def test_the_words_of_a_span_as_a_reader_sees_them() -> None:
    page = article("<h1>A headline</h1><p>It covers <b>50&nbsp;km<sup>2</sup></b>\nof wood.</p>")
    span = Span(page.text.index("50"), page.text.index(" wood"))
    assert page.prose_at(span) == "50\u00a0km2 of"
    assert page.words_at(span) == "50&nbsp;km<sup>2</sup></b>\nof"
