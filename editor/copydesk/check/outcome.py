"""What rules and engine say of an article, and what remains of it when stets are applied."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from copydesk.article import Article, Source, read
from copydesk.check.settings import Settings
from copydesk.check.stets import divide, stets_about
from copydesk.rules import Finding


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that raised: its name, and what it raised, in one line."""

    rule: str
    error: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What rules and engine say, in the order of the text; `trial` is what rules on probation say."""

    findings: tuple[Finding, ...]
    trial: tuple[Finding, ...] = ()
    crashes: tuple[Crash, ...] = ()


@dataclass(frozen=True)
class Checked:
    """What is said of one article: findings in the order of the text, and those an editor let stand.

    `trial` are findings of rules on probation, for statistics only; `notices` lines about the check rather than
    the copy; `crashes` rules that broke down on it.
    """

    article: Article
    findings: tuple[Finding, ...]
    stetted: tuple[Finding, ...] = ()
    trial: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    crashes: tuple[Crash, ...] = ()


def read_article(source: Source, settings: Settings) -> Article:
    """Return the article in a source, with the settings' language and genre where it does not say.

    Raises UnreadableSource where there is none.
    """
    return read(source, language=settings.article.language, genre=settings.article.genre)


def settings_for(settings: Settings, article: Article) -> Settings:
    """Return the settings with the overrides that hold for an article."""
    return settings.for_article(Path(article.source.name), article.genre)


def with_stets(article: Article, outcome: Outcome, settings: Settings, baseline: Path | None = None) -> Checked:
    """Return an outcome without the findings that an editor let stand, or that a baseline holds.

    Raises CopydeskError where a stet file beside or above the article, or the baseline, is broken.
    """
    chosen = settings_for(settings, article)
    stets = stets_about(Path(article.source.name), baseline)
    remaining, stetted, unused = divide(article.text, outcome.findings, stets)
    notices = [
        f"{kept.path}: this stet no longer matches one place: {kept.stet}"
        for kept in unused
        if kept.stet.file and chosen.wants(kept.stet.rule)
    ]
    return Checked(article, tuple(remaining), tuple(stetted), outcome.trial, tuple(notices), outcome.crashes)
