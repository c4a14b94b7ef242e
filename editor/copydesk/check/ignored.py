"""What git leaves out of a folder: the patterns of `.gitignore`, but not what it tracks all the same."""

from __future__ import annotations

import errno
import os
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from copydesk.errors import CopydeskError
from copydesk.plain_file import read_text

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

_LARGEST = 1024 * 1024  # bytes of one `.gitignore`
_MOST_PATTERNS = 5_000  # in one
_MOST_DEEP = 4  # “**” in one pattern: each multiplies what a deep path takes
_STAR = "[^/]*"


class Ignored(NamedTuple):
    """What one `.gitignore` says of the paths below the folder (with a slash at its end) that it stands in."""

    folder: str
    spec: GitIgnoreSpec


def repository_of(folder: str) -> str | None:
    """Return the top of the repository that a folder is in, which may be the folder itself; None if it is in none."""
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def ignored_above(folder: str) -> tuple[Ignored, ...]:
    """Return what the repository that a folder is in ignores, the folder's own `.gitignore` left for later."""
    top = repository_of(folder)
    if top is None:
        return ()
    above = []
    while folder != top:
        folder = os.path.dirname(folder)
        above.append(folder)
    files = [(os.path.join(top, ".git", "info", "exclude"), top)]
    files += ((os.path.join(place, ".gitignore"), place) for place in reversed(above))
    return tuple(ignored for file, place in files for ignored in ignored_by(Path(file), place))


def ignored_by(file: Path, folder: str) -> tuple[Ignored, ...]:
    """Return what a `.gitignore` says of the paths below a folder; nothing if it cannot be read.

    Raises CopydeskError if something in it is no pattern, or more than anybody writes.
    """
    try:
        lines = read_text(file, "surrogateescape", most=_LARGEST).split("\n")
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise CopydeskError(f"{file}: {error.strerror}") from None
        return ()
    from pathspec import GitIgnoreSpec  # only where there is something to ignore

    patterns = [_pattern(file, number, line) for number, line in enumerate(lines, 1) if line]
    if len(patterns) > _MOST_PATTERNS:
        raise CopydeskError(f"{file}: has more than {_MOST_PATTERNS:,} patterns; leave whole folders out instead")
    return (Ignored(os.path.join(folder, ""), GitIgnoreSpec(patterns)),)


def _pattern(file: Path, number: int, line: str) -> GitIgnoreSpecPattern:
    """Return the pattern in a line of a `.gitignore`. Raises CopydeskError if it is none."""
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    if line.count("**") > _MOST_DEEP and line.split("/").count("**") > _MOST_DEEP:
        what = f"“{line[:60].strip()}” has more than {_MOST_DEEP} “**”; write a simpler pattern"
        raise CopydeskError(f"{file}:{number}: {what}")
    try:
        with warnings.catch_warnings(action="ignore"):  # Python's, of what may be meant otherwise in a regex
            regex, include = GitIgnoreSpecPattern.pattern_to_regex(line)
            if regex is None or _STAR not in regex:
                return GitIgnoreSpecPattern(line)
            return GitIgnoreSpecPattern(re.compile(_settled(regex)), include)
    except (ValueError, re.error):
        what = f"“{line.strip()}” is no pattern; delete it, or write what git is to leave out"
        raise CopydeskError(f"{file}:{number}: {what}") from None


def _settled(regex: str) -> str:
    """Return the regex of a pattern in which a star, once it has reached the words after it, stays there.

    Between two stars of a name the first place that fits is as good as any later one, so none but the last has to be
    tried again: else a name of n letters takes n to the power of the number of stars.
    """
    while _STAR * 2 in regex:
        regex = regex.replace(_STAR * 2, _STAR)
    first, *middle, last = regex.split(_STAR)
    settled = (
        f"(?>{_STAR}?{words})" if words and "/" not in words.replace("[^/]", "") else f"{_STAR}{words}"
        for words in middle
    )
    return f"{first}{''.join(settled)}{_STAR}{last}"


def is_ignored(path: str, is_folder: bool, ignored: tuple[Ignored, ...]) -> bool:
    """Whether git ignores a path: the file nearest to it that says anything decides."""
    for place in reversed(ignored):
        relative = path[len(place.folder) :].replace(os.sep, "/")
        said = place.spec.check_file(f"{relative}/" if is_folder else relative).include
        if said is not None:
            return said
    return False


def tracked_below(top: str, repository: str) -> list[str]:
    """Return the files below a folder that a repository tracks, ignored or not.

    Git looks at its index only: nothing that the repository names is run. Raises CopydeskError if it cannot say.
    """
    from copydesk.check.git import names_in_index

    return [
        path
        for name in names_in_index(repository)
        if (path := os.path.join(repository, name)).startswith(os.path.join(top, ""))
    ]
