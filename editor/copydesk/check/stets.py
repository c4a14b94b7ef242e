"""Stets: findings that an editor let stand, kept in `stet.toml` beside the article or above it.

A stet names the rule, the exact words and the words around them, and so is found again after edits and
moves. Where two places could be meant, neither is silenced.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from copydesk.check.atomic import write_atomically
from copydesk.check.fingerprint import Place, place_of
from copydesk.errors import CopydeskError
from copydesk.plain_file import read_text
from copydesk.plain_toml import BadToml, parse_toml, plain
from copydesk.rules import Finding

FILE_NAME = "stet.toml"
_LARGEST = 8 * 1024 * 1024  # bytes: a baseline of forty thousand findings
_ALIKE = 60.0  # per cent of the surrounding words that must still be there
_THE_SAME = 100.0
_CLEARLY = 10.0  # per cent by which the best place must beat the next


class Stet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a stet file. `file` is relative to the stet file's folder; without it any file is meant."""

    rule: str
    words: str = ""  # none where a finding is about what is missing between two others
    before: str = ""
    after: str = ""
    file: str = ""
    note: str = ""

    def __str__(self) -> str:
        return f"{self.rule} “{self.words}”" + (f" in {self.file}" if self.file else "")


class Kept(msgspec.Struct, frozen=True):
    """A stet and the file it is kept in."""

    stet: Stet
    path: Path


def stet_for(article: Path, text: str, finding: Finding) -> Kept:
    """Return the stet that would silence a finding of the article's text, and where it would be kept."""
    words, before, after = place_of(text, finding.span)
    path = article.absolute().parent / FILE_NAME
    return Kept(Stet(finding.rule, words, before, after, file=article.name), path)


def stets_about(article: Path) -> list[Kept]:
    """Return the stets that may concern an article, from the stet files beside and above it.

    Raises CopydeskError if one of them is broken.
    """
    absolute = os.path.abspath(article)
    folders: list[str] = []
    folder = os.path.dirname(absolute)
    while not folders or folder != folders[-1]:
        folders.append(folder)
        folder = os.path.dirname(folder)
    files = (os.path.join(folder, FILE_NAME) for folder in folders)
    return [kept for file in files if os.path.exists(file) for kept in stets_in(Path(file), Path(absolute))]


def stets_in(path: Path, article: Path) -> list[Kept]:
    """Return the stets in one file that may concern an article; none if there is no such file."""
    try:
        status = path.stat()
    except OSError:
        return []
    by_file = _by_file(path, status.st_mtime_ns, status.st_size)
    name = relative(article, path.absolute().parent)
    return [Kept(stet, path) for stet in (*by_file.get(name, ()), *by_file.get("", ()))]


def relative(article: Path, folder: Path) -> str:
    """Return how a stet file in a folder names an article: relative to it, with slashes.

    TOML is UTF-8: bytes of a name that are not become U+FFFD, here as in the reports.
    """
    name = Path(os.path.relpath(article.absolute(), folder)).as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@lru_cache(maxsize=64)
def _by_file(path: Path, changed: int, size: int) -> dict[str, list[Stet]]:
    # Keyed by the time of change and the size too: a baseline of a large archive is read once a run, not once a file.
    by_file: dict[str, list[Stet]] = {}
    for stet in read_stets(path):
        by_file.setdefault(stet.file, []).append(stet)
    return by_file


def read_stets(path: Path) -> list[Stet]:
    """Return the stets in a file, none if there is no such file. Raises CopydeskError if it is broken."""
    try:
        data = parse_toml(read_text(path, most=_LARGEST), path)
        return msgspec.convert(data.get("stet", []), list[Stet])
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = error.strerror or "it cannot be read"
    except UnicodeDecodeError:
        reason = "it is not valid UTF-8; save it as UTF-8"
    except msgspec.ValidationError as error:
        reason = plain(str(error))
    except BadToml as error:
        reason = str(error).removeprefix(f"{path}:").strip()
    raise CopydeskError(f"{path}: cannot be used as a stet file: {reason}")


def matched(text: str, findings: Sequence[Finding], stets: Iterable[Kept]) -> tuple[set[int], list[Kept]]:
    """Return which findings are let stand, by index, and the stets that match nothing (or two places alike).

    Stets that read the same, as of a paragraph that stands twice, silence as many places as there are of them.
    """
    counted = Counter(stets)
    silenced: set[int] = set()
    unused: list[Kept] = []
    places = [place_of(text, finding.span) for finding in findings] if counted else []
    for kept, number in counted.items():
        meant = _meant(kept.stet, number, findings, places)
        silenced |= meant
        if not meant:
            unused.append(kept)
    return silenced, unused


def _meant(stet: Stet, number: int, findings: Sequence[Finding], places: Sequence[Place]) -> set[int]:
    """Return the findings, at `number` places, that a stet means; none where another place fits about as well."""
    scored: dict[tuple[int, int], float] = {}
    for finding, place in zip(findings, places, strict=True):
        if finding.rule == stet.rule and place.words == stet.words:
            scored[finding.span] = _likeness(stet, place)
    fitting = sorted(((score, span) for span, score in scored.items() if score >= _ALIKE), reverse=True)
    if len(fitting) > number:
        worst, next_ = fitting[number - 1][0], fitting[number][0]
        # Where the words around are the very same, a place that is merely alike is no rival.
        if worst - next_ < _CLEARLY and not next_ < worst == _THE_SAME:
            return set()
    best = {span for _, span in fitting[:number]}
    return {index for index, finding in enumerate(findings) if finding.span in best and finding.rule == stet.rule}


def _likeness(stet: Stet, place: Place) -> float:
    if (stet.before, stet.after) == (place.before, place.after):
        return _THE_SAME
    from rapidfuzz.fuzz import ratio

    # Measured as one text: a short side counts for less, and a changed word on one side is forgiven.
    return ratio(f"{stet.before} | {stet.after}", f"{place.before} | {place.after}")


def write_baseline(path: Path, stets: Iterable[Stet]) -> None:
    """Write a baseline: a file of stets for all that an archive has today. Raises CopydeskError if it cannot be."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment("What stood when the checks were adopted. Made by copydesk check --write-baseline."))
    entries = tomlkit.aot()
    for stet in stets:
        entries.append(_table(stet))
    document.append("stet", entries)
    write_atomically(path, tomlkit.dumps(document).encode("utf-8"))


def _table(stet: Stet) -> Any:
    import tomlkit

    table = tomlkit.table()
    for key, value in msgspec.structs.asdict(stet).items():
        if value or key == "words":  # a blank that is missing is a finding without words
            table.add(key, value)
    return table


def add_stet(kept: Kept) -> None:
    """Write a stet into its file, after what stands there. Raises CopydeskError if that cannot be done."""
    if kept.stet not in read_stets(kept.path):
        _write(kept.path, _changed(kept.path, add=(kept.stet,)))


def remove_stet(kept: Kept) -> None:
    """Take a stet out of its file again; the file goes when nothing is left in it."""
    remove_stets(kept.path, [kept.stet])


def remove_stets(path: Path, stets: Collection[Stet]) -> None:
    """Take stets out of a file; it goes when nothing is left in it. Raises CopydeskError if that cannot be done."""
    if not set(read_stets(path)).isdisjoint(stets):
        _write(path, _changed(path, remove=stets))


def without_stets(path: Path, stets: Collection[Stet]) -> str:
    """Return what a stet file would read without some of its stets."""
    return _changed(path, remove=stets)


def _changed(path: Path, *, add: Iterable[Stet] = (), remove: Collection[Stet] = ()) -> str:
    import tomlkit  # keeps the file's comments and order

    document: Any = tomlkit.parse(read_text(path, most=_LARGEST)) if path.exists() else tomlkit.document()
    entries: Any = document.get("stet")
    if entries is None:
        entries = tomlkit.aot()
        document.append("stet", entries)
    if remove:
        for index in reversed(range(len(entries))):
            if msgspec.convert(entries[index].unwrap(), Stet) in remove:
                del entries[index]
    for stet in add:
        entries.append(_table(stet))
    return "" if not entries and len(document) == 1 else tomlkit.dumps(document)


def _write(path: Path, text: str) -> None:
    if text:
        write_atomically(path, text.encode("utf-8"))
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise CopydeskError(f"{path}: cannot be removed: {error.strerror}") from None
