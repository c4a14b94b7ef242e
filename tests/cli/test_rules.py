"""`copydesk rules`: list, explain, test and new."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from copydesk.cli.rules import rules
from copydesk.errors import CopydeskError
from copydesk.rules import loading

YAML = """\
extends: substitution
message: Use '%s'.
level: error
swap:
  utilise: use
tests:
  - name: finds it
    input: They utilise it.
    fixed: They use it.
"""
PYTHON = '''\
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


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A house with one pack of its own, and no installed rules."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(loading, "entry_points", lambda group: [])
    monkeypatch.setattr(sys, "path", list(sys.path))
    (tmp_path / "copydesk.toml").write_text('[styles]\npath = "styles"\nuse = ["House"]\n')
    (tmp_path / "styles" / "House").mkdir(parents=True)
    (tmp_path / "styles" / "House" / "Words.yml").write_text(YAML)
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:  # two tests may have packages of one name
        if name.startswith(("copydesk_acme", "cli_pack", "copydesk_file_")):
            del sys.modules[name]


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(rules, arguments)
    if isinstance(result.exception, CopydeskError):  # main() says it in one line and exits with 2
        raise result.exception
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


class TestTest:
    def test_without_a_path_the_rules_of_the_house_are_tested(self) -> None:
        result = run("test")
        assert (result.exit_code, result.output) == (0, "1 example of 1 rule, all as they say\n")

    @pytest.mark.parametrize("path", ["styles", "styles/House", "styles/House/Words.yml"])
    def test_yaml_rules_at_a_path(self, path: str) -> None:
        assert run("test", path).output == "1 example of 1 rule, all as they say\n"

    def test_a_failing_example_is_a_line_with_its_place(self, here: Path) -> None:
        (here / "styles" / "House" / "Words.yml").write_text(YAML.replace("They use it", "They employ it"))
        result = run("test")
        assert result.exit_code == 1
        assert result.stdout == (
            "styles/House/Words.yml:7: House.Words (finds it) fixes to “They use it.”, not to “They employ it.”\n"
            "1 not as it says, among 1 example of 1 rule\n"
        )

    def test_python_rules_in_a_file(self, here: Path) -> None:
        (here / "plain.py").write_text(PYTHON)
        assert run("test", "plain.py", "styles").output == "3 examples of 2 rules, all as they say\n"
        (here / "plain2.py").write_text(PYTHON.replace("They use it.", "They utilise it."))
        result = run("test", "plain2.py")
        assert result.exit_code == 1
        assert result.stdout.startswith(
            "plain2.py:10: Acme.Plain (good-1-they-utilise-it) reports “utilise” in good copy"
        )

    def test_a_package_by_folder_and_by_name(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (here / "cli_pack").mkdir()
        (here / "cli_pack" / "__init__.py").write_text("")
        (here / "cli_pack" / "plain.py").write_text(PYTHON)
        assert run("test", "cli_pack").output == "2 examples of 1 rule, all as they say\n"
        monkeypatch.syspath_prepend(str(here))
        assert run("test", "cli_pack.plain").output == "2 examples of 1 rule, all as they say\n"

    def test_a_rule_that_raises_is_named_and_the_others_go_on(self, here: Path) -> None:
        (here / "crash.py").write_text(PYTHON.replace("at = part", "raise KeyError('oh')\n        at = part"))
        result = run("test", "crash.py", "styles")
        assert result.exit_code == 1
        assert (
            "crash.py:9: Acme.Plain (bad-1-they-utilise-it) raises KeyError: 'oh' (at crash.py:14)" in result.stdout
        )
        assert result.stdout.endswith("2 not as they say, among 3 examples of 2 rules\n")

    def test_a_rule_without_examples_fails(self, here: Path) -> None:
        (here / "styles" / "House" / "Words.yml").write_text(YAML.partition("tests:")[0])
        result = run("test", "styles")
        assert result.exit_code == 1
        assert result.stdout.startswith("styles/House/Words.yml:1: House.Words has no examples; write")

    def test_a_pack_made_for_vale_without_tests_is_left_out_unless_named(self, here: Path) -> None:
        (here / "styles" / "Vale").mkdir()
        (here / "styles" / "Vale" / "Very.yml").write_text("extends: existence\nmessage: x\ntokens: [very]\n")
        (here / "copydesk.toml").write_text('[styles]\npath = "styles"\nuse = ["House", "Vale"]\n')
        result = run("test")
        assert result.exit_code == 0
        assert result.stderr == "copydesk: Vale: no rule of this pack has tests; left out\n"
        assert run("test", "styles/Vale").exit_code == 1

    def test_broken_files_are_named_and_the_rest_is_tested(self, here: Path) -> None:
        (here / "styles" / "House" / "Bad.yml").write_text("extends: existance\n")
        (here / "syntax.py").write_text("class\n")
        result = run("test", "styles", "syntax.py")
        assert result.exit_code == 1
        assert "Bad.yml:1:10: “extends” cannot be “existance”" in result.stderr
        assert f"{here / 'syntax.py'}:1:6: cannot be imported: SyntaxError" in result.stderr
        assert result.stdout == "1 example of 1 rule, all as they say; 2 sources of rules could not be read\n"

    def test_nothing_to_test(self, here: Path) -> None:
        (here / "copydesk.toml").write_text("")
        (here / "empty").mkdir()
        result = run("test")
        assert (result.exit_code, result.stderr) == (2, "copydesk: no rule could be tested\n")
        for path in ("none.yml", "no.such.module", "copydesk.toml", "empty"):
            with pytest.raises(CopydeskError, match=path.replace(".", r"\.")):
                run("test", path)


class TestListAndExplain:
    def test_list_is_a_table(self, here: Path) -> None:
        (here / "styles" / "House" / "A.yml").write_text(
            YAML.replace("level: error", "description: Plain words are read faster.")
        )
        assert run("list").output == (
            "House.A      warning     Plain words are read faster.\nHouse.Words  error       Use '…'.\n"
        )

    def test_list_is_folded_to_the_screen(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "55")
        (here / "styles" / "House" / "Words.yml").write_text(
            YAML.replace("Use '%s'.", "A message that is long and longer.")
        )
        assert run("list").output == (
            "House.Words  error       A message that is long and\n                         longer.\n"
        )

    def test_explain_says_it_all(self) -> None:
        text = run("explain", "House.Words").output
        assert text.startswith("House.Words (error)\n\nUse '…'.\n\n")
        assert "Reported:\n\n    They utilise it.\n  →     They use it." in text

    @pytest.mark.parametrize("name", ["House.Word", "Words", "house.wrods"])
    def test_explain_suggests_the_nearest(self, name: str) -> None:
        with pytest.raises(CopydeskError, match=r"there is no rule .* Did you mean “House\.Words”\?"):
            run("explain", name)

    def test_explain_takes_the_name_in_any_case(self) -> None:
        assert run("explain", "house.words").exit_code == 0


class TestNew:
    def test_a_yaml_rule_works_at_once(self, here: Path) -> None:
        result = run("new", "House.PlainWords", "--yaml")
        assert result.output.startswith("Wrote styles/House/PlainWords.yml\n1. Change the words in")
        assert "[styles]" not in result.output  # the settings name the pack already
        assert run("test", "styles/House/PlainWords.yml").exit_code == 0
        assert run("test").exit_code == 0

    def test_the_first_yaml_rule_brings_its_settings(self, here: Path) -> None:
        (here / "copydesk.toml").unlink()
        result = run("new", "Desk.PlainWords", "--yaml")
        assert (here / "copydesk.toml").read_text() == '[styles]\npath = "styles"\nuse = ["Desk"]\n'
        assert "Wrote copydesk.toml" in result.output
        from copydesk.check import settings_file

        settings_file._settings_above.cache_clear()
        assert run("test").output == "3 examples of 1 rule, all as they say\n"

    def test_a_pack_that_the_settings_do_not_name_is_said(self, here: Path) -> None:
        assert 'under [styles]: path = "styles", use = ["Sport"]' in run("new", "Sport.Words", "--yaml").output

    def test_a_python_rule_is_a_package_that_works_at_once(self, here: Path) -> None:
        result = run("new", "Acme.NoPlaceholders")
        file = "copydesk-acme/copydesk_acme/no_placeholders.py"
        assert f"Wrote {file}\n" in result.output
        assert run("test", "copydesk-acme").output == "3 examples of 1 rule, all as they say\n"
        assert run("test", file).output == "3 examples of 1 rule, all as they say\n"
        tested = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
            cwd=here / "copydesk-acme",
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTEST_ADDOPTS": ""},
        )
        assert "3 passed" in tested.stdout

    def test_a_second_rule_goes_into_the_same_package(self, here: Path) -> None:
        run("new", "Acme.One")
        assert "Wrote copydesk-acme/copydesk_acme/two.py\n1." in run("new", "Acme.Two").output
        assert run("test", "copydesk-acme").output == "6 examples of 2 rules, all as they say\n"

    @pytest.mark.parametrize("arguments", [("House.Words", "--yaml"), ("Acme.Plain",)])
    def test_nothing_is_overwritten(self, here: Path, arguments: tuple[str, ...]) -> None:
        if "--yaml" not in arguments:
            run("new", *arguments)
        before = {file: file.read_bytes() for file in here.rglob("*") if file.is_file()}
        with pytest.raises(CopydeskError, match="is there already"):
            run("new", *arguments)
        assert {file: file.read_bytes() for file in here.rglob("*") if file.is_file()} == before

    @pytest.mark.parametrize("name", ["plain", "House.", "House.plain words", "../x.Y", "A.B.C"])
    def test_a_name_must_be_one(self, name: str) -> None:
        with pytest.raises(CopydeskError, match=r"write Pack\.Rule, for example \w+\.\w+"):
            run("new", name)
