"""What git knows of articles: which have changed since a revision, and how they read then.

A repository's own settings may name programs for git to run: filters, hooks, watchers, ways to fetch. Nothing in a
folder being checked is ever executed, so git is asked only for what its index and its objects hold. It never looks at
the working folder, which is where filters come in, and it fetches nothing. What differs there is seen here.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from copydesk.article import Article, Part, Source, read
from copydesk.check.ignored import repository_of
from copydesk.check.places import Places
from copydesk.errors import CopydeskError
from copydesk.plain_file import LARGEST, read_file
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
_FIRST = 10  # seconds for the first question, which needs no more than git's settings and one name
_MOST_BYTES = 256 * 1024 * 1024  # of an answer: the index of some millions of files
_FETCH = "fetch the whole history (on GitHub, actions/checkout with fetch-depth: 0; on GitLab, GIT_DEPTH: 0)"
# Set where git runs a hook; which repository is meant we know better.
_NOT_PASSED_ON = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"))


class Changes:
    """What has changed since a revision, in whatever repositories articles lie.

    Changed is what differs, in the working folder, from where the present branch left that revision; with no history
    in common, from the revision itself. Of a submodule it is what differs from the commit that the repository around
    it had there. Files that git does not know are new.
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
        return self._repository(top), _below(path, top)

    def _repository(self, top: str) -> _Repository:
        if top not in self._repositories:
            self._repositories[top] = self._opened(top)
        return self._repositories[top]

    def _opened(self, top: str) -> _Repository:
        """Return the repository there. That of a submodule has for its base what the one around it had before.

        In a submodule that is worked in, the revision is its own.
        """
        here = os.path.realpath(os.curdir)
        around = repository_of(os.path.dirname(top))
        if around is None or os.path.join(here, "").startswith(os.path.join(top, "")):
            return _Repository(top, self._revision)
        if not _Repository(around).holds_repository(_below(top, around)):
            return _Repository(top, self._revision)
        return _Repository(top, base=self._repository(around).repository_before(_below(top, around)))


def _below(path: str, top: str) -> str:
    return os.path.relpath(path, top).replace(os.sep, "/")


def _top_of(folder: str) -> str:
    top = repository_of(folder)
    if top is None:
        raise CopydeskError(f"{folder}: is not in a git repository, so --changed-since has nothing to go by")
    return top


def names_in_index(top: str) -> list[str]:
    """Return the names of the files that the repository at `top` tracks. Raises CopydeskError if git cannot say."""
    return list(_Repository(top).tracked)


class _Repository:
    """What git knows at `top`: with a `revision`, also how things were where the branch left it, or at a `base`.

    An empty base is a repository that was not there.
    """

    def __init__(self, top: str, revision: str = "", base: str = "") -> None:
        self._top = top
        self._renamed: set[str] = set()
        self._base = base
        self._line("rev-parse", "--git-dir", patience=_FIRST)  # its settings may have git wait for ever
        if base and not self._line("rev-parse", "--verify", "--quiet", f"{base}^{{commit}}"):
            raise CopydeskError(f"{top}: this submodule lacks its commit {base[:10]} of before; {_FETCH}")
        if revision:
            self._base = self._left(revision)

    def _left(self, revision: str) -> str:
        """Return the commit at which the present branch left a revision."""
        name = f"{revision}^{{commit}}"
        commit = self._line("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        if not commit:
            raise CopydeskError(f"{self._top}: git knows no revision “{revision}” here; in CI, {_FETCH}")
        if not self._line("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
            return commit  # nothing was committed on this branch yet
        if base := self._line("merge-base", "HEAD", commit):
            return base
        if self._line("rev-parse", "--is-shallow-repository") == "true":
            raise CopydeskError(
                f"{self._top}: this clone is shallow and lacks where the branch left “{revision}”; {_FETCH}"
            )
        return commit  # the two have no history in common

    def holds_repository(self, name: str) -> bool:
        """Whether a folder is a submodule."""
        return self._git("ls-files", "--stage", "-z", "--", name).startswith(b"160000 ")

    def repository_before(self, name: str) -> str:
        """Return the commit that a submodule was at; an empty one if it was not there."""
        if not self._base:
            return ""
        about = os.fsdecode(self._git("ls-tree", "-z", "--full-tree", self._base, "--", name)).split()
        return about[2] if about[:2] == ["160000", "commit"] else ""

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
        if not self._base:
            return None
        staged = self._staged
        return staged[name] if name in staged else self.tracked.get(name)

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
    def tracked(self) -> dict[str, str]:
        """The files in the index, and the objects that hold them."""
        entries = os.fsdecode(self._git("ls-files", "--stage", "-z")).split("\0")
        return {name: about.split(" ")[1] for about, tab, name in (entry.partition("\t") for entry in entries) if tab}

    def _blob(self, name: str) -> bytes:
        """Return what an object holds; nothing if that is larger than any article: it was none."""
        size = self._line("cat-file", "-s", name)
        return self._git("cat-file", "blob", name) if int(size or 0) <= LARGEST else b""

    def _line(self, *arguments: str, patience: int = _PATIENCE) -> str:
        """Return the one line that git answers; an empty one if it says no without a word."""
        try:
            return os.fsdecode(self._git(*arguments, patience=patience)).strip()
        except _SaysNo:
            return ""

    def _git(self, *arguments: str, patience: int = _PATIENCE) -> bytes:
        with tempfile.TemporaryFile() as answer:  # not in memory: what a repository holds may be of any size
            try:
                done = subprocess.run(
                    [*_GIT, "-C", self._top, *arguments],
                    stdin=subprocess.DEVNULL,
                    stdout=answer,
                    stderr=subprocess.PIPE,
                    check=False,
                    env=_environment(),
                    timeout=patience,
                )
            except FileNotFoundError:
                raise CopydeskError("this wants git, which is not installed") from None
            except subprocess.TimeoutExpired:
                raise CopydeskError(
                    f"{self._top}: git has not answered within {patience} seconds; look at what its settings include "
                    "(include.path in .git/config)"
                ) from None
            if done.returncode:
                said = os.fsdecode(done.stderr).strip().splitlines()
                if not said:
                    raise _SaysNo
                raise CopydeskError(f"{self._top}: git says: {said[0]}")
            if answer.tell() > _MOST_BYTES:
                raise CopydeskError(f"{self._top}: git's answer to {arguments[0]} is larger than any repository's")
            answer.seek(0)
            return answer.read()


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
