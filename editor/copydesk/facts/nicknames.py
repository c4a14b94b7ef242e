"""Given names that can be one person's: Mike is Michael, but Mark is not Mike."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from copydesk.text.tables import table


def may_be_one(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal, short for each other, or one the beginning of the other."""
    one, other = one.lower(), other.lower()
    return one.startswith(other) or other.startswith(one) or other in _alike().get(one, ())


def short_for(name: str) -> frozenset[str]:
    """Return the given names, in lower case, that a name may be short for, or that are short for it."""
    return _alike().get(name.lower(), frozenset())


def is_initial(name: str) -> bool:
    """Whether a given name is but an initial or two: J, J., JK, J.K."""
    return len(name) == 1 or "." in name or (name.isupper() and len(name) == 2)


@cache
def _alike() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in table("nicknames")["given_names"]["groups"].splitlines():
        group = line.split()
        for name in group:
            found[name].update(group)
    return {name: frozenset(group) for name, group in found.items()}
