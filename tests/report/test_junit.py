"""JUnit's XML, read by a reader of it."""

from collections.abc import Callable
from typing import Any

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from copydesk.check.results import Results


@pytest.fixture
def suites(awkward: Results, written: Callable[[str, Results], str]) -> list[Any]:
    read = JUnitXml.fromstring(written("junit", awkward.failing_at("suggestion")).encode())
    assert (read.tests, read.failures, read.errors) == (64, 60, 2)
    return list(read)


def test_a_file_is_a_suite_and_a_finding_a_failure(suites: list[Any]) -> None:
    assert [suite.tests for suite in suites] == [10] * 6 + [1, 1, 1, 1]
    assert [suite.failures for suite in suites] == [10] * 6 + [0, 0, 0, 0]
    first = next(iter(suites[0]))
    assert (first.name, first.classname) == ("Names.OutdatedName at 1:9", "desk/plain.txt")
    (failure,) = first.result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("warning", "“Kiev” is now “Kyiv”.")
    assert "Change to “Kyiv”" in failure.text
    assert "^^^^" in failure.text


@pytest.mark.parametrize(("level", "failures"), [("suggestion", 60), ("warning", 42), ("error", 12)])
def test_only_what_makes_the_run_fail_is_a_failure(
    awkward: Results, written: Callable[[str, Results], str], level: Any, failures: int
) -> None:
    read = JUnitXml.fromstring(written("junit", awkward.failing_at(level)).encode())
    assert (read.tests, read.failures, read.errors) == (64, failures, 2)
    types = {
        case.result[0].type for suite in read for case in suite if any(isinstance(r, Failure) for r in case.result)
    }
    assert ("suggestion" in types, "error" in types) == (level == "suggestion", True)
    told = [case.system_out for suite in read for case in suite if case.system_out]
    assert len(told) == 60 - failures
    assert all("[House." in text or "[Names." in text for text in told)


def test_no_two_cases_are_taken_for_one(suites: list[Any]) -> None:
    names = [(case.classname, case.name) for suite in suites for case in suite]
    assert len(set(names)) == len(names)


def test_names_survive_but_for_what_xml_cannot_carry(suites: list[Any]) -> None:
    assert suites[1].name == 'desk/with: colon, comma & <tag> "quotes" 100%.txt'
    assert suites[2].name == "desk/line\nbreak\r\ttab.txt"
    assert suites[3].name == "desk/bell� escape�[31m c1� right\u202eleft.txt"


def test_what_broke_is_an_error_and_what_is_clean_passes(suites: list[Any]) -> None:
    clean, unreadable, crashed, notice = (next(iter(suite)) for suite in suites[-4:])
    assert clean.is_passed
    assert isinstance(unreadable.result[0], Error)
    assert unreadable.result[0].message.startswith("is a <binary> file")
    assert (crashed.name, crashed.result[0].message) == ("A.B runs", "ValueError: <x>")
    assert (suites[-1].name, suites[-1].skipped) == ("copydesk", 1)
    assert isinstance(notice.result[0], Skipped)
    assert notice.result[0].message == "odd � name �"
