"""GitLab's code quality report: the fields that its documentation asks for."""

import json
from collections.abc import Callable

from jsonschema import validate

from copydesk.check.results import Results

# GitLab documentation, “Code Quality report format”.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?![./])"},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}


def test_the_report_is_what_gitlab_reads(awkward: Results, written: Callable[[str, Results], str]) -> None:
    issues = json.loads(written("gitlab", awkward))
    validate(issues, SCHEMA)
    assert len(issues) == 63
    assert len({issue["fingerprint"] for issue in issues}) == 63
    problems, issues = issues[:3], issues[3:]
    assert issues[0]["description"] == "“Kiev” is now “Kyiv”. (Change to “Kyiv”)"
    assert issues[10]["location"]["path"] == 'desk/with: colon, comma & <tag> "quotes" 100%.txt'
    assert not any(issue["severity"] == "blocker" for issue in issues)
    assert [(problem["location"]["path"], problem["severity"]) for problem in problems] == [
        ("desk/bin\n�.txt", "blocker"),
        ("desk/crash.txt", "blocker"),
        ("copydesk.toml", "info"),
    ]
    assert problems[0]["description"].startswith("This file could not be checked: is a <binary> file")
    assert problems[1]["description"] == "the rule A.B broke down and was left out: ValueError: <x>"
