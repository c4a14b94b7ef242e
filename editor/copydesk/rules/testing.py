"""Testing rules: every rule's examples are its tests, for built-in rules and for anybody's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.article import Article, Edit, Source, read
from copydesk.article.edits import apply
from copydesk.rules.finding import Finding
from copydesk.rules.rule import Bad, Example, Good, Rule


def article_of(example: Example) -> Article:
    """Return the example as an article: a plain-text file with a headline."""
    return read(Source.from_text(example.text, "example.txt"))


def failures(rule: type[Rule] | Rule, example: Example) -> Iterator[str]:
    """Yield a line for each way in which the rule does not treat the example as it says."""
    checker = _prepared(rule, example)
    article = article_of(example)
    found = list(checker.check(article))
    if isinstance(example, Good):
        for finding in found:
            yield f"reports “{article.words_at(finding.span)}” in good copy: {finding.message}"
        return
    assert isinstance(example, Bad)
    if not found:
        yield f"finds nothing in bad copy: {example.body or example.headline}"
        return
    yield from _marked_otherwise(article, found, example)
    yield from _fixed_otherwise(checker, article, found, example)


def _prepared(rule: type[Rule] | Rule, example: Example) -> Rule:
    if isinstance(rule, Rule):
        return rule
    return rule(example.options, example.house)


def _marked_otherwise(article: Article, found: Sequence[Finding], example: Bad) -> Iterator[str]:
    expected = [example.found] if isinstance(example.found, str) else list(example.found)
    marked = [article.words_at(finding.span) for finding in found]
    if expected and Counter(expected) != Counter(marked):
        yield f"marks {marked}, not {expected}"


def _fixed_otherwise(checker: Rule, article: Article, found: Sequence[Finding], example: Bad) -> Iterator[str]:
    if example.fixed is None and example.fixed_headline is None:
        return
    text = apply(article.text, first_fixes(found))
    expected = Bad(
        example.body if example.fixed is None else example.fixed,
        headline=example.headline if example.fixed_headline is None else example.fixed_headline,
        standfirst=example.standfirst,
    ).text
    if text != expected:
        yield f"fixes to {text!r}, not to {expected!r}"
        return
    for finding in checker.check(read(Source.from_text(text, "example.txt"))):
        yield f"is not content with its own fix: {finding.message}"


def first_fixes(found: Sequence[Finding]) -> list[Edit]:
    """Return the edits of the first fix of every finding, leaving out those that overlap one taken before."""
    taken: list[Edit] = []
    for finding in found:
        for fix in finding.fixes[:1]:
            free = all(not edit.span.overlaps(other.span) and edit != other for edit in fix.edits for other in taken)
            if free:
                taken += fix.edits
    return taken
