"""LanguageTool where the package through which it is asked is not installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk.check import settings_file
from copydesk.check.engine import deeper
from copydesk.check.settings import Grammar, Settings
from copydesk.cli.main import copydesk
from copydesk.engines.languagetool.places import NOT_INSTALLED, Installation
from copydesk.errors import CopydeskError


@pytest.mark.parametrize("where", ["", '[grammar.languagetool]\nurl = "http://127.0.0.1:9/"\n'])
def test_a_check_says_so_once_before_any_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, set_up: Installation, where: str
) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    settings_file.forget()
    (tmp_path / "copydesk.toml").write_text(f'[grammar]\nengine = "languagetool"\n{where}')
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Mayor dies\n\nThe town was told of it.\n")
    arguments = ["check", "--no-cache", "--jobs", "1", str(tmp_path)]
    with pytest.raises(CopydeskError) as raised:
        CliRunner().invoke(copydesk, arguments, standalone_mode=False, catch_exceptions=False)
    assert str(raised.value) == NOT_INSTALLED


def test_auto_goes_on_without_it(monkeypatch: pytest.MonkeyPatch, set_up: Installation) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    assert deeper(Settings(grammar=Grammar(engine="auto"))) is None
