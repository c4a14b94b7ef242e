"""Finding rules: installed ones, and those in a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from copydesk.rules import loading
from copydesk.rules.loading import installed_rules, module_at, rules_defined_in, rules_in

RULE = '''
from copydesk.rules import Finding, Part, PartRule, Rule

class _Base(PartRule):
    name = "Pack.Base"

class {name}({base}):
    """Says nothing."""
    name = "{pack}.{name}"
    def check_part(self, part: Part): return iter(())
'''


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        del sys.modules[name]


def package(folder: Path, name: str, **modules: str) -> Path:
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text('"""A pack."""\n')
    for module, text in modules.items():
        (folder / name / f"{module}.py").write_text(text)
    return folder / name


def rule(name: str, pack: str = "Pack", base: str = "_Base") -> str:
    return RULE.format(name=name, pack=pack, base=base)


def installed(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    points = [EntryPoint(name, value, loading.GROUP) for name, value in values.items()]
    monkeypatch.setattr(loading, "entry_points", lambda group: points if group == loading.GROUP else [])


def test_a_package_gives_the_rules_of_its_modules(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(packages, "first_pack", two=rule("Two"), one=rule("One"), _hidden=rule("Hidden"))
    installed(monkeypatch, Pack="first_pack", Alone="first_pack.one:One")
    rules, broken = installed_rules()
    assert [one.name for one in rules] == ["Pack.One", "Pack.Two"]  # not the unfinished base
    assert broken == []


def test_a_broken_plugin_is_named_and_the_others_go_on(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(packages, "good_pack", one=rule("One"))
    package(packages, "bad_pack", one="import nothing_of_that_name\n")
    installed(monkeypatch, Bad="bad_pack", Good="good_pack", NoRule="json:dumps")
    rules, broken = installed_rules()
    assert [one.name for one in rules] == ["Pack.One"]
    assert [str(one) for one in broken] == [
        "the rules “Bad” could not be loaded: ModuleNotFoundError: No module named 'nothing_of_that_name'",
        "the rules “NoRule” could not be loaded: TypeError: json:dumps is neither a module nor a Rule",
    ]


def test_what_is_not_wanted_is_not_imported(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(packages, "unwanted_pack", one="raise RuntimeError\n")
    installed(monkeypatch, Unwanted="unwanted_pack")
    assert installed_rules(lambda pack: pack != "Unwanted") == ([], [])


def test_two_rules_of_one_name_are_reported(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(packages, "pack_a", one=rule("One"))
    package(packages, "pack_b", one=rule("One"))
    installed(monkeypatch, A="pack_a", B="pack_b")
    rules, broken = installed_rules()
    assert len(rules) == 1
    assert "there are two rules named Pack.One" in str(broken[0])


def test_a_file_is_imported_under_the_name_that_others_use(packages: Path) -> None:
    file = package(packages, "known_pack", one=rule("One")) / "one.py"
    module = module_at(file)
    assert module.__name__ == "known_pack.one"
    assert module_at(file) is module
    assert [one.__name__ for one in rules_defined_in(module)] == ["One"]
    assert module_at(file.with_name("__init__.py")).__name__ == "known_pack"


def test_a_package_that_is_not_installed_is_imported_whole(tmp_path: Path, packages: Path) -> None:
    elsewhere = tmp_path / "somewhere"
    elsewhere.mkdir()
    package(elsewhere, "new_pack", base=rule("Base2"), one="from .base import Base2 as B\n" + rule("One", base="B"))
    module = module_at(elsewhere / "new_pack" / "one.py")
    assert module.__name__ == "new_pack.one"
    assert [one.__name__ for one in rules_defined_in(module)] == ["One"]


def test_a_file_alone_never_takes_the_place_of_another_module(tmp_path: Path, packages: Path) -> None:
    folder = tmp_path / "loose"
    folder.mkdir()
    (folder / "json.py").write_text(rule("Loose"))
    assert [one.__name__ for one in rules_in(module_at(folder / "json.py"))] == ["Loose"]
    import json

    assert hasattr(json, "dumps")
