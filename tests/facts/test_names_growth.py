"""What hostile names cost: it grows with how many there are, as counted in calls."""

import sys
from collections.abc import Callable
from itertools import islice, product

import pytest

from copydesk.article import Article, Source, read
from copydesk.check.check import check
from copydesk.check.settings import Settings
from copydesk.facts import acronyms, names
from copydesk.facts.names import variants
from copydesk.rules import Rule
from copydesk_rules.dates.ambiguous import Ambiguous
from copydesk_rules.dates.impossible import Impossible
from copydesk_rules.headline.unsupported_name import UnsupportedName
from copydesk_rules.names.inconsistent_description import InconsistentDescription
from copydesk_rules.names.inconsistent_form import InconsistentForm
from copydesk_rules.names.inconsistent_spelling import InconsistentSpelling

SYLLABLES = "ba de ki lo mu na re so tu va".split()
STORY = "The council voted on Monday for a plan of Ruth Okafor to widen the harbour."


def surnames(number: int) -> list[str]:
    return ["".join(three).capitalize() + "n" for three in islice(product(SYLLABLES, repeat=3), number)]


def article(headline: str, *paragraphs: str) -> Article:
    return read(Source.from_text("\n\n".join((headline, *paragraphs)) + "\n", "a.txt"))


def calls(work: Callable[[], object]) -> int:
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


BODIES: dict[str, Callable[[int], list[str]]] = {
    "spellings of one name": lambda n: [f"They saw Zelen{name.lower()}sky there." for name in surnames(n)],
    "one line of names": lambda n: [" ".join(surnames(n))],
    "one name again": lambda n: ["Okafor " * n],
}


@pytest.mark.parametrize("body", BODIES.values(), ids=list(BODIES))
def test_names_cost_what_they_are_many(body: Callable[[int], list[str]]) -> None:
    def cost(number: int) -> int:
        one = article("Harbour plan", *body(number))
        return calls(lambda: (one.facts(names).variants, one.facts(names).clusters, one.facts(acronyms)))

    cost(10)  # what is made once
    assert cost(640) < 8 * cost(160) + 20_000


def test_a_headline_of_names_costs_little_more_for_each() -> None:
    def cost(number: int) -> int:
        one = article(", ".join(surnames(number)), STORY, STORY)
        one.facts(names)
        return calls(lambda: list(UnsupportedName().check(one)))

    cost(5)
    assert cost(96) < 12 * cost(24) + 50_000


@pytest.mark.parametrize(
    ("rule", "unit"),
    [
        (InconsistentForm(), "Leaders of al-Qaeda met. Al Qaeda left. "),
        (InconsistentForm(), "Shares of Lloyds fell. Lloyd's said so. "),
        (Ambiguous(), "It was on 03/04/2024 and on 25/04/2024. "),
        (Impossible(), "It was on Monday, 31 April 2024. "),
    ],
)
def test_what_comes_often_costs_little_more_each_time(rule: Rule, unit: str) -> None:
    def cost(number: int) -> int:
        one = article("Harbour plan", *[unit * 10] * number)
        list(rule.check(one))  # the facts
        return calls(lambda: list(rule.check(one)))

    assert cost(48) < 8 * cost(12) + 20_000


def test_a_run_of_capitals_is_no_name() -> None:
    one = article("Harbour plan", f"Then {' '.join(surnames(40))} left. Then {' '.join(surnames(3))} left.")
    assert [len(mention.words) for mention in one.facts(names).mentions if mention.part == 1] == [3]


@pytest.mark.parametrize("rule", [InconsistentSpelling(), InconsistentDescription()])
def test_where_not_all_names_are_compared_a_notice_says_so(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    one = article(
        "Harbour plan", *BODIES["spellings of one name"](40), "The town of Sudza is near the city of Sudja."
    )
    monkeypatch.setattr(variants, "_MOST_PAIRS", 20)
    monkeypatch.setattr(variants, "_MOST_SPELLINGS", 2)
    outcome = check(one, [], [rule], Settings())
    assert outcome.notices == (
        f"a.txt: {rule.name} compares at most 20 pairs of names that look alike, "
        "and takes at most 2 spellings for one name",
    )
    assert not outcome.crashes


@pytest.mark.parametrize("rule", [InconsistentSpelling(), InconsistentDescription()])
def test_where_all_names_are_compared_there_is_no_notice(rule: Rule) -> None:
    one = article("Harbour plan", "The town of Sudza is near the city of Sudja.")
    assert check(one, [], [rule], Settings()).notices == ()
