"""Make the list of given names that are nearly always a woman's or nearly always a man's.

    python tools/build_given_names.py CENSUS

CENSUS holds dist.male.first and dist.female.first of the 1990 US census (public domain). The package Faker (MIT)
has to be installed: its lists of given names are made for some seventy countries. A name is left out where the
sources or the countries disagree (Andrea, Jean), and where it is for both (Leslie).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from statistics import mean
from types import ModuleType

from copydesk.facts.gazetteer import fold
from copydesk.facts.mentions.sexes import PATH

NEARLY_ALWAYS = 0.92
CENSUS_VOTES = 2
_WOMEN, _MEN = ("first_names_female", "first_names_women"), ("first_names_male", "first_names_men")
_HEADER = """\
# Given names that are nearly always a woman's (she) or a man's (he), without accents and in lower case.
# Sources: the 1990 US census (public domain); the lists of Faker (MIT, Daniele Faraglia and contributors).
# tools/build_given_names.py makes this file.
"""


def census(folder: Path, name: str) -> dict[str, float]:
    """Return how frequent each name of one list is, in per cent."""
    rows = (line.split() for line in (folder / name).read_text().splitlines())
    return {row[0].lower(): float(row[1]) for row in rows}


def countries() -> list[ModuleType]:
    """Return Faker's modules of names, one a country."""
    person = import_module("faker.providers.person")
    return [import_module(f"{person.__name__}.{one.name}") for one in iter_modules(person.__path__) if one.ispkg]


def borne(provider: type, lists: tuple[str, ...]) -> set[str]:
    """Return the names of a country's lists, in the Latin alphabet, folded."""
    names = {fold(name) for one in lists for name in getattr(provider, one, ())}
    return {name for name in names if name.isascii() and name.isalpha() and len(name) > 1}


def gathered(folder: Path) -> dict[str, str]:
    """Return “she” or “he” for each name that is nearly always one of them; the census has `CENSUS_VOTES` votes."""
    women, men = census(folder, "dist.female.first"), census(folder, "dist.male.first")
    votes: dict[str, list[float]] = defaultdict(list)  # 1 for a woman's name, 0 for a man's
    for name in women.keys() | men.keys():
        votes[name] += [women.get(name, 0.0) / (women.get(name, 0.0) + men.get(name, 0.0))] * CENSUS_VOTES
    for country in countries():
        she, he = borne(country.Provider, _WOMEN), borne(country.Provider, _MEN)
        for name in she | he:
            votes[name].append(0.5 if name in she & he else float(name in she))
    shares = {name: mean(cast) for name, cast in votes.items()}
    return {
        name: "she" if share > 0.5 else "he"
        for name, share in shares.items()
        if share >= NEARLY_ALWAYS or share <= 1 - NEARLY_ALWAYS
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("census", type=Path)
    found = gathered(parser.parse_args().census)
    lines = [f"{sex}: {' '.join(sorted(name for name in found if found[name] == sex))}\n" for sex in ("she", "he")]
    PATH.write_text(_HEADER + "".join(lines), encoding="utf-8")
    print({sex: sum(found[name] == sex for name in found) for sex in ("she", "he")})


if __name__ == "__main__":
    main()
