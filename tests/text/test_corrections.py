"""Words that are mentioned rather than used: corrections and contrasts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Source, read
from copydesk.article.edits import apply
from copydesk.check.desk import Desk
from copydesk.check.settings import Grammar, Settings
from copydesk.text import contrasting, correcting

BODY = "Mayor opens hall in the north\n\nMerkel opened the hall on Monday. Merkel was glad. {}\n\n{}\n"


def words(sentence: str, read_: object) -> list[str]:
    part = read(Source.from_text(f"A headline\n\n{sentence} She left.\n", "a.txt")).parts[-1]
    return [part.words[slice(*span)].strip() for span in read_(part)]  # type: ignore[operator]


@pytest.mark.parametrize(
    "sentence",
    [
        "The sign misspelt Merkel as Merkle.",
        "An earlier version of this article said Merkle.",
        "A spokesman was wrongly named as Peter Novack.",
        "This story has been amended: it is Merkel.",
        "The line should have read Merkel.",
    ],
)
def test_a_sentence_that_corrects(sentence: str) -> None:
    assert words(sentence, correcting) == [sentence]


@pytest.mark.parametrize("sentence", ["He should have been told.", "The version was new.", "They gave it wrongly."])
def test_other_sentences_correct_nothing(sentence: str) -> None:
    assert words(sentence, correcting) == []


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("Kyiv, not Kiev, was on the sign.", ("Kyiv", "Kiev")),
        ("The sign had “Kiev” instead of “Kyiv”.", ("Kiev", "Kyiv")),
        ("It is not Merkle but Merkel.", ("Merkle", "Merkel")),
        ("He flew to Kyiv, not Lviv.", None),
        ("They met in May rather than March.", None),
    ],
)
def test_a_contrast_is_of_two_forms_of_one_name(sentence: str, pair: tuple[str, str] | None) -> None:
    part = read(Source.from_text(f"A headline\n\n{sentence}\n", "a.txt")).parts[-1]
    found = [(part.words[slice(*one)], part.words[slice(*other)]) for one, other in contrasting(part)]
    assert found == ([pair] if pair else [])


MENTIONS = st.sampled_from(
    [
        "An earlier version of this article misspelt Merkel as Merkle.",
        "Merkel, not Merkle, is right.",
        "This article was amended on 4 May because Merkel was given as Merkle.",
        "The chancellor was wrongly named as Merkle.",
        "A headline on Monday misspelt Merkel as Merkle.",
        "Correction: it is Merkel, not Merkle.",
        "It is not Merkle but Merkel.",
    ]
)


@given(MENTIONS, st.booleans())
def test_what_is_mentioned_is_neither_mended_nor_taken_for_a_spelling(sentence: str, alone: bool) -> None:
    text = BODY.format(*(("It rained.", sentence) if alone else (sentence, "It rained.")))
    desk = Desk(Settings(names={"Merkel": ("Merkle",)}, grammar=Grammar(engine="off")))
    found = desk.check_source(Source.from_text(text, "a.txt")).findings
    assert [finding.rule for finding in found if finding.rule.startswith("Names.")] == []
    assert apply(text, [edit for one in found for fix in one.fixes if fix.safe for edit in fix.edits]) == text


def test_a_rule_of_the_house_mends_no_note() -> None:
    text = BODY.format("It rained.", "Correction: Merkle and Kiev were wrong here.")
    desk = Desk(Settings(names={"Kyiv": ("Kiev",)}, grammar=Grammar(engine="off")))
    found = desk.check_source(Source.from_text(text, "a.txt")).findings
    assert not [fix for finding in found for fix in finding.fixes if fix.safe]
