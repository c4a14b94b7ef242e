"""Counting findings instead of listing them: `copydesk check --statistics`."""

from __future__ import annotations

from collections import Counter

from copydesk.check.results import Results
from copydesk.report.visible import harmless, visible


def statistics(results: Results) -> str:
    """Return how often each rule speaks, the most frequent first; those on trial are marked so."""
    shown = Counter(finding.rule for file in results.files for finding in file.findings)
    trial = Counter(
        f"{finding.rule} (trial)" for file in results.files if file.checked for finding in file.checked.trial
    )
    rows = sorted((shown + trial).items(), key=lambda row: (-row[1], row[0]))
    width = len(f"{rows[0][1]:,}") if rows else 1
    return harmless(
        "".join(f"{number:>{width},}  {visible(name)}\n" for name, number in rows)
        + f"{sum((shown + trial).values()):,}  in all\n"
    )
