"""Recovery: unsaved work is kept in a file of its own, for the user alone, until it is saved or thrown away."""

from __future__ import annotations

import hashlib
import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.article import Source, Span
from copydesk.check.atomic import write_atomically

_VERSION = 1
_KEPT_SECONDS = 60 * 24 * 3600  # unpublished copy is not left lying about for ever


@dataclass(frozen=True, slots=True)
class Recovered:
    """Unsaved work from an earlier session: the text, what was dismissed as (rule, span), and when it was kept.

    `same_file` says that the file is still the one that the work began from.
    """

    text: str
    dismissed: tuple[tuple[str, Span], ...]
    when: float
    same_file: bool


class Journal:
    """The recovery file of one article."""

    def __init__(self, article: Path, folder: Path | None = None) -> None:
        if folder is None:
            import platformdirs

            folder = Path(platformdirs.user_state_dir("copydesk", appauthor=False)) / "recovery"
        self._article = Path(os.path.realpath(article))
        name = hashlib.sha256(os.fsencode(self._article)).hexdigest()[:32]
        self.path = folder / f"{name}.json"

    def keep(self, text: str, source: Source, dismissed: tuple[tuple[str, Span], ...] = ()) -> None:
        """Write the unsaved text down. Raises CopydeskError if that cannot be done."""
        folder = self.path.parent
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        data = {
            "version": _VERSION,
            "article": str(self._article),
            "base": _digest(source.raw),
            "when": time.time(),
            "text": text,
            "dismissed": [[rule, *span] for rule, span in dismissed],
        }
        if not self.path.exists():  # the mode is there before the words are
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        write_atomically(self.path, json.dumps(data).encode("ascii"))

    def find(self, source: Source) -> Recovered | None:
        """Return unsaved work that is newer than the article and differs from it; None if there is none."""
        try:
            data: dict[str, Any] = json.loads(self.path.read_bytes())
            recovered = Recovered(
                text=str(data["text"]),
                dismissed=tuple((str(rule), Span(int(start), int(end))) for rule, start, end in data["dismissed"]),
                when=float(data["when"]),
                same_file=data["base"] == _digest(source.raw),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if recovered.text == source.text and not recovered.dismissed:
            return None
        if not recovered.same_file and self._article_is_newer(recovered.when):
            return None
        return recovered

    def _article_is_newer(self, when: float) -> bool:
        try:
            return self._article.stat().st_mtime > when
        except OSError:
            return False

    def remove(self) -> None:
        """Forget what was kept, and what was kept long ago for other articles."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        with suppress(OSError):
            for other in self.path.parent.glob("*.json"):
                if time.time() - other.stat().st_mtime > _KEPT_SECONDS:
                    other.unlink()


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
