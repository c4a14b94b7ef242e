import sys

import pytest

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import Finding
from copydesk_rules.copy.duplicate_text import DuplicateText

LEAD = "The harbour froze over for the first time in forty years. Boats lay fast in the ice. Children skated."
ONE = "Harbour master Ines Falk said that two tugs would try to break the ice on Thursday, if the wind let them."
TWO = (
    "The island's only shop had bread for three days. It had milk for two, and its owner had begun to ration coffee."
)
THREE = "A helicopter brought medicine on Tuesday night, and took a woman in labour to the hospital on the mainland."
VERSION = "A helicopter brought medicine on Tuesday night and took a woman in labour to a hospital on the mainland."


def article(*paragraphs: str, headline: str = "Harbour freezes", name: str = "x.txt") -> Article:
    return read(Source.from_text("\n\n".join((headline, LEAD, *paragraphs)) + "\n", name))


def found(article: Article) -> list[Finding]:
    return list(DuplicateText().check(article))


def marked(article: Article) -> list[str]:
    return [article.words_at(finding.span) for finding in found(article)]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((ONE, TWO, ONE), [ONE]),
        ((ONE, ONE, TWO), [ONE]),
        ((ONE, TWO, THREE, TWO, ONE), [TWO, ONE]),  # out of order
        ((ONE, TWO, THREE, ONE, TWO), [f"{ONE}\n\n{TWO}"]),  # in a row: one finding
        ((ONE, TWO, ONE.upper().replace(",", "")), [ONE.upper().replace(",", "")]),
        ((ONE, TWO, f"{LEAD} Nobody knew when the ferry would sail again."), [LEAD]),
        ((f"{ONE} {TWO}", THREE, f"It was cold. {TWO}"), [TWO]),
        ((THREE, TWO, VERSION), [VERSION]),
    ],
)
def test_the_later_copy_is_marked(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    assert marked(article(*paragraphs)) == expected


def test_an_entry_of_a_list_may_be_short_and_has_a_number_of_its_own() -> None:
    entries = ("Bring a passport and a photograph to the office.", "Pay the fee at the desk beside the door.")
    one, other = entries
    text = article(f"1. {one}\n2. {other}\n3. {one}", name="x.md")
    assert marked(text) == [one]
    first = f"Choose a date that suits you, and {one.lower()}"
    assert len(found(article(f"1. {first}\n2. {other}\n3. {first}"))) == 1


def test_a_block_quote_may_show_what_the_copy_has_and_stands_once_itself() -> None:
    assert marked(article(f"> {ONE}", TWO, f"> {ONE}", name="x.md")) == [ONE]
    assert marked(article(ONE, TWO, f"> {ONE}", name="x.md")) == []


def test_a_longer_paragraph_with_another_figure_is_an_older_version() -> None:
    ferry = (
        "The ferry company said that 400 people were waiting on the mainland and that the first boat would sail on "
        "Friday at noon, if the ice in the harbour let it."
    )
    newer = ferry.replace("400", "250")
    assert marked(article(ferry, TWO, newer)) == [newer]
    results = (
        "In the first race Berg beat Jones by 3 lengths over 2,000 metres.",
        "In the first race Berg beat Jones by 5 lengths over 2,000 metres.",
    )
    assert marked(article(*results)) == []


@pytest.mark.parametrize(("name", "expected"), [("x.md", []), ("x.mdown", []), ("x.txt", [ONE])])
def test_a_standfirst_that_the_article_names_may_stand_in_the_body(name: str, expected: list[str]) -> None:
    head = f"Harbour freezes\n\n{ONE}" if name == "x.txt" else f"---\ntitle: It froze\ndescription: {ONE!r}\n---"
    copy = read(Source.from_text(f"{head}\n\n{LEAD}\n\n{TWO}\n\n{ONE}\n", name))
    assert marked(copy) == expected


def test_of_an_interview_only_whole_paragraphs_count() -> None:
    said = [f"Q: {TWO[:40]}?", f"A: {THREE}", "Q: And then?", f"A: {VERSION}"]
    assert marked(article(*said)) == []
    assert marked(article(*said, f"A: {THREE}")) == [f"A: {THREE}"]


def test_nearly_the_same_is_a_warning_with_nothing_to_delete() -> None:
    (finding,) = found(article(THREE, TWO, VERSION))
    assert finding.severity == "warning"
    assert finding.fixes == ()
    assert "nearly" in finding.message


def test_the_earlier_copy_is_shown() -> None:
    text = article(ONE, TWO, ONE)
    (finding,) = found(text)
    assert finding.severity is None
    assert finding.related[0].span.start == text.text.index(ONE)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("gap", [1, 2])
def test_deleting_it_leaves_no_hole(end: str, gap: int) -> None:
    def text(*paragraphs: str) -> str:
        return (end * gap).join(("Harbour freezes", LEAD, *paragraphs)) + end

    copy = read(Source.from_text(text(ONE, TWO, THREE, ONE, TWO), "x.txt"))
    (finding,) = found(copy)
    assert not finding.fixes[0].safe
    assert apply(copy.text, finding.fixes[0].edits) == text(ONE, TWO, THREE)


def test_nothing_is_deleted_where_markup_stands_between() -> None:
    copy = f"<article><h1>Harbour</h1><p>{LEAD}</p><p>{ONE}</p><p>{TWO}</p><p>{ONE}</p></article>"
    (finding,) = found(read(Source.from_text(copy, "x.html")))
    assert finding.fixes == ()


@pytest.mark.parametrize(
    "paragraphs",
    [
        (ONE, "ENDS", TWO, "ENDS"),
        (ONE, "“It was cold,” he said.", TWO, "“It was cold,” he said."),
        ("Oh the ice, the ice is on the harbour and nobody knows when it will go", TWO) * 2,
        (
            "In the first race Falk beat Lund by 3 lengths over 2,000 metres, in a time of 7 minutes and 2 seconds.",
            "In the second race Falk beat Lund by 5 lengths over 2,000 metres, in a time of 7 minutes and 9 seconds.",
        ),
        ("Tickets are sold at the door and, from nine on, at the harbour office too.", ONE) * 3,
        (ONE.replace("Ines Falk", "Olof Lund").replace("two tugs", "a ferry").replace("break the ice", "leave"), ONE),
    ],
)
def test_refrains_songs_and_results_are_left_alone(paragraphs: tuple[str, ...]) -> None:
    assert [words for words in marked(article(*paragraphs)) if "Tickets" in words or words not in (ONE, TWO)] == []


def test_headline_and_caption_may_repeat_the_body() -> None:
    assert marked(article(ONE, TWO, headline=ONE)) == []
    figure = f"<figure><img src='a.jpg'><figcaption>{ONE}</figcaption></figure>"
    copy = f"<article><h1>Harbour</h1><p>{LEAD}</p><p>{ONE}</p>{figure}<p>{TWO}</p></article>"
    assert marked(read(Source.from_text(copy, "x.html"))) == []


def test_the_same_may_be_asked_of_two_people() -> None:
    question = "Falk: What duties and what powers does the harbour master of an island of this size have in winter?"
    assert marked(article(question, ONE, question, TWO)) == []


def calls(copy: Article) -> int:
    """Return how many calls it takes to look through an article."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        found(copy)
    finally:
        sys.setprofile(None)
    return count


def test_long_and_repetitive_text_costs_what_it_is_long() -> None:
    lines = [f"{ONE} It was number {number}, and the {number * 7 % 1000} boats of it." for number in range(800)]
    for paragraphs in (lines, [ONE] * 800, [" ".join([TWO] * 14)] * 40, ["A.B.C."] * 800, [ONE, TWO] * 400):
        quarter = paragraphs[: len(paragraphs) // 4]
        assert calls(article(*paragraphs)) < 6 * calls(article(*quarter)) + 1_000


def test_an_entry_of_a_list_needs_no_stop() -> None:
    entries = [
        "Harbour office, which is open to all from nine to five, also on Sundays in the summer",
        "Lighthouse, which can be seen from noon to six with a guide from the island’s museum",
    ]
    for copies, expected in ((entries[:1], 1), (entries, 2)):
        text = f"# Harbour freezes\n\n{LEAD}\n\n" + "\n".join(f"- {entry}" for entry in (*entries, *copies)) + "\n"
        (finding,) = found(read(Source.from_text(text, "x.md")))
        assert finding.span.start == text.rindex(copies[0])
        assert len(copies) == expected


def test_a_line_without_a_stop_may_say_what_the_copy_says() -> None:
    assert marked(article(ONE, TWO, ONE.removesuffix("."))) == []
    assert marked(article(ONE.removesuffix("."), TWO, ONE)) == []
    assert marked(article(VERSION, TWO, THREE.removesuffix("."))) == []


@pytest.mark.parametrize("marks", ["“”", "‘’", '""', "''"])
def test_what_is_quoted_may_be_given_in_full_as_well(marks: str) -> None:
    opening, closing = marks
    assert marked(article(f"{opening}{TWO}{closing}", ONE, TWO)) == []
    assert marked(article(f"It read: {opening}{TWO}{closing}", ONE, f"It was cold. {TWO}")) == []
    assert len(marked(article(f"{opening}{TWO}{closing}", ONE, f"{opening}{TWO}{closing}"))) == 1


def test_captions_of_one_event_have_much_in_common() -> None:
    credit = "(AP Photo/Ana {})"
    assert marked(article(f"{THREE} {credit.format('Ruiz')}", TWO, f"{VERSION} {credit.format('Dover')}")) == []


def test_a_script_is_no_copy() -> None:
    script = "(function(d, s, id) { var js, fjs = d.getElementsByTagName(s)[0]; if (d.getElementById(id)) return; }"
    assert marked(article(script, ONE, script)) == []
