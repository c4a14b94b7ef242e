"""The units that news copy converts, and every usual way of writing them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import msgspec

from copydesk.article import Span
from copydesk.patterns import pattern

Kind = Literal["length", "area", "volume", "mass", "speed", "temperature"]
System = Literal["metric", "customary", "nautical", "either"]


class Unit(msgspec.Struct, frozen=True):
    """A unit.

    `meanings` are its names in `arithmetic`: several where a word stands for several units (a gallon), the one
    usual in the United States first. `singular` and `plural` are US spellings; `short` is the usual
    abbreviation.
    """

    name: str
    kind: Kind
    system: System
    meanings: tuple[str, ...]
    singular: str
    plural: str
    short: str


class UnitForm(msgspec.Struct, frozen=True):
    """One way of writing a unit. A doubtful one (m, C, in) counts only where its surroundings bear it out."""

    unit: Unit
    is_short: bool
    doubtful: bool = False


_FORMS: dict[str, UnitForm] = {}
_EXACT: dict[str, UnitForm] = {}  # short forms that mean something else in other case: m, C, F
_UNITS: dict[str, Unit] = {}


def _register(
    unit: Unit, long: Iterable[str], short: Iterable[str], exact: Iterable[str] = (), doubtful: str = ""
) -> None:
    _UNITS[unit.name] = unit
    unsure = frozenset(doubtful.split())
    for form in long:
        _FORMS[form.lower()] = UnitForm(unit, False, form in unsure)
    for form in short:
        _FORMS[form.lower()] = UnitForm(unit, True, form in unsure)
    for form in exact:
        _EXACT[form] = UnitForm(unit, True, form in unsure)


def _british(word: str) -> str:
    return word.replace("meter", "metre").replace("liter", "litre")


_LENGTHS: tuple[tuple[str, System, str, str, str], ...] = (
    # name, system, plural, usual abbreviation, other abbreviations
    ("kilometer", "metric", "kilometers", "km", "kms"),
    ("meter", "metric", "meters", "m", ""),
    ("centimeter", "metric", "centimeters", "cm", "cms"),
    ("millimeter", "metric", "millimeters", "mm", "mms"),
    ("mile", "customary", "miles", "mi", ""),
    ("yard", "customary", "yards", "yd", "yds"),
    ("foot", "customary", "feet", "ft", "fts"),
    ("inch", "customary", "inches", "in", "ins"),
)
_DOUBTFUL = "mi in ins"


def _long(singular: str, plural: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((singular, plural, _british(singular), _british(plural))))


def _add_lengths() -> None:
    for name, system, plural, short, others in _LENGTHS:
        unit = Unit(name, "length", system, (name,), name, plural, short)
        exact = (short,) if short in ("m", "in", "mi") else ()
        shorts = tuple(others.split()) if exact else (short, *others.split())
        _register(unit, _long(name, plural), shorts, exact, _DOUBTFUL)
        power: Literal["square", "cubic"]
        for power, mark, kind in (("square", "2", "area"), ("cubic", "3", "volume")):
            _add_power(unit, power, mark, "area" if kind == "area" else "volume", (short, *others.split()))
    nautical = Unit(
        "nautical_mile", "length", "nautical", ("nautical_mile",), "nautical mile", "nautical miles", "nmi"
    )
    _register(nautical, _long("nautical mile", "nautical miles"), ("nmi", "nm"), doubtful="nm")


def _add_power(base: Unit, power: str, mark: str, kind: Kind, shorts: tuple[str, ...]) -> None:
    prefixes = (power, *(("sq", "sq.") if power == "square" else ("cu", "cu.")))
    customary = base.system == "customary"
    abbreviated = f"{prefixes[1]} {base.short}" if customary else f"{base.short}{'²' if mark == '2' else '³'}"
    unit = Unit(
        f"{power}_{base.name}",
        kind,
        base.system,
        (f"{base.name}**{mark}",),
        f"{power} {base.singular}",
        f"{power} {base.plural}",
        abbreviated if not (customary and base.name == "mile") else f"{prefixes[1]} mile",
    )
    words = _long(base.singular, base.plural)
    long = [f"{power} {word}" for word in words]
    abbreviations = [f"{prefix} {word}" for prefix in prefixes[1:] for word in (*words, *shorts)]
    abbreviations += [f"{power} {short}" for short in shorts]
    for short in shorts:
        abbreviations += [f"{short}{'²' if mark == '2' else '³'}", f"{short}{mark}", f"{short}^{mark}"]
    if power == "square":
        abbreviations.append(f"sq{shorts[0]}")
    _register(unit, long, abbreviations)


def _add_speeds() -> None:
    hourly = (("kilometer", "metric", "km/h", "kph kmph kmh km/hr kmp/h"), ("mile", "customary", "mph", "mi/h mp/h"))
    for name, system, short, others in hourly:
        base = _UNITS[name]
        unit = Unit(
            f"{name}_per_hour",
            "speed",
            "metric" if system == "metric" else "customary",
            (f"{name}/hour",),
            f"{name} per hour",
            f"{base.plural} per hour",
            short,
        )
        words = _long(base.singular, base.plural)
        long = [f"{word} {per}" for word in words for per in ("per hour", "an hour", "a hour")]
        shorts = [short, *others.split()]
        shorts += [f"{word} {per}" for word in (base.short, f"{base.short}s") for per in ("per hour", "an hour")]
        shorts += [f"{word}/h" for word in words] + [f"{word}/hour" for word in words]
        _register(unit, long, shorts)
    for name, short in (("kilometer", "km/s"), ("meter", "m/s"), ("foot", "ft/s"), ("mile", "mi/s")):
        base = _UNITS[name]
        unit = Unit(
            f"{name}_per_second",
            "speed",
            base.system,
            (f"{name}/second",),
            f"{name} per second",
            f"{base.plural} per second",
            short,
        )
        words = _long(base.singular, base.plural)
        long = [f"{word} {per}" for word in words for per in ("per second", "a second")]
        _register(unit, long, [short, f"{base.short} per second", f"{base.short}/sec", f"{short[:-2]}ps"[-3:]])
    knot = Unit("knot", "speed", "nautical", ("knot",), "knot", "knots", "kt")
    _register(knot, ("knot", "knots"), ("kts",), ("kt", "kn"), "kt kn")


def _add_masses() -> None:
    tonne = Unit("tonne", "mass", "metric", ("tonne",), "metric ton", "metric tons", "t")
    _register(
        tonne, ("metric ton", "metric tons", "metric tonne", "metric tonnes", "tonne", "tonnes"), (), ("t",), "t"
    )
    ton = Unit("ton", "mass", "either", ("short_ton", "long_ton", "tonne"), "ton", "tons", "ton")
    _register(ton, ("ton", "tons", "short ton", "short tons", "long ton", "long tons", "u.s. tons", "us tons"), ())
    for name, short, others in (
        ("kilogram", "kg", "kgs kilo kilos"),
        ("gram", "g", "gms"),
        ("milligram", "mg", "mgs"),
    ):
        unit = Unit(name, "mass", "metric", (name,), name, f"{name}s", short)
        words = (name, f"{name}s", f"{name}me", f"{name}mes")
        exact = (short,) if short == "g" else ()
        _register(unit, words, others.split() if exact else (short, *others.split()), exact, "g")
    pound = Unit("pound", "mass", "customary", ("pound",), "pound", "pounds", "lb")
    _register(pound, ("pound", "pounds"), ("lb", "lbs"), doubtful="pound pounds")
    ounce = Unit("ounce", "mass", "customary", ("ounce", "troy_ounce"), "ounce", "ounces", "oz")
    _register(ounce, ("ounce", "ounces", "troy ounce", "troy ounces"), ("oz", "ozs"))
    stone = Unit("stone", "mass", "customary", ("stone",), "stone", "stone", "st")
    _register(stone, ("stone", "stones"), (), ("st",), "stone stones st")


def _add_volumes() -> None:
    for name, short in (("liter", "L"), ("milliliter", "ml")):
        unit = Unit(name, "volume", "metric", (name,), name, f"{name}s", short)
        if name == "liter":
            _register(unit, _long(name, f"{name}s"), (), ("L", "l"), "l L")
        else:
            _register(unit, _long(name, f"{name}s"), (short,))
    for name, short, others in (
        ("gallon", "gal", "gals"),
        ("quart", "qt", "qts"),
        ("pint", "pt", "pts"),
        ("fluid_ounce", "fl oz", "fl. oz. fl.oz"),
    ):
        word = name.replace("_", " ")
        meanings = (f"us_{name}", f"imperial_{name}")
        unit = Unit(name, "volume", "customary", meanings, word, f"{word}s", short)
        _register(unit, (word, f"{word}s"), (short, *others.split()), doubtful="pt pts quart quarts")
        for nation, prefixes in (("us", ("us", "u.s.")), ("imperial", ("imperial", "uk", "british"))):
            full = f"{'U.S.' if nation == 'us' else nation} {word}"
            one = Unit(f"{nation}_{name}", "volume", "customary", (f"{nation}_{name}",), full, f"{full}s", full)
            _register(one, [f"{prefix} {form}" for prefix in prefixes for form in (word, f"{word}s")], ())
    barrel = Unit("barrel", "volume", "customary", ("oil_barrel",), "barrel", "barrels", "bbl")
    _register(barrel, ("barrel", "barrels"), ("bbl",))


def _add_others() -> None:
    hectare = Unit("hectare", "area", "metric", ("hectare",), "hectare", "hectares", "ha")
    _register(hectare, ("hectare", "hectares"), (), ("ha",))
    acre = Unit("acre", "area", "customary", ("acre",), "acre", "acres", "acre")
    _register(acre, ("acre", "acres"), ())
    for name, letter, system in (("Celsius", "C", "metric"), ("Fahrenheit", "F", "customary")):
        unit = Unit(
            name.lower(),
            "temperature",
            "metric" if system == "metric" else "customary",
            (f"degree_{name}",),
            f"degree {name}",
            f"degrees {name}",
            f"°{letter}",
        )
        long = [f"{degrees} {name}" for degrees in ("degree", "degrees", "deg")]
        long += ["degrees centigrade", "degree centigrade", "centigrade"] if letter == "C" else []
        shorts = [f"{degrees}{letter}" for degrees in ("°", "° ", "º", "º ", "degrees ", "degree ", "deg ", "deg. ")]
        _register(unit, [*long, name], shorts, (letter,), letter)
    degree = Unit("degree", "temperature", "either", (), "degree", "degrees", "°")
    _register(degree, ("degree", "degrees"), ("°", "º"), doubtful="degree degrees ° º")


_add_lengths()
_add_speeds()
_add_masses()
_add_volumes()
_add_others()

DEGREE = _UNITS["degree"]


def unit_named(name: str) -> Unit:
    """Return the unit of this table's name, for example “square_mile”. Raises KeyError if there is none."""
    return _UNITS[name]


_GAP = pattern(r"[\s\u00a0\u2009\u202f‐‑-]+")
_TOKEN = pattern(
    r"(?:[\s\u00a0\u2009\u202f]|[ ]?[-‐‑][ ]?)?(?:[°º]|(?:[A-Za-z]\.){2,}|[^\W_]+(?:/[A-Za-z]{1,4}\b|\^[23])?\.?)"
)
_LONGEST = 4  # words in a form


def known() -> Iterable[Unit]:
    """Return every unit that is recognised."""
    return _UNITS.values()


@lru_cache(maxsize=20_000)
def form_of(words: str) -> UnitForm | None:
    """Return which unit `words` write, or None: “sq. km”, “miles”, “°F”. Case tells only short forms apart."""
    tidy = _GAP.sub(" ", words).strip()
    exact = _EXACT.get(tidy) or _EXACT.get(tidy.removesuffix("."))
    if exact:
        return exact
    lowered = tidy.lower()
    return _FORMS.get(lowered) or _FORMS.get(lowered.removesuffix("."))


def unit_at(words: str, start: int) -> tuple[UnitForm, Span] | None:
    """Return the unit written right behind `start`, in its longest form, with the span of its words."""
    best: tuple[UnitForm, Span] | None = None
    end = start
    for _ in range(_LONGEST):
        token = _TOKEN.match(words, end)
        if token is None:
            break
        end = token.end()
        stop = end
        if words[end - 1] == "." and words[end - 2 : end - 1] != "." and _ends_sentence(words, end):
            stop = end - 1
        if form := form_of(words[start:stop]):
            gap = _GAP.match(words, start)
            best = form, Span(gap.end() if gap else start, stop)
        if stop != end:
            break
    return best


def _ends_sentence(words: str, end: int) -> bool:
    """Whether the full stop before `end` ends a sentence, rather than an abbreviation in one."""
    following = words[end : end + 3].lstrip(' \u00a0)]”"’')
    return not following or not (following[0].islower() or following[0].isdigit() or following[0] in "([,;")
