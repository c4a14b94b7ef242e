"""`copydesk rules`: list, explain, test and begin rules."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from copydesk.check.settings import Settings
from copydesk.check.settings_file import load_settings
from copydesk.cli.command import Group
from copydesk.cli.output import columns, complain, echo
from copydesk.errors import CopydeskError, nearest
from copydesk.report.visible import visible
from copydesk.rules.rule import Rule
from copydesk.rules.targets import Found, from_yaml, rules_at

if TYPE_CHECKING:
    from copydesk.rules.testing import Trial

_CONFIG = click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Use these settings.")


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
def rules() -> None:
    """List, explain, test and begin rules."""


@rules.command("list")
@_CONFIG
def list_(config: Path | None) -> None:
    """List the rules: name, severity and what each reports."""
    from copydesk.rules.explain import standing, summary

    found = _known(load_settings(Path.cwd(), config))
    rows = [(rule.name, standing(rule), summary(rule)) for rule in sorted(found.rules, key=lambda rule: rule.name)]
    names = max((len(name) for name, _, _ in rows), default=0)
    levels = max([len("suggestion"), *(len(level) for _, level, _ in rows)])
    width = columns()
    for name, level, says in rows:
        head = f"{name:{names}}  {level:{levels}}  "
        echo(_hanging(visible(head), visible(says), width))
    if not rows:
        echo("There are no rules.")
    _say(found)


@rules.command()
@click.argument("name")
@_CONFIG
def explain(name: str, config: Path | None) -> None:
    """Explain a rule: what it reports and why, what a house may set, examples."""
    from copydesk.rules.explain import explanation

    found = _known(load_settings(Path.cwd(), config))
    by_name = {rule.name: rule for rule in found.rules}
    rule = by_name.get(name) or {known.lower(): rule for known, rule in by_name.items()}.get(name.lower())
    if rule is None:
        raise CopydeskError(f"there is no rule “{name}”.{_meant(name, by_name)} “copydesk rules list” names them all")
    width = min(columns() or 80, 100)
    echo("\n".join(map(visible, explanation(rule, width).rstrip("\n").split("\n"))))


@rules.command()
@click.argument("paths", nargs=-1)
@_CONFIG
@click.pass_context
def test(context: click.Context, paths: tuple[str, ...], config: Path | None) -> None:
    """Run the examples of rules: of those at PATH, or of all that are installed and in the settings.

    PATH is a folder of packs, a YAML file, a Python file, package or project folder, or a module's name; Python that
    is named here is executed. Exit 0: all as they say; 1: some are not; 2: nothing could be tested.
    """
    found = Found()
    if paths:
        for path in paths:
            found.add(rules_at(path))
    else:
        found = _known(load_settings(Path.cwd(), config))
        found.rules = _without_untested_packs(found)
    context.exit(_tested(found))


@rules.command()
@click.argument("name")
@click.option("--yaml", is_flag=True, help="A YAML rule in the styles folder; else a Python package.")
@_CONFIG
def new(name: str, yaml: bool, config: Path | None) -> None:
    """Begin a rule named Pack.Rule, with files that work at once. Nothing is overwritten."""
    from copydesk.rules.scaffold import begin_python_rule, begin_yaml_rule

    if yaml:
        settings = load_settings(Path.cwd(), config)
        styles = _from_here(settings.styles_path or settings.folder / "styles")
        used = settings.styles_path is not None and name.partition(".")[0] in settings.styles.use
        begun = begin_yaml_rule(name, styles, settings=settings.file and _from_here(settings.file), used=used)
    else:
        begun = begin_python_rule(name, Path())
    for file in begun.files:
        echo(f"Wrote {visible(str(file))}")
    for number, step in enumerate(begun.steps, 1):
        echo(f"{number}. {visible(step)}")


def _known(settings: Settings) -> Found:
    """Return the installed rules and the house's; what is broken is a problem."""
    from copydesk.rules.house.styles import pack_files, pack_folder
    from copydesk.rules.loading import installed_rules

    classes, broken = installed_rules()
    found = Found(list(classes), [str(one) for one in broken])
    if settings.styles_path is not None:
        for pack in settings.styles.use:
            found.add(from_yaml(list(pack_files(pack_folder(_from_here(settings.styles_path), pack)))))
    return found


def _without_untested_packs(found: Found) -> list[type[Rule] | Rule]:
    """Return the rules without YAML packs that have no tests at all, as those made for Vale; a notice says so."""
    tested = {rule.name.partition(".")[0] for rule in found.rules if rule.examples or isinstance(rule, type)}
    untested = sorted({pack for rule in found.rules if (pack := rule.name.partition(".")[0]) not in tested})
    found.notices += (f"{pack}: no rule of this pack has tests; left out" for pack in untested)
    return [rule for rule in found.rules if rule.name.partition(".")[0] not in untested]


def _tested(found: Found) -> int:
    """Run all examples, say what fails, and return the exit code."""
    from copydesk.rules.testing import trials

    every = [trial for rule in found.rules for trial in trials(rule)]
    failed: list[Trial] = []
    for trial in every:
        complaints = _complaints(trial)
        failed += [trial] if complaints else []
        for complaint in complaints:
            place = f"{_shortened(trial.path)}:{trial.line}"
            label = "" if trial.example is None else f" ({trial.label})"
            echo(visible(f"{place}: {trial.rule.name}{label} {complaint}"))
    _say(found)
    tested = [trial for trial in every if trial.example is not None]
    if not every:
        complain("copydesk: no rule could be tested")
        return 2
    numbers = f"{_counted(len(tested), 'example')} of {_counted(len(found.rules), 'rule')}"
    broken = f"; {_counted(len(found.problems), 'source')} of rules could not be read" if found.problems else ""
    if failed:
        echo(f"{len(failed)} not as {'it says' if len(failed) == 1 else 'they say'}, among {numbers}{broken}")
    else:
        echo(f"{numbers}, all as they say{broken}")
    return 1 if failed or found.problems else 0


def _complaints(trial: Trial) -> Sequence[str]:
    try:
        return trial.complaints()
    except Exception as error:  # a rule under construction may raise anything
        return [f"raises {type(error).__name__}: {' '.join(str(error).split())}{_raised_at(error)}"]


def _raised_at(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f" (at {_shortened(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""


def _say(found: Found) -> None:
    for line in (*found.problems, *found.notices):
        complain(f"copydesk: {line}")


def _meant(name: str, known: dict[str, type[Rule] | Rule]) -> str:
    """Return the question after the nearest name; a rule's own name without its pack is near enough."""
    tails = {full.partition(".")[2].lower(): full for full in known}
    if tail := tails.get(name.rpartition(".")[2].lower()):
        return f" Did you mean “{tail}”?"
    return nearest(name, known)


def _hanging(head: str, text: str, width: int | None) -> str:
    """Set the text beside the head, folded to the screen; where there is too little room, cut below the head."""
    if width is None or len(head) + len(text) <= width:
        return head + text
    indent = len(head) if width - len(head) >= 30 else 4
    return textwrap.fill(text, width, initial_indent=head, subsequent_indent=" " * indent, break_long_words=False)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _from_here(path: Path) -> Path:
    """Return a path as seen from the current folder where it lies in it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _shortened(path: str) -> str:
    return str(_from_here(Path(path)))
