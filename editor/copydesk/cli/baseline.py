"""Baselines: all that is found today, let stand, so that only what is new is reported."""

from __future__ import annotations

from pathlib import Path

from copydesk.check.fingerprint import place_of
from copydesk.check.one_fault import each
from copydesk.check.results import Results
from copydesk.check.stets import Stet, relative, write_baseline
from copydesk.cli.output import complain
from copydesk.report.report import counted


def write(path: Path, results: Results) -> None:
    """Write all findings of a run into a baseline, and say how many. Raises CopydeskError if that cannot be done."""
    stets: list[Stet] = []
    for file in results.files:
        if file.checked is None:
            continue
        name = relative(Path(file.path), path.absolute().parent)
        text = file.checked.article.text
        stets += [Stet(finding.rule, *place_of(text, finding.span), file=name) for finding in each(file.findings)]
    write_baseline(path, stets)
    complain(f"copydesk: {path}: {counted(len(stets), 'finding')} written.")
