"""A LanguageTool of each test's own: a stand-in for Java, folders that nobody else has, and no server left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from copydesk.article import Part, Source, read
from copydesk.engines.installed import engine_for
from copydesk.engines.languagetool import places
from copydesk.engines.languagetool.engine import LanguageTool
from copydesk.engines.languagetool.options import LanguageToolOptions
from copydesk.engines.languagetool.server import servers

pytest.importorskip("fcntl")


class FakeJava:
    """The stand-in: its folder, and what it is to do wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.command = folder / "java"
        script = Path(__file__).with_name("fake_java.py")
        self.command.write_text(
            # Named here, not left to the environment: a start in the background may outlast its test.
            f'#!/bin/sh\nFAKE_JAVA="{folder}" exec "{sys.executable}" "{script}" "$@"\n'
        )
        self.command.chmod(0o755)

    def behave(self, how: str) -> None:
        (self.folder / "behaviour").write_text(how)

    @property
    def starts(self) -> list[int]:
        """The process numbers of all servers that were started."""
        path = self.folder / "starts"
        return [int(line) for line in path.read_text().split()] if path.exists() else []

    @property
    def asked(self) -> list[dict[str, list[str]]]:
        """What was asked of a server, in order, but for its warming up."""
        path = self.folder / "asked"
        lines = path.read_text().splitlines() if path.exists() else []
        asked: list[dict[str, list[str]]] = [msgspec.json.decode(line) for line in lines]
        return [one for one in asked if one["text"] != ["This is a test."]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that everything of LanguageTool's is in. Servers that run there are ended with the test."""
    folder = tmp_path / "data" / "languagetool"
    monkeypatch.setattr(places, "home", lambda: folder)
    for module in ("server", "setup"):
        monkeypatch.setattr(f"copydesk.engines.languagetool.{module}.home", lambda: folder)
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL_IDLE", "30")
    monkeypatch.delenv("LTP_PATH", raising=False)
    engine_for.cache_clear()
    yield folder
    for state in servers():
        with contextlib.suppress(OSError):
            os.kill(state.keeper, signal.SIGKILL)
    engine_for.cache_clear()


@pytest.fixture
def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeJava:
    """A `java` that comes first on the path."""
    folder = tmp_path / "java"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return FakeJava(folder)


@pytest.fixture
def set_up(home: Path, java: FakeJava) -> places.Installation:
    """A copy that is set up, run by the stand-in."""
    jars = home / places.VERSION / "lib"
    jars.mkdir(parents=True)
    (jars / "languagetool-server.jar").touch()
    done = places.SetUp(places.VERSION, str(java.command), [])
    (home / places.VERSION / "installed.json").write_bytes(msgspec.json.encode(done))
    found = places.own_copy()
    assert found is not None
    return found


def engine(**options: object) -> LanguageTool:
    """Return an engine of its own, which remembers nothing."""
    return LanguageTool("en-US", (), msgspec.convert(options, LanguageToolOptions))


def parts_of(text: str) -> tuple[Part, ...]:
    return read(Source.from_text(f"Headline\n\n{text}\n", "a.txt")).parts


def is_alive(process: int) -> bool:
    """Whether a process lives; one that has ended and waits to be reaped does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
