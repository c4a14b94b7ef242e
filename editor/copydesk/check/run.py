"""Checking many files: each with the settings that hold for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.article import Source
from copydesk.check.desk import Checked, Desk
from copydesk.check.files import articles_in
from copydesk.check.results import EngineUsed, FileResult, Results
from copydesk.check.settings import Settings
from copydesk.check.settings_file import load_settings
from copydesk.errors import CopydeskError

Check = Callable[[Desk, Source], Checked]


@dataclass(frozen=True)
class Choice:
    """What the command line says about settings."""

    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Runner:
    """Keeps a desk for every settings file that the articles of a run come under."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._desks: dict[Path | None, Desk] = {}

    def desk_for(self, path: Path) -> Desk:
        """Return the desk for an article or folder. Raises CopydeskError where its settings are bad."""
        settings: Settings = load_settings(path, self._choice.config)
        if settings.file not in self._desks:
            chosen = settings.choosing(self._choice.select, self._choice.ignore)
            self._desks[settings.file] = Desk(chosen)
        return self._desks[settings.file]

    def run(self, paths: Sequence[Path], check: Check = Desk.check_source) -> Results:
        """Check the articles that the paths mean, each by `check`.

        Raises CopydeskError where settings or plugins are bad, or a folder holds no articles; of a file that
        cannot be read its result says so, and the others go on.
        """
        if paths:
            self.desk_for(paths[0])  # gets the grammar engine going while files are looked for
        files: list[FileResult] = []
        notices: list[str] = []
        for path in _no_empty_folders(paths):
            desk = self.desk_for(path)
            result = _checked(desk, path, check)
            files.append(result)
            notices += _notices(result)
        for desk in self._desks.values():
            notices = desk.notices + notices
        return Results(tuple(files), tuple(dict.fromkeys(notices)), self._engine())

    def _engine(self) -> EngineUsed | None:
        engines = [desk.engine for desk in self._desks.values() if desk.engine]
        return EngineUsed(engines[0].name, engines[0].version) if engines else None


def _no_empty_folders(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir() and next(articles_in([path]), None) is None:
            raise CopydeskError(f"{path}: there are no articles in this folder")
    yield from articles_in(paths)


def _checked(desk: Desk, path: Path, check: Check) -> FileResult:
    try:
        return FileResult(str(path), check(desk, Source.from_path(path)))
    except CopydeskError as error:
        # The report names the file itself.
        return FileResult(str(path), error=str(error).removeprefix(f"{path}: "))


def _notices(result: FileResult) -> Iterator[str]:
    checked = result.checked
    if checked is None:
        return
    yield from checked.notices
    for crash in checked.crashes:
        yield f"{result.path}: the rule {crash.rule} broke down and was left out: {crash.error}"
    if not checked.article.body:
        yield f"{result.path}: has only a headline: there is no story to check it against"
