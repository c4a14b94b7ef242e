"""A desk: rules, engine and settings, made ready once and asked about many articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize

import msgspec

from copydesk import patterns
from copydesk.article import Article, PartCache, Source
from copydesk.check.check import check
from copydesk.check.dictionary import dictionary_for
from copydesk.check.engine import engine_of, in_language_of, language_of
from copydesk.check.outcome import Checked, Crash, Outcome, read_article, settings_for, with_stets
from copydesk.check.settings import GRAMMAR, Settings, covers
from copydesk.check.settings_file import BadSettings, filled_options
from copydesk.engines import Engine
from copydesk.engines.remembered import Store
from copydesk.errors import CopydeskError, broken_down, in_a_line, nearest
from copydesk.rules import Finding, House, Rule

if TYPE_CHECKING:
    from copydesk.rules.loading import Broken


class Desk:
    """Makes rules and engine ready for one set of settings. What the engine says is kept in `store`.

    Raises CopydeskError where settings, house rules or plugins leave nothing to check with.
    """

    def __init__(self, settings: Settings, store: Store | None = None) -> None:
        self.settings = settings
        self.store = store
        self.notices: list[str] = []
        self.unchecked: list[str] = []  # those of the notices that say which rules are left out
        self.engine = self._engine()  # first: it gets ready on a thread of its own meanwhile
        self._refuse_bad_units()
        self.gone: Mapping[str, str] = {}  # rules that ended a process which asked them, and how
        self._broken: list[Broken] = []
        self.rules = self._rules()
        patterns.keep()
        self._cache = PartCache()

    def _engine(self) -> Engine | None:
        engine = engine_of(self.settings, "", self.store)
        if engine is not None:
            engine.start()
            dictionary_for(self.settings)  # one that is missing is said before anything is checked
        return engine

    def _refuse_bad_units(self) -> None:
        """Raise BadSettings if there is a unit in `[units]` that cannot be used."""
        if not self.settings.units:
            return
        from copydesk.facts.quantities.house import BadUnit, forms_with

        try:
            forms_with(tuple(self.settings.units.items()))
        except BadUnit as error:
            raise BadSettings(f"{self.settings.file}: [units] {error}") from None

    def _rules(self) -> list[Rule]:
        rules = [*self._installed_rules(), *self._house_rules()]
        if self._broken and not rules:
            raise CopydeskError(f"nothing to check with: {self._broken[0]}")
        self._refuse_unknown_names({rule.name for rule in rules})
        return [
            rule
            for rule in rules
            if self.settings.wants(rule.name) and (rule.on or self.settings.asks_for(rule.name))
        ]

    def _installed_rules(self) -> Iterator[Rule]:
        from copydesk.rules.loading import Broken, called, installed_rules

        house = House(names=_composed(self.settings.names))
        classes, self._broken = installed_rules(self._is_looked_into)
        for rule in classes:
            try:
                yield rule(filled_options(self.settings, rule.name, rule.options), house)
            except CopydeskError:
                raise
            except Exception as error:  # what a plugin does where it is made must not stop the others
                self._broken.append(Broken(f"the module {rule.__module__}", in_a_line(error), rule=called(rule)))
        self._leave_out(map(str, self._broken))

    def _leave_out(self, lines: Iterable[str]) -> None:
        found = list(lines)
        self.notices += found
        self.unchecked += found

    def _is_looked_into(self, pack: str) -> bool:
        """Whether the rules under an entry point are imported: they are wanted, or one is named.

        A pack that no entry point is named for may be under any of them.
        """
        named = {name.partition(".")[0] for name in self._chosen if "." in name}
        return self.settings.wants(pack) or pack in named or not self._packs.issuperset(self._chosen_packs)

    @cached_property
    def _packs(self) -> set[str]:
        """The packs that are known before any rule is imported."""
        from copydesk.rules.loading import installed_packs

        return installed_packs() | {GRAMMAR, *self.settings.styles.use}

    @property
    def _chosen(self) -> tuple[str, ...]:
        return (*self.settings.select, *self.settings.extend_select, *self.settings.ignore)

    @property
    def _chosen_packs(self) -> set[str]:
        return {name.partition(".")[0] for name in self._chosen}

    def _house_rules(self) -> list[Rule]:
        path = self.settings.styles_path
        if not self.settings.styles.use:
            return []
        if path is None:
            self._leave_out([f"{self.settings.file}: [styles] names packs and no “path”; add the folder they are in"])
            return []
        from copydesk.rules.house import load_styles

        found: list[Rule] = []
        for pack in dict.fromkeys(self.settings.styles.use):
            try:
                rules, notices = load_styles(path, [pack])
            except CopydeskError as error:  # the other packs have their say
                self._leave_out([f"the pack “{pack}” was left out: {error}"])
                continue
            found += rules
            if rules:
                self.notices += notices
            else:  # an empty pack is more likely a checkout that lacks it than somebody's wish
                self._leave_out(notices)
        return found

    def _refuse_unknown_names(self, rules: set[str]) -> None:
        """Raise BadSettings if the settings name a pack or rule that does not exist.

        Rules of a pack that nobody wants, or that is broken, were not loaded: of those only the pack is looked at.
        """
        own = {GRAMMAR, *self.settings.styles.use}
        broken = {one.pack for one in self._broken}
        for name in self._names_in_settings():
            pack = name.partition(".")[0]
            if name in own or any(covers(name, rule) for rule in rules):
                continue
            if pack == GRAMMAR and self._may_be_the_engines(name.removeprefix(f"{GRAMMAR}.")):
                continue
            if pack in broken or (pack in self._packs - own and not self._is_looked_into(pack)):
                continue
            where = f"{self.settings.file}: " if self.settings.file else ""
            known = rules | {rule.partition(".")[0] for rule in rules} | self._packs
            raise BadSettings(f"{where}there is no rule or pack “{name}”.{nearest(name, known)}")

    def _may_be_the_engines(self, rule: str) -> bool:
        """Whether an engine may have a rule of that name. All in capitals are LanguageTool's, which has no list."""
        from copydesk.check.grammar import SPACING

        if self.engine is None or rule.isupper() or f"{GRAMMAR}.{rule}" == SPACING:
            return True
        known: frozenset[str] = getattr(self.engine, "rules", frozenset)()
        return not known or rule in known

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
        """Return what rules and engine say of an article, whatever an editor has let stand. Raises BrokenDown."""
        with broken_down():
            return self._outcome(article)

    def _outcome(self, article: Article) -> Outcome:
        grammar = GrammarCheck(self.engine, self.settings, self.store)
        outcome = check(
            article, grammar.findings(article), self.rules, settings_for(self.settings, article), gone=self.gone
        )
        notices = (*self.notices, *grammar.notices, *outcome.notices)
        unchecked = (*self.unchecked, *grammar.unchecked, *outcome.unchecked)
        crashes = (*outcome.crashes, *grammar.crashes)
        if not (notices or crashes):
            return outcome
        return msgspec.structs.replace(outcome, notices=notices, unchecked=unchecked, crashes=crashes)

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
        self.unchecked: tuple[str, ...] = ()
        self.crashes: tuple[Crash, ...] = ()

    def findings(self, article: Article) -> Iterator[Finding]:
        """Yield the engine's findings. A generator: the rules run while it is still getting ready on its thread."""
        if self._engine is None:
            return
        from copydesk.check.grammar import grammar_findings
        from copydesk.engines.language import is_english
        from copydesk.engines.taken import how_many, most_unknown_of, too_much

        settings = self._settings
        try:
            engine = self._engine
            language = language_of(article, settings)
            engine = in_language_of(article, engine, settings, self._store)
            if not engine.speaks(language):
                self.notices = (f"grammar was not checked where the article's language is “{language}”",)
                return
            if language.lower().startswith("en") and not is_english(article.parts):
                self.notices = ("grammar was not checked where the article does not read as English",)
                return
            most_unknown = most_unknown_of(engine)
            given = article.parts[: how_many(article.parts, most_unknown)]
            rest = article.parts[len(given) :]
            remarks = [*engine.check(given), *(() for _ in rest)]
            self.notices = engine.notices(given)
            if rest:
                line, _ = article.source.locate(rest[0].span.start)
                where, why = f"{article.source.name}:{line}", too_much(most_unknown)
                self.unchecked = (f"{where}: grammar was not checked from here on: {why}",)
                self.notices += self.unchecked
        except CopydeskError as error:  # this article's trouble, or the server's: the rules have their say
            self.crashes = (Crash(GRAMMAR, str(error)),)
            return
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a panic in Rust is no Exception
            self.crashes = (Crash(GRAMMAR, in_a_line(error)),)
            return
        yield from grammar_findings(article, remarks, dictionary_for(settings), all_rules=settings.grammar.all_rules)


def _composed(names: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return a style sheet in the form of Unicode in which prose is read."""
    return {normalize("NFC", name): [normalize("NFC", form) for form in forms] for name, forms in names.items()}
