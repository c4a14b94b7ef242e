"""Make the table of the units' factors from pint: exact fractions, so that no check has to import pint for them.

    python tools/build_units.py [--check]

`--check` writes nothing; it says whether the table is what pint makes.
"""

from __future__ import annotations

import argparse
import re
import sys
from fractions import Fraction
from pathlib import Path

from copydesk.facts.quantities import factors
from copydesk.facts.quantities.by_pint import measured, zero_of
from copydesk.text.units import known

# What pint calls by another name, or means otherwise. Its acre is the surveyor's, abolished in 2022, and larger by
# millionths than the one of the international yard.
IN_PINT = {
    "us_gallon": "gallon",
    "us_quart": "quart",
    "us_pint": "pint",
    "us_fluid_ounce": "fluid_ounce",
    "us_cup": "cup",
    "us_tablespoon": "tablespoon",
    "us_teaspoon": "teaspoon",
    "tonne": "metric_ton",
    "inch_of_mercury": "inch_Hg",
    "millimeter_of_mercury": "mmHg",
    "100kilometer": "(100 kilometer)",
    "acre": "(4840 yard ** 2)",
}
SCALES = {"degree_Celsius": "delta_degree_Celsius", "degree_Fahrenheit": "delta_degree_Fahrenheit"}
HEADER = (
    '"""What one of each unit is in SI units, as numerator and denominator. '
    'Made by tools/build_units.py from pint."""\n\n'
)


def in_pint(meaning: str) -> str:
    """Return one of `Unit.meanings` in pint's syntax: “mile/us_gallon” is “mile/gallon”."""
    return re.sub(r"\w+", lambda match: (IN_PINT | SCALES).get(match[0], match[0]), meaning)


def made() -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """Return what one of each unit is in SI units, and the zeros of thermometers in kelvins."""
    meanings = {meaning for unit in known() if unit.origin == "usual" for meaning in unit.meanings}
    return (
        {meaning: measured(in_pint(meaning))[0] for meaning in sorted(meanings)},
        {scale: zero_of(scale) for scale in sorted(SCALES)},
    )


def source() -> str:
    """Return the module `factors` as it ought to be."""
    units, zeros = made()
    tables = {"FACTORS": units, "ZEROS": zeros}
    return HEADER + "\n".join(_table(name, table) for name, table in tables.items())


def _table(name: str, fractions: dict[str, Fraction]) -> str:
    lines = [f'    "{unit}": ({one.numerator}, {one.denominator}),\n' for unit, one in fractions.items()]
    return f"{name}: dict[str, tuple[int, int]] = {{\n{''.join(lines)}}}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail if the table is not pint's")
    path = Path(factors.__file__)
    wanted = source()
    if not parser.parse_args().check:
        path.write_text(wanted, encoding="utf-8")
    elif path.read_text(encoding="utf-8") != wanted:
        sys.exit(f"{path} is not what pint makes: run python tools/build_units.py")


if __name__ == "__main__":
    main()
