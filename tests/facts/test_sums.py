"""Totals and their parts."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk.facts import sums


@pytest.mark.parametrize(
    ("body", "total", "parts", "ones", "relation"),
    [
        ("The boat held 12 people: five men and six women.", 12, [5, 6], 0, "equals"),
        ("Police held eight people—four men and four women aged 22 to 84.", 8, [4, 4], 0, "equals"),
        ("They have three children: two sons and a daughter.", 3, [2], 1, "equals"),
        ("The 12-member panel has five men and six women.", 12, [5, 6], 0, "equals"),
        ("For three of those 21 it failed; the other 18 were well.", 21, [3, 18], 0, "equals"),
        ("Wheat 39.9, barley 48.7, total 88.6.", 88.6, [39.9, 48.7], 0, "equals"),
        ("At least seven, including four children, died.", 7, [4], 0, "at most"),
        ("The crash killed 21 people, 14 of them Australians.", 21, [14], 0, "at most"),
        ("It sold 25 million, 10 million of which were red.", 25e6, [10e6], 0, "at most"),
        ("He won 36 of his 50 matches.", 50, [36], 0, "at most"),
        ("He pleaded guilty to 29 out of 30 charges.", 30, [29], 0, "at most"),
        ("It won 25 of the 90 seats but most of the other eight will not join.", 90, [25], 0, "at most"),
        ("The jury of seven men and six women, 12 in all, retired.", 12, [7, 6], 0, "equals"),
        ("It left 13 dead, five of them in Leeds and eight in Hull.", 13, [5, 8], 0, "at most"),
        ("Three officials, including two diplomats, agreed.", 3, [2], 0, "at most"),
        ("It has $395 in shares out of an estimated total of $608.", 608, [395], 0, "at most"),
    ],
)
def test_totals(body: str, total: float, parts: list[float], ones: int, relation: str) -> None:
    (found,) = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt")).facts(sums)
    assert found.total is not None
    assert (found.total.value, [part.value for part in found.parts]) == (total, parts)
    assert (found.ones, found.relation) == (ones, relation)


@pytest.mark.parametrize(
    "body",
    [
        "The dead were five children, four women and five men.",
        "Bombs hit 10 villages, including 300 houses.",
        "It takes 600,000 tonnes of grapes out of production over the next two years.",
        "He reached 3 percent in two polls, of which four are needed.",
        "Twelve people, five men and six women among them, were held.",
        "They want samples from one man and from 50 of them.",
        "The wave hit all three boats and threw all 14 of them into the river.",
    ],
)
def test_what_is_no_sum(body: str) -> None:
    assert read(Source.from_text(f"A headline\n\n{body}\n", "a.txt")).facts(sums) == ()
