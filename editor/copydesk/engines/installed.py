"""Finding an engine by its name: our own, and others by entry point."""

from __future__ import annotations

from functools import lru_cache

from copydesk.engines.engine import Engine
from copydesk.engines.languagetool.options import LanguageToolOptions
from copydesk.errors import CopydeskError, nearest


@lru_cache(maxsize=8)
def engine_for(
    name: str,
    language: str,
    ignore: tuple[str, ...] = (),
    options: LanguageToolOptions | None = None,
    *,
    all_rules: bool = False,
) -> Engine:
    """Return the installed engine of that name for a language (BCP 47), without the engine rules to ignore.

    `options` are LanguageTool's; `all_rules` are also those that a copy desk leaves out. The same engine is returned
    again: making one takes long. Raises CopydeskError if there is none, or it is not set up.
    """
    if name == "harper":  # the usual case needs no look at the installed packages
        from copydesk.engines.harper import Harper

        return Harper(language, ignore, all_rules=all_rules)
    if name == "languagetool":
        from copydesk.engines.languagetool.engine import LanguageTool

        return LanguageTool(language, ignore, options or LanguageToolOptions(), all_rules=all_rules)
    if name == "both":
        from copydesk.engines.both import Both

        first, second = (
            engine_for(one, language, ignore, options, all_rules=all_rules) for one in ("harper", "languagetool")
        )
        return Both(first, second)
    from importlib.metadata import entry_points

    engines = {entry_point.name: entry_point for entry_point in entry_points(group="copydesk.engines")}
    if name not in engines:
        raise CopydeskError(f"there is no grammar engine “{name}”.{nearest(name, engines)}")
    engine: Engine = engines[name].load()(language, ignore)
    return engine
