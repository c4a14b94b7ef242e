"""JSON Schemas of what copydesk writes for other programs, made from the very types that write it."""

from __future__ import annotations

from typing import Any

import msgspec


def schema_of(name: str) -> dict[str, Any]:
    """Return the JSON Schema of the format `json` (one object) or `jsonl` (one line of it)."""
    from copydesk.report.json import JsonReport
    from copydesk.report.jsonl import Line

    what, title = {
        "json": (JsonReport, "copydesk report"),
        "jsonl": (Line, "one line of a copydesk report in JSON Lines"),
    }[name]
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return schema | msgspec.json.schema(what)


def as_text(schema: dict[str, Any]) -> str:
    """Return a schema as text, laid out to be read and compared."""
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode("utf-8") + "\n"
