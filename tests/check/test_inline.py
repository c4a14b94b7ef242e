"""Comments in the copy that silence findings."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Source, Span, read
from copydesk.article.edits import apply
from copydesk.check.inline import silenced, without
from copydesk.rules import Finding


def findings(text: str) -> list[Finding]:
    """Every “Kiev” by two rules."""
    return [
        Finding(Span(*match.span()), "?", rule=rule, severity="warning")
        for match in re.finditer("Kiev", text)
        for rule in ("Names.Old", "House.City")
    ]


def heard(text: str, name: str = "a.md", rule: str = "Names.Old") -> list[int]:
    """Return which “Kiev”s, counted from 1, are still reported."""
    article = read(Source.from_text(text, name))
    found = findings(text)
    quiet, _ = silenced(article, found)
    places = [match.start() for match in re.finditer("Kiev", text)]
    return [
        places.index(finding.span.start) + 1
        for index, finding in enumerate(found)
        if index not in quiet and finding.rule == rule
    ]


def useless(text: str, name: str = "a.md") -> list[str]:
    article = read(Source.from_text(text, name))
    _, unused = silenced(article, findings(text))
    return [one.name for one in unused]


def cleaned(text: str, name: str = "a.md") -> str:
    article = read(Source.from_text(text, name))
    _, unused = silenced(article, findings(text))
    return apply(text, without(article, unused))


MEANT = [
    ("Kiev one. <!-- stet -->\n\nKiev two.\n", "at the end", [2]),
    ("<!-- stet -->\nKiev one.\n\nKiev two.\n", "right above", [2]),
    ("Kiev one.\n\n<!-- stet -->\n\nKiev two.\n\nKiev three.\n", "between", [1, 3]),
    ("Kiev one.\n<!-- stet -->\nKiev two.\n", "on a line of its own, without empty lines", [1]),
    ("Kiev <!-- stet --> one.\n\nKiev two.\n", "in the middle", [2]),
    ("Kiev one,\nand Kiev two. <!-- stet -->\n\nKiev three.\n", "behind a wrapped paragraph", [3]),
    ("# Kiev one <!-- stet -->\n\nKiev two.\n", "in a headline", [2]),
    ("- Kiev one <!-- stet -->\n- Kiev two\n", "in a list", [2]),
    ("> Kiev one\n> still. <!-- stet -->\n\nKiev two.\n", "in a quotation", [2]),
    ("| a | b |\n| - | - |\n| Kiev | <!-- stet --> Kiev |\n| Kiev | b |\n", "in a table", [1, 3]),
    ("[Kiev](http://Kiev) <!-- stet -->\n\nKiev.\n", "behind a link at the end", [3]),
    ("<p>Kiev</p>\n<!-- stet -->\n<p>Kiev</p>\n\nKiev\n", "in a piece of HTML", [1, 3]),
    ("Kiev\n\n<!--   stet\n  Names.Old,\n House.City -->\nKiev\n", "over several lines", [1]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [(text, heard_) for text, _, heard_ in MEANT], ids=[m[1] for m in MEANT]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_stet_is_about_its_part_or_alone_the_next(text: str, expected: list[int], line_end: str) -> None:
    text = "# Headline\n\n" + text if not text.startswith("#") else text
    assert heard(text.replace("\n", line_end)) == expected


PAGE = [
    ("<p>Kiev <!-- stet --></p><p>Kiev</p>", [2]),
    ("<p>Kiev</p><!-- stet --><p>Kiev</p><p>Kiev</p>", [1, 3]),
    ("<p><!-- stet -->Kiev</p><p>Kiev</p>", [2]),
    ("<p>Kiev\n<!-- stet -->\n</p>\n<p>Kiev</p>", [2]),
    ("<p>One.</p><script>'<!-- stet -->'</script><p>Kiev</p>", [1]),
    ("<p><a href='Kiev'>Kiev</a> <!-- stet --></p><p>Kiev</p>", [3]),
]


@pytest.mark.parametrize(("body", "expected"), PAGE)
def test_on_a_page_the_block_decides(body: str, expected: list[int]) -> None:
    page = f"<html><body><article><h1>Headline</h1>{body}</article></body></html>"
    assert heard(page, "a.html") == expected


def test_names_of_rules_and_packs_narrow_it() -> None:
    for names in ("Names.Old", "Names", "Units, Names.Old", "Units Names", "Names: as agreed with the desk"):
        text = f"# H\n\nKiev. <!-- stet {names} -->\n"
        assert heard(text) == []
        assert heard(text, rule="House.City") == [1]
    assert heard("# H\n\nKiev. <!-- stet: as agreed -->\n", rule="House.City") == []


def test_what_a_reader_sees_is_no_comment() -> None:
    assert heard("Headline\n\n<!-- stet -->\nKiev.\n", "a.txt") == [1]
    assert heard("# H\n\n```\n<!-- vale off -->\n```\n\nKiev.\n") == [1]
    assert heard("# H\n\n    <!-- vale off -->\n\nKiev.\n") == [1]
    assert heard("# H\n\nKiev. Write `<!-- stet -->` here.\n") == [1]
    assert heard("# H\n\nKiev. <!-- stetson --> <!-- stets -->\n") == [1]


def test_vale_comments_switch_off_and_on() -> None:
    text = "# H\n\nKiev.\n\n<!-- vale off -->\n\nKiev.\n\nKiev.\n\n<!-- vale on -->\n\nKiev.\n"
    assert heard(text) == [1, 4]
    assert heard(text.replace("<!-- vale on -->", "")) == [1]
    by_rule = text.replace("vale off", "vale Names.Old = NO").replace("vale on", "vale Names.Old = YES")
    assert heard(by_rule) == [1, 4]
    assert heard(by_rule, rule="House.City") == [1, 2, 3, 4]
    assert heard(text.replace("vale off", 'vale Names["Odesa","Kiev"] = NO')) == [1, 2]  # the second is its own
    assert heard(text.replace("vale off", 'vale Names["Odesa"] = NO')) == [1, 2, 3, 4]
    # One rule is switched on again, all the others stay off.
    assert heard(by_rule.replace("# H", "# H\n\n<!-- vale House = NO -->"), rule="House.City") == []


def test_stets_that_silence_nothing_are_told_name_by_name() -> None:
    text = "# H\n\nKiev. <!-- stet Names.Old, Units -->\n\nOdesa. <!-- stet -->\n"
    assert useless(text) == ["Units", ""]
    assert useless("# H\n\nKiev.\n\n<!-- stet -->\n") == [""]  # nothing follows
    assert useless("# H\n\nKiev.\n\n<!-- vale Units = NO -->\n") == []  # Vale may need it


REMOVED = [
    ("# H\n\nOdesa. <!-- stet -->\n", "# H\n\nOdesa.\n"),
    ("# H\n\nOdesa <!-- stet --> fell.\n", "# H\n\nOdesa fell.\n"),
    ("# H\n\nOne.\n\n<!-- stet -->\n\nTwo.\n", "# H\n\nOne.\n\nTwo.\n"),
    ("# H\n\nOne.\n\n<!-- stet -->\nTwo.\n", "# H\n\nOne.\n\nTwo.\n"),
    ("# H\n\nOne.\n<!-- stet -->\nTwo.\n", "# H\n\nOne.\n\nTwo.\n"),
    ("# H\r\n\r\nOne.\r\n\r\n<!-- stet -->\r\n\r\nTwo.\r\n", "# H\r\n\r\nOne.\r\n\r\nTwo.\r\n"),
    ("# H\n\nKiev. <!-- stet Units, Names: so -->\n", "# H\n\nKiev. <!-- stet Names: so -->\n"),
    ("# H\n\nOne.\n\n<!-- stet -->", "# H\n\nOne.\n\n"),
    ("# H\n\nOne. <!-- stet --> <!-- stet X -->\n", "# H\n\nOne.\n"),
    ("# H\n\n<!-- stet -->One.\n", "# H\n\nOne.\n"),
    ("# H\n\nOne.\n<!-- stet -->Two.\n", "# H\n\nOne.\n<!-- -->Two.\n"),
]


@pytest.mark.parametrize(("before", "after"), REMOVED)
def test_they_are_taken_out_and_no_paragraphs_become_one(before: str, after: str) -> None:
    assert cleaned(before) == after


PIECES = st.sampled_from(
    ["Kiev", "Odesa", "<!-- stet -->", "<!-- stet Names -->", "<!-- vale off -->", "<!-- vale on -->", "\n\n", "\n",
     " ", "> ", "- ", "<p>", "</p>", "|", "```\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_whatever_is_taken_out_the_words_stay(body: str) -> None:
    text = f"# Headline\n\n{body}\n"
    after = cleaned(text)
    comments = r"<!-- (?:stet.*?)?-->|\s"
    assert re.sub(comments, "", after) == re.sub(comments, "", text)
    if "<p>" in body or "</p>" in body:
        return  # behind a comment at its beginning a line is HTML, and without it Markdown: that is another reading
    parts = [len(read(Source.from_text(each, "a.md")).parts) for each in (text, after)]
    assert parts[0] <= parts[1]


@pytest.mark.parametrize("code", ["```\nKiev\n```\n", "    Kiev\n", "~~~\nKiev\n"])
def test_no_words_become_code_when_a_comment_before_them_goes(code: str) -> None:
    text = f"# Headline\n\n<!-- stet -->{code}"
    before, after = (read(Source.from_text(each, "a.md")).parts for each in (text, cleaned(text)))
    assert "".join(part.words for part in before) == "".join(part.words for part in after)
