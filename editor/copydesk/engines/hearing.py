"""How a copy desk hears the rules of an engine: which are off, and which are no more than suggestions.

That is data, with a reason each: `data/harper.yaml` and `data/languagetool.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from copydesk.facts.lexicons import lines, read

Heard = Literal["warning", "suggestion", "spacing", "off"]

_DATA = Path(__file__).with_name("data")
_PARTED = " — "  # a name from its reason


class Hearing:
    """What the file of an engine says of its rules."""

    def __init__(self, engine: str) -> None:
        self._file = _DATA / f"{engine}.yaml"
        self._rules: dict[str, Heard] = {}
        self._off = _Names(self._names("rules off"), self._names("categories off"))
        self._suggested = _Names(self._names("rules suggested"), self._names("categories suggested"))
        self._spelling = _Names(self._names("rules of spelling"), [])
        heard: tuple[tuple[str, Heard], ...] = (
            ("rules off", "off"),
            ("rules suggested", "suggestion"),
            ("rules of spacing", "spacing"),
            ("rules heard", "warning"),
        )
        for key, how in heard:
            self._rules |= dict.fromkeys(self._names(key), how)

    def of(self, rule: str, category: str) -> Heard:
        """Return how a rule of a category is heard: its own line first, then what is off, then what is suggested."""
        if rule not in self._rules:
            off, suggested = (which.have(rule, category) for which in (self._off, self._suggested))
            return "off" if off else "suggestion" if suggested else "warning"
        return self._rules[rule]

    def is_spelling(self, rule: str) -> bool:
        """Whether all that a rule says is that a word is in no list."""
        return self._spelling.have(rule, "")

    def rules(self, how: Heard) -> Iterator[str]:
        """Yield the rules that are heard so by a line of their own."""
        return (rule for rule, heard in self._rules.items() if heard == how)

    @property
    def named(self) -> frozenset[str]:
        """The rules that have a line of their own."""
        return frozenset(self._rules)

    @property
    def groups_off(self) -> list[str]:
        """The groups of the engine's own settings that are switched off in it."""
        return self._names("groups off")

    def _names(self, key: str) -> list[str]:
        return [line.partition(_PARTED)[0] for line in lines(self._file, key)] if key in read(self._file) else []


class _Names:
    """Names of rules, some with a “*” for a beginning or an end, and of categories."""

    def __init__(self, rules: list[str], categories: list[str]) -> None:
        self._whole = frozenset(rules)
        self._beginnings = tuple(rule[:-1] for rule in rules if rule.endswith("*"))
        self._ends = tuple(rule[1:] for rule in rules if rule.startswith("*"))
        self._categories = frozenset(categories)

    def have(self, rule: str, category: str) -> bool:
        return (
            rule in self._whole
            or category in self._categories
            or rule.startswith(self._beginnings)
            or rule.endswith(self._ends)
        )
