"""Write the table of the sample's findings into the README, from samples/sudzha.toml; --check only compares."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BEGIN, END = "<!-- sample: begin -->\n", "<!-- sample: end -->"


def table() -> str:
    """Return the table as Markdown, one row for each thing that must be found."""
    data = tomllib.loads((ROOT / "samples" / "sudzha.toml").read_text(encoding="utf-8"))
    rows: dict[tuple[str, str, str, str], list[str]] = {}
    for entry in data["required"]:
        key = (entry["words"], entry.get("fixed", ""), entry["why"], entry["rule"])
        rows.setdefault(key, []).append(str(entry["line"]))
    lines = ["| line | what stands there | suggestion | why | rule |", "| --- | --- | --- | --- | --- |"]
    for (words, fixed, why, rule), where in rows.items():
        lines.append(f"| {', '.join(dict.fromkeys(where))} | {words} | {fixed or '–'} | {why} | `{rule}` |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Rewrite the README, or exit 1 if it would change."""
    text = README.read_text(encoding="utf-8")
    fresh = re.sub(f"{BEGIN}.*?{END}", lambda _: BEGIN + table() + END, text, flags=re.DOTALL)
    if "--check" in sys.argv:
        sys.exit(fresh != text and "README.md: the table of the sample is out of date: python tools/readme_table.py")
    README.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()
