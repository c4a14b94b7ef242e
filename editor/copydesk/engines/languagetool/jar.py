"""Rewriting the server's jar, so that it names the others that it needs and class-data sharing takes it."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

_MANIFEST = "META-INF/MANIFEST.MF"
_LINE = 72  # bytes in a line of a manifest, its end included


def manifest(main_class: str, class_path: Sequence[str]) -> bytes:
    """Return a manifest. Its lines are wrapped as the format wants: a space begins what goes on."""
    lines = ["Manifest-Version: 1.0", f"Main-Class: {main_class}", f"Class-Path: {' '.join(class_path)}"]
    return b"".join(_wrapped(line) for line in lines) + b"\r\n"


def _wrapped(line: str) -> bytes:
    left, wrapped = line.encode("ascii"), b""
    width = _LINE - 2
    while len(left) > width:
        wrapped += left[:width] + b"\r\n"
        left = b" " + left[width:]
    return wrapped + left + b"\r\n"


def rewrite(source: Path, target: Path, main_class: str, class_path: Sequence[str]) -> None:
    """Write the jar `source` to `target` with another manifest. Raises OSError or zipfile.BadZipFile."""
    temporary = target.with_suffix(".part")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr(zipfile.ZipInfo(_MANIFEST), manifest(main_class, class_path))
        for entry in old.infolist():
            is_signature = entry.filename.startswith("META-INF/") and entry.filename.endswith((".SF", ".RSA", ".DSA"))
            if entry.filename != _MANIFEST and not is_signature:
                new.writestr(entry, old.read(entry))
    temporary.replace(target)
