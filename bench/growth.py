#!/usr/bin/env python3
"""How what a check takes grows with the article: every rule, fact, reader and engine on hostile copy.

    python bench/growth.py [--rule NAME] [--family NAME] [--sizes 1000,4000,16000] [--engine harper]

Each family of `hostile.py` is checked at three sizes, a file in a process of its own that is ended when one stage
takes too much time or memory; the stage is then left out and the others go on. Prints, the worst first, the exponent
by which a stage's CPU time grows from size to size: 1 is linear, 2 quadratic. Times too short to be sure of do not
count, and what looks bad is measured again. `--rule` takes any stage's name, or its beginning: `Names`,
`facts.names`, `read`.
"""

from __future__ import annotations

import argparse
import gc
import io
import math
import os
import pickle
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, NamedTuple

from hostile import Family, families

import copydesk.facts
from copydesk.article import Article, Source, UnreadableSource, read
from copydesk.check.check import check
from copydesk.check.desk import Desk
from copydesk.check.grammar import grammar_findings
from copydesk.check.inline import silenced
from copydesk.check.outcome import with_stets
from copydesk.check.results import FileResult, Results
from copydesk.check.settings import Settings
from copydesk.engines import Engine, engine_for
from copydesk.report.report import report_named
from copydesk.rules import Finding, House, Rule
from copydesk.rules.house import load_styles
from copydesk.rules.loading import installed_rules

_FLOOR = 0.03  # seconds: what is quicker is taken to last as long
_WORTH_TELLING = 0.1  # seconds
_MOST_ENDED = 6  # stages that ran away, before a family is given up

_YAML = {
    "Existence": "extends: existence\nmessage: \"Avoid '%s'.\"\nignorecase: true\ntokens:\n  - very\n  - lorem\n"
    "  - '[A-Z]{2,}'\n  - so+\nexceptions:\n  - NATO\n",
    "Substitution": "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\nswap:\n"
    "  kiev: Kyiv\n  utilize: use\n  '(?:very|so) (\\w+)': $1\n",
    "Occurrence": "extends: occurrence\nmessage: Too many.\nscope: paragraph\nmax: 3\ntoken: \\b(\\w+)\\b\n",
    "Repetition": "extends: repetition\nmessage: \"'%s' is repeated.\"\nalpha: true\ntokens:\n  - '[^\\s]+'\n",
    "Consistency": "extends: consistency\nmessage: \"'%s' or not.\"\neither:\n  advisor: adviser\n  kiev: kyiv\n",
    "Conditional": "extends: conditional\nmessage: \"'%s' has no definition.\"\nfirst: \\b([A-Z]{3,5})\\b\n"
    "second: (?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)\n",
    "Capitalization": "extends: capitalization\nmessage: \"'%s' should be in title case.\"\nscope: heading\n"
    "match: $title\n",
    "Metric": "extends: metric\nmessage: Too hard.\nformula: words / sentences\ncondition: '> 40'\n",
    "Spelling": "extends: spelling\nmessage: \"Is '%s' right?\"\n",
}


class Stage(NamedTuple):
    """A part of a check. `run` is given what the stages before it made, by their names."""

    name: str
    run: Callable[[dict[str, Any]], object]


class Took(NamedTuple):
    """What a stage took: CPU seconds, and megabytes by which the process grew; `ended` says that it was cut short."""

    seconds: float
    megabytes: float
    ended: bool = False


class Line(NamedTuple):
    """A line of the table."""

    exponent: float
    stage: str
    family: str
    took: tuple[Took, ...]


def rules_of_house() -> Sequence[Rule]:
    """Return a YAML rule for each extension point that there is."""
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "Yaml"
        pack.mkdir()
        for name, text in _YAML.items():
            (pack / f"{name}.yml").write_text(text)
        rules, _ = load_styles(Path(folder), ["Yaml"])
    return rules


def stages(engines: Sequence[str]) -> list[Stage]:
    """Return all stages of a check in their order."""
    found = [Stage("read", _read)]
    found += [Stage(f"facts.{name}", _fact(module)) for name, module in _facts()]
    house = House(names={"Kyiv": ["Kiev"]})
    rules = [rule(None, house) for rule in installed_rules()[0]] + list(rules_of_house())
    found += [Stage(rule.name, _rule(rule)) for rule in rules]
    found.append(
        Stage("check", lambda made: made.update(outcome=check(made["article"], (), _Said.all(made), Settings())))
    )
    found.append(Stage("inline", lambda made: silenced(made["article"], made["outcome"].findings)))
    found.append(
        Stage("stets", lambda made: made.update(checked=with_stets(made["article"], made["outcome"], Settings())))
    )
    found += [Stage(f"report.{name}", _report(name)) for name in ("text", "json", "sarif", "html")]
    found += [Stage(f"engine.{name}", _engine(engine_for(name, "en-US"))) for name in engines]
    return found  # fmt: skip


class _Said(Rule):
    """Says again what a rule said before, so that what comes of it can be timed alone."""

    name = "Bench.Said"

    def __init__(self, said: Sequence[Finding]) -> None:
        super().__init__()
        self._said = said

    @classmethod
    def all(cls, made: dict[str, Any]) -> list[Rule]:
        return [cls(said) for name, said in made.items() if name.startswith("said ")]

    def check(self, article: Article) -> Iterator[Finding]:
        yield from self._said


def _read(made: dict[str, Any]) -> None:
    text = made["text"]
    made["article"] = read(Source.from_text(text.text, "hostile" + text.suffix))


def _facts() -> Iterator[tuple[str, Any]]:
    for info in iter_modules(copydesk.facts.__path__):
        module = import_module(f"copydesk.facts.{info.name}")
        if hasattr(module, "local") and hasattr(module, "combine"):
            yield info.name, module


def _fact(module: Any) -> Callable[[dict[str, Any]], object]:
    return lambda made: made["article"].facts(module)


def _rule(rule: Rule) -> Callable[[dict[str, Any]], object]:
    return lambda made: made.__setitem__(f"said {rule.name}", list(rule.check(made["article"])))


def _report(name: str) -> Callable[[dict[str, Any]], object]:
    report = report_named(name)

    def run(made: dict[str, Any]) -> None:
        results = Results((FileResult("hostile.txt", made["checked"]),))
        report(results, io.TextIOWrapper(io.BytesIO(), "utf-8"), colour=False)

    return run


def _engine(engine: Engine) -> Callable[[dict[str, Any]], object]:
    def run(made: dict[str, Any]) -> object:
        article = made["article"]
        return list(grammar_findings(article, engine.check(article.parts)))

    return run


def measured(family: Family, size: int, todo: Sequence[Stage], seconds: float, megabytes: float) -> dict[str, Took]:
    """Return what each stage took on a text of the family; one that ran away is left out, and the others go on."""
    took: dict[str, Took] = {}
    left = list(todo)
    while left and sum(one.ended for one in took.values()) < _MOST_ENDED:
        done, cut = _in_a_child(family, size, left, seconds, megabytes)
        took |= done
        if cut is None:
            break
        took[cut] = Took(seconds, megabytes, ended=True)
        if cut in ("read", "check", "stets"):
            break
        left = [stage for stage in left if stage.name not in took or stage.name == "read" or stage.name in _NEEDED]
        left = [stage for stage in left if stage.name != cut]
    return took


_NEEDED = ("check", "stets")  # by what comes after them


def _in_a_child(
    family: Family, size: int, todo: Sequence[Stage], seconds: float, megabytes: float
) -> tuple[dict[str, Took], str | None]:
    """Run the stages in a process of their own. Return what they took, and the stage in which it was ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with suppress(BaseException), os.fdopen(writing, "wb") as pipe:
            _run(family, size, todo, seconds, megabytes, lambda said: (pickle.dump(said, pipe), pipe.flush()))
        os._exit(0)
    os.close(writing)
    took: dict[str, Took] = {}
    begun: str | None = None
    with os.fdopen(reading, "rb") as pipe:
        while True:
            try:
                name, what = pickle.load(pipe)
            except (EOFError, pickle.UnpicklingError):
                break
            begun = name if what is None else None
            if what is not None:
                took[name] = what
    os.waitpid(child, 0)
    return took, begun


def _run(
    family: Family,
    size: int,
    todo: Sequence[Stage],
    seconds: float,
    megabytes: float,
    say: Callable[[tuple[str, Took | None]], object],
) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    made: dict[str, Any] = {"text": family(size)}
    gc.collect()
    for stage in todo:
        memory = _size()
        _limit(seconds, memory, megabytes)
        say((stage.name, None))
        before = time.process_time()
        try:
            stage.run(made)
        except MemoryError:
            os._exit(1)
        except UnreadableSource:  # which is an answer, and bounded
            say((stage.name, Took(time.process_time() - before, 0.0)))
            return
        except Exception as error:
            print(f"{stage.name}: {error!r}", file=sys.stdout, flush=True)
        after = time.process_time()
        say((stage.name, Took(after - before, max(0.0, _peak() - memory))))


def _limit(seconds: float, memory: float, megabytes: float) -> None:
    """Have this process ended when it takes so much more: the system does it, also inside an engine."""
    used = math.ceil(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + math.ceil(seconds), resource.RLIM_INFINITY))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_AS, (int((memory + megabytes) * 1e6), resource.RLIM_INFINITY))


def _size() -> float:
    """Return the address space of this process in megabytes, where the system says it."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() / 1e6
    return 0.0


def _peak() -> float:
    with suppress(OSError, StopIteration):
        lines = Path("/proc/self/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmPeak")).split()[1]) / 1e3
    return 0.0


def exponent(sizes: Sequence[int], took: Sequence[Took]) -> float:
    """Return by which power of the size the time grows, at its worst from one size to the next."""
    worst = 0.0
    for (small, large), (before, after) in zip(_pairs(sizes), _pairs(took), strict=False):
        if after.seconds >= _WORTH_TELLING:
            grown = max(after.seconds, _FLOOR) / max(before.seconds, _FLOOR)
            worst = max(worst, math.log(grown) / math.log(large / small))
    return worst


def _pairs(items: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    return pairwise(items)


def lines_for(name: str, family: Family, todo: Sequence[Stage], options: argparse.Namespace) -> Iterator[Line]:
    """Measure one family. Yield a line for each stage; what seems to grow too fast is measured again."""
    by_size: list[dict[str, Took]] = []
    for size in options.sizes:
        by_size.append(measured(family, size, todo, options.seconds, options.megabytes))
        if any(took.ended for took in by_size[-1].values()):
            break
    for stage in todo:
        took = [found[stage.name] for found in by_size if stage.name in found]
        if not took:
            continue
        for _ in range(options.times - 1):
            if took[-1].ended or exponent(options.sizes, took) <= options.most:
                break
            needed = [one for one in todo if one.name == stage.name or one.name == "read" or _before(one, stage)]
            again = [measured(family, size, needed, options.seconds, options.megabytes) for size in options.sizes]
            took = [min(one, more.get(stage.name, one)) for one, more in zip(took, again, strict=False)]
        yield Line(exponent(options.sizes, took), stage.name, name, tuple(took))


def _before(one: Stage, other: Stage) -> bool:
    """Whether a stage needs another's work, so that it is not timed with it."""
    if other.name in ("check", "inline", "stets") or other.name.startswith("report"):
        return not one.name.startswith("engine")
    return one.name.startswith("facts.") and other.name != one.name


def is_bad(line: Line, options: argparse.Namespace) -> bool:
    """Whether a stage grows too fast, or takes more than it may."""
    return line.exponent > options.most or line.took[-1].ended


def shown(line: Line) -> str:
    """Return a line of the table."""
    times = " ".join(f"{took.seconds:8.2f}{'+' if took.ended else ' '}" for took in line.took)
    memory = max(took.megabytes for took in line.took)
    return f"{line.exponent:5.2f}  {line.stage:32} {line.family:40} {times} {memory:7.0f} MB"


def main() -> None:
    """Print the exponents, the worst first; exit 1 if anything grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rule", default="", help="a stage, or the beginning of its name")
    parser.add_argument("--family", default="", help="a family, or a part of its name")
    parser.add_argument("--sizes", default="1000,4000,16000", help="units")
    parser.add_argument("--engine", action="append", default=[], choices=("harper", "languagetool"))
    parser.add_argument("--seconds", type=float, default=10, help="a stage may take")
    parser.add_argument("--megabytes", type=float, default=1000, help="a stage may take")
    parser.add_argument("--most", type=float, default=1.2, help="the exponent that is good enough")
    parser.add_argument("--times", type=int, default=3, help="what looks bad is measured; the best counts")
    parser.add_argument("--all", action="store_true", help="print what grows no faster than it may too")
    options = parser.parse_args()
    options.sizes = [int(size) for size in options.sizes.split(",")]
    Desk(Settings(), None)  # so that all is loaded before the first process begins
    todo = chosen(stages(options.engine), options.rule)
    warm_up(todo)
    lines: list[Line] = []
    for name, family in families().items():
        if options.family in name:
            for line in lines_for(name, family, todo, options):
                lines.append(line)
                if is_bad(line, options):
                    print(shown(line), flush=True)
    lines.sort(key=lambda line: (-line.took[-1].ended, -line.exponent, -line.took[-1].seconds))
    bad = [line for line in lines if is_bad(line, options)]
    print(f"\n{len(lines)} measured, {len(bad)} over {options.most}, the worst first:")
    for line in lines if options.all else bad:
        print(shown(line))
    sys.exit(bool(bad))


def chosen(all_stages: Sequence[Stage], name: str) -> list[Stage]:
    """Return the stages that a name means, and those before them that they need."""
    if not name:
        return list(all_stages)
    meant = [stage for stage in all_stages if stage.name.startswith(name)]
    if not meant:
        raise SystemExit(f"there is no stage “{name}”; there are {', '.join(stage.name for stage in all_stages)}")
    needed = [stage for stage in all_stages if stage.name == "read" or any(_before(stage, one) for one in meant)]
    return [stage for stage in all_stages if stage in meant or stage in needed]


def warm_up(todo: Sequence[Stage]) -> None:
    """Run everything once here, so that what is made once (lexicons, patterns, dictionaries) is not measured."""
    for name in ("row/full names", "paragraphs/dates", "html/paragraphs", "md/links"):
        made: dict[str, Any] = {"text": families()[name](5)}
        for stage in todo:
            with suppress(Exception):
                stage.run(made)


if __name__ == "__main__":
    main()
