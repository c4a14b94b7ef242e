"""The pinned jars: which, how large, and with which SHA-256. English alone needs these of LanguageTool's hundreds."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import msgspec


class Jar(msgspec.Struct, frozen=True):
    """One line of `jars.json`. `artifact` is “group:name:version”, as Maven has it."""

    artifact: str
    bytes: int
    sha256: str

    @property
    def file(self) -> str:
        """Return the name that it has in our folder."""
        _, name, version = self.artifact.split(":")
        return f"{name}-{version}.jar"

    def is_at(self, path: Path) -> bool:
        """Whether a file is this jar, whole and unchanged."""
        try:
            if path.stat().st_size != self.bytes:
                return False
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256
        except OSError:
            return False


@cache
def pinned() -> tuple[Jar, ...]:
    """Return the jars that a copy of LanguageTool is made of."""
    data = Path(__file__).with_name("jars.json").read_bytes()
    return msgspec.json.decode(data, type=tuple[Jar, ...])
