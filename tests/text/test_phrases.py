"""Tests of tags, noun groups, lists and clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text import analysis_of
from copydesk.text.parts_of_speech import singular_of, tags_of


def groups(words: str) -> list[str]:
    text = analysis_of(words)
    return [text.words(group.first, group.past) for group in text.phrases.groups(0)]


def nouns(words: str) -> list[str]:
    text = analysis_of(words)
    return [text.phrases.noun(group) for group in text.phrases.groups(0)]


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("The council said profits rose.", "dNESE."),
        ("Profit rises to £4 million.", "NZt###."),
        ("Nurses strike on Monday.", "SBiT."),
        ("The price rises hit families.", "dNSES."),
        ("She wants to cut the cost.", "oZtBdN."),
        ("The men injured in the crash were taken home.", "dSAidNXVN."),
        ("It's the city's budget.", "oXdN'N."),
        ("The workers' pay fell.", "dS'NE."),
        ("He told her that her house was sold.", "oEokdNXV."),
        ("Cars are made in Leeds.", "SXViP."),
        ("They've closed three schools.", "oV#S."),
    ],
)
def test_a_word_has_the_tag_that_its_neighbours_leave(words: str, tags: str) -> None:
    assert analysis_of(words).phrases.tags(0) == tags


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The council's three new schools opened.", ["The council", "three new schools"]),
        ("A £3m road budget was approved.", ["A £3m road budget"]),
        ("About 40 percent of pupils walk.", ["About 40 percent", "pupils"]),
        ("A 12-kilometre road links them.", ["A 12-kilometre road", "them"]),
        ("Two of the injured were released.", ["Two", "the injured"]),
        ("In 2019 Harrow Mills employed 340 people.", ["Harrow Mills", "340 people"]),
        ("City councillor Ana Silva resigned.", ["City councillor Ana Silva"]),
        ("Using Russian parts, they built it.", ["Russian parts", "they", "it"]),
    ],
)
def test_noun_groups(words: str, expected: list[str]) -> None:
    assert groups(words) == expected


def test_the_noun_of_a_group_is_its_head_in_the_singular() -> None:
    assert nouns("Three new viruses killed 12 elderly women.") == ["virus", "woman"]
    assert singular_of("analyses") == "analysis"


def test_what_hangs_on_a_group() -> None:
    text = analysis_of("The city's budget for the schools of Leeds grew.")
    city, budget, schools, leeds = text.phrases.groups(0)
    assert text.phrases.possessor(budget) == city
    assert text.phrases.of_group(budget, "for", "of") == schools
    assert text.phrases.of_group(schools) == leeds
    assert text.phrases.of_group(leeds) is None


def test_a_name_and_its_apposition() -> None:
    text = analysis_of("Councillor Ana Silva, the deputy mayor, resigned.")
    silva, mayor = text.phrases.groups(0)
    assert text.words(*(text.phrases.name(silva) or (0, 0))) == "Councillor Ana Silva"
    assert text.phrases.apposition(silva) == mayor


def test_a_list_and_its_items() -> None:
    text = analysis_of("They bought six vans, two lorries and a car for £4m.")
    listing = text.phrases.listing(text.phrases.groups(0)[1])
    assert [text.words(*item[:2]) for item in listing.items] == ["six vans", "two lorries", "a car"]
    assert listing.joint == "and"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("In March the firm lost £3m.", [("the firm", "lost")]),
        ("The plan, which cost £4m, was dropped.", [("The plan", "cost"), ("The plan", "was")]),
        ("The firm cut 40 jobs and closed two plants.", [("The firm", "cut"), ("The firm", "closed")]),
        ("Police said the driver was hurt.", [("Police", "said"), ("the driver", "was")]),
        ("Sales rose but costs fell.", [("Sales", "rose"), ("costs", "fell")]),
        ("According to Sky News, two boys were found.", [("two boys", "were")]),
    ],
)
def test_clauses_have_subject_and_verb(words: str, expected: list[tuple[str, str]]) -> None:
    text = analysis_of(words)
    found = [
        (text.words(*clause.subject[:2]), text.tokens.text(clause.verb))
        for clause in text.phrases.clauses(0)
        if clause.subject and clause.verb >= 0
    ]
    assert found == expected


def test_asides() -> None:
    text = analysis_of("The road (12 miles) is shut (again).")
    assert [text.words(*aside) for aside in text.phrases.asides(0)] == ["12 miles", "again"]


@given(st.text(alphabet=st.sampled_from("the of 12 £3m city’s Leeds rose (,.)-“” cut and who 2019 A"), max_size=120))
def test_groups_are_in_order_and_inside_their_sentence(words: str) -> None:
    text = analysis_of(words)
    for sentence in range(len(text.tokens.sentence_starts)):
        first, past = text.phrases.bounds(sentence)
        assert len(text.phrases.tags(sentence)) == past - first
        end = first
        for group in text.phrases.groups(sentence):
            assert end <= group.first <= group.head < group.past <= past
            end = group.past
        clauses = text.phrases.clauses(sentence)
        assert [clause.first for clause in clauses[1:]] == [clause.past for clause in clauses[:-1]]


def test_tags_of_words_that_no_list_has() -> None:
    assert tags_of("blorpings")[0] == "S"
    assert tags_of("unblorply") == "R"
