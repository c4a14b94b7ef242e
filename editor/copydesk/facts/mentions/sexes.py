"""Which pronoun a given name points to: “she”, “he”, or neither. Never proof, and only asked where nothing better is.

`tools/build_given_names.py` makes the list and says where it comes from.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from copydesk.facts.gazetteer import fold

PATH = Path(__file__).parent / "data" / "given_names.txt"

Sex = Literal["she", "he", ""]


def likely(given_name: str) -> Sex:
    """Return the pronoun of nearly everybody with a given name; empty where the list has it not, or for both."""
    key = fold(given_name)
    return next((sex for sex, names in _names().items() if key in names), "")


@cache
def _names() -> dict[Sex, frozenset[str]]:
    rows = [line.partition(": ") for line in PATH.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    found = {key: frozenset(names.split()) for key, _, names in rows}
    return {"she": found["she"], "he": found["he"]}
