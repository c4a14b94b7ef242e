"""Finding the rules that are installed: entry points of the group `copydesk.rules`."""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from inspect import isabstract
from pathlib import Path
from types import ModuleType

import msgspec

from copydesk.errors import in_a_line
from copydesk.rules.contract import breach_in
from copydesk.rules.patience import hears_interrupts, noted
from copydesk.rules.rule import Rule

GROUP = "copydesk.rules"
_LOADING = "loading "  # and what: the note of a process that imports a plugin
_BUILT_IN = "copydesk_rules"  # their package; nothing else is known of it here


class Broken(msgspec.Struct, frozen=True):
    """A plugin that could not be loaded, or a `rule` of it, and why, in one line. `pack` is its entry point."""

    plugin: str
    reason: str
    pack: str = ""
    rule: str = ""

    def __str__(self) -> str:
        if self.rule:
            return f"the rule {self.rule} of {self.plugin} was left out: {self.reason}"
        return f"the rules {self.plugin} could not be loaded: {self.reason}"


def installed_rules(wanted: Callable[[str], bool] = lambda pack: True) -> tuple[list[type[Rule]], list[Broken]]:
    """Return the installed rule classes, by name, and the plugins that are broken.

    A plugin whose entry point is not `wanted` is not imported; an entry point is named for its pack.
    """
    rules: dict[str, type[Rule]] = {}
    broken: list[Broken] = []
    for entry_point in sorted(entry_points(group=GROUP), key=lambda entry_point: entry_point.name):
        if not wanted(entry_point.name):
            continue
        origin, pack = _origin(entry_point), entry_point.name
        try:
            with noted(f"{_LOADING}{origin}"):
                found = _load(entry_point)
        except (Exception, SystemExit, KeyboardInterrupt) as error:  # a plugin may do anything; the others go on
            if isinstance(error, KeyboardInterrupt) and hears_interrupts():
                raise
            broken.append(Broken(origin, in_a_line(error), pack))
            continue
        for rule in found:
            if breach := breach_in(rule):
                broken.append(Broken(origin, breach, pack, called(rule)))
            elif rules.setdefault(rule.name, rule) is not rule:
                broken.append(Broken(origin, f"there are two rules named {rule.name}", pack))
    return [rules[name] for name in sorted(rules)], broken


def installed_packs() -> set[str]:
    """Return the names of the packs that are installed, without importing them."""
    return {entry_point.name for entry_point in entry_points(group=GROUP)}


def has_plugins() -> bool:
    """Whether rules are installed that are not built in, without importing any."""
    return any(entry_point.module.partition(".")[0] != _BUILT_IN for entry_point in entry_points(group=GROUP))


def plugin_in(note: str) -> str:
    """Return the plugin that was imported when a process left a note; an empty string if it did something else."""
    return note.removeprefix(_LOADING) if note.startswith(_LOADING) else ""


def _origin(entry_point: EntryPoint) -> str:
    package = f" of the package {entry_point.dist.name}" if entry_point.dist else ""
    return f"“{entry_point.name}”{package}"


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
        yield from rules_defined_in(one)


def rules_defined_in(module: ModuleType) -> Iterator[type[Rule]]:
    """Yield the rule classes whose code stands in this very module; bases for others are none.

    A base is a class without a name, or one that is unfinished and begins with `_`, or has its name from another.
    """
    for thing in dict.fromkeys(thing for thing in vars(module).values() if isinstance(thing, type)):
        if thing.__module__ == module.__name__ and issubclass(thing, Rule) and hasattr(thing, "name"):
            is_meant = "name" in vars(thing) and not thing.__name__.startswith("_")
            if is_meant or not isabstract(thing):
                yield thing


def called(rule: type[Rule]) -> str:
    """Return what to call a rule whose name may be none."""
    return rule.name if isinstance(rule.name, str) and rule.name else rule.__name__


def module_at(file: Path) -> ModuleType:
    """Import the Python file, under the name by which others import it where there is one.

    A file in a package is imported with its package; any other stands alone. Raises whatever it raises.
    """
    file = file.resolve()
    top = file.parent
    while (top / "__init__.py").exists():
        top = top.parent
    if str(top) not in {str(Path(entry or ".").resolve()) for entry in sys.path}:
        sys.path.append(str(top))  # last, so that it hides nothing
    if module := _imported(file, top):
        return module
    spec = spec_from_file_location(f"copydesk_file_{file.stem}", file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file.name} is no Python file")
    module = module_from_spec(spec)
    sys.modules[module.__name__] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def _imported(file: Path, root: Path) -> ModuleType | None:
    """Import the file by its dotted name below a folder of `sys.path`, if that name leads to this file."""
    relative = file.relative_to(root).with_suffix("")
    names = relative.parts[:-1] if relative.name == "__init__" else relative.parts
    if not names or not all(name.isidentifier() for name in names):
        return None
    try:
        spec = find_spec(".".join(names))
    except ModuleNotFoundError as error:
        if error.name and ".".join(names).startswith(error.name):
            return None
        raise
    if spec is None or spec.origin is None or Path(spec.origin).resolve() != file:
        return None
    return import_module(spec.name)
