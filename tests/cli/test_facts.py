"""`copydesk facts`: the list of people, organisations and places, for a person and for a machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from copydesk.errors import CopydeskError

Run = Callable[..., Result]
TEXT = """\
The vote on the harbour is put off

Maria Okoro, 34, a teacher from Leeds, left the Royal Harbour Trust (RHT) on Tuesday.

Ms Okoro said the trust knew. She will stay in the city.
"""
LIST = """\
People
  Maria Okoro (she, 34)
    teacher from Leeds 3:18
    Maria Okoro 3:1; Ms Okoro 5:1
    also she 5:31

Organisations
  Royal Harbour Trust (RHT)
    Royal Harbour Trust 3:49; RHT 3:70
    also the trust 5:15

Places
  Leeds (GB)
    Leeds 3:33
    also the city 5:48

"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_list_for_a_person(run: Run, article: Path) -> None:
    assert run("facts", article).stdout == LIST


def test_the_list_for_a_machine(run: Run, article: Path) -> None:
    found = json.loads(run("facts", article, "--format", "json").stdout)
    (okoro,) = found["people"]
    assert (okoro["surname"], okoro["given"], okoro["pronoun"]) == ("Okoro", ["Maria"], "she")
    first = okoro["mentions"][0]
    assert TEXT[slice(*first["span"])] == "Maria Okoro"
    assert (first["form"], first["age"]["years"], first["roles"][0]["head"]) == ("full", 34, "teacher")
    assert found["organisations"][0]["acronym"] == "RHT"


def test_an_article_without_any_lists_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Rain is likely\n\nit will rain.\n")
    assert run("facts", tmp_path / "b.txt").stdout == ""


def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match=r"c\.txt"):
        run("facts", tmp_path / "c.txt")
