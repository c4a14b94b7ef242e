"""What holds of every format: nothing in a run breaks it, and a long run takes no longer than it must."""

import re
from collections.abc import Callable
from importlib.metadata import entry_points

import pytest

from copydesk.article import Edit, Source, Span, read
from copydesk.check.outcome import Checked
from copydesk.check.results import FileResult, Results
from copydesk.report.report import BUILT_IN
from copydesk.rules import Finding, Fix, Related

Written = Callable[[str, Results], str]


def test_the_formats_are_entry_points_too() -> None:
    assert {point.name for point in entry_points(group="copydesk.reports")} >= set(BUILT_IN)


@pytest.mark.parametrize("name", BUILT_IN)
def test_no_control_character_is_sent(name: str, awkward: Results, written: Written) -> None:
    said = written(name, awkward)
    assert not re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_same_results_give_the_same_report(name: str, awkward: Results, written: Written) -> None:
    assert written(name, awkward) == written(name, awkward)


@pytest.mark.parametrize("name", BUILT_IN)
def test_nothing_to_report_is_a_whole_report_too(name: str, written: Written) -> None:
    clean = Checked(read(Source.from_text("Headline\n\nA paragraph.\n")), ())
    for results in (Results(()), Results((FileResult("a.txt", clean),))):
        assert written(name, results).endswith("\n")


def many(number: int) -> Results:
    """Long lines of copy with that many findings, all of them with related places and overlapping the next."""
    text = "Headline\n\n" + ("word " * 9_999 + "word\n") * (number // 10_000) + "word " * (number % 10_000) + "\n"
    findings = tuple(
        Finding(
            Span(at, min(at + 12, len(text))),
            "message",
            (Related(Span(10, 14), "here"),),
            (Fix("Change", (Edit(at, at + 4, "other"),)),),
            rule="House.Many",
            severity="warning",
        )
        for at in range(10, 10 + 5 * number, 5)
    )
    return Results((FileResult("a.txt", Checked(read(Source.from_text(text)), findings)),))


@pytest.mark.parametrize("name", BUILT_IN)
def test_ten_times_the_findings_take_about_ten_times_the_work(
    name: str, written: Written, calls: Callable[[Callable[[], object]], int]
) -> None:
    def cost(number: int) -> int:
        results = many(number)
        return calls(lambda: written(name, results))

    cost(10)  # imports
    assert cost(5_000) < 15 * cost(500) + 5_000  # a hundred times, were it quadratic
