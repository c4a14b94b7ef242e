"""What a figure counts, whose it is, when and in which role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import PartCache, Source, read
from copydesk.facts import figures
from copydesk.facts.figures import Figure
from copydesk.facts.figures.reading import figures_of as read_figures
from copydesk.text import Analysis, tokens_of


def figures_of(words: str) -> list[Figure]:
    article = read(Source.from_text(f"A headline\n\n{words}\n", "a.txt"))
    return list(article.facts(figures).all)


@pytest.mark.parametrize(
    ("words", "nouns"),
    [
        ("Twelve elderly residents were hurt.", ["resident"]),
        ("Twelve residents were hurt, three died.", ["resident", "resident"]),
        ("A six-member panel met.", ["panel"]),
        ("The council passed a £3m road budget.", ["budget"]),
        ("Profit rose to £4.2 million.", ["profit"]),
        ("They have a budget of about £3m.", ["budget"]),
        ("About 40 per cent of pupils walk.", ["pupil"]),
        ("Three of the injured men went home.", ["man"]),
        ("Four of the mayor's children came.", ["child"]),
        ("Unemployment fell to 4 per cent.", ["unemployment"]),
        ("A 12 per cent rise in profits was reported.", ["profit"]),
        ("The council spent £4m.", [""]),
        ("They walked 80 km (50 miles).", ["", ""]),
        ("The firm cut its dividend by 12 per cent.", ["dividend"]),
    ],
)
def test_the_noun(words: str, nouns: list[str]) -> None:
    assert [figure.noun for figure in figures_of(words)] == nouns


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Profit at Harrow Mills rose 12 per cent.", "Harrow Mills"),
        ("Harrow Mills' profit was £4m.", "Harrow Mills"),
        ("The city's budget is £4m.", "city"),
        ("The council spent £4m.", "council"),
        ("Harrow Mills employs 340 people.", "Harrow Mills"),
        ("The new bridge, which cost £4m, opened.", "new bridge"),
        ("HP reported revenue of $27.6 billion.", "HP"),
    ],
)
def test_the_owner(words: str, owner: str) -> None:
    (figure,) = figures_of(words)
    assert figure.owner == owner


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("Profit was £4m last year.", ["last year"]),
        ("In 2023 it made £4m, and £5m in 2024.", ["2023", "2024"]),
        ("Profit rose to £4m from £3m a year earlier.", ["", "a year earlier"]),
        ("It sold 40 cars.", [""]),
    ],
)
def test_the_time(words: str, times: list[str]) -> None:
    assert [figure.time for figure in figures_of(words)] == times


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("Profit rose 12% to £4m from £3.6m.", ["by", "to", "from"]),
        ("Three of the 12 men were freed.", ["share", "whole"]),
        ("Three of the 12 men were freed; the remaining nine are held.", ["part", "total", "rest"]),
        ("He pays £720 a tonne for sugar.", ["rate"]),
        ("A jury of seven women and five men was sworn in.", ["part", "part"]),
        ("She won by 312 votes.", ["margin"]),
        ("Tickets cost £12 each.", ["rate"]),
        ("He earns £12 an hour.", ["rate"]),
        ("About 40 per cent of pupils walk.", ["share"]),
        ("It ships 3,000 to 4,000 wafers.", ["plain", "plain"]),
        ("They walked to the two schools.", ["plain"]),
        ("The average price was £4.", ["average"]),
        ("There is a cap of £50.", ["limit"]),
        ("A total of 30 people, including 12 children, died.", ["total", "part"]),
        ("It cost £14m: £9m for roads and £6m for schools.", ["total", "part", "part"]),
        ("Eleven people were hurt. Four were passengers and seven were on foot.", ["total", "part", "part"]),
        ("They sent 12 men and 14 women.", ["plain", "plain"]),
    ],
)
def test_the_role(words: str, roles: list[str]) -> None:
    assert [figure.role for figure in figures_of(words)] == roles


@pytest.mark.parametrize(
    "words",
    [
        "It stopped at Level 3.",
        "Flight 370 vanished.",
        "Ana Silva, 34, resigned.",
        "He was 86.",
        "It happened on August 27.",
        "She is the one.",
        "At the age of 12 she left.",
        "The iPhone 5S is old.",
        "It was a bit cold for a day.",
        "It began in 2004.",
    ],
)
def test_what_is_no_figure(words: str) -> None:
    assert figures_of(words) == []


_PIECES = (
    "Harrow Mills said profit rose 12 per cent to £4.2 million. ",
    "It employs 340 people in Leeds, 60 of them nurses.\n\n",
    "The company's budget of £3m was cut by a third.\n\n",
    "Three of the 12 men were freed; the remaining nine are held. ",
    "“We sold 40 cars,” said Ana Silva, 34. ",
    "She won by 312 votes, ",
    "(50 miles) 80 km, ",
    "12, 13 and ",
    "\n\n",
)


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12), st.data())
def test_after_any_edit_the_facts_are_those_of_a_fresh_reading(pieces: list[str], data: st.DataObject) -> None:
    text, cache = "A headline\n\n" + "".join(pieces), PartCache()
    for _ in range(3):
        at = data.draw(st.integers(0, len(text)))
        end = min(len(text), at + data.draw(st.integers(0, 40)))
        text = text[:at] + data.draw(st.sampled_from(_PIECES)) + text[end:]
        fresh = read(Source.from_text(text, "a.txt"))
        known = replace(fresh, cache=cache)
        assert known.facts(figures).all == fresh.facts(figures).all
        assert known.facts(figures).alike == fresh.facts(figures).alike
        for figure in fresh.facts(figures).all:
            assert 0 <= figure.span.start <= figure.number.span.start < figure.number.span.end <= len(text)


def test_owners_have_the_name_that_the_article_has_for_them() -> None:
    profit, people, pay = figures_of(
        "Harrow Mills plc reported a profit of £4m. The company employs 340 people. It pays them £12 an hour."
    )
    assert {profit.owner, people.owner, pay.owner} == {"Harrow Mills"}


def test_figures_are_filed_by_what_they_are_of() -> None:
    article = read(
        Source.from_text("A headline\n\nProfit was £4m in 2023. Sales were £9m.\n\nProfit is £5m.\n", "a.txt")
    )
    filed = article.facts(figures).alike
    assert [figure.value for figure in filed["money", "£", "profit"]] == [4_000_000, 5_000_000]


@pytest.mark.parametrize(
    "piece",
    ["12, ", "12 men and ", "They sold 12 in 2004. ", "it sold 12 in 2004, ", "“12” said ", "12 of them, ",
     "from 3 to £4 ", "The 12 of the 40 in May rose 5 per cent, "],
)  # fmt: skip
def test_work_grows_with_the_words(piece: str, calls: Callable[[Callable[[], object]], int]) -> None:
    few, many = (calls(lambda size=size: list(read_figures(Analysis(tokens_of(piece * size))))) for size in (40, 320))
    assert many < 11 * few
