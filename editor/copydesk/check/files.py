"""Finding the articles that a command line means."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from copydesk.article.readers import known_suffixes
from copydesk.check.ignored import Ignored, ignored_above, ignored_by, is_ignored, repository_of, tracked_below
from copydesk.errors import CopydeskError

_SKIPPED = frozenset(("node_modules", "__pycache__"))


def articles_in(paths: Sequence[Path], note: Callable[[str], object] = lambda line: None) -> list[Path]:
    """Return the files meant by paths, each once: a file itself, and the articles in a folder.

    In folders only files with an ending that some reader claims are taken; what is hidden, or what git ignores and
    does not track, is left out. Links to folders are not followed, nor links to files outside the folder and the
    repository that it is in: who may add a link may not read every file of this machine. A path that does not exist,
    and a folder that cannot be listed, is returned too: reading it says so. They are in order, of each folder the
    files first, then the folders, both by name: the same whatever the order of `paths`. `note` is called with a line
    on what is called like an article and is no file. Raises CopydeskError if a folder has no articles.
    """
    called: dict[str, str] = {}
    noted: list[str] = []
    for path in paths:
        if os.path.isdir(path):
            walk = _Walk(path, noted.append)
            found: Iterable[tuple[Path, str]] = walk.articles()
        else:
            found = [(path, os.path.realpath(path))]
        if not found:
            raise CopydeskError("; ".join((f"{path}: there are no articles in this folder", *noted[:3])))
        for file, place in found:
            name, known = str(file), called.get(place)
            if known is None or (len(name), name) < (len(known), known):
                called[place] = name
    for line in noted:
        note(line)
    return [Path(name) for name in sorted(called.values(), key=_order)]


def _order(path: str) -> list[tuple[bool, str]]:
    *folders, name = os.path.abspath(path).split(os.sep)
    return [*((True, folder) for folder in folders), (False, name)]


class _Walk:
    """Finds the articles below one folder: as they are called, and where they really are."""

    def __init__(self, folder: Path, note: Callable[[str], object]) -> None:
        self._folder = folder
        self._note = note
        self._top = os.path.realpath(folder)
        self._suffixes = known_suffixes()
        self._found: dict[str, Path] = {}
        self._links: list[Path] = []
        self._repositories: set[str] = set()
        self._has_ignored = False

    def articles(self) -> list[tuple[Path, str]]:
        """Return the articles."""
        above = ignored_above(self._top)
        if is_ignored(self._top, True, above):
            above = ()  # it was asked for by name
        waiting = [(self._folder, self._top, above)]  # folders as they are called, and where they really are
        while waiting:
            waiting += self._in_folder(*waiting.pop())
        if self._has_ignored:
            self._add_tracked()
        around = repository_of(self._top) or self._top if self._links else self._top
        for link in self._links:  # to what is not found here under its own name
            place = os.path.realpath(link)
            if os.path.commonpath((place, os.path.realpath(around))) == os.path.realpath(around):
                self._found.setdefault(place, link)
            else:
                self._note(f"{link}: is a link that leads out of the folder; left out")
        return [(path, place) for place, path in self._found.items()]

    def _in_folder(
        self, here: Path, place: str, ignored: tuple[Ignored, ...]
    ) -> list[tuple[Path, str, tuple[Ignored, ...]]]:
        """Take the articles in a folder, and return the folders in it."""
        try:
            entries = list(os.scandir(here))
        except OSError:
            self._found[place] = here
            return []
        names = {entry.name for entry in entries}
        if ".git" in names:
            self._repositories.add(place)
        if ".gitignore" in names:
            ignored = (*ignored, *ignored_by(here / ".gitignore", place))
        folders = []
        for entry in entries:
            is_folder = _is_folder(entry)
            real = os.path.join(place, entry.name)
            if not _has_articles_name(entry.name, is_folder, self._suffixes):
                continue
            if is_ignored(real, is_folder, ignored):
                self._has_ignored = True
            elif is_folder:
                folders.append((here / entry.name, real, ignored))
            else:
                self._take(here / entry.name, real)
        return folders

    def _take(self, path: Path, place: str) -> None:
        """Take what is called like an article, if it is a file or a link to one."""
        try:
            kind = path.stat().st_mode
        except OSError:
            if not path.is_symlink():
                self._found[place] = path  # reading it says what is wrong
                return
            self._note(f"{path}: is a link to nothing that is there; left out")
            return
        if stat.S_ISREG(kind):
            if path.is_symlink():
                self._links.append(path)
            else:
                self._found[place] = path
        elif not stat.S_ISDIR(kind):
            self._note(f"{path}: is no file, but a pipe, a socket or a device; left out")

    def _add_tracked(self) -> None:
        """Add what git tracks though it ignores it: whoever put it there wants it."""
        if (around := repository_of(self._top)) is not None:
            self._repositories.add(around)
        for repository in sorted(self._repositories):
            try:
                tracked = tracked_below(self._top, repository)
            except CopydeskError as error:
                self._note(
                    f"{self._folder}: which ignored files are tracked cannot be told, they are left out: {error}"
                )
                continue
            for place in tracked:
                below = os.path.relpath(place, self._top)
                *folders, name = below.split(os.sep)
                is_article = _has_articles_name(name, False, self._suffixes) and all(
                    _has_articles_name(each, True, self._suffixes) for each in folders
                )
                if is_article and place not in self._found and os.path.lexists(place):
                    self._take(self._folder / below, place)


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
