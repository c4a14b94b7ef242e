"""Whether one figure is another with a slip of the keys: a digit changed, or two neighbours swapped.

Such slips are the commonest in printed figures, and a right value that is but a slip from the stated one is evidence
that the stated one is wrong.
"""

from __future__ import annotations


def is_slip(stated: int, right: int) -> bool:
    """Whether two whole numbers of as many digits, at least two, differ by one digit or by two neighbours swapped."""
    one, other = str(stated), str(right)
    if stated == right or len(one) != len(other) or len(one) < 2:
        return False
    places = [index for index, (digit, meant) in enumerate(zip(one, other, strict=True)) if digit != meant]
    if len(places) == 1:
        return True
    swapped = len(places) == 2 and places[1] == places[0] + 1
    return swapped and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
