"""A desk: rules, engine and settings, made ready once and asked about many articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.article import Article, PartCache, Source, read
from copydesk.check.check import Crash, check
from copydesk.check.grammar import PACK, grammar_findings
from copydesk.check.settings import Settings
from copydesk.check.settings_file import BadSettings, filled_options
from copydesk.check.stets import divide, stets_about
from copydesk.engines import Engine, engine_named
from copydesk.errors import CopydeskError, nearest
from copydesk.rules import Finding, House, Rule


@dataclass(frozen=True)
class Checked:
    """What a desk says of one article: findings in the order of the text, and those an editor let stand.

    `trial` are findings of rules on probation, for statistics only; `notices` lines about the check rather than
    the copy; `crashes` rules that broke down on it.
    """

    article: Article
    findings: tuple[Finding, ...]
    stetted: tuple[Finding, ...] = ()
    trial: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    crashes: tuple[Crash, ...] = ()


class Desk:
    """Makes rules and engine ready for one set of settings.

    Raises CopydeskError where settings, house rules or plugins leave nothing to check with.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.notices: list[str] = []
        self.engine = self._engine()  # first: it gets ready on a thread of its own meanwhile
        self.rules = self._rules()
        self._cache = PartCache()

    def _engine(self) -> Engine | None:
        grammar = self.settings.grammar
        if grammar.engine == "off" or not self.settings.wants(PACK):
            return None
        engine = engine_named(grammar.engine, self.settings.article.language, grammar.ignore)
        engine.start()
        return engine

    def _rules(self) -> list[Rule]:
        from copydesk.rules.loading import installed_packs, installed_rules

        classes, broken = installed_rules(self.settings.wants)
        self.notices += map(str, broken)
        house = House(names=self.settings.names)
        rules: list[Rule] = [
            rule(filled_options(self.settings, rule.name, rule.options), house) for rule in classes
        ] + self._house_rules()
        if broken and not rules:
            raise CopydeskError(f"nothing to check with: {broken[0]}")
        self._refuse_unknown_names({rule.name for rule in rules}, installed_packs())
        return [rule for rule in rules if self.settings.wants(rule.name)]

    def _house_rules(self) -> list[Rule]:
        path = self.settings.styles_path
        if path is None or not self.settings.styles.use:
            return []
        from copydesk.rules.house import load_styles

        rules, notices = load_styles(path, self.settings.styles.use)
        self.notices += notices
        return rules

    def _refuse_unknown_names(self, rules: set[str], packs: set[str]) -> None:
        """Raise BadSettings if the settings name a pack or rule that does not exist.

        Rules of a pack that nobody wants were not loaded, and an engine's own rules are not ours to know:
        of those only the pack is looked at.
        """
        packs = packs | set(self.settings.styles.use) | {PACK}
        loaded = {rule.partition(".")[0] for rule in rules} - {PACK}
        for name in self._names_in_settings():
            pack = name.partition(".")[0]
            if name in rules or (pack in packs and (name == pack or pack not in loaded)):
                continue
            where = f"{self.settings.file}: " if self.settings.file else ""
            raise BadSettings(f"{where}there is no rule or pack “{name}”.{nearest(name, rules | packs)}")

    def _names_in_settings(self) -> Iterator[str]:
        settings = self.settings
        yield from (*settings.select, *settings.ignore, *settings.options, *settings.severity)
        for override in settings.overrides:
            yield from (*override.ignore, *override.severity)

    def check(self, article: Article) -> Checked:
        """Check one article, its stets applied. Raises CopydeskError where its stet file is broken."""
        path = Path(article.source.name)
        settings = self.settings.for_article(path, article.genre)
        remarks = self.engine.check(article.parts) if self.engine else [()] * len(article.parts)
        outcome = check(article, grammar_findings(article, remarks), self.rules, settings)
        remaining, stetted, unused = divide(article.text, outcome.findings, stets_about(path))
        notices = [
            f"{kept.path}: this stet no longer matches one place: {kept.stet}"
            for kept in unused
            if kept.stet.file and settings.wants(kept.stet.rule)
        ]
        return Checked(article, tuple(remaining), tuple(stetted), outcome.trial, tuple(notices), outcome.crashes)

    def check_source(self, source: Source) -> Checked:
        """Read and check one source. Raises CopydeskError where it cannot be read."""
        article = read(source, language=self.settings.article.language, genre=self.settings.article.genre)
        return self.check(Article(source, article.parts, article.date, article.language, article.genre, self._cache))
