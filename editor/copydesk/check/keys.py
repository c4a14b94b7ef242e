"""Keys of the cache: everything that a result depends on, without importing any rule."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import msgspec

from copydesk.article import Article
from copydesk.check.dictionary import dictionary_for
from copydesk.check.engine import stamp_of
from copydesk.check.settings import Settings

_OWN = frozenset(("copydesk", "copydesk_rules", "harper"))
_MOST_SOURCES = 400  # of a package that is read for what it imports
_IMPORT = re.compile(
    r"""(?:^|[;:])[ \t]*(?:from[ \t]+(\w[\w.]*)[ \t]+import\b|import[ \t]+(\w[\w., \t]*))"""
    r"""|\b(?:import_module|__import__)\(\s*["'](\w[\w.]*)""",
    re.MULTILINE,
)
_GROUPS = ("copydesk.rules", "copydesk.readers", "copydesk.engines")


def key_of(article: Article, settings: Settings) -> str:
    """Return the key of what these settings make of an article: of its bytes, name's ending, and all code."""
    digest = hashlib.blake2b(digest_size=20)
    source = article.source
    for piece in (
        code_stamp(),
        _styles(settings.styles_path, settings.styles.use),
        _settings(settings),
        stamp_of(settings),
        dictionary_for(settings).stamp if settings.engine_used else "",
        os.path.splitext(source.name)[1],
        source.encoding,
    ):
        digest.update(piece.encode() + b"\0")
    digest.update(source.raw)
    return digest.hexdigest()


def forget() -> None:
    """Look anew at code and styles from now on."""
    code_stamp.cache_clear()
    _styles.cache_clear()


@cache
def _settings_text(encoded: bytes) -> str:
    return hashlib.blake2b(encoded, digest_size=20).hexdigest()


def _settings(settings: Settings) -> str:
    # Where the settings stand does not change what they say.
    bare = msgspec.structs.replace(
        settings, file=None, styles_folder=None, grammar_folder=None, overrides=(), by_user=False
    )
    return _settings_text(msgspec.json.encode(bare, order="deterministic"))


@cache
def code_stamp() -> str:
    """Return a stamp of all code that has a say, by size and time of change.

    That is the program, rules, readers and engines; what plugins import beside, whether it was installed or not; and
    which packages are installed, in which versions. No code is run for it.
    """
    points = entry_points()
    plugged = {point.module.partition(".")[0] for group in _GROUPS for point in points.select(group=group)}
    modules = {*_OWN, *plugged, *_imported_by(plugged - _OWN)}
    code = (path for module in sorted(modules) for path in _files_of(module))
    return _stamp([*_installed(), *code])


def _installed() -> Iterator[Path]:
    """Yield the folders that say what is installed: they change as packages come, go and are replaced."""
    for place in dict.fromkeys(sys.path):
        try:
            names = os.listdir(place or ".")
        except OSError:
            continue
        yield from (Path(place, name) for name in sorted(names) if name.endswith((".dist-info", ".egg-info")))


def _imported_by(modules: Iterable[str]) -> set[str]:
    """Return what some modules import, as their sources say, and what that imports in turn, but for Python's own."""
    waiting, found = list(modules), set(modules)
    while waiting:
        sources = [path for path in _files_of(waiting.pop()) if path.suffix == ".py"]
        if len(sources) > _MOST_SOURCES:
            continue  # somebody's great library: its own files count, and what is installed
        for source in sources:
            new = _imports_in(source) - found - _OWN - sys.stdlib_module_names
            found |= new
            waiting += sorted(new)
    return found


def _imports_in(source: Path) -> set[str]:
    """Return the names at the top of what a source imports, wherever in it."""
    try:
        text = source.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return set()
    names = (name for found in _IMPORT.findall(text) for name in "".join(found).split(","))
    return {name.split()[0].partition(".")[0] for name in names if name.strip()} - {""}


def _files_of(module: str) -> Iterator[Path]:
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        return
    for place in spec.submodule_search_locations or ():
        yield from _below(Path(place))
    if spec.origin and not spec.submodule_search_locations:
        yield Path(spec.origin)


def _below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(root, name) for name in sorted(names) if not name.endswith(".pyc"))


@cache
def _styles(path: Path | None, packs: tuple[str, ...]) -> str:
    return _stamp(file for pack in packs for file in _below(path / pack)) if path else ""


def _stamp(files: Iterable[Path]) -> str:
    digest = hashlib.blake2b(digest_size=20)
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue
        digest.update(f"{file}\0{status.st_size}\0{status.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
