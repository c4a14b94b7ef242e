"""Rules that end their process, crash it, stand still in C, or go on in a thread: named, and the others go on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="wants signals")
RULES = '''
import ctypes, itertools, os, signal, threading, time
from copydesk.rules import Finding, Rule, Span

class Bad(Rule):
    """Does what no rule should."""
    name = "Wild.Bad"
    def check(self, article):
        {does}
        return iter(())

class Good(Rule):
    """Says something."""
    name = "Wild.Good"
    def check(self, article):
        yield Finding(Span(0, 8), "said")
'''
# Limits are shorter than in earnest; a worker is a copy of this process, and has them too.
PROGRAM = """
from copydesk.rules import patience
patience.LIMIT, patience.GRACE, patience.LOADING = 1.0, 1.0, 3.0
from copydesk.cli.main import main
main()
"""


class Desk:
    """A folder with four articles, and a plugin of a rule that is good and one that is not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "copy").mkdir()
        for name in "abcd":
            (folder / "copy" / f"{name}.txt").write_text("Headline of the day\n\nThe train left Kiev on Monday.\n")
        (folder / "copy" / "copydesk.toml").write_text("[grammar]\nengine = 'off'\n")
        self.plugins = folder / "plugins"
        (self.plugins / "wild-1.0.dist-info").mkdir(parents=True)
        (self.plugins / "wild-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: wild\nVersion: 1.0\n")
        (self.plugins / "wild-1.0.dist-info/entry_points.txt").write_text("[copydesk.rules]\nWild = wild\n")

    def begin(self, does: str, *options: str) -> subprocess.Popen[str]:
        (self.plugins / "wild.py").write_text(RULES.format(does=does))
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "check", "copy", "--format", "json", *options],
            cwd=self.folder,
            env=os.environ
            | {
                "PYTHONPATH": str(self.plugins),
                "XDG_CACHE_HOME": str(self.folder / "cache"),
                "MARK": str(self.folder / "mark"),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def check(self, does: str, *options: str) -> tuple[int, dict[str, Any], str]:
        with self.begin(does, *options) as process:
            out, said = process.communicate(timeout=100)
        assert "Traceback" not in said
        return process.returncode, json.loads(out), said


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("does", "how"),
    [
        ("os._exit(0)", "it ended its process (exit code 0)"),
        ("os._exit(1)", "it ended its process (exit code 1)"),
        ("ctypes.string_at(0)", "its process crashed (signal 11)"),
        ("sum(itertools.repeat(1))", "it did not return within 1 seconds, heard nothing, and was ended"),
        (
            "exec('while True:\\n try: time.sleep(0.1)\\n except BaseException: pass')",
            "it did not return within 1 seconds, heard nothing, and was ended",
        ),
        ("raise KeyboardInterrupt", "KeyboardInterrupt:"),
        ("time.sleep(60)", "it did not return within 1 seconds and was ended"),
    ],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_rule_that_ends_its_process_is_named_and_the_others_go_on(
    desk: Desk, does: str, how: str, jobs: str
) -> None:
    code, report, said = desk.check(does, "--jobs", jobs)
    assert code == 2, said
    assert [file["path"] for file in report["files"]] == [f"copy/{name}.txt" for name in "abcd"], said
    for file in report["files"]:
        assert file["error"] is None
        assert {finding["rule"] for finding in file["findings"]} == {"Wild.Good", "Names.OutdatedName"}
    assert how in said
    assert "the rule Wild.Bad broke down and was left out: " in said
    assert any(how in notice for notice in report["notices"])


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("loads", "how"),
    [
        ("import os; os._exit(0)", "it ended its process (exit code 0)"),
        ("import itertools; sum(itertools.repeat(1))", "it did not return"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    ],
)
def test_a_plugin_that_ends_its_process_when_it_is_loaded_is_named(
    desk: Desk, loads: str, how: str, jobs: str
) -> None:
    code, report, said = desk.check(f"pass\n{loads}\nclass Rest:\n    def none(self):\n        pass", "--jobs", jobs)
    assert code == 2, said
    (line,) = [
        line for line in said.splitlines() if "the rules “Wild” of the package wild could not be loaded" in line
    ]
    assert how in line
    assert any(how in notice for notice in report["notices"])


def test_a_fix_does_not_ask_it_again(desk: Desk) -> None:
    code, report, said = desk.check(
        "'Monday' in article.text and os._exit(0)", "--fix", "--unsafe-fixes", "--select", "Wild,Names"
    )
    assert code == 2, said
    assert "Kyiv" in (desk.folder / "copy/a.txt").read_text()
    assert "it ended its process (exit code 0)" in said
    assert len(report["files"]) == 4


THREAD = "threading.Thread(target=time.sleep, args=(600,)).start()"


@pytest.mark.parametrize("options", [("--jobs", "1"), ("--jobs", "2"), ("--fix", "--unsafe-fixes")])
def test_a_thread_that_goes_on_holds_nothing_up(desk: Desk, options: tuple[str, ...]) -> None:
    code, report, _ = desk.check(THREAD, *options)  # it is waited for no more than 100 seconds
    assert code in (0, 1)
    assert len(report["files"]) == 4


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_a_parent_that_is_killed_alone(desk: Desk, how: signal.Signals) -> None:
    process = desk.begin("open(os.environ['MARK'], 'a').write('x'); patience = time.sleep(0.9)", "--jobs", "2")
    until = time.monotonic() + 30
    while not (desk.folder / "mark").exists():
        assert time.monotonic() < until
        time.sleep(0.01)
    process.send_signal(how)
    process.communicate(timeout=30)  # ends when nobody holds the pipes
    assert process.returncode == -how
