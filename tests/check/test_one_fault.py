"""One fault is one finding: what is told together, who speaks first, and what is never lost."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Edit, Source, Span
from copydesk.article.edits import apply
from copydesk.check.desk import Desk
from copydesk.check.one_fault import each, effect, told_once
from copydesk.check.outcome import Outcome, with_stets
from copydesk.check.settings import Grammar, Settings, Styles
from copydesk.rules import Finding, Fix, Related, Severity, change_all, change_to

TEXT = "Mayor speaks\n\nIn Kiev on Monday, 3 March 2024, they recieve 12 of an book.\n"


def said(
    rule: str,
    words: str,
    *becomes: str,
    severity: Severity = "warning",
    confidence: float | None = 0.8,
    fault: str = "",
    message: str = "…",
    safe: bool = False,
) -> Finding:
    """A finding on the first place of some words, with what these may become."""
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    fixes = tuple(change_to(span, text, safe=safe) for text in becomes)
    return Finding(span, message, fixes=fixes, confidence=confidence, rule=rule, severity=severity, fault=fault)


def engine(rule: str, words: str, *becomes: str, spelling: bool = False, message: str = "…") -> Finding:
    fault = "spelling" if spelling else ""
    finding = said(f"Grammar.{rule}", words, *becomes, confidence=None, fault=fault, message=message)
    return replace(finding, spelling=spelling)


def told(*findings: Finding, house: tuple[str, ...] = ("House",)) -> list[tuple[str, list[str]]]:
    """The findings as they are told: rule, and the titles of the fixes. The order that they come in is all one."""
    results = {told_once(TEXT, order, house) for order in itertools.permutations(findings)}
    (result,) = results
    return [(finding.rule, [fix.title for fix in finding.fixes]) for finding in result]


def test_the_same_correction_is_one_fault_however_much_of_the_words_it_replaces() -> None:
    ours = said("Dates.WeekdayMismatch", "Monday", "Sunday", severity="error")
    theirs = engine("EN_DATE_WEEKDAY", "Monday, 3 March 2024", "Sunday, 3 March 2024", "Monday, 4 March 2024")
    assert told(theirs, ours) == [
        ("Dates.WeekdayMismatch", ["Change to “Sunday”", "Change to “Monday, 4 March 2024”"])
    ]


def test_a_message_may_give_the_correction_that_another_offers() -> None:
    ours = said("Dates.WeekdayMismatch", "Monday", "Sunday", severity="error")
    theirs = engine("EN_DATE_WEEKDAY", "Monday, 3 March 2024", message="3 March 2024 is not a Monday, but a Sunday.")
    other = engine("DATES", "Monday, 3 March 2024", message="Write Sundays out.")
    assert told(theirs, ours, other) == [("Dates.WeekdayMismatch", ["Change to “Sunday”"]), ("Grammar.DATES", [])]


def test_two_rules_on_how_one_word_is_spelt_are_one_fault_whatever_they_offer() -> None:
    first = said("Names.KnownSpelling", "Kiev", "Kyiv", fault="spelling", confidence=0.95)
    second = said("Names.MisspeltPlace", "Kiev", "Kiel", fault="spelling")
    slip = engine("SpellCheck", "Kiev", "Kivi", spelling=True)
    assert told(slip, second, first) == [
        ("Names.KnownSpelling", ["Change to “Kyiv”", "Change to “Kiel”", "Change to “Kivi”"])
    ]


def test_two_words_of_one_name_are_two_faults() -> None:
    text_words = "recieve 12 of an book"
    one = said("Names.KnownSpelling", text_words, "receive 12 of an book", fault="spelling")
    other = engine("SpellCheck", "book", "brook", spelling=True)
    assert [rule for rule, _ in told(one, other)] == ["Names.KnownSpelling", "Grammar.SpellCheck"]


def test_two_faults_on_the_same_words_stay_two() -> None:
    wrong = said("Numbers.Sum", "12", "11")
    style = said("Numbers.Style", "12", "twelve", severity="suggestion")
    silent = said("Numbers.Magnitude", "12")
    assert [rule for rule, _ in told(wrong, style, silent)] == ["Numbers.Magnitude", "Numbers.Sum", "Numbers.Style"]


def test_both_engines_on_one_word_are_one_finding_with_the_suggestions_of_both() -> None:
    quick = engine("SpellCheck", "recieve", "relieve", spelling=True)
    deep = engine("MORFOLOGIK", "recieve", "receive", spelling=True)
    assert told(quick, deep) == [("Grammar.MORFOLOGIK", ["Change to “receive”", "Change to “relieve”"])]
    assert told(engine("AnA", "an", "a"), engine("A_VS_AN", "an", "a")) == [("Grammar.A_VS_AN", ["Change to “a”"])]
    assert len(told(engine("AnA", "an"), engine("A_VS_AN", "an", "a"))) == 1
    assert len(told(engine("Other", "an book", "a novel"), engine("A_VS_AN", "an", "a"))) == 2


@pytest.mark.parametrize(
    ("house", "built_in", "told"),
    [("suggestion", "warning", "suggestion"), ("suggestion", "error", "error"), ("error", "warning", "error")],
)
def test_the_house_speaks_first_and_says_how_grave_it_is_but_for_errors(
    house: Severity, built_in: Severity, told: Severity
) -> None:
    own = said("House.Kyiv", "Kiev", "Kyiv", severity=house, confidence=None)
    (finding,) = told_once(TEXT, [said("Names.OutdatedName", "Kiev", "Kyiv", severity=built_in), own], ["House"])
    assert (finding.rule, finding.severity) == ("House.Kyiv", told)
    assert [other.rule for other in finding.also] == ["Names.OutdatedName"]


def test_of_others_it_is_as_grave_as_the_gravest() -> None:
    sure = said("Names.A", "Kiev", "Kyiv", severity="suggestion", confidence=0.9)
    (finding,) = told_once(TEXT, [sure, engine("B", "Kiev", "Kyiv")])
    assert (finding.rule, finding.severity) == ("Names.A", "warning")


def test_a_dictionary_of_the_house_speaks_after_a_rule_that_knows_the_name() -> None:
    house = said("House.Spelling", "Kiev", severity="error", confidence=None, fault="spelling")
    known = said("Names.KnownSpelling", "Kiev", "Kyiv", fault="spelling")
    assert told(house, known) == [("Names.KnownSpelling", ["Change to “Kyiv”"])]


def test_nothing_that_was_said_is_lost() -> None:
    place = Related(Span(0, 5), "here")
    first = replace(said("Names.A", "Kiev", "Kyiv", confidence=0.9), evidence="a list")
    span = first.span
    everywhere = change_all((Edit(*span, "Kyiv"), Edit(0, 5, "Kyiv")), "Kyiv")
    second = replace(said("Names.B", "Kiev", "Kyiv", message="Old."), related=(place,))
    second = replace(second, fixes=(*second.fixes, *everywhere, change_to(span, "Kiew")))
    (finding,) = told_once(TEXT, [first, second])
    assert finding.related == (place,)
    assert finding.evidence == "a list. Names.B too: Old."
    assert [fix.title for fix in finding.fixes] == [
        "Change to “Kyiv”",
        "Change to “Kiew”",
        "Change all 2 to “Kyiv”",
    ]
    assert finding.also == (second,)


def test_a_fix_is_safe_if_one_rule_says_so_and_none_offers_another() -> None:
    unsure = said("Names.A", "Kiev", "Kyiv", severity="error")
    (same,) = told_once(TEXT, [unsure, said("Names.B", "Kiev", "Kyiv", safe=True)])
    assert [fix.safe for fix in same.fixes] == [True]
    spelt = replace(unsure, fault="spelling")
    (differs,) = told_once(TEXT, [spelt, said("Names.B", "Kiev", "Kiel", safe=True, fault="spelling")])
    assert [fix.safe for fix in differs.fixes] == [False, False]


@pytest.mark.parametrize("silenced", ["Names.First", "Names.Second"])
def test_where_one_is_let_stand_the_other_speaks(tmp_path: Path, silenced: str) -> None:
    stet = f'[[stet]]\nrule = "{silenced}"\nwords = "Kiev"\nbefore = "In"\nafter = "on Monday, 3 March 2024,"\n'
    (tmp_path / "stet.toml").write_text(stet, encoding="utf-8")
    found = tuple(said(rule, "Kiev", "Kyiv") for rule in ("Names.First", "Names.Second"))
    desk = Desk(Settings(select=("Names",), grammar=Grammar(engine="off")))
    article = desk.read(Source.from_text(TEXT, str(tmp_path / "a.txt")))
    (left,) = with_stets(article, Outcome(found), desk.settings).findings
    assert {left.rule, silenced} == {"Names.First", "Names.Second"}
    assert left.also == ()


def test_the_rules_themselves_tell_a_house_rule_and_a_built_in_as_one(tmp_path: Path) -> None:
    (tmp_path / "styles/House").mkdir(parents=True)
    (tmp_path / "styles/House/Kyiv.yml").write_text(
        "extends: substitution\nmessage: Use '%s', not '%s'.\nlevel: warning\nswap:\n  Kiev: Kyiv\n", encoding="utf-8"
    )
    styles, off = Styles("styles", ("House",)), Grammar(engine="off")
    text = "Mayor speaks\n\nKiev said that the front had held, as it had in Warsaw.\n"

    def rules(ignore: tuple[str, ...] = ()) -> list[str]:
        settings = Settings(file=tmp_path / "copydesk.toml", styles=styles, grammar=off, ignore=ignore)
        checked = Desk(settings).check_source(Source.from_text(text, str(tmp_path / "a.txt")))
        return [finding.rule for finding in checked.findings]

    assert rules() == ["House.Kyiv"]
    assert rules(("House.Kyiv",)) == ["Names.OutdatedName"]


WORDS = st.text(alphabet="ab ", max_size=8)


@given(WORDS, st.data())
def test_two_fixes_have_one_effect_if_and_only_if_they_leave_the_same_text(text: str, data: st.DataObject) -> None:
    def fix() -> Fix:
        start = data.draw(st.integers(0, len(text)))
        return Fix("…", (Edit(start, data.draw(st.integers(start, len(text))), data.draw(WORDS)),))

    one, other = fix(), fix()
    same = apply(text, one.edits) == apply(text, other.edits)
    assert (effect(text, one) == effect(text, other)) == same
    assert (effect(text, one) == ()) == (apply(text, one.edits) == text)
    assert apply(text, effect(text, one)) == apply(text, one.edits)


FINDINGS = st.lists(
    st.builds(
        said,
        st.sampled_from(["Names.A", "Names.B", "House.C", "Grammar.D"]),
        st.sampled_from(["Kiev", "Monday", "Monday, 3 March", "3", "12"]),
        st.sampled_from(["Kyiv", "Sunday", "11"]),
        severity=st.sampled_from(["error", "warning", "suggestion"]),
        confidence=st.sampled_from([None, 0.5, 0.9]),
        fault=st.sampled_from(["", "spelling"]),
        message=st.sampled_from(["one", "Sunday"]),
    ),
    max_size=7,
    unique_by=lambda finding: (finding.rule, finding.span, finding.message),
)


@given(FINDINGS)
def test_everybody_is_heard_once_in_one_order(findings: list[Finding]) -> None:
    told = told_once(TEXT, findings, ["House"])
    assert sorted((finding.rule, finding.span, finding.message) for finding in each(told)) == sorted(
        (finding.rule, finding.span, finding.message) for finding in findings
    )
    assert told == told_once(TEXT, findings[::-1], ["House"])
    assert told == told_once(TEXT, told, ["House"])
    offered = {(fix.edits, fix.everywhere) for finding in findings for fix in finding.fixes}
    kept = {(fix.edits, fix.everywhere) for finding in told for fix in finding.fixes}
    assert kept <= offered
