"""`--watch`: checks again when something changes, and ends without a word."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import Result

from copydesk.cli.watch import watch
from copydesk.errors import CopydeskError

Run = Callable[..., Result]
TEXT = "Headline of the day\n\nThe train left Kiev on Monday.\n\nIt was late again, and the heating was off.\n"


def touched(path: Path, text: str) -> None:
    """Write, and make sure that it shows however coarse the file system's clock is."""
    path.write_text(text)
    touched.clock += 1_000_000_000  # type: ignore[attr-defined]
    os.utime(path, ns=(touched.clock, touched.clock))  # type: ignore[attr-defined]


touched.clock = 10**18  # type: ignore[attr-defined]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    touched(Path("news/a.txt"), TEXT)
    touched(Path("copydesk.toml"), "")
    return tmp_path


def watched(run: Run, monkeypatch: pytest.MonkeyPatch, *steps: Callable[[], object]) -> Result:
    """Watch the folder, do one step in every pause, and then interrupt."""
    todo = list(steps)

    def pause(seconds: float) -> None:
        assert seconds >= 0.5
        if not todo:
            raise KeyboardInterrupt
        todo.pop(0)()

    monkeypatch.setattr(watch, "__kwdefaults__", {"pause": pause})
    return run("check", "news", "--watch", "--select", "Names.OutdatedName", "--format", "concise")


def test_it_checks_again_when_an_article_changes_comes_or_goes(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = Path("news/a.txt"), Path("news/b.txt")
    result = watched(
        run,
        monkeypatch,
        lambda: None,  # nothing changes: nothing is checked
        lambda: touched(a, TEXT.replace("Kiev", "Kyiv")),
        lambda: touched(b, TEXT),
        b.unlink,
    )
    assert result.return_value == 130
    assert result.stderr == ""
    assert result.stdout.splitlines() == [
        "news/a.txt:3:16: warning: “Kiev” is now “Kyiv”. [Names.OutdatedName] (Change to “Kyiv”)",
        "1 warning in 1 file.",
        "Nothing to report in 1 file.",
        "news/b.txt:3:16: warning: “Kiev” is now “Kyiv”. [Names.OutdatedName] (Change to “Kyiv”)",
        "1 warning in 2 files.",
        "Nothing to report in 1 file.",
    ]


def test_it_checks_again_when_settings_or_stets_change(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stet = '[[stet]]\nrule = "Names.OutdatedName"\nwords = "Kiev"\nbefore = "The train left"\nafter = "on Monday."\n'
    result = watched(
        run,
        monkeypatch,
        lambda: touched(Path("copydesk.toml"), '[severity]\nNames = "error"\n'),
        lambda: touched(Path("stet.toml"), stet),
    )
    assert [line.partition(": ")[2].partition(":")[0] for line in result.stdout.splitlines() if "Kiev" in line] == [
        "warning",
        "error",
    ]
    assert result.stdout.endswith("Nothing to report in 1 file.\n")


def test_a_mistake_in_the_settings_does_not_end_it(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    result = watched(
        run,
        monkeypatch,
        lambda: touched(Path("copydesk.toml"), "[rules\n"),
        lambda: touched(Path("copydesk.toml"), ""),
    )
    assert result.stdout.count("1 warning in 1 file.") == 2
    (line,) = result.stderr.splitlines()
    assert "is not valid TOML" in line


def test_house_rules_are_read_anew(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = Path("styles/House/Words.yml")
    rule.parent.mkdir(parents=True)
    touched(rule, "extends: existence\nmessage: 'no %s'\ntokens: [heating]\n")
    settings = '[styles]\npath = "styles"\nuse = ["House"]\n[rules]\nselect = ["House"]\n'
    touched(Path("copydesk.toml"), settings)
    todo = [lambda: touched(rule, "extends: existence\nmessage: 'no %s'\ntokens: [train]\n")]

    def pause(seconds: float) -> None:
        if not todo:
            raise KeyboardInterrupt
        todo.pop()()

    monkeypatch.setattr(watch, "__kwdefaults__", {"pause": pause})
    result = run("check", "news", "--watch", "--format", "concise")
    assert "no heating" in result.stdout
    assert "no train" in result.stdout


@pytest.mark.parametrize("option", [("--fix",), ("--write-baseline", "x.toml"), ("-",)])
def test_it_only_looks(desk: Path, run: Run, option: tuple[str, ...]) -> None:
    with pytest.raises(CopydeskError, match="--watch only looks at files"):
        run("check", "news", "--watch", *option)


@pytest.mark.skipif(sys.platform == "win32", reason="wants signals")
def test_an_interrupt_ends_it_quietly(desk: Path, cache_folder: Path) -> None:
    command = [Path(sys.executable).with_name("copydesk"), "check", "news", "--watch", "--select", "Names"]
    out, said = desk / "out", desk / "said"
    with out.open("w") as stdout, said.open("w") as stderr:
        # In the background Ctrl-C is ignored, and by what is started there as well.
        heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
        process = subprocess.Popen(command, stdout=stdout, stderr=stderr, preexec_fn=heard)
    end = time.monotonic() + 20
    while "in 1 file." not in out.read_text() and time.monotonic() < end:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 130
    assert out.read_text().endswith("1 warning in 1 file.\n")
    assert "\x1b[2J" not in out.read_text()  # no terminal reads it
    assert said.read_text().strip() == ""
