"""Rules on people: two given names, two ages, a surname without an introduction; and names in two forms."""

from __future__ import annotations

import pytest

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.facts.nicknames import may_be_one
from copydesk.rules import House, Rule
from copydesk_rules.names.first_reference import FirstReference
from copydesk_rules.names.given_name import GivenName
from copydesk_rules.names.inconsistent_description import InconsistentDescription
from copydesk_rules.names.inconsistent_diacritics import InconsistentDiacritics
from copydesk_rules.names.inconsistent_form import InconsistentForm
from copydesk_rules.names.inconsistent_spelling import InconsistentSpelling
from copydesk_rules.names.never_introduced import NeverIntroduced
from copydesk_rules.names.undefined_acronym import UndefinedAcronym


def article(body: str, headline: str = "The headline of the day") -> Article:
    return read(Source.from_text(f"{headline}\n\n{body}\n", "a.txt"))


def found(rule: Rule, body: str, headline: str = "The headline of the day") -> list[str]:
    one = article(body, headline)
    return [one.words_at(finding.span) for finding in rule.check(one)]


class TestGivenName:
    @pytest.mark.parametrize(("one", "other"), [("Mike", "Michael"), ("Bill", "William"), ("Alex", "Alexandra")])
    def test_short_forms_are_one(self, one: str, other: str) -> None:
        assert may_be_one(one, other)
        assert may_be_one(other, one)

    def test_other_names_are_two(self) -> None:
        assert not may_be_one("Mark", "Mike")

    @pytest.mark.parametrize(
        "second",
        [
            "His sister, police chief Mary Jones of York, agreed.",
            "Former police chief Mike Jones agreed.",
            "Police chief Mike Jones, who retired in 2003, agreed.",
            "Deputy police chief Mike Jones agreed.",
            "Police chief M. Jones agreed.",
        ],
    )
    def test_what_may_be_two_people(self, second: str) -> None:
        assert not found(GivenName(), f"Police chief Mark Jones said the road was shut.\n\n{second}")

    def test_the_rarer_name_is_the_one_to_change(self) -> None:
        body = (
            "Mayor Sandra Keller opened the bridge. It rained.\n\nMayor Susan Keller spoke. It is long.\n\n"
            "Mayor Susan Keller left."
        )
        assert found(GivenName(), body) == ["Sandra Keller"]


class TestDescriptions:
    def test_a_colonel_and_a_general(self) -> None:
        body = "Colonel Ivan Petrenko said no. The line held.\n\nColonel Petrenko ate. General Petrenko slept."
        one = article(body)
        (finding,) = InconsistentDescription().check(one)
        assert apply(one.text, finding.fixes[0].edits).count("Colonel") == 3

    @pytest.mark.parametrize(
        "body",
        [
            "Maj. Gen. Ana Ruiz spoke. General Ruiz left.",
            "Attorney General Ana Ruiz spoke. Senator Ana Ruiz, as she became, left.",
            "Colonel Ana Ruiz spoke. She was promoted, and General Ruiz left.",
            "Colonel Ana Ruiz spoke. General Bo Ruiz did not.",
            "Ana Ruiz, 34, spoke. Ana Ruiz turned 35, the paper said.",
            "Ana Ruiz, 34, spoke. Her mother, Ana Ruiz, 61, did not.",
        ],
    )
    def test_what_can_hold_together(self, body: str) -> None:
        assert not found(InconsistentDescription(), body)


class TestIntroductions:
    def test_the_standfirst_introduces(self) -> None:
        text = (
            "Bridge to reopen\n\nDaniel Okafor promises it for Friday.\n\n"
            "Okafor said the repairs took long.\n\nIt cost a lot. Daniel Okafor, 50, smiled.\n"
        )
        assert not list(FirstReference().check(read(Source.from_text(text, "a.txt"))))

    def test_a_headline_does_not(self) -> None:
        body = "Okafor said the repairs took long.\n\nIt cost a lot. Daniel Okafor, 50, smiled."
        assert found(FirstReference(), body, "Daniel Okafor sees bridge mended by Friday") == ["Okafor"]

    @pytest.mark.parametrize(
        "body",
        [
            "People from Hrvatin said he had come. Hrvatin said he would.",
            "They met a Hrvatin. Hrvatin said he left.",
            "“I go by Hrvatin,” he said; it is his only name. Hrvatin said he was sorry. Hrvatin's wife wept.",
            "The rapper Hrvatin said he was sorry. Hrvatin's wife wept.",
            "The dog of the neighbour barked all day, and so Luka\nHrvatin said he was sorry. Hrvatin's wife wept.",
            "The mayor, Ivan Hrvatim, spoke. Hrvatin said he was sorry. Hrvatin's wife wept.",
        ],
    )
    def test_no_introduction_is_missed(self, body: str) -> None:
        assert not found(NeverIntroduced(), body)

    def test_each_is_reported_once_at_the_first_place(self) -> None:
        body = "Nobody spoke. Hrvatin said he was sorry. Hrvatin's wife wept. Hrvatin left."
        assert found(NeverIntroduced(), body) == ["Hrvatin"]


class TestForms:
    @pytest.mark.parametrize(
        ("body", "words"),
        [
            ("They sued WorldCom. Worldcom fell. Nobody bought WorldCom.", ["Worldcom"]),
            ("They sued Borg-Warner. Borg Warner fell. Nobody bought Borg-Warner.", ["Borg Warner"]),
            ("They ate at McDonald's. A spokesman for McDonalds said so. McDonald's is large.", ["McDonalds"]),
            (
                "It was George W. Bush who had spoken to them first, and then George W Bush left. The aides whom they"
                " had followed all day were those of George W. Bush and nobody else.",
                ["George W Bush"],
            ),
            ("The UNESCO list is long. It is Unesco that keeps it, and UNESCO pays.", ["Unesco"]),
        ],
    )
    def test_two_forms(self, body: str, words: list[str]) -> None:
        assert found(InconsistentForm(), body) == words

    @pytest.mark.parametrize(
        "body",
        [
            "They love America. The cap says MAKE AMERICA GREAT AGAIN in red.",
            "The Roberts family left. Robert's mother said so; Robert's.",
            "They met O'Rourke. “No,” O’Rourke said.",
            "It runs on Mac OS X. Then they bought Mac OS X for him.",
            "They met Bashar al-Assad. Al-Assad smiled.",
        ],
    )
    def test_one_form(self, body: str) -> None:
        assert not found(InconsistentForm(), body)

    def test_the_house_has_the_last_word(self) -> None:
        body = "They sued WorldCom. Worldcom fell. Nobody bought WorldCom."
        assert found(InconsistentForm(house=House({"Worldcom": []})), body) == ["WorldCom", "WorldCom"]
        assert not found(InconsistentForm(house=House({"WorldCom": ["Worldcom"]})), body)

    def test_every_place_is_reported_and_changed_at_once(self) -> None:
        one = article("They sued WorldCom. Worldcom fell. Worldcom rose. WorldCom fell. WorldCom is gone.")
        first, second = InconsistentForm().check(one)
        assert first.fixes[1].everywhere
        assert "Worldcom" not in apply(one.text, second.fixes[1].edits)


def test_acronyms_are_a_house_style_matter() -> None:
    assert UndefinedAcronym.on is False
    assert not found(
        UndefinedAcronym(), "The World Health Organization (WHO) said at 9 a.m. IST that it was ALL OVER."
    )


class TestWhichFormIsKept:
    """Among equals the careful form comes first; else the one that the article uses most."""

    @pytest.mark.parametrize(
        ("rule", "plain", "careful"),
        [
            (InconsistentDiacritics(), "Walesa", "Wałęsa"),
            (InconsistentDiacritics(), "Bogota", "Bogotá"),
            (InconsistentForm(), "OBrien", "O'Brien"),
            (InconsistentForm(), "DAmato", "D’Amato"),
        ],
    )
    @pytest.mark.parametrize("first", [True, False])
    def test_the_accent_or_apostrophe_is_kept_among_equals(
        self, rule: Rule, plain: str, careful: str, first: bool
    ) -> None:
        one, other = (plain, careful) if first else (careful, plain)
        text = article(f"Voters liked {one} on Monday. They met {other} in town.")
        (finding,) = rule.check(text)
        assert text.words_at(finding.span) == plain
        assert [fix.edits[0].text for fix in finding.fixes] == [careful, plain]  # and the other way, everywhere

    @pytest.mark.parametrize(("plain", "careful"), [("Walesa", "Wałęsa"), ("OBrien", "O'Brien")])
    def test_the_more_frequent_is_kept(self, plain: str, careful: str) -> None:
        text = article(f"Voters liked {careful} on Monday. They met {plain} in town, and {plain} spoke.")
        (finding,) = [*InconsistentDiacritics().check(text), *InconsistentForm().check(text)]
        assert finding.fixes[0].edits[0].text == plain

    @pytest.mark.parametrize(
        ("usual", "other"), [("Zelenskyy", "Zelensky"), ("Gadhafi", "Gaddafi"), ("Yanukovich", "Yanukovych")]
    )
    def test_of_two_romanizations_the_one_used_most_is_kept(self, usual: str, other: str) -> None:
        text = article(
            f"President {other} left.\n\nAides of {usual} wept. They asked {usual} why. They praised {other}.\n\n"
            f"“I am tired,” {usual} said."
        )
        assert {finding.fixes[0].edits[0].text for finding in InconsistentSpelling().check(text)} == {usual}

    def test_two_firms_that_are_introduced_apart_stay_two(self) -> None:
        two = (
            "{} cut its dividend, and Lloyds said so. The insurance market Lloyd's of London will pay, and a "
            "spokesman for Lloyd's said nothing."
        )
        assert not found(InconsistentForm(), two.format("Lloyds Banking Group"))
        assert not found(InconsistentForm(), two.format("The bank, Lloyds,"))
        assert not found(InconsistentForm(), two.format("Lloyds, a bank in Britain,"))
        assert found(InconsistentForm(), "The insurance market Lloyd's will pay, and Lloyds said so. Lloyd's wept.")
