"""Understanding a rule file: which keys there are, what they must be, and what is said when they are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from copydesk.rules.finding import Severity
from copydesk.rules.house.actions import action_of
from copydesk.rules.house.cases import Case, cases_of
from copydesk.rules.house.document import BadRule, Node, meant, read_document
from copydesk.rules.house.patterns import Exceptions, Finder
from copydesk.rules.house.rule import Definition, HouseRule, Swap
from copydesk.rules.house.scopes import scope_of

SUPPORTED = ("existence", "substitution")
_NOT_YET = (
    "occurrence",
    "repetition",
    "consistency",
    "conditional",
    "capitalization",
    "metric",
    "spelling",
    "readability",
)
_REFUSED = {
    "script": "are code, and copydesk executes nothing from a rule file",
    "sequence": "need a grammatical tagger, which copydesk does not have",
}
_EXTENDS = (*SUPPORTED, *_NOT_YET, *_REFUSED)

_COMMON = frozenset(
    """extends message level scope link description name limit action tests ignorecase nonword exceptions vocab
    quotes addresses safe""".split()
)
_KEYS = {
    "existence": _COMMON | {"tokens", "raw", "append"},
    "substitution": _COMMON | {"swap", "capitalize", "append", "pos"},
}

Values = Mapping[str, Node]


def load_rule(path: Path) -> tuple[HouseRule | None, str]:
    """Return the rule in a file named `Pack/Rule.yml`, or None and a line that says why it is skipped.

    Raises BadRule: `path:line:column: what; what to do`.
    """
    return rule_in(read_document(path), f"{path.absolute().parent.name}.{path.name.partition('.')[0]}")


def rule_in(document: Node, name: str) -> tuple[HouseRule | None, str]:
    """Return the rule in a document that was read, or None and a line that says why it is skipped."""
    values = {key.as_text("").lower(): value for key, value in document.as_table("a rule")}
    if not values:
        raise document.error("is no rule; begin with a line such as “extends: substitution”")
    kind = _kind(document, values)
    if kind in _REFUSED:
        return None, f"{name}: “{kind}” rules {_REFUSED[kind]}; skipped"
    if kind not in SUPPORTED:
        return None, f"{name}: “{kind}” rules are not supported yet; skipped"
    for key, _ in document.as_table("a rule"):
        if key.as_text("").lower() not in _KEYS[kind]:
            raise key.error(f"“{kind}” rules have no key “{key.text}”.{meant(key.as_text(''), _KEYS[kind])}")
    scope, foreign = scope_of(values.get("scope"))
    if not scope.selectors:
        return None, f"{name}: articles have no scope “{foreign[0]}”; skipped"
    return HouseRule(_definition(document, values, name, kind)), ""


def _kind(document: Node, values: Values) -> str:
    if "extends" not in values:
        raise document.error("has no “extends”; add a line such as “extends: substitution”")
    kind = values["extends"].as_text("extends")
    if kind not in _EXTENDS:
        raise values["extends"].error(f"“extends” cannot be “{kind}”.{meant(kind, _EXTENDS)}")
    return kind


def _definition(document: Node, values: Values, name: str, kind: str) -> Definition:
    swaps = list(_swaps(document, values)) if kind == "substitution" else []
    scope, _ = scope_of(values.get("scope"))
    ignorecase = _flag(values, "ignorecase")
    return Definition(
        name=name,
        path=document.path,
        kind=kind,
        message=_message(document, values),
        severity=_severity(values),
        scope=scope,
        finder=Finder(
            [swap.key for swap in swaps] if swaps else _tokens(document, values),
            ignorecase=ignorecase,
            bounded=not _flag(values, "nonword") and "raw" not in values,
        ),
        exceptions=Exceptions(values["exceptions"].as_list("exceptions") if "exceptions" in values else []),
        action=action_of(values.get("action")),
        description=_text(values, "description"),
        link=_text(values, "link"),
        limit=values["limit"].as_number("limit") if "limit" in values else 0,
        swaps=swaps,
        capitalize=_flag(values, "capitalize"),
        ignorecase=ignorecase,
        safe=_flag(values, "safe"),
        skips_quotations=_looks_into("quotes", values, "check") == "skip",
        skips_addresses=_looks_into("addresses", values, "skip") == "skip",
        examples=_cases(values, name),
    )


def _message(document: Node, values: Values) -> str:
    message = _text(values, "message")
    if not message:
        place = values.get("message", document)
        raise place.error("has no “message”; add a line such as message: \"Use '%s' instead of '%s'.\"")
    return message


def _severity(values: Values) -> Severity:
    severities = get_args(Severity)
    level = _text(values, "level") or "warning"
    for severity in severities:
        if level == severity:
            known: Severity = severity
            return known
    raise values["level"].error(f"“level” cannot be “{level}”.{meant(level, severities)}")


def _looks_into(key: str, values: Values, default: str) -> str:
    """Return “check” or “skip”. Raises BadRule for anything else."""
    if key not in values:
        return default
    answer = values[key].as_text(key)
    if answer not in ("skip", "check"):
        raise values[key].error(f"“{key}” cannot be “{answer}”; it is “skip” or “check”")
    return answer


def _swaps(document: Node, values: Values) -> Iterator[Swap]:
    """Yield swaps, longest key first: where two begin at one place, the one that says more is meant."""
    entries = values["swap"].as_table("swap") if "swap" in values else []
    if not entries:
        raise document.error("has no “swap”; add a table with a line such as “utilise: use”")
    for key, value in entries:
        if not key.as_text("swap").strip():
            raise key.error("says nothing to look for; write what is wrong before the colon")
        value.as_text(key.as_text("swap"))
    for key, value in sorted(entries, key=lambda entry: -len(entry[0].as_text("swap"))):
        yield Swap(key, "" if value.is_null else value.as_text("swap"))


def _tokens(document: Node, values: Values) -> list[Node]:
    """Return what an existence rule looks for: its tokens; where there is “raw”, all of it as one pattern."""
    tokens = (
        [item for item in values["tokens"].as_list("tokens") if (item.text or "").strip()]
        if "tokens" in values
        else []
    )
    raw = values["raw"].as_list("raw") if "raw" in values else []
    if not tokens and not raw:
        raise document.error("has neither “tokens” nor “raw”; add a list of words to look for")
    if not raw:
        return tokens
    joined = "|".join(item.as_text("tokens") for item in tokens)
    bounded = rf"\b(?:{joined})\b" if tokens and not _flag(values, "nonword") else f"(?:{joined})"
    pieces = "".join(item.as_text("raw") for item in raw)
    pattern = (bounded + pieces if _flag(values, "append") else pieces + bounded) if tokens else pieces
    place = raw[0]
    return [Node(place.path, place.line, place.column, text=pattern, quoted=True)]


def _cases(values: Values, name: str) -> list[Case]:
    scope, _ = scope_of(values.get("scope"))
    return cases_of(values["tests"], name, *scope.likeliest) if "tests" in values else []


def _flag(values: Values, key: str) -> bool:
    return values[key].as_flag(key) if key in values else False


def _text(values: Values, key: str) -> str:
    return values[key].as_text(key) if key in values and not values[key].is_null else ""


__all__ = ["BadRule", "load_rule", "rule_in"]
