"""Whether two given names can be one person's: the same, an initial of the other, or a usual short form of it."""

from __future__ import annotations


def one_given_name(one: str, other: str) -> bool:
    """Whether two given names can be one person's; of an initial the letter has to agree."""
    if one == other:
        return True
    return (is_initial(one) or is_initial(other)) and one[0] == other[0]


def is_initial(name: str) -> bool:
    """Whether a given name is but an initial or two: J, J., JK, J.K."""
    return len(name) == 1 or "." in name or (name.isupper() and len(name) == 2)
