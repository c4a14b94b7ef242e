"""What holds for every test.

The words that whoever runs them has taken as right have no say; hypothesis makes the same examples every time, and
takes what time it needs: a busy machine is no failure.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

settings.register_profile("copydesk", deadline=None, derandomize=True)
settings.load_profile("copydesk")

if TYPE_CHECKING:
    from click.testing import Result

    Run = Callable[..., Result]


@pytest.fixture(scope="session", autouse=True)
def no_words_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The personal dictionary is in a folder where there is none."""
    folder = tmp_path_factory.mktemp("config")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(folder))
        patch.setattr("copydesk.check.dictionary.personal", lambda: folder / "copydesk" / "dictionary.txt")
        yield


@pytest.fixture
def calls() -> Callable[[Callable[[], object]], int]:
    """Return how many calls some work makes: what it costs, on any machine."""

    def calls_of(work: Callable[[], object]) -> int:
        count = 0

        def counted(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(counted)
        try:
            work()
        finally:
            sys.setprofile(before)
        return count

    return calls_of


@pytest.fixture
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own: the folder that it is in."""
    from copydesk.check import keys, settings_file

    home = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.setattr("copydesk.check.cache.folder", lambda: home / "copydesk")
    keys.forget()
    settings_file.forget()
    return home / "copydesk"


@pytest.fixture
def run() -> Run:
    """Runs a command in this process; what it raises is raised."""
    from click.testing import CliRunner

    from copydesk.cli.main import copydesk

    def invoke(*arguments: object, **settings: object) -> Result:
        words = [str(argument) for argument in arguments]
        result = CliRunner().invoke(copydesk, words, standalone_mode=False, **settings)  # type: ignore[arg-type]
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
