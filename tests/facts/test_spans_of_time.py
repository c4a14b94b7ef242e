"""Spans of years."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk.facts import spans_of_time


@pytest.mark.parametrize(
    ("body", "years", "ends", "counted"),
    [
        ("He served eight years as mayor, from 2008 to 2016.", 8, [2008, 2016], "years"),
        ("He ruled 1980–1987, then 1987–2017; for 37 years.", 37, [1980, 2017], "years"),
        ("They left in 2011 and came back three years later, in 2014.", 3, [2011, 2014], "years"),
        ("It closed in 1998, 25 years ago.", 25, [1998], "ago"),
        ("The club, founded in 1987, marks its 37th anniversary in 2024.", 37, [1987, 2024], "anniversary"),
        ("Crowds marked the 20th anniversary of the 2003 invasion.", 20, [2003], "anniversary"),
        ("Founded in 1987, it is in its 38th year.", 38, [1987], "ordinal year"),
    ],
)
def test_spans(body: str, years: int, ends: list[int], counted: str) -> None:
    found = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt")).facts(spans_of_time)
    (span,) = [one for one in found if one.years is not None]
    assert (span.years, [end.value for end in span.ends], span.counted) == (years, ends, counted)


@pytest.mark.parametrize(
    "body",
    [
        "The firm marks the 10th anniversary of its app; it was founded in 1987.",
        "The club, founded in 1987, is in its 10th year in the new hall.",
        "He was 20 years old in 1987.",
    ],
)
def test_years_that_are_counted_from_elsewhere(body: str) -> None:
    found = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt")).facts(spans_of_time)
    assert [one for one in found if one.years is not None] == []


def test_a_range_alone_has_no_number_of_years() -> None:
    (found,) = read(Source.from_text("A headline\n\nShe ran it from 2016 to 2008.\n", "a.txt")).facts(spans_of_time)
    assert (found.years, [end.value for end in found.ends]) == (None, [2016, 2008])
