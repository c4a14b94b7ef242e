"""Markdown read as an article."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from copydesk.article import Article, Edit, Source, UnreadableSource, read


def article(text: str) -> Article:
    return read(Source.from_text(text, "a.md"))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(part.kind, part.words) for part in article(text).parts]


def seen(paragraph: str) -> str:
    """What a reader sees of one paragraph under a headline."""
    [*_, last] = article(f"# Headline\n\n{paragraph}\n").parts
    return last.words


def stands(text: str, word: str) -> str:
    """What stands in the text where a reader sees a word."""
    read_article = article(text)
    part = next(part for part in read_article.parts if word in part.words)
    start = part.words.index(word)
    return read_article.words_at(part.text_span(start, start + len(word)))


def test_blocks_are_parts_of_their_kind() -> None:
    text = (
        "# The headline\n\nBy Jane Smith\n\nKYIV, Ukraine (AP) — The *river* rose.\n\n## A subheading ## {#id .c}\n\n"
        "> A quote\ngoes on\n\n1. One\n   - Two *of* them\n\n| a | b\\|c |\n|---|---|\n| `d` | **e** f |\n\n"
        "Title two\ncontinues\n---------\n"
    )
    assert kinds(text) == [
        ("headline", "The headline"),
        ("byline", "By Jane Smith"),
        ("dateline", "KYIV, Ukraine (AP) —"),
        ("paragraph", "The river rose."),
        ("heading", "A subheading"),
        ("quote", "A quote goes on"),
        ("item", "One"),
        ("item", "Two of them"),
        ("cell", "a"),
        ("cell", "b|c"),
        ("cell", "e f"),
        ("heading", "Title two continues"),
    ]
    assert [part.level for part in article(text).parts if part.kind == "heading"] == [2, 2]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("The **Sud**za of *all* __places__", "The Sudza of all places"),
        ("***Both*** and ~~struck~~ out", "Both and out"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        ("a *b **c* d** e, **f* g", "a b c d e, *f g"),
        ("a [link *text*](http://x.y/a_b_c 'title') here", "a link text here"),
        ("a [link](<x y> (title)) and [one](/a(b)c)", "a link and one"),
        ("[full][ref], [ref][], [ref], [none], [no][none]\n\n[ref]: x", "full, ref, ref, [none], [no][none]"),
        ("run `rm *` now, or ``a ` b``, not `this", "run \ufffc now, or \ufffc, not `this"),
        ("Erdo&#287;an &amp; sons &notit; &copy", "Erdoğan & sons &notit; &copy"),
        (r"1\. a\*b \& \d \\", r"1. a*b & \d " + "\\"),
        ("soft\nbreak, hard  \nbreak and\\\nthis", "soft break, hard break and this"),
        ("two  spaces\tand tab", "two spaces and tab"),
        ("a <b class='x'>bold</b> word<br>next <!-- stet A.B --> end", "a bold word next end"),
        ("see <https://a.b/c_d_e> or <me@x.org>", "see https://a.b/c_d_e or me@x.org"),
        ("a claim[^1] that {{< r \"*a\" >}} and {{ x }} {% y %} held", "a claim that \ufffc and \ufffc \ufffc held"),
        ("The end.{{< note >}}", "The end."),
        ("text ![alt *x*](a.jpg \"t\") goes on", "text \ufffc goes on"),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("[a [nested](u) link](v)", "[a nested link](v)"),
        ("- [x] done", "done"),
    ],
)  # fmt: skip
def test_a_reader_sees(markdown: str, words: str) -> None:
    assert seen(markdown) == words


def test_what_is_no_copy_is_left_alone() -> None:
    text = (
        "# H\n\n```\ncode *x*\n```\n\n    more code\n\n<!-- stet\n\nRule -->\n\n![](x.jpg)\n\n{{< figure src=\"x\""
        "\nwidth=\"c\" >}}\n\n{% highlight python %}\ndef x():\n\n    return *a*\n{% endhighlight %}\n\n:::note\n\n"
        "{: .lead}\n\n***\n\nText.\n"
    )  # fmt: skip
    assert kinds(text) == [("headline", "H"), ("paragraph", "Text.")]


def test_captions_stand_under_pictures() -> None:
    text = (
        '# H\n\n![alt](x.jpg "A \\"title\\" &amp; more")\n\n![alt](x.jpg)\n*Photo: Jane*\n\n'
        "<figure><img><figcaption>Cap</figcaption></figure>\n"
    )
    assert kinds(text)[1:] == [
        ("caption", "alt"),
        ("caption", 'A "title" & more'),
        ("caption", "alt"),
        ("caption", "Photo: Jane"),
        ("caption", "Cap"),
    ]


def test_loose_text_in_blocks_is_copy() -> None:
    text = (
        "# H\n\n<div>Loose text</div>\n\n<details><summary>More</summary>\nand *this*\n</details>\n\n"
        "<aside>A box</aside>\n\n<div>\n\n*Last* one\n\n</div>\n"
    )
    assert kinds(text)[1:] == [
        ("paragraph", words) for words in ("Loose text", "More", "and *this*", "A box", "Last one")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("![A *big*\nhouse \\] &amp;](x.jpg)", [("caption", "A big house ] &")]),
        ("> ![A\n> house](x.jpg 'Its\n> title')", [("caption", "A house"), ("caption", "Its title")]),
        ("[![A house](x.jpg)](y) burns", [("caption", "A house"), ("paragraph", "burns")]),
        ("It burns. ![A house][r]\n\n[r]: x", [("paragraph", "It burns."), ("caption", "A house")]),
        ('{{< figure src="x"\n  caption="A \\"big\\" house" alt=`A house` title="T" >}}',
         [("caption", 'A "big" house'), ("caption", "A house"), ("caption", "T")]),
        ("{% include image.html alt='A house' title=page.title %}", [("caption", "A house")]),
        ('{{< video title="x" >}} {{ figure(caption="A house") }}', [("caption", "A house")]),
        ('<div>{{< figure caption="A house" >}}</div>', [("caption", "A house")]),
        ('```\n{{< figure caption="A house" >}}\n```', []),
    ],
)  # fmt: skip
def test_what_is_printed_with_pictures_is_a_caption(markdown: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(f"# H\n\nCopy.\n\n{markdown}\n")[2:] == expected


def test_descriptions_and_summaries_are_standfirsts() -> None:
    text = "---\ntitle: T\nsummary: One\ndescription: Two\nstandfirst: Three\nexcerpt: Four\n---\nText.\n"
    assert kinds(text)[1:5] == [("standfirst", words) for words in ("One", "Two", "Three", "Four")]


def test_a_footnote_of_several_paragraphs_and_one_of_one_word_are_notes() -> None:
    text = "# H\n\nText.[^1]\n\n[^1]: One\n    and *on*.\n\n    Two.\n\n[^2]: Word\n[^3]:\n    Three.\n\nText.\n"
    assert kinds(text)[2:] == [
        ("note", "One and on."), ("note", "Two."), ("note", "Word"), ("note", "Three."), ("paragraph", "Text."),
    ]  # fmt: skip


def test_footnotes_and_corrections_are_notes() -> None:
    text = (
        "# H\n\nText.[^1]\n\n## Correction\n\nThe name was wrong.\n\n## Next\n\nMore.\n\n"
        "[^1]: First *note*.\n[^b]: Second.\n"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "headline", "paragraph", "note", "note", "heading", "paragraph", "note", "note",
    ]  # fmt: skip


def test_without_a_title_the_first_heading_is_the_headline() -> None:
    assert kinds("## Two\n\nText.\n\n# One\n")[0] == ("headline", "Two")
    assert kinds("Text.\n\n# One\n\n# Two\n") == [("paragraph", "Text."), ("headline", "One"), ("heading", "Two")]
    assert kinds("# One\n\n*All of it.*\n\nText.\n")[1] == ("standfirst", "All of it.")
    assert kinds("---\ntitle: T\n---\n# One\n") == [("headline", "T"), ("heading", "One")]


def test_words_split_by_markup_are_found_whole() -> None:
    assert stands("# H\n\nThe **Sud**za fell.", "Sudza") == "Sud**za"
    assert stands("# H\n\nMr Erdo&#287;an said", "Erdoğan") == "Erdo&#287;an"
    assert stands("# H\r\n\r\n> one\r\n> two three", "one two") == "one\r\n> two"


FRONT = """---
# a comment
title: 'Kiev''s "big" day: it''s on'
description: >-
  A folded
  description.
date: 2024-08-15T10:00:00Z
author: {name: Jané Smith}
lang: en_GB
type: Live
---
"""


def test_front_matter_gives_parts_and_says_what_the_article_is() -> None:
    dated = article(FRONT + "Text.\n")
    assert [(part.kind, part.words) for part in dated.parts] == [
        ("headline", "Kiev's \"big\" day: it's on"),
        ("standfirst", "A folded description."),
        ("byline", "Jané Smith"),
        ("paragraph", "Text."),
    ]
    assert (dated.date, dated.language, dated.genre) == (date(2024, 8, 15), "en-GB", "live")


def test_toml_front_matter_is_read_too() -> None:
    text = (
        '+++\ntitle = "A \\"big\\" \\u011f day"\nsummary = \'As it is\'\ndate = 2024-08-15\n'
        '[params]\ntitle = "x"\n+++\nText.\n'
    )
    dated = article(text)
    assert [(part.kind, part.words) for part in dated.parts] == [
        ("headline", 'A "big" ğ day'), ("standfirst", "As it is"), ("paragraph", "Text."),
    ]  # fmt: skip
    assert dated.date == date(2024, 8, 15)
    assert stands(text, "ğ day") == "\\u011f day"


@pytest.mark.parametrize(
    ("head", "means"),
    [
        ("title: Plain title # comment", "Plain title"),
        ("title: Plain\n  title", "Plain title"),
        ('title: "A \\"b\\" \\x41 \\\n  c"', 'A "b" A c'),
        ("title: |\n  Literal\n  lines", "Literal lines"),
        ("headline: 'One'\ntitle: Two", "One"),
        ("title: 2024", "2024"),
        ("title: &anchor Named", None),
        ('title: "tab\\tbed"', "tab bed"),
        ("TITLE: Loud", "Loud"),
        ("authors: [a]\ntitle: 'é𐍈 x'", "é𐍈 x"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_way_to_write_a_title(head: str, means: str | None, line_end: str) -> None:
    text = f"---\n{head}\n---\nText.\n".replace("\n", line_end)
    headline = article(text).headline
    assert (headline.words if headline else None) == means


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: a\nb: [c\n---\nText", r"a\.md:4:1: the front matter is not valid YAML: "),
        ("---\ntitle: 'a' b\n---\nText", r"a\.md:2:12: the front matter is not valid YAML: "),
        ("+++\ntitle = a\n+++\nText", r"a\.md:2:9: the front matter is not valid TOML: "),
        ("---\na: " + "[" * 50_000 + "\n---\nText", r"a\.md:2:1: the front matter is not valid YAML: "),
        ("+++\na = " + "[" * 50_000 + "\n+++\nText", r"the front matter is not valid TOML: "),
        ("", "is empty"),
        ("<!-- nothing -->\n\n```\ncode\n```\n", "is empty"),
        ("# H\n\n" + "x" * 100_001, r"a\.md:3: this paragraph has 100,001 characters"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(text: str, message: str) -> None:
    with pytest.raises(UnreadableSource, match=message) as raised:
        article(text)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("text", ["---\n\nText here: more.\n\n---\n\nEnd.", "---\nJust words\n---\n", "Text\n---\n"])
def test_a_rule_across_the_page_is_no_front_matter(text: str) -> None:
    assert article(text).parts


@pytest.mark.parametrize(
    ("head", "written"),
    [
        ("title: 'Its here'", "title: 'It''s \"here\"'"),
        ('title: "Its here"', 'title: "It\'s \\"here\\""'),
        ("title: Its here", 'title: It\'s "here"'),
    ],
)
def test_a_fix_in_front_matter_respects_its_quotation_marks(head: str, written: str) -> None:
    before = article(f"---\n{head}\n---\nText.\n")
    headline = before.headline
    assert headline is not None
    edits = [
        before.written(Edit(*headline.text_span(0, 3), "It's")),
        before.written(Edit(*headline.text_span(4, 8), '"here"')),
    ]
    after = Source.from_bytes(before.source.write(edits), "a.md")
    assert after.text == f"---\n{written}\n---\nText.\n"
    fixed = read(after).headline
    assert fixed is not None
    assert fixed.words == 'It\'s "here"'


@pytest.mark.parametrize(
    "unit",
    ["*a **b ", "_a ", "**a*", "[a](", "[a](<", "[", "![", "[[a](b)", "`a", "``a`", "<a b=\"", "<!--", "&", "\\",
     "~~a", "{{< ", "{% raw %}", "[a]( ", "<code>", "<a "],
)  # fmt: skip
def test_hostile_paragraphs_take_time_that_grows_with_their_length(unit: str) -> None:
    article("[r]: x\n\n# H\n\nx " + unit * (60_000 // len(unit)))  # what is quadratic takes minutes


PIECES = st.sampled_from(
    [
        *("word", "Sudza ", "é𐍈", "5 < 6", "\0", "\u2028", "&amp;", "&#287;", "\\*", "\\", "{{< s >}}", "{{"),
        *("*", "**", "_", "~~", "`", "[", "]", "](u)", "![", "<b>", "</b>", "<!-- x -->", "[^1]", "[^1]: "),
        *("\n", "\r\n", "\n\n", "  \n", "> ", "- ", "1. ", "# ", "    ", "\t", "```\n", "---\n", "<div>\n"),
        *("| a | b |\n|--|--|\n| c ", "|", "title: 'a'\n", "![a *b", "\n</div>\n", "<aside>\n", "<summary>"),
        *(
            '{{< figure caption="a \\"é\\" b"\n alt=\'c\' >}}',
            '](u "t &amp; \\"v\\"")',
            "<img alt='two &amp; words'>",
        ),
    ]
)


@given(
    st.lists(
        st.sampled_from(["a", "b ", " ", "*", "**", "***", "_", "__", "`", "``", "[", "]", "(u)", "![", "\\", ".",
                         "\n", "<b>", "<a@b.c>", "&amp;", "&x;", "[r]", "é", "“"]), max_size=20)
)  # fmt: skip
def test_the_same_is_seen_as_by_a_parser_without_places(pieces: list[str]) -> None:
    markdown = "x" + "".join(pieces)
    tokens = MarkdownIt("commonmark").parse(f"[r]: u\n\n{markdown}\n")
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return
    shown = {"softbreak": " ", "hardbreak": " ", "image": "\ufffc", "code_inline": "\ufffc"}
    theirs = "".join(
        shown.get(token.type, token.content * (token.type == "text")) for token in tokens[1].children or ()
    )
    words = article(f"[r]: u\n\n{markdown}\n").parts[-1].words
    assert words == re.sub(" +", " ", theirs).strip(" ") or words == re.sub("( ?\ufffc)+$", "", theirs).strip(" ")


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
            assert word == stands or any(mark in stands for mark in "*_&\\<[]`~{'")
    spans = [part.span for part in read_article.parts]
    assert all(first.end <= second.start for first, second in pairwise(spans))


@given(st.lists(PIECES, max_size=25), st.data())
def test_a_fix_in_the_source_is_the_fix_in_the_prose(pieces: list[str], data: st.DataObject) -> None:
    try:
        before = article("".join(pieces) + "\n\nlast Sudza paragraph")
    except UnreadableSource:
        return
    words = [(index, token) for index, part in enumerate(before.parts) for token in part.tokens]
    if not words:
        return
    index, token = data.draw(st.sampled_from(words))
    part = before.parts[index]
    span = part.text_span(*token)
    if before.words_at(span) != part.words[token.start : token.end]:
        return  # markup within the word: it goes with the word
    raw = before.source.write([Edit(*span, "sudzha")])
    fixed = Source.from_text(raw.decode(), "a.md")
    assert fixed.text[: span.start] == before.text[: span.start]
    assert fixed.text[span.start + len("sudzha") :] == before.text[span.end :]
    after = [part.words for part in read(fixed).parts]
    expected = [part.words for part in before.parts]
    expected[index] = part.words[: token.start] + "sudzha" + part.words[token.end :]
    assert after == expected


@pytest.mark.parametrize("words", ["[[Kiev]] here", "[[Kiev]], [[Kiev|the city]]", "of ![[Kiev]]", r"\[[Kiev] here"])
def test_a_link_of_a_wiki_is_one_whatever_references_there_are(words: str) -> None:
    alone = article(f"{words}\n").parts[0]
    beside = article(f"{words}\n\n[Kiev]: https://t.example/k\n").parts[0]
    is_wikis = "[[Kiev]]" in words
    assert (beside.words == alone.words) == is_wikis
    assert len(beside.addresses) == words.count("[[") * is_wikis


def test_a_link_in_brackets_is_a_link() -> None:
    assert seen("[[Kiev]](https://t.example/k)") == "[Kiev]"
    assert article("[[Kiev] and [Lviv]]\n\n[Kiev]: /k\n[Lviv]: /l\n").parts[0].words == "[Kiev and Lviv]"
