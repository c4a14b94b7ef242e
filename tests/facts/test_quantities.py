"""Quantities: what is one, in which unit, and which converts which."""

from __future__ import annotations

import pytest

from copydesk.article import Article, Source, read
from copydesk.facts import numbers, quantities


def article_of(body: str) -> Article:
    return read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))


def found_in(body: str) -> list[tuple[str, str, list[float]]]:
    article = article_of(body)
    return [
        (article.words_at(q.span), q.unit.name, [round(float(number.value), 3) for number in q.amounts])
        for q in article.facts(quantities).all
    ]


def links_in(body: str) -> list[tuple[str, str]]:
    article = article_of(body)
    conversions = article.facts(quantities).conversions
    return [(article.words_at(c.first.span), article.words_at(c.second.span)) for c in conversions]


@pytest.mark.parametrize(
    ("words", "unit", "values"),
    [
        ("1,150 square kilometers", "square_kilometer", [1150]),
        ("50 sq. km", "square_kilometer", [50]),
        ("50km²", "square_kilometer", [50]),
        ("415 km2", "square_kilometer", [415]),
        ("120 kms", "kilometer", [120]),
        ("96 KM", "kilometer", [96]),
        ("35 kilometres", "kilometer", [35]),
        ("5-mile", "mile", [5]),
        ("5-square-mile", "square_mile", [5]),
        ("half a mile", "mile", [0.5]),
        ("one-half mile", "mile", [0.5]),
        ("three-quarters of a mile", "mile", [0.75]),
        ("one and two thirds meters", "meter", [1.667]),
        ("a mile and a half", "mile", [1.5]),
        ("1 and a half miles", "mile", [1.5]),
        ("two and half inch", "inch", [2.5]),
        ("3½ miles", "mile", [3.5]),
        ("2 1/2 miles", "mile", [2.5]),
        ("two dozen miles", "mile", [24]),
        ("between 5 and 7 miles", "mile", [5, 7]),
        ("between 5 miles and 7 miles", "mile", [5, 7]),
        ("75 -300 mm", "millimeter", [75, 300]),
        ("5-to-7-mile", "mile", [5, 7]),
        ("8-by-10-foot", "foot", [8, 10]),
        ("10 000 km", "kilometer", [10000]),
        ("98 136 ha", "hectare", [98136]),
        ("1 234 567 acres", "acre", [1234567]),
        ("11 stone 4", "stone", [11.286]),
        ("3.5m tonnes", "tonne", [3.5e6]),
        ("25 lakh tonnes", "tonne", [2.5e6]),
        ("0.5k miles", "mile", [500]),
        ("5 km squared", "square_kilometer", [5]),
        ("500 cc", "cubic_centimeter", [500]),
        ("60 m.p.h.", "mile_per_hour", [60]),
        ("10 Kilometers per hour", "kilometer_per_hour", [10]),
        ("30 psi", "psi", [30]),
        ("30 pounds per square inch", "psi", [30]),
        ("1,013 hPa", "hectopascal", [1013]),
        ("29.92 inches of mercury", "inch_of_mercury", [29.92]),
        ("400 calories", "calorie", [400]),
        ("200 horsepower", "horsepower", [200]),
        ("40 mpg", "miles_per_gallon", [40]),
        ("40 miles to the gallon", "miles_per_gallon", [40]),
        ("7.8 L/100 km", "liters_per_100_kilometers", [7.8]),
        ("5 litres per 100km", "liters_per_100_kilometers", [5]),
        ("100 long tons", "long_ton", [100]),
        ("100 US tons", "short_ton", [100]),
        ("2 imperial pints", "imperial_pint", [2]),
        ("10 light-years", "light_year", [10]),
        ("300 kelvins", "kelvin", [300]),
        ("20 (kg)", "kilogram", [20]),
        ("two and a half miles", "mile", [2.5]),
        ("5- to 7-mile", "mile", [5, 7]),
        ("5–7 miles", "mile", [5, 7]),
        ("5 km to 7 km", "kilometer", [5, 7]),
        ("10 by 20 meters", "meter", [10, 20]),
        ("6 ft 2 in", "foot", [6.167]),
        ("6-foot-2", "foot", [6.167]),
        ("6'2\"", "foot", [6.167]),
        ("six feet two inches", "foot", [6.167]),
        ("11st 5lb", "stone", [11.357]),
        ("6 pounds, 11 ounces", "pound", [6.688]),
        ("5-foot-9-inch", "foot", [5.75]),
        ("five-foot-nine-inch", "foot", [5.75]),
        ("2-pound-3-ounce", "pound", [2.188]),
        ("7lb-4oz", "pound", [7.25]),
        ("6' 2½\"", "foot", [6.208]),
        ("6-foot-2½", "foot", [6.208]),
        ("5ft 9", "foot", [5.75]),
        ("1 metre 85", "meter", [1.85]),
        ("2 gallons 3 pints", "gallon", [2.375]),
        ("3 tonnes 200 kg", "tonne", [3.2]),
        ("1-mile-300-yard", "mile", [1.17]),
        ("75 miles per hour", "mile_per_hour", [75]),
        ("60 miles an hour", "mile_per_hour", [60]),
        ("120 kph", "kilometer_per_hour", [120]),
        ("8 m/s", "meter_per_second", [8]),
        ("450°F", "fahrenheit", [450]),
        ("minus 5 degrees Celsius", "celsius", [-5]),
        ("2 metric tons", "tonne", [2]),
        ("3 billion cubic feet", "cubic_foot", [3e9]),
        ("40 U.S. gallons", "us_gallon", [40]),
    ],
)
def test_quantities(words: str, unit: str, values: list[float]) -> None:
    found = found_in(f"It was {words} and more.")
    assert found == [(words.removeprefix("between "), unit, values)]


@pytest.mark.parametrize(
    "body",
    [
        "The party is 2 feet away from victory.",
        "Some 5 m people voted and 5m users signed up.",
        "It cost £100m, then $5 m.",
        "Route 5 miles of text. Flight 90 feet.",
        "Eminem starred in 8 Mile.",
        "It takes 5 in 10 voters, and 20 in all.",
        "The 10 in the squad won 170 MPs over. Send a DM to scp2-173m of block 24703 L-202.",
        "He called 100 m euros a bargain, and 12 bars and 3 cups were won.",
        "Turn it by 90 degrees, to 5° west. He has two degrees in law.",
        "It costs £300 per tonne, $3 a gallon, 5 pence a mile, 60 cents per pound.",
        "He would not touch it with a 10-foot pole.",
        "It is a 30,000-foot view of an 800-pound gorilla.",
        "They paid 500 pounds for it.",
        "The bolt was set to 40 foot-pounds.",
        "A million miles away, he stood on his own two feet.",
    ],
)
def test_what_only_looks_like_a_quantity(body: str) -> None:
    assert [q for q in article_of(body).facts(quantities).all if q.use != "doubtful"] == []


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("It is 105 kilometers (65 miles) off.", [("105 kilometers", "65 miles")]),
        ("It is 65 miles (105 km) off.", [("65 miles", "105 km")]),
        ("It is 35 kilometres [almost 22 miles] off.", [("35 kilometres", "22 miles")]),
        ("It is 30 miles, or about 48 kilometers, off.", [("30 miles", "48 kilometers")]),
        ("It was 450F/232C inside.", [("450F", "232C")]),
        ("It was 40 degrees (104 F) inside.", [("40 degrees", "104 F")]),
        ("He is 6-foot-2 (1.88 meters).", [("6-foot-2", "1.88 meters")]),
        ("It is 5 feet wide (1.5 m) inside.", [("5 feet", "1.5 m")]),
        ("Winds of 20 knots (23 mph; 37 km/h) blew.", [("20 knots", "23 mph"), ("20 knots", "37 km/h")]),
        ("It has 6 hectares (15 acres; .06 square km).", [("6 hectares", "15 acres"), ("15 acres", ".06 square km")]),
        ("It is 5 km to 7 km (3 to 4 miles) off.", [("5 km to 7 km", "3 to 4 miles")]),
        ("It is about a mile (1.6 kilometers) off.", [("a mile", "1.6 kilometers")]),
        ("It is 10 miles (the first 3 km were flat) long.", []),
        ("The 6-foot board (2 m of it painted) broke.", []),
        ("It is 10 miles long. (3 kilometers are paved.)", []),
        ("It weighs 10 kg (3 miles away).", []),
        ("It is 20 miles – 32 km – off.", [("20 miles", "32 km")]),
        ("It is 20 miles, some 32 km, off.", [("20 miles", "32 km")]),
        ("It is 100 yards long, 30 meters from here.", []),
        ("He is 1.88 m (6 ft 2 in) tall.", [("1.88 m", "6 ft 2 in")]),
        (
            "It is 20 miles (17 nautical miles or 32 km) off.",
            [("20 miles", "17 nautical miles"), ("20 miles", "32 km")],
        ),
        ("It does 40 mpg (5.9 L/100km) there.", [("40 mpg", "5.9 L/100km")]),
        (
            "It is 5 litres (1.3 US gallons, 1.1 imperial gallons).",
            [("5 litres", "1.3 US gallons"), ("5 litres", "1.1 imperial gallons")],
        ),
    ],
)
def test_links(body: str, links: list[tuple[str, str]]) -> None:
    assert links_in(body) == links


@pytest.mark.parametrize(
    ("body", "use"),
    [
        ("The 100-meter final is at noon.", "event"),
        ("She won the 200 metres.", "event"),
        ("A 35-yard field goal won it.", "event"),
        ("He carried a 9 mm pistol.", "product"),
        ("A 55-inch television fell.", "product"),
        ("He drank a 12-ounce can.", "product"),
        ("Gate 20C was shut.", None),
        ("They lost 20 pounds each.", "measure"),
        ("It pumped 500,000 barrels a day.", "measure"),
        ("They spread 9 kilograms an acre.", "rate"),
        ("It has a 2.0-liter engine.", "product"),
        ("It dropped a 2,000-pound bomb.", "product"),
        ("It was seen by an 8-meter telescope.", "product"),
        ("She ran the 400m.", "event"),
        ("The 75\u00a0m ship sank.", "measure"),
        ("The UK's 1.6m Muslims paid US$42m.", "doubtful"),
        ("The tower is 508m tall.", "measure"),
        ("It costs $2 per 1,000 cubic metres.", "rate"),
        ("It was a film, 21 Grams.", None),
        ("It has 414 lb-ft of torque.", None),
        ("It does 0-60 mph in 6 seconds.", "product"),
        ("It is a 600cc bike.", "product"),
        ("It charges at 150 kW from a charging station.", "product"),
        ("The road is 5 miles long.", "measure"),
    ],
)
def test_uses(body: str, use: str | None) -> None:
    found = [quantity.use for quantity in article_of(body).facts(quantities).all]
    assert found == ([] if use is None else [use])


def test_differences_of_temperature() -> None:
    body = (
        "It was 1.5 degrees Celsius warmer, then 5 degrees Celsius. It rose 9 degrees Fahrenheit to 40 Fahrenheit, "
        "fell to 12 Celsius, was up to 30 Celsius and plus 20 Celsius, and dropped minus 3 Celsius."
    )
    differences = [q.difference for q in article_of(body).facts(quantities).all]
    assert differences == [True, False, True, False, False, False, None, False]


@pytest.mark.parametrize(
    ("body", "second"),
    [
        ("The wind blew at 40 miles per hour (65 km) inland.", "kilometer_per_hour"),
        ("The pressure fell to 980 millibars (28.94 inches) at noon.", "inch_of_mercury"),
        ("The fire burned 26,000 acres (41 square miles) in a day.", "square_mile"),
        ("They found 1.2 tonnes (1,200 kg) of it.", "kilogram"),
        ("It yields 5 tonnes per hectare (2.5 acres) there.", "acre"),
        ("The pass is at 5,000 meters — 14,400 feet — above the sea.", "foot"),
        ("The trail is 12 miles, about 25 kilometers, long.", "kilometer"),
        ("He walked 5 km (300 meters of it uphill) to town.", None),
        ("They ran 5 km, 10 miles, and a marathon.", None),
        ("The road is 10 miles long, 5 km wide.", None),
        ("It took 100 miles (5 feet) of wire.", None),
    ],
)
def test_what_counts_as_a_conversion(body: str, second: str | None) -> None:
    found = article_of(body).facts(quantities).conversions
    assert [conversion.second.unit.name for conversion in found] == ([second] if second else [])


def test_a_general_equivalence() -> None:
    (conversion,) = article_of("A mile is 1.6 kilometers, and they ran.").facts(quantities).conversions
    assert conversion.setting == "equivalence"
    assert article_of("A mile is 5 km shorter than that.").facts(quantities).conversions == ()


@pytest.mark.parametrize(
    ("body", "language", "meaning"),
    [
        ("It holds 10 gallons.", "en-US", "us_gallon"),
        ("It holds 10 gallons.", "en-GB", "imperial_gallon"),
        ("It holds 10 gallons, or 5 metres of it.", "en-US", "imperial_gallon"),
        ("It weighs 10 tons.", "en-US", "short_ton"),
        ("It weighs 10 tons.", "en-AU", "long_ton"),
        ("It does 30 mpg.", "en-GB", "mile/imperial_gallon"),
        ("It does 30 mpg.", "en-US", "mile/us_gallon"),
    ],
)
def test_whose_gallon(body: str, language: str, meaning: str) -> None:
    article = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"), language=language)
    assert article.facts(quantities).all[0].unit.meanings[0] == meaning


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It is at 51°30′26″N, 0°7′39″W.", []),
        ("It is at 51° 30' 26\" N, 0° 7' 39\" W, she said.", []),
        ("It is at N 51°30.4', W 0°7.6'.", []),
        ("It is at 40.7128° N, 74.0060° W.", []),
        ("He is 6'2\" tall.", ["6'2\""]),
        ("It is 1⁄2 mile, 2 1⁄2 miles or ¹⁄₃ mile off.", ["1⁄2 mile", "2 1⁄2 miles", "¹⁄₃ mile"]),
        ("It is 3⅝ inches or ⅖ mile long.", ["3⅝ inches", "⅖ mile"]),
        ("It is 2.5 x 2.3 x 6.9 cm.", ["2.5 x 2.3 x 6.9 cm"]),
        ("It is 2.5cm × 2.3cm × 6.9cm.", ["2.5cm × 2.3cm × 6.9cm"]),
        ("It is 5 by 4 by 3 metres.", ["5 by 4 by 3 metres"]),
        ("It went from 0 to 5 km, or 0-10 miles.", ["0 to 5 km", "0-10 miles"]),
        ("They won 3-0 5 km away.", ["5 km"]),
        ('“It is a 6" pipe,” he said.', ['6"']),
        ('"It is a 6" pipe," he said. "So."', ['6"']),
        ('He asked for "6" and "7".', []),
    ],
)
def test_what_is_measured_and_what_is_none(body: str, expected: list[str]) -> None:
    article = article_of(body)
    assert [article.words_at(one.span) for one in article.facts(quantities).all] == expected


def test_fractions_have_their_value() -> None:
    found = article_of("It is 2 1⁄2, ¹⁄₈, ⅗, 3⅝ or 7⁄16 miles off.").facts(numbers)
    assert [float(number.value) for number in found] == [2.5, 0.125, 0.6, 3.625, 0.4375]


@pytest.mark.parametrize(
    ("words", "difference"),
    [
        ("They want to keep warming to 2C above pre-industrial levels.", True),
        ("The Paris Agreement aims for well below 2 degrees Celsius.", True),
        ("The 1.5C goal of the climate talks is dead.", True),
        ("Global heating of 3C is expected.", True),
        ("The difference between the rooms was 10C.", True),
        ("It was 20C on Sunday, 5C more than usual.", True),
        ("The fridge has a limit of 5C.", None),
        ("Keep the food below 5C in summer heat.", None),
        ("It is hot when temperatures exceed 40C.", None),
        ("Climate change is felt: lows of 2C, they say, are rare.", None),
        ("The temperature was 20C.", False),
    ],
)
def test_temperatures_that_are_differences(words: str, difference: bool | None) -> None:
    *_, found = article_of(words).facts(quantities).all
    assert found.difference is difference


@pytest.mark.parametrize(
    "words",
    ["5-", "5 to ", "6 feet 2 inches and ", "5 km (about ", "5 km north ", "a mile of ", "5' ", '5" ', "5C (41F) "],
)
def test_rows_without_end_break_nothing(words: str) -> None:
    article_of(words * 1500).facts(quantities)
