"""The proof: articles as pages, marked up like galleys, with suggestions in the margin.

One file that asks for nothing: no script, no font, no request (its content policy forbids them), so unpublished
copy stays where the page is. It can be printed, read by a screen reader, and told apart without colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import TextIO

import msgspec

from copydesk import __version__
from copydesk.check.results import FileResult, Results
from copydesk.report.documentation import RuleText, documentation
from copydesk.report.galley import Galley
from copydesk.report.problems import Problem, problems
from copydesk.report.report import counted, summary
from copydesk.report.visible import harmless_markup, visible
from copydesk.rules import SEVERITIES

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_CODE = re.compile(r"`+([^`\n]+)`+")
_ITEM = re.compile(r"^\s*[-*] ", re.MULTILINE)


def report(results: Results, out: TextIO, /, *, colour: bool) -> None:
    """Write one HTML page, an article at a time."""
    rules = documentation(results)
    # A file alone is shown though it is clean; of many, those with something to say.
    shown = {
        number: Galley(file.checked, file.path, number, rules)
        for number, file in enumerate(results.files, 1)
        if file.checked and (file.findings or len(results.files) == 1)
    }
    out.write(_head(_title(results)))
    out.writelines(_masthead(results))
    if len(results.files) > 1:
        out.writelines(_contents(results, shown))
    out.write("<main id=main>\n")
    for galley in shown.values():
        out.writelines(galley.html())
    if rules:
        out.writelines(_rules(rules, results))
    colophon = f"Proof by copydesk {_text(__version__)}. This page asks for nothing outside itself."
    out.write(f"</main>\n<footer><p>{colophon}</p></footer>\n</body>\n</html>\n")


def _text(text: str) -> str:
    return harmless_markup(escape(visible(text)))


def _title(results: Results) -> str:
    if len(results.files) == 1:
        return f"Proof of {_name(results.files[0])}"
    return f"Proof of {counted(len(results.files), 'article')}"


def _name(file: FileResult) -> str:
    """Return what an article is called: its headline, else its path."""
    headline = file.checked.article.headline if file.checked else None
    words = " ".join(headline.words.split()) if headline else ""
    return (words if len(words) <= 120 else f"{words[:117]}…") or file.path


def _head(title: str) -> str:
    style = files("copydesk.report").joinpath("proof.css").read_text("utf-8")
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{_text(title)}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the copy</a>
"""


def _masthead(results: Results) -> Iterator[str]:
    yield f'<header>\n<h1>Galley proof</h1>\n<p class="sum">{_text(summary(results))}</p>\n'
    if present := [severity for severity in SEVERITIES if results.count(severity)]:
        yield '<ul class="key">\n'
        for severity in present:
            yield f'<li><mark class="{severity}">words</mark> {severity}</li>\n'
        yield '<li><mark class="warning"><s class="cut">words</s></mark> to be taken out</li>\n'
        yield '<li class="warning"><span class="caret">‸</span> words to go in</li>\n'
        if results.engine:
            yield f"<li>grammar by {_text(results.engine.name)} {_text(results.engine.version)}</li>\n"
        yield "</ul>\n"
    said = list(problems(results))
    yield from _said("said broken", [problem for problem in said if problem.grave])
    yield from _said("said", [problem for problem in said if not problem.grave])
    yield "</header>\n"


def _said(name: str, said: Sequence[Problem]) -> Iterator[str]:
    if not said:
        return
    yield f'<ul class="{name}">\n'
    for problem in said:
        where = f"<strong>{_text(problem.path)}</strong>: " if problem.path else ""
        yield f"<li>{where}{_text(problem.message)}</li>\n"
    yield "</ul>\n"


def _contents(results: Results, shown: dict[int, Galley]) -> Iterator[str]:
    yield '<nav aria-labelledby="contents">\n<h2 id="contents">Articles</h2>\n<ol>\n'
    for number, file in enumerate(results.files, 1):
        name = _text(_name(file))
        if number in shown:
            alone = msgspec.structs.replace(results, files=(file,))
            counts = ", ".join(counted(n, severity) for severity in SEVERITIES if (n := alone.count(severity)))
            name = f'<a href="#a{number}">{name}</a>'
        else:
            counts = "not checked" if file.error else "nothing to report"
        path = f'<span class="path">{_text(file.path)}</span>' if file.checked else ""
        yield f'<li><span>{name}{path}</span> <span class="count">{counts}</span></li>\n'
    yield "</ol>\n</nav>\n"


def _rules(rules: dict[str, RuleText], results: Results) -> Iterator[str]:
    times = dict.fromkeys(rules, 0)
    for file in results.files:
        for finding in file.findings:
            times[finding.rule] += 1
    yield '<section class="rules" aria-labelledby="rules">\n<h2 id="rules">The rules behind the notes</h2>\n<dl>\n'
    for number, rule in enumerate(rules.values(), 1):
        yield f'<dt id="r{number}">{_text(rule.name)} <span>{counted(times[rule.name], "note")}</span></dt>\n'
        yield f"<dd><p>{_prose(rule.summary)}</p>\n"
        if rule.details or rule.examples:
            yield f"<details><summary>More<span class=hidden> on {_text(rule.name)}</span></summary>\n"
            yield from (_block(block) for block in rule.details)
            for before, after in rule.examples:
                yield f"<blockquote><p><del>{_text(before)}</del></p><p><ins>{_text(after)}</ins></p></blockquote>\n"
            yield "</details>\n"
        yield "</dd>\n"
    yield "</dl>\n</section>\n"


def _prose(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", _text(" ".join(text.split())))


def _block(block: str) -> str:
    """Return a paragraph of documentation, or a list if it is written as one."""
    if not _ITEM.match(block):
        return f"<p>{_prose(block)}</p>\n"
    return "<ul>" + "".join(f"<li>{_prose(item)}</li>" for item in _ITEM.split(block) if item.strip()) + "</ul>\n"
