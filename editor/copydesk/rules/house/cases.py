"""The `tests:` of a rule file: Vale's, with `fixed:` and silence on top."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copydesk.article import Article, Kind, Part, Source, Span
from copydesk.article.plain import paragraphs
from copydesk.article.prose import Prose
from copydesk.rules.finding import Finding
from copydesk.rules.house.document import Node, meant
from copydesk.rules.rule import Example

_KEYS = ("name", "description", "input", "format", "want", "contains", "absent", "fixed")
_FORMATS = ("md", "txt")
_MARKER = re.compile(r"(?:(?P<heading>#{1,6})|(?P<quote>>)|(?P<item>[-*+]|\d{1,3}[.)]))[ \t]+(?=\S)")


@dataclass(frozen=True, kw_only=True)
class Case(Example):
    """One test of a YAML rule.

    `body` is the input: what a part of kind `kind` says, or Markdown as far as headings, quotes and items go.
    `want` is the whole output, a line `line:column:Pack.Rule:message` for each finding; `contains` and `absent` are
    what is and is not in it; `fixed` is the input after the first fix of every finding. None of them: silence.
    """

    name: str = ""
    line: int = 0
    rule: str = ""
    kind: Kind = "paragraph"
    level: int = 0
    want: str | None = None
    contains: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    fixed: str | None = None

    @property
    def is_silent(self) -> bool:
        """Whether the rule must find nothing."""
        return not (self.want or "").strip() and not self.contains and not self.absent and self.fixed is None

    @property
    def text(self) -> str:
        return self.body

    def read(self, text: str) -> Article:
        """Return the input, or what became of it, as an article."""
        source = Source.from_text(text, "example.txt")
        return Article(source, tuple(_parts(source, self.kind, self.level)))

    def complaints(self, article: Article, found: Sequence[Finding]) -> Iterator[str]:
        """Yield a line for each way in which the findings are not those that the test names."""
        lines = list(self._lines(article, found))
        output = "\n".join(lines)
        if self.is_silent and lines:
            yield f"finds something where nothing is expected: {lines[0]}"
        elif self.want is not None and lines != _lines_of(self.want):
            yield f"says {_listed(lines)}, not {_listed(_lines_of(self.want))}"
        for wanted in self.contains:
            if wanted not in output:
                yield f"does not say “{wanted}”; it says {_listed(lines)}"
        for unwanted in self.absent:
            if unwanted in output:
                yield f"says “{unwanted}”: {_listed(lines)}"

    def _lines(self, article: Article, found: Sequence[Finding]) -> Iterator[str]:
        for finding in found:
            line, column = article.source.locate(finding.span.start)
            yield f"{line}:{column}:{self.rule}:{finding.message}"


def cases_of(node: Node, rule: str, kind: Kind, level: int) -> list[Case]:
    """Read a `tests:` list of the rule named `rule`, whose scope is parts of `kind` and `level`. Raises BadRule."""
    if node.is_null:
        return []
    if node.items is None:
        raise node.error("“tests” must be a list; begin each test with “- name: …”")
    return [replace(_case(item, rule, kind, number), level=level) for number, item in enumerate(node.items, 1)]


def _case(node: Node, rule: str, kind: Kind, number: int) -> Case:
    values: dict[str, Node] = {}
    for key, value in node.as_table("a test"):
        if key.as_text("a test") not in _KEYS:
            raise key.error(f"a test has no key “{key.text}”.{meant(key.as_text(''), _KEYS)}")
        values[key.as_text("a test")] = value
    if "input" not in values or not values["input"].as_text("input").strip():
        raise node.error("this test has no “input”; add the copy to try the rule on")
    if "format" in values and values["format"].as_text("format") not in _FORMATS:
        raise values["format"].error("only md and txt inputs can be tested yet; take the markup out of the input")
    name = values["name"].as_text("name") if "name" in values else ""
    return Case(
        body=values["input"].as_text("input"),
        name=name or f"test {number}",
        line=node.line,
        rule=rule,
        kind=kind,
        want=values["want"].as_text("want") if "want" in values else None,
        contains=_expected(values, "contains"),
        absent=_expected(values, "absent"),
        fixed=values["fixed"].as_text("fixed") if "fixed" in values and not values["fixed"].is_null else None,
    )


def _expected(values: dict[str, Node], key: str) -> tuple[str, ...]:
    items = values[key].as_list(key) if key in values else []
    return tuple(itertools.chain.from_iterable(_lines_of(item.as_text(key)) for item in items))


def _listed(lines: Sequence[str]) -> str:
    return ", ".join(f"“{line}”" for line in lines) or "nothing"


def _lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _parts(source: Source, kind: Kind, level: int) -> Iterator[Part]:
    """Yield the paragraphs of the input as parts of `kind`, those that Markdown marks as what it says."""
    for prose in paragraphs(source):
        span = Span(prose.chunks[0].start, prose.chunks[-1].end)
        marker = _MARKER.match(prose.words)
        if marker is None:
            yield Part(kind, span, prose, level)
            continue
        hashes = len(marker["heading"] or "")
        marked: Kind = (
            "quote" if marker["quote"] else "item" if marker["item"] else "headline" if hashes == 1 else "heading"
        )
        # What is marked stands on one line, or runs on over lines that are only wrapped.
        inner = Span(prose.span(marker.end(), len(prose.words)).start, span.end)
        pieces = [(prose.words[marker.end() :], *inner)] if len(prose.chunks) == 1 else _behind(prose, marker.end())
        yield Part(marked, inner, Prose.joined(pieces), hashes)


def _behind(prose: Prose, offset: int) -> list[tuple[str, int, int]]:
    limits = [*(chunk.prose for chunk in prose.chunks[1:]), len(prose.words)]
    pieces = []
    for chunk, limit in zip(prose.chunks, limits, strict=True):
        if (start := max(chunk.prose, offset)) < limit:
            pieces.append((prose.words[start:limit], *prose.span(start, limit)))
    return pieces
