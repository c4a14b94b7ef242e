"""Acronyms that everybody knows."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "acronyms.txt"


@cache
def well_known() -> frozenset[str]:
    """Return the acronyms that need no words for them: BBC, EU, UN."""
    lines = _DATA.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
