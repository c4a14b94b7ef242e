"""Testing rules: every rule's examples are its tests, for built-in rules and for anybody's.

`failures` says what is wrong with one example; `trials` lists a rule's examples with names and places, for
whoever runs them: `copydesk rules test`, the pytest plugin, or a test of your own:

    @pytest.mark.parametrize("trial", trials(MyRule), ids=str)
    def test_my_rule(trial): assert not trial.complaints()
"""

from __future__ import annotations

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from copydesk.article import Article, Edit, Source, read
from copydesk.article.as_read import AsRead
from copydesk.article.edits import apply
from copydesk.facts import quotations
from copydesk.rules.finding import Finding
from copydesk.rules.house.cases import Case
from copydesk.rules.house.rule import HouseRule
from copydesk.rules.rule import Bad, Example, Good, Rule


def article_of(example: Example) -> Article:
    """Return the example as an article: a plain-text file with a headline."""
    return _article(example, example.text)


def failures(rule: type[Rule] | Rule, example: Example) -> Iterator[str]:
    """Yield a line for each way in which the rule does not treat the example as it says.

    Raises what the rule raises.
    """
    checker = _prepared(rule, example)
    article = article_of(example)
    found = heard(checker, article)
    if isinstance(example, Good):
        for finding in found:
            yield f"reports “{article.words_at(finding.span)}” in good copy: {finding.message}"
    elif isinstance(example, Case):
        yield from example.complaints(article, found)
        yield from _fixed_otherwise(checker, article, found, example)
    elif isinstance(example, Bad):
        if found:
            yield from _marked_otherwise(article, found, example)
            yield from _fixed_otherwise(checker, article, found, example)
        else:
            yield f"finds nothing in bad copy: {example.body or example.headline}"
    else:
        yield f"is tested by a {type(example).__name__}; an example is Bad or Good"


def heard(rule: Rule, article: Article) -> list[Finding]:
    """Return what the rule finds and a check would report: inside quotations only what asks to be heard there."""
    found = list(rule.check(article)) if rule.reads_source else _said_as_read(rule, article)
    if rule.in_quotations:
        return found
    quoted = [quotation.span for quotation in article.facts(quotations)]
    return [finding for finding in found if not any(span.contains(finding.span) for span in quoted)]


def _said_as_read(rule: Rule, article: Article) -> list[Finding]:
    as_read = AsRead(article)
    return [finding.placed(as_read.span) for finding in rule.check(as_read.article)]


def _article(example: Example, text: str) -> Article:
    if isinstance(example, Case):
        return example.read(text)
    article = read(Source.from_text(text, "example.txt"))
    if not example.standfirst:
        return article
    # In plain text a second line with a full stop need not be a standfirst; here it is said to be one.
    headline, second, *rest = article.parts
    parts = (headline, replace(second, kind="standfirst"), *rest)
    return replace(article, parts=parts, perhaps_standfirst=None)


def _prepared(rule: type[Rule] | Rule, example: Example) -> Rule:
    if isinstance(rule, Rule):
        return rule
    return rule(example.options, example.house)


def _marked_otherwise(article: Article, found: Sequence[Finding], example: Bad) -> Iterator[str]:
    expected = [example.found] if isinstance(example.found, str) else list(example.found)
    marked = [article.words_at(finding.span) for finding in found]
    if expected and Counter(expected) != Counter(marked):
        yield f"marks {_quoted(marked)}, not {_quoted(expected)}"


def _fixed_otherwise(checker: Rule, article: Article, found: Sequence[Finding], example: Bad | Case) -> Iterator[str]:
    expected = _expected_text(example)
    if expected is None:
        return
    text = apply(article.text, first_fixes(found))
    if text.rstrip("\n") != expected.rstrip("\n"):
        became, wanted = _first_difference(text, expected)
        yield f"fixes to “{became}”, not to “{wanted}”"
        return
    for finding in heard(checker, _article(example, text)):
        yield f"is not content with its own fix: {finding.message}"


def _expected_text(example: Bad | Case) -> str | None:
    if isinstance(example, Case) or (example.fixed is None and example.fixed_headline is None):
        return example.fixed
    return Bad(
        example.body if example.fixed is None else example.fixed,
        headline=example.headline if example.fixed_headline is None else example.fixed_headline,
        standfirst=example.standfirst,
    ).text


def _first_difference(text: str, expected: str) -> tuple[str, str]:
    """Return the first line that differs, and what it should be."""
    pairs = zip_longest(text.split("\n"), expected.split("\n"), fillvalue="")
    return next(pair for pair in pairs if pair[0] != pair[1])


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def first_fixes(found: Sequence[Finding]) -> list[Edit]:
    """Return the edits of the first fix of every finding, leaving out those that overlap one taken before."""
    taken: list[Edit] = []
    for finding in found:
        for fix in finding.fixes[:1]:
            free = all(not edit.span.overlaps(other.span) and edit != other for edit in fix.edits for other in taken)
            if free:
                taken += fix.edits
    return taken


@dataclass(frozen=True)
class Trial:
    """One example of a rule, as a test. `label` names it within the rule; `path` and `line` say where it stands.

    Without an example it stands for what the rule lacks, and its complaint says so.
    """

    rule: type[Rule] | Rule
    label: str
    path: str
    line: int
    example: Example | None = None
    lack: str = ""

    def __str__(self) -> str:
        return f"{self.rule.name}::{self.label}"

    def complaints(self) -> list[str]:
        """Return a line for each way in which the rule fails here; none if all is well. Raises what it raises."""
        return [self.lack] if self.example is None else list(failures(self.rule, self.example))


def trials(rule: type[Rule] | Rule) -> list[Trial]:
    """Return the examples of a rule in their order, each as a test; one that says so if there are none."""
    path, line, lines = _places(rule)
    if not rule.examples:
        lack = "has no examples; write at least one of bad copy and one of good"
        return [Trial(rule, "examples", path, line, lack=lack)]
    labels = _labels(rule.examples)
    found = [
        Trial(rule, label, path, place, example)
        for label, place, example in zip(labels, lines, rule.examples, strict=True)
    ]
    if all(
        isinstance(example, Good) or (isinstance(example, Case) and _is_quiet(example)) for example in rule.examples
    ):
        lack = "has no example of bad copy, so nothing shows that it ever finds anything; write one"
        found.append(Trial(rule, "bad-examples", path, line, lack=lack))
    return found


def _is_quiet(case: Case) -> bool:
    return case.is_silent or not (case.contains or case.want or case.fixed is not None)


def _labels(examples: Sequence[Example]) -> list[str]:
    """Return a short name for each example that no other has: “bad-2-troops-took-1-150-square”."""
    counts: Counter[str] = Counter()
    labels = []
    for example in examples:
        if isinstance(example, Case):
            label = example.name.replace("::", ":")
            counts[label] += 1
            labels.append(f"{label} ({counts[label]})" if counts[label] > 1 else label)
        else:
            kind = type(example).__name__.lower()
            counts[kind] += 1
            words = re.sub(r"\W+", "-", (example.body or example.headline).lower())
            labels.append(f"{kind}-{counts[kind]}-{words[:40]}".strip("-"))
    return labels


def _places(rule: type[Rule] | Rule) -> tuple[str, int, list[int]]:
    """Return file and line of a rule, and the line of each of its examples."""
    if isinstance(rule, HouseRule):
        return rule.definition.path, 1, [getattr(example, "line", 1) for example in rule.examples]
    cls = rule if isinstance(rule, type) else type(rule)
    try:
        path = inspect.getsourcefile(cls) or ""
        line, lines = _class_places(path).get(cls.__name__, (1, []))
    except (TypeError, OSError, SyntaxError):  # made at run time: there is no source
        path, line, lines = f"<{cls.__module__}>", 1, []
    return path, line, lines if len(lines) == len(rule.examples) else [line] * len(rule.examples)


@lru_cache(maxsize=256)
def _class_places(path: str) -> dict[str, tuple[int, list[int]]]:
    """Return, for each class in a Python file, its line and those of what its `examples` list holds."""
    found: dict[str, tuple[int, list[int]]] = {}
    for node in ast.parse(Path(path).read_bytes()).body:
        if isinstance(node, ast.ClassDef):
            lines: list[int] = []
            for statement in node.body:
                targets = (
                    statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
                )
                value = getattr(statement, "value", None)
                is_examples = any(isinstance(target, ast.Name) and target.id == "examples" for target in targets)
                if is_examples and isinstance(value, ast.List | ast.Tuple):
                    lines = [element.lineno for element in value.elts]
            found[node.name] = (node.lineno, lines)
    return found
