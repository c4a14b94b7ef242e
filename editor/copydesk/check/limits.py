"""How much is said of one article: no more than anybody reads, and than a report can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from copydesk.article import Article
from copydesk.rules import Finding, TooMuch

MOST_FINDINGS = 5_000  # of one rule
_MOST_PLACES = 500  # that one finding shows or changes
_MOST_PLACES_OF_ALL = 50_000  # that all findings show or change besides their own
_FEW_PLACES = 5


class Limits:
    """Lets findings of one article pass, as many of each rule as may be.

    `notices` say what was left out; `unchecked` are those of them that say of which rules there may be more.
    """

    def __init__(self, article: Article) -> None:
        self._name = article.source.name
        self._counts: Counter[str] = Counter()
        self._places = 0
        self._cut: set[str] = set()
        self.notices: list[str] = []
        self.unchecked: list[str] = []

    def within(self, found: Iterable[Finding], rule: str = "") -> Iterator[Finding]:
        """Yield the first findings of each rule. Where all are of one, `rule`, it ends after them."""
        try:
            for finding in found:
                name = rule or finding.rule
                self._counts[name] += 1
                if self._counts[name] <= MOST_FINDINGS:
                    yield self._bounded(finding, name)
                elif self._counts[name] == MOST_FINDINGS + 1:
                    what = f"found more than {MOST_FINDINGS:,} places; only the first ones are reported"
                    self._notice(name, what, unchecked=True)
                    if rule:
                        return
        except TooMuch as error:
            self._notice(rule, str(error), unchecked=True)

    def _notice(self, rule: str, what: str, *, unchecked: bool = False) -> None:
        line = f"{self._name}: {rule} {what}"
        self.notices.append(line)
        if unchecked:
            self.unchecked.append(line)

    def _bounded(self, finding: Finding, rule: str) -> Finding:
        """Return a finding with its first related places, without the fixes of all places where they are very many.

        Each of the places has a finding of its own, so that together they would grow with the square of their number.
        """
        most = _MOST_PLACES if self._places <= _MOST_PLACES_OF_ALL else _FEW_PLACES
        fixes = tuple(fix for fix in finding.fixes if not fix.everywhere or len(fix.edits) <= most)
        self._places += len(finding.related[:most]) + sum(len(fix.edits) for fix in fixes if fix.everywhere)
        if len(fixes) == len(finding.fixes) and len(finding.related) <= most:
            return finding
        if rule not in self._cut:
            self._cut.add(rule)
            what = (
                f"found faults in very many places; one finding shows or changes at most {_MOST_PLACES:,} of them, "
                f"all together at most {_MOST_PLACES_OF_ALL:,}, and each one after that {_FEW_PLACES}"
            )
            self._notice(rule, what)
        return replace(finding, related=finding.related[:most], fixes=fixes)
