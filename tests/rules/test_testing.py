"""Examples as tests: what `failures` complains of, and what `trials` calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from copydesk.rules import Bad, Example, Finding, Good, Options, Part, PartRule, Rule, Span, change_to
from copydesk.rules.testing import failures, trials


@dataclass(frozen=True)
class SwapOptions(Options):
    wrong: str = "utilise"


class Swap(PartRule):
    """Reports a word."""

    name = "Test.Swap"
    looks_at = "any"
    options: SwapOptions = SwapOptions()
    examples = [
        Bad("They utilise it.", found="utilise", fixed="They use it."),
        Bad(
            "Copy.",
            headline="They utilise it",
        ),
        Good("They use it."),
    ]

    def check_part(self, part: Part) -> Iterator[Finding]:
        for match in re.finditer(self.options.wrong, part.words):
            yield Finding(Span(*match.span()), "Plain words.", fixes=(change_to(Span(*match.span()), "use"),))


class NeverContent(Swap):
    """Reports its own fix."""

    name = "Test.NeverContent"
    options = SwapOptions(wrong="utilise|use")
    examples = []


class OnlyGood(Swap):
    """Shows only what it leaves alone."""

    name = "Test.OnlyGood"
    examples = [Good("They use it.")]


class Crashing(Swap):
    """Crashes."""

    name = "Test.Crashing"
    examples = [Bad("x")]

    def check_part(self, part: Part) -> Iterator[Finding]:
        raise RuntimeError("broken")


@pytest.mark.parametrize(
    "example",
    [
        Bad("They utilise it."),
        Bad("They utilise it, utilise it.", found=("utilise", "utilise"), fixed="They use it, use it."),
        Bad("Copy.", headline="They utilise it", fixed_headline="They use it"),
        Bad("Copy.", standfirst="They utilise it."),
        Bad("They employ it.", found="employ", options=SwapOptions("employ"), fixed="They use it."),
        Good("They use it."),
        Good("He said: “They utilise it.”"),  # a check would not report it there
    ],
)
def test_examples_that_hold(example: Example) -> None:
    assert list(failures(Swap, example)) == []


@pytest.mark.parametrize(
    ("example", "complaint"),
    [
        (Good("They utilise it."), "reports “utilise” in good copy: Plain words."),
        (Bad("They use it."), "finds nothing in bad copy: They use it."),
        (Bad("He said: “They utilise it.”"), "finds nothing in bad copy"),
        (Bad("They utilise it.", found="it"), "marks “utilise”, not “it”"),
        (Bad("We utilise, they utilise.", found="utilise"), "marks “utilise”, “utilise”, not “utilise”"),
        (Bad("They utilise it.", fixed="They employ it."), "fixes to “They use it.”, not to “They employ it.”"),
        (Example(body="x"), "is tested by a Example"),
    ],
)
def test_examples_that_do_not_hold(example: Example, complaint: str) -> None:
    complaints = list(failures(Swap, example))
    assert complaints
    assert complaints[0].startswith(complaint)


def test_a_fix_must_satisfy_the_rule_itself() -> None:
    assert list(failures(NeverContent, Bad("They utilise it.", fixed="They use it."))) == [
        "is not content with its own fix: Plain words."
    ]


def test_trials_say_where_each_example_stands() -> None:
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    found = trials(Swap)
    assert [trial.label for trial in found] == ["bad-1-they-utilise-it", "bad-2-copy", "good-1-they-use-it"]
    assert [lines[trial.line - 1].strip()[:12] for trial in found] == ['Bad("They ut', "Bad(", 'Good("They u']
    assert {Path(trial.path) for trial in found} == {Path(__file__)}
    assert [trial.complaints() for trial in found] == [[], [], []]


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [(NeverContent, "has no examples; write"), (OnlyGood, "has no example of bad copy")],
)
def test_a_rule_that_shows_nothing_is_complained_of(rule: type[Rule], complaint: str) -> None:
    lacks = [trial for trial in trials(rule) if trial.lack]
    assert len(lacks) == 1
    assert lacks[0].complaints()[0].startswith(complaint)


def test_a_rule_made_at_run_time_has_trials_too() -> None:
    made = type("Made", (Swap,), {"name": "Test.Made", "__module__": "nowhere"})
    assert [trial.complaints() for trial in trials(made)] == [[], [], []]


def test_a_crash_is_the_callers_to_report() -> None:
    with pytest.raises(RuntimeError):
        trials(Crashing)[0].complaints()
