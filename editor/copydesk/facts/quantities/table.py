"""The units that news copy uses, and every usual way of writing them: the data behind `units`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["length", "area", "volume", "mass", "speed", "temperature", "pressure", "energy", "power", "economy"]
System = Literal["metric", "customary", "nautical", "either"]


class Row(NamedTuple):
    """A unit as it is entered here. Lists of forms are separated by commas.

    `short` is the usual abbreviation, `also` are other long forms, `shorts` other abbreviations. `exact` ones mean
    something else in other case (m, C); `doubtful` ones count only where their surroundings bear them out.
    `meanings` are names in `arithmetic`, the one usual in the United States first; the unit's own name by default.
    """

    name: str
    kind: Kind
    system: System
    short: str
    word: str = ""
    plural: str = ""
    meanings: str = ""
    also: str = ""
    shorts: str = ""
    exact: str = ""
    doubtful: str = ""


_LENGTHS = (
    Row("kilometer", "length", "metric", "km", shorts="kms"),
    Row("meter", "length", "metric", "m", exact="m"),
    Row("decimeter", "length", "metric", "dm", exact="dm"),
    Row("centimeter", "length", "metric", "cm", shorts="cms"),
    Row("millimeter", "length", "metric", "mm", shorts="mms"),
    Row("mile", "length", "customary", "mi", also="statute mile,statute miles", exact="mi"),
    Row("yard", "length", "customary", "yd", shorts="yds"),
    Row("foot", "length", "customary", "ft", plural="feet", shorts="fts,′", doubtful="′"),
    Row("inch", "length", "customary", "in", plural="inches", shorts="ins,″", exact="in", doubtful="in,ins"),
)
_OTHER_LENGTHS = (
    Row("micrometer", "length", "metric", "μm", also="micron,microns", shorts="µm"),
    Row("nanometer", "length", "metric", "nm", exact="nanometer"),
    Row("nautical_mile", "length", "nautical", "nmi", exact="nm,NM", doubtful="nm,NM"),
    Row("light_year", "length", "either", "ly", "light-year", exact="ly", doubtful="ly"),
    Row("astronomical_unit", "length", "either", "AU", exact="AU,au", doubtful="AU,au"),
)
_AREAS = (
    Row("hectare", "area", "metric", "ha", exact="ha"),
    Row("acre", "area", "customary", "acre"),
)
_MASSES = (
    Row("tonne", "mass", "metric", "t", "metric ton", also="metric tonne,metric tonnes,tonne,tonnes", exact="t",
        doubtful="t"),
    Row("short_ton", "mass", "customary", "short ton", also="u.s. ton,u.s. tons,us ton,us tons"),
    Row("long_ton", "mass", "customary", "long ton", also="imperial ton,imperial tons,british ton,british tons"),
    Row("ton", "mass", "either", "ton", meanings="short_ton,long_ton,tonne"),
    Row("kilogram", "mass", "metric", "kg", also="kilogramme,kilogrammes,kilo,kilos", shorts="kgs"),
    Row("gram", "mass", "metric", "g", also="gramme,grammes", shorts="gms", exact="g", doubtful="g"),
    Row("milligram", "mass", "metric", "mg", also="milligramme,milligrammes", shorts="mgs"),
    Row("microgram", "mass", "metric", "μg", also="microgramme,microgrammes", shorts="µg,mcg"),
    Row("pound", "mass", "customary", "lb", shorts="lbs", doubtful="pound,pounds"),
    Row("ounce", "mass", "customary", "oz", meanings="ounce,troy_ounce", shorts="ozs"),
    Row("troy_ounce", "mass", "customary", "ozt"),
    Row("stone", "mass", "customary", "st", plural="stone", also="stones", exact="st", doubtful="stone,stones,st"),
)  # fmt: skip
_VOLUMES = (
    Row("liter", "volume", "metric", "L", exact="L,l", doubtful="L,l"),
    Row("milliliter", "volume", "metric", "ml", shorts="mls"),
    Row("centiliter", "volume", "metric", "cl", exact="cl"),
    Row("hectoliter", "volume", "metric", "hl", exact="hl"),
    Row("barrel", "volume", "customary", "bbl", meanings="oil_barrel", shorts="bbls"),
    Row("cup", "volume", "customary", "cup", meanings="us_cup", doubtful="cup,cups"),
    Row("tablespoon", "volume", "customary", "tbsp", meanings="us_tablespoon", shorts="tbs,tbsps"),
    Row("teaspoon", "volume", "customary", "tsp", meanings="us_teaspoon", shorts="tsps"),
)
# By the statutes of two countries: US and imperial.
_NATIONAL = (
    ("gallon", "gal", "gals", ""),
    ("quart", "qt", "qts", ""),
    ("pint", "pt", "pts", "pt,pts"),
    ("fluid_ounce", "fl oz", "fl. oz,fl.oz", ""),
)
_SPEEDS = (  # distance, time, usual abbreviation, others
    ("kilometer", "hour", "km/h", "kph,kmph,kmh,km/hr,kmp/h,k.p.h."),
    ("mile", "hour", "mph", "mi/h,mp/h,m.p.h.,miles/hr"),
    ("meter", "second", "m/s", "m/sec"),
    ("kilometer", "second", "km/s", "km/sec"),
    ("foot", "second", "ft/s", "ft/sec"),
    ("mile", "second", "mi/s", "mi/sec"),
)
_OTHERS = (
    Row("knot", "speed", "nautical", "kt", shorts="kts", exact="kt,kn", doubtful="kt,kn"),
    Row("psi", "pressure", "customary", "psi", "pound per square inch", "pounds per square inch",
        also="pound a square inch,pounds a square inch"),
    Row("inch_of_mercury", "pressure", "customary", "inHg", "inch of mercury", "inches of mercury",
        shorts="in Hg,in. Hg"),
    Row("atmosphere", "pressure", "either", "atm", exact="atm", doubtful="atmosphere,atmospheres,atm"),
    Row("bar", "pressure", "metric", "bar", doubtful="bar,bars"),
    Row("millibar", "pressure", "metric", "mbar", shorts="mbars", exact="mb", doubtful="mb"),
    Row("hectopascal", "pressure", "metric", "hPa"),
    Row("kilopascal", "pressure", "metric", "kPa"),
    Row("megapascal", "pressure", "metric", "MPa"),
    Row("pascal", "pressure", "metric", "Pa", exact="Pa", doubtful="pascal,pascals,Pa"),
    Row("millimeter_of_mercury", "pressure", "metric", "mmHg", "millimeter of mercury", "millimeters of mercury",
        shorts="mm Hg"),
    # What food has are kilocalories, whatever they are called.
    Row("calorie", "energy", "customary", "cal", meanings="kilocalorie,calorie", shorts="cals", doubtful="cal,cals"),
    Row("kilocalorie", "energy", "customary", "kcal", shorts="kcals"),
    Row("british_thermal_unit", "energy", "customary", "BTU", "British thermal unit", shorts="BTUs"),
    Row("joule", "energy", "metric", "J", exact="J", doubtful="J"),
    Row("kilojoule", "energy", "metric", "kJ"),
    Row("megajoule", "energy", "metric", "MJ"),
    Row("watt_hour", "energy", "metric", "Wh"),
    Row("kilowatt_hour", "energy", "metric", "kWh"),
    Row("megawatt_hour", "energy", "metric", "MWh"),
    Row("gigawatt_hour", "energy", "metric", "GWh"),
    Row("horsepower", "power", "customary", "hp", plural="horsepower", meanings="horsepower,metric_horsepower",
        also="brake horsepower,metric horsepower", shorts="bhp"),
    Row("watt", "power", "metric", "W", exact="W", doubtful="W"),
    Row("kilowatt", "power", "metric", "kW"),
    Row("megawatt", "power", "metric", "MW", exact="MW,mw"),
    Row("gigawatt", "power", "metric", "GW"),
    Row("miles_per_gallon", "economy", "customary", "mpg", "mile per gallon", "miles per gallon",
        meanings="mile/us_gallon,mile/imperial_gallon",
        also="miles to the gallon,miles a gallon,miles to a gallon,miles/gallon", shorts="mp/g,m.p.g."),
    Row("miles_per_us_gallon", "economy", "customary", "US mpg", "mile per US gallon", "miles per US gallon",
        meanings="mile/us_gallon", also="miles per U.S. gallon", shorts="mpg US,mpg U.S.,U.S. mpg"),
    Row("miles_per_imperial_gallon", "economy", "customary", "imperial mpg", "mile per imperial gallon",
        "miles per imperial gallon", meanings="mile/imperial_gallon", shorts="UK mpg,mpg imp,mpg UK,mpg imperial"),
    Row("liters_per_100_kilometers", "economy", "metric", "L/100 km", "liter per 100 kilometers",
        "liters per 100 kilometers", meanings="liter/100kilometer",
        also="liters per 100 km,litres per 100 km,liters per 100km,litres per 100km,"
        "liters/100 kilometers,litres/100 kilometres",
        shorts="L/100km,liters/100 km,litres/100 km,liters/100km,litres/100km"),
    Row("kilometers_per_liter", "economy", "metric", "km/L", "kilometer per liter", "kilometers per liter",
        meanings="kilometer/liter", also="kilometers a liter,kilometres a litre"),
)  # fmt: skip
# Units that news prints now and then: their factors are pint's, in whose syntax the meanings are. What is a unit of
# the surveyor's with pint, millionths larger, is here that of the international yard. Words that mostly mean other
# things are doubtful.
_RARE = (
    Row("fathom", "length", "customary", "fathom", meanings="6 foot"),
    Row("furlong", "length", "customary", "furlong", meanings="220 yard"),
    Row("league", "length", "customary", "league", meanings="3 mile", doubtful="league,leagues"),
    Row("chain", "length", "customary", "chain", meanings="22 yard", doubtful="chain,chains"),
    Row("hand", "length", "customary", "hand", doubtful="hand,hands,hh", exact="hh"),
    Row("parsec", "length", "either", "parsec"),
    Row("angstrom", "length", "metric", "Å", also="ångström,ångströms,ångstrom,ångstroms", exact="Å"),
    Row("bushel", "volume", "customary", "bushel", meanings="bushel,imperial_bushel"),
    Row("acre_foot", "volume", "customary", "acre-foot", "acre foot", "acre feet", "4840 yard ** 2 * foot"),
    Row("board_foot", "volume", "customary", "board foot", plural="board feet"),
    Row("hogshead", "volume", "customary", "hogshead"),
    Row("gill", "volume", "customary", "gill", meanings="gill,imperial_gill", doubtful="gill,gills"),
    Row("carat", "mass", "either", "ct", also="metric carat,metric carats", exact="ct", doubtful="carat,carats,ct"),
    Row("grain", "mass", "customary", "gr", exact="gr", doubtful="grain,grains,gr"),
    Row("pennyweight", "mass", "customary", "dwt", exact="dwt", doubtful="dwt"),
    Row("hundredweight", "mass", "customary", "cwt", plural="hundredweight", also="hundredweights",
        meanings="hundredweight,long_hundredweight"),
    Row("quintal", "mass", "metric", "quintal", meanings="100 kilogram"),
    Row("therm", "energy", "customary", "therm"),
    Row("terajoule", "energy", "metric", "TJ", exact="TJ"),
)  # fmt: skip
_SCALES: tuple[tuple[str, System, str], ...] = (
    ("Celsius", "metric", "Celcius,centigrade"),
    ("Fahrenheit", "customary", "Farenheit"),
)
_SIGNS = ("°", "° ", "º", "º ", "degrees ", "degree ", "deg ", "deg. ")


def rows() -> Iterator[Row]:
    """Yield the units that have a factor in the table."""
    for length in _LENGTHS:
        yield length
        yield from _powers(length)
    yield from _OTHER_LENGTHS
    yield from _AREAS
    yield from _MASSES
    yield from _VOLUMES
    yield from _national()
    yield from _speeds()
    yield from _OTHERS
    yield from _temperatures()


def rare_rows() -> tuple[Row, ...]:
    """Return the units whose factors are asked of pint where copy has them."""
    return _RARE


def _powers(base: Row) -> Iterator[Row]:
    """Yield square and cubic: sq. km, km², kilometers squared, square kilometres, cu ft, cc."""
    plural = base.plural or f"{base.name}s"
    words = (base.name, plural, british(base.name), british(plural))
    shorts = [short for short in (base.short, *base.shorts.split(",")) if short.isalpha()]
    for power, brief, mark, kind in (("square", "sq", "2", "area"), ("cubic", "cu", "3", "volume")):
        sign, after = ("²", "squared") if mark == "2" else ("³", "cubed")
        forms = [f"{prefix} {word}" for prefix in (brief, f"{brief}.") for word in (*words, *shorts)]
        forms += [f"{power} {short}" for short in shorts] + [f"{word} {after}" for word in (*words, *shorts)]
        forms += [f"{short}{end}" for short in shorts for end in (sign, mark, f"^{mark}")]
        forms += [f"{brief}{base.short}"] if mark == "2" else ["cc", "ccs"] if base.short == "cm" else []
        short = f"{base.short}{sign}" if base.system == "metric" else f"{brief} {base.short}"
        yield Row(
            f"{power}_{base.name}",
            "area" if kind == "area" else "volume",
            base.system,
            f"{brief} mile" if base.name == "mile" else short,
            f"{power} {base.name}",
            f"{power} {plural}",
            f"{base.name}**{mark}",
            shorts=",".join(forms),
        )


def _speeds() -> Iterator[Row]:
    bases = {base.name: base for base in _LENGTHS}
    for name, time, short, others in _SPEEDS:
        base = bases[name]
        plural = base.plural or f"{name}s"
        words = (name, plural, british(name), british(plural))
        per = (f"per {time}", f"{'an' if time == 'hour' else 'a'} {time}", *(("a hour",) if time == "hour" else ()))
        forms = [f"{word} {ending}" for word in (base.short, f"{base.short}s") for ending in per]
        forms += [f"{word}/{ending}" for word in words for ending in (time, time[0])]
        long = ",".join(f"{word} {ending}" for word in words for ending in per)
        yield Row(
            f"{name}_per_{time}",
            "speed",
            base.system,
            short,
            f"{name} per {time}",
            f"{plural} per {time}",
            f"{name}/{time}",
            also=long,
            shorts=",".join((others, *forms)),
        )


def _national() -> Iterator[Row]:
    for name, short, others, doubtful in _NATIONAL:
        word = name.replace("_", " ")
        yield Row(name, "volume", "customary", short, meanings=f"us_{name},imperial_{name}", shorts=others,
                  doubtful=doubtful)  # fmt: skip
        for nation, prefixes in (("us", ("US", "U.S.")), ("imperial", ("imperial", "UK", "British"))):
            full = f"{'U.S.' if nation == 'us' else nation} {word}"
            also = ",".join(f"{prefix} {form}" for prefix in prefixes for form in (word, f"{word}s"))
            yield Row(f"{nation}_{name}", "volume", "customary", full, full, also=also)


def _temperatures() -> Iterator[Row]:
    for name, system, others in _SCALES:
        letter = name[0]
        words = [name, *others.split(",")]
        long = [f"{degrees} {word}" for degrees in ("degree", "degrees", "deg", "deg.", "°", "°") for word in words]
        yield Row(
            name.lower(),
            "temperature",
            system,
            f"°{letter}",
            f"degree {name}",
            f"degrees {name}",
            f"degree_{name}",
            also=",".join((*words, *long)),
            shorts=",".join((*(f"{sign}{letter}" for sign in _SIGNS), "℃" if letter == "C" else "℉")),
            exact=letter,
            doubtful=letter,
        )
    yield Row("kelvin", "temperature", "either", "K", also="degrees kelvin", exact="K", doubtful="K")
    yield Row(
        "degree",
        "temperature",
        "either",
        "°",
        shorts="º,deg,deg.",
        meanings="-",
        doubtful="degree,degrees,°,º,deg,deg.",
    )


def british(word: str) -> str:
    """Return a unit's name as Britain spells it."""
    return word.replace("meter", "metre").replace("liter", "litre")
