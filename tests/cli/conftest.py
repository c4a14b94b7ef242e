"""A cache of its own for every test, and the command in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from copydesk.check import keys, settings_file
from copydesk.cli.main import copydesk

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the cache is in."""
    home = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.setattr("copydesk.check.cache.folder", lambda: home / "copydesk")
    keys.forget()
    settings_file.forget()
    return home / "copydesk"


@pytest.fixture
def run() -> Run:
    """Runs a command; what it raises is raised."""

    def invoke(*arguments: object, **settings: object) -> Result:
        words = [str(argument) for argument in arguments]
        result = CliRunner().invoke(copydesk, words, standalone_mode=False, **settings)  # type: ignore[arg-type]
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
