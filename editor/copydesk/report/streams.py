"""Writing JSON piece by piece, so that of a million findings only one at a time is data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TextIO

import msgspec

from copydesk.report.visible import harmless_json

# JSON may hold these as they are, but a terminal that is shown the report would obey them.
_OBEYED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_ENCODER = msgspec.json.Encoder()


def encoded(item: Any, *, indent: int | None = None) -> str:
    """Return JSON text; `indent` lays it out, -1 with blanks on one line, None with none."""
    raw = _ENCODER.encode(item)
    text = (raw if indent is None else msgspec.json.format(raw, indent=indent)).decode("utf-8")
    return harmless_json(_OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def write_list(items: Iterable[Any], out: TextIO, *, margin: str = "", indent: int = 1) -> None:
    """Write a JSON array, each item on lines of its own one column right of `margin`.

    `indent` is that of the lines within an item; -1 puts an item on one line.
    """
    separator, inner = "[\n", "\n " + margin
    for item in items:
        # A line end within a JSON string is escaped, so every real one is layout.
        out.write(separator + inner[1:] + encoded(item, indent=indent).replace("\n", inner))
        separator = ",\n"
    out.write("[]" if separator == "[\n" else f"\n{margin}]")
