"""Days by the calendar, and silence where the article has no date."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Source, read
from copydesk.rules import Finding, Rule
from copydesk_rules.dates.age import Age
from copydesk_rules.dates.ambiguous import Ambiguous
from copydesk_rules.dates.conflict import Conflict
from copydesk_rules.dates.elapsed import Elapsed
from copydesk_rules.dates.impossible import Impossible
from copydesk_rules.dates.order import Order
from copydesk_rules.dates.weekday_mismatch import WeekdayMismatch

DATED = "August 16, 2024\n\n"


def found_by(rule: Rule, body: str, headline: str = "A headline") -> list[Finding]:
    return list(rule.check(read(Source.from_text(f"{headline}\n\n{body}\n", "a.txt"))))


@given(st.dates(date(1900, 1, 1), date(2050, 12, 31)), st.booleans())
def test_a_right_weekday_is_left_alone(day: date, american: bool) -> None:
    words = f"{day:%A, %B} {day.day}, {day.year}" if american else f"{day:%A} {day.day} {day:%B} {day.year}"
    assert found_by(WeekdayMismatch(), f"They met on {words} in the hall.") == []


@given(st.dates(date(1900, 1, 1), date(2050, 12, 31)), st.integers(1, 6))
def test_a_wrong_weekday_is_found(day: date, off: int) -> None:
    wrong = f"{day + timedelta(days=off):%A}"
    (finding,) = found_by(WeekdayMismatch(), f"They met on {wrong}, {day.day} {day:%B} {day.year}, in the hall.")
    assert finding.fixes[0].edits[0].text == f"{day:%A}"


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        (WeekdayMismatch(), "The fair opens on Friday, Aug. 24."),
        (Elapsed(), "Crowds marked the 25th anniversary of the 2003 invasion."),
        (Age(), "Smith was born in 1960. Smith, 70, retired."),
        (Order(), "He was arrested on Tuesday and charged on Monday."),
        (Conflict(), "The house rose yesterday, Wednesday, after a debate."),
    ],
)
def test_the_date_of_the_article_is_needed(rule: Rule, body: str) -> None:
    assert found_by(rule, body) == []
    assert len(found_by(rule, DATED + body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Smith, 70, and his wife Ann, who was born in 1960, have three sons.",
        "Smith was born in 1960. His father, John Smith, 92, is a farmer.",
        "Smith was born in 1960. At 19 he left home.",
    ],
)
def test_ages_of_others_and_of_long_ago(body: str) -> None:
    assert found_by(Age(), DATED + body) == []


def test_an_age_in_an_obituarys_headline() -> None:
    body = f"{DATED}The singer died on Monday. Day was born in Cincinnati in 1922."
    assert [found_by(Age(), body, f"Doris Day dies at {age}") == [] for age in (101, 102, 97)] == [True, True, False]


@pytest.mark.parametrize(
    "body",
    [
        "He had run it for 26 years, since 1960, when it closed in 1986.",
        "In 1986 he had run it for 26 years, since 1960.",
        "It has won for three years since 2010.",
    ],
)
def test_a_count_since_a_year_may_be_until_another(body: str) -> None:
    assert found_by(Elapsed(), DATED + body) == []


def test_a_target_may_move_to_an_earlier_year() -> None:
    assert found_by(Order(), "The deadline was moved from 2029 to 2021.") == []


def test_a_date_in_figures_goes_by_the_articles_language() -> None:
    text = Source.from_text("---\nlang: en-GB\n---\n\n# A headline\n\nThe law takes effect on 03/04/2024.\n", "a.md")
    (finding,) = Ambiguous().check(read(text))
    assert finding.fixes[0].title == "Change to “3 April 2024”"


@pytest.mark.parametrize(("language", "found"), [("en-US", ["last Friday"]), ("en-GB", []), ("en-AU", [])])
def test_last_friday_is_american_style(language: str, found: list[str]) -> None:
    text = "A headline\n\nTalks broke down last Friday. They met again on Monday.\n"
    article = read(Source.from_text(text, "a.txt"), language=language)
    assert [article.words_at(finding.span) for finding in Ambiguous().check(article)] == found


def test_a_date_in_figures_is_offered_in_the_articles_own_english_first() -> None:
    text = "A headline\n\nThe law took effect on 03/04/95.\n"
    for language, first in (("en-US", "March 4, 1995"), ("en-GB", "3 April 1995")):
        (finding,) = Ambiguous().check(read(Source.from_text(text, "a.txt"), language=language))
        assert finding.fixes[0].title == f"Change to “{first}”"
        assert language in finding.evidence


@given(st.dates(date(1900, 1, 1), date(2050, 12, 31)), st.integers(12, 99), st.booleans())
def test_a_day_without_a_year_takes_the_nearest_to_the_dated_one(begin: date, days: int, first: bool) -> None:
    end = begin + timedelta(days=days)
    full, bare = (f"{day.day} {day:%B}" + f" {day.year}" * dated for day, dated in ((end, first), (begin, not first)))
    assert found_by(Conflict(), f"The minister quit on {full}, {days} days after he took office on {bare}.") == []
    assert found_by(Conflict(), f"He was elected on {bare} and sworn in {days} days later, on {full}.") == []
    if begin.month != 2 or begin.day != 29:
        wrong = found_by(Conflict(), f"The minister quit on {full}, {days - 1} days after he took office on {bare}.")
        assert all(f"{days} days" in finding.message for finding in wrong)


@pytest.mark.parametrize(
    "words",
    [
        "The deal was signed on 2 January, three days after talks on 30 December.",
        "She left on 2 March, four days after talks on 27 February.",
        "He was elected on 5 May 2024 and sworn in three days later, on 2 May.",
    ],
)
def test_silence_where_the_year_cannot_be_told(words: str) -> None:
    assert found_by(Conflict(), words) == []


def test_two_days_without_a_year_are_in_the_same_winter() -> None:
    wrong = found_by(Conflict(), "The deal was signed on 2 January, nine days after talks on 30 December.")
    assert [finding.message for finding in wrong] == ["From 30 December to 2 January is three days."]


@pytest.mark.parametrize(
    ("words", "fixes"),
    [
        ("30 February", []),
        ("30 February 2024", []),
        ("Friday, 30 February 2024", []),
        ("Thursday, 30 February 2024", ["29 February 2024"]),
        ("Sunday, April 31st, 2024", ["April 21st, 2024"]),
        ("Friday, 31 June", []),
    ],
)
def test_a_date_that_no_calendar_has_is_mended_only_by_its_weekday(words: str, fixes: list[str]) -> None:
    (finding,) = found_by(Impossible(), f"They met on {words}, in the hall.")
    assert [fix.title for fix in finding.fixes] == [f"Change to “{fix}”" for fix in fixes]


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_what_is_offered_for_an_impossible_date_falls_on_its_weekday(day: date) -> None:
    for finding in found_by(Impossible(), f"They met on {day:%A}, 31 {day:%B} {day.year}, in the hall."):
        assert len(finding.fixes) < 2
        for fix in finding.fixes:
            new = datetime.strptime(fix.title, "Change to “%d %B %Y”").date()
            assert (new.month, new.year, new.weekday()) == (day.month, day.year, day.weekday())


@pytest.mark.parametrize(
    ("body", "language", "fixes"),
    [
        ("It opens on 03/04/2024.", "en-US", ["March 4, 2024", "3 April 2024"]),
        ("It opens on 03/04/2024.", "en-IE", ["3 April 2024", "March 4, 2024"]),
        ("It opens on 03/04/2024.", "en", None),
        ("It opens on 03/04/2024.", "en-CA", None),
        ("It opens on 03/04/2024, and shuts on 25/04/2024.", "en-US", ["3 April 2024"]),
        ("It opens on 03/04/2024, and shuts on 04/25/2024.", "en-GB", ["March 4, 2024"]),
        ("It opens on Wednesday, 03/04/2024.", "en-US", ["3 April 2024"]),
        ("It opens on 03/04/2024, and shuts on 25/04/2024 or 04/25/2024.", "en-US", None),
    ],
)
def test_what_the_article_shows_decides_a_date_in_figures(body: str, language: str, fixes: list[str] | None) -> None:
    article = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"), language=language)
    found = [[fix.title for fix in finding.fixes] for finding in Ambiguous().check(article)]
    assert found == ([] if fixes is None else [[f"Change to “{fix}”" for fix in fixes]])
