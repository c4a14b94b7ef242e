"""Whether one figure is another with a slip of the keys: a digit changed, or two neighbours swapped.

Such slips are the commonest in printed figures, and a right value that is but a slip from the stated one is evidence
that the stated one is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations


def is_slip(stated: int, right: int) -> bool:
    """Whether two whole numbers of as many digits, at least two, differ by one digit or by two neighbours swapped."""
    one, other = str(stated), str(right)
    if stated == right or len(one) != len(other) or len(one) < 2:
        return False
    return len(_places(one, other)) == 1 or _are_swapped(one, other)


def are_swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two values of one size have two neighbouring digits swapped: 46 and 64, 13.4 and 14.3 million."""
    if one.adjusted() != other.adjusted() or one < 0 or other < 0:
        return False
    return _are_swapped(*_aligned(one, other))


def any_swapped(values: Iterable[Decimal]) -> bool:
    """Whether any two of some values have two neighbouring digits swapped: a quick look at many."""
    alike: dict[tuple[int, str], list[Decimal]] = {}
    for value in set(values):
        digits = "".join(sorted(format(value, "f").replace(".", "").replace("0", "")))
        alike.setdefault((value.adjusted(), digits), []).append(value)
    return any(are_swapped(one, other) for held in alike.values() for one, other in combinations(held, 2))


def _aligned(one: Decimal, other: Decimal) -> tuple[str, str]:
    """Return the digits of two values of one size, as many of each, without zeros that both end in."""
    first, last = (format(value.normalize(), "f").replace(".", "") for value in (one, other))
    length = max(len(first), len(last))
    return first.ljust(length, "0"), last.ljust(length, "0")


def _places(one: str, other: str) -> list[int]:
    return [index for index, (digit, meant) in enumerate(zip(one, other, strict=True)) if digit != meant]


def _are_swapped(one: str, other: str) -> bool:
    places = _places(one, other)
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    return one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
