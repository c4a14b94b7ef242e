"""Which fixes are worth offering: those that change something, and bring about nothing that is known to be wrong.

Nor is any that brings a slur into an article, whoever suggests it: an engine's dictionary has such words too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from copydesk.patterns import pattern
from copydesk.rules import Edit, Finding, Fix
from copydesk.text import lexicon

_SURE = 0.95  # a list that says so: of misspellings, of renamed places, of the house
_LETTERS = pattern(r"[^\W\d_]+")
_END = pattern(r"[^\W\d_]{0,40}")
_BEGIN = pattern(r"[^\W\d_]{0,40}\Z")
_LONGEST = 40  # letters of a word that an edit may be inside of


def worthwhile(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without fixes that leave the text as it is, or bring about what another rule calls wrong.

    A rule calls words wrong where it is sure that they are spelt so by mistake (`fault` is “spelling”).
    """
    wrong: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        if finding.fault == "spelling" and (finding.confidence or 0) >= _SURE:
            wrong[text[slice(*finding.span)]].add(finding.rule)
    fixes = {id(fix): fix for finding in findings for fix in finding.fixes}  # many findings may share one
    slurs = {key for key, fix in fixes.items() if any(brings_slur(text, edit) for edit in fix.edits)}
    return [_with_worthwhile_fixes(text, finding, wrong, slurs) for finding in findings]


def brings_slur(text: str, edit: Edit) -> bool:
    """Whether an edit makes a slur of what was none. A name that the article has (Carrie Coon) may be restored."""
    start, end = edit.start, edit.end
    begin = _BEGIN.search(text, max(0, start - _LONGEST), start)
    rest = _END.match(text, end)
    before, behind = begin[0] if begin else "", rest[0] if rest else ""
    made = [word for word in _LETTERS.findall(before + edit.text + behind) if word.lower() in lexicon("slur")]
    if not made:
        return False
    were = _LETTERS.findall(before + text[start:end] + behind)
    return any(word not in were and not (word.istitle() and word in text) for word in made)


def _with_worthwhile_fixes(
    text: str, finding: Finding, wrong: dict[str, set[str]], slurs: Collection[int]
) -> Finding:
    fixes = tuple(
        fix for fix in finding.fixes if id(fix) not in slurs and _is_worthwhile(text, finding.rule, fix, wrong)
    )
    return finding if len(fixes) == len(finding.fixes) else replace(finding, fixes=fixes)


def _is_worthwhile(text: str, rule: str, fix: Fix, wrong: dict[str, set[str]]) -> bool:
    put_in: Collection[str] = {edit.text for edit in fix.edits} & wrong.keys()
    if any(wrong[words] - {rule} for words in put_in):
        return False
    return any(text[edit.start : edit.end] != edit.text for edit in fix.edits)
