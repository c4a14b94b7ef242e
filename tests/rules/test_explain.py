"""The documentation of a rule as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.rules import Article, Bad, Finding, Good, Options, Rule
from copydesk.rules.explain import explanation, summary


@dataclass(frozen=True)
class UnitOptions(Options):
    """Which units are converted."""

    metric_first: bool = True
    units: tuple[str, ...] = ("km", 'a "mile"')
    tolerance: float = 0.5


class Units(Rule):
    """A quantity stands without
    its conversion.

    Readers elsewhere think in other units.

    - laid out
      by hand
    """

    name = "Test.Units"
    options: UnitOptions = UnitOptions()
    examples = [
        Good("It is near."),
        Bad("It is 5 km off.", headline="Far", found=("5 km",), fixed="It is 5 km (3 miles) off."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        yield from ()


class Bare(Units):
    name = "Test.Bare"
    options = Options()
    examples = []
    in_quotations = True


EXPECTED = """\
Test.Units (warning)

A quantity stands without its conversion.

Readers elsewhere think in other units.

- laid out
  by hand

Silent inside direct quotations.

What a house may set (with the defaults):

Which units are converted.

    [rules."Test.Units"]
    metric_first = true  # true or false
    units = ["km", "a \\"mile\\""]  # a list, each a text
    tolerance = 0.5  # a number

Reported:

    Headline: Far
    It is 5 km off.
  marks “5 km”
  →     It is 5 km (3 miles) off.

Left alone:

    It is near.
"""


def test_an_explanation_has_everything() -> None:
    assert explanation(Units, 80) == EXPECTED


def test_lines_are_no_longer_than_asked() -> None:
    lines = [line for line in explanation(Units, 44).splitlines() if " = " not in line]  # settings are not folded
    assert max(map(len, lines)) <= 44


def test_a_rule_with_nothing_to_say() -> None:
    assert explanation(Bare) == (
        "Test.Bare (warning)\n\n(This rule has no documentation.)\n\nAlso reports inside direct quotations.\n"
    )


def test_the_summary_is_one_line() -> None:
    assert summary(Units) == "A quantity stands without its conversion."
