"""What the command line must not import before it has to."""

import subprocess
import sys

import pytest

HEAVY = {
    "textual",
    "rich",
    "harper",
    "jgo",
    "language_tool_python",
    "requests",
    "pint",
    "yaml",
    "regex",
    "tomlkit",
    "charset_normalizer",
    "hypothesis",
}


def imported_by(code: str) -> set[str]:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{code}\nimport sys; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "module",
    ["copydesk.cli.main", "copydesk.cli.check", "copydesk.cli.rules", "copydesk.report.json", "copydesk.rules"],
)
def test_nothing_heavy_comes_with_a_module(module: str) -> None:
    assert imported_by(f"import {module}") & HEAVY == set()


def test_help_imports_no_command() -> None:
    code = "from copydesk.cli.main import copydesk; copydesk.main(['--help'], standalone_mode=False)"
    names = imported_by(code + "\nimport sys; print(*[n for n in sys.modules if n.startswith('copydesk.')])")
    assert names & HEAVY == set()


def test_a_check_never_imports_the_terminal(tmp_path: object) -> None:
    article = f"{tmp_path}/a.txt"
    code = (
        f"open({article!r}, 'w').write('Headline\\n\\nThe town of Sudza fell. Sudja is quiet.\\n')\n"
        "from copydesk.cli.main import copydesk\n"
        f"copydesk.main(['check', '--ignore', 'Grammar', {article!r}], standalone_mode=False)"
    )
    assert imported_by(code) & {"textual", "rich", "harper", "yaml", "tomlkit"} == set()


def test_the_program_never_imports_the_built_in_rules() -> None:
    assert "copydesk_rules" not in imported_by("import copydesk.check.desk, copydesk.rules.loading")
