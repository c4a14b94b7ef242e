"""Reports, on one made-up run: what a person, a log, a program and GitHub are told."""

import io
import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from copydesk.article import Edit, Source, Span, read
from copydesk.check.outcome import Checked, Crash
from copydesk.check.results import EngineUsed, FileResult, Results
from copydesk.errors import CopydeskError
from copydesk.report import report_named
from copydesk.report.pages import page_of
from copydesk.rules import Finding, Fix, Related

TEXT = (
    "Town of Sudza falls\n\n"
    + "Some words that lead on and on to what matters here. " * 3
    + "Troops in 東京 entered Sudja, 100% of it. "
    + "And some words that follow it all, on and on. " * 3
    + "\n"
)
HERE, THERE = Span(TEXT.index("Sudja"), TEXT.index("Sudja") + 5), Span(8, 13)
FINDING = Finding(
    HERE,
    "“Sudja” is also spelt “Sudza”",
    related=(Related(THERE, "also spelt “Sudza” here"),),
    fixes=(
        Fix("Change to “Sudzha”", (Edit(*HERE, "Sudzha"),)),
        Fix("Change to “Sudza”", (Edit(*HERE, "Sudza"),)),
        Fix("Change all 2 to “Sudzha”", (Edit(*THERE, "Sudzha"), Edit(*HERE, "Sudzha")), everywhere=True),
    ),
    confidence=0.9,
    evidence="both follow “town of”",
    rule="Names.InconsistentSpelling",
    severity="warning",
)


def results(text: str = TEXT, finding: Finding = FINDING, path: str = "desk/a.txt") -> Results:
    checked = Checked(read(Source.from_text(text, path)), (finding,))
    broken = FileResult("desk/b.txt", error="is a binary file, not an article")
    return Results((FileResult(path, checked), broken), ("said once",), EngineUsed("harper", "0.2.0"))


def written(name: str, what: Results | None = None, *, colour: bool = False) -> str:
    out = io.StringIO()
    report_named(name)(what or results(), out, colour=colour)
    return out.getvalue()


def test_text_marks_the_place_and_says_what_would_be_right() -> None:
    lines = written("text").splitlines()
    line, column = 3, HERE.start - TEXT.index("Some") + 1
    assert lines[0] == f"desk/a.txt:{line}:{column}: warning: {FINDING.message} [Names.InconsistentSpelling]"
    shown, marks = lines[1], lines[2]
    assert "entered Sudja, 100%" in shown
    assert "…" in shown
    # Two Japanese letters take four columns, so the marks stand two columns on.
    assert marks.index("^") == shown.index("Sudja") + 2
    assert marks.count("^") == 5
    assert lines[3:5] == ["     = Change to “Sudzha”, or change to “Sudza”", "     ↳ 1:9 also spelt “Sudza” here"]
    assert lines[-1] == "1 warning in 1 file; 1 file could not be checked."


def test_colour_is_for_terminals_only() -> None:
    assert "\x1b" not in written("text")
    assert "\x1b[1;33mwarning" in written("text", colour=True)


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_rules_name_links_to_its_page() -> None:
    screen = Screen()
    report_named("text")(results(), screen, colour=True)
    address = re.search(r"\x1b]8;;(file://.*/rules\.html)#Names\.InconsistentSpelling\x1b", screen.getvalue())
    assert address
    page = Path(url2pathname(urlsplit(address[1]).path)).read_text(encoding="utf-8")
    assert 'id="Names.InconsistentSpelling"' in page
    assert "\x1b]8" not in written("text", colour=True)  # a log shows colours, and no links
    assert page_of("Nobodys.Rule") == ""


def test_concise_is_one_line_a_finding() -> None:
    assert written("concise").splitlines() == [
        f"desk/a.txt:3:{HERE.start - TEXT.index('Some') + 1}: warning: {FINDING.message} "
        "[Names.InconsistentSpelling] (Change to “Sudzha”)",
        "desk/b.txt:1:1: error: is a binary file, not an article",
        "1 warning in 1 file; 1 file could not be checked.",
    ]


def test_json_keeps_the_contract() -> None:
    report = json.loads(written("json"))
    assert list(report) == ["version", "files", "notices", "engine", "summary"]
    assert report["notices"] == ["said once"]
    assert report["engine"] == {"name": "harper", "version": "0.2.0"}
    assert report["summary"] == {"files": 2, "errors": 0, "warnings": 1, "suggestions": 0}
    first, second = report["files"]
    assert second == {"path": "desk/b.txt", "error": "is a binary file, not an article", "findings": []}
    assert (first["path"], first["error"]) == ("desk/a.txt", None)
    (finding,) = first["findings"]
    assert len(finding.pop("fingerprint")) == 16
    place = {"line": 3, "column": HERE.start - TEXT.index("Some") + 1}
    here = {"start": HERE.start, "end": HERE.end}
    assert finding == {
        "rule": "Names.InconsistentSpelling",
        "severity": "warning",
        "message": FINDING.message,
        "part": "body",
        **here,
        **place,
        "text": "Sudja",
        "related": [
            {"start": 8, "end": 13, "line": 1, "column": 9, "text": "Sudza", "message": "also spelt “Sudza” here"}
        ],
        "fixes": [
            {"title": "Change to “Sudzha”", "safe": False, "edits": [{**here, "text": "Sudzha"}]},
            {"title": "Change to “Sudza”", "safe": False, "edits": [{**here, "text": "Sudza"}]},
            {
                "title": "Change all 2 to “Sudzha”",
                "safe": False,
                "edits": [{"start": 8, "end": 13, "text": "Sudzha"}, {**here, "text": "Sudzha"}],
            },
        ],
        "confidence": 0.9,
        "evidence": "both follow “town of”",
    }


def test_github_escapes_what_its_commands_would_misread() -> None:
    finding = Finding(HERE, "100%: no\nmore", rule="House.X", severity="suggestion")
    said = written("github", results(finding=finding, path="a,b:c.txt"))
    (line,) = (line for line in said.splitlines() if "a%2C" in line)
    assert line.startswith("::notice file=a%2Cb%3Ac.txt,line=3,endLine=3,col=")
    assert line.endswith(",title=House.X::100%25: no%0Amore")


def test_github_annotates_files_that_could_not_be_checked() -> None:
    assert "::error file=desk/b.txt::is a binary file, not an article" in written("github")


@pytest.mark.parametrize("name", ["text", "concise"])
def test_control_characters_are_shown_never_sent(name: str) -> None:
    text = "Headline\n\nA line with \x1b]0;title\x07 and \x1b[31mred\u202e in it.\n"
    start = text.index("\x1b")
    finding = Finding(Span(start, start + 4), "odd \x1b[2J", rule="House.X", severity="warning")
    said = written(name, results(text, finding, path="a\x1b.txt"))
    assert not set(said) & {"\x1b", "\x07", "\u202e"}
    assert "␛" in said


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    with pytest.raises(CopydeskError, match="there is no format “jsn”"):
        report_named("jsn")


def test_results_are_filtered_and_judged_by_severity() -> None:
    assert results().reaching("warning")
    assert not results().reaching("error")
    assert results().down_to("error").files[0].findings == ()
    assert results().broken
    crashed = Checked(read(Source.from_text(TEXT)), (), crashes=(Crash("A.B", "ValueError"),))
    assert Results((FileResult("x", crashed),)).broken
