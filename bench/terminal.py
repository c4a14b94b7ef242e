"""Time the editor as a person meets it: a real process in a real pseudo-terminal, keys in, paint out.

What a terminal cannot see, that findings are fresh, is timed in the app itself, with its worker process.

python bench/terminal.py [FILE] [--rounds 20]

It prints the time from start to the first findings and to all of them, from a key press to the first paint,
and from accepting a suggestion to fresh findings on the screen (each accepted one is undone again).
"""

from __future__ import annotations

import argparse
import asyncio
import fcntl
import os
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
START = "from copydesk.cli.main import main; main()"
FRESH = b"harper"  # the status line names the engine when findings are fresh
QUIET = 0.15  # seconds without paint after which the screen is taken to stand still


class Screen:
    """A program in a pseudo-terminal."""

    def __init__(self, arguments: list[str], columns: int, rows: int, home: Path) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "XDG_STATE_HOME": str(home)}
        self._process = subprocess.Popen(arguments, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)

    def press(self, key: str) -> None:
        os.write(self._ours, key.encode())

    def until(self, done: Callable[[bytes], bool], patience: float = 20.0) -> float:
        """Read paint until it holds what is waited for; return the seconds it took."""
        started, painted = time.perf_counter(), b""
        while time.perf_counter() - started < patience:
            ready, _, _ = select.select([self._ours], [], [], 0.01)
            if ready:
                painted += os.read(self._ours, 1 << 16)
                if done(painted):
                    return time.perf_counter() - started
        raise SystemExit(f"waited {patience} s in vain; the last paint was {painted[-400:]!r}")

    def settle(self) -> None:
        """Read until nothing has been painted for a while."""
        while select.select([self._ours], [], [], QUIET)[0]:
            os.read(self._ours, 1 << 16)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)


async def times_to_fresh(article: Path, size: tuple[int, int], rounds: int) -> list[float]:
    """Return how long it took from accepting a suggestion until findings for the new text were painted."""
    from copydesk.article import Source, read
    from copydesk.check.settings_file import load_settings
    from copydesk.session import Session
    from copydesk.session.checker import BackgroundChecker
    from copydesk.terminal.app import CopydeskApp
    from copydesk.terminal.screens.review import Review

    session = Session(read(Source.from_path(article)), article)
    checker = BackgroundChecker(load_settings(article))
    checker.ask(session.job())
    taken: list[float] = []

    async def fresh(review: Review) -> None:
        while not session.fresh:
            await asyncio.sleep(0.001)
        painted = asyncio.Event()
        review.call_after_refresh(painted.set)
        await painted.wait()

    async with CopydeskApp(session, checker).run_test(size=size) as pilot:
        review = pilot.app.screen
        assert isinstance(review, Review)
        await fresh(review)
        for number in range(rounds):
            with_fix = [mark.id for mark in session.marks if mark.finding.fixes]
            review.action_select(with_fix[number % len(with_fix)])
            await pilot.pause()
            started = time.perf_counter()
            review.action_accept()
            await fresh(review)
            taken.append(time.perf_counter() - started)
            review.action_undo()
            await fresh(review)
    return taken


def report(what: str, seconds: list[float]) -> None:
    ordered = sorted(1000 * value for value in seconds)
    high = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    print(f"{what:36} median {statistics.median(ordered):6.0f} ms   95% {high:6.0f} ms   ({len(ordered)})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "samples" / "sudzha.txt")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--size", default="120x40")
    arguments = parser.parse_args()
    columns, rows = map(int, arguments.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        article = Path(shutil.copy(arguments.file, folder))
        command = [sys.executable, "-c", START, "edit", str(article)]
        shown, first, complete = [], [], []
        for _ in range(3):
            screen = Screen(command, columns, rows, Path(folder))
            started = time.perf_counter()
            screen.until(lambda painted: b"copydesk" in painted)
            shown.append(time.perf_counter() - started)
            screen.until(lambda painted: b"Findings 1 of" in painted)
            first.append(time.perf_counter() - started)
            screen.until(lambda painted: FRESH in painted)
            complete.append(time.perf_counter() - started)
            if len(shown) < 3:
                screen.end()
        report("start to the article on the screen", shown)
        report("start to the first findings", first)
        report("start to all findings", complete)
        keys = []
        for key in "np" * (arguments.rounds // 2):
            screen.settle()
            screen.press(key)
            keys.append(screen.until(bool))
        screen.end()
        report("key to first paint", keys)
        report(
            "accept to fresh findings shown", asyncio.run(times_to_fresh(article, (columns, rows), arguments.rounds))
        )


if __name__ == "__main__":
    main()
