"""The grammar engine that settings ask for."""

from __future__ import annotations

import msgspec

from copydesk.article import Article
from copydesk.check.settings import Settings
from copydesk.engines import Engine, engine_for
from copydesk.engines.remembered import Store
from copydesk.facts.variety import ENGLISH

USUAL = "en-US"  # the English of articles that do not show theirs
_WITH_LANGUAGETOOL = ("languagetool", "both")


def engine_of(settings: Settings, language: str = "", store: Store | None = None) -> Engine | None:
    """Return the engine that settings ask for, in the language of an article (theirs, if that is empty).

    What it says is kept in `store`. None if they ask for none. Raises CopydeskError if it is not set up, or may not
    be used.
    """
    name = settings.engine_used
    if not name:
        return None
    grammar = settings.grammar
    options = grammar.languagetool if name in _WITH_LANGUAGETOOL else None
    if options is not None and options.url and not settings.by_user:
        from copydesk.engines.languagetool.engine import refuse_unasked

        refuse_unasked(options)
    language = language or settings.article.language or USUAL
    return engine_for(name, language, grammar.ignore, options, all_rules=grammar.all_rules, store=store)


def language_of(article: Article, settings: Settings) -> str:
    """Return the language that an article's grammar is checked in."""
    usual = settings.article.language or USUAL
    return usual if article.language.lower() in ("", ENGLISH) else article.language


def in_language_of(article: Article, engine: Engine, settings: Settings, store: Store | None) -> Engine:
    """Return the engine itself, which speaks the settings' language, or one that speaks the article's."""
    language = language_of(article, settings)
    if language.lower() == (settings.article.language or USUAL).lower():
        return engine
    return engine_of(settings, language, store) or engine


def deeper(settings: Settings) -> Settings | None:
    """Return settings with LanguageTool for the engine, if “auto” is asked for and LanguageTool is to be had."""
    from copydesk.engines.languagetool.places import installation, is_installed
    from copydesk.errors import CopydeskError

    if settings.grammar.engine != "auto" or not settings.engine_used:
        return None
    try:
        if not is_installed() or (not settings.grammar.languagetool.url and installation() is None):
            return None
    except CopydeskError:
        return None
    return msgspec.structs.replace(settings, grammar=msgspec.structs.replace(settings.grammar, engine="languagetool"))


def stamp_of(settings: Settings) -> str:
    """Return what of the engine's installation has a say in a result, for the key of a cache."""
    if settings.engine_used not in _WITH_LANGUAGETOOL or settings.grammar.languagetool.url:
        return ""
    from copydesk.engines.languagetool.places import installation

    found = installation()
    return f"{found.jar} {found.version}" if found else ""
