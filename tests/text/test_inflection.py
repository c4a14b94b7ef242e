"""Inflection: forms of words, and what they are forms of."""

from __future__ import annotations

import pytest

from copydesk.text.inflection import plural, singular, verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("rise", "rise rises rose risen rising"), ("drop", "drop drops dropped dropped dropping"),
        ("carry", "carry carries carried carried carrying"), ("go", "go goes went gone going"),
        ("increase", "increase increases increased increased increasing"), ("die", "die dies died died dying"),
        ("weaken", "weaken weakens weakened weakened weakening"), ("see", "see sees saw seen seeing"),
        ("slow", "slow slows slowed slowed slowing"), ("commit", "commit commits committed committed committing"),
        ("step_down", "step_down steps_down stepped_down stepped_down stepping_down"),
    ],
)  # fmt: skip
def test_verbs(base: str, forms: str) -> None:
    assert verb_forms(base) == tuple(forms.split())


@pytest.mark.parametrize(
    ("one", "many"),
    [("vote", "votes"), ("city", "cities"), ("church", "churches"), ("woman", "women"), ("person", "people"),
     ("day", "days"), ("bus", "buses"), ("aircraft", "aircraft"), ("house", "houses")],
)  # fmt: skip
def test_nouns(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one


@pytest.mark.parametrize("noun", ["gas", "crisis", "class", "virus"])
def test_what_is_no_plural(noun: str) -> None:
    assert singular(noun) == noun
