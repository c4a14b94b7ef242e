"""What reports say of the rules that occur in them. Results name rules; here they are looked up.

A rule is imported only by a report that explains rules, and only where its pack has findings, so that a check
whose results all come from the cache stays free of them.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.check.results import EngineUsed, Results
from copydesk.rules import Bad, Rule, Severity
from copydesk.rules.loading import installed_rules

_MOST_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule's documentation: the first paragraph and the others; `examples` are copy before and after its fix."""

    name: str
    severity: Severity
    summary: str
    details: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()


def documentation(results: Results) -> dict[str, RuleText]:
    """Return what there is to say of every rule that has findings, by name, in the order of the names.

    Of an engine's own rules and a house's YAML rules the report knows no more than where they come from.
    """
    severities: dict[str, Severity] = {}
    for file in results.files:
        for finding in file.findings:
            severities.setdefault(finding.rule, finding.severity or "warning")
    installed = _installed(severities)
    return {
        name: _text_of(installed[name]) if name in installed else _unknown(name, severities[name], results.engine)
        for name in sorted(severities)
    }


def _installed(names: Iterable[str]) -> dict[str, type[Rule]]:
    packs = {name.partition(".")[0] for name in names}
    rules, _ = installed_rules(packs.__contains__) if packs else ([], [])
    return {rule.name: rule for rule in rules}


def _text_of(rule: type[Rule]) -> RuleText:
    own = vars(rule).get("__doc__")  # not a base class's, which would be about something else
    summary, *details = inspect.cleandoc(own).split("\n\n") if own else [f"The rule {rule.name}."]
    examples = [
        (example.body, example.fixed)
        for example in rule.examples
        if isinstance(example, Bad) and example.body and example.fixed and not example.headline
    ]
    shortest = sorted(examples, key=lambda pair: len(pair[0]))[:_MOST_EXAMPLES]
    return RuleText(rule.name, rule.severity, " ".join(summary.split()), tuple(details), tuple(shortest))


def _unknown(name: str, severity: Severity, engine: EngineUsed | None) -> RuleText:
    pack, _, own = name.partition(".")
    if pack == "Grammar" and engine:
        return RuleText(name, severity, f"The grammar engine {engine.name} reports this as “{own}”.")
    return RuleText(name, severity, f"A rule of the pack “{pack}”.")
