"""The set of headlines and stories: every rule of the pack is run on every pair, and every verdict must be right."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import copydesk_rules.headline as pack
from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import Rule
from copydesk.rules.loading import rules_in
from copydesk_rules.headline._meant import are_forms_of_one
from copydesk_rules.headline.unsupported_name import UnsupportedName

FOLDER = Path(__file__).parent / "pairs"
HOUSE_FORM = {"Headline.Length", "Headline.Case", "Headline.Period"}  # matters of house style, not of the story
RULES: list[Rule] = [rule() for rule in rules_in(pack) if rule.name not in HOUSE_FORM]


def pairs() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.yaml")):
        for number, pair in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), start=1):
            yield pytest.param(pair, id=f"{file.stem}-{number}-{pair['headline'][:40]}")


def article(pair: dict[str, Any]) -> Article:
    return read(Source.from_text(f"{pair['headline']}\n\n{pair['story']}\n", "x.txt"))


@pytest.mark.parametrize("pair", list(pairs()))
def test_a_headline_and_its_story(pair: dict[str, Any]) -> None:
    story = article(pair)
    found = [(rule.name.partition(".")[2], finding) for rule in RULES for finding in rule.check(story)]
    assert {name: story.words_at(finding.span) for name, finding in found} == pair.get("finds", {})
    for _, finding in found:
        assert finding.related, "a finding shows the sentence of the story that it rests on"
        assert all(place.span.start > len(pair["headline"]) for place in finding.related)
    if "fixed" in pair:
        fixed = apply(story.text, [edit for _, finding in found for edit in finding.fixes[0].edits])
        assert fixed.splitlines()[0] == pair["fixed"]
    if "cites" in pair:
        assert any(pair["cites"] in story.words_at(place.span) for _, finding in found for place in finding.related)


NAMES = st.sampled_from(
    "Brandt Brant Keller Dvorak Novak Mueller Muller Miller Zelensky Zelenskyy Chen Haddad Hadad".split()
)


@given(NAMES, NAMES)
def test_no_fix_puts_another_person_into_the_headline(above: str, below: str) -> None:
    story = article(
        {
            "headline": f"Paul {above} sentenced to four years in Denver",
            "story": f"Former adviser Paul {below} was sentenced on Tuesday in Denver. {below} wept.",
        }
    )
    for finding in UnsupportedName().check(story):
        assert below in story.words_at(finding.related[0].span)
        assert all(are_forms_of_one(above, edit.text) for fix in finding.fixes for edit in fix.edits)


@pytest.mark.parametrize(("others", "fixes"), [("", ["Paul"]), (" Anna Keller sat in the front row.", [])])
def test_a_given_name_is_put_right_where_one_person_alone_has_the_surname(others: str, fixes: list[str]) -> None:
    story = article(
        {
            "headline": "Denver court jails Stefan Keller for four years",
            "story": f"Former adviser Paul Keller was sentenced on Tuesday in Denver. Keller wept.{others}",
        }
    )
    (finding,) = UnsupportedName().check(story)
    assert [edit.text for fix in finding.fixes for edit in fix.edits] == fixes


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        *(("Brandt", "Brant", True), ("Zelensky", "Zelenskyy", True), ("Gonzalez", "González", True)),
        *(("Brandt", "Keller", False), ("Dvorak", "Novak", False), ("Paul", "Peter", False)),
        *(
            ("Chen", "Chan", False),
            ("Miller", "Muller", False),
            ("Lee", "Li", False),
            ("Iraq", "Iran", False),
            ("Austria", "Australia", False),
        ),
    ],
)
def test_forms_of_one_name(one: str, other: str, expected: bool) -> None:
    assert are_forms_of_one(one, other) == expected


def test_there_are_enough_pairs_on_both_sides_of_every_rule() -> None:
    every = [parameter.values[0] for parameter in pairs()]
    clean = [pair for pair in every if "finds" not in pair]
    assert len(every) >= 120
    assert len(clean) >= len(every) / 2  # hard negatives above all
    named = {name for pair in every for name in pair.get("finds", {})}
    assert named == {rule.name.partition(".")[2] for rule in RULES}


WORDS = st.lists(
    st.sampled_from(
        """Acme sues Bolt 12 killed $5m “we will ’ : , ? 3-1 No. 5 accused killer First ways EU Moscow said –
        claims to guilty steals £5 twenty % 9-year-old 1999 may Zelenskyy’s (13) a""".split()
    ),
    max_size=14,
).map(" ".join)


@given(WORDS, WORDS, WORDS)
def test_no_headline_and_no_story_breaks_a_rule(headline: str, one: str, other: str) -> None:
    story = article({"headline": headline or "x", "story": f"{one}. {other}"})
    for rule in RULES:
        for finding in rule.check(story):
            assert finding.span.end <= len(story.text)
            assert all(edit.text for fix in finding.fixes for edit in fix.edits)
