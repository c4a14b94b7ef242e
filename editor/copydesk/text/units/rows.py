"""The units of lexicon/units.toml, with those that are made from them: areas, volumes, speeds, national gallons."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from copydesk.text.inflection import plural
from copydesk.text.tables import table
from copydesk.text.units.unit import Kind, Origin, System, Unit

_POWERED = 8  # so many of the lengths, the first ones, have squares and cubes
_NATIONAL = ("gallon", "quart", "pint", "fluid_ounce")  # by the statutes of two countries
_NOT_KINDS = ("powers", "speeds", "together")
_SIGNS = ("°", "° ", "º", "º ", "degrees ", "degree ", "deg ", "deg. ")
_MISSPELT = {"celsius": ("Celsius", "Celcius", "centigrade"), "fahrenheit": ("Fahrenheit", "Farenheit")}
_GLYPHS = {"celsius": "℃", "fahrenheit": "℉"}


class Row(msgspec.Struct, frozen=True):
    """A unit with its forms: words, abbreviations in any case, and `exact` ones. See lexicon/units.toml."""

    unit: Unit
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    glued: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()


def british(word: str) -> str:
    """Return a unit's name as Britain spells it."""
    return word.replace("meter", "metre").replace("liter", "litre")


@cache
def rows() -> tuple[Row, ...]:
    """Return all units."""
    return tuple(_rows())


def _rows() -> Iterator[Row]:
    for kind, units in table("units").items():
        if kind in _NOT_KINDS:
            continue
        for index, (name, entry) in enumerate(units.items()):
            row = row_of(name, kind, entry)
            yield _degrees(row) if name in _MISSPELT else row
            if kind == "length" and index <= _POWERED:
                yield from _powers(row.unit, row.signs)
            if name in _NATIONAL:
                yield from _of_nations(name)
    yield from _speeds()


def row_of(name: str, kind: Kind, entry: dict[str, Any], origin: Origin = "usual") -> Row:
    """Return the row of a unit from what lexicon/units.toml says of it."""
    word: str = entry.get("word", name.replace("_", " "))
    many: str = entry.get("plural", _plural(word))
    short: str = entry.get("short", word)
    exact = _listed(entry, "exact")
    meanings = () if entry.get("meanings") == "-" else _listed(entry, "meanings") or (name,)
    system: System = entry.get("system", "")
    origin = "rare" if entry.get("rare") else origin
    unit = Unit(name, kind, system, meanings, word, many, short, origin)
    return Row(
        unit,
        words=(word, many, british(word), british(many), *_listed(entry, "also")),
        signs=(*(() if exact or "short" not in entry else (short,)), *_listed(entry, "signs")),
        exact=exact,
        glued=frozenset(_listed(entry, "glued")),
        doubtful=frozenset((*_listed(entry, "doubtful"), *_listed(entry, "glued"), *_listed(entry, "unsure"))),
        unsure=frozenset(_listed(entry, "unsure")),
    )


def _listed(entry: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(entry[key].split(", ")) if key in entry else ()


def _plural(word: str) -> str:
    """Return the plural of a unit: pound per square inch is one of pounds, inch of mercury of inches."""
    for joint in (" per ", " of "):
        head, found, rest = word.partition(joint)
        if found:
            return f"{_plural(head)}{found}{rest}"
    before, _, last = word.rpartition(" ")
    return f"{before} {plural(last)}".strip()


def _powers(base: Unit, signs: tuple[str, ...]) -> Iterator[Row]:
    """Yield square and cubic: sq. km, km², kilometers squared, square kilometres, cu ft, cc."""
    words = dict.fromkeys((base.singular, base.plural, british(base.singular), british(base.plural)))
    shorts = dict.fromkeys(short for short in (base.short, *signs) if short.isalpha())
    for power, entry in table("units")["powers"].items():
        brief, after, marks = entry["brief"], entry["after"], entry["marks"].split(", ")
        forms = [f"{prefix} {word}" for prefix in (brief, f"{brief}.") for word in (*words, *shorts)]
        forms += [f"{power} {short}" for short in shorts] + [f"{word} {after}" for word in (*words, *shorts)]
        forms += [f"{short}{mark}" for short in shorts for mark in marks]
        if power == "square":
            forms.append(f"{brief}{base.short}")
        elif base.name == "centimeter":
            forms += ["cc", "ccs"]
        short = f"{base.short}{marks[0]}" if base.system == "metric" else f"{brief} {base.short}"
        yield Row(
            Unit(
                f"{power}_{base.name}",
                "area" if power == "square" else "volume",
                base.system,
                (f"{base.name}**{marks[1]}",),
                f"{power} {base.singular}",
                f"{power} {base.plural}",
                f"{brief} mile" if base.name == "mile" else short,
            ),
            words=tuple(f"{power} {word}" for word in words),
            signs=(short, *forms),
        )


def _speeds() -> Iterator[Row]:
    for name, entry in table("units")["speeds"].items():
        length, _, time = name.partition("_per_")
        base = row_of(length, "length", table("units")["length"][length]).unit
        words = dict.fromkeys((length, base.plural, british(length), british(base.plural)))
        per = (f"per {time}", f"{'an' if time == 'hour' else 'a'} {time}", *(("a hour",) if time == "hour" else ()))
        forms = [f"{word} {ending}" for word in (base.short, f"{base.short}s") for ending in per]
        forms += [f"{word}/{ending}" for word in words for ending in (time, time[0])]
        yield Row(
            Unit(
                name,
                "speed",
                base.system,
                (f"{length}/{time}",),
                f"{length} per {time}",
                f"{base.plural} per {time}",
                entry["short"],
            ),
            words=tuple(f"{word} {ending}" for word in words for ending in per),
            signs=(entry["short"], *_listed(entry, "signs"), *forms),
        )


def _of_nations(name: str) -> Iterator[Row]:
    word = name.replace("_", " ")
    for nation, prefixes in (("us", ("US", "U.S.")), ("imperial", ("imperial", "UK", "British"))):
        full = f"{'U.S.' if nation == 'us' else nation} {word}"
        yield Row(
            Unit(f"{nation}_{name}", "volume", "customary", (f"{nation}_{name}",), full, f"{full}s", full),
            words=tuple(f"{prefix} {form}" for prefix in prefixes for form in (word, f"{word}s")),
        )


def _degrees(row: Row) -> Row:
    """Add all ways of writing degrees of a scale: degrees Celsius, deg. C, °F."""
    names = _MISSPELT[row.unit.name]
    words = [f"{degrees} {name}" for degrees in ("degree", "degrees", "deg", "deg.", "°", "°") for name in names]
    signs = [f"{sign}{row.exact[0]}" for sign in _SIGNS]
    return msgspec.structs.replace(
        row, words=(*row.words, *names, *words), signs=(*row.signs, *signs, _GLYPHS[row.unit.name])
    )
