"""`copydesk edit` on a real terminal: the editor is all that is on the screen."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")  # no Windows
termios = pytest.importorskip("termios")

PROGRAM = str(Path(sys.executable).with_name("copydesk"))
ARTICLE = "Headline of the day\n\nThe train left Kiev.\n\nShe is looking forward to meet the minister.\n"

# Begun with Python itself, it prints on and on, in every process, as a library's thread may.
NOISY = """
import os, sys, threading, time, warnings

def cry():
    while True:
        print("NOISE print", flush=True)
        for descriptor in (1, 2):
            os.write(descriptor, b"NOISE write")
        time.sleep(0.01)

class Finder:
    def find_spec(self, name, *others):
        if name == "copydesk.article" and self in sys.meta_path:
            sys.meta_path.remove(self)
            threading.Thread(target=cry, daemon=True).start()

sys.meta_path.insert(0, Finder())
"""


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (30, 132))
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": os.getcwd()}
        environment.pop("NO_COLOR", None)
        self.process = subprocess.Popen(
            [PROGRAM, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
        )
        os.close(theirs)
        self.shown = ""

    def wait_for(self, words: str) -> None:
        """Read on until the words are there, or the program has ended."""
        deadline = time.monotonic() + 60
        while words not in self.shown and time.monotonic() < deadline:
            if not select.select([self._ours], [], [], 0.5)[0]:
                continue
            try:
                self.shown += os.read(self._ours, 100_000).decode("utf-8", "replace")
            except OSError:  # the other end is closed
                return

    def press(self, key: str) -> None:
        os.write(self._ours, key.encode())

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)


@pytest.fixture
def desk(tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    Path("a.txt").write_text(ARTICLE)
    return tmp_path


def test_nothing_but_the_editor_is_on_the_screen(desk: Path) -> None:
    Path("sitecustomize.py").write_text(NOISY)
    terminal = Terminal("edit", "a.txt")
    try:
        terminal.wait_for("Kyiv")  # a suggestion: the checks have come
        terminal.press("q")
        terminal.wait_for("no such words")  # that is, all there is
        assert terminal.process.wait(timeout=30) == 0
    finally:
        terminal.end()
    assert "\x1b[?1049h" in terminal.shown  # a screen of its own
    assert "Kyiv" in terminal.shown
    assert "\x1b[?1049l" in terminal.shown
    assert "NOISE" not in terminal.shown


def test_what_went_wrong_is_said_on_the_screen(desk: Path) -> None:
    terminal = Terminal("edit", "none.txt")
    try:
        terminal.wait_for("no such words")
        assert terminal.process.wait(timeout=30) == 2
    finally:
        terminal.end()
    assert terminal.shown == "copydesk: none.txt: there is no such file\r\n"
