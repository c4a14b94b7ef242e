"""A desk: rules, engine and settings, made ready once and asked about many articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from copydesk import patterns
from copydesk.article import Article, PartCache, Source
from copydesk.check.check import check
from copydesk.check.dictionary import dictionary_for
from copydesk.check.engine import engine_of
from copydesk.check.outcome import Checked, Crash, Outcome, read_article, settings_for, with_stets
from copydesk.check.settings import GRAMMAR, Settings, covers
from copydesk.check.settings_file import BadSettings, filled_options
from copydesk.engines import Engine
from copydesk.engines.remembered import Store
from copydesk.errors import CopydeskError, nearest
from copydesk.rules import Finding, House, Rule


class Desk:
    """Makes rules and engine ready for one set of settings. What the engine says is kept in `store`.

    Raises CopydeskError where settings, house rules or plugins leave nothing to check with.
    """

    def __init__(self, settings: Settings, store: Store | None = None) -> None:
        self.settings = settings
        self.store = store
        self.notices: list[str] = []
        self.engine = self._engine()  # first: it gets ready on a thread of its own meanwhile
        self.rules = self._rules()
        patterns.keep()
        self._cache = PartCache()

    def _engine(self) -> Engine | None:
        engine = engine_of(self.settings, "", self.store)
        if engine is not None:
            engine.start()
            dictionary_for(self.settings)  # one that is missing is said before anything is checked
        return engine

    def _rules(self) -> list[Rule]:
        from copydesk.rules.loading import installed_rules

        classes, broken = installed_rules(self.settings.wants)
        self.notices += map(str, broken)
        house = House(names=self.settings.names)
        rules: list[Rule] = [
            rule(filled_options(self.settings, rule.name, rule.options), house) for rule in classes
        ] + self._house_rules()
        if broken and not rules:
            raise CopydeskError(f"nothing to check with: {broken[0]}")
        self._refuse_unknown_names({rule.name for rule in rules})
        return [
            rule
            for rule in rules
            if self.settings.wants(rule.name) and (rule.on or self.settings.asks_for(rule.name))
        ]

    def _house_rules(self) -> list[Rule]:
        path = self.settings.styles_path
        if path is None or not self.settings.styles.use:
            return []
        from copydesk.rules.house import load_styles

        rules, notices = load_styles(path, self.settings.styles.use)
        self.notices += notices
        return rules

    def _refuse_unknown_names(self, rules: set[str]) -> None:
        """Raise BadSettings if the settings name a pack or rule that does not exist.

        Rules of a pack that nobody wants were not loaded, and an engine's own rules are not ours to know:
        of those only the pack is looked at.
        """
        own = {GRAMMAR, *self.settings.styles.use}
        names = [name for name in self._names_in_settings() if name not in own]
        if not names:
            return
        from copydesk.rules.loading import installed_packs

        packs = installed_packs() | own
        loaded = {rule.partition(".")[0] for rule in rules} - {GRAMMAR}
        for name in names:
            pack = name.partition(".")[0]
            if name in rules or (pack in packs and (name == pack or pack not in loaded)):
                continue
            where = f"{self.settings.file}: " if self.settings.file else ""
            raise BadSettings(f"{where}there is no rule or pack “{name}”.{nearest(name, rules | packs)}")

    def _names_in_settings(self) -> Iterator[str]:
        settings = self.settings
        yield from (
            *settings.select,
            *settings.extend_select,
            *settings.ignore,
            *settings.options,
            *settings.severity,
        )
        for override in settings.overrides:
            yield from (*override.ignore, *override.severity)

    def read(self, source: Source) -> Article:
        """Return the article in a source. Raises UnreadableSource where there is none."""
        return self.own(read_article(source, self.settings))

    def own(self, article: Article) -> Article:
        """Return the article with this desk's memory of parts that it saw before."""
        return replace(article, cache=self._cache)

    def outcome(self, article: Article) -> Outcome:
        """Return what rules and engine say of an article, whatever an editor has let stand."""
        grammar = GrammarCheck(self.engine, self.settings, self.store)
        outcome = check(article, grammar.findings(article), self.rules, settings_for(self.settings, article))
        notices = (*self.notices, *grammar.notices, *outcome.notices)
        crashes = (*outcome.crashes, *grammar.crashes)
        return msgspec.structs.replace(outcome, notices=notices, crashes=crashes) if notices or crashes else outcome

    def has(self, name: str) -> bool:
        """Whether a rule of that name, or any of that pack (of an empty one: any at all), is there to be asked."""
        if self.engine is not None and covers(GRAMMAR, name):
            return True
        return not name or any(covers(name, rule.name) for rule in self.rules)

    def check(self, article: Article) -> Checked:
        """Check one article, its stets applied. Raises CopydeskError where its stet file is broken."""
        outcome = self.outcome(article)
        checked = with_stets(article, outcome, self.settings)
        return replace(checked, notices=(*outcome.notices, *checked.notices))

    def check_source(self, source: Source) -> Checked:
        """Read and check one source. Raises CopydeskError where it cannot be read."""
        return self.check(self.read(source))


class GrammarCheck:
    """The engine's part in one check; `notices` and `crashes` are there once the findings were asked for."""

    def __init__(self, engine: Engine | None, settings: Settings, store: Store | None) -> None:
        self._engine = engine
        self._settings = settings
        self._store = store
        self.notices: tuple[str, ...] = ()
        self.crashes: tuple[Crash, ...] = ()

    def findings(self, article: Article) -> Iterator[Finding]:
        """Yield the engine's findings. A generator: the rules run while it is still getting ready on its thread."""
        if self._engine is None:
            return
        from copydesk.check.grammar import grammar_findings
        from copydesk.engines.language import is_english

        settings = self._settings
        try:
            engine = self._engine
            if article.language.lower() != settings.article.language.lower():
                engine = engine_of(settings, article.language, self._store) or engine
            language = article.language or settings.article.language
            if not engine.speaks(language):
                self.notices = (f"grammar was not checked where the article's language is “{language}”",)
                return
            if language.lower().startswith("en") and not is_english(article.parts):
                self.notices = ("grammar was not checked where the article does not read as English",)
                return
            remarks = engine.check(article.parts)
            self.notices = engine.notices(article.parts)
        except CopydeskError as error:  # this article's trouble, or the server's: the rules have their say
            self.crashes = (Crash(GRAMMAR, str(error)),)
            return
        yield from grammar_findings(article, remarks, dictionary_for(settings), all_rules=settings.grammar.all_rules)
