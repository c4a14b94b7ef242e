"""The house's own units, named in its settings and defined in pint's syntax: "football pitch" = "7140 meter ** 2"."""

from __future__ import annotations

from functools import cache

from copydesk.errors import CopydeskError
from copydesk.facts.quantities.by_pint import UnknownUnit, is_named, measured
from copydesk.patterns import pattern
from copydesk.text.inflection import plural
from copydesk.text.units import Kind, Row, Unit, UnitForms, usual_forms

HouseUnits = tuple[tuple[str, str], ...]  # names with their definitions
_NAME = pattern(r"[^\W\d_]\w*(?:[ -]\w+)*")
_KINDS: dict[str, Kind] = {
    "[length]1": "length",
    "[length]2": "area",
    "[length]3": "volume",
    "[mass]1": "mass",
    "[length]1 [time]-1": "speed",
    "[length]-1 [mass]1 [time]-2": "pressure",
    "[length]2 [mass]1 [time]-2": "energy",
    "[length]2 [mass]1 [time]-3": "power",
}


class BadUnit(CopydeskError):
    """A unit of the house's that cannot be used."""


@cache
def forms_with(units: HouseUnits) -> UnitForms:
    """Return everybody's units and those of a house. Raises BadUnit."""
    rows = [_row(name, definition) for name, definition in units]
    named: dict[str, str] = {}
    for row in rows:
        for form in row.words:
            if named.setdefault(_folded(form), row.unit.name) != row.unit.name:
                raise BadUnit(f"“{row.unit.name}” and “{named[_folded(form)]}” are the same word; keep one of them")
    return usual_forms().with_rows(rows)


@cache
def first_words(units: HouseUnits) -> frozenset[str]:
    """Return the words with which the units' names begin, in lower case: without any of them copy has none."""
    return frozenset(_folded(form).split()[0] for name, _ in units for form in (name, _many(name)))


def _row(name: str, definition: str) -> Row:
    if not _NAME.fullmatch(name):
        raise BadUnit(f"“{name}” must be words of letters and figures, with single spaces or hyphens")
    if known := usual_forms().of(name) or usual_forms().of(_many(name)):
        raise BadUnit(f"“{name}” is known already, as the {known.unit.singular}; give it another name")
    if is_named(_folded(name).replace(" ", "_")):
        raise BadUnit(f"“{name}” is known already, as a unit of pint's; give it another name")
    try:
        _, dimension = measured(definition)
    except UnknownUnit as error:
        raise BadUnit(f"“{name}” = “{definition}” is no unit: {error}") from None
    if dimension not in _KINDS:
        kinds = ", ".join(_KINDS.values())
        raise BadUnit(f"“{name}” = “{definition}” measures nothing that is converted; units are of {kinds}")
    words = name, _many(name)
    return Row(Unit(name, _KINDS[dimension], "either", (definition,), *words, "", "house"), words)


def _many(name: str) -> str:
    """Return the plural of a name: of its last word."""
    start = max(name.rfind(" "), name.rfind("-")) + 1
    return name[:start] + plural(name[start:])


def _folded(form: str) -> str:
    return form.lower().replace("-", " ")
