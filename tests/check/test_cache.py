"""The cache: quick where nothing has changed, and never in the way."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import Part, Source, Span, read
from copydesk.check import cache, keys
from copydesk.check.cache import ResultCache
from copydesk.check.keys import key_of
from copydesk.check.outcome import Outcome
from copydesk.check.settings import Settings, Styles
from copydesk.engines import Remark, engine_for
from copydesk.engines.harper import Harper
from copydesk.rules import Finding, Related, change_to

Run = Callable[..., Result]
TEXT = "Headline of the day\n\nThe train left Kiev on Monday.\n\nIt was late again, and the heating was off.\n"
NAMES = ("--select", "Names.OutdatedName")


def outcome(message: str = "“Kiev” is now “Kyiv”.") -> Outcome:
    span = Span(3, 7)
    found = Finding(
        span, message, (Related(span, "here"),), (change_to(span, "Kyiv", safe=True),), 0.5, "so", "N.O", "error"
    )
    return Outcome((found,), trial=(found,), notices=("a notice",))


def test_what_is_kept_comes_back_the_same(tmp_path: Path) -> None:
    kept = ResultCache(tmp_path / "c" / "results.sqlite3")
    many = {f"key{number}": outcome(str(number)) for number in range(1_200)}
    kept.put_many(many)
    assert kept.get_many(many) == many
    assert kept.get_many(["none"]) == {}
    assert kept.problem == ""


def test_the_folder_is_the_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    folder.mkdir(mode=0o755)
    ResultCache(folder / "results.sqlite3").put_many({"a": outcome()})
    assert folder.stat().st_mode & 0o777 == 0o700


def break_with_rubbish(path: Path) -> None:
    path.write_bytes(b"This is no database at all. " * 200)


def break_in_the_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:] = os.urandom(len(data) - 100)
    path.write_bytes(data)


def break_an_outcome(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE results SET outcome = x'c1'")
    connection.close()


def break_the_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE results")
        connection.execute("CREATE TABLE results (other TEXT)")
    connection.close()


@pytest.mark.parametrize("breaks", [break_with_rubbish, break_in_the_middle, break_an_outcome, break_the_table])
def test_a_broken_file_is_dropped_and_said_once(
    tmp_path: Path, cache_folder: Path, run: Run, breaks: Callable[[Path], None]
) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT)
    first = run("check", article, *NAMES)
    breaks(cache_folder / "results.sqlite3")
    again = run("check", article, *NAMES)
    assert again.stdout == first.stdout
    assert again.stderr.count("was broken and has been dropped") == 1
    assert len(again.stderr.splitlines()) == 1
    after = run("check", article, *NAMES)
    assert (after.stdout, after.stderr) == (first.stdout, "")


@pytest.mark.parametrize("jobs", [1, 2])
def test_broken_remarks_are_dropped_and_said_once(tmp_path: Path, cache_folder: Path, run: Run, jobs: int) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    arguments = ("check", tmp_path, "--select", "Grammar", "--jobs", jobs)
    first = run(*arguments)
    (cache_folder / "results.sqlite3").unlink()
    assert (cache_folder / "remarks.sqlite3").exists()
    break_with_rubbish(cache_folder / "remarks.sqlite3")
    again = run(*arguments)
    assert again.stdout == first.stdout
    assert again.stderr.count("was broken and has been dropped") == len(again.stderr.splitlines()) == 1
    assert run(*arguments).stderr == ""


def break_a_payload(path: Path) -> None:
    """Change one letter of what is kept, such that it reads as well as before."""
    raw = path.read_bytes()
    place = raw.index(b"heating") if b"heating" in raw else raw.index(b"recieved")
    path.write_bytes(raw[:place] + b"z" + raw[place + 1 :])


@pytest.mark.parametrize("name", ["results.sqlite3", "remarks.sqlite3"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_one_wrong_letter_in_what_is_kept_is_noticed(
    tmp_path: Path, cache_folder: Path, run: Run, jobs: int, name: str
) -> None:
    for each in ("a.txt", "b.txt"):
        (tmp_path / each).write_text(TEXT.replace("heating", "heating recieved"))
    arguments = ("check", tmp_path, "--select", "Grammar", "--jobs", jobs)
    first = run(*arguments)
    if name == "remarks.sqlite3":
        (cache_folder / "results.sqlite3").unlink()
    break_a_payload(cache_folder / name)
    again = run(*arguments)
    assert again.stdout == first.stdout
    assert again.stderr == f"copydesk: the cache in {cache_folder} was broken and has been dropped\n"
    assert run(*arguments).stderr == ""


@settings(max_examples=400)
@given(data=st.data())
def test_no_flipped_byte_gives_another_answer_or_stays(data: st.DataObject) -> None:
    made = {f"key{number}": outcome(str(number)) for number in range(60)}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "results.sqlite3")
        ResultCache(path).put_many(made)
        raw = bytearray(path.read_bytes())
        place = data.draw(st.integers(0, len(raw) - 1) | st.integers(0, 100))
        raw[place] ^= data.draw(st.integers(1, 255))
        path.write_bytes(raw)
        problems = []
        for _ in range(3):  # what was damaged may be noticed when it is looked up, or when it is written to
            kept = ResultCache(path)
            found = kept.get_many(made)
            assert all(made[key] == one for key, one in found.items())
            kept.put_many({key: one for key, one in made.items() if key not in found} | {"new": outcome()})
            problems.append(kept.problem)
        assert all(not problem or "has been dropped" in problem for problem in problems)
        assert len(list(filter(None, problems))) <= 1
        assert ResultCache(path).get_many([*made, "new"]) == made | {"new": outcome()}


def test_a_full_disk_is_said_and_nothing_else_happens(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT)
    plain = run("check", article, "--no-cache", *NAMES)

    def full(connection: object, now: int) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(cache, "_prune", full)
    result = run("check", article, *NAMES)
    assert (result.stdout, result.return_value) == (plain.stdout, plain.return_value)
    assert result.stderr.endswith("cannot be used: database or disk is full\n")
    assert len(result.stderr.splitlines()) == 1


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "file" / "copydesk")
    article = tmp_path / "a.txt"
    article.write_text(TEXT)
    result = run("check", article, *NAMES)
    assert "1 warning in 1 file." in result.stdout
    assert "cannot be used" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def _write(path: Path, number: int) -> None:
    for step in range(20):
        kept = ResultCache(path)
        kept.put_many({f"{number}-{step}-{each}": outcome() for each in range(20)})
        assert kept.problem == ""


def test_several_processes_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "c" / "results.sqlite3"
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_write, args=(path, number)) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    assert [worker.exitcode for worker in workers] == [0] * 4
    every = [f"{number}-{step}-{each}" for number in range(4) for step in range(20) for each in range(20)]
    kept = ResultCache(path)
    assert len(kept.get_many(every)) == len(every)
    assert kept.problem == ""


def test_what_is_old_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = ResultCache(tmp_path / "results.sqlite3")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - 40 * 86_400)
    kept.put_many({"old": outcome()})
    monkeypatch.setattr(time, "time", lambda: now)
    kept.put_many({"new": outcome()})
    assert list(kept.get_many(["old", "new"])) == ["new"]


def test_what_is_too_much_goes_the_older_half_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "results.sqlite3"
    monkeypatch.setattr(cache, "_MOST_BYTES", 200_000)
    now = time.time()
    for step in range(40):
        monkeypatch.setattr(time, "time", lambda step=step: now + step)
        ResultCache(path).put_many({f"{step}": outcome("x" * 10_000)})
    assert path.stat().st_size < 300_000
    left = ResultCache(path).get_many(map(str, range(40)))
    assert "39" in left
    assert "0" not in left
    assert 3 < len(left) < 20


def test_cleaning_says_how_much_was_freed(tmp_path: Path, cache_folder: Path, run: Run) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT)
    run("check", article, *NAMES)
    size = (cache_folder / "results.sqlite3").stat().st_size
    assert run("cache", "clean").stdout == f"Freed {size / 1_000:.1f} kB.\n"
    assert list(cache_folder.iterdir()) == []
    assert run("cache", "clean").stdout == "Freed 0 bytes.\n"


# Hits


TELL = "print(sorted(name for name in sys.modules if name.startswith('copydesk')), file=sys.stderr)"


def copydesk(*arguments: object, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a process that tells in the end what it has imported."""
    lines = (
        f"import sys; sys.argv = {['copydesk', *map(str, arguments)]!r}",
        "from copydesk.cli.main import main",
        "try: main()",
        f"finally: {TELL}",
    )
    return subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"XDG_CACHE_HOME": str(home), "HOME": str(home)},
    )


def test_a_hit_imports_no_rules(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(f"# {TEXT}\n\nKiev. <!-- stet -->\n")
    first = copydesk("check", article, home=tmp_path)
    again = copydesk("check", article, home=tmp_path)
    assert again.stdout == first.stdout
    assert "'copydesk_rules'" in first.stderr
    for module in ("copydesk_rules", "copydesk.facts.names", "copydesk.check.desk", "copydesk.check.git"):
        assert f"'{module}'" not in again.stderr


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "sarif", "gitlab", "junit", "html"])
def test_cached_or_not_the_report_is_the_same(tmp_path: Path, run: Run, name: str) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT.replace("Monday", "Sunday"))
    command = ("check", tmp_path, "--format", name, "--ignore", "Grammar")
    plain = run(*command, "--no-cache")
    for _ in range(2):
        assert run(*command).stdout == plain.stdout


def test_notices_about_rules_come_from_the_cache_too(tmp_path: Path, run: Run) -> None:
    (tmp_path / "styles/House").mkdir(parents=True)
    (tmp_path / "styles/House/Script.yml").write_text("extends: script\nmessage: no\nscript: |\n  x := 1\n")
    (tmp_path / "styles/House/Fine.yml").write_text("extends: existence\nmessage: '%s'\ntokens: [heating]\n")
    (tmp_path / "copydesk.toml").write_text(
        '[rules]\nselect = ["House"]\n[styles]\npath = "styles"\nuse = ["House"]\n'
    )
    (tmp_path / "a.txt").write_text(TEXT)
    first = run("check", tmp_path)
    assert "Script" in first.stderr
    again = run("check", tmp_path)
    assert (again.stdout, again.stderr) == (first.stdout, first.stderr)
    pooled = run("check", tmp_path, "--no-cache", "--jobs", "2")
    assert (pooled.stdout, pooled.stderr) == (first.stdout, first.stderr)


# Keys


@pytest.fixture
def article_key(tmp_path: Path) -> Callable[[Settings], str]:
    article = read(Source.from_text(TEXT, "a.txt"))

    def key(settings: Settings) -> str:
        keys.forget()
        return key_of(article, settings)

    return key


def test_a_key_changes_with_a_rules_file(
    tmp_path: Path, article_key: Callable[[Settings], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = tmp_path / "plugin"
    (plugin / "mine-1.0.dist-info").mkdir(parents=True)
    (plugin / "mine-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n")
    (plugin / "mine-1.0.dist-info/entry_points.txt").write_text("[copydesk.rules]\nMine = mine_rules.pack\n")
    (plugin / "mine_rules").mkdir()
    rule = plugin / "mine_rules" / "pack.py"
    rule.write_text("")
    before = article_key(Settings())
    monkeypatch.syspath_prepend(str(plugin))
    with_plugin = article_key(Settings())
    os.utime(rule, (1, 1))
    touched = article_key(Settings())
    assert len({before, with_plugin, touched}) == 3
    assert article_key(Settings()) == touched


@pytest.mark.parametrize(
    "line",
    [
        "import helper",
        "import json, helper.sub as h",
        "from helper.sub import word",
        "try: import helper\nexcept ImportError: pass",
        "def late():\n    from helper import word",
        "import importlib; importlib.import_module('helper.sub')",
        "import between",
    ],
)
def test_a_key_changes_with_what_a_rule_imports(
    tmp_path: Path, article_key: Callable[[Settings], str], monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    (tmp_path / "mine-1.0.dist-info").mkdir()
    (tmp_path / "mine-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n")
    (tmp_path / "mine-1.0.dist-info/entry_points.txt").write_text("[copydesk.rules]\nMine = mine_rule\n")
    (tmp_path / "mine_rule.py").write_text(f"import re\n{line}\nraise RuntimeError('no code is run for a key')\n")
    (tmp_path / "between.py").write_text("import mine_rule, helper\n")
    (tmp_path / "helper").mkdir()
    for name in ("__init__.py", "sub.py", "words.txt"):
        (tmp_path / "helper" / name).write_text("word = 'Kiev'\n")
    (tmp_path / "unrelated.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    keys_seen = [article_key(Settings())]
    for name in ("sub.py", "words.txt"):
        (tmp_path / "helper" / name).write_text("word = 'Kyiv, now'\n")
        keys_seen.append(article_key(Settings()))
    assert len(set(keys_seen)) == 3
    (tmp_path / "unrelated.py").write_text("word = 3\n")
    assert article_key(Settings()) == keys_seen[-1]


def test_a_key_changes_with_what_is_installed(
    tmp_path: Path, article_key: Callable[[Settings], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    before = article_key(Settings())
    (tmp_path / "library-1.0.dist-info").mkdir()
    first = article_key(Settings())
    (tmp_path / "library-1.0.dist-info").rename(tmp_path / "library-1.1.dist-info")
    assert len({before, first, article_key(Settings())}) == 3


def test_a_key_changes_with_a_style_file_and_with_the_settings(
    tmp_path: Path, article_key: Callable[[Settings], str]
) -> None:
    (tmp_path / "styles/House").mkdir(parents=True)
    style = tmp_path / "styles/House/A.yml"
    style.write_text("extends: existence\n")
    settings = Settings(file=tmp_path / "copydesk.toml", styles=Styles("styles", ("House",)))
    before = article_key(settings)
    os.utime(style, (1, 1))
    touched = article_key(settings)
    (tmp_path / "styles/House/B.yml").write_text("extends: existence\n")
    found = {before, touched, article_key(settings)}
    for other in (
        Settings(),
        Settings(select=("Names",)),
        Settings(ignore=("Names",)),
        Settings(severity={"Names": "error"}),
        Settings(names={"Kyiv": ("Kiev",)}),
        Settings(options={"Units.MissingConversion": {"a": 1}}),
    ):
        found.add(article_key(other))
    assert len(found) == 9
    assert article_key(Settings()) == article_key(Settings(file=tmp_path / "elsewhere.toml"))


# Paragraphs


def test_of_a_changed_article_the_engine_reads_the_changed_paragraph_alone(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    check = Harper.check

    def recorded(self: Harper, parts: Sequence[Part]) -> list[tuple[Remark, ...]]:
        asked.extend(part.words for part in parts)
        return check(self, parts)

    monkeypatch.setattr(Harper, "check", recorded)
    article = tmp_path / "a.txt"
    article.write_text(TEXT)
    run("check", article, "--select", "Grammar")
    asked.clear()
    article.write_text(TEXT.replace("was off", "recieved nothing"))
    engine_for.cache_clear()  # another process
    changed = run("check", article, "--select", "Grammar")
    assert asked == ["It was late again, and the heating recieved nothing."]
    assert "recieved" in changed.stdout
    assert run("check", article, "--no-cache", "--select", "Grammar").stdout == changed.stdout


def test_processes_remember_what_the_engine_said(
    tmp_path: Path, cache_folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(TEXT + f"\nBus {number} recieved nothing.\n")
    first = run("check", tmp_path, "--select", "Grammar", "--jobs", "2")
    (cache_folder / "results.sqlite3").unlink()
    monkeypatch.setattr(Harper, "check", None)  # workers, as copies of this process, have none either
    again = run("check", tmp_path, "--select", "Grammar", "--jobs", "2")
    assert again.stdout == first.stdout
    assert "recieved" in again.stdout


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="wants owners of files")
def test_a_folder_of_another_user_is_not_used(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\nThe mayor said so.\n")
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o755)
    monkeypatch.setattr("copydesk.check.cache.folder", lambda: folder)
    user = os.geteuid()
    monkeypatch.setattr("os.geteuid", lambda: user + 1)
    for _ in range(2):
        result = run("check", tmp_path / "a.txt")
        assert result.return_value != 2
        (line,) = result.stderr.splitlines()
        assert "cannot be used: the folder is another user's; delete it" in line
    assert list(folder.iterdir()) == []
    assert folder.stat().st_mode & 0o777 == 0o755
