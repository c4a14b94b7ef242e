"""Rules whose fixes never come to rest make none; the fixes of other rules are made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from copydesk.article import Source, read
from copydesk.check.check import check
from copydesk.check.fixing import Fixing
from copydesk.check.outcome import Checked
from copydesk.check.results import FileResult
from copydesk.check.run import Runner
from copydesk.check.settings import Settings
from copydesk.rules import Article, Finding, Rule, Span, change_to


class Changing(Rule):
    """Changes one word to another, wherever it stands."""

    severity = "warning"

    def __init__(self, name: str, old: str, new: str) -> None:
        self.name, self._old, self._new = name, old, new

    def check(self, article: Article) -> Iterator[Finding]:
        at = article.text.find(self._old)
        if at >= 0:
            span = Span(at, at + len(self._old))
            yield Finding(span, "Change it.", fixes=(change_to(span, self._new),))


class Stub:
    """A runner that checks with some rules."""

    def __init__(self, *rules: Rule) -> None:
        self._rules = rules

    def recheck(self, path: Path, source: Source) -> Checked:
        article = read(source)
        return Checked(article, tuple(check(article, (), self._rules, Settings()).findings))


@pytest.mark.parametrize(
    "pairs",
    [
        [("river", "riverriver")],
        [("river", "stream"), ("stream", "river")],
        [("river", "stream"), ("stream", "brook"), ("brook", "river")],
    ],
)
def test_rules_that_never_come_to_rest_make_no_fix(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A headline\n\nThe river rose in the old town.\n")
    rules = [Changing(f"Test.Rule{number}", old, new) for number, (old, new) in enumerate(pairs)]
    runner = Stub(*rules, Changing("Test.Sound", "old", "new"))
    fixing = Fixing(cast(Runner, runner), unsafe=True)
    fixing.fixed(FileResult(str(path), checked=runner.recheck(path, Source.from_bytes(path.read_bytes(), str(path)))))
    assert path.read_text() == "A headline\n\nThe river rose in the new town.\n"
    assert fixing.made == 1
    assert len(fixing.fights) == 1
