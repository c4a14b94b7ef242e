"""A house rule: what a YAML file asks for, as a rule like any other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from copydesk.article import Article, Part, Span
from copydesk.rules.finding import Finding, Severity
from copydesk.rules.house.actions import Action, fixes
from copydesk.rules.house.document import BadRule, Node
from copydesk.rules.house.patterns import (
    TIMEOUT,
    Deadline,
    Exceptions,
    Finder,
    Match,
    compiled,
    expanded,
    refers_to_groups,
)
from copydesk.rules.house.scopes import Scope
from copydesk.rules.patience import Cut
from copydesk.rules.rule import Example, Rule

_DIRECTIVE = re.compile(r"%(?:%|(?:\[(\d+)\])?[sdvq])")
_QUOTED_DIRECTIVE = re.compile(r"(['\"“‘])%(?:\[1\])?s(['\"”’])")
_METACHARACTER = re.compile(r"[\\^$*+?{}\[\]()]")


class RunawayPattern(Cut):
    """A rule's pattern took longer than it may."""


@dataclass(frozen=True)
class Swap:
    """What a substitution puts in the place of what it finds."""

    key: Node
    value: str


@dataclass(frozen=True)
class Definition:
    """A rule file that was understood. `swaps` is for a substitution, in the order of `finder`'s alternatives."""

    name: str
    path: str
    kind: str
    message: str
    severity: Severity
    scope: Scope
    finder: Finder
    exceptions: Exceptions
    action: Action
    description: str = ""
    link: str = ""
    limit: int = 0
    swaps: Sequence[Swap] = ()
    capitalize: bool = False
    ignorecase: bool = False
    safe: bool = False
    skips_quotations: bool = False
    skips_addresses: bool = True
    examples: Sequence[Example] = field(default=())


class HouseRule(Rule):
    """A rule from a YAML file. Its name, severity and documentation are the file's own."""

    def __init__(self, definition: Definition) -> None:
        super().__init__()
        self.definition = definition
        # Set past the type checker: for other rules these belong to the class, for this one to the file.
        vars(self).update(
            name=definition.name,
            severity=definition.severity,
            examples=tuple(definition.examples),
            in_quotations=not definition.skips_quotations,
            fault="spelling" if definition.kind == "spelling" else "",
            in_addresses=not definition.skips_addresses,
            __doc__=documentation(definition),
        )

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield what is found, part by part. Raises RunawayPattern."""
        left = self.definition.limit or -1
        for part in article.parts:
            for finding in article.cache.get((self, part.level), part, self._check_part):
                if left == 0:
                    return
                left -= 1
                yield finding.in_text(part)

    def _check_part(self, part: Part) -> tuple[Finding, ...]:
        found: dict[Span, Finding] = {}
        try:
            for stretch in self.definition.scope.stretches(part):
                for finding in self._check_stretch(part, stretch):
                    found.setdefault(finding.span, finding)
        except TimeoutError:
            raise RunawayPattern(
                f"{self.name} ({self.definition.path}): its pattern took longer than {TIMEOUT:g} seconds on "
                f"“{part.words[:30]}…”; make it simpler: repetition within repetition, (a+)+, is the usual cause"
            ) from None
        return tuple(found[span] for span in sorted(found))

    def _check_stretch(self, part: Part, stretch: Span) -> Iterator[Finding]:
        words = part.words[stretch.start : stretch.end]
        deadline = Deadline()
        matches = list(self.definition.finder.find(words, deadline))
        if not matches:
            return
        is_excepted = self.definition.exceptions.within(words, deadline)
        openings = frozenset(sentence.start for sentence in part.sentences)
        why = " ".join(filter(None, (self.definition.description, self.definition.link)))
        for match in matches:
            if is_excepted(match.start, match.end):
                continue
            shown = self._shown(words, match, deadline)
            if shown is None:
                continue
            message, alternatives = shown
            span = Span(match.start, match.end).shifted(stretch.start)
            offered = fixes(part.words, openings, span, alternatives, safe=self.definition.safe)
            yield Finding(span, message, fixes=tuple(offered), evidence=why)

    def _shown(self, words: str, match: Match, deadline: Deadline) -> tuple[str, list[str]] | None:
        """Return the message and what could stand there instead; None if what stands there is right."""
        observed = words[match.start : match.end]
        if self.definition.kind == "substitution":
            return self._substitution(words, match, deadline)
        alternatives = self.definition.action.alternatives(observed)
        instead = alternatives[0] if len(alternatives) == 1 else _either(alternatives, "'", "'")
        return formatted(self.definition.message, [observed, instead or observed]), alternatives

    def _substitution(self, words: str, match: Match, deadline: Deadline) -> tuple[str, list[str]] | None:
        definition = self.definition
        observed = words[match.start : match.end]
        expected = self._expected(words, match, deadline)
        if definition.action.name == "replace" or not _METACHARACTER.search(expected):
            options = [option.replace("\0", "|") for option in expected.replace(r"\|", "\0").split("|")]
            options = [option for option in options if option] or [""]
            if definition.capitalize and observed == _capitalized(observed):
                options = [_capitalized(option) for option in options]
            if observed in options or observed.replace("’", "'") in options:
                return None
            if definition.action.params or definition.action.name == "remove":
                options = definition.action.alternatives(observed)
            return formatted(*_quoted_once(definition.message, options, observed)), options
        # Vale reads such a value as a pattern for the forms that are right, and offers nothing.
        if _fits(definition.swaps[match.which].key, expected, observed):
            return None
        return formatted(definition.message, [expected, observed]), definition.action.alternatives(observed)

    def _expected(self, words: str, match: Match, deadline: Deadline) -> str:
        swap = self.definition.swaps[match.which]
        if not refers_to_groups(swap.value):
            return swap.value
        pattern = compiled(swap.key, swap.key.text or "", ignorecase=self.definition.ignorecase)
        # In its place first: what the pattern asks of the words around is seen only there.
        found = pattern.match(words, match.start, timeout=deadline.left)
        if found is None or found.end() != match.end:
            found = pattern.search(words[match.start : match.end], timeout=deadline.left)
        return expanded(swap.value, found) if found else swap.value


def documentation(definition: Definition) -> str:
    """Return what there is to say of a YAML rule, laid out as a rule's docstring: what, why, source."""
    what = definition.description or formatted(definition.message, ["…", "…"])
    if definition.description:
        what += "\n\n" + "It says: " + formatted(definition.message, ["…", "…"])
    return "\n\n".join(filter(None, (what, definition.link and f"See {definition.link}")))


def formatted(message: str, values: Sequence[str]) -> str:
    """Fill in %s and %[2]s; where there are more places than values, the last is said again."""
    position = 0

    def value(directive: re.Match[str]) -> str:
        nonlocal position
        if directive.group() == "%%":
            return "%"
        if directive[1]:
            return values[min(int(directive[1]), len(values)) - 1]
        position += 1
        return values[min(position, len(values)) - 1]

    return " ".join(_DIRECTIVE.sub(value, message).split())


def _quoted_once(message: str, options: Sequence[str], observed: str) -> tuple[str, list[str]]:
    """Return the message, and values for it in which each option has quotation marks of its own, once.

    Marks that stand around the first %s are kept: Use '%s' → Use 'plenty' or 'lots'.
    """
    marks = _QUOTED_DIRECTIVE.search(message)
    if marks is None or _DIRECTIVE.search(message, 0, marks.start()):
        return message, [_either(options, "'", "'"), observed]
    stripped = message[: marks.start()] + "%s" + message[marks.end() :]
    return stripped, [_either(options, marks[1], marks[2]), observed]


def _either(options: Sequence[str], opening: str, closing: str) -> str:
    quoted = [f"{opening}{option}{closing}" for option in options]
    if len(quoted) < 3:
        return " or ".join(quoted)
    return ", ".join(quoted[:-1]) + f", or {quoted[-1]}"


def _capitalized(words: str) -> str:
    return words[:1].upper() + words[1:]


def _fits(place: Node, expected: str, observed: str) -> bool:
    try:
        pattern = compiled(place, expected, ignorecase=False)
        return pattern.fullmatch(observed, timeout=TIMEOUT) is not None
    except BadRule:
        return expected == observed
