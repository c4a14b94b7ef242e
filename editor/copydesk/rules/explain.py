"""The documentation of a rule as text: its docstring, what a house may set, its examples."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator
from dataclasses import fields
from typing import Literal, get_args, get_origin, get_type_hints

from copydesk.rules.house.cases import Case
from copydesk.rules.rule import Bad, Example, Good, Options, Rule

_MARGIN = "    "


def summary(rule: type[Rule] | Rule) -> str:
    """Return the first line of a rule's documentation."""
    return _documentation(rule).partition("\n\n")[0].replace("\n", " ")


def standing(rule: type[Rule] | Rule) -> str:
    """Return a rule's severity, and that it is off where a house has to ask for it."""
    return rule.severity if rule.on else f"{rule.severity}, off"


def explanation(rule: type[Rule] | Rule, width: int = 80) -> str:
    """Return everything there is to say of a rule, in lines of at most `width` where words allow it."""
    head = f"{rule.name} ({standing(rule)})"
    blocks = [head, *(_wrapped(block, width) for block in _documentation(rule).split("\n\n"))]
    blocks.append(_where(rule))
    if isinstance(rule.options, Options) and (options := list(_options(rule.name, rule.options, width))):
        blocks.append("\n".join(options))
    good = [example for example in rule.examples if _is_good(example)]
    bad = [example for example in rule.examples if not _is_good(example)]
    if bad:
        blocks.append("\n\n".join(["Reported:", *(_bad(example, width) for example in bad)]))
    if good:
        blocks.append("\n\n".join(["Left alone:", *(_copy(example, width) for example in good)]))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _documentation(rule: type[Rule] | Rule) -> str:
    own = vars(rule).get("__doc__")  # not a base class's, which would be about something else
    return inspect.cleandoc(own) if own else "(This rule has no documentation.)"


def _where(rule: type[Rule] | Rule) -> str:
    inside = "Also reports inside direct quotations." if rule.in_quotations else "Silent inside direct quotations."
    definition = getattr(rule, "definition", None)
    off = "" if rule.on else " Off until a house selects it by name, or gives it an option or a severity."
    return f"{inside}{off} From {definition.path}." if definition else inside + off


def _wrapped(block: str, width: int) -> str:
    if any(line.startswith((" ", "- ", "* ")) for line in block.splitlines()):
        return block  # laid out by its author
    return textwrap.fill(" ".join(block.split()), width, break_long_words=False, break_on_hyphens=False)


def _options(name: str, options: Options, width: int) -> Iterator[str]:
    """Yield the lines about options: a table for the settings that holds the defaults, each with its type."""
    own = fields(options)
    if not own:
        return
    yield "What a house may set (with the defaults):"
    doc = vars(type(options)).get("__doc__") or ""
    if doc and not doc.startswith(f"{type(options).__name__}("):  # a dataclass's own signature says nothing new
        yield from ("", *_wrapped(inspect.cleandoc(doc), width).splitlines())
    yield ""
    yield f'{_MARGIN}[rules."{name}"]'
    kinds = get_type_hints(type(options))
    for one in own:
        yield f"{_MARGIN}{one.name} = {_toml(getattr(options, one.name))}  # {_kind(kinds[one.name])}"


def _kind(kind: object) -> str:
    """Say in plain words what a setting may be."""
    if get_origin(kind) is Literal:
        *others, last = (_toml(choice) for choice in get_args(kind))
        return f"{', '.join(others)} or {last}" if others else last
    if get_origin(kind) in (tuple, list, frozenset, set):
        return f"a list, each {_kind(get_args(kind)[0])}"
    plain = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
    return plain.get(kind, getattr(kind, "__name__", str(kind))) if isinstance(kind, type) else str(kind)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return f"[{', '.join(map(_toml, items))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml(str(key))} = {_toml(item)}" for key, item in value.items()) + "}"
    return str(value)


def _is_good(example: Example) -> bool:
    return isinstance(example, Good) or (isinstance(example, Case) and example.is_silent)


def _bad(example: Example, width: int) -> str:
    lines = [_copy(example, width)]
    if isinstance(example, Case):
        lines += (_block("  says: ", line, width) for line in (*(example.want or "").splitlines(), *example.contains))
        lines += [_block("  →     ", example.fixed, width)] if example.fixed is not None else []
    elif isinstance(example, Bad):
        found = [example.found] if isinstance(example.found, str) else example.found
        if found:
            lines.append(_block("  marks ", ", ".join(f"“{words}”" for words in found), width))
        fixed = [text for text in (example.fixed_headline, example.fixed) if text is not None]
        lines += (_block("  →     ", text, width) for text in fixed)
    return "\n".join(lines)


def _copy(example: Example, width: int) -> str:
    pieces = [("Headline: ", example.headline), ("Standfirst: ", example.standfirst), ("", example.body)]
    return "\n".join(_block(f"{_MARGIN}{label}", text, width) for label, text in pieces if text)


def _block(prefix: str, text: str, width: int) -> str:
    indent = (
        " " * max(len(prefix), len(_MARGIN)) if not prefix.strip() else _MARGIN + " " * (len(prefix) - len(_MARGIN))
    )
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if paragraph.strip():
            lines += textwrap.wrap(paragraph, max(width - len(indent), 30), break_long_words=False) or [""]
    first, *rest = lines or [""]
    return "\n".join([f"{prefix}{first}", *(f"{indent}{line}" for line in rest)])
