"""Sums that are right are left alone however they are rounded, and fixes give what is right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import Finding, Rule
from copydesk_rules.numbers.exchange_rate import ExchangeRate
from copydesk_rules.numbers.percentage import Percentage
from copydesk_rules.numbers.style import Style
from copydesk_rules.numbers.sum import Sum


def article(body: str) -> Article:
    return read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))


def found_by(rule: Rule, body: str) -> list[Finding]:
    return list(rule.check(article(body)))


FORMS = (
    "Sales rose {percent} per cent, from {before} to {after}.",
    "Sales rose {percent}% to {after} from {before} a year earlier.",
    "Sales rose from {before} to {after}, or {percent} percent.",
    "It reported a {percent}% rise in sales to {after}, from {before}.",
    "Sales were {after} tonnes, up {percent} percent on the {before} tonnes of 2003.",
    "Sales have been set at {after}, an increase of {percent} percent on its {before} of a year ago.",
)


@given(st.integers(2, 5000), st.integers(1, 5000), st.integers(0, 1), st.sampled_from(FORMS))
def test_a_right_percentage_is_left_alone(before: int, more: int, decimals: int, form: str) -> None:
    percent = f"{more / before * 100:.{decimals}f}"
    body = form.format(before=f"{before:,}", after=f"{before + more:,}", percent=percent)
    assert found_by(Percentage(), body) == []


@given(st.integers(20, 500), st.integers(10, 499), st.integers(6, 60), st.sampled_from(FORMS))
def test_a_wrong_percentage_is_found_and_put_right(before: int, more: int, off: int, form: str) -> None:
    right = more / before * 100
    wrong = round(right) + off
    if wrong > 1.02 * right + 2:
        body = form.format(before=before, after=before + more, percent=wrong)
        text = article(body)
        (finding,) = Percentage().check(text)
        fixed = apply(text.text, list(finding.fixes[0].edits))
        assert list(Percentage().check(read(Source.from_text(fixed, "a.txt")))) == []
        assert not finding.fixes[0].safe


MARKETS = (
    "The index {fell} {points} points, or {percent}%, to close at {after}.",
    "The index {fell} {percent} percent or {points} points to end at {after}.",
    "The index ended {points} points or {percent} percent {lower} at {after}.",
)


@given(st.integers(1000, 60_000), st.integers(-900, 900).filter(bool), st.booleans(), st.sampled_from(MARKETS))
def test_a_market_report_adds_up(after: int, points: int, right: bool, form: str) -> None:
    percent = abs(points) / (after + 0.07 - points) * 100
    body = form.format(
        fell="rose" if points > 0 else "fell",
        lower="higher" if points > 0 else "lower",
        points=abs(points),
        percent=f"{percent if right else percent + 1:.2f}",
        after=f"{after:,}.07",  # or a thousand might be a round one
    )
    assert len(found_by(Percentage(), body)) == (not right)


@given(st.lists(st.integers(10, 990), min_size=3, max_size=6), st.floats(0.4, 3.0), st.booleans())
def test_a_rate_that_is_kept_is_left_alone_and_another_one_is_not(
    amounts: list[int], rate: float, right: bool
) -> None:
    others = [amount / rate for amount in amounts]
    others[-1] *= 1.0 if right else 1.6
    body = " and ".join(f"${one}m (£{other:.1f}m)" for one, other in zip(amounts, others, strict=True))
    found = found_by(ExchangeRate(), f"The films took {body}.")
    assert len(found) == (not right)
    assert not any(fix.safe for finding in found for fix in finding.fixes)


@given(st.integers(1, 400), st.integers(1, 400))
def test_a_right_sum_is_left_alone(men: int, women: int) -> None:
    assert found_by(Sum(), f"The ship carried {men + women} people: {men} men and {women} women.") == []


@pytest.mark.parametrize("total", [9, 13])
def test_a_wrong_sum_names_what_is_right(total: int) -> None:
    (finding,) = found_by(Sum(), f"The ship carried {total} people: five men and six women.")
    assert finding.message == f"Five and six make 11, not {total}."
    assert [fix.title for fix in finding.fixes] == ["Change to “11”"]


def test_style_is_off_until_a_house_asks() -> None:
    assert not Style.on


@pytest.mark.parametrize("words", ["No. 5", "page 7", "5 miles", "6 May", "3-1", "7 to 1", "aged 8", "5%", "$7"])
def test_style_keeps_figures_that_are_names_or_measures(words: str) -> None:
    assert found_by(Style(), f"They came with {words} in the end.") == []
