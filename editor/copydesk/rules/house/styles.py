"""Packs of house rules: folders of YAML files in the folder that the settings name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from copydesk.errors import CopydeskError
from copydesk.rules.house.document import meant
from copydesk.rules.house.reading import load_rule
from copydesk.rules.house.rule import HouseRule
from copydesk.rules.rule import Rule

SUFFIXES = (".yml", ".yaml")


def load_styles(path: Path, use: Sequence[str]) -> tuple[list[Rule], list[str]]:
    """Return the rules of the packs named in `use`, by name, from the folder at `path`, and notices.

    A notice is a line on a rule that is skipped. Raises CopydeskError where the folder or a pack is missing,
    and BadRule for a rule file that cannot be used.
    """
    rules: dict[str, HouseRule] = {}
    notices: list[str] = []
    for pack in dict.fromkeys(use):
        files = list(pack_files(pack_folder(path, pack)))
        if not files:
            notices.append(
                f"{pack}: there are no rules in {path / pack}; put one into a file such as {pack}/Words.yml"
            )
        for file in files:
            rule, notice = load_rule(file)
            if rule is None:
                notices.append(notice)
            elif (first := rules.setdefault(rule.name, rule)) is not rule:
                raise CopydeskError(f"{file}: there is a {rule.name} already, in {first.definition.path}; rename one")
    return [rules[name] for name in sorted(rules)], notices


def pack_folder(path: Path, pack: str) -> Path:
    """Return the folder of a pack. Raises CopydeskError if there is none."""
    if not os.path.isdir(path):
        raise CopydeskError(f"{path}: there is no such folder of styles; make it, or correct “path” in [styles]")
    folder = path / pack
    packs = [other.name for other in _entries(path) if other.is_dir() and not other.name.startswith(".")]
    if pack not in packs:  # not only whether the folder exists: “..” and “House/” are no packs
        known = meant(pack, packs) if packs else " It holds no packs yet"
        raise CopydeskError(f"{path}: there is no pack “{pack}”.{known}")
    return folder


def pack_files(folder: Path) -> Iterator[Path]:
    """Yield the rule files of a pack, by name. Raises CopydeskError if the folder cannot be read."""
    for file in _entries(folder):
        if file.suffix in SUFFIXES and not file.name.startswith(".") and file.is_file():
            yield file


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise CopydeskError(f"{folder}: cannot be read: {error.strerror}") from None
