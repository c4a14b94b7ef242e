"""The contract for rule authors. Everything a rule needs is imported from here or from `copydesk.facts`."""

from copydesk.article import Article, Edit, Part, Span, Stretches
from copydesk.patterns import pattern
from copydesk.rules.finding import SEVERITIES, Finding, Fix, Related, Severity, change_all, change_to
from copydesk.rules.rule import Bad, Example, Good, House, Options, PartRule, Rule, TooMuch

__all__ = [
    "SEVERITIES",
    "Article",
    "Bad",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "Good",
    "House",
    "Options",
    "Part",
    "PartRule",
    "Related",
    "Rule",
    "Severity",
    "Span",
    "Stretches",
    "TooMuch",
    "change_all",
    "change_to",
    "pattern",
]
