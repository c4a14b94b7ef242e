"""The word lists of `lexicon/*.toml`, as they are written there."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("lexicon")


@cache
def table(name: str) -> dict[str, Any]:
    """Return what the file `lexicon/NAME.toml` holds. Raises FileNotFoundError if there is none."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
