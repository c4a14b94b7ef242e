"""Completion in shells."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk.cli.completion import completion

COPYDESK = Path(sys.executable).with_name("copydesk")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(shell: str) -> None:
    result = CliRunner().invoke(completion, [shell])
    assert result.exit_code == 0
    assert "_COPYDESK_COMPLETE" in result.output


@pytest.mark.parametrize(
    ("words", "expected"),
    [("copydesk ch", "check"), ("copydesk check --sel", "--select"), ("copydesk check --select Names,Uni", "Units")],
)
def test_commands_options_and_rules_are_completed(words: str, expected: str) -> None:
    number = str(len(words.split()) - 1)
    environment = os.environ | {"_COPYDESK_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": number}
    done = subprocess.run([COPYDESK], env=environment, capture_output=True, text=True, check=False)
    assert expected in done.stdout


@pytest.mark.parametrize("asked", ["abc", "1", "bash_complete"])  # the last without what a shell says besides
def test_what_no_shell_asks_is_one_line(asked: str) -> None:
    done = subprocess.run(
        [COPYDESK, "--help"],
        env=os.environ | {"_COPYDESK_COMPLETE": asked, "COMP_WORDS": "a", "COMP_CWORD": "soon"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr == f"copydesk: _COPYDESK_COMPLETE in the environment is “{asked}”: no shell asks so\n"
