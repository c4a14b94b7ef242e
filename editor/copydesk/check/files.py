"""Finding the articles that a command line means."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from copydesk.article.readers import known_suffixes
from copydesk.errors import CopydeskError
from copydesk.plain_file import read_text

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

_SKIPPED = frozenset(("node_modules", "__pycache__"))


def articles_in(paths: Sequence[Path]) -> list[Path]:
    """Return the files meant by paths, each once: a file itself, and the articles in a folder.

    In folders only files with an ending that some reader claims are taken; what is hidden, or what git ignores,
    is left out, and links to folders are not followed. A path that does not exist, and a folder that cannot be
    listed, is returned too: reading it says so. They are in order, of each folder the files first, then the folders,
    both by name: the same whatever the order of `paths`. Raises CopydeskError if a folder has no articles.
    """
    called: dict[str, str] = {}
    for path in paths:
        found = list(_below(path)) if os.path.isdir(path) else [(path, os.path.realpath(path))]
        if not found:
            raise CopydeskError(f"{path}: there are no articles in this folder")
        for file, place in found:
            name, known = str(file), called.get(place)
            if known is None or (len(name), name) < (len(known), known):
                called[place] = name
    return [Path(name) for name in sorted(called.values(), key=_order)]


def _order(path: str) -> list[tuple[bool, str]]:
    *folders, name = os.path.abspath(path).split(os.sep)
    return [*((True, folder) for folder in folders), (False, name)]


def _below(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the articles below a folder, as they are called and where they really are."""
    suffixes = known_suffixes()
    top = os.path.realpath(folder)
    above = _ignored_above(top)
    if _is_ignored(top, True, above):
        above = ()  # it was asked for by name
    waiting = [(folder, top, above)]  # folders as they are called, and where they really are
    while waiting:
        here, place, ignored = waiting.pop()
        try:
            entries = list(os.scandir(here))
        except OSError:
            yield here, place
            continue
        if any(entry.name == ".gitignore" for entry in entries):
            ignored = (*ignored, *_ignored_by(here / ".gitignore", place))
        for entry in entries:
            is_folder = _is_folder(entry)
            real = os.path.join(place, entry.name)
            if not _has_articles_name(entry.name, is_folder, suffixes) or _is_ignored(real, is_folder, ignored):
                continue
            if is_folder:
                waiting.append((here / entry.name, real, ignored))
            elif _is_wanted(entry, top):
                yield here / entry.name, os.path.realpath(real) if entry.is_symlink() else real


def _has_articles_name(name: str, is_folder: bool, suffixes: frozenset[str]) -> bool:
    """Whether a name is one that articles, or folders with articles, have."""
    if name.startswith("."):
        return False
    return name not in _SKIPPED if is_folder else os.path.splitext(name)[1].lower() in suffixes


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_wanted(entry: os.DirEntry[str], top: str) -> bool:
    """Whether an entry is a file, or a link to one that is not found here under its own name."""
    try:
        if entry.is_symlink():
            target = os.path.realpath(entry.path)
            return os.path.isfile(target) and not target.startswith(os.path.join(top, ""))
        return entry.is_file(follow_symlinks=False)
    except OSError:
        return True  # reading it says what is wrong


class _Ignored(NamedTuple):
    """What one `.gitignore` says of the paths below the folder (with a slash at its end) that it stands in."""

    folder: str
    spec: GitIgnoreSpec


def _ignored_above(folder: str) -> tuple[_Ignored, ...]:
    """Return what the repository that a folder is in ignores, the folder's own `.gitignore` left for later."""
    above = []
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ()  # no repository
        folder = parent
        above.append(folder)
    files = [(os.path.join(folder, ".git", "info", "exclude"), folder)]
    files += ((os.path.join(place, ".gitignore"), place) for place in reversed(above))
    return tuple(ignored for file, place in files for ignored in _ignored_by(Path(file), place))


def _ignored_by(file: Path, folder: str) -> tuple[_Ignored, ...]:
    try:
        lines = read_text(file, "surrogateescape").split("\n")
    except OSError:
        return ()
    from pathspec import GitIgnoreSpec  # only where there is something to ignore

    patterns = [_pattern(file, number, line) for number, line in enumerate(lines, 1) if line]
    return (_Ignored(os.path.join(folder, ""), GitIgnoreSpec(patterns)),)


def _pattern(file: Path, number: int, line: str) -> GitIgnoreSpecPattern:
    """Return the pattern in a line of a `.gitignore`. Raises CopydeskError if it is none."""
    import re

    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    try:
        with warnings.catch_warnings(action="ignore"):  # Python's, of what may be meant otherwise in a regex
            return GitIgnoreSpecPattern(line)
    except (ValueError, re.error):
        what = f"“{line.strip()}” is no pattern; delete it, or write what git is to leave out"
        raise CopydeskError(f"{file}:{number}: {what}") from None


def _is_ignored(path: str, is_folder: bool, ignored: tuple[_Ignored, ...]) -> bool:
    """Whether git ignores a path: the file nearest to it that says anything decides."""
    for place in reversed(ignored):
        relative = path[len(place.folder) :].replace(os.sep, "/")
        said = place.spec.check_file(f"{relative}/" if is_folder else relative).include
        if said is not None:
            return said
    return False
