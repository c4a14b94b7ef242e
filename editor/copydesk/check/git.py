"""What git knows of articles: which have changed since a revision, and how they read then.

A repository's own settings may name programs for git to run: filters, hooks, watchers, ways to fetch. Nothing in a
folder being checked is ever executed, so git is asked only for what its index and its objects hold. It never looks at
the working folder, which is where filters come in, and it fetches nothing. What differs there is seen here.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from copydesk.article import Article, Part, Source, read
from copydesk.check.places import Places
from copydesk.errors import CopydeskError
from copydesk.plain_file import read_file
from copydesk.rules import Finding

_GIT = ("git", "--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_RAW = tuple("--cached --raw -z --no-abbrev -M --no-ext-diff --no-textconv --no-relative --ignore-submodules".split())
_SAFE = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_ALLOW_PROTOCOL": "none",  # objects that are not here stay away, whatever the repository says of fetching
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_PATIENCE = 120  # seconds; a repository may be made so that git waits for ever
# Set where git runs a hook; which repository is meant we know better.
_NOT_PASSED_ON = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"))


class Changes:
    """What has changed since a revision, in whatever repositories articles lie.

    Changed is what differs, in the working folder, from where the present branch left that revision; with no common
    ground, from the revision itself. Files that git does not know are new.
    """

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._repositories: dict[str, _Repository] = {}
        self._tops: dict[str, str] = {}
        self._before: dict[str, Counter[tuple[str, str]]] = {}

    def among(self, paths: Iterable[Path]) -> list[Path]:
        """Return the files that have changed, and those that are not there: that is an error, never a success.

        Raises CopydeskError with one line if git cannot say.
        """
        return [path for path in paths if not os.path.exists(path) or self._has_changed(os.path.realpath(path))]

    def _has_changed(self, path: str) -> bool:
        repository, name = self._place(path)
        return repository.has_changed(name)

    def touching(self, article: Article, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings that have to do with a changed part: they, or a place related to them, stand in one.

        A part has changed if nothing in the earlier article reads the same, so what was only moved, or wrapped
        anew, has not. What stands in no part stays.
        """
        changed = {part.span for part in self._changed_parts(article)}
        if len(changed) == len(article.parts):
            return list(findings)
        places = Places(article)

        def concerns(finding: Finding) -> bool:
            part = places.part_of(finding.span)
            if part is None or part.span in changed:
                return True
            spans = (finding.span, *(related.span for related in finding.related))
            return any(span.overlaps(change) for span in spans for change in changed)

        return [finding for finding in findings if concerns(finding)]

    def _changed_parts(self, article: Article) -> list[Part]:
        before = Counter(self._parts_before(article))
        changed = []
        for part in article.parts:
            key = (part.kind, part.words)
            if before[key]:
                before[key] -= 1  # of a paragraph that stood once and now twice, the second is new
            else:
                changed.append(part)
        return changed

    def _parts_before(self, article: Article) -> Counter[tuple[str, str]]:
        name = article.source.name
        if name not in self._before:
            self._before[name] = Counter()
            repository, place = self._place(os.path.realpath(name))
            raw = repository.before(place)
            try:
                earlier = read(Source.from_bytes(raw, name)) if raw is not None else None
            except CopydeskError:
                earlier = None  # it was no article then, so everything is new
            if earlier:
                self._before[name].update((part.kind, part.words) for part in earlier.parts)
        return self._before[name]

    def _place(self, path: str) -> tuple[_Repository, str]:
        """Return the repository that a file is in, and the file's name there."""
        folder, _ = os.path.split(path)
        top = self._tops.get(folder)
        if top is None:
            top = self._tops[folder] = _top_of(folder)
        if top not in self._repositories:
            self._repositories[top] = _Repository(top, self._revision)
        return self._repositories[top], os.path.relpath(path, top).replace(os.sep, "/")


def _top_of(folder: str) -> str:
    above = folder
    while not os.path.lexists(os.path.join(above, ".git")):
        parent = os.path.dirname(above)
        if parent == above:
            raise CopydeskError(f"{folder}: is not in a git repository, so --changed-since has nothing to go by")
        above = parent
    return above


class _Repository:
    def __init__(self, top: str, revision: str) -> None:
        self._top = top
        self._renamed: set[str] = set()
        commit = self._line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if not commit:
            raise CopydeskError(f"{top}: git knows no revision “{revision}” here (in CI, fetch the whole history)")
        try:
            self._base = self._line("merge-base", "HEAD", commit) or commit
        except CopydeskError:  # nothing was committed on this branch yet
            self._base = commit

    def has_changed(self, name: str) -> bool:
        """Whether a file differs, in the working folder, from what it was."""
        earlier = self._earlier(name)
        if earlier is None or name in self._renamed:
            return True
        try:
            now = read_file(Path(self._top, name))
        except OSError:
            return True  # reading it as an article says what is wrong
        return _object_name(now, earlier) != earlier and not _reads_alike(now, self._blob(earlier))

    def before(self, name: str) -> bytes | None:
        """Return a changed file as it was; None if it is new."""
        earlier = self._earlier(name)
        return self._blob(earlier) if earlier else None

    def _earlier(self, name: str) -> str | None:
        """Return the object that held a file before; None if it is new."""
        staged = self._staged
        return staged[name] if name in staged else self._tracked.get(name)

    @cached_property
    def _staged(self) -> dict[str, str | None]:
        """The files of which the index has another state, and the object before; None for those that are new."""
        fields = os.fsdecode(self._git("diff-index", *_RAW, self._base, "--")).split("\0")
        found: dict[str, str | None] = {}
        index = 0
        while index + 1 < len(fields):
            _, _, before, _, status = fields[index].split(" ")
            index += 3 if status[0] in "RC" else 2
            found[fields[index - 1]] = before if before.strip("0") else None
            if status[0] in "RC":
                self._renamed.add(fields[index - 1])
        return found

    @cached_property
    def _tracked(self) -> dict[str, str]:
        """The files in the index, and the objects that hold them."""
        entries = os.fsdecode(self._git("ls-files", "--stage", "-z")).split("\0")
        return {name: about.split(" ")[1] for about, tab, name in (entry.partition("\t") for entry in entries) if tab}

    def _blob(self, name: str) -> bytes:
        return self._git("cat-file", "blob", name)

    def _line(self, *arguments: str) -> str:
        """Return the one line that git answers; an empty one if it says no without a word."""
        try:
            return os.fsdecode(self._git(*arguments)).strip()
        except _SaysNo:
            return ""

    def _git(self, *arguments: str) -> bytes:
        try:
            done = subprocess.run(
                [*_GIT, "-C", self._top, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                env=_environment(),
                timeout=_PATIENCE,
            )
        except FileNotFoundError:
            raise CopydeskError("--changed-since wants git, which is not installed") from None
        except subprocess.TimeoutExpired:
            raise CopydeskError(f"{self._top}: git has not answered within {_PATIENCE} seconds") from None
        if done.returncode:
            said = os.fsdecode(done.stderr).strip().splitlines()
            if not said:
                raise _SaysNo
            raise CopydeskError(f"{self._top}: git says: {said[0]}")
        return done.stdout


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    return kept | _SAFE


def _object_name(data: bytes, like: str) -> str:
    """Return git's name for a file's bytes, by the same hash as another name."""
    kind = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _reads_alike(now: bytes, before: bytes) -> bool:
    """Whether two states of a file are the same text: git may have changed its line ends or encoding on the way."""
    try:
        one, other = (Source.from_bytes(raw).text for raw in (now, before))
    except CopydeskError:
        return False
    return "\n".join(one.splitlines()) == "\n".join(other.splitlines())


class _SaysNo(Exception):
    """Git failed and did not say why: it was asked whether something is there, and it is not."""
