"""Finding an engine by its name: our own, and others by entry point."""

from __future__ import annotations

from functools import lru_cache

from copydesk.engines.engine import Engine
from copydesk.errors import CopydeskError, nearest


@lru_cache(maxsize=8)
def engine_for(name: str, language: str, ignore: tuple[str, ...] = ()) -> Engine:
    """Return the installed engine of that name for a language (BCP 47), without the engine rules to ignore.

    The same is returned again: making one takes long. Raises CopydeskError if there is none.
    """
    if name == "harper":  # the usual case needs no look at the installed packages
        from copydesk.engines.harper import Harper

        return Harper(language, ignore)
    from importlib.metadata import entry_points

    engines = {entry_point.name: entry_point for entry_point in entry_points(group="copydesk.engines")}
    if name not in engines:
        raise CopydeskError(f"there is no grammar engine “{name}”.{nearest(name, engines)}")
    engine: Engine = engines[name].load()(language, ignore)
    return engine
