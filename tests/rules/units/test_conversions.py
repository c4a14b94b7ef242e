"""The rules on conversions agree with each other, and write as the article writes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import Finding, Rule
from copydesk.rules.testing import first_fixes
from copydesk_rules.units.inconsistent_precision import InconsistentPrecision
from copydesk_rules.units.missing_conversion import MissingConversion, MissingConversionOptions
from copydesk_rules.units.wrong_conversion import WrongConversion

ALWAYS = MissingConversion(MissingConversionOptions(when="always"))
CONVERTED = {
    "brackets": "The city lies 300 kilometers (186 miles) away. ",
    "square": "The city lies 300 kilometers [186 miles] away. ",
    "short": "The city lies 300 km (186 miles) away. ",
    "British": "The city lies 300 kilometres (186 miles) away. ",
}
UNITS = (
    *("kilometers km kilometres meters m metres centimeters cm miles yards feet ft inches acres hectares".split()),
    *("pounds-weight kg kilograms stone mph km/h kph km²".split()),
    *("square miles", "sq km", "square feet", "degrees Celsius", "°F", "miles per hour", "kilometres an hour"),
)


def article_of(body: str) -> Article:
    return read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))


def fixed(article: Article, found: Iterable[Finding]) -> str:
    return apply(article.text, first_fixes(list(found)))


def messages(rule: Rule, text: str) -> list[str]:
    return [finding.message for finding in rule.check(read(Source.from_text(text, "a.txt")))]


amounts = st.one_of(
    st.integers(2, 9999).map(lambda value: f"{value:,}"),
    st.decimals(1, 999, places=1).map(str),
    st.tuples(st.integers(2, 50), st.integers(51, 400)).map(lambda pair: f"{pair[0]} to {pair[1]}"),
    st.sampled_from(["half a", "two and a half", "five", "2.5 million", "7½"]),
)


@settings(max_examples=200, deadline=None)
@given(amount=amounts, unit=st.sampled_from(UNITS), way=st.sampled_from(sorted(CONVERTED)), hyphen=st.booleans())
def test_what_is_inserted_is_right(amount: str, unit: str, way: str, hyphen: bool) -> None:
    unit, weight = unit.removesuffix("-weight"), unit.endswith("-weight")
    gap = "-" if hyphen and " " not in unit and amount[-1].isdigit() else " "
    verb = "weighed" if weight or unit in ("kg", "stone") else "was"
    article = article_of(f"{CONVERTED[way]}It {verb} {amount}{gap}{unit} then.")
    text = fixed(article, ALWAYS.check(article))
    assert messages(WrongConversion(), text) == []
    assert messages(InconsistentPrecision(), text) == []
    assert messages(ALWAYS, text) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It is 20 km (12 miles) off and 45 km wide.", "It is 20 km (12 miles) off and 45 km (28 miles) wide."),
        ("It is 20 miles (32 km) off, 50 miles long.", "It is 20 miles (32 km) off, 50 miles (80 km) long."),
        ("It is 20 miles (32km) off. A 45km road.", "It is 20 miles (32km) off. A 45km (28 miles) road."),
        ("It is 9 metres (30 feet) high, 45 feet wide.", "It is 9 metres (30 feet) high, 45 feet (14 metres) wide."),
        ("At 20C (68F) it melts, at 110C it boils.", "At 20C (68F) it melts, at 110C (230F) it boils."),
        (
            "It is 6 ft 2 in (1.88 m) high. A 40-degree Celsius day in a 12 ft room.",
            "It is 6 ft 2 in (1.88 m) high. A 40-degree Celsius (104-degree Fahrenheit) day in a 12 ft (3.7 m) room.",
        ),
        (
            "It is 1100 miles (1770 km) off, 2300 miles across.",
            "It is 1100 miles (1770 km) off, 2300 miles (3700 km) across.",
        ),
        (
            "Nine kilometers (about six miles) in, a five-mile tunnel opens.",
            "Nine kilometers (about six miles) in, a five-mile (eight-kilometer) tunnel opens.",
        ),
        (
            "It is 20 miles (32 km) off (now 50 miles long, say experts).",
            "It is 20 miles (32 km) off (now 50 miles [80 km] long, say experts).",
        ),
    ],
)
def test_it_writes_as_the_article_does(body: str, expected: str) -> None:
    article = article_of(body)
    assert fixed(article, MissingConversion().check(article)) == f"A headline\n\n{expected}\n"


def test_the_other_direction_is_only_suggested() -> None:
    article = article_of("It is 20 km (12 miles) off. It covers 50 hectares. The road is 5 miles long.")
    assert [finding.severity for finding in MissingConversion().check(article)] == [None, "suggestion"]


def test_headlines_and_sport_are_left_alone() -> None:
    text = "A 5-mile walk\n\nIt is 20 km (12 miles) off.\n"
    assert messages(MissingConversion(), text) == []
    sport = read(
        Source.from_text("A headline\n\nIt is 20 km (12 miles) off. He hit it 300 yards.\n", "a.txt"), genre="sport"
    )
    assert list(MissingConversion().check(sport)) == []


def test_a_wrong_value_is_explained() -> None:
    article = article_of("The border is 50 miles (31 km) off, the river 30 miles (480 km).")
    assert [finding.evidence for finding in WrongConversion().check(article)] == [
        "It is the value for a conversion the other way round.",
        "It is ten times too large.",
    ]


def test_a_corrected_value_keeps_its_precision_and_style() -> None:
    article = article_of("It is 5 miles (5.0 km) off, 2,300 miles (5,700 km) wide; it was minus 40C (minus 10F).")
    corrected = "It is 5 miles (8.0 km) off, 2,300 miles (3,700 km) wide; it was minus 40C (minus 40F)."
    assert fixed(article, WrongConversion().check(article)) == f"A headline\n\n{corrected}\n"
