"""A made-up run with everything in it that a report may trip over."""

import io
from collections.abc import Callable

import pytest

from copydesk.article import Edit, Source, Span, read
from copydesk.check.outcome import Checked, Crash
from copydesk.check.results import EngineUsed, FileResult, Results
from copydesk.report import report_named
from copydesk.rules import Finding, Fix, Related, change_to

NAMES = [
    "desk/plain.txt",
    'desk/with: colon, comma & <tag> "quotes" 100%.txt',
    "desk/line\nbreak\r\ttab.txt",
    "desk/bell\x07 escape\x1b[31m c1\x9b right\u202eleft.txt",
    "desk/not-utf8-\udcff.txt",
    "desk/東京 é.txt",
]
TEXT = (
    "Town of Kiev falls\n\n"
    "Troops entered <b>Kiev</b> & the “old   town” of Sudza on Monday, 100% of {0} it, [see](here).\r\n\r\n"
    "A second paragraph has \x1b[31mred\x07 and \u202eturned words, and then it ends here\n"
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def findings() -> tuple[Finding, ...]:
    """Nested, crossing, equal, adjacent, empty and far-reaching ones, in the order of the text."""
    town, place = span("the “old   town” of Sudza"), span("Sudza")
    everywhere = Fix("Change all", (Edit(*span("Kiev"), "Kyiv"), Edit(*place, "Kyiv")), everywhere=True)
    found = [
        Finding(
            span("Kiev"),
            "“Kiev” is now “Kyiv”.",
            (Related(place, "spelt <so> here"), Related(Span(0, 4))),
            (change_to(span("Kiev"), "Kyiv", safe=True), everywhere),
            0.9,
            "since 2019: AP & others",
            rule="Names.OutdatedName",
            severity="warning",
        ),
        Finding(town, "nested: [a link](1) and {0}", rule="House.Outer", severity="suggestion"),
        Finding(place, "the same place", fixes=(change_to(place, "Sudzha"),), rule="Grammar.SPELL", severity="error"),
        Finding(place, "the same place", rule="House.Again", severity="warning"),
        Finding(place, "the same place, said twice", rule="House.Again", severity="warning"),
        Finding(span("Sudza on Monday"), "crosses", rule="House.Cross", severity="error"),
        Finding(
            Span(place.end, place.end),
            "something is missing",
            fixes=(Fix("Insert", (Edit(place.end, place.end, ", a town,"),)),),
            rule="House.Empty",
            severity="suggestion",
        ),
        Finding(
            Span(span("{0} it").start, span("A second").end),
            "over two paragraphs",
            fixes=(Fix("Do both", (Edit(*span("{0}"), ""), Edit(*span("A second"), "One"))),),
            rule="House.Long",
            severity="warning",
        ),
        Finding(span("\x1b[31mred\x07"), "odd \x1b[2J \u202e \ud800", rule="House.X", severity="warning"),
        Finding(Span(len(TEXT), len(TEXT)), "no end", rule="House.End", severity="suggestion"),
    ]
    return tuple(sorted(found, key=lambda finding: finding.span))


def checked(name: str = "desk/plain.txt", found: tuple[Finding, ...] | None = None, text: str = TEXT) -> Checked:
    return Checked(read(Source.from_text(text, name)), findings() if found is None else found)


@pytest.fixture
def awkward() -> Results:
    """Several files with awkward names, a clean one, one that could not be read, one that a rule broke down on."""
    files = [FileResult(name, checked(name)) for name in NAMES]
    files.append(FileResult("desk/clean.txt", checked(found=())))
    files.append(FileResult("desk/bin\n\udcff.txt", error="is a <binary> file, not \x1b[1man\nartic\udcffle"))
    files.append(
        FileResult("desk/crash.txt", Checked(checked().article, (), crashes=(Crash("A.B", "ValueError: <x>"),)))
    )
    notices = ("desk/crash.txt: the rule A.B broke down and was left out: ValueError: <x>", "odd \x1b name \udcff")
    return Results(tuple(files), notices, EngineUsed("harper", "0.2.0"))


@pytest.fixture
def written() -> Callable[[str, Results], str]:
    """Return what a format makes of results; like a pipe, it takes nothing that is not UTF-8."""

    def write(name: str, results: Results) -> str:
        raw = io.BytesIO()
        out = io.TextIOWrapper(raw, encoding="utf-8", newline="")
        report_named(name)(results, out, colour=False)
        out.flush()
        return raw.getvalue().decode("utf-8")

    return write
