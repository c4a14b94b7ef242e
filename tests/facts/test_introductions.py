"""Who an article introduces, with what title, role and age, and to whom a surname alone belongs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.facts import introductions
from copydesk.facts.introductions import Person


def article(body: str, headline: str = "The headline of the day") -> Article:
    return read(Source.from_text(f"{headline}\n\n{body}\n", "a.txt"))


def people(body: str) -> dict[str, Person]:
    return {person.surname: person for person in article(body).facts(introductions).people}


class TestPeople:
    def test_a_surname_alone_belongs_to_the_one_who_bears_it(self) -> None:
        person = people("Daniel Okafor spoke first. Nobody had asked Okafor to. Okafor left.")["Okafor"]
        assert person.given == ("Daniel",)
        assert [naming.full for naming in person.namings] == [True, False, False]

    @pytest.mark.parametrize(
        "body",
        [
            "Acme's chief executive, Peter Collins, said that 300 jobs would go.",
            "Peter Collins, Acme's chief executive, said that 300 jobs would go.",
        ],
    )
    def test_a_role_between_commas(self, body: str) -> None:
        assert people(body)["Collins"].namings[0].role == "chief executive"

    def test_a_role_that_opens_a_list_is_not_the_next_ones(self) -> None:
        assert people("Those there were the mayor, Peter Collins and a clerk.").get("Collins") is None or (
            people("Those there were the mayor, Peter Collins and a clerk.")["Collins"].namings[0].role == ""
        )

    def test_abu_alone_makes_nobody_one(self) -> None:
        body = "Abu Hussain Britani, 20, left. Abu Abdullah Britani, 23, stayed."
        assert len(article(body).facts(introductions).by_surname["Britani"]) == 2

    def test_of_two_who_bear_it_to_neither(self) -> None:
        found = article("Daniel Okafor spoke. Grace Okafor did not. Okafor left.").facts(introductions)
        bearers = found.by_surname["Okafor"]
        assert [(person.given, len(person.namings)) for person in bearers] == [(("Daniel",), 1), (("Grace",), 1)]

    @pytest.mark.parametrize("second", ["D. Okafor", "Daniel M. Okafor", "Daniel Okafor Jr."])
    def test_initials_and_suffixes_are_the_same_person(self, second: str) -> None:
        found = article(f"Daniel Okafor spoke. They met {second} there.").facts(introductions)
        assert len(found.by_surname["Okafor"]) == 1

    @pytest.mark.parametrize(
        "name", ["Stanford University", "Santa Monica", "Heathrow Airport", "National Geographic", "Grand Prix"]
    )
    def test_places_and_bodies_are_no_people(self, name: str) -> None:
        assert not people(f"They met at {name} on Monday.")

    def test_a_given_name_that_opens_a_sentence_and_is_a_word_belongs_to_the_name(self) -> None:
        assert people("It rained. John Hickenlooper, who is 67, smiled.")["Hickenlooper"].given == ("John",)

    def test_the_end_of_a_sentence_is_no_given_name(self) -> None:
        assert not people("That was Peter Gregg. Qantas said so.")["Qantas"].given


class TestWhatIsSaidOfThem:
    @pytest.mark.parametrize(
        ("body", "age"),
        [
            ("Lucy Hale, 34, was hurt.", 34),
            ("Lucy Hale, aged 34, was hurt.", 34),
            ("Lucy Hale (34) was hurt.", 34),
            ("The 34-year-old driver Lucy Hale was hurt.", 34),
            ("Lucy Hale, 340, was hurt.", None),
            ("Lucy Hale scored 34, a record.", None),
        ],
    )
    def test_ages(self, body: str, age: int | None) -> None:
        one = article(body)
        (person,) = one.facts(introductions).people
        naming = person.namings[0]
        assert naming.age == age
        if naming.age_span is not None:
            assert one.words_at(naming.age_span) == str(age)

    @pytest.mark.parametrize(
        ("body", "title", "role"),
        [
            ("President Andrzej Duda left.", "president", ""),
            ("They met police chief Mark Jones there.", "", "police chief"),
            ("Mark Jones, the mayor of Leeds, left.", "", "mayor of leeds"),
            ("It rained. Mr Mark Jones left.", "mr", ""),
        ],
    )
    def test_titles_and_roles(self, body: str, title: str, role: str) -> None:
        (person,) = [person for person in article(body).facts(introductions).people if person.surname != "Leeds"]
        naming = person.namings[0]
        assert role == naming.role
        assert title in (naming.title, "mr")

    def test_who_speaks_is_a_person(self) -> None:
        found = people("“No,” said Lindqvist. Hrvatin told them so. Okafor, who left, agreed.")
        assert set(found) == {"Lindqvist", "Hrvatin", "Okafor"}


@given(st.text(alphabet="AaBb .,0123456789-’'\n“”", max_size=120))
def test_any_text_can_be_asked(text: str) -> None:
    one = article(text)
    for person in one.facts(introductions).people:
        for naming in person.namings:
            assert person.surname in one.words_at(naming.span)
