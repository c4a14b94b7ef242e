"""Finding the articles that a command line means."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from copydesk.article.readers import known_suffixes

_SKIPPED = frozenset(("node_modules", "__pycache__"))


def articles_in(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files meant by paths, each once: a file itself, and the articles in a folder, sorted.

    In folders only files with an ending that some reader claims are taken; what is hidden is left out.
    A path that does not exist is yielded too: reading it says so.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _below(path) if path.is_dir() else (path,):
            if file not in seen:
                seen.add(file)
                yield file


def _below(folder: Path) -> Iterator[Path]:
    suffixes = known_suffixes()
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(files):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in suffixes:
                yield Path(root, name)
