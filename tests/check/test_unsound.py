"""Rules that yield what is no finding, that raise whatever, or that do not return: named, and the others go on."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Edit, Part, Source, Span, read
from copydesk.check.check import check
from copydesk.check.outcome import Outcome
from copydesk.check.settings import Settings
from copydesk.rules import Finding, Fix, PartRule, Related, Rule, patience

ARTICLE = read(Source.from_text("Headline of it\n\nThe train left Kiev on Monday.\n", "a.txt"))


class Fine(Rule):
    name = "Fine.Rule"

    def check(self, article: Article) -> Iterator[Finding]:
        yield Finding(Span(0, 3), "fine")


def outcome_of(yields: Callable[[], Any]) -> Outcome:
    """Check with a rule that yields something, on the article or on each part, and with one that is all right."""

    class Odd(Rule):
        name = "Odd.Rule"

        def check(self, article: Article) -> Any:
            return yields()

    class OddPart(PartRule):
        name = "Odd.PartRule"

        def check_part(self, part: Part) -> Any:
            return yields()

    outcome = check(ARTICLE, (), [Odd(), OddPart(), Fine()], Settings())
    assert any(finding.rule == "Fine.Rule" for finding in outcome.findings)
    return outcome


def edits(*spans: tuple[Any, Any]) -> tuple[Fix, ...]:
    return (Fix("Change", tuple(Edit(start, end, "x") for start, end in spans)),)


SPAN = Span(0, 3)
UNSOUND: list[tuple[Any, str]] = [
    ("words", "it yields “words”, which is no Finding"),
    (None, "it yields None, which is no Finding"),
    (Finding(Span(0, 5000), "m"), "a finding has the span (0, 5000), which is not in the"),
    (Finding(Span(3, 1), "m"), "a finding has the span (3, 1), which is not in the"),
    (Finding(Span(-1, 1), "m"), "a finding has the span (-1, 1), which is not in the"),
    (Finding(Span(0.0, 1.5), "m"), "it must be a Span of two whole numbers"),
    (Finding((0, 1), "m"), "it must be a Span of two whole numbers"),
    (Finding(SPAN, None), "a finding has None as “message”; it must be a text"),
    (Finding(SPAN, ""), "a finding has no message"),
    (Finding(SPAN, "\ud800"), "half of a character"),
    (Finding(SPAN, "m", severity="fatal"), "a finding has the severity “fatal”; it must be “error”, “warning” or"),
    (Finding(SPAN, "m", confidence=float("nan")), "it must be a number from 0 to 1"),
    (Finding(SPAN, "m", confidence="sure"), "it must be a number from 0 to 1"),
    (Finding(SPAN, "m", related=(SPAN,)), "as “related”; it must be a tuple of Related"),
    (Finding(SPAN, "m", related=(Related(Span(9, 1)),)), "a related place has the span (9, 1)"),
    (Finding(SPAN, "m", fixes=edits((0, 3), (2, 4))), "a fix has edits that overlap, at (0, 3) and (2, 4)"),
    (Finding(SPAN, "m", fixes=edits((0, 0), (0, 0))), "a fix has edits that overlap"),
    (Finding(SPAN, "m", fixes=edits((0, 5000))), "an edit has the span (0, 5000)"),
    (Finding(SPAN, "m", fixes=(Fix("t", ()),)), "a fix has no edits"),
    (Finding(SPAN, "m", fixes=(Fix("t", (Edit(0, 1, 3),)),)), "an edit has 3 as “text”; it must be a text"),
]


@pytest.mark.parametrize(("found", "said"), UNSOUND)
def test_what_is_no_finding_is_named_with_the_rule(found: Any, said: str) -> None:
    crashes = {crash.rule: crash.error for crash in outcome_of(lambda: iter([found])).crashes}
    assert said in crashes["Odd.Rule"]
    assert said in crashes["Odd.PartRule"]
    assert not any("\n" in error for error in crashes.values())


@pytest.mark.parametrize("yields", [lambda: None, lambda: 3, lambda: exit(0), lambda: 1 / 0])
def test_whatever_a_rule_does_the_others_go_on(yields: Callable[[], Any]) -> None:
    assert {crash.rule for crash in outcome_of(yields).crashes} == {"Odd.Rule", "Odd.PartRule"}


def test_of_findings_without_end_the_first_are_reported() -> None:
    outcome = outcome_of(lambda: (Finding(SPAN, f"{number}") for number in count()))
    assert outcome.crashes == ()
    assert [notice.partition(":")[2] for notice in outcome.notices] == [
        f" {name} found more than 5,000 places; only the first ones are reported"
        for name in ("Odd.Rule", "Odd.PartRule")
    ]


_anything = st.none() | st.integers(-2, 60) | st.floats() | st.text(max_size=3) | st.booleans()
_spans = st.builds(Span, _anything, _anything) | _anything
_edits = st.builds(Edit, _anything, _anything, _anything) | _anything
_fixes = st.builds(Fix, _anything, st.lists(_edits, max_size=2).map(tuple) | _anything)
_findings = st.builds(
    Finding,
    _spans,
    _anything,
    related=st.lists(st.builds(Related, _spans, _anything), max_size=2).map(tuple) | _anything,
    fixes=st.lists(_fixes, max_size=2).map(tuple) | _anything,
    confidence=_anything,
    severity=_anything,
)


@given(_findings | _anything)
def test_what_is_reported_can_be_sorted_and_its_fixes_made(found: Any) -> None:
    for finding in outcome_of(lambda: iter([found])).findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(ARTICLE.text)
        assert finding.severity in ("error", "warning", "suggestion")
        assert all(0 <= edit.start <= edit.end <= len(ARTICLE.text) for fix in finding.fixes for edit in fix.edits)


# Rules that do not return


def for_ever() -> Iterator[Finding]:
    while True:
        pass
    yield


def swallowing() -> Iterator[Finding]:
    while True:
        try:
            time.sleep(60)
        except Exception:
            continue
    yield


def matching() -> Iterator[Finding]:
    re.match("(a+)+$", "a" * 60 + "b")
    return iter(())


def none_for_ever() -> Iterator[Finding]:
    yield from (finding for finding in count() if finding is None)


@pytest.mark.parametrize("yields", [for_ever, swallowing, matching, none_for_ever])
def test_a_rule_that_does_not_return_is_ended_and_named(
    monkeypatch: pytest.MonkeyPatch, yields: Callable[[], Iterator[Finding]]
) -> None:
    monkeypatch.setattr(patience, "LIMIT", 0.2)
    assert [(crash.rule, crash.error) for crash in outcome_of(yields).crashes] == [
        (name, "it did not return within 0.2 seconds and was ended") for name in ("Odd.Rule", "Odd.PartRule")
    ]


def test_in_a_thread_there_is_no_limit_and_no_fault() -> None:
    found: list[Outcome] = []
    thread = threading.Thread(target=lambda: found.append(outcome_of(lambda: iter(()))))
    thread.start()
    thread.join()
    assert len(found) == 1
