#!/usr/bin/env python3
"""One paragraph of a long article changed: how long until grammar has its say again, by each engine that is here.

    python bench/changed_paragraph.py ARTICLES [--size 50000] [--changes 20]

ARTICLES is a folder of .txt files, of whose paragraphs one article of that many characters is made. Engines are
`harper`, and `languagetool` where it is set up. `changed` is in one process, as in the editor; `opened` in another
that finds on the disk what was said of the other paragraphs, as `check` does, without the time that the engine takes
to wake. Times are seconds, of the whole check with the pack Grammar; `limit` is what it may take on an idle machine.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from copydesk.article import Source
from copydesk.check.cache import RemarkCache
from copydesk.check.desk import Desk
from copydesk.check.settings import GRAMMAR, Grammar, Settings
from copydesk.engines import engine_for
from copydesk.engines.languagetool.places import installation

_LIMIT = 0.15
_SLIP = " They did recieve it {} times."


def main() -> int:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--size", type=int, default=50_000)
    parser.add_argument("--changes", type=int, default=20)
    chosen = parser.parse_args()
    paragraphs = _paragraphs(chosen.articles, chosen.size)
    engines = ["harper", *(["languagetool"] if installation() else [])]
    figures = {engine: _times(engine, paragraphs, chosen.changes) for engine in engines}
    print(json.dumps({"characters": len("\n\n".join(paragraphs)), "limit": _LIMIT, **figures}, indent=2))
    return 0


def _paragraphs(folder: Path, size: int) -> list[str]:
    """Return paragraphs of the articles in a folder, as many as make up a size, behind a headline."""
    found = ["One long article"]
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            if len("\n\n".join(found)) >= size:
                return found
            if line.strip():
                found.append(line.strip())
    raise SystemExit(f"{folder} has no {size:,} characters")


def _times(engine: str, paragraphs: list[str], changes: int) -> dict[str, dict[str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        store = RemarkCache(Path(folder, "remarks.sqlite3"))
        desk = _desk(engine, store)
        _check(desk, paragraphs)
        changed = [_timed(lambda at=at: _slip_is_found(desk, paragraphs, at)) for at in range(1, changes + 1)]
        opened = []
        for at in range(changes + 1, 2 * changes + 1):
            engine_for.cache_clear()  # as a process that has just started
            desk = _desk(engine, RemarkCache(Path(folder, "remarks.sqlite3")))
            assert desk.engine is not None
            desk.engine.check(desk.read(Source.from_text(f"Headline\n\nThe engine wakes for {at}.\n", "a.txt")).parts)
            opened.append(_timed(lambda desk=desk, at=at: _slip_is_found(desk, paragraphs, at)))
    return {"changed": _summary(changed), "opened": _summary(opened)}


def _desk(engine: str, store: RemarkCache) -> Desk:
    return Desk(Settings(select=(GRAMMAR,), grammar=msgspec.convert({"engine": engine}, Grammar)), store)


def _check(desk: Desk, paragraphs: list[str]) -> list[str]:
    """Return the words that grammar marks in an article of these paragraphs."""
    article = desk.read(Source.from_text("\n\n".join(paragraphs) + "\n", "a.txt"))
    outcome = desk.outcome(article)
    if outcome.crashes:
        raise SystemExit(outcome.crashes[0].error)
    return [article.words_at(finding.span) for finding in outcome.findings]


def _slip_is_found(desk: Desk, paragraphs: list[str], at: int) -> None:
    changed = [*paragraphs]
    changed[at] += _SLIP.format(at)
    assert "recieve" in _check(desk, changed)


def _timed(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _summary(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {"min": round(ordered[0], 3), "median": round(statistics.median(ordered), 3), "max": round(ordered[-1], 3)}


if __name__ == "__main__":
    sys.exit(main())
