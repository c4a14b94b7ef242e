"""What rules and engine say of an article, and what remains of it when stets are applied."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from copydesk.article import Article, Source, read
from copydesk.check.inline import Useless, silenced
from copydesk.check.one_fault import told_once
from copydesk.check.settings import GRAMMAR, Settings, covers
from copydesk.check.stets import Kept, matched, stets_about, stets_in
from copydesk.errors import broken_down
from copydesk.rules import Finding


class Crash(msgspec.Struct, frozen=True):
    """A rule that raised: its name, and what it raised, in one line."""

    rule: str
    error: str


class Outcome(msgspec.Struct, frozen=True):
    """What rules and engine say, in the order of the text; `trial` is what rules on probation say."""

    findings: tuple[Finding, ...]
    trial: tuple[Finding, ...] = ()
    crashes: tuple[Crash, ...] = ()
    notices: tuple[str, ...] = ()  # what is wrong with rules or plugins, or was left out of the findings
    unchecked: tuple[str, ...] = ()  # those of the notices that say what was not checked

    @property
    def is_whole(self) -> bool:
        """Whether all was checked that was to be."""
        return not (self.crashes or self.unchecked)


class Unused(msgspec.Struct, frozen=True):
    """A stet that silences nothing: a comment in the copy, or an entry in a file. `notice` says so in a line."""

    notice: str
    rule: str  # or pack; empty: every rule
    comment: Useless | None = None
    entry: Kept | None = None


@dataclass(frozen=True)
class Checked:
    """What is said of one article: findings in the order of the text, and those an editor let stand.

    `trial` are findings of rules on probation, for statistics only; `unused` stets that silence none; `notices` lines
    about the check rather than the copy; `crashes` rules that broke down on it; `unchecked` lines on what else was
    not checked.
    """

    article: Article
    findings: tuple[Finding, ...]
    stetted: tuple[Finding, ...] = ()
    trial: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    crashes: tuple[Crash, ...] = ()
    unused: tuple[Unused, ...] = ()
    unchecked: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all was checked that was to be."""
        return not (self.crashes or self.unchecked)

    def with_findings(self, findings: tuple[Finding, ...]) -> Checked:
        """Return the same with other findings."""
        return replace(self, findings=findings)


def read_article(source: Source, settings: Settings) -> Article:
    """Return the article in a source, with the settings' units, and their language and genre where it does not say.

    Where neither says which English it is in, its words do. Raises UnreadableSource where there is no article, and
    BrokenDown where it cannot be read for a fault of ours.
    """
    from copydesk.facts.variety import ENGLISH, variety

    with broken_down():
        article = read(source, language=settings.article.language or ENGLISH, genre=settings.article.genre)
        language = variety(article.parts) if article.language.lower() == ENGLISH else article.language
    if language == article.language and not settings.units:
        return article
    return replace(article, language=language, units=tuple(settings.units.items()))


def settings_for(settings: Settings, article: Article) -> Settings:
    """Return the settings with the overrides that hold for an article."""
    return settings.for_article(Path(article.source.name), article.genre)


def with_stets(
    article: Article,
    outcome: Outcome,
    settings: Settings,
    baseline: Path | None = None,
    *,
    all_asked: Callable[[str], bool] = lambda rule: True,
) -> Checked:
    """Return an outcome without the findings that an editor let stand, or that a baseline holds, one for each fault.

    `all_asked` says whether every rule was asked that the settings have under a name; only then can a stet for it be
    said to be unused. Raises CopydeskError where a stet file beside or above the article, or the baseline, is broken.
    """
    shown = len(outcome.findings)
    found = (*outcome.findings, *outcome.trial)
    in_copy, useless = silenced(article, found)
    in_files, spare = matched(article.text, found, stets_about(Path(article.source.name)))
    of_before, _ = matched(article.text, found, stets_in(baseline, Path(article.source.name)) if baseline else [])
    let_stand = in_copy | in_files | of_before
    unused = (*_unused_comments(article, useless), *map(_unused_entry, spare))
    judged = _Judged(outcome, settings_for(settings, article), all_asked)
    unused = tuple(one for one in unused if judged(one))
    return Checked(
        article,
        findings=told_once(
            article.text,
            (finding for index, finding in enumerate(found[:shown]) if index not in let_stand),
            settings.styles.use,
        ),
        stetted=tuple(found[index] for index in sorted(let_stand) if index < shown),
        trial=tuple(finding for index, finding in enumerate(found[shown:], shown) if index not in let_stand),
        notices=tuple(dict.fromkeys((*article.notices, *(one.notice for one in unused)))),
        crashes=outcome.crashes,
        unused=unused,
        unchecked=tuple(dict.fromkeys((*article.unchecked, *outcome.unchecked))),
    )


class _Judged:
    """Whether a stet can be said to be unused: the rules that it is about ran, all of them and to the end."""

    def __init__(self, outcome: Outcome, settings: Settings, all_asked: Callable[[str], bool]) -> None:
        self._has_gaps = bool(outcome.unchecked)
        self._crashed = [crash.rule for crash in outcome.crashes]
        self._settings = settings
        self._all_asked = all_asked

    def __call__(self, unused: Unused) -> bool:
        rule = unused.rule
        if self._has_gaps:
            return False  # it may be for a rule that was left out, or for copy that was not read
        if unused.entry is not None and not unused.entry.stet.file:
            return False  # it may be for another file
        if not self._all_asked(rule) or any(not rule or covers(rule, crashed) for crashed in self._crashed):
            return False
        if rule and covers(GRAMMAR, rule) and not self._settings.engine_used:
            return False
        return not rule or self._settings.wants(rule)


def _unused_comments(article: Article, useless: Sequence[Useless]) -> Iterator[Unused]:
    for one in useless:
        line, _ = article.source.locate(one.comment.span.start)
        of = f" of {one.name}" if one.name else ""
        yield Unused(f"{article.source.name}:{line}: this stet silences nothing{of}", one.name, comment=one)


def _unused_entry(kept: Kept) -> Unused:
    return Unused(f"{kept.path}: this stet no longer matches one place: {kept.stet}", kept.stet.rule, entry=kept)
