"""Where in an article a rule looks: Vale's scopes, and ours for the parts of a news article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.article import Kind, Part, Span
from copydesk.facts import quotations
from copydesk.rules.house.document import Node, meant

# What each part answers to. Vale knows neither headlines nor standfirsts: to it they are a heading and a paragraph.
_LABELS: dict[Kind, frozenset[str]] = {
    "headline": frozenset(("text", "heading", "h1", "headline")),
    "heading": frozenset(("text", "heading")),
    "standfirst": frozenset(("text", "paragraph", "standfirst")),
    "byline": frozenset(("text", "byline")),
    "dateline": frozenset(("text", "dateline")),
    "paragraph": frozenset(("text", "paragraph")),
    "item": frozenset(("text", "list")),
    "quote": frozenset(("text", "blockquote", "quote")),
    "cell": frozenset(("text", "table", "cell")),
    "caption": frozenset(("text", "caption", "figure")),
    "note": frozenset(("text", "paragraph", "note")),
}
_UNITS = frozenset(("sentence", "quote"))  # they narrow down what of a part is looked at
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_KNOWN = frozenset().union(*_LABELS.values()) | _UNITS | _HEADINGS
# Vale's scopes for markup and source code, which an article's prose has not.
FOREIGN = frozenset(
    ("raw", "summary", "alt", "title", "code", "link", "strong", "emphasis", "comment", "meta", "header", "attr")
)
_ORDER: tuple[Kind, ...] = (
    "paragraph",
    "headline",
    "standfirst",
    "heading",
    "quote",
    "item",
    "caption",
    "cell",
    "note",
    "byline",
    "dateline",
)


@dataclass(frozen=True)
class Selector:
    """One way to be in scope: all labels of `wanted` and none of `unwanted`; `h2 & ~list` for example."""

    wanted: frozenset[str]
    unwanted: frozenset[str]

    def takes(self, labels: frozenset[str]) -> bool:
        return self.wanted - _UNITS <= labels and not self.unwanted & labels


@dataclass(frozen=True)
class Scope:
    """The union of some selectors."""

    selectors: tuple[Selector, ...]

    def stretches(self, part: Part) -> Iterator[Span]:
        """Yield what of the part is in scope, spans relative to the part; some may lie within others."""
        labels = _LABELS[part.kind] | {f"h{part.level}"} if part.kind == "heading" else _LABELS[part.kind]
        for selector in self.selectors:
            if not selector.takes(labels):
                continue
            if "quote" in selector.wanted and part.kind != "quote":
                yield from (quotation.span for quotation in quotations.local(part))
            elif "sentence" in selector.wanted:
                # Headings are no sentences, to Vale or to an editor.
                yield from () if "heading" in labels else part.sentences
            else:
                yield Span(0, len(part.words))

    @property
    def likeliest(self) -> tuple[Kind, int]:
        """Kind and level of the part that copy is most likely meant to be when a test gives it to the rule."""
        for kind in _ORDER:
            for level in range(2, 7) if kind == "heading" else (0,):
                labels = _LABELS[kind] | {f"h{level}"}
                if any(selector.takes(labels) for selector in self.selectors):
                    return kind, level
        return "paragraph", 0


def scope_of(node: Node | None) -> tuple[Scope, list[str]]:
    """Return the scope that a rule file asks for, and the scopes in it that articles have not.

    Without a node it is all text. Raises BadRule for a scope that nobody knows.
    """
    if node is None or not node.as_list("scope"):
        return Scope((Selector(frozenset(("text",)), frozenset()),)), []
    selectors, foreign = [], []
    for item in node.as_list("scope"):
        labels = [label.strip() for label in item.as_text("scope").split("&")]
        if missing := [label for label in labels if _foreign(item, label)]:
            foreign += missing
        else:
            selectors.append(_selector(labels))
    return Scope(tuple(selectors)), foreign


def _selector(labels: Sequence[str]) -> Selector:
    wanted = [name for label in labels if not label.startswith("~") for name in label.split(".")]
    unwanted = [name for label in labels if label.startswith("~") for name in label[1:].split(".")]
    return Selector(frozenset(wanted), frozenset(unwanted))


def _foreign(item: Node, label: str) -> bool:
    """Whether a label is one of Vale's that articles have not. Raises BadRule if nobody knows it."""
    names = label.removeprefix("~").split(".")
    for name in names:
        if name not in _KNOWN and name not in FOREIGN and (name == names[0] or names[0] != "text"):
            raise item.error(f"there is no scope “{name}”.{meant(name, _KNOWN - _HEADINGS)}")
    if label.startswith("~"):
        return False  # nothing has it, so “not” that is always true
    return any(name not in _KNOWN for name in names)
