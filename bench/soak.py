#!/usr/bin/env python3
"""Random articles in every format, markup and encoding, checked and fixed for as long as wanted: nothing may fail.

    python bench/soak.py --minutes 60 --seed 1          prints how many cases and checks there were, and each failure
    python bench/soak.py --case 1234                    one case again, with its files kept

Each case is an article with settings, stets and house rules made from its number alone. Of each, it is asked: no
traceback, no rule that broke down, no hang; the same output twice, from the cache too; reports that parse; every fix,
alone and together, leaves markup, addresses, entities and code as they are and changes no byte outside its edits; a
session that undoes everything is back at its start. What fails is kept in `soak-failures/`. Exits 1 if anything did.
LanguageTool takes part where it is set up, Harper always.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing.connection import Connection, wait
from pathlib import Path

from soak_articles import Case, make_case
from soak_markup import is_kept, markup_of

COPYDESK = Path(sys.executable).with_name("copydesk")
FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html")
HANG = 60  # seconds, for any one thing asked
MEMORY = 1_000_000_000  # bytes of one process, less what the engines keep
KEPT = Path("soak-failures")


@dataclass
class Outcome:
    """What came of one case: what was asked how often, and what failed, each as (kind, detail)."""

    asked: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[str, str]] = field(default_factory=list)

    def ask(self, kind: str, holds: bool, detail: str = "") -> None:
        self.asked[kind] += 1
        if not holds:
            self.failed.append((kind, detail))


@lru_cache(maxsize=1)
def copy_to_draw_from() -> tuple[str, ...]:
    """Return the copy of all rules' examples, good and bad, and of the samples."""
    from copydesk.rules.loading import installed_rules

    rules, _ = installed_rules()
    found = [text for rule in rules for one in rule.examples for text in (one.body, one.headline, one.standfirst)]
    samples = Path(__file__).parent.parent / "samples"
    found += [line for path in sorted(samples.glob("*.txt")) for line in path.read_text().splitlines()]
    return tuple(dict.fromkeys(filter(None, (" ".join(text.split()) for text in found))))


@lru_cache(maxsize=1)
def engines() -> tuple[str, ...]:
    from copydesk.engines.languagetool.places import own_copy

    return ("off", "off", "harper", "harper") + (("languagetool", "both") if own_copy() else ())


def run_case(case: Case, folder: Path) -> Outcome:
    """Ask everything of one case in `folder`, which is empty."""
    outcome = Outcome()
    path = folder / case.name
    path.write_bytes(case.raw)
    for name, text in case.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    order = random.Random(case.seed)
    _command_line(outcome, path, order)
    _in_process(outcome, path, order)
    return outcome


def _command_line(outcome: Outcome, path: Path, order: random.Random) -> None:
    format_ = order.choice(FORMATS)
    first = _call(outcome, "check", "--format", format_, path)
    again = _call(outcome, "check", "--format", format_, path)
    anew = _call(outcome, "check", "--no-cache", "--format", format_, path)
    outcome.ask("same output twice", first.stdout == again.stdout == anew.stdout, f"--format {format_}")
    outcome.ask(
        "same exit code twice", first.returncode == again.returncode == anew.returncode, f"--format {format_}"
    )
    if first.returncode in (0, 1):
        outcome.ask("report parses", *_parses(format_, first.stdout))
    before = path.read_bytes()
    if order.random() < 0.5:
        _call(outcome, "check", "--diff", path)
        outcome.ask("--diff writes nothing", path.read_bytes() == before)
    options = ("--unsafe-fixes",) if order.random() < 0.7 else ()
    fixed = _call(outcome, "check", "--fix", *options, "--ignore", "Links", path)
    outcome.ask("--fix keeps markup", *_markup_kept(path.name, before, path.read_bytes()))
    leftovers = [each.name for each in path.parent.iterdir() if each.name.endswith(".tmp")]
    outcome.ask("no file left over", not leftovers, str(leftovers))
    if fixed.returncode == 2:
        outcome.ask("a reason where it failed", bool(fixed.stderr.strip()))
    path.write_bytes(before)


def _call(outcome: Outcome, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [str(COPYDESK), *map(str, arguments)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=HANG, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        outcome.ask("no hang", False, " ".join(command))
        return subprocess.CompletedProcess(command, 2, b"", b"hung")
    outcome.ask("no hang", True)
    said = done.stderr.decode("utf-8", "replace")
    outcome.ask("exit code is 0, 1 or 2", done.returncode in (0, 1, 2), f"{done.returncode}: {command} {said[-300:]}")
    outcome.ask("no traceback", "Traceback" not in said and b"Traceback (most" not in done.stdout, said[-2000:])
    outcome.ask("no rule broke down", "broke down" not in said, said[-500:])
    return done


def _parses(format_: str, report: bytes) -> tuple[bool, str]:
    try:
        text = report.decode("utf-8")
        if format_ in ("json", "sarif", "gitlab"):
            json.loads(text)
        elif format_ == "jsonl":
            [json.loads(line) for line in text.split("\n") if line]
        elif format_ == "junit":
            ET.fromstring(text)
    except (ValueError, ET.ParseError) as error:
        return False, f"{format_}: {error}"
    return True, ""


def _markup_kept(name: str, before: bytes, after: bytes) -> tuple[bool, str]:
    from copydesk.article import Source, UnreadableSource

    if before == after:
        return True, ""
    try:
        old, new = Source.from_bytes(before, name).text, Source.from_bytes(after, name).text
    except UnreadableSource as error:
        return False, f"cannot be read after fixing: {error}"
    was, now = markup_of(name, old), markup_of(name, new)
    return is_kept(was, now), "" if was == now else _first_difference(was, now)


def _first_difference(was: list[str], now: list[str]) -> str:
    index = next((i for i, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    return f"{was[index : index + 3]} became {now[index : index + 3]}"


def _in_process(outcome: Outcome, path: Path, order: random.Random) -> None:
    from copydesk.article import Source, UnreadableSource
    from copydesk.check.desk import Desk
    from copydesk.check.settings_file import load_settings
    from copydesk.errors import CopydeskError

    try:
        settings = load_settings(path)
        source = Source.from_path(path)
        checked = Desk(settings).check_source(source)
        again = Desk(settings).check_source(source)
    except UnreadableSource as error:
        outcome.ask("errors are one line", "\n" not in str(error), str(error))
        return
    except CopydeskError as error:
        outcome.ask("errors are one line", "\n" not in str(error), str(error))
        return
    outcome.ask("no rule broke down", not checked.crashes, str(checked.crashes))
    outcome.ask("same findings twice", checked.findings == again.findings)
    for finding in order.sample(checked.findings, min(30, len(checked.findings))):
        for fix in finding.fixes[:4]:
            _fix_alone(outcome, source, finding, fix)
    _session(outcome, checked, path, order)


def _fix_alone(outcome: Outcome, source, finding, fix) -> None:  # type: ignore[no-untyped-def]
    from copydesk.article import UnreadableSource, read
    from copydesk.errors import CopydeskError

    where = f"{finding.rule}: {fix.title}: {fix.edits}"
    try:
        after = source.write(fix.edits)
    except CopydeskError as error:
        outcome.ask("errors are one line", "\n" not in str(error), str(error))
        return
    outcome.ask("bytes outside the edits are the same", after == _by_hand(source, fix.edits), where)
    changes = any(source.text[edit.start : edit.end] != edit.text for edit in fix.edits)
    outcome.ask("a fix changes something", changes, where)
    if not finding.rule.startswith("Links."):
        kept, detail = _markup_kept(source.name, source.raw, after)
        outcome.ask("a fix keeps markup", kept, f"{where}: {detail}")
    try:
        read(type(source).from_bytes(after, source.name))
    except UnreadableSource as error:
        outcome.ask("a fixed file can be read", False, f"{where}: {error}")


def _by_hand(source, edits) -> bytes:  # type: ignore[no-untyped-def]
    position, pieces = 0, [source.mark]
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [source.text[position : edit.start].encode(source.encoding), edit.text.encode(source.encoding)]
        position = edit.end
    return b"".join([*pieces, source.text[position:].encode(source.encoding)])


def _session(outcome: Outcome, checked, path: Path, order: random.Random) -> None:  # type: ignore[no-untyped-def]
    from copydesk.session import Session
    from copydesk.session.work import Reading

    session = Session(checked.article, path)
    session.take(Reading(0, checked.findings, stetted=checked.stetted))
    start = session.text
    for _ in range(order.randint(1, 12)):
        ids = [mark.id for mark in session.marks]
        what = order.randrange(6)
        if what == 0 and session.text:
            _retyped(session, order)
        elif what == 1:
            session.undo()
        elif what == 2:
            session.redo()
        elif ids:
            one = order.choice(ids)
            (session.accept, session.change_all, session.dismiss)[what - 3](one)
        places = [mark.span for mark in session.marks]
        outcome.ask(
            "findings stay in the text", all(0 <= span.start <= span.end <= len(session.text) for span in places)
        )
    done = session.text
    steps = 0
    while session.undo():
        steps += 1
    outcome.ask("undo goes back to the start", session.text == start)
    for _ in range(steps):
        session.redo()
    outcome.ask("redo comes back to the end", session.text == done)


def _retyped(session, order: random.Random) -> None:  # type: ignore[no-untyped-def]
    """Put other words at a random place; the session may refuse what the format cannot hold there."""
    from copydesk.article import Span
    from copydesk.errors import CopydeskError

    at = order.randrange(len(session.text))
    span = Span(at, min(len(session.text), at + order.randint(0, 9)))
    with suppress(CopydeskError):
        session.replace(span, order.choice(("", "x", "é\n", "<b>")))


# Running cases in processes that may be killed


def _work(pipe: Connection, home: Path, keep: Path | None) -> None:
    """Run the cases whose numbers come through the pipe, until there are none."""
    os.environ["XDG_CACHE_HOME"] = str(home / "cache")
    os.environ.setdefault("XDG_DATA_HOME", os.environ.get("COPYDESK_TEST_DATA", str(home / "data")))
    while (seed := pipe.recv()) is not None:
        folder = keep or Path(tempfile.mkdtemp(dir=home))
        try:
            outcome = run_case(make_case(seed, copy_to_draw_from(), engines()), folder)
        except Exception:  # whatever it is, it is what is looked for
            outcome = Outcome(Counter({"no traceback": 1}), [("no traceback", traceback.format_exc(limit=-4))])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        outcome.ask("memory", peak < MEMORY, f"{peak / 1e6:.0f} MB")
        if outcome.failed and keep is None:
            shutil.copytree(folder, KEPT / str(seed), dirs_exist_ok=True)
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)
        pipe.send((seed, outcome))
        if peak >= MEMORY:
            return


class Worker:
    """A process that runs one case after another. One that hangs is killed, and another takes its place."""

    def __init__(self, home: Path) -> None:
        self.pipe, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.get_context("spawn").Process(
            target=_work, args=(theirs, home, None), daemon=True
        )
        self.process.start()
        theirs.close()
        self.seed: int | None = None
        self.begun = 0.0

    def give(self, seed: int) -> None:
        self.seed, self.begun = seed, time.monotonic()
        self.pipe.send(seed)

    @property
    def is_stuck(self) -> bool:
        return self.seed is not None and time.monotonic() - self.begun > 10 * HANG

    def end(self) -> None:
        self.process.kill()
        self.process.join()


def soak(first: int, seconds: float, jobs: int, home: Path) -> Iterator[tuple[int, Outcome]]:
    """Run cases from number `first` for some seconds, and yield what came of each."""
    numbers = iter(range(first, first + 10**9))
    end = time.monotonic() + seconds
    workers = [Worker(home) for _ in range(jobs)]
    for worker in workers:
        worker.give(next(numbers))
    while any(worker.seed is not None for worker in workers):
        ready = wait([worker.pipe for worker in workers if worker.seed is not None], timeout=5)
        for index, worker in enumerate(workers):
            if worker.seed is None:
                continue
            said = None
            if worker.pipe in ready:
                try:
                    said = worker.pipe.recv()
                except EOFError:
                    said = (
                        worker.seed,
                        Outcome(Counter({"no crash": 1}), [("no crash", str(worker.process.exitcode))]),
                    )
            elif worker.is_stuck:
                said = (worker.seed, Outcome(Counter({"no hang": 1}), [("no hang", "in process")]))
            if said is None:
                continue
            yield said
            worker.seed = None
            if worker.pipe not in ready or not worker.process.is_alive() or said[1].failed:
                worker.end()
                workers[index] = worker = Worker(home)
            if time.monotonic() < end:
                worker.give(next(numbers))
    for worker in workers:
        worker.end()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1, help="the first case's number is this, times a million")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--case", type=int, help="run this case alone")
    chosen = parser.parse_args()
    KEPT.mkdir(exist_ok=True)
    if chosen.case is not None:
        folder = KEPT / f"case-{chosen.case}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        outcome = run_case(make_case(chosen.case, copy_to_draw_from(), engines()), folder)
        for kind, detail in outcome.failed:
            print(f"{kind}: {detail}")
        return 1 if outcome.failed else 0
    asked: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    cases = 0
    with tempfile.TemporaryDirectory() as home:
        for seed, outcome in soak(chosen.seed * 1_000_000, chosen.minutes * 60, chosen.jobs, Path(home)):
            cases += 1
            asked += outcome.asked
            for kind, detail in outcome.failed:
                failed[kind] += 1
                print(f"case {seed}: {kind}: {detail}", flush=True)
    print(
        json.dumps(
            {"seed": chosen.seed, "cases": cases, "asked": dict(sorted(asked.items())), "failed": dict(failed)},
            indent=1,
        )
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
