"""The rules on conversions agree with each other, and write as the article writes."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.facts import quantities
from copydesk.facts.quantities.writing import _RARE, _TARGETS
from copydesk.rules import Finding, Rule
from copydesk.rules.testing import first_fixes, heard
from copydesk.text.units import Unit, british, known, usual_forms
from copydesk_rules.units.false_precision import FalsePrecision
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
# A sentence for each kind of unit, whose words bear out that short forms (C, g, bar) are units.
SENTENCES = {
    "mass": "It weighed {} then.",
    "temperature": "The temperature was {} then.",
    "pressure": "The pressure was {} then.",
    "speed": "The speed of the ship was {} then.",
}
TARGETS = {**_TARGETS, **_RARE}
OURS = tuple(unit for unit in known() if unit.name in TARGETS)


def article_of(body: str) -> Article:
    return read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))


def fixed(article: Article, found: Iterable[Finding]) -> str:
    return apply(article.text, first_fixes(list(found)))


def messages(rule: Rule, text: str) -> list[str]:
    return [finding.message for finding in rule.check(read(Source.from_text(text, "a.txt")))]


amounts = st.one_of(
    st.integers(2, 9999).map(lambda value: f"{value:,}"),
    st.decimals("1.0", "999", places=1).map(str),
    st.tuples(st.integers(2, 50), st.integers(51, 400)).map(lambda pair: f"{pair[0]} to {pair[1]}"),
    st.sampled_from(["half a", "two and a half", "five", "2.5 million", "7½", "two dozen", "one-half", "1,200"]),
)


@st.composite
def units_written(draw: st.DrawFn) -> tuple[Unit, str]:
    """Draw a unit, and one of the ways in which copy writes it."""
    unit = draw(st.sampled_from(OURS))
    words = (unit.singular, unit.plural, british(unit.plural), unit.short)
    return unit, draw(st.sampled_from([word for word in words if usual_forms().of(word)]))


@settings(max_examples=200)
@given(
    amount=amounts,
    written=units_written(),
    way=st.sampled_from(sorted(CONVERTED)),
    gap=st.sampled_from((" ", "-", "")),
    language=st.sampled_from(("en-US", "en-GB")),
)
def test_what_is_inserted_is_right(amount: str, written: tuple[Unit, str], way: str, gap: str, language: str) -> None:
    unit, word = written
    if " " in word or not amount[-1].isdigit() or (not gap and word != unit.short):
        gap = " "
    sentence = SENTENCES.get(unit.kind, "It was {} then.").format(f"{amount}{gap}{word}")
    article = read(Source.from_text(f"A headline\n\n{CONVERTED[way]}{sentence}\n", "a.txt"), language=language)
    text = fixed(article, ALWAYS.check(article))
    again = read(Source.from_text(text, "a.txt"), language=language)
    for rule in (WrongConversion(), FalsePrecision(), InconsistentPrecision(), ALWAYS):
        assert [finding.message for finding in rule.check(again)] == [], text


@pytest.mark.parametrize("unit", OURS, ids=lambda unit: unit.name)
def test_every_unit_is_converted(unit: Unit) -> None:
    sentence = SENTENCES.get(unit.kind, "It was {} then.").format(f"120 {unit.plural}")
    article = article_of(sentence)
    text = fixed(article, ALWAYS.check(article))
    assert f"120 {unit.plural} (" in text
    (conversion,) = article_of(text.split("\n\n")[1]).facts(quantities).conversions
    assert conversion.first.unit.name == unit.name


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
            "He is 1.88 m (6 ft 2 in), his brother 1.75 m tall, the tower 50 m.",
            "He is 1.88 m (6 ft 2 in), his brother 1.75 m (5 ft 9 in) tall, the tower 50 m (164 ft).",
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
    again = re.match(r".*?[)\]]", body)[0]  # an article promises with two
    article = article_of(f"{body}\n\n{again}")
    assert fixed(article, MissingConversion().check(article)) == f"A headline\n\n{expected}\n\n{again}\n"


def test_the_other_direction_is_only_suggested() -> None:
    article = article_of(
        "It is 20 km (12 miles) off, 5 km (3 miles) wide. It covers 50 hectares. The road is 5 miles long."
    )
    assert [finding.severity for finding in MissingConversion().check(article)] == [None, "suggestion"]


def test_headlines_and_sport_are_left_alone() -> None:
    text = "A 5-mile walk\n\nIt is 20 km (12 miles) off, 5 km (3 miles) wide.\n"
    assert messages(MissingConversion(), text) == []
    sport = read(
        Source.from_text(
            "A headline\n\nIt is 20 km (12 miles) off, 5 km (3 miles) wide. He hit it 300 yards.\n", "a.txt"
        ),
        genre="sport",
    )
    assert list(MissingConversion().check(sport)) == []


def test_a_wrong_value_is_explained() -> None:
    article = article_of("The border is 50 miles (31 km) off, the river 30 miles (480 km).")
    assert [finding.evidence for finding in WrongConversion().check(article)] == [
        "It is the value for a conversion the other way round.",
        "It is ten times too large.",
    ]


@given(st.integers(1, 20), st.integers(0, 15), st.integers(0, 2))
def test_a_corrected_value_is_as_exact_as_the_wrong_one(pounds: int, ounces: int, places: int) -> None:
    exact = (pounds + ounces / 16) * 0.45359237
    article = article_of(f"The baby weighed {pounds}lb {ounces}oz ({exact + 9:.{places}f}kg).")
    (finding,) = WrongConversion().check(article)
    loses_much = abs(round(exact, places) / exact - 1) > 0.034
    assert loses_much or finding.fixes[0].edits[0].text == f"{exact + 1e-9:.{places}f}"


@pytest.mark.parametrize(
    "setting",
    [
        *(
            "160C/140C fan/gas mark 3",
            "160C/140C fan",
            "200C/gas 6",
            "180C fan",
            "fan 160C, gas 4",
            "190C/375F/gas 5",
        ),
        *("180°C/fan 160°C/gas 4", "180C, fan 160C, gas mark 4", "200C (180C fan)", "220 °C/200 °C fan", "180C/160C"),
    ],
)
def test_an_oven_setting_is_no_missing_conversion(setting: str) -> None:
    body = f"Take 8oz (225g) of flour and 4oz (110g) of butter. Heat the oven to {setting}."
    assert list(MissingConversion().check(article_of(body))) == []
    assert len(list(MissingConversion().check(article_of(f"{body} Leave it at 25C to cool.")))) == 1


@pytest.mark.parametrize(
    ("height", "converted"),
    [
        ("She is 24 and {}.", "centimeters"),
        ("At {}, she is small.", "centimeters"),
        ("The {} gymnast won.", "-centimeter"),
    ],
)
def test_a_height_is_converted_as_an_adjective_only_where_it_is_one(height: str, converted: str) -> None:
    body = "He is 5-foot-4 (163 centimeters), his son 5-foot-6 (168 centimeters). "
    (finding,) = MissingConversion().check(article_of(body + height.format("4-foot-10")))
    assert converted in finding.fixes[0].title


@given(st.integers(50, 90), st.sampled_from(["The nurse is {} tall.", "At {} she is the tallest."]))
def test_heights_of_people_are_given_to_the_centimeter(inches: int, said: str) -> None:
    height = f"{inches / 12:.1f}ft ({inches * 0.0254:.2f}m)"
    body = f"It is 5 miles (8km) off, 10 miles (16km) long, 20 feet (6m) wide. {said.format(height)}"
    assert list(InconsistentPrecision().check(article_of(body))) == []


def test_a_corrected_value_keeps_its_precision_and_style() -> None:
    article = article_of("It is 5 miles (5.0 km) off, 2,300 miles (5,700 km) wide; it was minus 40C (minus 10F).")
    corrected = "It is 5 miles (8.0 km) off, 2,300 miles (3,700 km) wide; it was minus 40C (minus 40F)."
    assert fixed(article, WrongConversion().check(article)) == f"A headline\n\n{corrected}\n"


def in_country(body: str, language: str) -> Article:
    return read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"), language=language)


def test_a_gallon_is_that_of_the_country_and_the_message_says_so() -> None:
    body = "The border is 50 miles (80 km) off, the sea 20 miles (32 km). The tank holds 20 gallons."
    (american,) = MissingConversion().check(in_country(body, "en-US"))
    (british,) = MissingConversion().check(in_country(body, "en-GB"))
    assert american.message == "“20 gallons” is not converted: 76 liters, taking them for US gallons."
    assert british.message.endswith("91 litres, taking them for imperial gallons.")


@pytest.mark.parametrize(("language", "reported"), [("en-US", 1), ("en-GB", 0)])
def test_the_gallon_of_another_country_is_only_suggested(language: str, reported: int) -> None:
    found = list(WrongConversion().check(in_country("The tank holds 20 gallons (91 liters).", language)))
    assert [finding.severity for finding in found] == ["suggestion"] * reported
    assert all("it would be right for imperial gallons" in finding.message for finding in found)


def test_tons_may_be_of_any_sort() -> None:
    for body in ("It weighs 100 tons (91 tonnes).", "It weighs 100 tons (102 tonnes)."):
        assert messages(WrongConversion(), f"A headline\n\n{body}\n") == []


def test_rare_units_follow_the_article() -> None:
    converts = "The car has 200 horsepower (150 kW), the van 100 horsepower (75 kW) and the lorry 400 horsepower."
    assert (
        fixed(article_of(converts), MissingConversion().check(article_of(converts)))
        .strip()
        .endswith("the lorry 400 horsepower (300 kW).")
    )
    silent = (
        "The border is 50 miles (80 km) off, the sea 20 miles (32 km). The lorry "
        "has 400 horsepower and 3,000 barrels of oil."
    )
    assert messages(MissingConversion(), f"A headline\n\n{silent}\n") == []


def test_nothing_is_said_twice_of_one_conversion() -> None:
    body = "It is 105 kilometers (65 miles) off, 30 km (18.64 miles) wide, about 100 miles (160.934 km) long."
    article = article_of(body)
    spans = [finding.span for rule in (FalsePrecision(), InconsistentPrecision()) for finding in rule.check(article)]
    assert len(spans) == len(set(spans)) == 2
    assert "(160 km) long" in fixed(article, FalsePrecision().check(article))


def test_a_compound_is_put_right_in_its_own_style() -> None:
    body = "She is 1.70 m (5ft 2in) tall, he weighs 80 kg (11st 5lb), and it is 3 km (1 mile 300 yards) off."
    text = fixed(article_of(body), WrongConversion().check(article_of(body)))
    assert "1.70 m (5ft 7in)" in text
    assert "80 kg (12st 8lb)" in text
    assert "3 km (1 mile 1521 yards)" in text


def test_fixes_are_never_safe() -> None:
    body = "“It is 50 miles (50 km) off,” she said. It is 60 miles (96.561 km) wide."
    article = article_of(body)
    found = [*WrongConversion().check(article), *FalsePrecision().check(article)]
    assert len(found) == 2
    assert not any(fix.safe for finding in found for fix in finding.fixes)


def test_messages_and_fixes_know_markup_from_words() -> None:
    page = (
        "<html><body><article><h1>A headline</h1><p>It covers 1,150&nbsp;km<sup>2</sup> "
        "(1,444&nbsp;sq&nbsp;mi), the lake 5&nbsp;km<sup>2</sup> (2&nbsp;sq&nbsp;mi), the "
        "park 50&nbsp;km<sup>2</sup> of that, and the road is\n30\nmiles long.</p></article></body></html>"
    )
    article = read(Source.from_text(page, "a.html"))
    (wrong,) = WrongConversion().check(article)
    assert _plain(wrong.message) == "“1,150 km2” is 444 square miles, not “1,444 sq mi”."
    assert _plain(wrong.fixes[0].title) == "Change “1,444 sq mi” to “444 sq mi”"
    missing = heard(MissingConversion(), article)
    assert [_plain(finding.message).split(" is")[0] for finding in missing] == ["“50 km2”", "“30 miles”"]
    assert "50&nbsp;km<sup>2</sup> (19 sq mi) of that" in _plain(fixed(article, missing))


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")
