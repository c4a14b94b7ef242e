"""Which fixes are worth offering: those that change something, and bring about nothing that is known to be wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from copydesk.rules import Finding, Fix

_SURE = 0.95  # a list that says so: of misspellings, of renamed places, of the house


def worthwhile(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without fixes that leave the text as it is, or bring about what another rule calls wrong.

    A rule calls words wrong where it is sure that they are spelt so by mistake (`fault` is “spelling”).
    """
    wrong: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        if finding.fault == "spelling" and (finding.confidence or 0) >= _SURE:
            wrong[text[slice(*finding.span)]].add(finding.rule)
    return [_with_worthwhile_fixes(text, finding, wrong) for finding in findings]


def _with_worthwhile_fixes(text: str, finding: Finding, wrong: dict[str, set[str]]) -> Finding:
    fixes = tuple(fix for fix in finding.fixes if _is_worthwhile(text, finding.rule, fix, wrong))
    return finding if len(fixes) == len(finding.fixes) else replace(finding, fixes=fixes)


def _is_worthwhile(text: str, rule: str, fix: Fix, wrong: dict[str, set[str]]) -> bool:
    put_in: Collection[str] = {edit.text for edit in fix.edits} & wrong.keys()
    if any(wrong[words] - {rule} for words in put_in):
        return False
    return any(text[edit.start : edit.end] != edit.text for edit in fix.edits)
