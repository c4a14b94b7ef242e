"""The rules that a path, or a module's name, leads to: for testing them before they are installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from copydesk.errors import CopydeskError
from copydesk.plain_file import read_text
from copydesk.plain_toml import parse_toml
from copydesk.rules.contract import breach_in
from copydesk.rules.house.reading import load_rule
from copydesk.rules.house.styles import SUFFIXES, pack_files
from copydesk.rules.loading import GROUP, called, module_at, rules_defined_in, rules_in
from copydesk.rules.rule import Rule


@dataclass
class Found:
    """Rules, lines on what could not be read, and lines on what was skipped."""

    rules: list[type[Rule] | Rule] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def add(self, other: Found) -> None:
        self.rules += (rule for rule in other.rules if rule not in self.rules)
        self.problems += other.problems
        self.notices += other.notices


def rules_at(target: str) -> Found:
    """Return the rules at a target: a YAML or Python file, a folder of packs, a pack, a package, a module's name.

    Python that is named here is executed. Raises CopydeskError if there is nothing of the kind.
    """
    path = Path(target)
    if path.is_dir():
        return _in_folder(path)
    if path.is_file():
        if path.suffix in SUFFIXES:
            return from_yaml([path])
        if path.suffix == ".py":
            return _from_python(path)
        raise CopydeskError(f"{path}: holds no rules; name a .yml or .py file, a folder, or a module")
    if "/" not in target and all(name.isidentifier() for name in target.split(".")) and _exists(target):
        return _imported(target, lambda: rules_in(import_module(target)))
    raise CopydeskError(f"{path}: there is no such file, folder or module")


def from_yaml(files: list[Path]) -> Found:
    """Return the rules in YAML files; a broken file is a problem and the others are read."""
    found = Found()
    for file in files:
        try:
            rule, notice = load_rule(file)
        except CopydeskError as error:
            found.problems.append(str(error))
            continue
        if rule is None:
            found.notices.append(notice)
        else:
            found.rules.append(rule)
    return found


def _in_folder(folder: Path) -> Found:
    if (folder / "__init__.py").is_file():
        return _from_python(folder / "__init__.py", *_python_files(folder))
    if (folder / "pyproject.toml").is_file() and (plugin := _of_plugin(folder)) is not None:
        return plugin
    packs = [folder, *(child for child in sorted(folder.iterdir()) if child.is_dir() and child.name[0] != ".")]
    files = [file for pack in packs for file in pack_files(pack)]
    if not files:
        raise CopydeskError(f"{folder}: holds no rules; name a folder of packs, each a folder of .yml files")
    return from_yaml(files)


def _python_files(package: Path) -> Iterator[Path]:
    for child in sorted(package.iterdir()):
        if child.suffix == ".py" and child.name != "__init__.py":
            yield child
        elif (child / "__init__.py").is_file():
            yield from (child / "__init__.py", *_python_files(child))


def _from_python(*files: Path) -> Found:
    found = Found()
    for file in files:
        found.add(_imported(str(file), lambda file=file: rules_defined_in(module_at(file))))
    return found


def _imported(place: str, rules: Any) -> Found:
    try:
        found = Found(list(rules()))
    except (Exception, SystemExit) as error:  # an unfinished plugin may raise anything
        return Found(problems=[f"{_blamed(place, error)}: cannot be imported: {type(error).__name__}: {error}"])
    for rule in [rule for rule in found.rules if isinstance(rule, type)]:
        if breach := breach_in(rule):
            found.rules.remove(rule)
            found.problems.append(f"{place}: {called(rule)}: {breach}")
    return found


def _blamed(place: str, error: BaseException) -> str:
    """Return file and line of the error where it is one of syntax, or the last line of that file that ran."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}:{error.offset}"
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(Path(place).resolve()):
            line = trace.tb_lineno
        trace = trace.tb_next
    return f"{place}:{line}" if line else place


def _of_plugin(folder: Path) -> Found | None:
    """Return the rules that a project in the folder would install; None if it would install none."""
    file = folder / "pyproject.toml"
    try:
        data: Any = parse_toml(read_text(file), file)
    except UnicodeDecodeError:
        raise CopydeskError(f"{file}: is not valid UTF-8; save it as UTF-8") from None
    for key in ("project", "entry-points", GROUP):
        data = data.get(key) if isinstance(data, dict) else None
    names = [name for name in data.values() if isinstance(name, str)] if isinstance(data, dict) else []
    if not names:
        return None
    sys.path[:0] = [str(root.resolve()) for root in (folder / "src", folder) if root.is_dir()]
    found = Found()
    for name in names:
        found.add(_imported(name, lambda name=name: _rules_of(name)))
    return found


def _rules_of(entry_point: str) -> list[type[Rule]]:
    module_name, _, attribute = entry_point.partition(":")
    loaded = import_module(module_name)
    for name in attribute.split(".") if attribute else ():
        loaded = getattr(loaded, name)
    if isinstance(loaded, ModuleType):
        return list(rules_in(loaded))
    if isinstance(loaded, type) and issubclass(loaded, Rule):
        return [loaded]
    raise TypeError(f"{entry_point} is neither a module nor a Rule")


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False
