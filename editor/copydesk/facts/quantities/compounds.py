"""Writing amounts in two units anew: 5ft 9in → 6ft 5in."""

from __future__ import annotations

from copydesk.patterns import pattern
from copydesk.text.tables import table
from copydesk.text.units import Unit

_FIGURE = pattern(r"\d+(?:\.\d+)?")
_LARGEST = 1000  # what is larger is given in one unit


def recomposed(words: str, unit: Unit, value: float) -> str:
    """Return the words of a compound with another value, in `unit`, its first one: 5ft 9in → 6ft 5in.

    Returns nothing if they are not two figures, or it is no amount for two units: 0ft 1in, 3,280ft 10in.
    """
    figures = list(_FIGURE.finditer(words))
    parts = next(iter(table("units")["together"].get(unit.name, {}).values()), 0)
    if len(figures) != 2 or not parts:
        return ""
    whole, rest = divmod(round(value * parts), parts)
    if not 0 < whole < _LARGEST:
        return ""
    one, two = figures
    return f"{words[: one.start()]}{whole}{words[one.end() : two.start()]}{rest}{words[two.end() :]}"
