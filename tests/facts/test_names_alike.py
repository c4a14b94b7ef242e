"""Which look-alike spellings are weighed, and what they weigh."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Source, read
from copydesk.errors import CopydeskError
from copydesk.facts import names
from copydesk.facts.names import Names, frequency
from copydesk.facts.names.derivation import derived, gendered
from copydesk.facts.names.evidence import judge
from copydesk.facts.names.fame import fame, is_known
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.keys import keys
from copydesk.facts.names.observations import observations
from copydesk.facts.names.pairs import acquaintance, paired
from copydesk.facts.names.similarity import likeness
from copydesk.facts.names.spellings import lookalikes
from copydesk.facts.names.weights import WEIGHTS


def facts(body: str) -> Names:
    return read(Source.from_text(f"The headline of the day\n\n{body}\n", "a.txt")).facts(names)


def groups(body: str) -> list[set[str]]:
    return [{spelling.text for spelling in group.spellings} for group in facts(body).variants]


def seen(body: str, one: str, other: str) -> set[str]:
    spellings = facts(body).spellings
    alike = likeness(spellings[one].plain, spellings[other].plain)
    assert alike is not None
    return set(observations(paired(spellings[one], spellings[other], alike)))


class TestFrequency:
    def test_common_rare_and_unknown(self) -> None:
        assert zipf("the") > 7 > zipf("egypt") > 4 > zipf("eqypt") == 0

    def test_a_place_of_some_size_is_known(self) -> None:
        assert is_known("Zhytomyr")
        assert fame("Zhytomyr") >= 2.0

    def test_a_damaged_table_is_said_to_be_one(self, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
        bad = frequency.PATH.parent / "SOURCES.txt"
        monkeypatch.setattr(frequency, "PATH", bad)
        frequency._table.cache_clear()
        try:
            with pytest.raises(CopydeskError, match="damaged"):
                frequency._table()
        finally:
            frequency._table.cache_clear()


class TestKeys:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("sudzha", "sudja"),
            ("shoichi", "syouiti"),
            ("kougetsu", "kohgetu"),
            ("alyokhin", "aljochin"),
            ("zhalilov", "jalilov"),
            ("tunematu", "tsunematsu"),
            ("tsunehisa", "cunehisa"),
            ("niusha", "newsha"),
            ("yeshu", "jeschu"),
            ("kajko", "kajkowa"),
        ],
    )
    def test_romanisations_of_one_name_meet(self, one: str, other: str) -> None:
        assert set(keys(one)) & set(keys(other))

    @given(st.text("ahinstuky", min_size=1, max_size=40))
    def test_any_word_has_keys_at_once(self, word: str) -> None:
        assert word in keys(word)

    def test_compounds_are_compared_part_by_part(self) -> None:
        def found(body: str) -> list[set[str]]:
            return [{one.text, other.text} for one, other in lookalikes(facts(body).spellings.values())]

        assert {"Owens-Illinois", "Owans-Illinois"} in found("He left Owens-Illinois. She left Owans-Illinois.")
        assert found("A Rafale-A flew. The Rafale-D did not.") == []
        assert found("He joined Boeing. The ex-Boeing man left; he is an Asia-Pacific, not Asian-Pacific man.") == []

    @pytest.mark.parametrize(
        "body",
        [
            "The father, Kim Jong-Il, had died. Kim Jong-Un took over.",  # two names that begin alike
            "The deal of UK-Korea is done, that of US-Korea is not.",
            "Iran bought it from Iraq, the agency IRNA said. Later Irna had no more of it, said Iran.",  # an acronym
        ],
    )
    def test_what_is_never_compared(self, body: str) -> None:
        pairs = lookalikes(facts(body).spellings.values())
        never = {"Jong-Il", "Jong-Un", "UK-Korea", "US-Korea", "Irna"}
        assert not [pair for pair in pairs if {pair[0].text, pair[1].text} & never]


class TestLikeness:
    @pytest.mark.parametrize(
        ("one", "other", "kind"),
        [
            ("marcove", "marvoce", "exchanged"),
            ("citadel", "cidatel", "exchanged"),
            ("novikov", "novikau", "romanised"),
            ("zelensky", "zelenskyj", "romanised"),
        ],
    )
    def test_the_kind_of_a_difference(self, one: str, other: str, kind: str) -> None:
        alike = likeness(one, other)
        assert alike is not None
        assert [difference.kind for difference in alike.differences] == [kind]

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [("hoffman", "hoffmann", False), ("parisians", "parisiens", True), ("medtronic", "medtronics", True)],
    )
    def test_derivations(self, one: str, other: str, expected: bool) -> None:
        assert derived(one, other) is expected

    def test_a_wifes_name(self) -> None:
        assert gendered("petrov", "petrova")
        assert gendered("kajko", "kajkowa")
        assert not gendered("petrov", "petrosa")


class TestEvidence:
    def test_what_the_world_knows_chooses_the_column(self) -> None:
        spellings = facts(
            "They met in Egypt. They met in Eqypt. They saw Wezniak and Weznkiak, Weber and Webber."
        ).spellings

        def column(one: str, other: str) -> int:
            alike = likeness(spellings[one].plain, spellings[other].plain)
            assert alike is not None
            return acquaintance(paired(spellings[one], spellings[other], alike))

        assert [column("Egypt", "Eqypt"), column("Wezniak", "Weznkiak"), column("Weber", "Webber")] == [0, 1, 2]

    def test_a_surname_that_speaks_without_an_introduction(self) -> None:
        body = "Douglas Danforth was pleased. “The quarter was good,” Danworth said. Others agreed."
        assert "speaks, but only the other is introduced" in seen(body, "Danforth", "Danworth")
        assert groups(body) == [{"Danforth", "Danworth"}]

    @pytest.mark.parametrize(
        ("body", "one", "other", "together"),
        [
            ("Craig Sloane runs it. Then Sloan left.", "Sloane", "Sloan", True),
            ("Craig Sloane runs it. Then Sloane left. So did Sloan.", "Sloane", "Sloan", False),  # he is both
            ("Then Sloan left. Craig Sloane runs it.", "Sloane", "Sloan", False),  # nobody is introduced last
            ("Craig Sloane runs it. He was in Sloan by noon.", "Sloane", "Sloan", False),  # a place
        ],
    )
    def test_a_full_name_and_a_short_form_that_share_out_the_work(
        self, body: str, one: str, other: str, together: bool
    ) -> None:
        assert ("one only in full, the other only alone behind it" in seen(body, one, other)) is together

    def test_two_people_who_each_have_a_given_name(self) -> None:
        body = "Mohammad Dahman spoke of it. Nobody knew Nahed Dahlan."
        assert "each has another given name" in seen(body, "Dahman", "Dahlan")
        assert "each has another given name" not in seen("Ann Dahman spoke. Ann Dahlan left.", "Dahman", "Dahlan")

    def test_a_plural_is_no_second_spelling(self) -> None:
        body = "Kim Emwazi lived here. Emwazi left. Neighbours liked the Emwazis."
        assert "a plural" in seen(body, "Emwazi", "Emwazis")
        assert groups(body) == []

    def test_a_sound_that_takes_more_letters_is_one_difference(self) -> None:
        assert "edits ≤ 1" in seen("Pavel Pugachev spoke. Then Pugatschev left.", "Pugachev", "Pugatschev")

    def test_an_initial_is_weak_company(self) -> None:
        told = "The council met Viktor Makarov at the old station. Later that week Victor Makarov won the vote."
        assert "shared company" in seen("He met Dave Collins. Then D Cossins won.", "Collins", "Cossins")
        assert "shared telling company" in seen(told, "Viktor", "Victor")

    def test_two_words_of_one_name_are_two(self) -> None:
        assert groups("Jumardi Jukardi heads the board. Nobody else was there, said Jukardi.") == []

    def test_every_column_of_the_table_is_filled(self) -> None:
        assert all(len(weights) == 3 for weights in WEIGHTS.values())
        assert WEIGHTS["in one name"] < (0, 0, 0)
        assert all(one > other for one, other in zip(WEIGHTS["cost ≤ 0.36"], WEIGHTS["cost > 2.0"], strict=True))

    def test_observations_that_weigh_something_can_be_made(self) -> None:
        """A weight under a phrase that no code yields would never be counted."""
        source = "".join(path.read_text(encoding="utf-8") for path in frequency.PATH.parent.parent.glob("*.py"))
        steps = ("edits", "cost", "length", "known apart")
        ranked = {f"{one} beside {other}" for one in _RANKS for other in _RANKS}
        counted = {"once beside several", "once beside many"}
        for phrase in WEIGHTS:
            assert phrase.startswith(steps) or phrase in ranked | counted or f'"{phrase}"' in source

    def test_hopeless_pairs_are_not_looked_at_further(self) -> None:
        spellings = facts("They went from Bolton to Boston by air. Bolton is small, and Boston is not.").spellings
        verdict = judge(spellings["Bolton"], spellings["Boston"])
        assert verdict is not None
        assert verdict.confidence < 0.1


_RANKS = ("unheard of", "rare", "known", "common")


class TestGroups:
    def test_a_slip_is_meant_for_the_best_known_name(self) -> None:
        body = (
            "The Banco Portugues lent money to a Portuguese firm. Most Portuguese banks did. "
            "A Portuguse bank did not."
        )
        assert groups(body) == [{"Portuguese", "Portuguse"}]

    def test_only_the_name_behind_a_gloss_is_explained(self) -> None:
        told = "In Oukuni, also known as the cold town, it rained. They left Oukuni for {}. Snow fell in Oukuni."
        assert groups(told.format("Ookuni")) == [{"Oukuni", "Ookuni"}]
        assert groups("They left Oukuni, also spelled Ookuni, at noon. It rained in Oukuni. Ookuni is cold.") == []
        assert (
            groups("It rained in Oukuni. The sign at the station said Ookuni [sic] in red. They left Oukuni.") == []
        )

    def test_a_rare_word_that_speaks_is_a_name(self) -> None:
        body = "Paul Dreyer runs the firm. Dreyer said the drug was safe. Dryer said more. Dreyer left."
        assert groups(body) == [{"Dreyer", "Dryer"}]

    def test_what_is_listed_side_by_side_is_two(self) -> None:
        body = "{0} came with rain. El Ninos and La Ninas come in turn. El Ninos came. La Ninas came. El Ninas came."
        assert groups(body.format("La Ninas")) == []

    def test_a_word_of_a_longer_name_of_a_place_is_none_of_another(self) -> None:
        assert groups("They left Saudi Arabia, Arabiya television said. Arabiya said more.") == []
        one = "They left Saudi Arabia. It is hot in Saudi Arabia. They like Saudi Arabia. Saudi {} is large."
        assert groups(one.format("Arabiya")) == [{"Arabia", "Arabiya"}]

    def test_long_runs_of_letters_are_no_names(self) -> None:
        assert groups(f"They saw {'Ab' * 3000}. They saw {'Ab' * 3000}b.") == []
