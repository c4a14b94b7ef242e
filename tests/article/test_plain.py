"""Plain text read as an article."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, UnreadableSource, read

SAMPLE = Path(__file__).parents[2] / "samples" / "sudzha.txt"


def article(text: str) -> Article:
    return read(Source.from_text(text, "a.txt"))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(part.kind, part.words) for part in article(text).parts]


def test_the_sample_has_a_headline_perhaps_a_standfirst_and_one_line_paragraphs() -> None:
    sample = read(Source.from_path(SAMPLE))
    assert [part.kind for part in sample.parts] == ["headline"] + ["paragraph"] * 14
    assert sample.perhaps_standfirst is sample.parts[1]


def test_paragraphs_are_blocks_where_lines_are_wrapped() -> None:
    text = (
        "Council rejects new bridge\n\nThe council voted on Tuesday to reject the plan for a new\n"
        "bridge over the river, after a long and heated debate that\nran past midnight.\n\nA second paragraph.\n"
    )
    assert kinds(text)[1] == (
        "paragraph",
        "The council voted on Tuesday to reject the plan for a new bridge over the river, after a long and heated "
        "debate that ran past midnight.",
    )
    assert len(kinds(text)) == 3


def test_lines_of_a_block_are_paragraphs_where_they_are_not_wrapped() -> None:
    text = (
        "Headline\n\nA first paragraph, of one line. It has two.\nA second one.\nAnd the third, longer than those.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", "paragraph", "paragraph"]


def test_a_first_paragraph_that_is_too_long_for_a_headline_opens_the_body() -> None:
    lead = "The council voted on Tuesday to reject the plan for a new bridge over the river, " * 2 + "officials said."
    assert kinds(f"{lead}\n\nIt met at noon.\n") == [("paragraph", lead), ("paragraph", "It met at noon.")]
    wire = kinds(f"LONDON (Reuters) - {lead}\n\nIt met at noon.\n")
    assert [kind for kind, _ in wire] == ["dateline", "paragraph", "paragraph"]


@pytest.mark.parametrize("headline", ["Bridge falls. Nobody hurt.", "A long headline of many words " * 5])
def test_a_headline_may_have_a_stop_or_be_long(headline: str) -> None:
    assert kinds(f"{headline}\n\nIt met at noon.\n")[0] == ("headline", headline.strip())


STORY = "The council met on Tuesday.\nIt voted at noon.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Bridge rejected\nMayor says the vote was fair\n{STORY}",
        f"Bridge rejected\n\n“We had no choice,” the mayor says as critics vow to appeal\n\n{STORY}",
        f"Bridge rejected\n$5m plan is off the table for good\n{STORY}",
        "Bridge rejected\nMayor says the vote was fair\nThe council met on Tuesday.\n",
        f"Bridge rejected\nThe mayor says the vote was fair.\nBy Jane Smith\n{STORY}",
        f"Bridge rejected\nThe mayor says the vote was fair.\n4 January 2019\n{STORY}",
        f"Bridge rejected\nThe mayor says the vote was fair.\nLONDON (AP) — {STORY}",
        f"Bridge rejected\nWas the vote fair?\nBy Jane Smith\n\nLONDON (AP) — {STORY}",
    ],
)
def test_the_second_line_is_a_standfirst_without_a_full_stop_or_before_a_byline_or_dateline(text: str) -> None:
    assert [kind for kind, _ in kinds(text)][:2] == ["headline", "standfirst"]
    assert article(text).perhaps_standfirst is None


@pytest.mark.parametrize(
    "second",
    [
        "The mayor says the vote was fair.",
        "Was the vote of the council fair?",
        "The mayor said: “It was fair.”",
        "(The mayor says the vote was fair.)",
        "The mayor says the vote was fair…",
        "This was what the mayor said:",
        "Jane Smith, Political Editor",
        "By our correspondent in the north of the country",
        "Photograph: the mayor after the vote of last night",
        "- the mayor says the vote was fair",
        "2. the mayor says the vote was fair",
        "Background",
    ],
)
def test_a_second_line_that_may_be_a_standfirst_is_body_copy(second: str) -> None:
    text = article(f"Headline\n{second}\n{STORY}")
    assert [part.kind for part in text.parts] == ["headline"] + ["paragraph"] * 3
    assert text.perhaps_standfirst is text.parts[1]
    assert text.standfirst is None


@pytest.mark.parametrize(
    "second",
    [
        "LONDON (Reuters) — The prime minister resigned.",
        "One sentence. And another one.",
        "A sentence that goes on and on, " * 10 + "to its end.",
        "By Jane Smith",
    ],
)
def test_what_is_no_short_single_sentence_is_no_standfirst(second: str) -> None:
    text = article(f"Headline\n{second}\nMore copy here.\nAnd more of it.\n")
    assert text.standfirst is text.perhaps_standfirst is None


def test_lines_without_stops_in_a_row_are_a_list() -> None:
    assert kinds("Today\nApples and pears are in\nPlums are out of season\nCherries are late this year\n")[1:] == [
        ("paragraph", "Apples and pears are in"),
        ("paragraph", "Plums are out of season"),
        ("paragraph", "Cherries are late this year"),
    ]


def test_a_dateline_a_byline_and_a_correction_are_parts_of_their_own() -> None:
    text = (
        "Flood hits town\n\nBy Jane Smith\n\nKYIV, Ukraine (AP) — The river rose on Monday.\n\n"
        "It fell on Tuesday.\n\nCorrection: an earlier version misspelt the mayor's name.\n"
    )
    assert kinds(text) == [
        ("headline", "Flood hits town"),
        ("byline", "By Jane Smith"),
        ("dateline", "KYIV, Ukraine (AP) —"),
        ("paragraph", "The river rose on Monday."),
        ("paragraph", "It fell on Tuesday."),
        ("note", "Correction: an earlier version misspelt the mayor's name."),
    ]


@pytest.mark.parametrize("line", ["Friday, January 4, 2019", "4 January 2019", "Jan. 4, 2019"])
def test_a_line_that_is_a_date_dates_the_article(line: str) -> None:
    assert article(f"Headline\n\n{line}\n\nSome copy.\n").date == date(2019, 1, 4)


@pytest.mark.parametrize("text", ["", " \n\t\r\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    with pytest.raises(UnreadableSource, match="is empty"):
        article(text)


def test_a_line_without_end_is_refused() -> None:
    with pytest.raises(UnreadableSource, match=r"a\.txt:3: this line has 10,000,000 characters"):
        article("Headline\n\n" + "x" * 10_000_000)


@given(
    st.lists(
        st.sampled_from(["Some words here.", "More", "KYIV (AP) — It", " ", "\n", "\r\n", "\n\n", "é𐍈"]), max_size=40
    )
)
def test_every_word_of_prose_stands_where_the_map_says(pieces: list[str]) -> None:
    try:
        read_article = article("".join(pieces))
    except UnreadableSource:
        return
    for part in read_article.parts:
        for token in part.tokens:
            assert read_article.words_at(part.text_span(*token)) == part.words[token.start : token.end]
        assert part.text_span(0, len(part.words)) == part.span
    spans = [part.span for part in read_article.parts]
    assert spans == sorted(spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
