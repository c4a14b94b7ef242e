"""A desk: rules, engine and settings, made ready once and asked about many articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from copydesk.article import Article, PartCache, Source, read
from copydesk.check.check import Crash, check
from copydesk.check.grammar import PACK, grammar_findings
from copydesk.check.settings import BadSettings, Settings, filled_options
from copydesk.check.stets import divide, stets_about
from copydesk.engines import Engine, engine_named
from copydesk.errors import CopydeskError, nearest
from copydesk.rules import Finding, House, Rule


@dataclass(frozen=True)
class Checked:
    """What a desk says of one article: findings in the order of the text, and those an editor let stand.

    `notices` are lines about the check rather than the copy; `crashes` rules that broke down on it.
    """

    article: Article
    findings: tuple[Finding, ...]
    stetted: tuple[Finding, ...] = ()
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
        for name in (*self.settings.select, *self.settings.ignore, *self.settings.options):
            pack = name.partition(".")[0]
            if name in rules or (pack in packs and (name == pack or pack not in loaded)):
                continue
            where = f"{self.settings.file}: " if self.settings.file else ""
            raise BadSettings(f"{where}there is no rule or pack “{name}”.{nearest(name, rules | packs)}")

    def check(self, article: Article) -> Checked:
        """Check one article, its stets applied. Raises CopydeskError where its stet file is broken."""
        from_engine: list[Finding] = []
        if self.engine is not None:
            remarks = self.engine.check(article.parts)
            from_engine = [
                finding for finding in grammar_findings(article, remarks) if self.settings.wants(finding.rule)
            ]
        findings, crashes = check(article, from_engine, self.rules, self.settings)
        remaining, stetted, unused = divide(article.text, findings, stets_about(Path(article.source.name)))
        notices = [
            f"{kept.path}: this stet no longer matches one place: {kept.stet}"
            for kept in unused
            if kept.stet.file and self.settings.wants(kept.stet.rule)
        ]
        return Checked(article, tuple(remaining), tuple(stetted), tuple(notices), tuple(crashes))

    def check_source(self, source: Source) -> Checked:
        """Read and check one source. Raises CopydeskError where it cannot be read."""
        article = read(source, language=self.settings.article.language, genre=self.settings.article.genre)
        return self.check(Article(source, article.parts, article.date, article.language, article.genre, self._cache))
