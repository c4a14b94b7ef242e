"""What a rule class must be: it is checked where a plugin is loaded."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import get_args

from copydesk.errors import in_a_line
from copydesk.rules.finding import SEVERITIES
from copydesk.rules.rule import Bad, Good, House, LooksAt, Options, PartRule, Rule
from copydesk.rules.soundness import is_one_of, listed, shown

_NAME = re.compile(r"[^\W\d_][\w-]*(?:\.[\w-]+)+")  # what a selection can name, divided by commas
_FLAGS = ("in_quotations", "on", "across", "reads_source")


def breach_in(rule: type[Rule]) -> str:
    """Return in one line what is wrong with a rule class, and what is right; an empty string if all is well."""
    try:
        return next(_breaches(rule), "")
    except Exception as error:  # whatever the class does when it is looked at
        return f"it cannot be looked at: {in_a_line(error)}"


def _breaches(rule: type[Rule]) -> Iterator[str]:
    name = rule.name
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        yield f"its name is {shown(name)}; it must be “Pack.Rule”, in letters, digits, “-” and “_”"
    if not is_one_of(rule.severity, SEVERITIES):
        yield f"its severity is {shown(rule.severity)}; it must be {listed(SEVERITIES)}"
    yield from _breaches_of_checks(rule)
    if not is_one_of(rule.looks_at, get_args(LooksAt)):
        yield f"its looks_at is {shown(rule.looks_at)}; it must be {listed(get_args(LooksAt))}"
    for flag in _FLAGS:
        if not isinstance(getattr(rule, flag), bool):
            yield f"its {flag} is {shown(getattr(rule, flag))}; it must be True or False"
    if not isinstance(rule.fault, str):
        yield f"its fault is {shown(rule.fault)}; it must be a text"
    if not isinstance(rule.examples, (list, tuple)):
        yield f"its examples are {shown(rule.examples)}; they must be a list of Bad(…) and Good(…)"
    for example in rule.examples:
        if not isinstance(example, (Bad, Good)):
            yield f"one of its examples is {shown(example)}; it must be Bad(…) or Good(…)"
    if not isinstance(rule.house, House):
        yield f"its house is {shown(rule.house)}; leave it out: the check sets it"
    yield from _breaches_of_options(rule.options)


def _breaches_of_checks(rule: type[Rule]) -> Iterator[str]:
    method, argument = ("check_part", "part") if issubclass(rule, PartRule) else ("check", "article")
    right = f"it must have a method {method}(self, {argument}) that yields findings"
    if rule.__abstractmethods__:
        yield f"it has no {' and no '.join(sorted(rule.__abstractmethods__))}; {right}"
        return
    if issubclass(rule, PartRule) and rule.check is not PartRule.check:
        yield f"it has a check of its own; {right}, and no other"
    for function in (rule.__init__, getattr(rule, method)):
        if not callable(function):
            yield f"its {method} is {shown(function)}; {right}"
    if inspect.iscoroutinefunction(getattr(rule, method)) or inspect.isasyncgenfunction(getattr(rule, method)):
        yield f"its {method} is asynchronous; {right}"
    try:
        inspect.signature(getattr(rule, method)).bind(rule, None)
    except TypeError:
        yield f"its {method} does not take one {argument}; {right}"
    try:
        inspect.signature(rule).bind(Options(), House())
    except TypeError:
        yield "it cannot be made with options and house; leave __init__ out, or take both and pass them on"


def _breaches_of_options(options: object) -> Iterator[str]:
    if not isinstance(options, Options):
        yield f"its options are {shown(options)}; they must be an instance of a dataclass derived from Options"
        return
    for kind in type(options).__mro__:
        if issubclass(kind, Options) and "__dataclass_params__" not in vars(kind):
            yield f"its options’ class {kind.__name__} is no dataclass; write @dataclass(frozen=True) above it"
