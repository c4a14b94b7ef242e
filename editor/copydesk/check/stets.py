"""Stets: findings that an editor let stand, kept in `stet.toml` beside the article or above it.

A stet names the rule, the exact words and the words around them, and so is found again after edits and
moves. Where two places could be meant, neither is silenced.
"""

from __future__ import annotations

import os
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from copydesk.check.atomic import write_atomically
from copydesk.check.fingerprint import Place, place_of
from copydesk.errors import CopydeskError
from copydesk.rules import Finding

FILE_NAME = "stet.toml"
_ALIKE = 60.0  # per cent of the surrounding words that must still be there
_CLEARLY = 10.0  # per cent by which the best place must beat the next


class Stet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a stet file. `file` is relative to the stet file's folder; without it any file is meant."""

    rule: str
    words: str
    before: str = ""
    after: str = ""
    file: str = ""
    note: str = ""

    def __str__(self) -> str:
        return f"{self.rule} “{self.words}”" + (f" in {self.file}" if self.file else "")


@dataclass(frozen=True)
class Kept:
    """A stet and the file it is kept in."""

    stet: Stet
    path: Path


def stet_for(article: Path, text: str, finding: Finding) -> Kept:
    """Return the stet that would silence a finding of the article's text, and where it would be kept."""
    words, before, after = place_of(text, finding.span)
    path = article.absolute().parent / FILE_NAME
    return Kept(Stet(finding.rule, words, before, after, file=article.name), path)


def stets_about(article: Path, baseline: Path | None = None) -> list[Kept]:
    """Return the stets that may concern an article, from the stet files beside and above it, and a baseline.

    Raises CopydeskError if one of them is broken.
    """
    absolute = article.absolute()
    files = [folder / FILE_NAME for folder in absolute.parents]
    if baseline is not None:
        files.append(baseline.absolute())
    found: list[Kept] = []
    for path in files:
        if path.is_file():
            status = path.stat()
            by_file = _by_file(path, status.st_mtime_ns, status.st_size)
            name = relative(absolute, path.parent)
            found += (Kept(stet, path) for stet in (*by_file.get(name, ()), *by_file.get("", ())))
    return found


def relative(article: Path, folder: Path) -> str:
    """Return how a stet file in a folder names an article: relative to it, with slashes."""
    return Path(os.path.relpath(article.absolute(), folder)).as_posix()


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
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(data.get("stet", []), list[Stet])
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CopydeskError(f"{path}: cannot be used as a stet file: {error}") from None


def divide(
    text: str, findings: Sequence[Finding], stets: Iterable[Kept]
) -> tuple[list[Finding], list[Finding], list[Kept]]:
    """Return the findings that remain, those let stand, and the stets that match nothing (or two places alike).

    Stets that read the same, as of a paragraph that stands twice, silence as many places as there are of them.
    """
    counted = Counter(stets)
    if not counted:
        return list(findings), [], []
    places = [place_of(text, finding.span) for finding in findings]
    silenced: set[int] = set()
    unused: list[Kept] = []
    for kept, number in counted.items():
        meant = _meant(kept.stet, number, findings, places)
        silenced |= meant
        if not meant:
            unused.append(kept)
    remaining = [finding for index, finding in enumerate(findings) if index not in silenced]
    return remaining, [findings[index] for index in sorted(silenced)], unused


def _meant(stet: Stet, number: int, findings: Sequence[Finding], places: Sequence[Place]) -> set[int]:
    """Return the findings, at `number` places, that a stet means; none where another place fits about as well."""
    scored: dict[tuple[int, int], float] = {}
    for finding, place in zip(findings, places, strict=True):
        if finding.rule == stet.rule and place.words == stet.words:
            scored[finding.span] = _likeness(stet, place)
    fitting = sorted(((score, span) for span, score in scored.items() if score >= _ALIKE), reverse=True)
    if len(fitting) > number and fitting[number - 1][0] - fitting[number][0] < _CLEARLY:
        return set()
    best = {span for _, span in fitting[:number]}
    return {index for index, finding in enumerate(findings) if finding.span in best and finding.rule == stet.rule}


def _likeness(stet: Stet, place: Place) -> float:
    if (stet.before, stet.after) == (place.before, place.after):
        return 100.0
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
        if value:
            table.add(key, value)
    return table


def add_stet(kept: Kept) -> None:
    """Write a stet into its file, after what stands there. Raises CopydeskError if that cannot be done."""
    if kept.stet not in read_stets(kept.path):
        _rewrite(kept.path, add=kept.stet)


def remove_stet(kept: Kept) -> None:
    """Take a stet out of its file again; the file goes when nothing is left in it."""
    if kept.stet in read_stets(kept.path):
        _rewrite(kept.path, remove=kept.stet)


def _rewrite(path: Path, *, add: Stet | None = None, remove: Stet | None = None) -> None:
    import tomlkit  # keeps the file's comments and order

    document: Any = tomlkit.parse(path.read_text(encoding="utf-8")) if path.is_file() else tomlkit.document()
    entries: Any = document.get("stet")
    if entries is None:
        entries = tomlkit.aot()
        document.append("stet", entries)
    if remove is not None:
        kept = [entry for entry in entries if msgspec.convert(entry.unwrap(), Stet) != remove]
        entries.clear()
        entries.extend(kept)
    if add is not None:
        entries.append(_table(add))
    if not entries and len(document) == 1 and path.is_file():
        path.unlink()
        return
    write_atomically(path, tomlkit.dumps(document).encode("utf-8"))
