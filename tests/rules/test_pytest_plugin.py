"""The pytest plugin: examples as items, and nothing where nobody asks for it."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml  # noqa: F401  (its C half can be loaded once only: runs in this process must share it)

pytest_plugins = ["pytester"]

RULE = '''
from copydesk.rules import Bad, Finding, Good, Part, PartRule, Span


class Plain(PartRule):
    """Reports a word."""

    name = "Acme.Plain"
    examples = [
        Bad("They utilise it.", found="utilise"),
        Good("They use it."),
    ]

    def check_part(self, part: Part):
        at = part.words.find("utilise")
        if at >= 0:
            yield Finding(Span(at, at + 7), "Plain words.")
'''
YAML = """\
extends: existence
message: Avoid '%s'.
tokens: [very]
tests:
  - name: finds it
    input: It is very odd.
    contains: Avoid 'very'
  - name: leaves it alone
    input: It is odd.
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makepyprojecttoml(
        """
        [tool.pytest.ini_options]
        copydesk_rules = ["my_rules/*.py", "styles/*.yml"]
        asyncio_default_fixture_loop_scope = "function"
        """
    )
    pytester.mkdir("my_rules").joinpath("acme_plain.py").write_text(RULE)
    (pytester.mkdir("styles") / "House").mkdir()
    (pytester.path / "styles" / "House" / "Hedge.yml").write_text(YAML)
    return pytester


def test_each_example_is_an_item_with_a_name_to_read(project: pytest.Pytester) -> None:
    result = project.runpytest_inprocess("--collect-only", "-q")
    result.stdout.fnmatch_lines(
        [
            "my_rules/acme_plain.py::Acme.Plain::bad-1-they-utilise-it",
            "my_rules/acme_plain.py::Acme.Plain::good-1-they-use-it",
            "styles/House/Hedge.yml::House.Hedge::finds it",
            "styles/House/Hedge.yml::House.Hedge::leaves it alone",
        ]
    )
    project.runpytest_inprocess("my_rules/acme_plain.py::Acme.Plain::good-1-they-use-it").assert_outcomes(passed=1)


def test_a_failing_example_says_what_and_where(project: pytest.Pytester) -> None:
    (project.path / "my_rules" / "acme_plain.py").write_text(RULE.replace('Good("They use', 'Good("They utilise'))
    (project.path / "styles" / "House" / "Hedge.yml").write_text(YAML.replace("contains: Avoid", "contains: Cut"))
    result = project.runpytest_inprocess()
    result.assert_outcomes(passed=2, failed=2)
    result.stdout.fnmatch_lines(
        [
            "*acme_plain.py:11: Acme.Plain reports “utilise” in good copy: Plain words.",
            "*Hedge.yml:5: House.Hedge does not say “Cut 'very'”; it says “1:7:House.Hedge:Avoid 'very'.”",
        ]
    )


def test_a_crashing_rule_shows_its_traceback(project: pytest.Pytester) -> None:
    (project.path / "my_rules" / "acme_plain.py").write_text(
        RULE.replace("at = part", "raise KeyError('oh')\n        at = part")
    )
    result = project.runpytest_inprocess("my_rules")
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["*KeyError: 'oh'"])


def test_a_broken_rule_file_is_an_error_in_one_line(project: pytest.Pytester) -> None:
    (project.path / "styles" / "House" / "Hedge.yml").write_text("extends: existance\n")
    result = project.runpytest_inprocess("styles")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*Hedge.yml:1:10: “extends” cannot be “existance”. Did you mean “existence”?"])


def test_a_rule_without_examples_fails(project: pytest.Pytester) -> None:
    (project.path / "styles" / "House" / "Hedge.yml").write_text(YAML.partition("tests:")[0])
    result = project.runpytest_inprocess("styles")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*House.Hedge has no examples*"])


def test_without_the_setting_nothing_is_collected(project: pytest.Pytester) -> None:
    (project.path / "pyproject.toml").write_text(
        '[tool.pytest.ini_options]\nasyncio_default_fixture_loop_scope = "function"\n'
    )
    assert project.runpytest_inprocess().ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_the_plugin_itself_imports_next_to_nothing() -> None:
    code = (
        "import pytest, sys; before = set(sys.modules); import copydesk.rules.pytest_plugin; "
        "print(*sorted(name.partition('.')[0] for name in set(sys.modules) - before))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    foreign = {name for name in result.stdout.split() if name not in sys.stdlib_module_names}
    assert foreign == {"copydesk"}
