"""What the examples of the rules on names cannot say: related places, every fix, and what other rules settle."""

from __future__ import annotations

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import House
from copydesk_rules.names.house_spelling import HouseSpelling
from copydesk_rules.names.inconsistent_description import InconsistentDescription
from copydesk_rules.names.inconsistent_spelling import InconsistentSpelling
from copydesk_rules.names.outdated_name import OutdatedName

BODY = "Troops took the town of Sudza. The road to Sudja is closed. Sudza's market is shut, and Sudza sleeps."


def article(body: str, headline: str = "The headline of the day") -> Article:
    return read(Source.from_text(f"{headline}\n\n{body}\n", "a.txt"))


def test_fixes_are_the_usual_form_then_the_others_then_everywhere() -> None:
    one = article(BODY)
    finding = next(found for found in InconsistentSpelling().check(one) if one.words_at(found.span) == "Sudja")
    assert [fix.title for fix in finding.fixes] == [
        "Change to “Sudzha”",
        "Change to “Sudza”",
        "Change all 4 to “Sudzha”",
    ]
    assert [fix.everywhere for fix in finding.fixes] == [False, False, True]
    assert not any(fix.safe for fix in finding.fixes)
    assert [one.words_at(place.span) for place in finding.related] == ["Sudza"]


def test_everywhere_changes_every_spelling_and_keeps_possessives() -> None:
    one = article(BODY)
    finding = next(InconsistentSpelling().check(one))
    everywhere = next(fix for fix in finding.fixes if fix.everywhere)
    changed = apply(one.text, everywhere.edits)
    assert changed == one.text.replace("Sudza", "Sudzha").replace("Sudja", "Sudzha")
    assert not list(InconsistentSpelling().check(read(Source.from_text(changed, "a.txt"))))


def test_a_headline_counts() -> None:
    one = article("The town of Sudzha was quiet. Nobody left Sudzha.", "Troops leave Sudhza at last")
    (finding,) = InconsistentSpelling().check(one)
    assert one.words_at(finding.span) == "Sudhza"


def test_the_houses_form_is_preferred() -> None:
    one = article("Army chief Oleksandr Sirsky visited. Sirski said more, and Sirsky left.")
    found = list(InconsistentSpelling(house=House({"Sirski": []})).check(one))
    assert [one.words_at(finding.span) for finding in found] == ["Sirsky", "Sirsky"]
    assert {finding.fixes[0].title for finding in found} == {"Change to “Sirski”"}


def test_what_the_house_rules_out_is_left_to_the_house() -> None:
    house = House({"Syrskyi": ["Sirsky", "Sirski"], "Kyiv": ["Kiev"]})
    one = article("Army chief Oleksandr Sirsky visited Kiev. Sirski said more.")
    assert not list(InconsistentSpelling(house=house).check(one))
    assert not list(OutdatedName(house=house).check(one))
    found = [one.words_at(finding.span) for finding in HouseSpelling(house=house).check(one)]
    assert found == ["Sirsky", "Kiev", "Sirski"]


def test_both_the_old_and_the_new_name_is_one_rules_business() -> None:
    one = article("Drones struck Kiev on Monday. Officials in Kyiv said so. Nobody left Kiev.")
    assert not list(InconsistentSpelling().check(one))
    assert [one.words_at(finding.span) for finding in OutdatedName().check(one)] == ["Kiev", "Kiev"]


def test_population_supports_a_description_whatever_the_majority() -> None:
    one = article(
        "Troops took the town of Sudza. An office opened in the city of Sudja. Sudza city is near a pipeline."
    )
    found = list(InconsistentDescription().check(one))
    assert [one.words_at(finding.span) for finding in found] == ["city", "city"]
    assert "6,940" in found[0].evidence
    assert [fix.title for fix in found[1].fixes] == ["Change to “town”", "Delete “city”", "Change all 2 to “town”"]
