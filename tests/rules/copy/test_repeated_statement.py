from collections.abc import Callable

import pytest

from copydesk.article import Article, Source, read
from copydesk_rules.copy.repeated_statement import RepeatedStatement

LEAD = "Repeats in the news\n\nA lead of its own opens the story, as it should.\n\n"
TWICE = "On Monday, drones hit four big oil depots. A source told Radio Sud that drones hit four oil depots in Omsk."


def read_body(body: str) -> Article:
    return read(Source.from_text(f"{LEAD}{body}\n", "x.txt"))


def marked(body: str) -> list[str]:
    text = read_body(body)
    return [text.words_at(finding.span) for finding in RepeatedStatement().check(text)]


def test_the_first_telling_is_shown() -> None:
    text = read_body(TWICE)
    (finding,) = RepeatedStatement().check(text)
    assert text.words_at(finding.span) == "drones hit four oil depots"
    assert text.words_at(finding.related[0].span) == "drones hit four big oil depots"


@pytest.mark.parametrize("end", ["", "."])  # without a full stop it is a standfirst, with one perhaps
def test_a_standfirst_restates_by_design(end: str) -> None:
    text = read(
        Source.from_text(
            f"Depots burn\n\nDrones hit four big oil depots on Monday{end}\n\nSmoke rose all day.\n\nDrones hit four "
            "big oil depots in Omsk, officials said.\n\nNobody was hurt.\n",
            "x.txt",
        )
    )
    assert (text.standfirst or text.perhaps_standfirst) is text.parts[1]
    assert list(RepeatedStatement().check(text)) == []


def test_another_subject_number_or_modality_is_no_repetition() -> None:
    first = "Drones hit four big oil depots on Monday."
    for second in (
        "Missiles hit four big oil depots too.",
        "Drones hit five big oil depots on Friday.",
        "The army said that drones could hit four big oil depots.",
        "The army denied that drones had ever hit four big oil depots.",
        "Did drones hit four big oil depots?",
        "Drones again hit four big oil depots on Friday.",
        "“Drones hit four big oil depots, as you can see,” he said.",
    ):
        assert marked(f"{first} {second}") == [], second


def test_a_paragraph_that_was_pasted_twice_is_left_to_the_rule_about_that() -> None:
    pasted = "Drones hit four big oil depots on Monday, the governor said in a short statement."
    assert marked(f"It went on.\n\n{pasted}\n\n{pasted}\n\nMore is to come.") == []


def test_far_apart_is_a_reminder() -> None:
    between = " ".join(f"Witness number {number} saw a plume." for number in range(2, 9))
    assert (
        marked(f"Drones hit four big oil depots on Monday. {between} Drones hit four big oil depots in Omsk.") == []
    )


@pytest.mark.parametrize("unit", ["Drones hit depots and ", "Drones hit four big oil depots.\n\n"])
def test_many_sentences_and_one_without_end_cost_no_more_than_they_are_long(
    unit: str, calls: Callable[[Callable[[], object]], int]
) -> None:
    def cost(number: int) -> int:
        text = read_body(unit * number)
        return calls(lambda: list(RepeatedStatement().check(text)))

    cost(10)
    assert cost(2400) < 6 * cost(600) + 20_000


def test_lines_without_a_stop_and_sentences_that_add_a_figure_are_left_alone() -> None:
    told = "Northern harbour masters had closed four oil depots"
    assert marked(f"{told} on Monday.\n\n{told} on Monday.") != []
    assert marked(f"{told} on Monday\n\n{told} on Monday.") == []
    assert marked(f"{told} on Monday. It rained. {told} with 25 tanks.") == []
