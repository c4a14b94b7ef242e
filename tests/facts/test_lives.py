"""Births and ages."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk.facts import lives


@pytest.mark.parametrize(
    ("words", "born"),
    [
        ("Day was born Doris Kappelhoff in Cincinnati, Ohio, in 1922.", (1922, 0, 0)),
        ("Hagan was born on May 26, 1953 in Shelby.", (1953, 5, 26)),
        ("Jones, born 3 March 1960, left.", (1960, 3, 3)),
        ("Smith (born 1960) left.", (1960, 0, 0)),
    ],
)
def test_births(words: str, born: tuple[int, int, int]) -> None:
    (birth,) = read(Source.from_text(f"A headline\n\n{words}\n", "a.txt")).facts(lives).births
    assert (birth.year, birth.month, birth.day) == born


@pytest.mark.parametrize(
    ("words", "years", "at_death", "in_year"),
    [
        ("Smith, 70, left.", 70, False, 0),
        ("He died at the age of 97.", 97, True, 0),
        ("She died in 2020 aged 59.", 59, True, 2020),
        ("He turned 70 in 2024.", 70, False, 2024),
        ("The 97-year-old Doris Day sang.", 97, False, 0),
    ],
)
def test_ages(words: str, years: int, at_death: bool, in_year: int) -> None:
    text = f"A headline\n\n{words} Somebody was born in 1922.\n"
    (age,) = read(Source.from_text(text, "a.txt")).facts(lives).ages
    assert (age.years, age.at_death, age.in_year) == (years, at_death, in_year)


def test_no_ages_where_nobody_is_born() -> None:
    assert read(Source.from_text("A headline\n\nSmith, 70, left.\n", "a.txt")).facts(lives) == lives.Lives()
