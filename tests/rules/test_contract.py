"""What a rule class must be: one line says what is wrong with it and what is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.rules import Bad, Good, Options, PartRule, Rule
from copydesk.rules.contract import breach_in
from copydesk.rules.loading import installed_rules


class NoDataclass(Options):
    most: int = 3


@dataclass(frozen=True)
class Limits(Options):
    most: int = 3


def made(base: type[Rule] = Rule, /, **attributes: Any) -> type[Rule]:
    """Return a rule class with these attributes, right in all others."""
    method = "check_part" if base is PartRule else "check"
    kept = {"name": "Money.Cents", method: lambda self, given: iter(())} | attributes
    return type("Cents", (base,), {name: value for name, value in kept.items() if value is not ...})


def test_the_built_in_rules_keep_the_contract() -> None:
    rules, broken = installed_rules()
    assert not broken
    assert rules


@pytest.mark.parametrize("base", [Rule, PartRule])
def test_a_rule_that_keeps_it(base: type[Rule]) -> None:
    right = {"options": Limits(), "examples": [Bad("a"), Good("b")], "severity": "error", "looks_at": "any"}
    assert breach_in(made(base)) == ""
    assert breach_in(made(base, **right, on=False, across=True, fault="spelling")) == ""


@pytest.mark.parametrize(
    ("attribute", "value", "said"),
    [
        ("severity", "fatal", "its severity is “fatal”; it must be “error”, “warning” or “suggestion”"),
        ("severity", None, "its severity is None; it must be"),
        ("severity", ["error"], "its severity is ['error']; it must be"),
        ("looks_at", "sentence", "its looks_at is “sentence”; it must be “article”, “paragraph”"),
        ("looks_at", ("headline",), "its looks_at is ('headline',); it must be"),
        ("name", "Cents", "its name is “Cents”; it must be “Pack.Rule”"),
        ("name", ".Cents", "it must be “Pack.Rule”"),
        ("name", "Money.", "it must be “Pack.Rule”"),
        ("name", "Money.Two cents", "it must be “Pack.Rule”"),
        ("name", "Money.A,B", "it must be “Pack.Rule”"),
        ("name", 3, "its name is 3; it must be “Pack.Rule”"),
        ("check", ..., "it has no check; it must have a method check(self, article) that yields findings"),
        ("check", None, "its check is None; it must have a method check(self, article)"),
        ("check", lambda self: iter(()), "its check does not take one article"),
        ("__init__", lambda self: None, "it cannot be made with options and house"),
        ("examples", "It cost 5c.", "its examples are “It cost 5c.”; they must be a list of Bad(…) and Good(…)"),
        ("examples", ["It cost 5c."], "one of its examples is “It cost 5c.”; it must be Bad(…) or Good(…)"),
        ("examples", None, "its examples are None"),
        ("options", {"most": 3}, "its options are {'most': 3}; they must be an instance of a dataclass"),
        ("options", Limits, "they must be an instance of a dataclass derived from Options"),
        ("options", NoDataclass(), "class NoDataclass is no dataclass; write @dataclass(frozen=True) above it"),
        ("on", "no", "its on is “no”; it must be True or False"),
        ("across", 1, "its across is 1; it must be True or False"),
        ("in_quotations", None, "its in_quotations is None; it must be True or False"),
        ("fault", 3, "its fault is 3; it must be a text"),
        ("house", {}, "its house is {}; leave it out"),
    ],
)
def test_a_breach_is_one_line_that_says_what_is_right(attribute: str, value: Any, said: str) -> None:
    breach = breach_in(made(**{attribute: value}))
    assert said in breach
    assert "\n" not in breach


def test_a_rule_on_parts_has_a_check_of_its_own() -> None:
    assert "it has no check_part; it must have a method check_part(self, part)" in breach_in(
        made(PartRule, check_part=...)
    )
    assert "a check of its own" in breach_in(made(PartRule, check=lambda self, article: iter(())))

    async def check(self: Any, article: Any) -> None: ...

    assert "its check is asynchronous" in breach_in(made(check=check))


_ANYTHING = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.lists(st.text())
    | st.dictionaries(st.text(), st.text()) | st.just(object()) | st.just(Rule)
)  # fmt: skip
_ATTRIBUTES = "name severity examples looks_at in_quotations on across fault options house check __init__".split()


@given(st.dictionaries(st.sampled_from(_ATTRIBUTES), _ANYTHING, min_size=1))
def test_whatever_a_rule_has_it_is_one_line_or_right(attributes: dict[str, Any]) -> None:
    breach = breach_in(made(**attributes))
    assert "\n" not in breach
    if "severity" in attributes and attributes["severity"] not in ("error", "warning", "suggestion"):
        assert breach
