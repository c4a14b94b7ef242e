"""Patterns that are compiled when they are first used.

An article touches perhaps a third of some two hundred patterns that rules and facts keep ready; compiling them all
takes longer than checking a short article.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Lazy:
    """Stands for a compiled pattern. After the first use its methods are the pattern's own, and cost as much."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._pattern, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, but compile it only when it is first used."""
    return cast("re.Pattern[str]", _Lazy(text, flags))
