"""JSON and JSON Lines, read by a validator of the schemas that copydesk prints."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from copydesk.check.results import Results
from copydesk.cli.main import copydesk
from copydesk.report.schema import as_text, schema_of

Written = Callable[[str, Results], str]


def validator(name: str) -> Draft202012Validator:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_report_is_what_its_schema_says(awkward: Results, written: Written) -> None:
    report = json.loads(written("json", awkward))
    validator("json").validate(report)
    assert [len(file["findings"]) for file in report["files"]] == [10] * 6 + [0, 0, 0]


def test_a_line_is_what_its_schema_says(awkward: Results, written: Written) -> None:
    for line in lines(written("jsonl", awkward)):
        validator("jsonl").validate(line)


def test_lines_say_what_the_report_says(awkward: Results, written: Written) -> None:
    report, each = json.loads(written("json", awkward)), lines(written("jsonl", awkward))
    findings = [finding | {"path": file["path"]} for file in report["files"] for finding in file["findings"]]
    assert [{k: v for k, v in line.items() if k != "type"} for line in each if line["type"] == "finding"] == findings
    assert [line["path"] for line in each if line["type"] == "error"] == ["desk/bin\n�.txt"]
    assert [line["message"] for line in each if line["type"] == "notice"] == report["notices"]
    assert each[-1] == report["summary"] | {"type": "summary", "version": 1, "engine": report["engine"]}


def test_the_report_is_laid_out_to_be_read(awkward: Results, written: Written) -> None:
    said = written("json", awkward)
    usual = json.dumps(json.loads(said), indent=1, ensure_ascii=False) + "\n"
    assert said == usual.replace("\x9b", "\\u009b").replace("\u202e", "\\u202e")


@pytest.mark.parametrize(("command", "name"), [("report", "json"), ("jsonl", "jsonl")])
def test_the_command_prints_the_schema(command: str, name: str) -> None:
    printed = CliRunner().invoke(copydesk, ["schema", command])
    assert printed.exit_code == 0
    assert json.loads(printed.output) == schema_of(name)


def test_every_field_of_a_finding_is_described_or_plain() -> None:
    definitions = schema_of("json")["$defs"]
    assert all(definition["description"] for definition in definitions.values())


def test_the_packaged_schema_is_up_to_date() -> None:
    # Where it is not: copydesk schema report > editor/copydesk/report/report.schema.json, and look at the change.
    packaged = files("copydesk.report").joinpath("report.schema.json").read_text("utf-8")
    assert packaged == as_text(schema_of("json"))
