"""The files by which other systems take copydesk in name commands and options that exist."""

import re
from pathlib import Path

import yaml

from copydesk.cli.check import check

ROOT = Path(__file__).parents[2]
OPTIONS = {name for parameter in check.params for name in parameter.opts}


def test_the_hook_runs_the_check() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert hook["entry"] == "copydesk check"
    assert hook["language"] == "python"


def test_the_action_and_the_template_use_options_that_exist() -> None:
    for name in ("action.yml", "ci/gitlab.yml"):
        text = (ROOT / name).read_text()
        assert yaml.safe_load(text)
        used = set(re.findall(r"copydesk check .*?(--[a-z-]+)", text))
        assert used
        assert used <= OPTIONS
