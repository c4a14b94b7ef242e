"""SARIF, against the official schema, and as a tool that makes the fixes would read it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rfc3986_validator import validate_rfc3986
from sarif_kit.validate import validation_errors

from copydesk.article import Source
from copydesk.check.results import FileResult, Results

Written = Callable[[str, Results], str]


@pytest.fixture
def log(awkward: Results, written: Written) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(written("sarif", awkward))
    return read


@pytest.fixture
def run(log: dict[str, Any]) -> dict[str, Any]:
    (only,) = log["runs"]
    return dict(only)


def test_the_log_is_valid(log: dict[str, Any]) -> None:
    assert validation_errors(log) == []


def test_every_uri_is_one_and_leads_to_the_file(run: dict[str, Any]) -> None:
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert all(validate_rfc3986(uri, rule="URI_reference") for uri in uris)
    assert uris[1] == "desk/with%3A%20colon%2C%20comma%20%26%20%3Ctag%3E%20%22quotes%22%20100%25.txt"
    assert uris[2] == "desk/line%0Abreak%0D%09tab.txt"
    assert uris[4] == "desk/not-utf8-%FF.txt"
    for result in run["results"]:
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][where["index"]]["location"]["uri"] == where["uri"]


def test_rules_are_listed_with_help(run: dict[str, Any]) -> None:
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    named = {rule["id"]: rule for rule in rules}
    outdated = named["Names.OutdatedName"]
    assert outdated["name"] == "OutdatedName"
    assert outdated["defaultConfiguration"] == {"level": "warning"}
    assert outdated["shortDescription"]["text"].endswith("Eswatini.")
    assert "dates the copy" in outdated["help"]["text"]
    assert "becomes" in outdated["help"]["markdown"]
    assert "harper" in named["Grammar.SPELL"]["help"]["text"]
    assert "House" in named["House.X"]["shortDescription"]["text"]


def test_positions_are_code_points(awkward: Results, run: dict[str, Any]) -> None:
    checked = awkward.files[0].checked
    assert checked is not None
    lines = checked.article.text.replace("\r\n", "\n").split("\n")
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"][:10]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start, length = region["charOffset"], region["charLength"]
        words = checked.article.text[start : start + length]
        assert region.get("snippet", {"text": ""})["text"] == words
        if region["startLine"] == region["endLine"]:
            assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == words


def test_fixes_can_be_made(awkward: Results, run: dict[str, Any]) -> None:
    checked = awkward.files[0].checked
    assert checked is not None
    (result,) = [result for result in run["results"][:10] if result["ruleId"] == "Grammar.SPELL"]
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    where = replacement["deletedRegion"]
    start, end = where["charOffset"], where["charOffset"] + where["charLength"]
    text = checked.article.text
    assert "town” of Sudzha on" in text[:start] + replacement["insertedContent"]["text"] + text[end:]


def test_fingerprints_tell_results_apart(run: dict[str, Any]) -> None:
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"][:10]]
    assert len(set(prints)) == 10


def test_messages_hold_no_link_and_no_placeholder(run: dict[str, Any]) -> None:
    (outer,) = [result for result in run["results"][:10] if result["ruleId"] == "House.Outer"]
    assert outer["message"]["text"] == r"nested: \[a link\](1) and {{0}}"


def test_what_went_wrong_is_a_notification(run: dict[str, Any]) -> None:
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    first, *others = invocation["toolExecutionNotifications"]
    assert (first["level"], len(others)) == ("error", 2)
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "desk/bin%0A%FF.txt"


def test_a_path_outside_the_working_folder_is_a_file_uri(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: Written
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    given = [str(tmp_path / "here" / "a.txt"), "../a b.txt", "./sub/../c.txt", "sub//d.txt", "-"]
    results = Results(tuple(FileResult(path, error="no") for path in given))
    locations = [each["location"] for each in json.loads(written("sarif", results))["runs"][0]["artifacts"]]
    assert [location["uri"] for location in locations] == [
        "a.txt",
        (tmp_path / "a b.txt").as_uri(),
        "c.txt",
        "sub/d.txt",
        "-",
    ]
    assert ["uriBaseId" in location for location in locations] == [True, False, True, True, True]


def test_lines_end_as_copydesk_says_they_end() -> None:
    assert Source.from_text("a\rb\r\nc\nd").locate(7) == (4, 1)  # newlineSequences says the same
