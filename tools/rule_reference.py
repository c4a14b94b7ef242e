"""Write docs/rules.md, the reference of the built-in rules, from the rules themselves; --check only compares."""

from __future__ import annotations

import sys
from pathlib import Path

from copydesk.rules.explain import explanation, standing, summary
from copydesk.rules.loading import installed_rules

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "rules.md"
INTRODUCTION = """# The built-in rules

Made from the rules' own documentation by `python tools/rule_reference.py`.
`copydesk rules explain NAME` prints the same.
"""


def reference() -> str:
    """Return the page: a table, then a section for each rule."""
    rules = [rule for rule in installed_rules()[0] if rule.__module__.startswith("copydesk_rules.")]
    lines = [INTRODUCTION, "| rule | severity | what it reports |", "| --- | --- | --- |"]
    for rule in rules:
        anchor = rule.name.lower().replace(".", "")
        lines.append(f"| [`{rule.name}`](#{anchor}) | {standing(rule)} | {summary(rule).replace('|', '&#124;')} |")
    for rule in rules:
        lines += ["", f"## {rule.name}", "", "```text", explanation(rule, width=100).rstrip(), "```"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Rewrite the page, or exit 1 if it would change."""
    fresh = reference()
    if "--check" in sys.argv:
        old = REFERENCE.read_text(encoding="utf-8") if REFERENCE.exists() else ""
        sys.exit(fresh != old and "docs/rules.md is out of date: python tools/rule_reference.py")
    REFERENCE.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()
