"""Checking many files: each with the settings that hold for it, from the cache where nothing has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.article import Article, Source
from copydesk.check.files import articles_in
from copydesk.check.outcome import Checked, Outcome, read_article, settings_for, with_stets
from copydesk.check.results import EngineUsed, FileResult, Results
from copydesk.check.settings import Settings
from copydesk.check.settings_file import load_settings
from copydesk.errors import CopydeskError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from copydesk.check.cache import ResultCache
    from copydesk.check.desk import Desk

_ENOUGH_FOR_PROCESSES = 150_000  # bytes of copy to check; below it, starting processes costs more than it saves


@dataclass(frozen=True)
class Choice:
    """What the command line says about settings."""

    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()

    def settings_for(self, path: Path) -> Settings:
        """Return the settings for an article or a folder. Raises CopydeskError where they are bad."""
        found = load_settings(path, self.config)
        return found.choosing(self.select, self.ignore, self.extend_select)


@dataclass
class _Task:
    """A file on its way through a run."""

    path: Path
    settings: Settings
    article: Article | None = None
    error: str | None = None
    key: str = ""
    outcome: Outcome | None = None


@dataclass
class Runner:
    """Checks files. `jobs` is how many processes may be used, 0 for as many as there are processors.

    An `executor` of `concurrent.futures`, a cluster's for example, is used instead if one is given.
    Findings that the file of stets `baseline` holds are left out. `begin` is called with how
    many files there are, `tick` as some are done, with how many.
    """

    choice: Choice
    jobs: int = 1
    cache: ResultCache | None = None
    executor: Executor | None = None
    baseline: Path | None = None
    begin: Callable[[int], None] = lambda number: None
    tick: Callable[[int], None] = lambda number: None
    _desks: dict[Path | None, Desk] = field(default_factory=dict)

    def desk_for(self, settings: Settings) -> Desk:
        """Return the desk for some settings. Raises CopydeskError where they leave nothing to check with."""
        from copydesk.check.desk import Desk

        if settings.file not in self._desks:
            self._desks[settings.file] = Desk(settings)
        return self._desks[settings.file]

    def desk_for_path(self, path: Path) -> Desk:
        """Return the desk for an article. Raises CopydeskError where its settings are bad."""
        return self.desk_for(self.choice.settings_for(path))

    def run(self, inputs: Sequence[Path | Source]) -> Results:
        """Check the articles that paths mean, and sources that were read already.

        Raises CopydeskError where settings or plugins are bad, or a folder holds no articles; of a file that
        cannot be read its result says so, and the others go on.
        """
        tasks = [self._task(each) for each in _no_empty_folders(inputs)]
        self.begin(len(tasks))
        self._from_cache(tasks)
        missing = [task for task in tasks if task.article is not None and task.outcome is None]
        self.tick(len(tasks) - len(missing))
        self._check(missing)
        self._keep(missing)
        return self._results(tasks)

    def _task(self, each: Path | Source) -> _Task:
        path = each if isinstance(each, Path) else Path(each.name)
        task = _Task(path, self.choice.settings_for(path))
        try:
            source = Source.from_path(each) if isinstance(each, Path) else each
            task.article = read_article(source, task.settings)
        except CopydeskError as error:
            task.error = without_path(str(error), path)
        return task

    def _from_cache(self, tasks: Sequence[_Task]) -> None:
        if self.cache is None:
            return
        from copydesk.check.keys import key_of

        for task in tasks:
            if task.article is not None:
                task.key = key_of(task.article, settings_for(task.settings, task.article))
        kept = self.cache.get_many(task.key for task in tasks if task.key)
        for task in tasks:
            task.outcome = kept.get(task.key)

    def _check(self, tasks: Sequence[_Task]) -> None:
        if not tasks:
            return
        if self.executor is not None:
            self._check_in(self.executor, tasks)
            return
        size = sum(len(task.article.source.raw) for task in tasks if task.article)
        jobs = min(self.jobs or _processors(), len(tasks))
        if jobs > 1 and (size > _ENOUGH_FOR_PROCESSES or self.jobs):
            from copydesk.check.pool import processes

            with processes(jobs) as pool:
                self._check_in(pool, tasks)
            return
        _wake_engine(tasks[0].settings)
        for task in tasks:
            assert task.article is not None
            desk = self.desk_for(task.settings)
            task.outcome = desk.outcome(desk.own(task.article))
            self.tick(1)

    def _check_in(self, executor: Executor, tasks: Sequence[_Task]) -> None:
        from copydesk.check.pool import Job, batches, work

        jobs = [
            Job(number, task.article.source.name, task.article.source.raw, task.settings)
            for number, task in enumerate(tasks)
            if task.article is not None
        ]
        for done in executor.map(work, batches(jobs)):
            for number, outcome in done:
                tasks[number].outcome = outcome
            self.tick(len(done))

    def _keep(self, tasks: Sequence[_Task]) -> None:
        if self.cache is not None:
            # A rule that broke down may have been unlucky: it is asked again.
            self.cache.put_many(
                {task.key: task.outcome for task in tasks if task.outcome and not task.outcome.crashes}
            )

    def _results(self, tasks: Sequence[_Task]) -> Results:
        files = [_result(task, self.baseline) for task in tasks]
        notices = [notice for desk in self._desks.values() for notice in desk.notices]
        notices += [self.cache.problem] if self.cache and self.cache.problem else []
        notices += (notice for file in files for notice in _notices(file))
        return Results(tuple(files), tuple(dict.fromkeys(notices)), _engine(tasks))


def without_path(error: str, path: Path) -> str:
    """Return an error about a file without the file's name in front, which reports give themselves."""
    return error.removeprefix(str(path)).removeprefix(":").lstrip()


def _wake_engine(settings: Settings) -> None:
    """Begin what a grammar engine does first, on its thread, before rules are even imported."""
    if settings.engine_used:
        from copydesk.engines.installed import engine_for

        engine_for(settings.engine_used, settings.article.language, settings.grammar.ignore).start()


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _no_empty_folders(inputs: Sequence[Path | Source]) -> Iterator[Path | Source]:
    paths = [each for each in inputs if isinstance(each, Path)]
    for path in paths:
        if path.is_dir() and next(articles_in([path]), None) is None:
            raise CopydeskError(f"{path}: there are no articles in this folder")
    yield from articles_in(paths)
    yield from (each for each in inputs if isinstance(each, Source))


def _result(task: _Task, baseline: Path | None) -> FileResult:
    if task.article is None or task.outcome is None:
        return FileResult(str(task.path), error=task.error)
    try:
        return FileResult(str(task.path), with_stets(task.article, task.outcome, task.settings, baseline))
    except CopydeskError as error:
        return FileResult(str(task.path), error=str(error))


def _engine(tasks: Sequence[_Task]) -> EngineUsed | None:
    for task in tasks:
        name = task.settings.engine_used
        if name:
            from copydesk.engines.installed import engine_for

            engine = engine_for(name, task.settings.article.language, task.settings.grammar.ignore)
            return EngineUsed(engine.name, engine.version)
    return None


def _notices(result: FileResult) -> Iterator[str]:
    checked: Checked | None = result.checked
    if checked is None:
        return
    yield from checked.notices
    for crash in checked.crashes:
        yield f"{result.path}: the rule {crash.rule} broke down and was left out: {crash.error}"
    if not checked.article.body:
        yield f"{result.path}: has only a headline: there is no story to check it against"
