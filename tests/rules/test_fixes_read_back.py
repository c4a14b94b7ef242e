"""Fixes that write figures and dates: each changes something, reads as copy does, and leaves its rule content."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import PositionMap, Source, Span, read
from copydesk.article.edits import apply
from copydesk.facts.days import WEEKDAYS, days_in
from copydesk.rules import Finding, Fix, Rule
from copydesk.rules.loading import installed_rules
from copydesk.text import analysis_of
from copydesk.text.tables import table
from copydesk.text.units import british, known, unit_named

PACKS = ("Numbers", "Units", "Dates", "Headline")
# What no paper prints: powers of ten, zeros to so many places, a wrong ending, a letter run into a sign of money.
ABSURD = re.compile(
    r"\d[eE][+-]?\d|(?<![\d.,])0\.0+(?![\d])|(?<![\d.,-])0\d(?!\s[A-Z])|\d{16}|\d\.\d{7}|-0(?![.\d])|[a-z][$£€¥]\d"
    r"|(?<!1)[123]th\b|(?:[04-9]|1\d)(?:st|nd|rd)\b|1(?:nd|rd)\b|2(?:st|rd)\b|3(?:st|nd)\b"
)


@cache
def rules() -> list[Rule]:
    found, _ = installed_rules(lambda name: name.partition(".")[0] in PACKS)
    return [rule() for rule in found if rule.name not in ("Headline.Case", "Headline.Length")]


def complaints(text: str, name: str = "a.txt") -> list[str]:
    """What is wrong with the fixes that all rules offer for a text."""
    article = read(Source.from_text(text, name))
    return [
        f"{rule.name} {finding.message} {fix.title}: {wrong}"
        for rule in rules()
        for finding in rule.check(article)
        for fix in finding.fixes
        if not fix.everywhere and (wrong := _wrong_with(text, rule, finding, fix, name))
    ]


def _wrong_with(text: str, rule: Rule, finding: Finding, fix: Fix, name: str) -> str:
    after = apply(text, fix.edits)
    if after == text:
        return "changes nothing"
    by = PositionMap(fix.edits, len(text))
    new = [Span(by.position(edit.start), by.position(edit.end, after=True)) for edit in fix.edits]
    start, end = max(0, new[0].start - 1), new[-1].end + 4
    if ABSURD.search(after, start, end) and not ABSURD.search(text, finding.span.start, finding.span.end + 4):
        return f"absurd: {after[start:end]}"
    for again in rule.check(read(Source.from_text(after, name))):
        if any(again.span.overlaps(span) for span in new):
            return f"not content: {after[start:end]}: {again.message} {[fix.title for fix in again.fixes]}"
    return ""


def written(value: float, style: str) -> str:
    """A value as some paper writes it."""
    if style == "scaled":
        for word, scale in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)):
            if value >= scale:
                return f"{value / scale:.3g} {word}" if value / scale < 1000 else f"{value / scale:.0f} {word}"
    if style == "plain" or value < 1000:
        text = f"{value:.9f}".rstrip("0").rstrip(".")
        return f"{value:.0f}" if value >= 1000 else text
    return f"{value:,.0f}"


MAGNITUDES = st.floats(-9, 15).map(lambda power: 10**power) | st.integers(0, 2000).map(float)
NUMBERS = st.builds(written, MAGNITUDES, st.sampled_from(["plain", "marked", "scaled"]))
SMALL = st.builds(written, st.integers(1, 3000).map(float) | st.floats(0.01, 999).map(lambda x: round(x, 2)),
                  st.sampled_from(["plain", "marked"]))  # fmt: skip
COUNTS = st.one_of(
    st.integers(1, 40).map(str), st.sampled_from("two three seven eleven nineteen thirty-two two\xa0million".split()),
    st.integers(1000, 99_999).map("{:,}".format), st.integers(1000, 99_999).map(str), SMALL,
)  # fmt: skip
KINDS = [
    "km|kilometers|miles|m|metres|feet|ft|inches|cm|mm|yards|nautical miles",
    "square km|square miles|sq km|acres|hectares|square feet",
    "kg|pounds|lb|tons|tonnes|ounces|grams|stone",
    "liters|litres|gallons|pints|barrels|cubic meters|cubic feet",
    "mph|km/h|kph|knots",
    "C|F|degrees Celsius|degrees Fahrenheit|°C|°F",
    "horsepower|kW",
    "psi|bar",
]
UNITS = st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(*[st.sampled_from(kind.split("|"))] * 2))
CURRENCIES = st.sampled_from(["$", "£", "€", "US$", "A$"])
SCALES = st.sampled_from(["m", "bn", " million", " billion", " mln", "-million", ""])
SUMS = st.builds("{}{}{}".format, CURRENCIES, SMALL, SCALES)
HEAD = "Council opens the new hall\n\n"


@given(NUMBERS, NUMBERS, UNITS, st.sampled_from(["()", "[]"]))
def test_units(first: str, second: str, units: tuple[str, str], brackets: str) -> None:
    (unit, other), (opened, closed) = units, brackets
    both = f"{first} {unit} {opened}{second} {other}{closed}"
    body = f"The road is 20 km {opened}12 miles{closed} long. It took {both} of it. "
    assert complaints(f"{HEAD}{body}The wall at its end, of {second} {unit}, is {first} {other} from here.\n") == []


@given(st.lists(COUNTS, min_size=4, max_size=4), st.lists(SUMS, min_size=4, max_size=4))
def test_sums(counts: list[str], sums: list[str]) -> None:
    one, two, three, total = counts
    a, b, c, whole = sums
    body = (
        f"The boat carried {total} people: {one} men, {two} women and {three} children.\n\n"
        f"{total.capitalize()} people were aboard, {one} of them in Leeds and {two} in Hull.\n\n"
        f"The fund paid out {a}, {b} and {c}, a total of {whole}.\n\n"
        f"The deal of {whole} includes {a} from the county.\n\n"
        f"The mayor won {one} per cent of the vote, with {two} per cent for Smith and {three} per cent for Jones.\n"
    )
    assert complaints(HEAD + body) == []


@given(NUMBERS, NUMBERS, SMALL, st.sampled_from(["%", " per cent", " percent", "-percent"]), SUMS, SUMS)
def test_percentages(before: str, after: str, share: str, percent: str, one: str, other: str) -> None:
    body = (
        f"Membership rose {share}{percent}, from {before} to {after}, in a year.\n\n"
        f"The index fell {before} points, or {share}{percent}, to close at {after}.\n\n"
        f"Profit jumped {share}{percent} to {one} for the three months to May, from {other}.\n\n"
        f"Unemployment rose from {share}{percent} to {before}{percent}, an increase of {after}{percent}.\n\n"
        f"They hold {share}{percent} of seats - {before} out of {after} - in the chamber.\n"
    )
    assert complaints(HEAD + body) == []


AMOUNTS = st.lists(st.tuples(SMALL, st.sampled_from(["sign", "word"]), SCALES), min_size=4, max_size=6)
MONEY = st.sampled_from([("$", "dollar"), ("£", "pound"), ("€", "euro"), ("¥", "yen")])


@given(AMOUNTS, MONEY, st.sampled_from(["", "a ", "about ", "some "]))
def test_money(amounts: list[tuple[str, str, str]], currency: tuple[str, str], before: str) -> None:
    sign, word = currency
    plural = word if word == "yen" else f"{word}s"
    said = [
        f"{before}{sign}{number}{scale}" if way == "sign" else f"{before}{number}{scale} {plural}"
        for number, way, scale in amounts
    ]
    body = f"The port cost {said[0]}, the road {said[1]}, the pier {said[2]} and the mill {', or '.join(said[3:])}.\n"
    rates = ", ".join(f"${amount}m (£{other}m)" for (amount, *_), (other, *_) in pairwise(amounts))
    assert complaints(f"{HEAD}{body}\nThey took {rates} in all.\n") == []


# What is beside an amount, where a bracket would part what belongs together: every unit in every notation, and
# amounts in two units.
TABLE = [unit for unit in known() if unit.origin == "usual" and unit.meanings and unit.kind != "temperature"]
PAIRS = [(one, small, parts) for one, of in table("units")["together"].items() for small, parts in of.items()]


@st.composite
def simple(draw: st.DrawFn) -> str:
    """An amount in any unit of the table, in any notation."""
    unit, amount = draw(st.sampled_from(TABLE)), draw(st.sampled_from("2 7 12 40 150 1,200 3.5 0.4 3½ six".split()))
    word = draw(st.sampled_from(("short", "singular", "plural", "british")))
    if word == "short":
        return f"{amount}{draw(st.sampled_from(('', ' ', '-')))}{unit.short}"
    if word == "singular":
        return f"{amount}-{unit.singular.replace(' ', '-')}{draw(st.sampled_from(('', '-long', '-plus')))}"
    amount += draw(st.sampled_from(("", "", " to 99", " million")))
    return f"{amount} {unit.plural if word == 'plural' else british(unit.plural)}"


@st.composite
def compounds(draw: st.DrawFn) -> str:
    """An amount in two units that belong together, in any notation."""
    large, small, parts = draw(st.sampled_from(PAIRS))
    first, second = unit_named(large), unit_named(small)
    one, two = draw(st.integers(2, 30)), draw(st.integers(1, parts - 1))
    way = draw(st.sampled_from(("long", "and", "comma", "modifier", "short", "spaced", "hyphened")))
    if way == "modifier":
        return f"{one}-{first.singular.replace(' ', '-')}-{two}-{second.singular.replace(' ', '-')}"
    if way in ("short", "spaced", "hyphened"):
        gap, link = " " if way == "spaced" else "", "-" if way == "hyphened" else " "
        return f"{one}{gap}{first.short}{link}{two}{gap}{second.short}"
    link = {"long": " ", "and": " and ", "comma": ", "}[way]
    return f"{one} {first.plural}{link}{two} {second.plural}"


BESIDE = simple() | compounds() | st.sampled_from(
    "5-foot-9|11 stone 4|6' 2½\"|12-by-15-foot|93 million miles|180C (160C "
    "fan)|2C|1.5C|20 degrees Celsius|40-degree|5°F"
    "|6 feet 2 inches|9st 3lb".split("|")
)  # fmt: skip
AROUND = st.sampled_from(
    "It was the {}, they said.|The {} man was there.|A limit of {} was set.|Some {} of it.".split("|")
)
EXAMPLES = st.sampled_from(
    ["3 miles (4.8km)", "3 miles (4.8 km)", "10 kg (22 lb)", "6ft (1.8m)", "20C (68F)", "60 meters (197 feet)"]
)


@given(BESIDE, BESIDE, EXAMPLES, EXAMPLES, AROUND, AROUND)
def test_conversions_put_into_copy_with_more_beside_them(
    one: str, two: str, first: str, second: str, here: str, there: str
) -> None:
    text = f"{HEAD}It had {first} and {second} of it. {here.format(one)} {there.format(two)}\n"
    assert complaints(text) == []
    (rule,) = (rule for rule in rules() if rule.name == "Units.MissingConversion")
    found = [finding.fixes[0] for finding in rule.check(read(Source.from_text(text, "a.txt"))) if finding.fixes]
    after = apply(text, [edit for fix in found for edit in fix.edits])
    assert not re.search(r"\(\S[^()]*\)-|\([^()]*\(|illion[a-z]|\d(?:kilo|meter|gram)", after), after
    others = [each for each in rules() if each.name.startswith("Units.") and each.name != rule.name]
    said, before = (
        [finding.message for each in others for finding in each.check(read(Source.from_text(copy, "a.txt")))]
        for copy in (after, text)
    )
    assert len(said) <= len(before), (after, said)


@given(COUNTS, COUNTS, SUMS, SUMS, st.sampled_from(["killed", "captured"]))
def test_headlines_and_what_is_said_twice(one: str, other: str, cost: str, price: str, verb: str) -> None:
    text = (
        f"Army says {one} villages {verb} for {cost}\n\nTroops {verb} {other} villages in the Kursk region, the army "
        f"said, at a cost of {price}.\n\nThe Kursk office of the army said the {one} villages {verb} in the region "
        f"cost {cost} for the army.\n"
    )
    assert complaints(text) == []


DEAD = st.integers(0, 2_000_000).map(str) | COUNTS | NUMBERS
COSTS = SUMS | st.builds("{}{}".format, st.sampled_from("$£"), NUMBERS)


@given(
    DEAD,
    DEAD,
    COSTS,
    COSTS,
    st.sampled_from(["Fire kills {0}, costs {1}", "{0} dead in fire", "Fire costs {1} in all"]),
)
def test_headlines(one: str, other: str, cost: str, price: str, form: str) -> None:
    headline = form.format(one.capitalize() if form.startswith("{") else one, cost)
    assert complaints(f"{headline}\n\nThe fire killed {other} people, police said. It cost {price} in all.\n") == []


DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
FORMS = st.sampled_from(
    ["{d} {m} {y}", "{m} {d}, {y}", "{d}{o} {m} {y}", "{m} {d}{o}, {y}", "{d}{o} of {m} {y}", "{m} {d}", "{d}{o} {m}",
     "{s}. {d}, {y}", "{y}-{mm:02}-{d:02}", "0{d} {m} {y}"]
)  # fmt: skip


def in_form(day: date, form: str, number: int = 0) -> str:
    number = number or day.day
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    if form.startswith("0") and number > 9:
        form = form[1:]
    month = f"{day:%B}"
    return form.format(d=number, m=month, s=month[:3], y=day.year, o=ending, mm=day.month)


@given(
    DAYS,
    st.integers(0, 6),
    FORMS,
    st.integers(29, 31),
    st.sampled_from(["{w}, {d}", "on {d}, a {w}", "{w} {d}", "{w} ({d})"]),
)
def test_weekdays_and_days_that_there_are_not(day: date, weekday: int, form: str, last: int, both: str) -> None:
    said = both.format(w=WEEKDAYS[weekday], d=in_form(day, form))
    opening = f"{day + timedelta(days=40):%B %d, %Y}".replace(" 0", " ")
    body = f"The fair opens {said}. It is to end on {in_form(day, form, last)} in the hall."
    assert complaints(f"{HEAD}{opening}\n\n{body}\n") == []


YEARS = st.integers(1900, 2030)
OCCASIONS = st.sampled_from(
    "two|three|eleven|forty|a hundred|12|37|centenary|fortieth anniversary|21st birthday|32nd anniversary|103rd year"
    "|11th year".split("|")
)


@given(YEARS, YEARS, st.integers(1, 120), OCCASIONS, st.sampled_from(["years", "decades", "-year"]))
def test_years(first: int, last: int, age: int, count: str, unit: str) -> None:
    joint = "" if unit.startswith("-") else " "
    body = (
        f"He was mayor for {count}{joint}{unit}, from {first} to {last}.\n\nIt ran for {age} years from {first} to "
        f"{last}.\n\nThe club, founded in {first}, marks its {count} in {last}.\n\nShe was born in {first} and died "
        f"in {last} aged {age}.\n\nJane Doe, {age}, was born on 3 May {first}.\n\nThey met in {first} and, {count}"
        f"{joint}{unit} later, married in {last}.\n"
    )
    assert complaints(f"{HEAD}August 15, {last}\n\n{body}") == []


@pytest.mark.parametrize(
    ("body", "fixed"),
    [
        ("The fair opens on Tuesday, April 22nd, 2024, at noon.", "April 23rd, 2024"),
        ("The fair opens on Sunday, 2024-04-22, at noon.", "2024-04-21"),
        ("The deadline is Monday, 2031-06-31, they said.", "2031-06-30"),
        ("She led the choir for four decades, from 1990 to 2010.", "two decades"),
        ("Growth rose from 5 percent to 7 percent, a 2-percent rise.", "2-percentage-point rise"),
        ("The fund paid out £7m, £6.5m and £2m, a total of £12m.", "a total of £15.5m"),
        ("The city is 12 kilometers away, then 1 km off, 30 kilometers and 45 kilometers.", "then 1 kilometer off"),
        ("It is 1 kilometre away, then 5 km, 1 kilometre more and 1 kilometre back.", "then 5 kilometres, 1"),
        ("It cost 5 dollars, 7 dollars, 9 dollars and 3 dollars, or $1 at night.", "or 1 dollar at"),
        ("The banks lost £3bn, £4bn, £2bn and £5bn, and the insurers 7 billion pounds.", "insurers £7bn"),
        ("The boat carried two million coins: two million of gold and three million of tin.", "five million coins"),
    ],
)
def test_the_style_of_the_copy_is_kept(body: str, fixed: str) -> None:
    text = f"{HEAD}{body}\n"
    article = read(Source.from_text(text, "a.txt"))
    fixes = [apply(text, fix.edits) for rule in rules() for finding in rule.check(article) for fix in finding.fixes]
    assert any(fixed in after for after in fixes), fixes


@given(DAYS, FORMS)
def test_the_forms_above_read_back(day: date, form: str) -> None:
    (one,) = days_in(analysis_of(in_form(day, form).replace("May.", "May")))
    assert one.date is not None
    found = one.date
    assert (found.month, found.day, found.year) in ((day.month, day.day, day.year), (day.month, day.day, 0))


@pytest.mark.parametrize(
    "body",
    [
        "Five people were aboard, 12 of them in Leeds. The boat carried 5 people: one man.",
        "He was mayor for 5 years, from 2008 to 2009.",
        "She led the choir for four decades, from 1990 to 2000.",
    ],
)
def test_one_is_not_put_before_a_plural(body: str) -> None:
    article = read(Source.from_text(f"{HEAD}{body}\n", "a.txt"))
    fixes = [fix.edits[0].text for rule in rules() for finding in rule.check(article) for fix in finding.fixes]
    assert not {"1", "one"} & set(fixes)
