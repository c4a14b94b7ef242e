"""What the names facts make of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.facts import names
from copydesk.facts.names import Names
from copydesk.facts.names.derivation import derived
from copydesk.facts.names.keys import keys
from copydesk.facts.names.similarity import likeness, plain


def article(body: str, headline: str = "The headline of the day") -> Article:
    return read(Source.from_text(f"{headline}\n\n{body}\n", "a.txt"))


def facts(body: str, headline: str = "The headline of the day") -> Names:
    return article(body, headline).facts(names)


def texts(found: Names) -> list[str]:
    return [" ".join(mention.key) for mention in found.mentions]


def groups(found: Names) -> list[set[str]]:
    return [{spelling.text for spelling in group.spellings} for group in found.variants]


class TestMentions:
    def test_a_title_and_a_demonym_are_no_part_of_a_name(self) -> None:
        found = facts("It was Ukrainian President Volodymyr Zelensky who spoke.")
        assert texts(found) == ["Ukrainian", "Volodymyr Zelensky"]
        assert found.mentions[1].title == "President"

    def test_a_possessive_is_not_in_the_span(self) -> None:
        body = "They saw Kursk's river and the Joneses' house."
        found = facts(body)
        read_article = article(body)
        assert [read_article.words_at(mention.span) for mention in found.mentions] == ["Kursk", "Joneses"]

    @pytest.mark.parametrize(
        ("body", "name"),
        [
            ("He met Ludwig van Beethoven there.", "Ludwig Beethoven"),
            ("He met John F. Kennedy there.", "John F. Kennedy"),
            ("He met Abdel Fattah el-Sisi there.", "Abdel Fattah Sisi"),
            ("The Kiev-based firm closed.", "Kiev"),
            ("It lies in Rostov-on-Don today.", "Rostov-on-Don"),
            ("He wrote to Conan O'Brien there.", "Conan O'Brien"),
        ],
    )
    def test_names_with_particles_initials_and_hyphens(self, body: str, name: str) -> None:
        assert name in texts(facts(body))

    def test_weekdays_do_not_join_a_name(self) -> None:
        assert "CNN" in texts(facts("He told CNN Wednesday that it was over."))

    def test_a_word_that_opens_a_sentence_is_a_name_if_it_is_one_elsewhere(self) -> None:
        assert texts(facts("Baker resigned. However, the board thanked Baker.")) == ["Baker", "Baker"]

    def test_an_ordinary_word_that_opens_a_sentence_is_none(self) -> None:
        assert "Baking" not in texts(facts("Baking is hard. However, it is fun."))

    def test_a_title_case_headline_is_read_with_the_bodys_help(self) -> None:
        found = facts("The town of Sudzha was quiet on Monday.", "Fighting Near Sudzha Stops After Three Days")
        assert texts(found)[0] == "Sudzha"

    def test_corrections_take_no_part(self) -> None:
        found = facts("The town of Sudzha was quiet.\n\nCorrection: An earlier version had Sudja for Sudzha.")
        assert "Sudja" not in found.spellings


class TestVariants:
    def test_spellings_of_one_place_are_one_group_and_the_gazetteer_has_the_usual_form(self) -> None:
        found = facts("Troops took the town of Sudza. The road to Sudja is closed. They left Sudza at night.")
        (group,) = found.variants
        assert {spelling.text for spelling in group.spellings} == {"Sudza", "Sudja"}
        assert group.usual is not None
        assert (group.usual.name, group.usual.country) == ("Sudzha", "RU")

    def test_a_surname_that_nobody_introduced_is_the_one_that_somebody_did(self) -> None:
        assert groups(facts("Army chief Oleksandr Sirsky spoke. Sirski said more.")) == [{"Sirsky", "Sirski"}]

    @pytest.mark.parametrize(
        "body",
        [
            "Kiichi Miyazawa met Koichi Kato on Monday.",
            "They flew from Bangalore to Mangalore.",
            "The Slovak coach praised Slovakia.",
            "The Malays of Malaysia voted.",
            "Sudzha (also spelled Sudja) is a town. Nobody left Sudzha.",
        ],
    )
    def test_two_names_are_left_alone(self, body: str) -> None:
        assert groups(facts(body)) == []

    def test_the_frequent_spelling_is_preferred(self) -> None:
        found = facts(
            "They met Poliakoff. She knew Polakoff well. Later Poliakoff left, and Poliakoff's dog with him."
        )
        assert [group.preferred.text for group in found.variants] == ["Poliakoff"]


class TestClusters:
    def test_a_surname_joins_the_full_name(self) -> None:
        found = facts("President Volodymyr Zelensky spoke. Then Zelensky left for Paris.")
        zelensky = found.clusters[0]
        assert (zelensky.name, zelensky.kind, len(zelensky.mentions)) == ("Volodymyr Zelensky", "person", 2)

    def test_a_surname_of_two_joins_neither(self) -> None:
        found = facts("There were Ann Kowalska and Eva Kowalska. Then Kowalska left.")
        assert len(found.clusters) == 3

    def test_the_spellings_of_one_name_are_one_thing(self) -> None:
        found = facts("Troops took the town of Sudza. The road to Sudja is closed. They left Sudza at night.")
        assert [(cluster.kind, len(cluster.mentions)) for cluster in found.clusters] == [("place", 3)]


class TestDescriptions:
    def test_before_and_behind(self) -> None:
        found = facts("They took the town of Sudza. Nobody left, and Sudza city is quiet.")
        assert [(place.noun, place.leads) for place in found.described] == [("town", True), ("city", False)]

    @pytest.mark.parametrize(
        "body", ["A Russian city is on fire.", "The Moscow city court sat.", "In old town of Riga."]
    )
    def test_what_is_none(self, body: str) -> None:
        assert facts(body).described == ()


class TestExplains:
    @pytest.mark.parametrize(
        "word", ["Oleksandr", "Sirsky", "Sirski", "Sirski's", "Sirski’s", "Nizhny", "Sudza", "Kursk"]
    )
    def test_words_of_names(self, word: str) -> None:
        found = facts(
            "Army chief Oleksandr Sirsky spoke. Sirski said that Nizhny Novgorod is safe. Sudza is near Kursk."
        )
        assert found.explains(word)

    def test_parts_of_compound_names(self) -> None:
        found = facts("They fled from Nagorno-Karabakh on Monday.")
        assert found.explains("Nagorno")
        assert found.explains("Karabakh")

    @pytest.mark.parametrize("word", ["Becuase", "Goverment", "spoke", "Tomorow", ""])
    def test_a_slip_at_a_sentences_start_is_not_explained(self, word: str) -> None:
        assert not facts("Becuase it rained, they left. Goverment troops came. Tomorow is late.").explains(word)


class TestSimilarity:
    @pytest.mark.parametrize(
        ("one", "other", "kind"),
        [
            ("sirsky", "sirski", "romanised"),
            ("chirac", "chriac", "swapped"),
            ("weber", "webber", "doubled"),
            ("salamon", "salomon", "vowel"),
            ("illnois", "illinois", "vowel-dropped"),
        ],
    )
    def test_the_kind_of_a_difference(self, one: str, other: str, kind: str) -> None:
        alike = likeness(one, other)
        assert alike is not None
        assert [difference.kind for difference in alike.differences] == [kind]

    @pytest.mark.parametrize(("one", "other"), [("slovak", "slovakia"), ("sweden", "swedes"), ("iraq", "iraqi")])
    def test_derivations(self, one: str, other: str) -> None:
        assert derived(one, other)

    @pytest.mark.parametrize(("one", "other"), [("iranian", "iranan"), ("sirsky", "sirski"), ("intal", "intral")])
    def test_what_is_no_derivation(self, one: str, other: str) -> None:
        assert not derived(one, other)

    @given(st.text("abcdehijkmostuvyz", min_size=4, max_size=9), st.integers(0, 8), st.sampled_from("aeiknst"))
    def test_one_slip_is_always_a_candidate_and_cheap(self, word: str, at: int, letter: str) -> None:
        slip = word[: at % len(word)] + letter + word[at % len(word) + 1 :]
        assert set(keys(word)) & set(keys(slip))
        alike = likeness(word, slip)
        assert alike is not None
        assert alike.cost <= 1.0

    @given(st.text("abcdehijkmostuvyz", min_size=1, max_size=9), st.text("abcdehijkmostuvyz", min_size=1, max_size=9))
    def test_likeness_is_symmetric(self, one: str, other: str) -> None:
        here, there = likeness(one, other, 20.0), likeness(other, one, 20.0)
        assert here is not None
        assert there is not None
        assert here.cost == pytest.approx(there.cost)

    def test_plain(self) -> None:
        assert plain("O’Rourke-Łódź") == "orourkelodz"


@given(st.text(max_size=200))
def test_any_text_is_read_and_every_span_holds_its_word(text: str) -> None:
    try:
        one = read(Source.from_text("A headline\n\n" + text, "a.txt"))
    except ValueError:
        return
    for mention in one.facts(names).mentions:
        for word in mention.words:
            assert one.words_at(word.span) == word.text
    assert one.facts(names).variants is not None


def test_two_known_places_that_are_called_by_different_nouns_are_two() -> None:
    body = "A bomb went off in the {} of Gombe on Friday. He was taken in the town of Gombi in July."
    assert facts(body.format("city")).variants == ()
    assert facts(body.format("town")).variants != ()
