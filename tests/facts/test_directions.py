"""Which way things went."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk.facts import directions
from copydesk.facts.directions import Direction


def directions_of(body: str, headline: str = "A headline") -> list[Direction]:
    return list(read(Source.from_text(f"{headline}\n\n{body}\n", "a.txt")).facts(directions))


@pytest.mark.parametrize(
    ("body", "head", "up"),
    [
        ("Deaths fell from 11 to four.", "death", False),
        ("Cases of sepsis came down from 64 to 40.", "case", False),
        ("Pre-tax profit at Harrow rose 12% to £4m.", "profit", True),
        ("Food prices have fallen for a third month.", "price", False),
        ("There was a sharp fall in house prices.", "price", False),
        ("Shares in Harrow closed up 9% at £3.", "share", True),
        ("The company raised its dividend.", "dividend", True),
        ("Wages were slashed by a tenth.", "wage", False),
    ],
)
def test_what_went_which_way(body: str, head: str, up: bool) -> None:
    (found,) = directions_of(body)
    assert (found.head, found.up) == (head, up)


def test_the_nouns_that_belong_to_it() -> None:
    (found,) = directions_of("Sales of bread at stores jumped.")
    assert {"sale", "bread", "store"} <= found.nouns


@pytest.mark.parametrize(
    "body",
    [
        "The rise of the cat.",
        "Prices could fall.",
        "The ship was sunk.",
        "Unemployment was not rising.",
        "If rents rise, tenants leave.",
    ],
)
def test_what_is_denied_or_to_come_says_no_way(body: str) -> None:
    assert directions_of(body) == []


@pytest.mark.parametrize(
    ("headline", "head", "up"),
    [
        ("Harrow Profit Slips", "profit", False),
        ("Beer sales down 4%", "sale", False),
        ("Rents rise again", "rent", True),
    ],
)
def test_headlines(headline: str, head: str, up: bool) -> None:
    (found,) = directions_of("Nothing else.", headline)
    assert (found.head, found.up) == (head, up)
