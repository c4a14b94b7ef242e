"""Beginning a rule: files that work at once, to be changed into what the author has in mind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from copydesk import __version__
from copydesk.errors import CopydeskError

_NAME = re.compile(r"[A-Z][A-Za-z0-9]*\.[A-Z][A-Za-z0-9]*")


@dataclass(frozen=True)
class Begun:
    """What was written, and what to do next, line by line."""

    files: list[Path]
    steps: list[str]


def begin_yaml_rule(name: str, styles: Path, *, settings: Path | None, used: bool) -> Begun:
    """Write `Pack/Rule.yml` into the styles folder.

    `settings` is the house's settings file, if it has one; without one a `copydesk.toml` is written too, beside
    the styles folder. `used` says that the settings name this folder and pack already. Raises CopydeskError if
    the name is no rule's or a file is there already.
    """
    pack, rule = _parted(name)
    file = styles / pack / f"{rule}.yml"
    new = {file: _YAML_RULE.format(name=name)}
    steps = [f"Change the words in {file} to yours; its tests are at the end."]
    if settings is None:
        new[styles.parent / "copydesk.toml"] = _SETTINGS.format(path=styles.name, pack=pack)
    elif not used:
        steps.append(f'Name the pack in {settings}, under [styles]: path = "{styles.name}", use = ["{pack}"]')
    steps += [f"Test it: copydesk rules test {file}", "Use it: copydesk check ARTICLE"]
    _write(new)
    return Begun(list(new), steps)


def begin_python_rule(name: str, folder: Path) -> Begun:
    """Write a small package with one rule into `folder`, or the rule into the package that is there for its pack.

    Raises CopydeskError if the name is no rule's or a file is there already.
    """
    pack, rule = _parted(name)
    module, package = _snake(rule), f"copydesk_{_snake(pack)}"
    project = folder if (folder / package / "__init__.py").exists() else folder / package.replace("_", "-")
    values = {
        "name": name,
        "pack": pack,
        "rule": rule,
        "module": module,
        "package": package,
        "project": package.replace("_", "-"),
        "version": __version__,
    }
    file = project / package / f"{module}.py"
    new = {file: _PYTHON_RULE.format(**values)}
    if not (project / package / "__init__.py").exists():
        new[project / package / "__init__.py"] = _PACKAGE.format(**values)
        new[project / "pyproject.toml"] = _PROJECT.format(**values)
    steps = [
        f"Change the rule in {file} to yours; its examples are its tests.",
        f"Test it: copydesk rules test {file}",
        f"Install it, once: pip install -e {project}",
        f"Use it: copydesk check --select {pack} ARTICLE",
    ]
    _write(new)
    return Begun(list(new), steps)


def _parted(name: str) -> tuple[str, str]:
    if not _NAME.fullmatch(name):
        suggestion = ".".join(_camel(part) for part in name.split(".")[:2] if part)
        suggestion = suggestion if _NAME.fullmatch(suggestion) else "House.Words"
        raise CopydeskError(f"“{name}” is no name for a rule; write Pack.Rule, for example {suggestion}")
    pack, _, rule = name.partition(".")
    return pack, rule


def _camel(words: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", words))


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def _write(new: dict[Path, str]) -> None:
    """Write all files, or none if one of them is there already."""
    for file in new:
        if file.exists() or file.is_symlink():
            raise CopydeskError(f"{file}: is there already; choose another name, or move it away")
    for file, text in new.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise CopydeskError(f"{file}: cannot be written: {error.strerror or error}") from None


_YAML_RULE = """\
# {name}, a house rule in Vale's format; docs/writing-rules.md explains every key.
extends: substitution
description: Plain words are read faster than long ones.
message: "Use '%s' instead of '%s'."
level: warning # error, warning or suggestion
ignorecase: true
capitalize: true # Utilise → Use
swap:
  utilise: use
  in the event that: if
tests:
  - name: offers the plain word
    input: They utilise it in the event that rain falls.
    contains: Use 'use' instead of 'utilise'.
    fixed: They use it if rain falls.
  - name: keeps the capital
    input: Utilise it.
    fixed: Use it.
  - name: is silent on what only looks alike
    input: The utiliser pays.
    contains: "" # nothing may be found
"""

_SETTINGS = """\
[styles]
path = "{path}"
use = ["{pack}"]
"""

_PACKAGE = '"""The rules of the pack {pack}: every module here that defines one is found."""\n'

_PROJECT = """\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "{project}"
version = "0.1.0"
description = "Rules for copydesk: {pack}"
requires-python = ">=3.11"
dependencies = ["copydesk>={version}"]

[project.entry-points."copydesk.rules"]
{pack} = "{package}"

[tool.hatch.build.targets.wheel]
packages = ["{package}"]

[tool.pytest.ini_options]
testpaths = ["{package}"]
copydesk_rules = ["{package}/*.py"] # the examples of the rules are the tests
"""

_PYTHON_RULE = '''\
"""The rule {name}."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.rules import Bad, Finding, Good, Part, PartRule, Span

_PLACEHOLDER = re.compile(r"\\bTK(?:TK)*\\b")


class {rule}(PartRule):
    """A placeholder “TK” (to come) was left in the copy.

    Reporters write TK where a fact is still to come. It must never reach a reader.

    Source: newsroom practice.
    """

    name = "{name}"
    severity = "error"
    looks_at = "any"
    examples = [
        Bad("The mayor, TK, opened the bridge.", found="TK"),
        Bad("Copy as usual.", headline="TKTK dead in flood", found="TKTK"),
        Good("The TKTS booth in Times Square opens at noon."),
    ]

    def check_part(self, part: Part) -> Iterator[Finding]:
        for match in _PLACEHOLDER.finditer(part.words):
            yield Finding(Span(*match.span()), "A placeholder is still in the copy; put in the fact, or cut it.")
'''
