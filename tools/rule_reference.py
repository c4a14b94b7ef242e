"""Write the reference of the built-in rules from the rules themselves; --check only compares.

It is docs/rules.md, and the page in the package that a terminal's links to a rule lead to.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from copydesk.report.pages import FILE_NAME
from copydesk.rules import Rule
from copydesk.rules.explain import explanation, standing, summary
from copydesk.rules.loading import installed_rules

ROOT = Path(__file__).resolve().parents[1]
INTRODUCTION = """# The built-in rules

Made from the rules' own documentation by `python tools/rule_reference.py`.
`copydesk rules explain NAME` prints the same.
"""


PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The built-in rules of copydesk</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; }}
h2 {{ margin-top: 3rem; border-top: 1px solid; padding-top: 1rem; }}
:target h2 {{ color: #b3261e; }}
pre {{ white-space: pre-wrap; font: 0.9rem/1.5 ui-monospace, monospace; }}
td {{ padding: 0.2rem 1rem 0.2rem 0; vertical-align: top; }}
</style>
</head>
<body>
<h1>The built-in rules</h1>
<table>
{rows}
</table>
{sections}
</body>
</html>
"""


def built_in() -> list[type[Rule]]:
    """Return the built-in rules, by name."""
    return [rule for rule in installed_rules()[0] if rule.__module__.startswith("copydesk_rules.")]


def as_markdown(rules: list[type[Rule]]) -> str:
    """Return the page of the docs: a table, then a section for each rule."""
    lines = [INTRODUCTION, "| rule | severity | what it reports |", "| --- | --- | --- |"]
    for rule in rules:
        anchor = rule.name.lower().replace(".", "")
        lines.append(f"| [`{rule.name}`](#{anchor}) | {standing(rule)} | {summary(rule).replace('|', '&#124;')} |")
    for rule in rules:
        lines += ["", f"## {rule.name}", "", "```text", explanation(rule, width=100).rstrip(), "```"]
    return "\n".join(lines) + "\n"


def as_html(rules: list[type[Rule]]) -> str:
    """Return the page in the package: the same, each rule's section under its name."""
    rows = [
        f'<tr><td><a href="#{rule.name}">{rule.name}</a></td><td>{standing(rule)}</td>'
        f"<td>{escape(summary(rule))}</td></tr>"
        for rule in rules
    ]
    sections = [
        f'<section id="{rule.name}">\n<h2>{rule.name}</h2>\n'
        f"<pre>{escape(explanation(rule, width=90).rstrip(), quote=False)}</pre>\n</section>"
        for rule in rules
    ]
    return PAGE.format(rows="\n".join(rows), sections="\n".join(sections))


def main() -> None:
    """Rewrite the pages, or exit 1 if they would change."""
    rules = built_in()
    for path, fresh in (
        (ROOT / "docs" / "rules.md", as_markdown(rules)),
        (ROOT / "rules" / "copydesk_rules" / FILE_NAME, as_html(rules)),
    ):
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if "--check" not in sys.argv:
            path.write_text(fresh, encoding="utf-8")
        elif fresh != old:
            sys.exit(f"{path.name} is out of date: python tools/rule_reference.py")


if __name__ == "__main__":
    main()
