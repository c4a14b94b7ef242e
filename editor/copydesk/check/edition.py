"""Several articles as one edition: what agrees within each and differs between them (`check --together`)."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from copydesk.article import Article, Edit, Fitting, Part, Source, Span, Unfit
from copydesk.article.prose import Prose
from copydesk.check.check import check
from copydesk.check.settings import Settings
from copydesk.facts import names
from copydesk.rules import Finding, Fix, Rule

_BETWEEN = "\n\n"
_SURE = 0.9  # two articles may well be about two people: what is a fair guess within one is none here
# A name does not make two stories one if more articles have it than the first number and this part of them; however
# many they are, never more than the last.
_RARE = 3, 0.1, 6


def differences(
    articles: Sequence[Article], own: Sequence[Sequence[Finding]], rules: Sequence[Rule], settings: Settings
) -> list[list[Finding]]:
    """Return for each article what the rules that look across articles say of it beside the others.

    `own` are the findings of each article by itself: what these say already is left out. Each difference is reported
    where it stands first in either article; its message says where the other one is. Two articles are compared if
    they have another, rarer name in common: then they are about the same things. Spans count code points of the
    article's own text.
    """
    edition, related = _Edition(articles), _Related(articles)
    found: list[dict[tuple[str, str], Finding]] = [{} for _ in articles]
    outcome = check(edition.article, (), [rule for rule in rules if rule.across], settings, fit=False)
    for finding in outcome.findings:
        if finding.confidence is not None and finding.confidence < _SURE:
            continue
        for number, one in edition.sides_of(finding, related.are):
            if not any(said.rule == one.rule and said.span.overlaps(one.span) for said in own[number]):
                found[number].setdefault((one.rule, articles[number].words_at(one.span)), one)
    return [sorted(each.values(), key=lambda finding: finding.span) for each in found]


class _Side(NamedTuple):
    """A place in the edition: the number of its article, its span there, its words, and where that is."""

    number: int
    span: Span
    words: str
    name: str


class _Related:
    """Which articles are about the same things: they share a name that few of the others have."""

    def __init__(self, articles: Sequence[Article]) -> None:
        words = [frozenset(article.facts(names).spellings) for article in articles]
        count = Counter(word for each in words for word in each)
        few, part, many = _RARE
        most = min(max(few, int(part * len(articles))), many)
        self._rare = [frozenset(word for word in each if count[word] <= most) for each in words]

    def are(self, one: _Side, other: _Side) -> bool:
        return not (self._rare[one.number] & self._rare[other.number]) <= {one.words, other.words}


class _Edition:
    """The articles one after the other, read as one."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._fitting = [Fitting(article) for article in articles]
        self._starts = [0]
        for article in articles:
            self._starts.append(self._starts[-1] + len(article.text) + len(_BETWEEN))
        text = _BETWEEN.join(article.text for article in articles)
        parts = tuple(
            _shifted(part, start)
            for article, start in zip(articles, self._starts, strict=False)
            for part in article.parts
        )
        self.article = Article(Source.from_text(text, "<edition>"), parts, language=articles[0].language)

    def sides_of(
        self, finding: Finding, are_related: Callable[[_Side, _Side], bool]
    ) -> Iterator[tuple[int, Finding]]:
        """Yield a finding that concerns several articles as one in each of them, with the article's number."""
        here = self._side(finding.span)
        others: dict[int, _Side] = {}
        for related in finding.related:
            there = self._side(related.span)
            if there.number != here.number and there.words != here.words and are_related(here, there):
                others.setdefault(there.number, there)
        if not others:
            return
        first = min(others.values())
        yield here.number, self._told(finding, here, first, self._fixes(finding, here.number))
        for there in others.values():
            yield there.number, self._told(finding, there, here, ())

    def _side(self, span: Span) -> _Side:
        number = bisect_right(self._starts, span.start) - 1
        source, local = self._articles[number].source, span.shifted(-self._starts[number])
        line, _ = source.locate(local.start)
        return _Side(number, local, source.text[slice(*local)], f"{source.name}, line {line}")

    def _told(self, finding: Finding, here: _Side, there: _Side, fixes: tuple[Fix, ...]) -> Finding:
        message = f"“{here.words}” is spelt “{there.words}” in {there.name}."
        related = tuple(
            replace(one, span=side.span)
            for one in finding.related
            if (side := self._side(one.span)).number == here.number and side.span != here.span
        )
        return replace(finding, span=here.span, message=message, related=related, fixes=fixes)

    def _fixes(self, finding: Finding, number: int) -> tuple[Fix, ...]:
        """Return the fixes as far as they concern one article."""
        start, end = self._starts[number], self._starts[number + 1]
        fixes = []
        for fix in finding.fixes:
            edits = [edit for edit in fix.edits if start <= edit.start < end]
            if edits and (len(edits) == len(fix.edits) or len(edits) > 1):
                local = tuple(Edit(edit.start - start, edit.end - start, edit.text) for edit in edits)
                try:
                    local = self._fitting[number](local)
                except Unfit:
                    continue
                title = fix.title.replace(f"all {len(fix.edits)} ", f"all {len(edits)} ", 1)
                fixes.append(replace(fix, title=title, edits=local, safe=False))
        return tuple(fixes)


def _shifted(part: Part, by: int) -> Part:
    chunks = tuple(chunk._replace(start=chunk.start + by, end=chunk.end + by) for chunk in part.prose.chunks)
    return Part(part.kind, part.span.shifted(by), Prose(part.words, chunks, part.prose.escapes), part.level)
