"""Each sample article: what must be found in it, what else may be, and nothing more."""

import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from copydesk.article import Article, Edit, Source
from copydesk.article.edits import apply
from copydesk.check.desk import Desk
from copydesk.check.outcome import Checked
from copydesk.check.settings import Settings
from copydesk.rules import Finding

SAMPLES = Path(__file__).parents[2] / "samples"
ARTICLES = sorted(path.with_suffix(".txt") for path in SAMPLES.glob("*.toml"))


@dataclass(frozen=True)
class Sample:
    checked: Checked
    required: list[dict[str, Any]]
    allowed: list[dict[str, Any]]

    def matches(self, finding: Finding, entry: dict[str, Any]) -> bool:
        article = self.checked.article
        line, _ = article.source.locate(finding.span.start)
        same_rule = finding.rule == entry["rule"] or finding.rule.startswith(f"{entry['rule']}.")
        return same_rule and line == entry["line"] and entry.get("words") in (None, article.words_at(finding.span))


def reads_after_its_first_fix(article: Article, finding: Finding) -> str:
    edits = finding.fixes[0].edits
    start = min(finding.span.start, *(edit.start for edit in edits))
    end = max(finding.span.end, *(edit.end for edit in edits))
    moved = [Edit(edit.start - start, edit.end - start, edit.text) for edit in edits]
    return apply(article.text[start:end], moved)


@pytest.fixture(scope="module", params=ARTICLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Sample:
    data = tomllib.loads(request.param.with_suffix(".toml").read_text(encoding="utf-8"))
    checked = Desk(Settings()).check_source(Source.from_path(request.param))
    assert checked.crashes == ()
    return Sample(checked, data["required"], data.get("allowed", []))


def test_all_that_is_required_is_found_with_its_severity_and_fix(sample: Sample) -> None:
    missing = []
    for entry in sample.required:
        found = [finding for finding in sample.checked.findings if sample.matches(finding, entry)]
        fixed = [reads_after_its_first_fix(sample.checked.article, finding) for finding in found if finding.fixes]
        severities = {finding.severity for finding in found}
        wanted = [entry["fixed"]] if "fixed" in entry else []
        if severities != {entry["severity"]} or fixed[:1] != wanted:
            missing.append((entry, severities, fixed))
    assert missing == []


def test_nothing_is_found_that_is_not_allowed(sample: Sample) -> None:
    article = sample.checked.article
    excess = [
        (article.source.locate(finding.span.start), finding.rule, article.words_at(finding.span), finding.message)
        for finding in sample.checked.findings
        if not any(sample.matches(finding, entry) for entry in [*sample.required, *sample.allowed])
    ]
    assert excess == []


def test_nothing_required_is_required_of_a_person_only(sample: Sample) -> None:
    assert len(sample.required) >= 10
    assert all({"rule", "severity", "line", "words", "why"} <= entry.keys() for entry in sample.required)


def test_the_readme_shows_what_is_found() -> None:
    tool = SAMPLES.parent / "tools" / "readme_table.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], capture_output=True, text=True, check=False)
    assert done.stderr == ""
