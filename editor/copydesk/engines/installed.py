"""Finding an engine by its name: our own, and others by entry point."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from copydesk.engines.engine import Engine
from copydesk.engines.languagetool.options import LanguageToolOptions
from copydesk.engines.remembered import Remembered, Store
from copydesk.errors import CopydeskError, nearest


@lru_cache(maxsize=8)
def engine_for(
    name: str,
    language: str,
    ignore: tuple[str, ...] = (),
    options: LanguageToolOptions | None = None,
    *,
    all_rules: bool = False,
    store: Store | None = None,
) -> Engine:
    """Return the installed engine of that name for a language (BCP 47), without the engine rules to ignore.

    `options` are LanguageTool's; `all_rules` are also those that a copy desk leaves out; what it says is kept in
    `store`. The same engine is returned again: making one takes long. Raises CopydeskError if there is none, or it is
    not set up.
    """
    if name == "both":
        from copydesk.engines.both import Both

        first, second = (
            engine_for(one, language, ignore, options, all_rules=all_rules, store=store)
            for one in ("harper", "languagetool")
        )
        return Both(first, second)
    stamp = [name, language, *ignore, str(all_rules)]
    if name == "languagetool":
        from copydesk.engines.languagetool.engine import LanguageTool

        options = options or LanguageToolOptions()
        deep = LanguageTool(language, ignore, options, all_rules=all_rules)
        return Remembered(deep, "\0".join((*stamp, repr(options), deep.version)), store)
    if name == "harper":  # the usual case needs no look at the installed packages
        from copydesk.engines.harper import Harper

        engine: Engine = Harper(language, ignore, all_rules=all_rules)
    else:
        engine = _other(name)(language, ignore)
    return Remembered(engine, "\0".join(stamp), store)


def _other(name: str) -> Callable[[str, tuple[str, ...]], Engine]:
    """Return what makes the engine that another package has under a name."""
    from importlib.metadata import entry_points

    engines = {entry_point.name: entry_point for entry_point in entry_points(group="copydesk.engines")}
    if name not in engines:
        raise CopydeskError(f"there is no grammar engine “{name}”.{nearest(name, engines)}")
    made: Callable[[str, tuple[str, ...]], Engine] = engines[name].load()
    return made
