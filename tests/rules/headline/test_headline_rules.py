import pytest

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import House
from copydesk.rules.testing import first_fixes
from copydesk_rules.headline._style import in_style, is_title_case
from copydesk_rules.headline.claim_mismatch import ClaimMismatch
from copydesk_rules.headline.unnamed_subject import UnnamedSubject
from copydesk_rules.headline.unsupported_number import UnsupportedNumber

STORY = """Castro claims to occupy the Bolivian village

President Rosa Castro has claimed that the Chilean army has captured a Bolivian village. She spoke on Monday.

Castro said Monday that her troops had taken control of the Bolivian village of Colcha after a day of fighting.

The village of Colcha lies near the border.
"""


def read_story(text: str = STORY, genre: str = "news") -> Article:
    return read(Source.from_text(text, "x.txt"), genre=genre)


def test_the_fixes_of_both_rules_can_be_made_together() -> None:
    story = read_story()
    found = [*ClaimMismatch().check(story), *UnnamedSubject().check(story)]
    assert [story.words_at(finding.span) for finding in found] == ["claims to occupy", "the Bolivian village"]
    headline = apply(story.text, first_fixes(found)).splitlines()[0]
    assert headline == "Castro says troops have captured Bolivian village of Colcha"


def test_the_body_is_shown_beside_the_headline() -> None:
    story = read_story()
    (claim,) = ClaimMismatch().check(story)
    assert [story.words_at(place.span) for place in claim.related] == [
        "has claimed that the Chilean army has captured",
        "said Monday that her troops had taken control of",
    ]
    assert [fix.title for fix in claim.fixes][1] == "Change to “claims army has captured”"
    (unnamed,) = UnnamedSubject().check(story)
    assert story.words_at(unnamed.related[0].span) == "Bolivian village of Colcha"
    assert unnamed.fixes[1].title == "Change to “Colcha”"
    assert not any(fix.safe for finding in (claim, unnamed) for fix in finding.fixes)


def test_a_rare_spelling_becomes_the_usual_one_in_the_headline() -> None:
    story = read_story(
        "Shells hit the Ukrainian city\n\nThe war goes on. Shells fell on the Ukrainian city of Kharkov.\n\n"
        "Nobody was hurt.\n"
    )
    (finding,) = UnnamedSubject().check(story)
    assert finding.fixes[0].title == "Change to “Ukrainian city of Kharkiv”"


@pytest.mark.parametrize("end", ["", "."])  # without a full stop it is a standfirst, with one perhaps
def test_what_may_be_the_standfirst_names_the_city_too(end: str) -> None:
    story = (
        f"Shells hit the Ukrainian city\n\nShells fell on the city of Kharkiv{end}\n\nThe Ukrainian city of Kharkiv."
    )
    assert list(UnnamedSubject().check(read_story(story))) == []


def test_of_several_standfirsts_any_may_name_the_city() -> None:
    for first, second in (("It burns.", "Kharkiv is hit."), ("Kharkiv is hit.", "It burns.")):
        head = f"---\ntitle: Shells hit the Ukrainian city\nstandfirst: {first}\ndescription: {second}\n---\n"
        story = read(Source.from_text(f"{head}\nThe Ukrainian city of Kharkiv burns.\n", "a.md"))
        assert list(UnnamedSubject().check(story)) == []


def test_the_house_has_its_say_on_the_spelling() -> None:
    house = House(names={"Qulchá": ["Colcha"]})
    (finding,) = UnnamedSubject(house=house).check(read_story())
    assert finding.fixes[0].title == "Change to “Bolivian village of Qulchá”"


def test_a_headline_alone_and_other_genres_are_left_alone() -> None:
    assert list(UnnamedSubject().check(read_story("Castro claims to occupy the Bolivian village\n"))) == []
    assert list(ClaimMismatch().check(read_story("Castro claims to occupy the Bolivian village\n"))) == []
    assert list(UnnamedSubject().check(read_story(genre="opinion"))) == []


def test_a_possessive_or_a_further_noun_is_left_alone() -> None:
    for headline in ("Fire at the Bolivian village's school", "Fire in the Bolivian village school"):
        assert list(UnnamedSubject().check(read_story(STORY.replace(STORY.split("\n")[0], headline)))) == []


def test_another_city_above_may_be_the_one_meant() -> None:
    story = read_story(
        "Venice: tourists overrun the Italian city\n\nTourists came to Venice by ship and left for the Italian city "
        "of Padua.\n\nIt was hot.\n"
    )
    assert list(UnnamedSubject().check(story)) == []


def test_title_case() -> None:
    assert is_title_case("Fed Leaves Rates Unchanged at a Meeting in June")
    assert not is_title_case("Fed leaves rates unchanged at Jackson Hole")
    assert in_style("says forces have captured", "Fed Leaves Rates Unchanged") == "Says Forces Have Captured"
    assert in_style("town of Faenza", "Fed leaves rates", opens=True) == "Town of Faenza"


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Fire kills 17", "The fire killed 19 people, police said."),
        ("Firm to pay $2.4M fine", "The firm will pay a fine of $1.4 million."),
        ("Bomb injures 45 in market", "The bomb injured 27 people in the market."),
        ("Judge gives mayor 12 years in jail", "The judge gave the mayor 9 years. He was in office for 3 years."),
        ("Novelist dies at 74", "The novelist, who was 87, died on Monday."),
        ("Girl, 12, saves brother", "The girl, 9, pulled her brother, 4, from the lake."),
    ],
)
def test_a_figure_that_the_article_has_otherwise(headline: str, body: str) -> None:
    assert len(list(UnsupportedNumber().check(read_story(f"{headline}\n\n{body}\n")))) == 1


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Bolt wins 100m in Rome", "Bolt won the 100 meters in Rome."),
        ("Leeds beat Hull 3-1", "Leeds came from behind to win by two goals."),
        ("Fire kills 24", "The fire killed two dozen people."),
        ("Nearly 50 missing after fire", "Officials said 47 people were missing."),
        ("Museum opens on June 12 at 5 p.m.", "The museum opens at last."),
        ("Two thirds, or 67%, want bridge", "Two thirds of voters want the bridge."),
        ("Club celebrates 150 years", "The club was founded in 1874."),
        ("F-16 crashes on Highway 61", "The jet crashed on a road."),
        ("Team signs keeper for $10m", "The keeper will cost between $8 and $10 million."),
        ("Is 40 the new 30?", "People live longer."),
        ("1" * 400, "A number."),
        ("Fire kills 19", "9" * 400 + " and 19."),
        ("Boy, 5, billed for party", "A FIVE-YEAR-OLD boy has been billed for a party that he missed."),
    ],
)
def test_a_figure_that_is_borne_out_or_states_nothing(headline: str, body: str) -> None:
    assert list(UnsupportedNumber().check(read_story(f"{headline}\n\n{body}\n"))) == []
