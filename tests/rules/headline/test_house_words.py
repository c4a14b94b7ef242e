"""What a house adds to the lexicons by options."""

import pytest

from copydesk.article import Article, Source, read
from copydesk.rules import Rule
from copydesk_rules.headline._lexicon import worth_of
from copydesk_rules.headline.claim_mismatch import ClaimMismatch, MismatchOptions
from copydesk_rules.headline.hardened_claim import ClaimOptions, HardenedClaim
from copydesk_rules.headline.unsupported_name import NameOptions, UnsupportedName
from copydesk_rules.headline.unsupported_number import NumberOptions, UnsupportedNumber


def article(headline: str, body: str) -> Article:
    return read(Source.from_text(f"{headline}\n\n{body}\n", "x.txt"))


def found(rule: Rule, headline: str, body: str) -> list[str]:
    text = article(headline, body)
    return [text.words_at(finding.span) for finding in rule.check(text)]


@pytest.mark.parametrize(
    ("headline", "body", "house"),
    [
        ("Hunter takes 6 birds", "A hunter in Leeds took three brace of birds.", NumberOptions(numbers=("2 brace",))),
        ("Hunter takes 3 brace", "A hunter in Leeds took six birds on Monday.", NumberOptions(numbers=("2 brace",))),
        ("Crew moves into pod 17", "The crew moved into a new home on Monday.", NumberOptions(numbered=("pod",))),
        ("Long read 12: Fire near Leeds", "A fire near Leeds burnt a barn.", NumberOptions(tags=("Long read",))),
        ("24 Sussex is empty", "The house has stood empty since May.", NumberOptions(idioms=("24 sussex",))),
    ],
)
def test_words_for_numbers(headline: str, body: str, house: NumberOptions) -> None:
    assert found(UnsupportedNumber(), headline, body)
    assert not found(UnsupportedNumber(house), headline, body)


def test_another_number_of_the_same_label() -> None:
    house = UnsupportedNumber(NumberOptions(numbered=("pod",)))
    assert found(house, "Crew moves into pod 17", "The crew lives in pod 4 from Monday.") == ["17"]


@pytest.mark.parametrize("line", ["brace", "two brace", "2", "1/0 brace"])
def test_a_word_without_its_number_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=line):
        worth_of(line)


def test_tags_and_aliases() -> None:
    headline, body = (
        "Weekend Lookaround: Fire near Leeds",
        "A fire near Leeds burnt a barn on Monday.",
    )
    assert found(UnsupportedName(), headline, body) == ["Lookaround"]
    assert not found(UnsupportedName(NameOptions(tags=("Weekend Lookaround",))), headline, body)


def test_verbs_of_saying_and_acts() -> None:
    headline, body = "Acme mothballs Bolt", "Acme plans to idle Bolt, a mill, in May. Nobody else spoke of Bolt."
    assert not found(ClaimMismatch(), headline, body)
    house = MismatchOptions(acts=(("mothball", "idle"),))
    assert found(ClaimMismatch(house), headline, body) == ["mothballs"]
    headline, body = (
        "Keita claims to occupy post",
        "President Keita has reckoned that his men have seized the post.",
    )
    assert not found(ClaimMismatch(), headline, body)
    assert found(ClaimMismatch(MismatchOptions((("claimed", "reckon"),))), headline, body) == ["claims to occupy"]


def test_a_firmness_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="shouted bawl"):
        found(ClaimMismatch(MismatchOptions((("shouted", "bawl"),))), "Acme buys Bolt", "Acme buys Bolt.")


def test_deeds() -> None:
    headline, body = "Banker poaches deer on estate", "A banker is accused of poaching deer on an estate in Kent."
    assert not found(HardenedClaim(), headline, body)
    assert found(HardenedClaim(ClaimOptions(crimes=("poach / poaching",))), headline, body) == ["poaches"]
