"""What a rule reports: findings and fixes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from copydesk.article import Edit, Part, Span

Severity = Literal["error", "warning", "suggestion"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "suggestion")  # gravest first


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that bears on a finding: “also spelt Sudja here”."""

    span: Span
    message: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to put a finding right.

    `title` says what it does (“Change to “Sudzha””); its edits are made together or not at all.
    `safe` means that `--fix` may make it with nobody looking. `everywhere` marks a fix that changes
    every place alike, not just this one.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an editor should look at. Spans count code points of the text.

    `fixes` are best first, those for this place before those for every place. `confidence`, from 0 to 1,
    and `evidence` say how sure the rule is and why. `rule` and `severity` are filled in by the check;
    a rule sets `severity` only to depart from its own. An engine's `rule` is its own name for the rule.
    `spelling` says that the words are in no dictionary; one of the house's or the editor's may take them up.
    `fault` names the kind of fault, if other rules find that kind too (see `Rule.fault`). `also` are the findings of
    other rules about the same fault, which the check tells with this one.
    """

    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    confidence: float | None = None
    evidence: str = ""
    rule: str = ""
    severity: Severity | None = None
    spelling: bool = False
    fault: str = ""
    also: tuple[Finding, ...] = ()

    def in_text(self, part: Part) -> Finding:
        """Return this finding, whose spans are relative to `part`, with spans that count from the text's start."""
        return self.placed(lambda span: part.text_span(*span))

    def placed(self, place: Callable[[Span], Span]) -> Finding:
        """Return this finding with all its spans as `place` gives them."""
        related = tuple(replace(one, span=place(one.span)) for one in self.related)
        fixes = tuple(
            replace(fix, edits=tuple(Edit(*place(edit.span), edit.text) for edit in fix.edits)) for fix in self.fixes
        )
        return replace(self, span=place(self.span), related=related, fixes=fixes)


def change_all(edits: Iterable[Edit], words: str) -> tuple[Fix, ...]:
    """Return the fix that makes all the edits, which bring `words` about, as one choice; none if it is one edit.

    Make it once for all findings that offer it: a name may stand in a thousand places.
    """
    made = tuple(edits)
    return (Fix(f"Change all {len(made)} to “{words}”", made, everywhere=True),) if len(made) > 1 else ()


def change_to(span: Span, words: str, *, safe: bool = False) -> Fix:
    """Return the fix that puts `words` in the place of one span."""
    return Fix(f"Change to “{words}”", (Edit(*span, words),), safe)
