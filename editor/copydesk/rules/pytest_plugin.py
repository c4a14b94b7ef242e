"""The pytest plugin: a rule's examples are test items.

It does nothing unless a project asks for it, in its pytest settings, with patterns for the files that hold
rules, relative to the root folder; `*` goes through folders too:

    [tool.pytest.ini_options]
    copydesk_rules = ["my_rules/*.py", "styles/*.yml"]

Each example is one item: `my_rules/money.py::Money.Cents::bad-1-it-cost-5-c`. Every project whose environment
has copydesk loads this module, so it imports what it needs when a file matches.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from copydesk.rules.rule import Rule
    from copydesk.rules.testing import Trial

_OPTION = "copydesk_rules"
_PYTHON = ".py"
_YAML = (".yml", ".yaml")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Make the setting known."""
    parser.addini(
        _OPTION, "Patterns of files with copydesk rules, whose examples are collected as tests.", "args", []
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a file that one of the patterns matches."""
    if file_path.suffix != _PYTHON and file_path.suffix not in _YAML:
        return None
    patterns = parent.config.getini(_OPTION)
    if not patterns or not _matches(file_path, parent.config.rootpath, patterns):
        return None
    return RuleFile.from_parent(parent, path=file_path)


def _matches(file: Path, root: Path, patterns: list[str]) -> bool:
    if not file.is_relative_to(root):
        return False
    relative = file.relative_to(root).as_posix()
    return any(fnmatch(relative, pattern.removeprefix("./")) for pattern in patterns)


class RuleFile(pytest.File):
    """A file that may define rules."""

    def collect(self) -> Iterator[pytest.Collector]:
        for rule in self._rules():
            yield RuleExamples.from_parent(self, name=rule.name, rule=rule)

    def _rules(self) -> list[type[Rule] | Rule]:
        if self.path.suffix == _PYTHON:
            from copydesk.rules.loading import module_at, rules_defined_in

            return list(rules_defined_in(module_at(self.path)))
        from copydesk.errors import CopydeskError
        from copydesk.rules.house import load_rule

        try:
            rule, _ = load_rule(self.path)
        except CopydeskError as error:
            raise self.CollectError(str(error)) from None
        return [rule] if rule else []


class RuleExamples(pytest.Collector):
    """A rule: its examples are the tests."""

    def __init__(self, *, rule: type[Rule] | Rule, **given: Any) -> None:
        super().__init__(**given)
        self.rule = rule

    def collect(self) -> Iterator[pytest.Item]:
        from copydesk.rules.testing import trials

        for trial in trials(self.rule):
            yield ExampleItem.from_parent(self, name=trial.label, trial=trial)


class UnexpectedFindings(Exception):
    """The rule does not treat the example as it says."""


class ExampleItem(pytest.Item):
    """One example of a rule."""

    def __init__(self, *, trial: Trial, **given: Any) -> None:
        super().__init__(**given)
        self.trial = trial

    def runtest(self) -> None:
        if complaints := self.trial.complaints():
            raise UnexpectedFindings("\n".join(complaints))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Say what is wrong and where; a rule that crashed shows its traceback."""
        if isinstance(excinfo.value, UnexpectedFindings):
            place = f"{self.trial.path}:{self.trial.line}"
            return "\n".join(f"{place}: {self.trial.rule.name} {line}" for line in str(excinfo.value).splitlines())
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, self.trial.line - 1, str(self.trial)
