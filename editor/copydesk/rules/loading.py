"""Finding the rules that are installed: entry points of the group `copydesk.rules`."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType

from copydesk.rules.rule import Rule

GROUP = "copydesk.rules"


@dataclass(frozen=True)
class Broken:
    """A plugin that could not be loaded, and why, in one line."""

    plugin: str
    reason: str

    def __str__(self) -> str:
        return f"the rules of “{self.plugin}” could not be loaded: {self.reason}"


def installed_rules(wanted: Callable[[str], bool] = lambda pack: True) -> tuple[list[type[Rule]], list[Broken]]:
    """Return the installed rule classes, by name, and the plugins that are broken.

    A plugin whose entry point is not `wanted` is not imported; an entry point is named for its pack.
    """
    rules: dict[str, type[Rule]] = {}
    broken: list[Broken] = []
    for entry_point in sorted(entry_points(group=GROUP), key=lambda entry_point: entry_point.name):
        if not wanted(entry_point.name):
            continue
        try:
            found = _load(entry_point)
        except Exception as error:  # whatever a plugin does at import must not stop the others
            broken.append(Broken(_origin(entry_point), f"{type(error).__name__}: {error}".splitlines()[0]))
            continue
        twice = [rule.name for rule in found if rules.setdefault(rule.name, rule) is not rule]
        broken += [Broken(_origin(entry_point), f"there are two rules named {name}") for name in twice]
    return [rules[name] for name in sorted(rules)], broken


def installed_packs() -> set[str]:
    """Return the names of the packs that are installed, without importing them."""
    return {entry_point.name for entry_point in entry_points(group=GROUP)}


def _origin(entry_point: EntryPoint) -> str:
    package = entry_point.dist.name if entry_point.dist else ""
    return f"{entry_point.name}” ({package})".removesuffix("”") if package else entry_point.name


def _load(entry_point: EntryPoint) -> list[type[Rule]]:
    loaded = entry_point.load()
    if isinstance(loaded, type) and issubclass(loaded, Rule):
        return [loaded]
    if isinstance(loaded, ModuleType):
        return list(rules_in(loaded))
    raise TypeError(f"{entry_point.value} is neither a module nor a Rule")


def rules_in(module: ModuleType) -> Iterator[type[Rule]]:
    """Yield the rule classes that a module defines, or the modules of a package, those with `_` left out."""
    modules = [module]
    if hasattr(module, "__path__"):
        names = sorted(info.name for info in pkgutil.iter_modules(module.__path__) if info.name[0] != "_")
        modules += [import_module(f"{module.__name__}.{name}") for name in names]
    for one in modules:
        for thing in vars(one).values():
            is_rule = isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == one.__name__
            if is_rule and isinstance(getattr(thing, "name", None), str):
                yield thing
