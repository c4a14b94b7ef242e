"""What the rules on dates say depends on the article's own day, never on the day of the run."""

from __future__ import annotations

import re
import sys
from datetime import date
from typing import Any

import pytest

from copydesk.article import Source, read
from copydesk.rules import Bad, Example, Finding, Rule
from copydesk.rules.loading import rules_in
from copydesk.rules.testing import article_of
from copydesk_rules import dates as pack

RULES = [rule() for rule in rules_in(pack)]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
]
_YEAR = re.compile(r"(?<![\d,.$£€])(1[89]\d\d|20\d\d)(?!\d)")
_CALENDAR = 28  # years after which each date falls on its weekday again, from 1901 to 2099


def _moved(words: str, years: int) -> str:
    return _YEAR.sub(lambda year: str(int(year[1]) + years), words)


def _found(rule: Rule, text: str) -> list[Finding]:
    return list(rule.check(read(Source.from_text(text, "a.txt"))))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
@pytest.mark.parametrize("years", [-_CALENDAR, _CALENDAR])
def test_the_same_article_of_other_years_has_the_same_findings(rule: Rule, example: Example, years: int) -> None:
    text = article_of(example).text
    if any(not 1900 < int(year) + years < 2100 for year in _YEAR.findall(text)):
        pytest.skip("reaches beyond the years in which the calendar repeats itself")
    said = [
        (finding.span, _moved(finding.message, years), [_moved(fix.title, years) for fix in finding.fixes])
        for finding in _found(rule, text)
    ]
    then = [
        (finding.span, finding.message, [fix.title for fix in finding.fixes])
        for finding in _found(rule, _moved(text, years))
    ]
    assert then == said


class _NoToday(date):
    @classmethod
    def today(cls) -> Any:
        raise AssertionError("the day of the run was asked for")


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_no_rule_asks_for_the_day_of_the_run(rule: Rule, example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("copydesk") and getattr(module, "date", None) is date:
            monkeypatch.setattr(module, "date", _NoToday)
        assert not (name.startswith("copydesk_rules.dates") and hasattr(module, "datetime"))
    assert bool(_found(rule, article_of(example).text)) == isinstance(example, Bad)


@pytest.mark.parametrize(
    "body",
    [
        "Smith was born in 1960. Smith, {age}, retired.",
        "Crowds marked the {age}th anniversary of the 1960 invasion.",
        "The firm, founded in 1960, is marking its {age}th anniversary.",
        "The party had held the seat for {age} years, since the election of 1960.",
    ],
)
@pytest.mark.parametrize("year", [1984, 2004, 2024, 2044])
def test_an_age_is_held_against_the_day_of_the_article(body: str, year: int) -> None:
    def about(age: int, day: str) -> list[str]:
        text = f"A headline\n\n{day}{body.format(age=age)}\n"
        return [rule.name for rule in RULES for _ in _found(rule, text)]

    assert about(year - 1960, f"August 16, {year}\n\n") == []
    assert len(about(year - 1950, f"August 16, {year}\n\n")) == 1
    assert about(year - 1950, "") == []  # nothing says when it was written
