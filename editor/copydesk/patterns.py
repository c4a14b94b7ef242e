"""Patterns that are compiled when they are first used, and kept compiled from run to run.

An article touches perhaps a third of some six hundred patterns that rules and facts keep ready; compiling them takes
longer than checking a short article. What `re` makes of a pattern is a row of numbers: they are kept where Python
keeps what it makes of this module, in `__pycache__`, and on the same terms. Nothing is written where
PYTHONDONTWRITEBYTECODE is set or the folder cannot be written, and nothing read that another Python wrote.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast
from weakref import ref

try:  # how `re` makes its numbers, and a pattern of them, is its own affair: where it is not so, nothing is kept
    from _sre import compile as _of_numbers  # type: ignore[import-not-found]
    from re._compiler import _code  # type: ignore[import-not-found]
    from re._parser import parse as _parse  # type: ignore[import-not-found]
except ImportError:
    _of_numbers = None

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_MOST = 2_000  # patterns kept; with more, those go that no rule has any longer


class _Numbers(NamedTuple):
    """What `re` makes of a pattern."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


class _Lazy:
    """Stands for a compiled pattern. After the first use its methods are the pattern's own, and cost as much."""

    def __init__(self, text: str, flags: int) -> None:
        self.key = (text, int(flags))

    def __getattr__(self, name: str) -> Any:
        compiled = _compiled(*self.key)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def _compiled(text: str, flags: int) -> re.Pattern[str]:
    kept = _kept().get((text, flags))
    if kept is not None:
        with suppress(Exception):  # whatever is wrong with what was kept, the pattern itself is at hand
            return _revived(text, _Numbers(*kept))
    return re.compile(text, flags)


_made: list[ref[_Lazy]] = []


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, but compile it only when it is first used, or not at all where it is kept."""
    made = _Lazy(text, flags)
    _made.append(ref(made))
    return cast("re.Pattern[str]", made)


def keep() -> None:
    """Keep the patterns there are, those that were not used yet too, unless all are kept already.

    That takes a fifth of a second, once; it is for when the rules were imported.
    """
    path = _file()
    if path is None or sys.dont_write_bytecode or not os.access(path.parent, os.W_OK):
        return
    kept = _kept()
    there = {made.key for one in _made if (made := one())}
    new = there - kept.keys()
    if not new:
        return
    if len(kept) + len(new) > _MOST:
        kept = {key: kept[key] for key in there & kept.keys()}
    data = marshal.dumps((sys.version, kept | {key: tuple(_numbers(*key)) for key in new}))
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        beside.write_bytes(data)
        beside.replace(path)  # at once: another process may be reading
        _kept.cache_clear()


@cache
def _kept() -> dict[tuple[str, int], tuple[Any, ...]]:
    """Return the numbers of the patterns that are kept, by text and flags."""
    path = _file()
    with suppress(OSError, ValueError, EOFError, TypeError):
        version, kept = marshal.loads(path.read_bytes() if path else b"")
        if version == sys.version:
            return cast("dict[tuple[str, int], tuple[Any, ...]]", kept)
    return {}


def _file() -> Path | None:
    """Return where patterns are kept, beside this module's bytecode; None where there is none, or no use for it."""
    cached = __spec__.cached if __spec__ else None
    return Path(cached).with_suffix(".patterns") if cached and _of_numbers else None


def _numbers(text: str, flags: int) -> _Numbers:
    tree = _parse(text, flags)
    state = tree.state
    return _Numbers(flags | state.flags, array("I", _code(tree, flags)).tobytes(), state.groups - 1, state.groupdict)


def _revived(text: str, kept: _Numbers) -> re.Pattern[str]:
    numbered: list[str | None] = [None] * (kept.groups + 1)
    for name, number in kept.names.items():
        numbered[number] = name
    code = array("I", kept.code).tolist()
    made: re.Pattern[str] = _of_numbers(text, kept.flags, code, kept.groups, kept.names, tuple(numbered))
    return made
