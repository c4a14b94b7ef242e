"""Names with an article or a particle: al-Qaeda, Van Persie. One name, one finding, one direction."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import Finding, Rule
from copydesk_rules.names.first_reference import FirstReference
from copydesk_rules.names.given_name import GivenName
from copydesk_rules.names.inconsistent_form import InconsistentForm
from copydesk_rules.names.inconsistent_spelling import InconsistentSpelling
from copydesk_rules.names.never_introduced import NeverIntroduced

RULES: tuple[Rule, ...] = (InconsistentForm(), InconsistentSpelling())
OPENING = "{} said it was ready.|{} fighters left on Monday.|{} has denied it.|{}'s leaders met in May.".split("|")
INSIDE = "Officials blamed {} for the attack.|Leaders of {} met.|The group, {}, was founded in 1988.".split("|")
SPELLINGS = st.sampled_from([("Qaeda",), ("Qaeda", "Qaida"), ("Jazeera",), ("Shabab", "Shabaab"), ("Nusra",)])


def article(body: str) -> Article:
    return read(Source.from_text(f"The headline of the day\n\n{body}\n", "a.txt"))


def found(one: Article, rules: tuple[Rule, ...] = RULES) -> list[Finding]:
    return sorted((finding for rule in rules for finding in rule.check(one)), key=lambda finding: finding.span)


@st.composite
def stories(draw: st.DrawFn) -> Article:
    spellings = draw(SPELLINGS)
    forms = [f"{start}{joint}{name}" for start in ("al", "Al") for joint in "- " for name in spellings]
    sentences = st.builds(str.format, st.sampled_from(OPENING + INSIDE), st.sampled_from([*forms, *spellings]))
    return article("\n\n".join(draw(st.lists(sentences, min_size=2, max_size=7))))


@given(stories())
def test_one_name_has_one_finding_and_all_point_one_way(one: Article) -> None:
    findings = found(one)
    spans = [finding.span for finding in findings]
    assert all(first.end <= second.start for first, second in pairwise(spans))
    ways = {(one.text[slice(*edit.span)], edit.text) for finding in findings for edit in finding.fixes[0].edits}
    assert not any((right, wrong) in ways for wrong, right in ways)
    assert all(wrong != right for wrong, right in ways)


@given(stories())
def test_no_fix_begins_a_sentence_in_lower_case(one: Article) -> None:
    edits = [edit for finding in found(one) for edit in finding.fixes[0].edits]
    assert not any(edit.text[0].islower() and one.text[: edit.span.start].endswith("\n\n") for edit in edits)


@given(stories())
def test_what_is_mended_is_not_found_again(one: Article) -> None:
    findings = found(one, (InconsistentForm(),))
    mended = apply(one.text, [edit for finding in findings for edit in finding.fixes[0].edits])
    assert not found(read(Source.from_text(mended, "a.txt")), (InconsistentForm(),))


@given(stories())
def test_an_article_is_no_given_name(one: Article) -> None:
    assert not found(one, (FirstReference(), GivenName(), NeverIntroduced()))


@pytest.mark.parametrize("particle", ["de", "van", "von", "bin", "ibn", "bint", "van der", "de la"])
def test_a_particle_with_a_capital_is_no_given_name(particle: str) -> None:
    name = f"{particle.capitalize()} Salman"
    one = article(
        f"The minister, {name}, left. Officials blamed Omar {particle} Salman for it.\n\n{name}, 45, wept.\n\n"
        f"The minister, Omar {particle} Salman, has denied it. {name} said so too."
    )
    assert not found(one, (*RULES, GivenName(), NeverIntroduced()))


@pytest.mark.parametrize("article_", ["al", "el", "ul"])
def test_a_name_alone_may_have_the_capital_that_it_has_not_after_a_given_name(article_: str) -> None:
    alone = f"{article_.capitalize()}-Rashid"
    assert not found(article(f"Police took Omar {article_}-Rashid home. They said {alone} was ill. {alone} wept."))


@pytest.mark.parametrize("surname", ["van Persie", "de la Cruz", "al-Rashid", "bin Salman"])
def test_a_fix_for_a_given_name_shows_the_particle(surname: str) -> None:
    one = article(
        f"The minister, Robin {surname}, left. It rained.\n\nOfficials met the minister, Oscar {surname}, on Monday."
        f"\n\nThe minister, Robin {surname}, wept."
    )
    (finding,) = found(one, (GivenName(),))
    assert finding.fixes[0].title == f"Change to “Robin {surname}”"
