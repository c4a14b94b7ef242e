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
