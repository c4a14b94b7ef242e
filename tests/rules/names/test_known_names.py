"""Rules on names that are known beforehand: misspelt by many, renamed, or a place one letter away."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import House
from copydesk_rules.names._known import Misspelling, misspellings
from copydesk_rules.names._look import small_words
from copydesk_rules.names._near_places import nearest
from copydesk_rules.names._outdated import RENAMINGS, Renaming
from copydesk_rules.names.known_spelling import KnownSpelling
from copydesk_rules.names.misspelt_place import MisspeltPlace
from copydesk_rules.names.outdated_name import OutdatedName, OutdatedNameOptions

KNOWN = [known for group in misspellings().values() for known in group]


def article(body: str, headline: str = "The headline of the day") -> Article:
    return read(Source.from_text(f"{headline}\n\n{body}\n", "a.txt"))


def found(rule: KnownSpelling | MisspeltPlace | OutdatedName, body: str) -> list[str]:
    one = article(body)
    return [one.words_at(finding.span) for finding in rule.check(one)]


class TestKnownSpelling:
    def test_the_list_is_long_and_sourced(self) -> None:
        assert len({known.right for known in KNOWN}) >= 150
        assert all(known.source for known in KNOWN)

    def test_no_form_is_listed_twice_or_is_right_elsewhere(self) -> None:
        wrong = [known.wrong for known in KNOWN]
        assert len(wrong) == len(set(wrong))
        assert not set(wrong) & {known.right for known in KNOWN}

    @pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.wrong)
    def test_every_form_is_found_and_put_right(self, known: Misspelling) -> None:
        wrong, right, words = known.wrong, known.right, known.words
        one = article(f"It rained all day, and they had met {wrong} there before. {' '.join(words[:1])} was near.")
        finding = next(iter(KnownSpelling().check(one)))
        assert right in apply(one.text, finding.fixes[0].edits).replace("’", "'")

    @pytest.mark.parametrize("known", [known for known in KNOWN if known.words], ids=lambda known: known.wrong)
    def test_without_its_context_a_form_is_left_alone(self, known: Misspelling) -> None:
        assert not found(KnownSpelling(), f"They had met {known.wrong} there.")

    def test_the_quick_look_knows_a_word_of_every_form(self) -> None:
        assert all(known.telling in small_words(known.wrong) for known in KNOWN)

    def test_both_spellings_are_another_rules_business_or_reported_once(self) -> None:
        one = article("Volkwagen rose. Volkswagen has said nothing, and Volkswagen will not.")
        assert len(list(KnownSpelling().check(one))) <= 1

    def test_what_the_house_prefers_is_right(self) -> None:
        assert not list(KnownSpelling(house=House({"Tuscon": []})).check(article("They met in Tuscon.")))


class TestOutdatedName:
    def test_every_renaming_says_when_and_who_says_so(self) -> None:
        assert all(1900 < renaming.since < 2030 and renaming.source for renaming in RENAMINGS)
        assert len({renaming.old for renaming in RENAMINGS}) == len(RENAMINGS)
        assert not {renaming.old for renaming in RENAMINGS} & {renaming.new for renaming in RENAMINGS}

    @pytest.mark.parametrize("renaming", RENAMINGS, ids=lambda renaming: renaming.old)
    def test_each_can_be_kept_by_the_house(self, renaming: Renaming) -> None:
        old = renaming.old
        context = renaming.only_with.split("|")[0]
        body = f"Rain fell on {old} in the night. {context}"
        language = (renaming.only_in or ("en-US",))[0]
        one = read(Source.from_text(f"The headline of the day\n\n{body}\n", "a.txt"))
        one = Article(one.source, one.parts, one.date, language)
        assert [one.words_at(finding.span) for finding in OutdatedName().check(one)] == [old]
        assert not list(OutdatedName(OutdatedNameOptions(keep=(old,))).check(one))
        assert not list(OutdatedName(house=House({old: []})).check(one))

    def test_an_article_from_before_the_change_is_left_alone(self) -> None:
        one = article("Rain fell on Swaziland in the night.")
        assert list(OutdatedName().check(one))
        assert not list(OutdatedName().check(Article(one.source, one.parts, date(2017, 5, 1))))

    @pytest.mark.parametrize(("language", "new"), [("en-US", "St. Petersburg"), ("en-GB", "St Petersburg")])
    def test_the_new_name_follows_the_language(self, language: str, new: str) -> None:
        one = article("They flew to Leningrad on Monday.")
        (finding,) = OutdatedName().check(Article(one.source, one.parts, language=language))
        assert finding.fixes[0].title == f"Change to “{new}”"

    @pytest.mark.parametrize(
        "body",
        [
            "They drank Bombay Sapphire and ate chicken Kiev.",
            "The siege of Leningrad lasted 872 days.",
            "She sang in “Bombay Dreams” for a year.",
            "In 1988 he was born in Bombay.",
            "The city was formerly Bombay.",
            "The virus is the Zaire strain, said a doctor in Kinshasa.",
            "They met at the Leningrad region's border, in Ceylon tea country.",
            "Write to desk@Bombay.example.com, or @Bombay.",
        ],
    )
    def test_what_keeps_the_old_name(self, body: str) -> None:
        assert not found(OutdatedName(), body)


class TestMisspeltPlace:
    def test_nearest_is_one_slip_away_and_the_only_one(self) -> None:
        place = nearest("Khartuom", "SD")
        assert place is not None
        assert place.name == "Khartoum"
        assert nearest("Khartoum", "SD") is None
        assert nearest("Khartuom", "FR") is None
        assert nearest("Khartuom") == place

    @pytest.mark.parametrize(
        "body",
        [
            "They met in Sudzha, a town in Russia.",
            "He trusts in Khartuomi and in Sudan.",
            "The town of Khartuom Junction lies in Sudan.",
            "The road ends in Khartuom, formerly spelt Khartum, in Sudan.",
        ],
    )
    def test_what_is_left_alone(self, body: str) -> None:
        assert not [word for word in found(MisspeltPlace(), body) if word != "Khartuomi"]

    def test_a_place_that_the_article_spells_right_elsewhere_is_left_to_another_rule(self) -> None:
        assert not found(MisspeltPlace(), "Shells fell in Khartuom, Sudan. The people of Khartoum fled.")
