"""What organisations are called: company, council, hospital."""

from __future__ import annotations

from functools import cache

from copydesk.text import lexicon

_KINDS = """association bank charity church club committee company cooperative council court hospital ministry museum
newspaper party police school union university"""
# Last words that one body is called by, now so, now so.
_OF_ONE_KIND = tuple(
    frozenset(kind.split())
    for kind in (
        """trust association foundation society group organisation organization charity fund alliance network
        partnership""",
        "club society association league",
        "hospital clinic infirmary centre center",
        "committee commission council board panel authority agency",
        "school academy college",
        "company council firm group corporation holdings industries trust",
    )
)
_OTHERS = frozenset("survey programme program service executive administration office institute bureau".split())


@cache
def bodies() -> frozenset[str]:
    """Return the words that names of organisations end with, in small letters."""
    return frozenset[str]().union(*map(lexicon, _KINDS.split()), *_OF_ONE_KIND, _OTHERS)


def are_of_one_kind(one: str, other: str) -> bool:
    """Whether two last words, in small letters, may be of one body's names: a trust and an association."""
    return any({one, other} <= kind for kind in _OF_ONE_KIND)
