"""Checking many files: each with the settings that hold for it, from the cache where nothing has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from copydesk.article import Article, Source, UnreadableSource
from copydesk.check.atomic import sweep
from copydesk.check.files import articles_in
from copydesk.check.outcome import Checked, Outcome, read_article, settings_for, with_stets
from copydesk.check.results import EngineUsed, FileResult, Results, broke_down
from copydesk.check.settings import Settings, covers
from copydesk.check.settings_file import load_settings
from copydesk.errors import BrokenDown, CopydeskError, broken_down

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from copydesk.check.cache import RemarkCache, ResultCache
    from copydesk.check.desk import Desk
    from copydesk.check.git import Changes
    from copydesk.check.pool import Workers

_LARGEST = 20_000_000  # bytes: a shelf of novels
_ENOUGH_FOR_PROCESSES = 150_000  # bytes of copy to check; below it, starting processes costs more than it saves
_AT_ONCE = 1_000  # files that are in memory as articles at a time


class Choice(msgspec.Struct, frozen=True):
    """What the command line says about settings."""

    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    all_rules: bool = False

    def settings_for(self, path: Path) -> Settings:
        """Return the settings for an article or a folder. Raises CopydeskError where they are bad."""
        found = load_settings(path, self.config)
        return found.choosing(self.select, self.ignore, self.extend_select, all_rules=self.all_rules)

    def leaves(self, name: str) -> bool:
        """Whether the command line leaves all that the settings have under a name; all there is if it is empty."""
        if not name:
            return not self.select and not self.ignore
        selected = not self.select or any(covers(one, name) for one in (*self.select, *self.extend_select))
        return selected and not any(covers(one, name) or covers(name, one) for one in self.ignore)


@dataclass
class _Task:
    """A file on its way through a run, from its source to its result."""

    path: Path
    settings: Settings
    source: Source | None = None
    error: str | None = None
    key: str = ""
    outcome: Outcome | None = None
    result: FileResult | None = None

    @property
    def is_missing(self) -> bool:
        """Whether it is yet to be checked."""
        return self.outcome is None and self.error is None

    @cached_property
    def article(self) -> Article | None:
        """The article, read when it is first asked for; None, and `error` says why, if there is none."""
        if self.source is None:
            return None
        try:
            return read_article(self.source, self.settings)
        except CopydeskError as error:
            self.error = without_path(str(error), self.path)
            return None


class _Done(msgspec.Struct):
    """What a run has come to so far: of what is `meant`, the `files` that are done, and the tasks `in_hand`.

    `bare` are the files with nothing but a headline.
    """

    meant: Sequence[Path | Source]
    in_hand: list[_Task] = []
    files: list[FileResult] = []
    notices: list[str] = []
    bare: list[str] = []
    engine: EngineUsed | None = None


def _only_headlines(paths: Sequence[str]) -> Iterator[str]:
    if not paths:
        return
    first, others = paths[0], len(paths) - 1
    which = f"{first} and {others:,} other file{'s' if others > 1 else ''} have" if others else f"{first} has"
    yield f"{which} only a headline: there is no story to check it against"


def _as_it_is(file: FileResult) -> FileResult:
    return file


def _put_away(file: FileResult) -> FileResult:
    """Return a result without the article in memory."""
    from copydesk.check.put_away import put_away

    return msgspec.structs.replace(file, checked=put_away(file.checked)) if file.checked else file


@dataclass
class Runner:
    """Checks files. `jobs` is how many processes may be used, 0 for as many as there are processors.

    An `executor` of `concurrent.futures`, a cluster's for example, is used instead if one is given. Findings that the
    file of stets `baseline` holds are left out; with `changes`, so is what has not changed. `finish` makes what is
    said of a file out of what was found in it: after fixing, for example. `begin` is called with how many files there
    are, `tick` as some are done, with how many. `together` takes the files as one edition: what differs between them
    is reported too.
    """

    choice: Choice
    jobs: int = 1
    cache: ResultCache | None = None
    executor: Executor | None = None
    baseline: Path | None = None
    changes: Changes | None = None
    together: bool = False
    finish: Callable[[FileResult], FileResult] = _as_it_is
    begin: Callable[[int], None] = lambda number: None
    tick: Callable[[int], None] = lambda number: None
    _desks: dict[Path | None, Desk] = field(default_factory=dict)
    _workers: Workers | None = None
    _gone: dict[str, str] = field(default_factory=dict)  # rules that ended a process, and how
    _remarks: RemarkCache | None = None  # where files are cached, so is what the engine says of their paragraphs

    def __post_init__(self) -> None:
        if self.cache is not None:
            from copydesk.check.cache import RemarkCache

            self._remarks = RemarkCache()

    def desk_for(self, settings: Settings) -> Desk:
        """Return the desk for some settings. Raises CopydeskError where they leave nothing to check with."""
        from copydesk.check.desk import Desk

        if settings.file not in self._desks:
            self._desks[settings.file] = Desk(settings, self._remarks)
            self._desks[settings.file].gone = self._gone
        return self._desks[settings.file]

    def desk_for_path(self, path: Path) -> Desk:
        """Return the desk for an article. Raises CopydeskError where its settings are bad."""
        return self.desk_for(self.choice.settings_for(path))

    def run(self, inputs: Sequence[Path | Source]) -> Results:
        """Check the articles that paths mean, and sources that were read already.

        Files come in the order of their paths, whatever that of `inputs`, and sources last. Raises CopydeskError
        where settings or plugins are bad, or a folder holds no articles; of a file that cannot be read its result
        says so, and the others go on. An interrupt (Ctrl-C) ends the run with what was checked by then.
        """
        done = _Done(())
        done.meant = self._meant(inputs, done.notices.append)
        interrupted = False
        try:
            self.begin(len(done.meant))
            if not done.meant:
                self._refuse_unknown_names()
            with ExitStack() as pools:
                for start in range(0, len(done.meant), _AT_ONCE):
                    self._check_some(done, done.meant[start : start + _AT_ONCE], pools)
                    self._put_down(done)
        except KeyboardInterrupt:
            interrupted = True
            self._put_down(done)
        return self._results(done, interrupted)

    def _check_some(self, done: _Done, meant: Sequence[Path | Source], pools: ExitStack) -> None:
        for each in meant:
            done.in_hand.append(self._task(each))
        self._from_cache(done.in_hand)
        self.tick(sum(not task.is_missing for task in done.in_hand))
        self._check([task for task in done.in_hand if task.is_missing], pools)

    def _put_down(self, done: _Done) -> None:
        """Make results of what is in hand, and keep them for the next run."""
        tasks = [task for task in done.in_hand if not task.is_missing]
        self._keep(tasks)
        files = [task.result or self._result(task) for task in tasks]
        done.notices += (notice for task in tasks if task.outcome for notice in task.outcome.notices)
        done.bare += (file.path for file in files if file.checked and not file.checked.article.body)
        done.engine = done.engine or self._engine(tasks)
        if len(done.meant) > _AT_ONCE:
            files = list(map(_put_away, files))
        done.files += files
        done.in_hand = []

    def recheck(self, path: Path, source: Source) -> Checked:
        """Check what a file would be, as it would be checked in a run. Raises CopydeskError where it cannot be."""
        task = _Task(path, self.choice.settings_for(path))
        desk = self.desk_for(task.settings)
        article = desk.read(source)
        return self._concluded(article, desk.outcome(article), task.settings)

    def _refuse_unknown_names(self) -> None:
        """Raise CopydeskError if the command line names what does not exist; with files, their desk does."""
        if self.choice.select or self.choice.extend_select or self.choice.ignore:
            self.desk_for_path(Path.cwd())

    def _meant(self, inputs: Sequence[Path | Source], note: Callable[[str], object]) -> list[Path | Source]:
        files = articles_in([each for each in inputs if isinstance(each, Path)], note)
        for folder in {Path(os.path.realpath(file)).parent for file in files}:
            sweep(folder)  # what a fix that was killed has left there
        if self.changes is not None:
            files = self.changes.among(files)
        return [*files, *(each for each in inputs if isinstance(each, Source))]

    def _task(self, each: Path | Source) -> _Task:
        path = each if isinstance(each, Path) else Path(each.name)
        task = _Task(path, self.choice.settings_for(path))
        try:
            task.source = _read(each) if isinstance(each, Path) else each
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

    def _check(self, tasks: Sequence[_Task], pools: ExitStack) -> None:
        workers = self._workers_for(tasks, pools) if self.executor is None else None
        if workers is not None or self.executor is not None:
            self._check_elsewhere(workers, tasks)
        else:
            self._check_here([task for task in tasks if task.article])
        self.tick(sum(task.article is None for task in tasks))

    def _check_here(self, tasks: Sequence[_Task]) -> None:
        if tasks:
            self._wake_engine(tasks[0].settings)
        for task in tasks:
            assert task.article is not None
            desk = self.desk_for(task.settings)
            try:
                task.outcome = desk.outcome(task.article)
            except BrokenDown as error:
                task.error = str(error)
            self.tick(1)

    def _wake_engine(self, settings: Settings) -> None:
        """Begin what a grammar engine does first, on its thread, before rules are even imported."""
        if settings.engine_used:
            from copydesk.check.engine import engine_of

            engine = engine_of(settings, "", self._remarks)
            assert engine is not None
            engine.start()

    def _engine(self, tasks: Sequence[_Task]) -> EngineUsed | None:
        for task in tasks:
            if task.settings.engine_used:
                from copydesk.check.engine import engine_of

                engine = engine_of(task.settings, "", self._remarks)
                assert engine is not None
                return EngineUsed(engine.name, engine.version)
        return None

    def _workers_for(self, tasks: Sequence[_Task], pools: ExitStack) -> Workers | None:
        """Return processes to check in, opened once a run; None where this one is as quick alone, and as safe."""
        if self._workers is None and tasks:
            from copydesk.rules.loading import has_plugins

            size = sum(len(task.source.raw) for task in tasks if task.source)
            jobs = min(self.jobs or _processors(), len(tasks))
            wary = has_plugins()
            if wary or (jobs > 1 and (size > _ENOUGH_FOR_PROCESSES or self.jobs)):
                from copydesk.check.pool import Workers

                self._workers = pools.enter_context(Workers(jobs, wary=wary))
                pools.callback(self._dismiss)
        return self._workers

    def _dismiss(self) -> None:
        """Let the workers go, but keep in mind which rules ended one: they are asked no more, here least of all."""
        if self._workers is not None:
            self._gone.update(self._workers.gone)
            self._workers = None

    def _check_elsewhere(self, workers: Workers | None, tasks: Sequence[_Task]) -> None:
        """Check in workers, or else through the executor."""
        from copydesk.check.pool import Job, spread

        remarks = self._remarks if workers else None  # on this machine, then
        if remarks is not None:
            remarks.get_many(("",))  # workers have a broken one dropped; it is said here
        jobs = [
            Job(number, task.source.name, task.source.raw, task.settings, remarks is not None)
            for number, task in enumerate(tasks)
            if task.source is not None
        ]
        if workers is None:
            assert self.executor is not None
            found = spread(jobs, self.executor)
        else:
            found = workers.check(jobs)
        for done in found:
            if remarks is not None:
                remarks.problem = remarks.problem or done.problem
            for number, outcome in done.outcomes:
                task = tasks[number]
                task.outcome = outcome
                task.result = self._result(task)  # here the article is read too, while others are being checked
            for number, error in done.broken:
                tasks[number].error = error
            self.tick(len(done.outcomes) + len(done.broken))

    def _keep(self, tasks: Sequence[_Task]) -> None:
        if self.cache is not None:
            # What was not checked may have been unlucky: it is asked again.
            self.cache.put_many({task.key: task.outcome for task in tasks if task.outcome and task.outcome.is_whole})

    def _results(self, done: _Done, interrupted: bool) -> Results:
        files = done.files
        notices = [f"interrupted: {len(files):,} of {len(done.meant):,} files were checked"] if interrupted else []
        if not interrupted and not self._finished(files):
            interrupted = True
            notices = ["interrupted before all files were finished; each is as it was, or done"]
        if self.together and not interrupted:
            files = self._compared(files)
        notices += done.notices
        notices += (cache.problem for cache in (self.cache, self._remarks) if cache and cache.problem)
        notices += (notice for file in files for notice in _notices(file))
        notices += _only_headlines(done.bare)
        unchecked = frozenset(line for file in files if file.checked for line in file.checked.unchecked)
        return Results(tuple(files), tuple(dict.fromkeys(notices)), done.engine, interrupted, unchecked)

    def _compared(self, files: Sequence[FileResult]) -> list[FileResult]:
        """Return the results with what differs between the articles, as far as it was not let stand."""
        from copydesk.check.edition import differences
        from copydesk.check.one_fault import each, told_once

        whole = [(number, file.checked) for number, file in enumerate(files) if file.checked]
        if len(whole) < 2:
            return list(files)
        desk = self.desk_for_path(Path(files[whole[0][0]].path))
        found = differences(
            [checked.article for _, checked in whole],
            [(*each(checked.findings), *checked.stetted) for _, checked in whole],
            desk.rules,
            desk.settings,
        )
        compared = list(files)
        for (number, checked), more in zip(whole, found, strict=True):
            if more:
                path = Path(files[number].path)
                settings = self.choice.settings_for(path)
                also = with_stets(checked.article, Outcome(tuple(more)), settings, self.baseline)
                findings = told_once(checked.article.text, (*checked.findings, *also.findings), settings.styles.use)
                compared[number] = msgspec.structs.replace(files[number], checked=checked.with_findings(findings))
        return compared

    def _finished(self, files: list[FileResult]) -> bool:
        """Finish the files in their place. Return whether nothing came in between."""
        try:
            for index, file in enumerate(files):
                files[index] = self._finish_or_say(file)
        except KeyboardInterrupt:
            return False
        return True

    def _finish_or_say(self, file: FileResult) -> FileResult:
        try:
            with broken_down():
                return self.finish(file)
        except BrokenDown as error:
            return FileResult(file.path, error=str(error))

    def _result(self, task: _Task) -> FileResult:
        if task.article is None or task.outcome is None:
            return FileResult(str(task.path), error=task.error)
        try:
            with broken_down():
                return FileResult(str(task.path), self._concluded(task.article, task.outcome, task.settings))
        except BrokenDown as error:
            return FileResult(str(task.path), error=str(error))

    def _concluded(self, article: Article, outcome: Outcome, settings: Settings) -> Checked:
        """Return what remains of an outcome: not what was let stand, nor what has not changed."""
        # A broken stet file is the house's, like broken settings: it ends the run with one line.
        checked = with_stets(article, outcome, settings, self.baseline, all_asked=self.choice.leaves)
        if self.changes is None:
            return checked
        findings = tuple(self.changes.touching(article, checked.findings))
        return replace(checked, findings=findings, trial=tuple(self.changes.touching(article, checked.trial)))


def _read(path: Path) -> Source:
    """Read a file, unless it is larger than any article: that is somebody's archive, or no text at all."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # reading it says what is wrong
    if size > _LARGEST:
        raise UnreadableSource(
            f"{path}: has {size / 1e6:,.0f} MB, more than any article (at most {_LARGEST / 1e6:.0f}); split it up"
        )
    return Source.from_path(path)


def without_path(error: str, path: Path) -> str:
    """Return an error about a file without the file's name in front, which reports give themselves."""
    return error.removeprefix(str(path)).removeprefix(":").lstrip()


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _notices(result: FileResult) -> Iterator[str]:
    checked: Checked | None = result.checked
    if checked is None:
        return
    yield from checked.notices
    for crash in checked.crashes:
        yield f"{result.path}: {broke_down(crash.rule, crash.error)}"
